"""Child processes to measure: their processor time from the system, or the figures that they print as JSON."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

ROOT: Final = Path(__file__).parent.parent.parent
# One thread each: else a library for linear algebra spins on all cores, and the measure is of that.
_ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

Json = dict[str, Any]


def environment() -> Mapping[str, str]:
    """The environment of this process with one thread for linear algebra."""
    return {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}


def cpu_seconds(arguments: Sequence[str]) -> float:
    """Processor time, user and system, of Python with some arguments; raises CalledProcessError when it fails."""
    with _python(arguments, stdout=subprocess.DEVNULL) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    _check(child)
    return usage.ru_utime + usage.ru_stime


def told(module: str, task: Json) -> Json:
    """What a module prints as JSON for a task that it is given as JSON; raises CalledProcessError when it fails."""
    with serving(module, task) as answer:
        return answer


@contextmanager
def serving(module: str, task: Json) -> Iterator[Json]:
    """A module that answers a task with a line of JSON, and lives until its input ends, or longer than it answers.

    Raises CalledProcessError when it fails.
    """
    with _python(["-m", module], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        say(_open(child.stdin), task)
        line = _open(child.stdout).readline()
        if line:
            yield json.loads(line)
        child.communicate()
    _check(child)


def say(stream: IO[str], what: Json) -> None:
    """Write a line of JSON, at once."""
    stream.write(json.dumps(what) + "\n")
    stream.flush()


def asked() -> Json:
    """The task that this child process is given."""
    task: Json = json.loads(sys.stdin.readline())
    return task


def _python(arguments: Sequence[str], **options: Any) -> subprocess.Popen[str]:  # noqa: ANN401 -- as Popen takes them
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment(), text=True, **options)  # noqa: S603 -- this Python


def _open(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        message = "a child without a pipe"
        raise AssertionError(message)
    return stream


def _check(child: subprocess.Popen[str]) -> None:
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)

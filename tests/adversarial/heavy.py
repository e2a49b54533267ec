"""Reads each heavy page in a process of its own, bounded in time and memory, and tells what came of it.

Run as `python -m tests.adversarial.heavy NAME...`: one JSON line a page. All processes are copies of one that has read
a sound page, so that none pays for the start.
"""

import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from pipeline.run import extract_page
from schemas.page import RawPage

from .article import Page
from .case import MIB, PageCase, outcome_of
from .weight import WEIGHT

SECONDS: Final = 10
"""Of CPU: what the machine does beside is not the page's."""
MEMORY: Final = 1024 * MIB
_STALLED: Final = 60
"""Of wall time: a page that sleeps for ever."""


@dataclass(frozen=True)
class Weighed:
    """What came of a page: its outcome, or the error or signal that ended it."""

    name: str
    ended: str
    state: str = ""
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    mebibytes: int = 0
    """Memory beyond that of the process that it was copied from."""


def _read(case: PageCase) -> Weighed:
    """Read a page within the limits; the kernel kills what goes on past its time."""
    body = case.body()
    used, started = _memory(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.alarm(_STALLED)
    made = outcome_of(extract_page(RawPage(url=case.url, body=body)))
    seconds = round(resource.getrusage(resource.RUSAGE_SELF).ru_utime - started, 2)
    return Weighed(case.name, made.name, made.state, tuple(sorted(made.warnings)), seconds, _memory() - used)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _child(case: PageCase, out: int) -> None:
    try:
        weighed = _read(case)
    except (ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError) as error:
        weighed = Weighed(case.name, type(error).__name__)
        traceback.print_exc(limit=-3)
    os.write(out, json.dumps(asdict(weighed)).encode() + b"\n")
    os._exit(0)


def weigh(cases: Sequence[PageCase], out: int) -> None:
    """Read the pages one after the other and write a line for each."""
    extract_page(RawPage(url="file:///sound.html", body=Page().bytes()))
    for case in cases:
        child = os.fork()
        if not child:
            _child(case, out)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            ended = signal.Signals(os.WTERMSIG(status)).name
            os.write(out, json.dumps(asdict(Weighed(case.name, ended))).encode() + b"\n")


if __name__ == "__main__":
    named = set(sys.argv[1:])
    weigh([case for case in WEIGHT if not named or case.name in named], sys.stdout.fileno())

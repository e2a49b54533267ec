"""The command itself, `kommunestatus run` with all its processes: raced, signalled and killed."""

import shutil
import signal
import subprocess
import time
from contextlib import suppress
from random import Random
from typing import Final

from fixtures.site import FixtureSite
from pipeline.errors import ExitCode
from tests.test_run_command import configure, end, events, run, start
from tools.drill.company import Company, Files, differing, exported, problems
from tools.drill.rehearsal import Place
from tools.drill.telling import Result

RUN: Final = ("run", "--json", "--limit", "4")
_BREAKS: Final = (ExitCode.DONE, ExitCode.STOPPED)
_SLOW: Final = 60.0
"""Seconds between two requests: long enough that a run lasts until all others have ended."""
_PAUSE: Final = 0.4
"""Seconds between two requests of a run that gets a signal: so that more of them come before it is done."""
_PATIENCE: Final = 300.0


def starts(company: Company, result: Result, count: int) -> None:
    """Start so many runs at once: one runs, the others end with 9; after its SIGKILL the next one takes over."""
    site = FixtureSite()
    with site:
        place = company.place("starts")
        configure(place.folder, site, delay_seconds=_SLOW)
        began = time.monotonic()
        processes = [start(place.folder, *RUN) for _ in range(count)]
        running = _all_but_one_end(processes, began + _PATIENCE)
        result.tried["seconds until all others had ended"] = round(time.monotonic() - began)
        result.demand(held=len(running) == 1, otherwise=f"{len(running)} of {count} run at once")
        for process in processes:
            if process in running:
                process.kill()
            code = end(process)[0]
            result.tried[f"starts: exit {code}"] += 1
            result.demand(held=code in {ExitCode.LOCKED, -signal.SIGKILL}, otherwise=f"a start ends with {code}")
        configure(place.folder, site, delay_seconds=0)
        taken = run(place.folder, *RUN)[0]
        result.demand(held=taken == ExitCode.DONE, otherwise=f"the one that takes over ends with {taken}")
        result.broken += problems(place)


def _all_but_one_end(processes: "list[subprocess.Popen[str]]", deadline: float) -> "list[subprocess.Popen[str]]":
    """Those that still run when all but one have ended, or at the deadline."""
    running = processes
    while len(running) > 1 and time.monotonic() < deadline:
        time.sleep(0.05)
        running = [process for process in running if process.poll() is None]
    return running


def signals(company: Company, result: Result, count: int) -> None:
    """Send SIGTERM, SIGINT and SIGKILL in turns at random moments; the next run ends as an undisturbed one."""
    rng = Random(result.seed)  # noqa: S311 -- repeatable on purpose
    site = FixtureSite()
    with site:
        calm = company.place("calm")
        configure(calm.folder, site, delay_seconds=0)
        began = time.monotonic()
        run(calm.folder, *RUN)
        seconds = time.monotonic() - began
        wanted = _exported(calm)
        for trial in range(count):
            number = (signal.SIGTERM, signal.SIGINT, signal.SIGKILL)[trial % 3]
            place = company.place(f"signal{trial}")
            configure(place.folder, site, delay_seconds=_PAUSE)
            _interrupt(place, result, number, rng.uniform(0, seconds))
            _take_up(place, result, wanted)


def _interrupt(place: Place, result: Result, number: signal.Signals, seconds: float) -> None:
    """Send a signal after so many seconds, and demand an end that is agreed on."""
    process = start(place.folder, *RUN)
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.send_signal(number)
    code, out, err = end(process)
    begun = bool(events(out))
    result.tried[f"{number.name} {'in a run' if begun else 'before the run began'}: exit {code}"] += 1
    agreed = code in {*_BREAKS, -signal.SIGKILL} if begun else code in {*_BREAKS, -number, ExitCode.BUG}
    result.demand(held=agreed, otherwise=f"{place.folder.name}: {number.name} ends a run with {code}: {error_of(err)}")


def _take_up(place: Place, result: Result, wanted: Files) -> None:
    name, code = place.folder.name, run(place.folder, *RUN)[0]
    result.demand(held=code == ExitCode.DONE, otherwise=f"{name}: the run that takes over ends with {code}")
    different = differing(_exported(place), wanted)
    result.demand(held=not different, otherwise=f"{name}: exports differ in {', '.join(different)}")
    result.broken += [f"{name}: {problem}" for problem in problems(place)]
    shutil.rmtree(place.folder)


def _exported(place: Place) -> Files:
    """The tables; what a record says of its fetch differs from run to run, and is in none of them."""
    return exported(place, "csv")


def error_of(err: str) -> str:
    """The line of what a command said on standard error that names what went wrong."""
    lines = err.splitlines() or [""]
    return next((line for line in reversed(lines) if "Error" in line), lines[-1])

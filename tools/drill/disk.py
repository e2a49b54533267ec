"""A disk that fills: every step of the archive, every size of the store, and a real file system under the command."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from fixtures.site import FixtureSite
from pipeline.errors import ExitCode
from tests.test_run_command import configure, end, start
from tools.drill.command import RUN, error_of
from tools.drill.company import Company, problems
from tools.drill.kill import Calm, NewPlace, finish, sqlite_places, undisturbed
from tools.drill.rehearsal import Mishap, Place
from tools.drill.telling import Result

_SQLITE_PAGE: Final = 4096
_KIB: Final = (64, 1400)
"""Between nothing at all and room for the whole run."""
_ROOM: Final = "64m"


def disk(company: Company, result: Result, count: int) -> None:
    """Fill the disk of the archive and of the store at every place, and that of the command so many times."""
    new_place = sqlite_places(company)
    calm = undisturbed(company, new_place)
    _fill(company, new_place, result, calm)
    _fill_store(company, new_place, result, calm)
    try:
        _fill_file_system(company, result, count)
    except subprocess.CalledProcessError:
        result.tried["file systems that could not be mounted: it takes root"] += 1


def _fill(company: Company, new_place: NewPlace, result: Result, calm: Calm) -> None:
    """Let every step of the archive be the first that finds no space, until a run needs no more."""
    steps, ended = 0, int(ExitCode.DISK_FULL)
    while ended == ExitCode.DISK_FULL:
        ended = _try(company, new_place(f"archive{steps}"), result, calm, Mishap(disk_steps=steps))
        steps += 1
    result.demand(held=ended == 0, otherwise=f"with {steps - 1} steps of the archive a run ends with {ended}")
    result.tried["steps of the archive without space"] += steps - 1


def _fill_store(company: Company, new_place: NewPlace, result: Result, calm: Calm) -> None:
    """Let the store grow by one page more with every try, until a run needs no more."""
    pages = _pages_of(new_place("size").folder / "store.sqlite3")
    ended: Counter[int] = Counter()
    while not ended[ExitCode.DONE]:
        mishap = Mishap(store_pages=pages + ended.total())
        ended[_try(company, new_place(f"store{ended.total()}"), result, calm, mishap)] += 1
    for code, times in ended.items():
        result.tried[f"sizes of a store: exit {code}"] += times
        held = code in {ExitCode.DONE, ExitCode.DISK_FULL}
        result.demand(held=held, otherwise=f"{times} runs whose store may not grow end with {code}")


def _pages_of(file: Path) -> int:
    return file.stat().st_size // _SQLITE_PAGE


def _try(company: Company, place: Place, result: Result, calm: Calm, mishap: Mishap) -> int:
    ended = company.run(place, mishap)
    for problem in problems(place):
        result.broken.append(f"{place.folder.name}, disk full: {problem}")
    finish(company, place, result, calm, over=ended == ExitCode.DONE)
    return ended


def _fill_file_system(company: Company, result: Result, count: int) -> None:
    """Run the command on a file system of few KiB, give it room, and run it again; raises CalledProcessError."""
    rng = Random(result.seed)  # noqa: S311 -- repeatable on purpose
    site = FixtureSite()
    with site:
        for trial in range(count):
            place = company.place(f"mounted{trial}")
            kib = rng.randint(*_KIB)
            with _mounted(place.folder, f"{kib}k"):
                configure(place.folder, site, delay_seconds=0)
                code, _, err = end(start(place.folder, *RUN))
                result.tried[f"file systems too small: exit {code}"] += 1
                held = code in {ExitCode.DONE, ExitCode.DISK_FULL}
                result.demand(held=held, otherwise=f"{kib} KiB: a run ends with {code}: {error_of(err)}")
                _mount("-o", f"remount,size={_ROOM}", str(place.folder))
                code = end(start(place.folder, *RUN))[0]
                result.demand(held=code == ExitCode.DONE, otherwise=f"{kib} KiB: with room again it ends with {code}")
                result.broken += [f"{kib} KiB: {problem}" for problem in problems(place)]


@contextmanager
def _mounted(folder: Path, size: str) -> Iterator[None]:
    _mount("-t", "tmpfs", "-o", f"size={size}", "kommunestatus-drill", str(folder))
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 -- the system's own


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, stderr=subprocess.DEVNULL)  # noqa: S603, S607 -- the system's own

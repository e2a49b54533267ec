"""`kill -9` at any moment and at every named step, in either database; the next run ends as if nothing had been."""

import shutil
from dataclasses import dataclass
from random import Random
from typing import Final, Protocol

from pipeline.crawl.visiting import ARCHIVED, FETCHED, READ, SETTLED
from tools.drill.company import Company, Files, differing, exported, problems, with_tables
from tools.drill.rehearsal import NAMES, Mishap, Place
from tools.drill.telling import Result

STEPS: Final = (FETCHED, ARCHIVED, READ, SETTLED)
_KILLED: Final = -9
_MOST_KILLS: Final = 3
"""Of one run and those that take it up."""
_FROM_NOTHING: Final = 4
"""Every so many trials begin without tables, so that kills come during migrations too."""


class NewPlace(Protocol):
    """Makes an empty place."""

    def __call__(self, name: str, *, ready: bool = True) -> Place:
        """Make it by its name; `ready` says whether its store has tables already."""


@dataclass(frozen=True)
class Calm:
    """A run that nothing disturbed."""

    files: Files
    seconds: float


def kill(company: Company, new_place: NewPlace, result: Result, count: int) -> None:
    """Kill until so many processes died under way, take each run up, and compare; results go into `result`."""
    rng = Random(result.seed)  # noqa: S311 -- repeatable on purpose
    calm = undisturbed(company, new_place)
    trial = 0
    while result.tried["kills"] < count:
        trial += 1
        place = new_place(f"kill{trial}", ready=trial % _FROM_NOTHING != 0)
        ended = _KILLED
        for _ in range(rng.randint(1, _MOST_KILLS)):
            if ended == _KILLED:
                ended = _strike(company, place, result, (rng, calm.seconds))
        finish(company, place, result, calm, over=ended == 0)


def undisturbed(company: Company, new_place: NewPlace) -> Calm:
    """What a run leaves that nothing disturbs, and how long it takes."""
    company.seconds(new_place("warm"))
    place = new_place("calm")
    seconds = company.seconds(place)
    return Calm(exported(place), seconds)


def finish(company: Company, place: Place, result: Result, calm: Calm, *, over: bool = False) -> None:
    """Take a disturbed run up unless it is over, and demand that it ends as the undisturbed one."""
    name = place.folder.name
    if not over:
        ended = company.run(place)
        result.tried["runs taken up to their end"] += 1
        result.demand(held=ended == 0, otherwise=f"{name}: the run that takes over ends with {ended}")
    different = differing(exported(place), calm.files)
    result.demand(held=not different, otherwise=f"{name}: exports differ in {', '.join(different)}")
    for problem in problems(place):
        result.broken.append(f"{name}: {problem}")
    shutil.rmtree(place.folder)


def _strike(company: Company, place: Place, result: Result, chance: tuple[Random, float]) -> int:
    """Kill a rehearsal at a step or at a moment, and demand that what it leaves is sound; gives how it ended."""
    rng, seconds = chance
    step = rng.choice([*STEPS, None, None, None, None])
    if step:
        where = f"at step {step}"
        ended = company.run(place, Mishap(dies_at=(step, rng.randint(1, len(NAMES)))))
    else:
        where = "at a random moment"
        actor = company.start(place)
        actor.kill_after(rng.uniform(0, seconds))
        ended = actor.end()
    if ended == _KILLED:
        result.tried["kills"] += 1
        result.tried[f"kills {where}"] += 1
    else:
        result.tried["ended before the kill"] += 1
        result.demand(held=ended == 0, otherwise=f"{place.folder.name}: a run ends with {ended}")
    for problem in problems(place):
        result.broken.append(f"{place.folder.name}, killed {where}: {problem}")
    return ended


def sqlite_places(company: Company) -> NewPlace:
    """Places with SQLite stores; those with tables are copies of one."""
    template = company.place("template")
    with_tables(template.store)

    def new(name: str, *, ready: bool = True) -> Place:
        place = company.place(name)
        if ready:
            shutil.copy(template.folder / "store.sqlite3", place.folder)
        return place

    return new

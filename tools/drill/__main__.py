"""`python -m tools.drill`: holds the drills of reliability, and ends with 1 when anything was lost or doubled."""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tools.drill.command import signals, starts
from tools.drill.company import Company, company
from tools.drill.database import cut, kill_postgres, locked
from tools.drill.disk import disk
from tools.drill.fuzz import fuzz
from tools.drill.kill import kill, sqlite_places
from tools.drill.telling import Result

Drill = Callable[[Company, Result, int], None]
"""Tries so many things, and puts what comes of them into the result."""


def _kill(actors: Company, result: Result, count: int) -> None:
    kill(actors, sqlite_places(actors), result, count)


DRILLS: Final[Mapping[str, tuple[Drill, int]]] = {
    "kill": (_kill, 300),
    "kill-postgres": (kill_postgres, 60),
    "locked": (locked, 20),
    "cut": (cut, 45),
    "disk": (disk, 6),
    "starts": (starts, 20),
    "signals": (signals, 30),
    "fuzz": (fuzz, 10),
}
"""Each drill, and how much it tries unless told otherwise."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Hold the drills that were asked for."""
    options = _parser().parse_args(arguments)
    broken = False
    counts = {"fuzz": options.minutes}
    for name in options.only or DRILLS:
        drill, usual = DRILLS[name]
        result = Result(name, options.seed)
        began = time.monotonic()
        with company() as actors:
            drill(actors, result, counts.get(name) or options.count or usual)
        sys.stdout.write(result.text(time.monotonic() - began))
        sys.stdout.flush()
        broken |= bool(result.broken)
    return int(broken)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.drill", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=tuple(DRILLS), metavar="NAME", help=", ".join(DRILLS))
    parser.add_argument("--seed", type=int, default=1, help="of all that is left to chance")
    parser.add_argument("--count", type=int, metavar="N", help="how much each drill tries")
    parser.add_argument("--minutes", type=int, metavar="N", help="how long `fuzz` tries")
    return parser


if __name__ == "__main__":
    sys.exit(main())

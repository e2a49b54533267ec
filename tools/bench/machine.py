"""What the figures were measured on, as a class of machine: no names, no paths."""

import os
import platform
from dataclasses import dataclass
from typing import Final

from tools.bench.peers import installed

_DISTRIBUTIONS: Final = (
    "spacy",
    "lxml",
    "selectolax",
    "httpx",
    "trafilatura",
    "readability-lxml",
    "newspaper4k",
    "scrapy",
)


@dataclass(frozen=True)
class Machine:
    """Cores, interpreter, versions, and how busy it was."""

    cores: int
    system: str
    python: str
    versions: tuple[str, ...]
    load: float
    """Processes that wanted a core in the minute before the benchmark."""


def this_machine() -> Machine:
    """The machine as it is now; its load is that of the minute before."""
    return Machine(
        cores=len(os.sched_getaffinity(0)),
        system=f"{platform.system()} {platform.machine()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        versions=tuple(f"{name} {found}" for name in _DISTRIBUTIONS if (found := installed(name))),
        load=os.getloadavg()[0],
    )

"""One section of the benchmark in a process of its own, with one thread for linear algebra.

Task: `name`, `effort`. Answer: the section.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Final

from pydantic import TypeAdapter

from tools.bench import crawling, endurance, extraction, parallel, replaying, scaling, starting, storing
from tools.bench.effort import Effort
from tools.bench.figures import Section
from tools.bench.processes import asked, say

MEASURES: Final[Mapping[str, Callable[[Effort], Section]]] = {
    "extraction": extraction.measure,
    "starting": starting.measure,
    "endurance": endurance.measure,
    "parallel": parallel.measure,
    "replaying": replaying.measure,
    "crawling": crawling.measure,
    "storing": storing.measure,
    "scaling": scaling.measure,
}

if __name__ == "__main__":
    task = asked()
    effort = TypeAdapter(Effort).validate_python(task["effort"])
    say(sys.stdout, asdict(MEASURES[task["name"]](effort)))

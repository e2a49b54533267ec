"""`python -m tools.bench`: measures, prints the figures as Markdown, and writes them with a chart where it is told."""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from tools.bench import chart, markdown
from tools.bench.effort import FULL, QUICK, Effort
from tools.bench.figures import Section
from tools.bench.machine import this_machine
from tools.bench.processes import told

NAMES: Final = ("extraction", "starting", "endurance", "parallel", "replaying", "crawling", "storing", "scaling")
PAGE: Final = "benchmarks.md"
CHART: Final = "benchmarks.svg"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; that a bar is not met is a figure, and no failure."""
    options = _parser().parse_args(arguments)
    effort = QUICK if options.quick else FULL
    if options.longest:
        effort = effort.up_to(options.longest)
    if options.profile:
        from tools.bench.profiling import profile  # noqa: PLC0415 -- it needs spaCy, and nothing else here does

        sys.stdout.write(profile(effort))
        return 0
    machine = this_machine()
    sections: list[Section] = []
    for name in options.only or NAMES:
        sections.append(_measured(name, effort))
        page = markdown.page(sections, machine, options.date, CHART)
        if options.out:  # after each section, so that a run that is cut off leaves what it has
            _write(options.out, page, chart.svg(sections))
    sys.stdout.write(page)
    return 0


def _write(folder: Path, page: str, picture: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PAGE).write_text(page, encoding="utf-8")
    (folder / CHART).write_text(picture, encoding="utf-8")


def _measured(name: str, effort: Effort) -> Section:
    began = time.monotonic()
    answer = told("tools.bench.tasks.section", {"name": name, "effort": asdict(effort)})
    sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    return TypeAdapter(Section).validate_python(answer)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=NAMES, metavar="NAME", help=f"sections: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="a tiny run that shows that everything works")
    parser.add_argument("--longest", type=int, metavar="PAGES", help="pages for memory and growth, 20,000 by default")
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"where {PAGE} and {CHART} are written")
    parser.add_argument("--date", help="the date to write on the page")
    parser.add_argument("--profile", action="store_true", help="only show where the time of extract goes")
    return parser


if __name__ == "__main__":
    sys.exit(main())

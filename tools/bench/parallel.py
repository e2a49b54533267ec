"""The worker processes of the scheduled run: what a second one brings."""

import os
import time
from collections.abc import Sequence
from functools import partial
from typing import Final

from pipeline.errors import OverBudget
from pipeline.settings import MIB
from pipeline.workers import Plan, Workers
from schemas.page import RawPage
from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.pages import another_article, dressed_pages

_PLAN: Final = Plan(extract="pipeline.run:extract_page", page_seconds=60, page_memory=1024 * MIB)
_BAR: Final = Bar("at least", 1.8)


def measure(effort: Effort) -> Section:
    """Pages a second with one worker and with two, and the ratio."""
    pages = [another_article(page, n) for n, page in enumerate(dressed_pages(effort.pages))]
    with Workers(_PLAN, processes=1) as one, Workers(_PLAN, processes=2) as two:
        tasks = {"1 process": partial(_rate, one, pages), "2 processes": partial(_rate, two, pages)}
        interleaved(tasks, 1)  # the workers start, and compile what they need
        samples = interleaved(tasks, effort.repeats)
    return Section(
        title="Worker processes",
        how=(
            f"{len(pages)} pages from memory through worker processes that can be killed, records back, on "
            f"{len(os.sched_getaffinity(0))} cores; {effort.repeats} times in turn, by the clock on the wall."
        ),
        figures=(
            *(Figure(name, "pages/s", values) for name, values in samples.items()),
            ratio("2 processes / 1 process", samples["2 processes"], samples["1 process"], _BAR),
        ),
    )


def _rate(workers: Workers, pages: Sequence[RawPage]) -> float:
    began = time.perf_counter()
    for _, made in workers.results(pages):
        if isinstance(made, OverBudget):
            raise made
    return len(pages) / (time.perf_counter() - began)

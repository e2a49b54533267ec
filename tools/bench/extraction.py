"""One page from bytes to record, against what others make of the same bytes."""

import time
from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median
from typing import Final

from schemas.page import RawPage
from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.pages import another_article, changed_records, dressed_pages
from tools.bench.peers import LEAST, OURS, TRAFILATURA, Task, extractors, least, ours

_HALF: Final = 0.5
_WARM: Final = 11


class RecordsDifferError(Exception):
    """The constructed chrome changes what is read, so the pages are not fit to measure on."""


def measure(effort: Effort) -> Section:
    """Milliseconds of processor time a page, and the ratios of ours to each other one's on the same page."""
    pages = dressed_pages(effort.pages)
    changed = changed_records(pages)
    if changed:
        message = f"{len(changed)} of {len(pages)} pages, such as {changed[0]}"
        raise RecordsDifferError(message)
    peers, missing = extractors()
    samples = _samples({OURS: ours, **peers}, pages, effort.rounds)
    others = [name for name in samples if name != OURS]
    sizes = sorted(len(page.body) for page in pages)
    return Section(
        title="A page from bytes to result",
        how=(
            f"{len(pages)} constructed pages of {sizes[0] // 1000} to {sizes[-1] // 1000} KB; each extractor reads "
            f"each page {effort.rounds} times, in turn with the others, the middle time counts. Processor time of one "
            f"process; the spread is that of the pages. Every page gives the same record as its article without the "
            f"chrome; for each reading, some 45 words that nobody has seen are then strewn over the article, so that "
            f"nothing remembered of it helps. Ours gives the validated record with its evidence; {LEAST} is a lexbor "
            f"parse, the tokens of an article's lines, and the validation of a record known before; the others give "
            f"text, or a tree."
        ),
        figures=(
            *(Figure(name, "ms", values) for name, values in samples.items()),
            *(ratio(f"{OURS} / {name}", samples[OURS], samples[name], _bar(name)) for name in others),
        ),
        notes=missing,
    )


def _bar(name: str) -> Bar | None:
    return Bar("at most", _HALF) if name == TRAFILATURA else None


def _samples(tasks: dict[str, Task], pages: Sequence[RawPage], rounds: int) -> dict[str, tuple[float, ...]]:
    """The middle time of every page for every task, in ms."""
    tasks = tasks | {LEAST: least}
    for page in pages[:_WARM]:  # what is imported or compiled at first use
        for task in tasks.values():
            task(page)
    by_page = [_page_samples(tasks, page, range(n * rounds, (n + 1) * rounds)) for n, page in enumerate(pages)]
    return {name: tuple(median(samples[name]) for samples in by_page) for name in tasks}


def _page_samples(tasks: dict[str, Task], page: RawPage, numbers: range) -> dict[str, tuple[float, ...]]:
    """Times of every task for a page as it would be in further articles, each of which all tasks read once."""
    articles = {name: iter([another_article(page, number) for number in numbers]) for name in tasks}
    timed = {name: partial(_milliseconds, task, articles[name]) for name, task in tasks.items()}
    return interleaved(timed, len(numbers))


def _milliseconds(task: Task, pages: Iterator[RawPage]) -> float:
    page = next(pages)
    began = time.process_time()
    task(page)
    return (time.process_time() - began) * 1000

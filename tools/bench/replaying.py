"""The archive read again: what a second worker brings to `replay`, by the clock and by processor time."""

import resource
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pipeline.archive import Archive, ExchangeNote
from pipeline.crawl.replaying import newest_pages, replay
from pipeline.crawl.session import plan_of
from pipeline.run import extract_page
from pipeline.settings import Settings
from pipeline.store import engine_for, migrate
from pipeline.workers import Workers
from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.pages import another_article, dressed_pages

_BAR: Final = Bar("at least", 1.5)
_FETCHED: Final = datetime(2026, 1, 1, tzinfo=UTC)
_DIFFERENT: Final = 44


@dataclass(frozen=True)
class Cost:
    """What a page of a replay costs, in seconds."""

    clock: float
    main: float
    """Processor time of the process that replays."""
    workers: float
    """Processor time of its workers and of their nursery, from their start."""


@dataclass(frozen=True)
class _Replays:
    folder: Path
    archive: Archive
    costs: dict[int, list[Cost]]
    numbers: Iterator[int]

    def rate(self, processes: int) -> float:
        """Pages a second into an empty store."""
        cost = self._cost(processes)
        self.costs.setdefault(processes, []).append(cost)
        return 1 / cost.clock

    def _cost(self, processes: int) -> Cost:
        engine = engine_for(f"sqlite:///{self.folder / str(next(self.numbers))}.sqlite3")
        migrate(engine)
        children = _children()
        with Workers(plan_of(Settings(page_seconds=60), extract_page), processes=processes) as workers:
            list(workers.results(dressed_pages(processes)))  # so that they have started
            began, used = time.perf_counter(), time.process_time()
            pages = replay(engine, newest_pages(self.archive, engine), workers.results).pages
            clock, main = time.perf_counter() - began, time.process_time() - used
        engine.dispose()
        return Cost(clock / pages, main / pages, (_children() - children) / pages)


def measure(effort: Effort) -> Section:
    """Pages a second with one worker and with two, the ratio, and where the processor time goes."""
    with TemporaryDirectory() as folder:
        replays = _Replays(Path(folder), _archive(Path(folder), effort.crawled), {}, count())
        tasks = {"1 process": partial(replays.rate, 1), "2 processes": partial(replays.rate, 2)}
        samples = interleaved(tasks, effort.repeats)
    _, main, workers = zip(*(astuple(cost) for cost in replays.costs[1]), strict=True)
    return Section(
        title="The archive read again",
        how=(
            f"`replay` of {effort.crawled} archived pages into an empty store, one worker process and two in turn, "
            f"{effort.repeats} times, by the clock on the wall. Two workers share two cores with the process that "
            f"feeds them and stores: by processor time alone, the ratio to expect is 2w / (w + m), w a worker's time "
            f"for a page and m that of the process that replays."
        ),
        figures=(
            *(Figure(f"replay, {name}", "pages/s", values) for name, values in samples.items()),
            ratio("2 processes / 1 process", samples["2 processes"], samples["1 process"], _BAR),
            Figure("processor time of the process that replays, a page", "ms", tuple(1000 * m for m in main)),
            Figure("processor time of its worker, a page, start included", "ms", tuple(1000 * w for w in workers)),
            Figure(
                "2 processes / 1 process, to expect of processor time",
                "×",
                tuple(min(2.0, 2 * w / (w + m)) for m, w in zip(main, workers, strict=True)),
            ),
        ),
    )


def _archive(folder: Path, number: int) -> Archive:
    archive = Archive(folder / "archive")
    dressed = dressed_pages(_DIFFERENT)
    for place in range(number):
        page = another_article(dressed[place % len(dressed)], place)
        archive.keep(page.body, ExchangeNote(url=page.url, requested_url=page.url, status=200, fetched_at=_FETCHED))
    return archive


def _children() -> float:
    """Processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

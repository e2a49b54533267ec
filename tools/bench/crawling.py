"""A site on this computer, fetched and read: the project's client and Scrapy in turn."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.peers import installed
from tools.bench.processes import serving, told

_CONCURRENCY: Final = 16
_OURS: Final = "tools.bench.tasks.crawl"
_SCRAPY: Final = "tools.bench.tasks.crawl_scrapy"
_FETCH_BAR: Final = Bar("at least", 1.3)
_STORE_BAR: Final = Bar("at least", 2.5)


class NotAllCrawledError(Exception):
    """A crawl lost pages, so its speed means nothing."""


@dataclass(frozen=True)
class _Crawls:
    """The addresses of a site, and where stores may be made."""

    urls: list[str]
    folder: Path
    numbers: Iterator[int]

    def rate(self, module: str, *, store: bool) -> float:
        """Pages a second."""
        path = str(self.folder / f"{next(self.numbers)}.sqlite3") if store else None
        task = {"urls": self.urls, "concurrency": _CONCURRENCY, "store": path, "processes": _cores()}
        answer = told(module, task)
        if answer["done"] != len(self.urls):
            message = f"{module}: {answer['done']} of {len(self.urls)} pages"
            raise NotAllCrawledError(message)
        return float(answer["done"] / answer["seconds"])


def measure(effort: Effort) -> Section:
    """Pages a second that are fetched, and that become stored records; ratios to Scrapy's."""
    peers = [name for name in ("scrapy", "trafilatura") if installed(name) is None]
    with TemporaryDirectory() as folder, serving("tools.bench.tasks.site", {"pages": effort.crawled}) as site:
        crawls = _Crawls(site["urls"], Path(folder), count())
        fetched = interleaved(_tasks(crawls, scrapy="scrapy" not in peers, store=False), effort.repeats)
        stored = interleaved(_tasks(crawls, scrapy=not peers, store=True), effort.repeats)
    return Section(
        title="A crawl",
        how=(
            f"{effort.crawled} constructed pages on the fixture site, which another process serves; delay 0, "
            f"{_CONCURRENCY} requests at once, robots.txt obeyed; {effort.repeats} times in turn, each in a process of "
            f"its own, by the clock on the wall from the first request to the last page. To stored record, ours is "
            f"fetching, extraction in {_cores()} worker processes and one transaction an article, as in the scheduled "
            f"run but without its archive; Scrapy's is trafilatura, seven patterns and one transaction a page, in its "
            f"one process."
        ),
        figures=(*_figures("fetched", fetched, _FETCH_BAR), *_figures("to stored record", stored, _STORE_BAR)),
        notes=tuple(f"{name} is not installed: left out" for name in peers),
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _tasks(crawls: _Crawls, *, scrapy: bool, store: bool) -> dict[str, Callable[[], float]]:
    tasks = {"kommunestatus": lambda: crawls.rate(_OURS, store=store)}
    if scrapy:
        tasks["Scrapy"] = lambda: crawls.rate(_SCRAPY, store=store)
    return tasks


def _figures(what: str, samples: dict[str, tuple[float, ...]], bar: Bar) -> Iterator[Figure]:
    for name, values in samples.items():
        yield Figure(f"{name}, {what}", "pages/s", values)
    if len(samples) > 1:
        ours, theirs = samples.values()
        yield ratio(f"kommunestatus / Scrapy, {what}", ours, theirs, bar)

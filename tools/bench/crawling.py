"""A site on this computer, fetched and read: the project's client and Scrapy in turn."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.peers import OURS, installed
from tools.bench.processes import Json, serving, told

RUN: Final = "kommunestatus run"
SCRAPY: Final = "Scrapy"
_CONCURRENCY: Final = 16
_OURS: Final = "tools.bench.tasks.crawl"
_RUN: Final = "tools.bench.tasks.run"
_SCRAPY: Final = "tools.bench.tasks.crawl_scrapy"
_FETCH_BAR: Final = Bar("at least", 1.3)
_STORE_BAR: Final = Bar("at least", 2.5)


class NotAllCrawledError(Exception):
    """A crawl lost pages, so its speed means nothing."""


@dataclass(frozen=True)
class _Crawls:
    """The addresses of a site, and where stores may be made."""

    site: str
    urls: list[str]
    folder: Path
    numbers: Iterator[int]

    def fetched(self, module: str) -> float:
        """Pages a second that a crawler fetches."""
        return self._rate(module, {"urls": self.urls, "store": None})

    def stored(self, module: str) -> float:
        """Pages a second that it fetches, reads and stores."""
        store = f"{self._place()}.sqlite3"
        return self._rate(module, {"urls": self.urls, "store": store, "processes": _cores()})

    def run(self) -> float:
        """Pages a second of the whole scheduled run."""
        return self._rate(_RUN, {"site": self.site, "folder": self._place()})

    def _place(self) -> str:
        return str(self.folder / str(next(self.numbers)))

    def _rate(self, module: str, task: Json) -> float:
        answer = told(module, {**task, "concurrency": _CONCURRENCY})
        if answer["done"] != len(self.urls):
            message = f"{module}: {answer['done']} of {len(self.urls)} pages"
            raise NotAllCrawledError(message)
        return float(answer["done"] / answer["seconds"])


def measure(effort: Effort) -> Section:
    """Pages a second that are fetched, and that become stored records; ratios to Scrapy's."""
    peers = [name for name in ("scrapy", "trafilatura") if installed(name) is None]
    with TemporaryDirectory() as folder, serving("tools.bench.tasks.site", {"pages": effort.crawled}) as site:
        crawls = _Crawls(site["site"], site["urls"], Path(folder), count())
        fetched = interleaved(_tasks(crawls.fetched, scrapy="scrapy" not in peers), effort.repeats)
        stored = interleaved({**_tasks(crawls.stored, scrapy=not peers), RUN: crawls.run}, effort.repeats)
    return Section(
        title="A crawl",
        how=(
            f"{effort.crawled} constructed pages on the fixture site, which another process serves; delay 0, "
            f"{_CONCURRENCY} requests at once, robots.txt obeyed; {effort.repeats} times in turn, each in a process of "
            f"its own, by the clock on the wall from the first request to the last page. To stored record, ours is "
            f"fetching, extraction in {_cores()} worker processes, and one transaction for what is ready at a time; "
            f"Scrapy's is trafilatura, seven patterns and one transaction for ten pages, in its one process. The "
            f"scheduled run does more: it finds the pages itself, archives each as received, and writes down what came "
            f"of every address; its start is in its time."
        ),
        figures=(*_figures("fetched", fetched, _FETCH_BAR), *_figures("to stored record", stored, _STORE_BAR)),
        notes=tuple(f"{name} is not installed: left out" for name in peers),
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _tasks(rate: Callable[[str], float], *, scrapy: bool) -> dict[str, Callable[[], float]]:
    modules = {OURS: _OURS, SCRAPY: _SCRAPY} if scrapy else {OURS: _OURS}
    return {name: partial(rate, module) for name, module in modules.items()}


def _figures(what: str, samples: dict[str, tuple[float, ...]], bar: Bar) -> Iterator[Figure]:
    for name, values in samples.items():
        yield Figure(f"{name}, {what}", "pages/s", values)
    for name in (OURS, RUN):
        if name in samples and SCRAPY in samples:
            yield ratio(f"{name} / {SCRAPY}, {what}", samples[name], samples[SCRAPY], bar if name == OURS else None)

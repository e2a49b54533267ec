"""Crawls some URLs with Scrapy, and stores what trafilatura and some patterns find if there is a store.

Task and answer as in `crawl.py`. This is how such a job is usually written; it keeps no evidence and validates nothing.
"""

import re
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, Final

from tools.bench.pages import dressed_pages
from tools.bench.processes import asked, say

_PATTERNS: Final = {
    "municipality": re.compile(r"\b([A-ZÆØÅ][\wæøå-]{1,30}) Kommune\b"),
    "period": re.compile(r"status ([\w. ]{4,30})"),
    "strategy": re.compile(r"strategi for social[^?]{0,80}\?\s+([^.]{1,300}\.)"),
    "enterprises": re.compile(r"\b(\d{1,4})\s(?:social|virksomheder)"),
    "jobs": re.compile(r"\b(\d{1,5})\s(?:job|ansatte|medarbejdere)"),
    "email": re.compile(r"\b([\w.+-]{1,60}@[\w-]{1,60}\.[a-z]{2,10})\b"),
    "phone": re.compile(r"\b(\d{2} ?\d{2} ?\d{2} ?\d{2})\b"),
}
_TABLE: Final = "CREATE TABLE articles (url, text, municipality, period, strategy, enterprises, jobs, email, phone)"
_INSERT: Final = (
    "INSERT INTO articles VALUES (:url, :text, :municipality, :period, :strategy, :enterprises, :jobs, :email, :phone)"
)
_AT_ONCE: Final = 10
"""Pages in one transaction: about as many as ours come together in."""
Keep = Callable[[str, bytes], None]


@dataclass
class Clock:
    """When the first request was made and the last page done, and how many were."""

    began: float = 0.0
    ended: float = 0.0
    done: int = 0


def crawl(urls: list[str], concurrency: int, keep: Keep) -> Clock:
    """Fetch all, and keep each."""
    scrapy = import_module("scrapy")
    clock = Clock()

    async def start(_spider: object) -> AsyncIterator[object]:
        clock.began = time.perf_counter()
        for url in urls:
            yield scrapy.Request(url)

    def parse(_spider: object, response: Any) -> None:  # noqa: ANN401 -- Scrapy has no types here
        keep(response.url, response.body)
        clock.done += 1
        clock.ended = time.perf_counter()

    spider = type("Spider", (scrapy.Spider,), {"name": "bench", "start": start, "parse": parse})
    process = import_module("scrapy.crawler").CrawlerProcess(_settings(concurrency))
    process.crawl(spider)
    process.start()
    return clock


def _settings(concurrency: int) -> dict[str, object]:
    return {
        "CONCURRENT_REQUESTS": concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "LOG_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
    }


def _drop(_url: str, body: bytes) -> None:
    len(body)


def stored(urls: list[str], concurrency: int, path: Path) -> Clock:
    """Crawl to stored rows, some pages in one transaction."""
    extract = import_module("trafilatura").extract
    for page in dressed_pages(1):
        extract(page.body)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_TABLE)

        pages = count(1)

        def keep(url: str, body: bytes) -> None:
            text = extract(body) or ""
            found = {name: pattern.search(text) for name, pattern in _PATTERNS.items()}
            row = {name: match and match.group(1) for name, match in found.items()}
            connection.execute(_INSERT, {"url": url, "text": text, **row})
            if next(pages) % _AT_ONCE == 0:
                connection.commit()

        clock = crawl(urls, concurrency, keep)
        connection.commit()
        clock.ended = time.perf_counter()
        return clock


if __name__ == "__main__":
    task = asked()
    if task["store"]:
        clock = stored(task["urls"], task["concurrency"], Path(task["store"]))
    else:
        clock = crawl(task["urls"], task["concurrency"], _drop)
    say(sys.stdout, {"seconds": clock.ended - clock.began, "done": clock.done})

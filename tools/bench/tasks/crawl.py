"""Crawls some URLs with the project's own client, and stores the records if there is a store.

Task: `urls`, `concurrency`, `store` (a path, or null for fetching alone), `processes`. Answer: `seconds`, from the
first request to the last page or record, and `done`, pages or records.
"""

import asyncio
import sys
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from pipeline.fetch.client import Fetcher
from pipeline.settings import Settings, settings_with
from pipeline.store import engine_for, migrate, save
from pipeline.workers import Plan, Workers
from schemas.page import RawPage
from schemas.record import StatusRecord
from tools.bench.pages import dressed_pages
from tools.bench.processes import Json, asked, say

_LOOPBACK: Final = ("127.0.0.0/8",)
_PATIENCE: Final = 60.0
"""Seconds."""
_WARM: Final = 22
"""Pages that are read before, so that what is imported or compiled at first use is no part of the crawl."""
Keep = Callable[[RawPage], Awaitable[bool]]


async def crawl(urls: list[str], settings: Settings, keep: Keep) -> Json:
    """Fetch all, `connections` at a time, and keep each."""
    waiting = iter(urls)
    async with Fetcher(settings, partial(datetime.now, UTC)) as fetcher:
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_work(fetcher, waiting, keep)) for _ in range(settings.connections)]
        return {"seconds": time.perf_counter() - began, "done": sum(task.result() for task in tasks)}


async def _work(fetcher: Fetcher, urls: Iterator[str], keep: Keep) -> int:
    done = 0
    for url in urls:
        done += await keep(await fetcher.page(url))
    return done


async def _drop(page: RawPage) -> bool:
    return bool(page.body)


def stored(urls: list[str], settings: Settings, path: Path, processes: int) -> Json:
    """Crawl to stored records: read in workers, one transaction an article."""
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine)
    plan = Plan(extract="pipeline.run:extract_page", page_seconds=60, page_memory=settings.page_memory)
    with Workers(plan, processes=processes) as workers:
        deque(workers.results(dressed_pages(_WARM)), maxlen=0)

        async def keep(page: RawPage) -> bool:
            made = await asyncio.wrap_future(workers.submit(page))
            if isinstance(made, StatusRecord):
                save(engine, made, page)
            return isinstance(made, StatusRecord)

        answer = asyncio.run(crawl(urls, settings, keep))
    engine.dispose()
    return answer


def settings_for(connections: int) -> Settings:
    """For the loopback site, without pauses; a busy machine may take its time."""
    patient = {"connect_seconds": _PATIENCE, "idle_seconds": _PATIENCE, "dns_seconds": _PATIENCE}
    return settings_with(allow_private=_LOOPBACK, delay_seconds=0, connections=connections, **patient)


if __name__ == "__main__":
    task = asked()
    settings = settings_for(task["concurrency"])
    if task["store"]:
        found = stored(task["urls"], settings, Path(task["store"]), task["processes"])
    else:
        found = asyncio.run(crawl(task["urls"], settings, _drop))
    say(sys.stdout, found)

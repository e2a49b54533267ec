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

from sqlalchemy import Engine

from pipeline.crawl.desk import Desk
from pipeline.crawl.session import READY
from pipeline.fetch.client import Fetcher
from pipeline.settings import Settings, settings_with
from pipeline.store import SaveResult, engine_for, migrate, save
from pipeline.store.engine import writing
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


async def crawl(urls: list[str], settings: Settings, keep: Keep, tasks: int | None = None) -> Json:
    """Fetch all, `connections` at a time, and keep each; so many `tasks` do both, by default one a connection."""
    waiting = iter(urls)
    async with Fetcher(settings, partial(datetime.now, UTC)) as fetcher:
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            work = [group.create_task(_work(fetcher, waiting, keep)) for _ in range(tasks or settings.connections)]
        return {"seconds": time.perf_counter() - began, "done": sum(task.result() for task in work)}


async def _work(fetcher: Fetcher, urls: Iterator[str], keep: Keep) -> int:
    done = 0
    for url in urls:
        done += await keep(await fetcher.page(url))
    return done


def _save(engine: Engine, made: list[tuple[StatusRecord, RawPage]]) -> list[SaveResult]:
    with writing(engine) as connection:
        return [save(connection, record, page) for record, page in made]


async def _drop(page: RawPage) -> bool:
    return bool(page.body)


def stored(urls: list[str], settings: Settings, path: Path, processes: int) -> Json:
    """Crawl to stored records: read in workers; what is ready at a time is one transaction, as in the scheduled run."""
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine)
    plan = Plan(extract="pipeline.run:extract_page", page_seconds=60, page_memory=settings.page_memory)
    with Workers(plan, processes=processes) as workers:
        deque(workers.results(dressed_pages(_WARM)), maxlen=0)
        desk = Desk(partial(_save, engine))

        async def keep(page: RawPage) -> bool:
            with desk.expecting():
                made = await asyncio.wrap_future(workers.submit(page))
            return isinstance(made, StatusRecord) and await desk.settle((made, page)) is SaveResult.NEW

        tasks = settings.connections + READY * processes
        answer = asyncio.run(crawl(urls, settings, keep, tasks))
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

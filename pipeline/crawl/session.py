"""A run as the command starts it: lock, store, archive, network and workers around the run itself."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import stamina
from sqlalchemy import Engine

from pipeline.archive import Archive, ExchangeNote
from pipeline.config import Config
from pipeline.crawl.ledger import Ledger
from pipeline.crawl.local import LocalSources
from pipeline.crawl.lock import run_lock
from pipeline.crawl.replaying import newest_pages, replay
from pipeline.crawl.running import Notice, Run, Stop
from pipeline.crawl.summary import raise_alarm, summary_of, write_health
from pipeline.crawl.visiting import Steps, Visitor
from pipeline.errors import ExitCode, FetchError, KommunestatusError, StoreUnavailable
from pipeline.fetch.client import Fetcher
from pipeline.settings import Settings
from pipeline.store import engine_for, migrate
from pipeline.workers import Plan, Workers
from pipeline.workers.plan import name_of
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

READY: Final = 4
"""URLs for each worker that are under way beside those that are being fetched: so that no worker waits for a page."""
STORE_SECONDS: Final = 30.0
"""How long a run waits for a store that is away, before it gives up."""


@dataclass(frozen=True)
class Asked:
    """What the command asks of a run."""

    full: bool = False
    """Fetch everything, changed or not."""
    limit: int | None = None
    """No more URLs than so many, of each site."""


@dataclass(frozen=True)
class Session:
    """One run, from the lock to the summary."""

    config: Config
    asked: Asked
    extract: Callable[[RawPage], StatusRecord | Rejection]
    clock: Callable[[], datetime]
    notice: Notice
    code_version: str
    step: Steps = lambda _name: None

    def run(self) -> dict[str, Any]:
        """Run until everything is settled, or until a signal asks to stop; returns the summary.

        Raises AnotherRun, StoreUnavailable, DiskFull, UsageError.
        """
        with run_lock(self.config.archive):
            try:
                summary = self._run_in_store()
            except KommunestatusError as error:
                self._report_health(
                    {"exit_code": int(error.exit_code), "reason": error.reason, "message": error.message}
                )
                raise
        self._report_health(summary)
        if self.config.on_alarm and summary["exit_code"] != ExitCode.DONE:
            summary["alarm"] = raise_alarm(self.config.on_alarm, summary)
        return summary

    def _run_in_store(self) -> dict[str, Any]:
        engine = opened_when_there(self.config.settings.store)
        try:
            return asyncio.run(self._run(engine))
        finally:
            engine.dispose()

    def _report_health(self, summary: dict[str, Any]) -> None:
        if self.config.health_file:
            write_health(self.config.health_file, summary, self.clock().isoformat())

    async def _run(self, engine: Engine) -> dict[str, Any]:
        began, stop = time.monotonic(), Stop()
        with _signals(stop):
            run, ledger = await self._until_settled(engine, stop)
        summary = summary_of(run, ledger, seconds=time.monotonic() - began, stopped=stop.asked)
        ledger.end("stopped" if stop.asked else "finished", summary["exit_code"], summary)
        return summary

    async def _until_settled(self, engine: Engine, stop: Stop) -> tuple[Run, Ledger]:
        archive = Archive(self.config.archive)
        archive.sweep()
        asked = {"sites": [site.model_dump(mode="json") for site in self.config.sites], **vars(self.asked)}
        ledger = Ledger.resume_or_begin(engine, "run", asked, self.clock, self.code_version)
        self.notice("started", {"run_id": ledger.run_id})
        settings = self.config.settings
        async with Fetcher(settings, self.clock) as fetcher:
            with Workers(plan_of(settings, self.extract)) as workers:
                self._catch_up(ledger, archive, workers)
                run = self._put_together(ledger, archive, fetcher, workers)
                run.stop = stop
                await run()
        return run, ledger

    def _catch_up(self, ledger: Ledger, archive: Archive, workers: Workers) -> None:
        """Read what is archived again when the code is another than before: so every change has one cause."""
        if ledger.was_read_by_other_code():
            pages = newest_pages(archive, ledger.engine)
            done = replay(ledger.engine, pages, workers.results, run_id=ledger.run_id)
            ledger.read_by_this_code()
            about = {"pages": done.pages, "saved": dict(done.saved), "changed": dict(done.changed)}
            self.notice("replayed", about)

    def _put_together(self, ledger: Ledger, archive: Archive, fetcher: Fetcher, workers: Workers) -> Run:
        async def read(page: RawPage) -> StatusRecord | Rejection:
            return await asyncio.wrap_future(workers.submit(page))

        here, unwanted = _fetched_before(archive, ledger.run_id), ledger.suppressions()
        visitor = Visitor(
            ledger,
            archive,
            fetcher,
            read,
            self.clock,
            full=self.asked.full,
            here=here,
            suppressions=unwanted,
            step=self.step,
        )

        def failed(file: str, error: FetchError) -> None:
            self.notice("file", {"file": file, "reason": error.reason, "message": error.message})

        local = LocalSources(ledger, archive, self.config.settings, self.clock, here, unwanted, failed)
        run = Run(self.config, ledger, visitor, fetcher.page, self.notice, local=local, limit=self.asked.limit)
        return replace(run, concurrency=self.config.settings.connections + READY * workers.processes)


def plan_of(settings: Settings, extract: Callable[[RawPage], StatusRecord | Rejection]) -> Plan:
    """How workers read pages by the settings."""
    return Plan(extract=name_of(extract), page_seconds=settings.page_seconds, page_memory=settings.page_memory)


def opened_when_there(store: str) -> Engine:
    """Open a store with today's tables; one that is away is waited for. Raises StoreUnavailable when it stays away."""
    engine = engine_for(store)
    for attempt in stamina.retry_context(on=StoreUnavailable, attempts=None, timeout=STORE_SECONDS):
        with attempt:
            migrate(engine)
    return engine


def _fetched_before(archive: Archive, run_id: str) -> dict[str, ExchangeNote]:
    """What a run that was interrupted had fetched, by the address that was asked for."""
    return {note.requested_url: note for note in archive.exchanges() if note.run_id == run_id}


@contextmanager
def _signals(stop: Stop) -> Iterator[None]:
    """Let SIGTERM and Ctrl-C ask the run to stop; a second one ends it as they usually do."""
    loop = asyncio.get_running_loop()
    main = asyncio.current_task()

    def ask() -> None:
        if stop.asked and main is not None:
            main.cancel()
        stop.asked = True

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ask)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

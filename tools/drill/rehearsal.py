"""A whole run over three articles with a real store and a real archive, in a process that may be killed.

It differs from `kommunestatus run` in two things only, so that hundreds of them take minutes: the site is in memory,
and the pages are read before, in no worker of their own.
"""

import asyncio
import errno
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from pipeline.archive import Archive
from pipeline.archive.disk import Disk
from pipeline.config import Config, Site
from pipeline.config.models import Listing
from pipeline.crawl.ledger import Ledger
from pipeline.crawl.lock import run_lock
from pipeline.crawl.running import Run
from pipeline.crawl.summary import summary_of
from pipeline.crawl.visiting import Steps, Visitor
from pipeline.errors import ExitCode, KommunestatusError
from pipeline.fetch.client import Exchange, Validators
from pipeline.settings import Settings
from pipeline.store import engine_for, migrate
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from tests.crawling import BASE, START, Web, article

NAMES: Final = ("02", "05", "12")
BEGUN: Final = -1
"""What a rehearsal says when it begins; what it says at its end is its exit code."""
_CONCURRENCY: Final = 2

Records = Mapping[str, StatusRecord]
"""The records of the pages, by address."""
Script = tuple[int, Records]
"""The number of a rehearsal, which is its second on the clock, and what its pages say."""


@dataclass(frozen=True)
class Place:
    """Where a run leaves what it does."""

    folder: Path
    store: str
    """The SQLAlchemy URL of its store."""

    @property
    def archive(self) -> Path:
        """The folder of its archive."""
        return self.folder / "archive"


@dataclass(frozen=True)
class Mishap:
    """What befalls a run; by default nothing."""

    dies_at: tuple[str, int] | None = None
    """The step, and which time it comes, at which the process ends itself by SIGKILL."""
    store_pages: int | None = None
    """How many pages an SQLite store may have."""
    disk_steps: int | None = None
    """How many steps of the archive find space left on the disk."""
    lock_wait: float = 30.0
    """How long to wait for an SQLite store that is locked, in seconds."""
    patience: float = 30.0
    """How long to try again to settle a page in a store that is away, in seconds."""


@dataclass
class FullDisk(Disk):
    """A disk that is full after a number of steps."""

    left: int

    def make_folder(self, path: Path) -> None:
        """Make a folder, or find no space for it."""
        self._spend()
        super().make_folder(path)

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write half of a file, and find no space for the rest."""
        whole = b"".join(chunks)
        if self.left <= 0:
            path.write_bytes(whole[: len(whole) // 2])
        self._spend()
        super().write(path, [whole])

    def _spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def the_site() -> Web:
    """The site with its articles, and a front page that lists them."""
    web = Web({f"a/{name}": article(name) for name in NAMES})
    web.pages[""] = web.index()
    return web


@dataclass(frozen=True)
class Witness:
    """The site; it refuses to send once more what the archive has."""

    there: frozenset[str]
    """The addresses whose pages this run had archived before it was interrupted."""
    web: Web = field(default_factory=the_site)

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Exchange:
        """Serve a page; raises AssertionError for one that was archived before."""
        await asyncio.sleep(0)
        if url in self.there:
            message = f"{url} is in the archive and was fetched again"
            raise AssertionError(message)
        return await self.web.fetch(url, validators=validators)

    async def page(self, url: str) -> RawPage:
        """Serve a page that lists others; it is kept in no archive."""
        return (await self.web.fetch(url)).received()


def act(place: Place, mishap: Mishap, script: Script, told: Connection) -> None:
    """Be the process: run, and tell the exit code; what nobody declared ends it with a traceback."""
    told.send(BEGUN)
    try:
        code = rehearse(place, mishap, script)
    except KommunestatusError as error:
        code = error.exit_code
    told.send(int(code))
    told.close()


def rehearse(place: Place, mishap: Mishap, script: Script) -> ExitCode:
    """Run as the session of a command does, from the lock to the summary; raises the declared errors of a run."""
    with run_lock(place.archive):
        engine = opened(place.store, mishap)
        try:
            return asyncio.run(_run(engine, place, mishap, script))
        finally:
            engine.dispose()


def opened(store: str, mishap: Mishap) -> Engine:
    """Open a store with today's tables, as far as the mishap lets it grow."""
    engine = engine_for(store, lock_wait=mishap.lock_wait)
    if mishap.store_pages:
        event.listen(engine, "connect", _limit(mishap.store_pages))
    try:
        migrate(engine)
    except KommunestatusError:
        engine.dispose()
        raise
    return engine


def _limit(pages: int) -> Callable[[DBAPIConnection, object], None]:
    def limit(connection: DBAPIConnection, _entry: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {pages:d}")
        cursor.close()

    return limit


async def _run(engine: Engine, place: Place, mishap: Mishap, script: Script) -> ExitCode:
    archive = Archive(place.archive, Disk() if mishap.disk_steps is None else FullDisk(mishap.disk_steps))
    archive.sweep()
    number, records = script
    now = START + timedelta(seconds=number)
    ledger = replace(Ledger.resume_or_begin(engine, "run", {}, lambda: now, "1"), patience=mishap.patience)
    here = {note.requested_url: note for note in archive.exchanges() if note.run_id == ledger.run_id}
    witness = Witness(frozenset(here))

    async def read(page: RawPage) -> StatusRecord | Rejection:
        await asyncio.sleep(0)
        return records[page.url]

    visitor = Visitor(ledger, archive, witness, read, lambda: now, here=here, step=_steps(mishap))
    site = Site(name="avis", url=BASE, any_title=True, sources=(Listing(type="page", url=BASE),))
    config = Config(settings=Settings(store=place.store), sites=(site,), archive=place.archive)
    run = Run(config, ledger, visitor, witness.page, lambda _name, _about: None, concurrency=_CONCURRENCY)
    await run()
    summary = summary_of(run, ledger, seconds=0.0, stopped=False)
    ledger.end("finished", summary["exit_code"], summary)
    return ExitCode(summary["exit_code"])


def _steps(mishap: Mishap) -> Steps:
    """Count the steps of each name, and end the process at the one of the mishap."""
    seen: Counter[str] = Counter()

    def step(name: str) -> None:
        seen[name] += 1
        if mishap.dies_at == (name, seen[name]):
            os.kill(os.getpid(), signal.SIGKILL)

    return step

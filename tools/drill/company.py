"""Starts rehearsals as processes of their own, ends them, and looks at what they leave."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Final

from sqlalchemy import inspect, select

from pipeline.archive import Archive
from pipeline.crawl.checking import check
from pipeline.export import Options, export
from pipeline.run import extract_page
from pipeline.store import engine_for, migrate
from pipeline.store.engine import reading
from pipeline.store.operations import FETCHES, RUNS
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.crawling import BASE, START
from tools.drill.rehearsal import BEGUN, NAMES, Mishap, Place, Records, act, the_site

_PATIENCE: Final = 120.0
# The server that forks them has these in memory already, so that a rehearsal begins at once.
_AHEAD: Final = ["tools.drill.rehearsal", "alembic.command", "sqlalchemy.dialects.sqlite", "psycopg"]
_ON_THE_WAY: Final = frozenset({"archive_leftover"})
"""What `check` may find after a kill: the next run sweeps it away."""

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Actor:
    """A rehearsal under way."""

    process: ForkServerProcess
    told: Connection

    def kill_after(self, seconds: float) -> None:
        """Let it run for a while and send it SIGKILL; one that ends before is left alone."""
        if not self.told.poll(seconds):
            self.process.kill()

    def end(self) -> int:
        """Wait for its end; gives its exit code, or the number of the signal that ended it, negative."""
        self.process.join(_PATIENCE)
        ended = self.process.exitcode
        if ended is None:
            self.process.kill()
            self.process.join()
            message = "a rehearsal hangs"
            raise AssertionError(message)
        code = self.told.recv() if ended == 0 else ended
        self.told.close()
        self.process.close()
        return int(code)


def forking() -> ForkServerContext:
    """Start processes as forks of one that has everything in memory."""
    context = get_context("forkserver")
    context.set_forkserver_preload(_AHEAD)
    return context


@dataclass(frozen=True)
class Company:
    """Those who rehearse: every one with the same pages, read before."""

    folder: Path
    records: Records
    context: ForkServerContext = field(default_factory=forking)
    numbers: Iterator[int] = field(default_factory=count)
    """Of the rehearsals, in the order in which they start: no two are at the same time."""

    def start(self, place: Place, mishap: Mishap | None = None) -> Actor:
        """Start a rehearsal; comes back when it has begun."""
        ours, theirs = self.context.Pipe(duplex=False)
        process = self.context.Process(
            target=act, args=(place, mishap or Mishap(), (next(self.numbers), self.records), theirs)
        )
        process.start()
        theirs.close()
        if not ours.poll(_PATIENCE) or ours.recv() != BEGUN:
            message = "a rehearsal does not begin"
            raise AssertionError(message)
        return Actor(process, ours)

    def run(self, place: Place, mishap: Mishap | None = None) -> int:
        """Rehearse from beginning to end; gives the exit code, or the negative number of a signal."""
        return self.start(place, mishap).end()

    def place(self, name: str) -> Place:
        """A new folder with an SQLite store that is not there yet."""
        folder = self.folder / name
        folder.mkdir()
        return Place(folder, f"sqlite:///{folder / 'store.sqlite3'}")

    def seconds(self, place: Place) -> float:
        """How long a rehearsal takes that nothing disturbs."""
        actor = self.start(place)
        began = time.monotonic()
        actor.told.poll(_PATIENCE)
        took = time.monotonic() - began
        actor.end()
        return took


@contextmanager
def company() -> Iterator[Company]:
    """Give a company with a folder of its own, which is removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kommunestatus-drill-"))
    try:
        yield Company(folder, {url: _read(url) for url in (f"{BASE}a/{name}" for name in NAMES)})
    finally:
        shutil.rmtree(folder)


def _read(url: str) -> StatusRecord:
    body = the_site().pages[url.removeprefix(BASE)]
    if not isinstance(body, bytes):
        raise body
    record = extract_page(RawPage(url=url, body=body, content_type="text/html", fetched_at=START))
    if not isinstance(record, StatusRecord):
        raise TypeError(record.message)
    return record


def with_tables(store: str) -> None:
    """Make today's tables in a store."""
    engine = engine_for(store)
    migrate(engine)
    engine.dispose()


def exported(place: Place, format_: str = "jsonl") -> Files:
    """Every byte of a store's export, and every address that was planned."""
    engine = engine_for(place.store)
    folder = place.folder / format_
    with reading(engine) as connection:
        export(connection, folder, format_, Options(whole_text=True), code_version="1")
        files = {f"{format_}/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}
        planned = connection.execute(select(FETCHES.c.url).distinct().order_by(FETCHES.c.url)).scalars()
        files["the plan"] = "\n".join(planned).encode()
    engine.dispose()
    shutil.rmtree(folder)
    return files


def problems(place: Place) -> list[str]:
    """What contradicts an invariant; nothing while a store lacks its last tables."""
    engine = engine_for(place.store)
    try:
        with reading(engine) as connection:
            if not inspect(connection).has_table(RUNS.name):
                return []
        found = list(check(engine, Archive(place.archive)))
    finally:
        engine.dispose()
    return [f"{one.invariant}: {one.message}" for one in found if one.invariant not in _ON_THE_WAY]


def differing(files: Files, wanted: Files) -> list[str]:
    """The names of the files that are not the same."""
    return sorted(name for name in files.keys() | wanted.keys() if files.get(name) != wanted.get(name))

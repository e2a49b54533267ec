"""A site in memory and a run over it: no network, no processes, a clock that tests set."""

import asyncio
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from pipeline.archive import Archive
from pipeline.config import Config, Site, Source
from pipeline.config.models import Listing
from pipeline.crawl.checking import check
from pipeline.crawl.ledger import Ledger
from pipeline.crawl.local import LocalSources
from pipeline.crawl.running import Run, Stop
from pipeline.crawl.summary import summary_of
from pipeline.crawl.visiting import Steps, Visitor
from pipeline.errors import BadStatus, FetchError
from pipeline.fetch.client import Exchange, Validators
from pipeline.run import extract_page
from pipeline.settings import Settings
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from tests.conftest import ROOT
from tests.stores import store

BASE: Final = "https://avis.example/"
START: Final = datetime(2026, 5, 1, 3, 20, tzinfo=UTC)
CORPUS: Final = ROOT / "fixtures" / "corpus"


def article(name: str) -> bytes:
    """A page of the corpus, by the beginning of its name."""
    return next(CORPUS.glob(f"{name}*.html")).read_bytes()


class Killed(BaseException):
    """The process ends here, as by SIGKILL: nothing may catch it."""


@dataclass
class Web:
    """What the site serves: bodies by path, or the error instead."""

    pages: dict[str, bytes | FetchError]
    etags: bool = True
    asked: list[str] = field(default_factory=list)
    """What was asked for, in order."""
    bodies: list[str] = field(default_factory=list)
    """What a body was sent for, in order."""
    now: datetime = START

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Exchange:
        """Serve a URL, as `Fetcher` would hand it on."""
        self.asked.append(url)
        body = self.pages.get(url.removeprefix(BASE), BadStatus("the server answered 404", source=url, status=404))
        if isinstance(body, FetchError):
            raise body
        etag = f'"{zlib.crc32(body)}"' if self.etags else None
        same = validators is not None and etag is not None and validators.etag == etag
        if not same:
            self.bodies.append(url)
        page = None if same else RawPage(url=url, body=body, content_type="text/html", fetched_at=START)
        return Exchange(
            url=url,
            page=page,
            status=304 if same else 200,
            redirects=(),
            request_headers=(),
            response_headers=(("ETag", etag),) if etag else (),
            wire_bytes=body,
            validators=Validators(etag=etag),
            started_at=self.now,
            finished_at=START,
            attempts=1,
        )

    def index(self) -> bytes:
        """The page that lists the others."""
        links = "".join(f'<li><a href="{BASE}{path}">{path}</a></li>' for path in self.pages if path)
        return f"<html><body><main><ul>{links}</ul></main></body></html>".encode()


_extract = cache(extract_page)  # the same few pages, over and over


async def read(page: RawPage) -> StatusRecord | Rejection:
    """Read a page in this very process."""
    return _extract(page)


@dataclass
class Newsroom:
    """A site, a store, an archive, and runs over them."""

    folder: Path
    web: Web
    events: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    read: Callable[[RawPage], Any] = read
    more: tuple[Source, ...] = ()
    """Sources beside the page that lists the others."""
    code_version: str = "1"

    def run(self, *, step: Steps = lambda _name: None, full: bool = False, stop: Stop | None = None) -> dict[str, Any]:
        """Run once; what contradicts an invariant afterwards fails the test."""
        self.later(seconds=1)
        self.web.pages[""] = self.web.index()
        engine = store(self.folder / "store.sqlite3", lock_wait=0.1)
        try:
            return asyncio.run(self._run(engine, step, full=full, stop=stop or Stop()))
        finally:
            engine.dispose()

    def problems(self) -> list[str]:
        """The invariants that do not hold; a file that a kill left unfinished is none."""
        engine = store(self.folder / "store.sqlite3")
        found = [problem.invariant for problem in check(engine, Archive(self.folder / "archive"))]
        engine.dispose()
        return [name for name in found if name != "archive_leftover"]

    async def _run(self, engine: Any, step: Steps, *, full: bool, stop: Stop) -> dict[str, Any]:  # noqa: ANN401
        site = Site(name="avis", url=BASE, any_title=True, sources=(Listing(type="page", url=BASE), *self.more))
        config = Config(settings=Settings(store="sqlite://"), sites=(site,), archive=self.folder / "archive")
        ledger = Ledger.resume_or_begin(engine, "run", {"full": full}, lambda: self.web.now, self.code_version)
        ledger = replace(ledger, patience=0.2)
        archive = Archive(config.archive)
        archive.sweep()
        here = {note.requested_url: note for note in archive.exchanges() if note.run_id == ledger.run_id}
        unwanted = ledger.suppressions()
        visitor = Visitor(
            ledger,
            archive,
            self.web,
            self.read,
            lambda: self.web.now,
            full=full,
            here=here,
            suppressions=unwanted,
            step=step,
        )

        async def get(url: str) -> RawPage:
            return (await self.web.fetch(url)).received()

        def failed(file: str, error: FetchError) -> None:
            self.events.append(("file", {"file": file, "reason": error.reason}))

        def notice(name: str, about: dict[str, Any]) -> None:
            self.events.append((name, about))

        local = LocalSources(ledger, archive, config.settings, lambda: self.web.now, here, unwanted, failed)
        run = Run(config, ledger, visitor, get, notice, local=local, stop=stop, concurrency=2)
        await run()
        summary = summary_of(run, ledger, seconds=1.0, stopped=stop.asked)
        ledger.end("stopped" if stop.asked else "finished", summary["exit_code"], summary)
        return summary

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.web.now += timedelta(**time)

"""One URL of a run from its place in the queue to its outcome."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Final, Protocol

from pipeline.archive import Archive, ExchangeNote, Hop
from pipeline.crawl.desk import Desk
from pipeline.crawl.drift import Baseline, lost
from pipeline.crawl.ledger import Body, Known, Ledger, Settlement
from pipeline.crawl.outcome import MISSING, Outcome, of_failure, of_rejection, over_budget
from pipeline.crawl.planning import Planned
from pipeline.erasure.suppression import Suppression
from pipeline.errors import BadStatus, Deferred, FetchError, OverBudget
from pipeline.fetch.client import Exchange, Validators
from pipeline.store import SaveResult
from pipeline.store.suppressed import page_without_suppressed
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

Read = Callable[[RawPage], Awaitable[StatusRecord | Rejection]]
"""Reads a page; raises OverBudget."""
Related = Callable[[Planned, StatusRecord], Sequence[Planned]]
Steps = Callable[[str], None]
"""Told of the step that a URL has come to; where tests stop a run."""

FETCHED: Final = "fetched"
ARCHIVED: Final = "archived"
READ: Final = "read"
SETTLED: Final = "settled"


class Fetch(Protocol):
    """Fetches one URL politely."""

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Exchange:
        """Fetch; without a page when the server says that it did not change. Raises FetchError."""


@dataclass(frozen=True)
class Visited:
    """What came of a URL, and what it leads to."""

    outcome: Outcome
    saved: SaveResult | None = None
    record: StatusRecord | None = None
    missing_status: int | None = None
    """404 or 410: settled at the end of the run, together with its site."""


@dataclass(frozen=True)
class Visitor:
    """Visits the URLs of one run; everything it needs from outside is a parameter."""

    ledger: Ledger
    archive: Archive
    fetcher: Fetch
    read: Read
    clock: Callable[[], datetime]
    full: bool = False
    """Whether to fetch also what is known not to have changed."""
    baselines: dict[str, Baseline] = field(default_factory=dict)
    here: dict[str, ExchangeNote] = field(default_factory=dict)
    """What this run had fetched before it was interrupted, by the address that was asked for."""
    modified: dict[str, datetime] = field(default_factory=dict)
    """When pages last changed, as the sources of this run say."""
    suppressions: tuple[Suppression, ...] = ()
    """Who asked to be forgotten."""
    related: Related = lambda _item, _record: ()
    """What a record leads to; planned in the transaction that stores it."""
    step: Steps = lambda _name: None

    @cached_property
    def _desk(self) -> Desk[Settlement, SaveResult | None]:
        return Desk(self.ledger.settle)

    async def visit(self, item: Planned) -> Visited:
        """Bring one URL to its outcome, and store it; a 404 or 410 is left to the end of the run."""
        known = self.ledger.known(item.url)
        if known.next_attempt_at and known.next_attempt_at > self.clock():
            message = "the host asked for a pause"
            return await self._settled(of_failure(item.url, Deferred(message, retry_at=known.next_attempt_at)))
        if self._is_fresh(item, known):
            return await self._settled(Outcome(item.url, "unchanged", page_sha256=known.page_sha256))
        try:
            fetched = await self._fetch(item, known)
        except FetchError as error:
            if isinstance(error, BadStatus) and error.status in MISSING:
                return Visited(of_failure(item.url, error), missing_status=error.status)
            return await self._settled(of_failure(item.url, error))
        if fetched is None:
            return await self._settled(Outcome(item.url, "unchanged", http_status=304, page_sha256=known.page_sha256))
        return await self._read(item, known, *fetched)

    def _is_fresh(self, item: Planned, known: Known) -> bool:
        """Whether the sources say that nothing changed since the last body, and the same code has read it."""
        if item.unchanged:
            return True
        if self.full or not known.read_by(self.ledger.code_version):
            return False
        modified = item.modified or self._modified_elsewhere(item.url)
        return modified is not None and known.modified is not None and modified <= known.modified

    def _modified_elsewhere(self, url: str) -> datetime | None:
        """When the article changed that a URL is another address of, as the sources say."""
        dates = [self.modified[other] for other in self.ledger.siblings(url) if other in self.modified]
        return max(dates, default=None)

    async def _fetch(self, item: Planned, known: Known) -> tuple[Body, Outcome] | None:
        """The body, archived, and what there is to say of how it came; None when it did not change."""
        kept = self.here.get(item.url)
        if kept is not None:
            page = RawPage(
                url=kept.url,
                body=self.archive.body(kept.sha256),
                content_type=kept.content_type,
                fetched_at=kept.fetched_at,
            )
            headers = {name.lower(): value for name, value in kept.response_headers}
            body = Body(page, headers.get("etag"), headers.get("last-modified"), item.modified)
            return body, Outcome(item.url, "ok", http_status=kept.status, page_sha256=kept.sha256)
        asks = not self.full and known.read_by(self.ledger.code_version)
        validators = Validators(etag=known.etag, last_modified=known.last_modified) if asks else None
        exchange = await self.fetcher.fetch(item.url, validators=validators)
        self.step(FETCHED)
        if exchange.page is None:
            return None
        page = self._fit_to_keep(exchange.page)
        sha256 = await self._kept(page, _note(item.url, exchange, self.ledger.run_id))
        self.step(ARCHIVED)
        modified = item.modified or self.modified.get(page.url)
        body = Body(page, exchange.validators.etag, exchange.validators.last_modified, modified)
        came = Outcome(
            item.url,
            "ok",
            http_status=exchange.status,
            attempts=exchange.attempts,
            page_sha256=sha256,
            requested_at=exchange.started_at,
        )
        return body, came

    async def _kept(self, page: RawPage, note: ExchangeNote) -> str:
        """The hash of a body that is archived now; beside other work, since it waits for the disk."""
        return await asyncio.to_thread(self.archive.keep, page.body, note)

    def _fit_to_keep(self, page: RawPage) -> RawPage:
        """The page without those who asked to be forgotten."""
        body = page_without_suppressed(page.body, self.suppressions)
        return page if body is page.body else page.model_copy(update={"body": body})

    async def from_copy(self, item: Planned, copy_url: str) -> Visited | None:
        """Read a page that is gone from its own address as an archive of the web has it; None when it has none."""
        try:
            exchange = await self.fetcher.fetch(copy_url)
        except FetchError:
            return None
        page = self._fit_to_keep(exchange.received()).model_copy(update={"url": item.url})
        sha256 = await self._kept(page, _note(copy_url, replace(exchange, page=page), self.ledger.run_id))
        came = Outcome(item.url, "ok", http_status=exchange.status, attempts=exchange.attempts, page_sha256=sha256)
        return await self._read(item, Known(), Body(page), came)

    async def _read(self, item: Planned, known: Known, body: Body, came: Outcome) -> Visited:
        if came.page_sha256 == known.page_sha256 and known.read_by(self.ledger.code_version):
            return await self._settled(replace(came, state="unchanged"), body)
        try:
            with self._desk.expecting():
                made = await self.read(body.page)
        except OverBudget as error:
            return await self._settled(_came(over_budget(item.url, error), came), body)
        self.step(READ)
        before = self.ledger.asked_before(body.page.url, item.url)
        if isinstance(made, Rejection):
            return await self._settled(_came(_rejected(item.url, made, before), came), body)
        return await self._judge(item, made, before, (body, came))

    async def _judge(
        self, item: Planned, record: StatusRecord, before: frozenset[str], fetched: tuple[Body, Outcome]
    ) -> Visited:
        """Store a record, unless it no longer looks like the article that it was, or like its site's articles."""
        body, came = fetched
        missing = lost(record, before, self.baselines.get(item.site, Baseline(0, {}, 0)))
        if missing:
            message = f"{len(missing)} questions are no longer found"
            drifted = replace(came, state="drift", reason="questions_missing", message=message, missing=missing)
            return await self._settled(drifted, body)
        state = replace(came, state="degraded", reason="no_municipality") if record.degraded else came
        saved = await self._desk.settle(Settlement(state, body, record, self.related(item, record)))
        self.step(SETTLED)
        return Visited(state, saved, record)

    async def _settled(self, outcome: Outcome, body: Body | None = None) -> Visited:
        await self._desk.settle(Settlement(outcome, body))
        self.step(SETTLED)
        return Visited(outcome)


def _rejected(url: str, rejection: Rejection, before: frozenset[str]) -> Outcome:
    """A page that was an article before and is none now has drifted, whatever it looks like."""
    outcome = of_rejection(url, rejection)
    if before and outcome.state == "not_an_article":
        return replace(outcome, state="drift", missing=tuple(sorted(before)))
    return outcome


def _came(outcome: Outcome, came: Outcome) -> Outcome:
    return replace(
        outcome,
        http_status=came.http_status,
        attempts=came.attempts,
        page_sha256=came.page_sha256,
        requested_at=came.requested_at,
    )


def _note(asked: str, exchange: Exchange, run_id: str) -> ExchangeNote:
    page = exchange.page
    return ExchangeNote(
        url=page.url if page else asked,
        requested_url=asked,
        redirects=tuple(Hop(url=hop.url, status=hop.status) for hop in exchange.redirects),
        request_headers=exchange.request_headers,
        response_headers=exchange.response_headers,
        status=exchange.status,
        content_type=page.content_type if page else None,
        fetched_at=exchange.finished_at,
        run_id=run_id,
    )

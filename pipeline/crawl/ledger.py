"""What a run planned, what came of it, and what is known of every URL: progress commits with the records."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import stamina
from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update

from pipeline.crawl.outcome import Outcome
from pipeline.crawl.planning import Planned, add_to_plan
from pipeline.erasure.suppression import Suppression
from pipeline.errors import StoreUnavailable
from pipeline.store import SaveResult, save
from pipeline.store.engine import reading, writing
from pipeline.store.lifecycle import note_alias, note_move, other_addresses
from pipeline.store.operations import FETCHES, RUNS, URLS
from pipeline.store.suppressed import suppressions
from pipeline.store.tables import ADDRESSES, ANSWERS, ARTICLES, VERSIONS
from schemas.page import RawPage
from schemas.record import StatusRecord

_ASKED_CHARS: Final = 8
_LOOK_AGAIN: Final = frozenset({"gone", "drift"})
"""States after which the same body is no news that all is well."""
_THERE: Final = ("ok", "unchanged", "degraded")


@dataclass(frozen=True)
class Known:
    """What earlier runs left about a URL."""

    etag: str | None = None
    last_modified: str | None = None
    page_sha256: str | None = None
    code_version: str | None = None
    modified: datetime | None = None
    next_attempt_at: datetime | None = None
    state: str | None = None

    def read_by(self, code_version: str) -> bool:
        """Whether this code has read the last body, and nothing came between; else it must be read again."""
        return self.page_sha256 is not None and self.code_version == code_version and self.state not in _LOOK_AGAIN


@dataclass(frozen=True)
class Body:
    """What came with the last body of a URL."""

    page: RawPage
    etag: str | None = None
    last_modified: str | None = None
    modified: datetime | None = None


# Built once: to build a statement takes longer than SQLite takes to do what it says.
_KNOWN: Final = select(*URLS.c[*Known.__dataclass_fields__]).where(URLS.c.url == bindparam("at"))
_ASKED: Final = (
    select(ANSWERS.c.question_key)
    .join(VERSIONS, VERSIONS.c.version_id == ANSWERS.c.version_id)
    .join(ARTICLES, ARTICLES.c.article_id == VERSIONS.c.article_id)
    .join(ADDRESSES, ADDRESSES.c.article_id == ARTICLES.c.article_id)
    .where(ADDRESSES.c.url == bindparam("at"), VERSIONS.c.number == ARTICLES.c.latest_version)
    .where(ANSWERS.c.status != "not_asked")
)
_ARTICLE: Final = select(ADDRESSES.c.article_id).where(ADDRESSES.c.url == bindparam("at")).scalar_subquery()
_CLOSE: Final = (
    update(FETCHES)
    .where(FETCHES.c.run_id == bindparam("of_run"), FETCHES.c.url == bindparam("at"))
    .values(article_id=_ARTICLE)
)
_REMEMBER: Final = update(URLS).where(URLS.c.url == bindparam("at"))


@dataclass(frozen=True)
class Settlement:
    """What came of a URL, on its way into the store."""

    outcome: Outcome
    body: Body | None = None
    record: StatusRecord | None = None
    follow: Sequence[Planned] = ()
    """What the record leads to."""


@dataclass(frozen=True)
class Ledger:
    """One run in the store."""

    engine: Engine
    run_id: str
    code_version: str
    clock: Callable[[], datetime]
    patience: float = 30.0
    """Seconds to wait for a store that is away."""

    @classmethod
    def resume_or_begin(
        cls, engine: Engine, command: str, asked: Mapping[str, object], clock: Callable[[], datetime], code_version: str
    ) -> "Ledger":
        """Take up the newest run that asked the same and has no end; else begin one. The caller holds the run lock."""
        digest = hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest()[:_ASKED_CHARS]
        query = select(RUNS.c.run_id).where(RUNS.c.status != "finished", RUNS.c.command == command)
        query = query.where(RUNS.c.run_id.endswith(f"-{digest}"), RUNS.c.code_version == code_version)
        with writing(engine) as connection:
            run_id = connection.execute(query.order_by(RUNS.c.started_at.desc())).scalar()
            if run_id is None:
                now = clock()
                run_id = f"{now:%Y%m%dT%H%M%S%fZ}-{digest}"
                row = {"run_id": run_id, "command": command, "status": "running", "started_at": now}
                connection.execute(insert(RUNS).values(**row, code_version=code_version))
            else:
                connection.execute(update(RUNS).where(RUNS.c.run_id == run_id).values(status="running"))
        return cls(engine, run_id, code_version, clock)

    def plan(self, planned: Sequence[Planned], sightings: Iterable[tuple[str, str]] = ()) -> int:
        """Add URLs to the plan, in one transaction; those in it keep their place. Returns how many are new."""
        with writing(self.engine) as connection:
            return add_to_plan(connection, self.run_id, planned, sightings)

    def is_planned(self, site: str) -> bool:
        """Whether the plan of a site was committed."""
        with reading(self.engine) as connection:
            mine = (FETCHES.c.run_id == self.run_id) & (FETCHES.c.site == site)
            query = select(func.count()).select_from(FETCHES).where(mine)
            return bool(connection.execute(query).scalar())

    def was_read_by_other_code(self) -> bool:
        """Whether another code has read the last body of some URL."""
        other = select(URLS.c.url).where(URLS.c.code_version != self.code_version)
        with reading(self.engine) as connection:
            return connection.execute(other.limit(1)).first() is not None

    def read_by_this_code(self) -> None:
        """Note that this code has read every last body."""
        with writing(self.engine) as connection:
            connection.execute(
                update(URLS).where(URLS.c.code_version.is_not(None)).values(code_version=self.code_version)
            )

    def queued(self) -> list[tuple[str, str]]:
        """The URLs without an outcome with their sites, in the order of the plan."""
        query = select(FETCHES.c.url, FETCHES.c.site).where(FETCHES.c.run_id == self.run_id, FETCHES.c.state.is_(None))
        with reading(self.engine) as connection:
            return [(url, site) for url, site in connection.execute(query.order_by(FETCHES.c.position))]

    def known(self, url: str) -> Known:
        """What earlier runs left about a URL."""
        with reading(self.engine) as connection:
            row = connection.execute(_KNOWN, {"at": url}).mappings().first()
        return Known(**row) if row else Known()

    def articles_of(self, site: str) -> list[str]:
        """The addresses, visited before, of the site's live articles."""
        query = (
            select(URLS.c.url)
            .join(ADDRESSES, ADDRESSES.c.url == URLS.c.url)
            .join(ARTICLES, ARTICLES.c.article_id == ADDRESSES.c.article_id)
            .where(URLS.c.site == site, ARTICLES.c.state == "live")
        )
        with reading(self.engine) as connection:
            return list(connection.execute(query.order_by(URLS.c.url)).scalars())

    def siblings(self, url: str) -> list[str]:
        """The other addresses of the article at a URL."""
        with reading(self.engine) as connection:
            return other_addresses(connection, url)

    def is_elsewhere(self, url: str) -> bool:
        """Whether the article at a URL was found at another of its addresses when that was last asked for."""
        there = select(URLS.c.url).where(URLS.c.url.in_(self.siblings(url)), URLS.c.state.in_(_THERE))
        with reading(self.engine) as connection:
            return connection.execute(there.limit(1)).first() is not None

    def asked_before(self, *urls: str) -> frozenset[str]:
        """What the newest version of an article was asked, at the first URL that has one; empty where none has."""
        with reading(self.engine) as connection:
            for url in dict.fromkeys(urls):
                if found := frozenset(connection.execute(_ASKED, {"at": url}).scalars()):
                    return found
        return frozenset()

    def settle(self, made: Sequence[Settlement]) -> list[SaveResult | None]:
        """Store what came of URLs, their validators, records and what those lead to, all of it in one transaction.

        A store that is away is waited for: to save again what was saved already changes nothing. Raises
        StoreUnavailable when it stays away.
        """
        results: list[SaveResult | None] = []
        for attempt in stamina.retry_context(on=StoreUnavailable, attempts=None, timeout=self.patience):
            with attempt, writing(self.engine) as connection:
                results = [self._settle(connection, one) for one in made]
        return results

    def _settle(self, connection: Connection, made: Settlement) -> SaveResult | None:
        outcome, body, record = made.outcome, made.body, made.record
        result = self._save(connection, outcome, body, record) if record and body else None
        self._close(connection, outcome)
        self._remember(connection, outcome, body)
        if made.follow:
            sightings = [(one.url, source) for one in made.follow for source in one.found_by]
            add_to_plan(connection, self.run_id, made.follow, sightings)
        return result

    def _save(self, connection: Connection, outcome: Outcome, body: Body, record: StatusRecord) -> SaveResult:
        note_move(connection, outcome.url, record, self.run_id)
        result = save(connection, record, body.page, run_id=self.run_id)
        note_alias(connection, outcome.url, record, self.run_id)
        return result

    def _close(self, connection: Connection, outcome: Outcome) -> None:
        names = ("state", "reason", "message", "http_status", "attempts", "page_sha256", "requested_at")
        values: dict[str, Any] = {name: getattr(outcome, name) for name in names}
        values |= {"missing": ",".join(outcome.missing) or None, "finished_at": self.clock()}
        connection.execute(_CLOSE, {"of_run": self.run_id, "at": outcome.url, **values})

    def _remember(self, connection: Connection, outcome: Outcome, body: Body | None) -> None:
        values: dict[str, Any] = {"state": outcome.state, "next_attempt_at": outcome.next_attempt_at}
        if body is not None:
            values |= {"etag": body.etag, "last_modified": body.last_modified, "modified": body.modified}
            values |= {"page_sha256": outcome.page_sha256, "code_version": self.code_version, "missed_at": None}
        connection.execute(_REMEMBER, {"at": outcome.url, **values})

    def suppressions(self) -> tuple[Suppression, ...]:
        """Who asked to be forgotten."""
        with reading(self.engine) as connection:
            return suppressions(connection)

    def states(self) -> Counter[str]:
        """How many URLs of the run ended in each state; `queued` is those without an end."""
        query = select(FETCHES.c.state, func.count()).where(FETCHES.c.run_id == self.run_id).group_by(FETCHES.c.state)
        with reading(self.engine) as connection:
            return Counter({state or "queued": n for state, n in connection.execute(query)})

    def end(self, status: str, exit_code: int, summary: Mapping[str, object]) -> None:
        """Close the run: finished, or stopped and to be taken up."""
        text = json.dumps(summary, ensure_ascii=False, sort_keys=True)
        values = {"status": status, "exit_code": int(exit_code), "finished_at": self.clock(), "summary": text}
        with writing(self.engine) as connection:
            connection.execute(update(RUNS).where(RUNS.c.run_id == self.run_id).values(**values))

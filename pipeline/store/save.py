"""Saves a record with all its values in one transaction, and keeps every earlier version."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from sqlalchemy import Connection, Engine, bindparam, insert, select, update

from pipeline.store.changes import Change, Difference, differences, document, note, version_document
from pipeline.store.engine import hold_the_pen, writing
from pipeline.store.operations import CORRECTIONS
from pipeline.store.rows import Row, record_hash, value_rows, version_row
from pipeline.store.suppressed import without_suppressed
from pipeline.store.tables import ADDRESSES, ARTICLES, VALUES, VERSIONS
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.social_economy import SERIES_VERSION

# 64 bits of a hash: among a million articles two meet with a chance of 1 in 37 million.
_ID_CHARS: Final = 16
_MADE_FROM: Final = ("page_sha256", "article_sha256", "code_version")
# Statements are built once: to build one takes longer than SQLite takes to do what it says.
_INSERTS: Final = {table: insert(table) for table in (ARTICLES, ADDRESSES, VERSIONS, *VALUES)}
_NEWEST: Final = update(ARTICLES).where(ARTICLES.c.article_id == bindparam("of_article"))
_AT_ADDRESS: Final = select(ADDRESSES.c.article_id).where(ADDRESSES.c.url == bindparam("url"))
_LATEST: Final = (
    select(*VERSIONS.c["article_id", "version_id", "number", "record_sha256", *_MADE_FROM])
    .where(VERSIONS.c.article_id == bindparam("article_id"))
    .order_by(VERSIONS.c.number.desc())
    .limit(1)
)
_SAME_TEXT: Final = (
    select(ARTICLES.c.article_id)
    .join(VERSIONS, VERSIONS.c.article_id == ARTICLES.c.article_id)
    .where(VERSIONS.c.number == ARTICLES.c.latest_version)
    .where(VERSIONS.c.article_sha256 == bindparam("article_sha256"))
    .order_by(ARTICLES.c.article_id)
)
_SAME_CANONICAL: Final = VERSIONS.c.canonical_url == bindparam("canonical_url")
_SAME_PLACE: Final = VERSIONS.c.municipality_code == bindparam("municipality_code")
_SAME_TIME: Final = VERSIONS.c.period_text.is_not_distinct_from(bindparam("period_text"))
_TWIN: Final = _SAME_TEXT.where(_SAME_CANONICAL | (_SAME_PLACE & _SAME_TIME))


class SaveResult(StrEnum):
    """What saving a record did."""

    NEW = "new"
    """The article was not there before."""
    CHANGED = "changed"
    """The article has a new version: its page changed, or the code that reads it."""
    UNCHANGED = "unchanged"
    """The newest version says the same already; no version was written."""


def save(
    bind: Connection | Engine, record: StatusRecord, page: RawPage, *, run_id: str | None = None, seen: bool = True
) -> SaveResult:
    """Save the record of a page, in one transaction; the same input again changes no row.

    A new version is written when the record says something else than the article's newest version, or another version
    of the code says it; what only the fetch decides (its time, the page's chrome) makes none. Another address with the
    same text leads to the same article when it names the same canonical address, or is of the same municipality and
    period; a canonical address alone is a page's claim and never makes it a version of another article. Everything that
    happens is an event of the change feed, with the run that found it. An article that was gone and is `seen` again is
    live again; to read an old page again is not to see it. Whoever asked to be forgotten is masked first.

    Raises ValueError when the record was not made from the page's bytes, StoreUnavailable and DiskFull as `writing`.
    """
    if hashlib.sha256(page.body).hexdigest() != record.source.page_sha256:
        message = f"record and page differ: {record.source.url}"
        raise ValueError(message)
    with writing(bind) as connection:
        hold_the_pen(connection)
        saved = _Saving(connection, without_suppressed(connection, record), page, run_id, seen=seen)
        return saved.again(saved.latest) if saved.latest else saved.first()


@dataclass(frozen=True)
class _Saving:
    """One record on its way into the store."""

    connection: Connection
    record: StatusRecord
    page: RawPage
    run_id: str | None
    seen: bool

    @cached_property
    def latest(self) -> Row | None:
        """The newest version of the article that the record belongs to; None for a new article."""
        article_id = _known_at(self.connection, self.record.source.url) or self._twin()
        return _latest(self.connection, article_id)

    def first(self) -> SaveResult:
        """Begin an article."""
        url = self.record.source.url
        article_id = hashlib.sha256(url.encode()).hexdigest()[:_ID_CHARS]
        begin_article(self.connection, article_id, self.record.series, url)
        version = self._version(article_id, 1, "first_seen")
        write_version(self.connection, self.record, version)
        self._note("insert", version)
        return SaveResult.NEW

    def again(self, latest: Row) -> SaveResult:
        """Compare with the newest version, and write another when it says something else."""
        if self.seen:
            self._revive(latest["article_id"])
        if latest["record_sha256"] == record_hash(self.record):
            return SaveResult.UNCHANGED
        version = self._version(latest["article_id"], latest["number"] + 1, _cause(self.record, latest))
        before = version_document(self.connection, latest["version_id"])
        write_version(self.connection, self.record, version)
        self._note("update", version, differences(before, document(self.record, version)))
        if latest["article_sha256"] != self.record.source.article_sha256:
            look_again(self.connection, latest["article_id"], self.record.source.article_sha256)
        return SaveResult.CHANGED

    def _version(self, article_id: str, number: int, cause: str) -> Row:
        about = {"page_bytes": len(self.page.body), "content_type": self.page.content_type}
        about["version_id"] = f"{article_id}.{number}"
        return {"article_id": article_id, "number": number, "cause": cause, "series_version": SERIES_VERSION, **about}

    def _note(self, op: str, version: Row, changed: tuple[Difference, ...] = ()) -> None:
        source = self.record.source
        change = Change(
            op=op,
            article_id=version["article_id"],
            cause=version["cause"],
            url=source.url,
            code_version=source.code_version,
            version_id=version.get("version_id"),
            run_id=self.run_id,
            happened_at=source.fetched_at,
        )
        note(self.connection, change, changed)

    def _twin(self) -> str | None:
        """The article with the same text at the same canonical address; this address of it is noted."""
        twin = _twin_of(self.connection, self.record)
        if twin is not None:
            self.connection.execute(_INSERTS[ADDRESSES], {"url": self.record.source.url, "article_id": twin})
            self._note("alias", {"article_id": twin, "cause": "source"})
        return twin

    def _revive(self, article_id: str) -> None:
        gone = update(ARTICLES).where(ARTICLES.c.article_id == article_id, ARTICLES.c.state == "gone")
        if self.connection.execute(gone.values(state="live", gone_since=None)).rowcount:
            self._note("revived", {"article_id": article_id, "cause": "site"})


def _known_at(connection: Connection, url: str) -> str | None:
    return connection.execute(_AT_ADDRESS, {"url": url}).scalar()


def _twin_of(connection: Connection, record: StatusRecord) -> str | None:
    """The article with the same text and links that names the same canonical address or is of the same time and place.

    Two articles never share all of their words; two addresses of one do.
    """
    # A comparison with nothing is not true: who names no address, or no municipality, has no twin by it.
    same = {
        "article_sha256": record.source.article_sha256,
        "canonical_url": record.source.canonical_url,
        "municipality_code": record.municipality.code if record.municipality else None,
        "period_text": record.period.text if record.period else None,
    }
    return connection.execute(_TWIN, same).scalar()


def _latest(connection: Connection, article_id: str | None) -> Row | None:
    if article_id is None:
        return None
    found = connection.execute(_LATEST, {"article_id": article_id}).mappings().first()
    return dict(found) if found else None


def _cause(record: StatusRecord, latest: Row) -> str:
    """Why the version after the latest is made."""
    same = {name: latest[name] == getattr(record.source, name) for name in _MADE_FROM}
    # From the same bytes only other rules make another record. Where text and code are the same, but not the bytes, it
    # is the page's head that changed, such as its publication date.
    rules = same["page_sha256"] or (same["article_sha256"] and not same["code_version"])
    return "rules" if rules else "source"


def begin_article(connection: Connection, article_id: str, series: str, url: str) -> None:
    """Write the row of an article, and its first address."""
    row = {"article_id": article_id, "series": series, "url": url, "latest_version": 1}
    connection.execute(_INSERTS[ARTICLES], row)
    connection.execute(_INSERTS[ADDRESSES], {"url": url, "article_id": article_id})


def write_version(connection: Connection, record: StatusRecord, version: Row) -> None:
    """Write a version with all its values; `version` has what the record does not know of it."""
    connection.execute(_INSERTS[VERSIONS], {**version_row(record), **version})
    for table, rows in value_rows(record).items():
        if rows:
            connection.execute(_INSERTS[table], [{"version_id": version["version_id"], **row} for row in rows])
    connection.execute(_NEWEST, {"of_article": version["article_id"], "latest_version": version["number"]})


def look_again(connection: Connection, article_id: str, article_sha256: str) -> None:
    """Mark the corrections of an article that were made to another text: a person should look at them again."""
    other = (CORRECTIONS.c.article_id == article_id) & (CORRECTIONS.c.article_sha256 != article_sha256)
    connection.execute(update(CORRECTIONS).where(other).values(stale=True))

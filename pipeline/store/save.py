"""Saves a record with all its values in one transaction, and keeps every earlier version."""

import hashlib
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, Engine, RowMapping, insert, select, update

from pipeline.store.engine import writing
from pipeline.store.rows import Row, record_hash, value_rows, version_row
from pipeline.store.tables import ADDRESSES, ARTICLES, VERSIONS
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.social_economy import SERIES_VERSION

# 64 bits of a hash: among a million articles two meet with a chance of 1 in 37 million.
_ID_CHARS: Final = 16
_MADE_FROM: Final = ("page_sha256", "article_sha256", "code_version")


class SaveResult(StrEnum):
    """What saving a record did."""

    NEW = "new"
    """The article was not there before."""
    CHANGED = "changed"
    """The article has a new version: its page changed, or the code that reads it."""
    UNCHANGED = "unchanged"
    """The newest version says the same already; no version was written."""


def save(bind: Connection | Engine, record: StatusRecord, page: RawPage) -> SaveResult:
    """Save the record of a page, in one transaction; the same input again changes no row.

    A new version is written when the record says something else than the article's newest version, or another version
    of the code says it; what only the fetch decides (its time, the page's chrome) makes none. Another address whose
    page names the same canonical address and has the same text leads to the same article; a canonical address alone
    is a page's claim and never makes it a version of another article.

    Raises ValueError when the record was not made from the page's bytes, StoreUnavailable and DiskFull as `writing`.
    """
    if hashlib.sha256(page.body).hexdigest() != record.source.page_sha256:
        message = f"record and page differ: {record.source.url}"
        raise ValueError(message)
    with writing(bind) as connection:
        latest = _latest(connection, _article_at(connection, record))
        if latest is None:
            _write(connection, record, page, _first(connection, record))
            return SaveResult.NEW
        if latest["record_sha256"] == record_hash(record):
            return SaveResult.UNCHANGED
        _write(connection, record, page, _next(record, latest))
        return SaveResult.CHANGED


def _article_at(connection: Connection, record: StatusRecord) -> str | None:
    """Id of the article that the record belongs to; a new address of it is noted."""
    url, canonical_url = record.source.url, record.source.canonical_url
    known = connection.execute(select(ADDRESSES.c.article_id).where(ADDRESSES.c.url == url)).scalar()
    if known is not None or canonical_url is None:
        return known
    twin = connection.execute(
        select(ARTICLES.c.article_id)
        .join(VERSIONS, VERSIONS.c.article_id == ARTICLES.c.article_id)
        .where(
            VERSIONS.c.number == ARTICLES.c.latest_version,
            VERSIONS.c.canonical_url == canonical_url,
            VERSIONS.c.article_sha256 == record.source.article_sha256,
        )
        .order_by(ARTICLES.c.article_id)
    ).scalar()
    if twin is not None:
        connection.execute(insert(ADDRESSES).values(url=url, article_id=twin))
    return twin


def _latest(connection: Connection, article_id: str | None) -> RowMapping | None:
    return (
        connection.execute(
            select(*VERSIONS.c["article_id", "number", "record_sha256", *_MADE_FROM])
            .where(VERSIONS.c.article_id == article_id)
            .order_by(VERSIONS.c.number.desc())
            .limit(1)
        )
        .mappings()
        .first()
    )


def _first(connection: Connection, record: StatusRecord) -> Row:
    """Begin an article; what its first version is known by."""
    url = record.source.url
    article_id = hashlib.sha256(url.encode()).hexdigest()[:_ID_CHARS]
    row = {"article_id": article_id, "series": record.series, "url": url, "latest_version": 1}
    connection.execute(insert(ARTICLES).values(row))
    connection.execute(insert(ADDRESSES).values(url=url, article_id=article_id))
    return {"article_id": article_id, "number": 1, "cause": "first_seen"}


def _next(record: StatusRecord, latest: RowMapping) -> Row:
    """What the version after the latest is known by."""
    same = {name: latest[name] == getattr(record.source, name) for name in _MADE_FROM}
    # From the same bytes only other rules make another record. Where text and code are the same, but not the bytes, it
    # is the page's head that changed, such as its publication date.
    rules = same["page_sha256"] or (same["article_sha256"] and not same["code_version"])
    cause = "rules" if rules else "source"
    return {"article_id": latest["article_id"], "number": latest["number"] + 1, "cause": cause}


def _write(connection: Connection, record: StatusRecord, page: RawPage, version: Row) -> None:
    version_id = f"{version['article_id']}.{version['number']}"
    fetch = {"page_bytes": len(page.body), "content_type": page.content_type, "series_version": SERIES_VERSION}
    connection.execute(insert(VERSIONS).values({**version_row(record), **fetch, **version, "version_id": version_id}))
    for table, rows in value_rows(record).items():
        if rows:
            connection.execute(insert(table), [{"version_id": version_id, **row} for row in rows])
    connection.execute(
        update(ARTICLES).where(ARTICLES.c.article_id == version["article_id"]).values(latest_version=version["number"])
    )

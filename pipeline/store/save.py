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
        article_id = _article_at(connection, record)
        latest = _latest(connection, article_id) if article_id else None
        if article_id and latest and latest["record_sha256"] == record_hash(record):
            return SaveResult.UNCHANGED
        if article_id and latest:
            _write(connection, record, page, {"article_id": article_id, **_follows(record, latest)})
            return SaveResult.CHANGED
        article_id = _open(connection, record)
        _write(connection, record, page, {"article_id": article_id, "number": 1, "cause": "first_seen"})
        return SaveResult.NEW


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


def _latest(connection: Connection, article_id: str) -> RowMapping | None:
    return (
        connection.execute(
            select(*VERSIONS.c["number", "record_sha256", "article_sha256", "code_version"])
            .where(VERSIONS.c.article_id == article_id)
            .order_by(VERSIONS.c.number.desc())
            .limit(1)
        )
        .mappings()
        .first()
    )


def _follows(record: StatusRecord, latest: RowMapping) -> Row:
    same_text = latest["article_sha256"] == record.source.article_sha256
    same_code = latest["code_version"] == record.source.code_version
    # The same text and the same code, and yet another record: the page's head changed, such as its publication date.
    cause = "rules" if same_text and not same_code else "source"
    return {"number": latest["number"] + 1, "cause": cause}


def _open(connection: Connection, record: StatusRecord) -> str:
    url = record.source.url
    article_id = hashlib.sha256(url.encode()).hexdigest()[:_ID_CHARS]
    row = {"article_id": article_id, "series": record.series, "url": url, "latest_version": 1}
    connection.execute(insert(ARTICLES).values(row))
    connection.execute(insert(ADDRESSES).values(url=url, article_id=article_id))
    return article_id


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

"""Articles that leave the web: `gone` after 410, or 404 twice a day apart; their rows stay."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from pipeline.store.changes import Change, note
from pipeline.store.engine import hold_the_pen
from pipeline.store.operations import URLS
from pipeline.store.tables import ADDRESSES, ARTICLES, VERSIONS
from schemas.record import StatusRecord

_AT_ADDRESS: Final = select(ADDRESSES.c.article_id).where(ADDRESSES.c.url == bindparam("url"))
APART: Final = timedelta(days=1)
"""Between two 404 answers, before the article counts as gone: a site under repair comes back sooner."""
VANISHED: Final = 0.2
"""The share of a site's articles that may vanish in one run; when more do, the site is broken, and none is gone."""


@dataclass(frozen=True)
class Missing:
    """A URL that was answered with 404 or 410."""

    url: str
    status: int
    seen_at: datetime


def is_gone(connection: Connection, missing: Missing) -> bool:
    """Whether the article is gone by the rules; the first 404 in a row is noted, and decides nothing."""
    if missing.status == 410:  # noqa: PLR2004 -- Gone, says HTTP: for good
        return True
    query = select(URLS.c.missed_at).where(URLS.c.url == missing.url)
    since = connection.execute(query).scalar()
    if since is None:
        connection.execute(update(URLS).where(URLS.c.url == missing.url).values(missed_at=missing.seen_at))
        return False
    return bool(missing.seen_at - since >= APART)


def mark_gone(connection: Connection, missing: Missing, *, code_version: str, run_id: str | None = None) -> bool:
    """Mark the article at the URL as gone, in the caller's transaction; False when there is none, or it was already."""
    hold_the_pen(connection)
    query = select(ADDRESSES.c.article_id).where(ADDRESSES.c.url == missing.url)
    article_id = connection.execute(query).scalar()
    live = update(ARTICLES).where(ARTICLES.c.article_id == article_id, ARTICLES.c.state == "live")
    if not connection.execute(live.values(state="gone", gone_since=missing.seen_at)).rowcount:
        return False
    change = Change(
        op="gone",
        article_id=article_id or "",
        cause="site",
        url=missing.url,
        code_version=code_version,
        run_id=run_id,
        happened_at=missing.seen_at,
    )
    note(connection, change)
    return True


def other_addresses(connection: Connection, url: str) -> list[str]:
    """The other addresses of the article at a URL: while one of them answers, the article is not gone."""
    mine = select(ADDRESSES.c.article_id).where(ADDRESSES.c.url == url).scalar_subquery()
    query = select(ADDRESSES.c.url).where(ADDRESSES.c.article_id == mine, ADDRESSES.c.url != url)
    return list(connection.execute(query.order_by(ADDRESSES.c.url)).scalars())


def note_move(connection: Connection, asked: str, record: StatusRecord, run_id: str | None = None) -> None:
    """Note where the article at an address has moved, when that address redirects to a record of the same.

    Only to an address that no article has, and only for the same municipality and period: a redirect is a site's
    claim, and never makes one article a version of another. The address asked for is another name of the article.
    """
    landed = record.source.url
    if landed == asked or record.municipality is None or _article_at(connection, landed) is not None:
        return
    article_id = _article_at(connection, asked)
    newest = (
        select(VERSIONS.c.municipality_code, VERSIONS.c.period_text)
        .join(ARTICLES, ARTICLES.c.article_id == VERSIONS.c.article_id)
        .where(VERSIONS.c.article_id == article_id, VERSIONS.c.number == ARTICLES.c.latest_version)
    )
    period = record.period.text if record.period else None
    if connection.execute(newest).first() == (record.municipality.code, period):
        _name(connection, landed, str(article_id), record, run_id)


def note_alias(connection: Connection, asked: str, record: StatusRecord, run_id: str | None = None) -> None:
    """Note that an address leads to the article of a record that was read at another one."""
    if record.source.url == asked:
        return
    article_id = _article_at(connection, record.source.url)
    if article_id is not None and _article_at(connection, asked) is None:
        _name(connection, asked, article_id, record, run_id)


def _name(connection: Connection, url: str, article_id: str, record: StatusRecord, run_id: str | None = None) -> None:
    connection.execute(insert(ADDRESSES), {"url": url, "article_id": article_id})
    source = record.source
    note(connection, Change("alias", article_id, "source", url, source.code_version, None, run_id, source.fetched_at))


def _article_at(connection: Connection, url: str) -> str | None:
    return connection.execute(_AT_ADDRESS, {"url": url}).scalar()

"""What discovery hands on: candidates as one source names them, and what several sources found together."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from pipeline.config.models import Site
from pipeline.errors import BadResponse, BodyTooLarge
from pipeline.fetch.discovery.addresses import canonical
from pipeline.settings import Settings
from schemas.page import RawPage

Get = Callable[[str], Awaitable[RawPage]]
"""Fetches a page, politely; raises FetchError."""

MOST_DOCUMENTS: Final = 1000
"""The most documents that one source is asked for, whatever it links to; a site of 100,000 posts has as many."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be an article, as one source names it."""

    url: str
    """Canonical."""
    found_by: str
    """The kind of source."""
    modified: datetime | None = None
    """When it last changed, as the source says."""
    title: str | None = None
    """What the source calls it."""


@dataclass(frozen=True, slots=True)
class Found:
    """An address, and all sources that name it."""

    url: str
    """Canonical."""
    found_by: tuple[str, ...]
    """The kinds of source, each once, in the order in which they came."""
    modified: datetime | None = None
    """The latest change that a source tells of."""


@dataclass(frozen=True, slots=True)
class Search:
    """What every source needs to look through a site."""

    site: Site
    get: Get
    settings: Settings
    since: datetime | None = None
    """Only what changed later is needed, where a source can tell; None for everything."""
    sitemaps: tuple[str, ...] = ()
    """The Sitemap lines of the site's robots.txt."""
    most: int = 200_000
    """The most addresses that one source may name; a hundred times what a newsletter has."""


def merge(candidates: Iterable[Candidate]) -> tuple[Found, ...]:
    """Bring together what several sources name, in the order of first sight."""
    merged: dict[str, Found] = {}
    for candidate in candidates:
        url = canonical(candidate.url)
        known = merged.get(url, Found(url, ()))
        dates = [date for date in (known.modified, candidate.modified) if date is not None]
        sources = dict.fromkeys((*known.found_by, candidate.found_by))
        merged[url] = Found(url, tuple(sources), max(dates, default=None))
    return tuple(merged.values())


def instant(text: str | None) -> datetime | None:
    """Read an ISO 8601 time; one without a zone is UTC, as in `modified_gmt`. None for anything else."""
    try:
        read = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def within(page: RawPage, most: int) -> bytes:
    """Give the body of a listing of at most so many bytes. Raises BodyTooLarge."""
    if len(page.body) > most:
        message = f"a listing of {len(page.body)} bytes, at most {most}"
        raise BodyTooLarge(message, source=page.url)
    return page.body


def without_end(url: str, most: int) -> BadResponse:
    """Say that a listing goes on past its bound; what it named so far has been handed on."""
    message = f"the listing goes on after {most} pages"
    return BadResponse(message, source=url)

"""RSS, RDF and Atom feeds, and the older pages of a WordPress feed."""

from collections.abc import AsyncGenerator, Iterator
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from pipeline.config.models import Feed
from pipeline.errors import BadResponse, BadStatus
from pipeline.fetch.discovery.addresses import canonical, joined
from pipeline.fetch.discovery.candidates import Candidate, Search, instant, without_end
from pipeline.fetch.discovery.xml import Entry, read_xml
from schemas.page import RawPage

_ROOTS: Final = frozenset({"rss", "RDF", "feed"})
_ENTRIES: Final = frozenset({"item", "entry"})
_MOST_ENTRIES: Final = 5_000


def parse_feed(page: RawPage) -> tuple[Candidate, ...]:
    """Read the items of a feed; what links to no web page is left out. Raises BadResponse for anything else."""
    document = read_xml(page.body, page.url, _ENTRIES, _MOST_ENTRIES)
    if document.root not in _ROOTS:
        message = f"no feed: its outermost element is {document.root[:40]}"
        raise BadResponse(message, source=page.url)
    return tuple(_candidates(page.url, document.entries))


def _candidates(base: str, entries: tuple[Entry, ...]) -> Iterator[Candidate]:
    for entry in entries:
        link = next((href for rel, href in entry.links if rel == "alternate"), entry.texts.get("link"))
        url = joined(base, link) if link else None
        if url:
            # An item's pubDate says when it was published, not when it changed.
            yield Candidate(url, "feed", instant(entry.texts.get("updated")), entry.texts.get("title"))


async def feed_candidates(source: Feed, search: Search) -> AsyncGenerator[Candidate, None]:
    """Read a feed to its last page: until one is not there, or names nothing new. Raises FetchError."""
    seen: set[str] = set()
    for number in range(1, source.pages + 1):
        try:
            page = await search.get(_numbered(source.url, number))
        except BadStatus as error:
            if number > 1 and error.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
                return
            raise
        named = parse_feed(page)
        if seen.issuperset(candidate.url for candidate in named):
            return
        seen.update(candidate.url for candidate in named)
        for candidate in named:
            yield candidate
    if source.pages > 1:
        raise without_end(source.url, source.pages)


def _numbered(url: str, number: int) -> str:
    if number == 1:
        return url
    return canonical(f"{url}{'&' if urlsplit(url).query else '?'}paged={number}")

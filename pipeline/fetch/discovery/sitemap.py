"""Sitemaps and sitemap indexes, packed or not, however they are nested."""

import re
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from pipeline.config.models import Sitemap
from pipeline.errors import BadResponse, BadStatus
from pipeline.fetch.discovery.addresses import canonical, joined, of_site
from pipeline.fetch.discovery.candidates import MOST_DOCUMENTS, Candidate, Search, instant
from pipeline.fetch.discovery.xml import Entry, read_xml
from pipeline.fetch.inflate import inflated
from pipeline.settings import Settings
from schemas.page import RawPage

# Where SEO plugins, WordPress itself and everyone else put it.
_USUAL: Final = ("sitemap_index.xml", "wp-sitemap.xml", "sitemap.xml")
_MAGIC: Final = b"\x1f\x8b"
_MOST_ENTRIES: Final = 50_000
"""The protocol's own bound."""
_MOST_DEPTH: Final = 3
"""Indexes in indexes; the protocol knows none at all."""
_ENTRIES: Final = frozenset({"url", "sitemap"})
# Of WordPress and its plugins: they name lists of articles, and pictures, never an article.
_LISTS: Final = re.compile(
    r"(?:wp-sitemap-(?:users|taxonomies)-|/(?:author|category|post_tag|image|video)-sitemap\d{0,4}\.)"
)


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What one document holds."""

    pages: tuple[Candidate, ...]
    """The pages it names, on whatever site."""
    sitemaps: tuple[str, ...]
    """The sitemaps it names."""


def parse_sitemap(page: RawPage, settings: Settings) -> SitemapPage:
    """Read a sitemap or a sitemap index; `settings` bound what a packed one may inflate to.

    Raises BadResponse for anything else, and what inflating raises.
    """
    body = page.body
    if body.startswith(_MAGIC):
        body = inflated(body, "gzip", settings)
    document = read_xml(body, page.url, _ENTRIES, _MOST_ENTRIES)
    places = [(place, entry) for entry in document.entries if (place := _place(page.url, entry))]
    if document.root == "sitemapindex":
        return SitemapPage((), tuple(place for place, _ in places))
    if document.root != "urlset":
        message = f"no sitemap: its outermost element is {document.root[:40]}"
        raise BadResponse(message, source=page.url)
    return SitemapPage(
        tuple(Candidate(place, "sitemap", instant(entry.texts.get("lastmod"))) for place, entry in places), ()
    )


def _place(base: str, entry: Entry) -> str | None:
    return joined(base, entry.texts["loc"]) if "loc" in entry.texts else None


async def sitemap_candidates(source: Sitemap, search: Search) -> AsyncIterator[Candidate]:
    """Follow the sitemaps of a site. Raises FetchError, after what came before it was handed on."""
    queue = deque((page, 1) for page in await _first(source, search))
    seen = {canonical(page.url) for page, _ in queue}
    while queue:
        page, depth = queue.popleft()
        read = parse_sitemap(page, search.settings)
        for candidate in read.pages:
            yield candidate
        for url in _next(read.sitemaps, search):
            if url in seen:
                continue
            if depth >= _MOST_DEPTH or len(seen) >= MOST_DOCUMENTS:
                message = f"sitemaps nest deeper than {_MOST_DEPTH}, or there are more than {MOST_DOCUMENTS}"
                raise BadResponse(message, source=url)
            seen.add(url)
            queue.append((await search.get(url), depth + 1))


def _next(urls: tuple[str, ...], search: Search) -> tuple[str, ...]:
    """The sitemaps that are the site's own and can name an article."""
    return tuple(url for url in urls if of_site(url, search.site.url, search.site.hosts) and not _LISTS.search(url))


async def _first(source: Sitemap, search: Search) -> list[RawPage]:
    """Ask for the sitemap that was given, else those of robots.txt, else the usual places until one answers."""
    given = (source.url,) if source.url else search.sitemaps
    if given:
        return [await search.get(url) for url in dict.fromkeys(given)]
    refused: list[BadStatus] = []
    for name in _USUAL:
        try:
            return [await search.get(f"{search.site.url.rstrip('/')}/{name}")]
        except BadStatus as error:
            refused.append(error)
    raise refused[0]

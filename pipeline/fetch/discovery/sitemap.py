"""Sitemaps and sitemap indexes, packed or not, however they are nested."""

import re
from collections import deque
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Final

from pipeline.config.models import Site, Sitemap
from pipeline.errors import BadResponse, BadStatus, FetchError
from pipeline.fetch.discovery.addresses import canonical, joined, of_site
from pipeline.fetch.discovery.candidates import MOST_DOCUMENTS, Candidate, Search, instant
from pipeline.fetch.discovery.xml import Entry, read_xml
from pipeline.fetch.inflate import inflated
from pipeline.settings import Settings
from schemas.page import RawPage

# Where SEO plugins, WordPress itself, everyone else, and a WordPress with plain permalinks put it.
_USUAL: Final = ("sitemap_index.xml", "wp-sitemap.xml", "sitemap.xml", "?sitemap=index")
_MAGIC: Final = b"\x1f\x8b"
_MOST_ENTRIES: Final = 50_000
"""The protocol's own bound."""
_MOST_DEPTH: Final = 3
"""Indexes in indexes; the protocol knows none at all."""
_ENTRIES: Final = frozenset({"url", "sitemap"})
# Of WordPress and its plugins: they name lists of articles, and pictures, never an article.
_LISTS: Final = re.compile(
    r"(?:wp-sitemap-(?:users|taxonomies)-|[?&]sitemap=(?:users|taxonomies)\b|/(?:author|category|post_tag|image|video)-sitemap\d{0,4}\.)"
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


async def sitemap_candidates(source: Sitemap, search: Search) -> AsyncGenerator[Candidate, None]:
    """Follow the sitemaps of a site. Raises FetchError, after what came before it was handed on."""
    given = (source.url,) if source.url else search.sitemaps
    known = {} if given else await _usual(search)
    queue = deque((url, 1) for url in dict.fromkeys(canonical(url) for url in given or known))
    seen = {url for url, _ in queue}
    left_out: list[str] = []
    while queue:
        url, depth = queue.popleft()
        read = known.get(url) or parse_sitemap(await search.get(url), search.settings)
        for candidate in read.pages:
            yield candidate
        following = [place for place in dict.fromkeys(_own(read.sitemaps, search.site)) if place not in seen]
        most = MOST_DOCUMENTS - len(seen) if depth < _MOST_DEPTH else 0
        left_out += following[most:]
        seen.update(following[:most])
        queue.extend((place, depth + 1) for place in following[:most])
    if left_out:
        message = f"sitemaps nest deeper than {_MOST_DEPTH}, or there are more than {MOST_DOCUMENTS}"
        raise BadResponse(message, source=left_out[0])


def _own(urls: tuple[str, ...], site: Site) -> tuple[str, ...]:
    """The sitemaps that are the site's own and can name an article."""
    return tuple(url for url in urls if of_site(url, site.url, site.hosts) and not _LISTS.search(url))


async def _usual(search: Search) -> dict[str, SitemapPage]:
    """The first of the usual places that holds a sitemap; many sites answer with a page of theirs at the others."""
    refused: list[FetchError] = []
    for name in _USUAL:
        url = canonical(f"{search.site.url.rstrip('/')}/{name}")
        try:
            return {url: parse_sitemap(await search.get(url), search.settings)}
        except (BadStatus, BadResponse) as error:
            refused.append(error)
    raise refused[0]

"""All sources of a site together: what they name, what is worth a request, and which of them failed."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.config.models import Feed, Listing, SingleUrl, Site, Sitemap, WordPress
from pipeline.errors import FetchError
from pipeline.fetch.discovery.addresses import canonical, joined, of_site
from pipeline.fetch.discovery.candidates import Candidate, Found, Search, merge
from pipeline.fetch.discovery.feed import feed_candidates
from pipeline.fetch.discovery.likely import wanted
from pipeline.fetch.discovery.listing import listing_candidates
from pipeline.fetch.discovery.sitemap import sitemap_candidates
from pipeline.fetch.discovery.wordpress import wordpress_candidates
from schemas.record import RelatedLink

WebSource = WordPress | Sitemap | Feed | Listing | SingleUrl
"""The sources that are asked over the network."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One source after it was asked."""

    kind: str
    """As in the configuration."""
    named: int
    """How many addresses it named, repeats included."""
    elsewhere: int
    """How many of them are on other sites, and so left alone."""
    kept: int
    """How many of them are worth a request."""
    error: FetchError | None = None
    """Why it was not read to its end; what came before counts."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What discovery brought for one site."""

    found: tuple[Found, ...]
    """The addresses to fetch, each once, in the order of first sight."""
    asked: tuple[Asked, ...]
    """The sources, in the order of the configuration."""


async def discover(source: WebSource, search: Search) -> AsyncIterator[Candidate]:
    """Give what one source names, unfiltered. Raises FetchError, after what came before was handed on."""
    match source:
        case WordPress():
            candidates = wordpress_candidates(source, search)
        case Sitemap():
            candidates = sitemap_candidates(source, search)
        case Feed():
            candidates = feed_candidates(source, search)
        case Listing():
            candidates = listing_candidates(source, search)
        case SingleUrl():
            yield Candidate(canonical(source.url), source.type)
            return
    async for candidate in candidates:
        yield candidate


def related_candidates(links: Iterable[RelatedLink], site: Site) -> tuple[Candidate, ...]:
    """Give the sister articles of a record that are on its site."""
    named = ((joined(site.url, link.url), link.title) for link in links)
    candidates = (Candidate(url, "related", title=title) for url, title in named if url)
    return tuple(candidate for candidate in candidates if wanted(candidate, site))


async def survey(search: Search, day: date) -> Survey:
    """Ask every source of a site that holds on this day; one that fails does not stop the others."""
    kept: list[Candidate] = []
    asked: list[Asked] = []
    for source in search.site.sources:
        if isinstance(source, WebSource) and (source.valid_until is None or day <= source.valid_until):
            candidates, account = await _ask(source, search)
            kept.extend(candidates)
            asked.append(account)
    return Survey(merge(kept), tuple(asked))


async def _ask(source: WebSource, search: Search) -> tuple[list[Candidate], Asked]:
    named: list[Candidate] = []
    failure: FetchError | None = None
    try:
        async for candidate in discover(source, search):
            named.append(candidate)  # noqa: PERF401 -- what came before an error counts
    except FetchError as error:
        failure = error
    if isinstance(source, SingleUrl):
        return named, Asked(source.type, len(named), 0, len(named), failure)
    own = [candidate for candidate in named if of_site(candidate.url, search.site.url, search.site.hosts)]
    kept = [candidate for candidate in own if wanted(candidate, search.site)]
    return kept, Asked(source.type, len(named), len(named) - len(own), len(kept), failure)

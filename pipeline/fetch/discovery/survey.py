"""All sources of a site together: what they name, what is worth a request, and which of them failed."""

from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import date

from pipeline.config.models import Feed, Listing, SingleUrl, Site, Sitemap, WordPress
from pipeline.errors import BadResponse, FetchError
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


@dataclass(frozen=True, slots=True)
class _Answer:
    source: WebSource
    named: tuple[Candidate, ...]
    error: FetchError | None


async def discover(source: WebSource, search: Search) -> AsyncGenerator[Candidate, None]:
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
            candidates = _single(source)
    async with aclosing(candidates):
        named = 0
        async for candidate in candidates:
            if named == search.most:
                message = f"the source names more than {search.most} addresses"
                raise BadResponse(message, source=search.site.url)
            named += 1
            yield candidate


async def _single(source: SingleUrl) -> AsyncGenerator[Candidate, None]:
    yield Candidate(canonical(source.url), source.type)


def related_candidates(links: Iterable[RelatedLink], site: Site) -> tuple[Candidate, ...]:
    """Give the sister articles of a record that are on its site."""
    named = ((joined(site.url, link.url), link.title) for link in links)
    candidates = (Candidate(url, "related", title=title) for url, title in named if url)
    return tuple(candidate for candidate in candidates if wanted(candidate, site))


async def survey(search: Search, day: date) -> Survey:
    """Ask every source of a site that holds on this day; one that fails does not stop the others."""
    answers = [
        await _ask(source, search)
        for source in search.site.sources
        if isinstance(source, WebSource) and (source.valid_until is None or day <= source.valid_until)
    ]
    # A sitemap knows no titles, and `?p=12` says nothing; what another source calls the page decides for both.
    titles = {one.url: one.title for answer in answers for one in answer.named if one.title}
    kept = [_kept(answer, search.site, titles) for answer in answers]
    accounts = (_account(answer, len(worth), search.site) for answer, worth in zip(answers, kept, strict=True))
    return Survey(merge(one for worth in kept for one in worth), tuple(accounts))


def _kept(answer: _Answer, site: Site, titles: Mapping[str, str]) -> list[Candidate]:
    if isinstance(answer.source, SingleUrl):
        return list(answer.named)
    titled = (replace(one, title=one.title or titles.get(one.url)) for one in answer.named)
    return [one for one in titled if wanted(one, site)]


def _account(answer: _Answer, kept: int, site: Site) -> Asked:
    single = isinstance(answer.source, SingleUrl)
    elsewhere = sum(not single and not of_site(one.url, site.url, site.hosts) for one in answer.named)
    return Asked(answer.source.type, len(answer.named), elsewhere, kept, answer.error)


async def _ask(source: WebSource, search: Search) -> _Answer:
    named: list[Candidate] = []
    try:
        async for candidate in discover(source, search):
            named.append(candidate)  # noqa: PERF401 -- what came before an error counts
    except FetchError as error:
        return _Answer(source, tuple(named), error)
    return _Answer(source, tuple(named), None)

"""Pages that list articles: a tag, a category, or a page of links, and the pages that follow them."""

import re
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.config.models import Listing
from pipeline.errors import BadResponse
from pipeline.fetch.discovery.addresses import canonical, joined, may_be_article
from pipeline.fetch.discovery.candidates import Candidate, Search, within, without_end
from schemas.page import RawPage

_MOST_BYTES: Final = 5 * 1024 * 1024
_MOST_TAGS: Final = 20_000
"""Of `<`; as many tags inside each other cost the parser a second, and it grows with the square."""
_CONTENT: Final = ("main", "[role=main]", "#content", "#primary", "#main", "body")
_CHROME: Final = "nav,aside,form,body > header,body > footer,.site-header,.site-footer,.widget,.sidebar,#comments"
_NEXT: Final = "link[rel~=next],a[rel~=next],a.next"
_NUMBER_IN_PATH: Final = re.compile(r"/page/(\d{1,6})/?$")
_NUMBER_IN_QUERY: Final = re.compile(r"(?:^|&)(?:paged?|side)=(\d{1,6})(?:&|$)")


@dataclass(frozen=True, slots=True)
class ListingPage:
    """What one page of a listing holds."""

    candidates: tuple[Candidate, ...]
    """The pages it links to from its content, in printed order, each once with its longest words."""
    following: str | None
    """The page of the listing that comes next."""


def parse_listing(page: RawPage, source: Listing) -> ListingPage:
    """Read the links of a listing. Raises BadResponse for what no listing is so large as, and BodyTooLarge."""
    body = within(page, _MOST_BYTES)
    if (tags := body.count(b"<")) > _MOST_TAGS:
        message = f"a listing of {tags} tags, at most {_MOST_TAGS}"
        raise BadResponse(message, source=page.url)
    tree = LexborHTMLParser(_text(body))
    following = _following(tree, page.url)
    titles: dict[str, str] = {}
    for url, words in _links(tree, page.url, source.content):
        titles[url] = max(titles.get(url, ""), words, key=len)
    own = canonical(page.url)
    return ListingPage(
        tuple(
            Candidate(url, source.type, title=words or None)
            for url, words in titles.items()
            if url != own and may_be_article(url)
        ),
        following,
    )


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("windows-1252", "replace")


def _links(tree: LexborHTMLParser, base: str, content: str | None) -> Iterator[tuple[str, str]]:
    if content is None:
        for node in tree.css(_CHROME):
            node.decompose()
    for anchor in _holder(tree, content, base).css("a[href]"):
        url = joined(base, anchor.attributes.get("href") or "")
        if url:
            yield url, " ".join((anchor.text() or "").split())


def _holder(tree: LexborHTMLParser, content: str | None, base: str) -> LexborNode:
    """The element that holds the links. Raises BadResponse where what was named for it is not on the page."""
    for selector in (content,) if content else _CONTENT:
        node = tree.css_first(selector)
        if node is not None:
            return node
    message = f"nothing on the page is {content or 'its content'}"
    raise BadResponse(message, source=base)


def _following(tree: LexborHTMLParser, own: str) -> str | None:
    """The page after this one: what says so itself, else the one whose number comes next."""
    named = [joined(own, node.attributes.get("href") or "") for node in tree.css(_NEXT)]
    # An article's own "next" is another article, so only pages of this very listing count.
    own_listing, own_number = _numbered(canonical(own))
    for url in named:
        if url and _numbered(url)[0] == own_listing and url != canonical(own):
            return url
    numbered = (joined(own, node.attributes.get("href") or "") for node in tree.css("a[href]"))
    return next((url for url in numbered if url and _numbered(url) == (own_listing, own_number + 1)), None)


def _numbered(url: str) -> tuple[str, int]:
    """The listing that an address belongs to, and the number of its page in it."""
    parts = urlsplit(url)
    in_path = _NUMBER_IN_PATH.search(parts.path)
    in_query = _NUMBER_IN_QUERY.search(parts.query)
    number = in_path or in_query
    path = parts.path[: in_path.start()] if in_path else parts.path
    return f"{parts.netloc}{path.rstrip('/')}", int(number.group(1)) if number else 1


async def listing_candidates(source: Listing, search: Search) -> AsyncGenerator[Candidate, None]:
    """Follow a listing to its end: until no page follows, or one names nothing new. Raises FetchError."""
    url: str | None = source.url
    seen: set[str] = set()
    for _ in range(source.pages):
        if url is None:
            return
        read = parse_listing(await search.get(url), source)
        named = {candidate.url for candidate in read.candidates}
        if named <= seen:
            return
        seen |= named
        for candidate in read.candidates:
            yield candidate
        url = read.following
    if url is not None and source.pages > 1:
        raise without_end(source.url, source.pages)

"""The REST interface of WordPress: published posts that everyone may read, page by page.

They are asked for by ascending id, so that a post that is published meanwhile comes last and moves no other one out of
the page that is about to be read.
"""

import html
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import UTC
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from pydantic import BaseModel, TypeAdapter, ValidationError

from pipeline.config.models import WordPress
from pipeline.errors import BadResponse, BadStatus
from pipeline.fetch.discovery.addresses import joined
from pipeline.fetch.discovery.candidates import MOST_DOCUMENTS, Candidate, Search, instant, within, without_end
from schemas.page import RawPage

PER_PAGE: Final = 100
"""The most that WordPress gives at a time."""
_MOST_BYTES: Final = 4 * 1024 * 1024
"""A hundred posts without their texts weigh 40 KB."""
_FIELDS: Final = "id,link,slug,status,modified_gmt,title,content.protected"


class _Title(BaseModel):
    rendered: str = ""


class _Content(BaseModel):
    protected: bool = False


class _Post(BaseModel):
    """What is asked of a post; further fields, which plugins add, are ignored."""

    id: int
    link: str
    status: str = "publish"
    modified_gmt: str | None = None
    title: _Title = _Title()
    content: _Content = _Content()


_POSTS: Final = TypeAdapter(list[_Post])


@dataclass(frozen=True, slots=True)
class PostList:
    """One page of the listing."""

    ids: frozenset[int]
    """Of every post in it, whether it may be read or not."""
    candidates: tuple[Candidate, ...]
    """The posts that everyone may read."""


def parse_posts(page: RawPage) -> PostList:
    """Read a list of posts without drafts, private and password-protected ones. Raises BadResponse, BodyTooLarge."""
    try:
        posts = _POSTS.validate_json(within(page, _MOST_BYTES).removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        message = f"no list of posts: {place + ': ' if place else ''}{first['msg']}"
        raise BadResponse(message, source=page.url) from error
    candidates = tuple(
        Candidate(url, "wordpress", instant(post.modified_gmt), html.unescape(post.title.rendered) or None)
        for post in posts
        if post.status == "publish" and not post.content.protected and (url := joined(page.url, post.link))
    )
    return PostList(frozenset(post.id for post in posts), candidates)


async def wordpress_candidates(source: WordPress, search: Search) -> AsyncGenerator[Candidate, None]:
    """List the posts of a site, or what its search finds. Raises FetchError, after what came before was handed on."""
    for kind in source.kinds:
        for words in source.search or ("",):
            async for candidate in _listed(kind, words, search):
                yield candidate


async def _listed(kind: str, words: str, search: Search) -> AsyncGenerator[Candidate, None]:
    """Read page after page until WordPress says that there is none, or nothing new comes."""
    asked = _query(words, search)
    route, posts = await _first(kind, asked, search)
    seen: set[int] = set()
    for number in range(2, MOST_DOCUMENTS + 2):
        for candidate in posts.candidates:
            yield candidate
        if seen.issuperset(posts.ids):
            break
        seen |= posts.ids
        try:
            page = await search.get(f"{route}{urlencode(asked | {'page': number})}")
        except BadStatus as error:
            if error.status == HTTPStatus.BAD_REQUEST:
                return  # rest_post_invalid_page_number: the one before was the last
            raise
        posts = parse_posts(page)
    else:
        raise without_end(route, MOST_DOCUMENTS)
    if len(posts.ids) >= PER_PAGE:
        message = "every page of the listing is the same"
        raise BadResponse(message, source=route)


def _query(words: str, search: Search) -> dict[str, str | int]:
    query: dict[str, str | int] = {"per_page": PER_PAGE, "orderby": "id", "order": "asc", "_fields": _FIELDS}
    if words:
        query["search"] = words
    if search.since is not None:
        # With a zone it is exact; without one it would be the site's own time.
        query["modified_after"] = f"{search.since.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return query


async def _first(kind: str, query: dict[str, str | int], search: Search) -> tuple[str, PostList]:
    """Find out where the interface is: at its pretty address, or in the query where permalinks are plain."""
    root = f"{search.site.url.rstrip('/')}/"
    route = f"{root}wp-json/wp/v2/{kind}?"
    try:
        return route, parse_posts(await search.get(f"{route}{urlencode(query)}"))
    except (BadStatus, BadResponse) as error:
        if isinstance(error, BadStatus) and error.status != HTTPStatus.NOT_FOUND:
            raise
    route = f"{root}?rest_route=/wp/v2/{kind}&"
    return route, parse_posts(await search.get(f"{route}{urlencode(query)}"))

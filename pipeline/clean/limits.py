"""What a page may weigh before it is given to a parser; every limit was met by a real or a hostile page.

A million empty `<p>` cost BeautifulSoup 45 s; libxml2 drops what is deeper than it likes without a word. A page past a
limit is quarantined, never cut.
"""

import re
from typing import Final

from schemas.page import RawPage
from schemas.rejection import Reason, Rejection

MAX_BODY: Final = 10 * 1024 * 1024
MAX_TAGS: Final = 100_000
MAX_TAG_BYTES: Final = 64 * 1024
MAX_ATTRIBUTES: Final = 1_000
MAX_DEPTH: Final = 256
MAX_TEXT: Final = 500_000
MAX_REOPENED: Final = 4_000_000
"""Elements that a parser may make of formatting left open, at most."""
# Where no tag is that long, and none goes on past a quoted ">", none needs a closer look; nearly all pages have none.
_LONG_TAG: Final = re.compile(rb"<[a-zA-Z][^>]{%d}" % (MAX_ATTRIBUTES - 1))
_QUOTED_END: Final = re.compile(
    rb"""=\s{0,9}(?:"[^"<>]{0,999}>[^"]{0,999}"|'[^'<>]{0,999}>[^']{0,999}')[\s/]{0,9}[^\s/>]"""
)
# A tag with as many attributes as it may have, and whether another follows. It is read as the HTML standard reads it:
# white space and slashes part attributes, words in quotes are one value. Nothing is tried twice.
_TAG: Final = re.compile(
    rb"""<[a-zA-Z][^\s/>]*+(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|))?+){0,%d}+"""
    rb"""(?P<more>[\s/]*+[^\s/>])?""" % MAX_ATTRIBUTES
)
# Elements that no other tag closes; an unclosed one really holds all that follows.
_NESTING: Final = re.compile(
    rb"<(/?)(?:div|span|section|article|main|table|ul|ol|dl|blockquote|details|fieldset|center|aside|nav)\b",
    re.IGNORECASE,
)

# Formatting that nobody closes is opened again in every block that follows.
_FORMATTING: Final = re.compile(rb"<(/?)(big|b|code|em|font|i|small|strike|strong|s|tt|u)\b", re.IGNORECASE)


def over_limit(page: RawPage) -> Rejection | None:
    """Why the page must not be parsed, or None; a few passes over the bytes."""
    body = page.body
    if not body.strip():
        return _rejection(page, "empty_page", "the page is empty")
    if len(body) > MAX_BODY:
        return _rejection(page, "body_too_large", f"{len(body)} bytes, at most {MAX_BODY}")
    if (tags := body.count(b"<")) > MAX_TAGS:
        return _rejection(page, "too_many_tags", f"{tags} tags, at most {MAX_TAGS}")
    if (depth := _depth(body)) > MAX_DEPTH:
        return _rejection(page, "too_deep", f"elements nest {depth} deep, at most {MAX_DEPTH}")
    if (unclosed := _unclosed(body, tags)) * tags > MAX_REOPENED:
        return _rejection(page, "too_deep", f"{unclosed} formatting tags left open, opened again by {tags} tags")
    return _tag_over_limit(page)


def _tag_over_limit(page: RawPage) -> Rejection | None:
    body = page.body
    if not (_LONG_TAG.search(body) or _QUOTED_END.search(body)):
        return None
    for tag in _TAG.finditer(body):
        start = tag.start()
        end = body.find(b">", start, start + MAX_TAG_BYTES)
        if end < 0 and len(body) - start <= MAX_TAG_BYTES:
            break  # the page ends inside a tag, as a cut page does; parsers drop it
        if end < 0:
            return _rejection(page, "tag_too_long", f"the tag at byte {start} is longer than {MAX_TAG_BYTES} bytes")
        if tag["more"]:
            return _rejection(page, "too_many_attributes", f"the tag at byte {start} has over {MAX_ATTRIBUTES}")
    return None


def _depth(body: bytes) -> int:
    """How deep elements nest that must be closed; 60,000 nested ones keep a parser busy for 11 s."""
    depth = deepest = 0
    for closing in _NESTING.findall(body):
        if not closing:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return deepest


def _unclosed(body: bytes, tags: int) -> int:
    """How many formatting tags are open at once, at most; 0 where too few tags stand to do harm."""
    if tags * tags <= MAX_REOPENED:
        return 0
    most: dict[bytes, int] = {}
    now: dict[bytes, int] = {}
    for closing, name in _FORMATTING.findall(body):
        kind = name.lower()
        now[kind] = max(0, now.get(kind, 0) + (-1 if closing else 1))
        most[kind] = max(most.get(kind, 0), now[kind])
    return sum(most.values())


def _rejection(page: RawPage, reason: Reason, message: str) -> Rejection:
    return Rejection(url=page.url, stage="decode", reason=reason, message=message)

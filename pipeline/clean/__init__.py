"""Cleaning: bytes to an article, the page's chrome left behind."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

from selectolax.lexbor import LexborHTMLParser

from pipeline.clean import head
from pipeline.clean.addresses import LINKS, PAGES, joined
from pipeline.clean.asking import Recognise
from pipeline.clean.blocks import TooDeepError, drafts_of, from_title, laid_out
from pipeline.clean.container import Cut, cut
from pipeline.clean.decode import CONTROLS_OUT, decode, has_controls, without_controls
from pipeline.clean.limits import MAX_DEPTH, MAX_TEXT, over_limit
from pipeline.clean.trim import trimmed
from schemas.page import Article, CleanNote, Link, RawPage
from schemas.rejection import Reason, Rejection, titled_as_article

_ERROR_PAGE: Final = re.compile(
    r"\b(?:404|siden (?:findes ikke|blev ikke fundet|kunne ikke findes|er flyttet)|ikke fundet|not found|"
    r"ups!|vi kan ikke finde|eksisterer ikke)\b",
    re.IGNORECASE,
)
_PROTECTED: Final = re.compile(r"(?:^|\s)(?:beskyttet|protected):|post-password-form|adgangskode", re.IGNORECASE)
_LISTING: Final = 3
# White space is what lets a tokeniser go on; longer runs are split where they are read, and flagged.
_RUN_MAX: Final = 200
_REASONS: Final[dict[Reason, str]] = {
    "error_page": "the page says that there is nothing here",
    "password_protected": "the page asks for a password",
    "listing_page": "a page that lists articles",
    "questions_missing": "titled as an article of the series, but no question of the series on the page",
    "no_known_question": "no question of the series on the page",
    "no_text": "the questions stand in no element of the page",
    "too_deep": f"elements nest deeper than {MAX_DEPTH}",
    "text_too_long": f"more than {MAX_TEXT} characters of text",
}


def clean_page(page: RawPage, recognise: Recognise) -> Article | Rejection:
    """The article in a page, or why there is none. `recognise` tells which question keys printed words ask."""
    if (rejection := over_limit(page)) is not None:
        return rejection
    text, notes = decode(page.body, page.content_type)
    recognise = cache(recognise)  # each line is asked about several times
    tree = LexborHTMLParser(text)
    names = head.titles(tree)
    published_on, published_from = head.published(tree, page.url)
    address = joined(page.url, head.base(tree) or "", PAGES) or page.url
    canonical = head.canonical(tree)
    cutting = cut(tree, recognise, names)
    if not cutting.html:
        return _rejected(page, _why_nothing(cutting, names))
    html = cutting.html
    if has_controls(html):  # written as entities, which decoding does not read
        html = without_controls(html)
        notes = (*(note for note in notes if note != CONTROLS_OUT), CONTROLS_OUT)
    try:
        drafts = drafts_of(html)
    except TooDeepError:
        return _rejected(page, "too_deep")
    title = " ".join(without_controls(cutting.title or "").split()) or (names[0] if names else "")
    drafts = trimmed(from_title(drafts, title) if title else drafts, lambda words: bool(recognise(words)))
    printed, lines, links = laid_out(drafts)
    if not printed or len(printed) > MAX_TEXT:
        return _rejected(page, "text_too_long" if printed else "no_text")
    if max(map(len, printed.split())) > _RUN_MAX:
        notes = (*notes, CleanNote(code="long_run", message="a run of over 200 characters without white space"))
    return Article(
        url=page.url,
        canonical_url=joined(address, canonical, PAGES) if canonical else None,
        title=printed[lines[0].start : lines[0].end],
        text=printed,
        lines=lines,
        links=tuple(_absolute(links, address)),
        published_on=published_on,
        published_from=published_from,
        notes=notes,
    )


def _why_nothing(cutting: Cut, names: tuple[str, ...]) -> Reason:
    """What a page is on which nothing of the series is asked."""
    said = " ".join((*names, cutting.title or "", cutting.page_text))
    if _PROTECTED.search(said):
        return "password_protected"
    if cutting.articles >= _LISTING:
        return "listing_page"
    if _ERROR_PAGE.search(" ".join((*names, cutting.title or "", cutting.page_text[-600:]))):
        return "error_page"
    titled = any(titled_as_article(name) for name in (*names, cutting.title or ""))
    return "questions_missing" if titled else "no_known_question"


def _rejected(page: RawPage, reason: Reason) -> Rejection:
    stage: Literal["clean"] = "clean"
    return Rejection(url=page.url, stage=stage, reason=reason, message=_REASONS[reason])


def _absolute(links: Iterable[Link], address: str) -> Iterable[Link]:
    """The links with absolute targets; what is no web, mail or phone address is left out."""
    for link in links:
        if target := joined(address, link.url, LINKS):
            yield link.model_copy(update={"url": target})

"""Takes lines of chrome out of the article's lines that no class name gave away: bylines, teasers, what comes after."""

import re
from collections.abc import Callable
from typing import Final

from pipeline.clean.blocks import Draft, Row

_MONTH: Final = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\.?"
_BYLINE: Final = re.compile(
    rf"^(?:(?:af|tekst|skrevet af|forfatter|foto|redaktion(?:en)?|indsendt af|publiceret|udgivet|opdateret|"
    rf"oprettet|dato|læsetid|del(?: artiklen)?|print|kategorier?|tags?)\b[^.?!]{{0,80}}|"
    rf"(?:d\.|den)?\s?\d{{1,2}}\.?\s?{_MONTH}\s?\d{{4}}.{{0,60}}|"
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}.{{0,60}}|"
    rf".{{0,60}}\b(?:min(?:utter|\.)?(?:s læsning)?|læsetid|kommentar(?:er)?)\b.{{0,12}}|"
    rf"forside\b.{{0,90}}|du er her\b.{{0,90}}|nyheder|redaktionen)$",
    re.IGNORECASE,
)
_BYLINE_MAX: Final = 100
_SISTERS: Final = re.compile(r"^(?:se|læs) (?:også|mere|tidligere artikler)\b", re.IGNORECASE)
# A line after the sister links that is no longer than this is a button or a label of the theme.
_LABEL_MAX: Final = 60
# Readers ask too: this many questions of the series were seen in comments below an article.
_STRAYS: Final = 2


def trimmed(drafts: list[Draft | Row], asks: Callable[[str], bool]) -> list[Draft | Row]:
    """The lines of the article alone; the first is its title. `asks` knows a question of the series."""
    questions = [place for place, draft in enumerate(drafts) if _asks(draft, asks)]
    if not questions:
        return drafts
    body = _without_tail(_without_bylines(drafts, questions[0]), asks)
    last = max(place for place, draft in enumerate(body) if _asks(draft, asks))
    return _without_teasers(body, last)


def _asks(draft: Draft | Row, asks: Callable[[str], bool]) -> bool:
    if isinstance(draft, Row):
        return any(asks(line.words) for cell in draft.cells[:1] for line in cell)
    return asks(draft.words)


def _without_bylines(drafts: list[Draft | Row], first: int) -> list[Draft | Row]:
    """Without the theme's date, author and category lines between the title and the lead."""
    body = drafts[:1]
    for place, draft in enumerate(drafts[1:], 1):
        byline = place < first and isinstance(draft, Draft) and len(draft.words) <= _BYLINE_MAX
        if not (byline and isinstance(draft, Draft) and (_BYLINE.match(draft.words) or draft.is_link)):
            body.append(draft)
    return body


def _without_teasers(drafts: list[Draft | Row], last: int) -> list[Draft | Row]:
    """Without *Læs også: …* that the theme sets between two questions, and the link lines right under it."""
    body: list[Draft | Row] = []
    teasing = False
    for place, draft in enumerate(drafts):
        inside = place < last and isinstance(draft, Draft)
        if (
            inside
            and isinstance(draft, Draft)
            and _SISTERS.match(draft.words)
            and (draft.links or len(draft.words) < _LABEL_MAX)
        ):
            teasing = True
        elif inside and isinstance(draft, Draft) and teasing and draft.is_link:
            continue
        else:
            teasing = False
            body.append(draft)
    return body


def _without_tail(drafts: list[Draft | Row], asks: Callable[[str], bool]) -> list[Draft | Row]:
    """Without the theme's buttons and labels after the last sister link; longer lines stay, as unclaimed text."""
    mark = _sisters(drafts, asks)
    if mark is None:
        return drafts
    end = mark + 1
    while end < len(drafts) and _is_link(drafts[end]):
        end += 1
    tail = [draft for draft in drafts[end:] if isinstance(draft, Row) or _is_prose(draft)]
    return drafts[:end] + ([] if any(_asks(draft, asks) for draft in tail) else tail)


def _sisters(drafts: list[Draft | Row], asks: Callable[[str], bool]) -> int | None:
    """The line of *Se også* that ends the article: links follow it, and no more than a comment asks after it."""
    asked = [_asks(draft, asks) for draft in drafts]
    for place, draft in enumerate(drafts[:-1]):
        marked = isinstance(draft, Draft) and _SISTERS.match(draft.words) and _is_link(drafts[place + 1])
        if marked and sum(asked[place:]) <= _STRAYS and sum(asked[:place]) > _STRAYS:
            return place
    return None


def _is_prose(draft: Draft) -> bool:
    """Whether a line is longer than a label, no link, and no excerpt that the theme cut off."""
    return len(draft.words) > _LABEL_MAX and not draft.is_link and not draft.words.endswith(("…", "...", "[…]"))


def _is_link(draft: Draft | Row) -> bool:
    return isinstance(draft, Draft) and draft.is_link

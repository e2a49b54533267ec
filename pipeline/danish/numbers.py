"""Numbers in running Danish: value, hedges on both sides, bounds and ranges, each with its offsets.

A number is exact, hedged (`ca. 20`), one-sided (`mindst 20`, `20 eller flere`, `op mod 20`) or a range (`15-20`,
`mellem 15 og 20`, `tre eller fire`). By the contract a range or bound is never approximate, and `over 20` is min 20.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from pipeline.danish.hedges import WINDOW, Hedge, Kind, hedge_after, hedge_before
from pipeline.danish.nonnumbers import taken_out
from pipeline.danish.numerals import Numeral, Word, lowered, numeral_at, opens_number, words_of

_ONE_BEFORE: Final = re.compile(r"(?:^|[:(.;!?,]|\b(?:kun|blot|bare|nemlig|præcis|netop|ikke|lig))\s?$")
_ONE_ALONE: Final = re.compile(r"\s?(?:[.,;)!]|$)|\s(?:er|har|står)\b")
_ONE_OF: Final = re.compile(r"\s(?:enkelt|eneste|af (?:dem|de|disse|vores|virksomhederne))\b")
_ONLY_ONE: Final = re.compile(r"\s(?:enkelt|eneste)\b")
_NOT_ANY: Final = re.compile(
    r"\b(?:ikke|heller)\s(?:skabt |fået |givet |haft |ansat |endnu |i dag |pt\.? |længere )?$|\bhverken\b.{1,40}$"
)
_PIECES: Final = re.compile(r"\s(?:stykker|stk|styks)\b")
_BETWEEN: Final = re.compile(r"(?<!\w)(?:i?mellem|ml\.)\s$")
_GROWN: Final = re.compile(
    r"\b(?:steget|stiger|steg|vokset|voksede|gået|gik|faldet|faldt|øget|forøget|udvidet|reduceret|udviklet sig"
    r"|kommet|rykket|fordobling"
    r"|fordoblet|stigning|vækst|fremgang|fald|udvikling)\b[^.;]{0,30}\bfra\s(?:ca\.? |omkring )?$"
)
"""`Steget fra 4 til 11` is 11 now, no range."""
_WITHIN: Final = re.compile(r"\w+ til \w+ (?:på|over|i løbet af) (?:\w+ ){1,3}?(?:år|måneder)\b")
_SEASON: Final = (
    r"(?:om|i|på)\s(?:vinteren|sommeren|foråret|efteråret|(?:lav|høj)sæson\w*|(?:en\s)?(?:stille|travle?|gode?"
    r"|dårlige?)\s\w+)"
)
_SEASONS: Final = re.compile(rf"\s{_SEASON}(?:\s(?:og|til|mod))?(?:\sop)?(?:\stil)?\s")
_SEASON_END: Final = re.compile(rf"\s{_SEASON}")
_SEVERAL: Final = frozenset(("flere", "mange", "nogle", "adskillige", "utallige"))
_SCALE_WORDS: Final = frozenset(("hundrede", "hundreder", "tusind", "tusinde", "tusinder"))
"""`Flere hundrede` and `nogle og tyve` are no numbers."""
_MAYBE: Final = frozenset(("måske", "eventuelt", "kanskje", "endda", "højst"))
_SPECIAL: Final = frozenset(("ene", "nogen", "nogle"))
"""Words that are numbers beside certain others: den ene, ikke nogen."""
_DASHES: Final = frozenset(("-", "–", "—"))
_JOINED_BOUNDS: Final = re.compile(r"^,?\s?(?:og|men)?\s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of something, as printed; offsets are into the article's text."""

    start: int
    """First character, hedges included."""
    end: int
    """One past the last character, hedges included."""
    first: int
    """First character of the bare number."""
    past: int
    """One past the last character of the bare number."""
    min: int | float | None
    max: int | float | None
    approximate: bool = False
    weak: bool = False
    """Whether it is en or et in a place where it may be the article."""
    none: bool = False
    """Whether the number is `ingen`: what there is none of may be nothing that is counted."""


@dataclass(frozen=True)
class _Line:
    """One line while its numbers are read."""

    text: str
    lower: str
    offset: int
    words: tuple[Word, ...]

    @cached_property
    def out(self) -> bytearray:
        """What counts nothing; many a line has no number that asks for it."""
        return taken_out(self.text, self.lower)

    def before(self, at: int) -> str:
        return self.lower[max(0, at - self.offset - WINDOW) : at - self.offset]

    def after(self, at: int) -> str:
        return self.lower[at - self.offset : at - self.offset + WINDOW]

    def word(self, at: int) -> str:
        return self.words[at].lower if at < len(self.words) else ""

    def counts(self, at: int) -> bool:
        """Whether a word may be a number of something."""
        return not self.out[self.words[at].start - self.offset]

    def numeral(self, at: int) -> Numeral | None:
        found = numeral_at(self.words, at) if opens_number(self.word(at)) else None
        return found if found and self.counts(at) else None


def mentions(text: str, offset: int = 0) -> tuple[Mention, ...]:
    """Find the numbers of one line that may count something, in order; offset is added to every position."""
    lower = lowered(text)
    line = _Line(text, lower, offset, words_of(text, offset))
    return tuple(_bounds_joined(line, list(_hedged_mentions(line))))


def _hedged_mentions(line: _Line) -> Iterator[Mention]:
    at = 0
    while at < len(line.words):
        word = line.words[at].lower
        found = _bare(line, at) if opens_number(word) or word in _SPECIAL else None
        if found is None:
            at += 1
            continue
        mention, past = found
        at = max(past, at + 1)
        hedged = _hedged(line, mention)
        if hedged is not None:
            yield hedged


def _bare(line: _Line, at: int) -> tuple[Mention, int] | None:
    """Read one number or range without its hedges, and the index of the first word after it."""
    numeral = _special(line, at) or line.numeral(at)
    if numeral is None or (numeral.form == "article" and line.numeral(at + 1)):
        return None
    if at and line.word(at - 1) in _SEVERAL and line.word(at) in _SCALE_WORDS:
        return None
    if at > 1 and line.word(at - 1) == "og" and line.word(at - 2) in _SEVERAL:
        return None
    first, low = line.words[at].start, numeral.value
    if line.word(numeral.past) == "til" and _grows(line, first):
        return _bare(line, numeral.past + 1)
    upper = _upper(line, first, numeral)
    past = upper.past if upper else numeral.past
    end = line.words[past - 1].end
    high = upper.value if upper else low
    if upper and (season := _SEASON_END.match(line.after(end))):
        end += season.end()
    if low == high == 1 and (only := _ONLY_ONE.match(line.after(end))):
        end += only.end()
    between = _BETWEEN.search(line.before(first)) if upper else None
    start = first - len(between.group()) if between else first
    weak = numeral.form == "article" and upper is None and not _is_one(line, at)
    return Mention(start, end, first, end, low, high, numeral.loose and not upper, weak, numeral.form == "none"), past


def _grows(line: _Line, first: int) -> bool:
    """Whether `fra 4 til 11` tells a growth: a verb of change before it, or a stretch of time after it."""
    before = line.before(first)
    return bool(_GROWN.search(before) or (before.endswith("fra ") and _WITHIN.match(line.after(first))))


def _special(line: _Line, at: int) -> Numeral | None:
    """Read a word that is a number only beside certain others."""
    word = line.word(at)
    if word not in _SPECIAL:
        return None
    if word == "ene":
        previous = line.word(at - 1) if at else ""
        one = previous in {"den", "det"} and line.counts(at)
        return Numeral(1, loose=False, form="word", past=at + 1) if one else None
    if _NOT_ANY.search(line.before(line.words[at].start)):
        return Numeral(0, loose=False, form="none", past=at + 1)
    return None


def _is_one(line: _Line, at: int) -> bool:
    """Whether en or et is the number one: `kun en`, `en enkelt`, `en af dem`, or standing alone."""
    word = line.words[at]
    after = line.after(word.end)
    opened = _ONE_BEFORE.search(line.before(word.start))
    return bool(_ONE_OF.match(after) or (opened and (opened.group().strip().isalpha() or _ONE_ALONE.match(after))))


def _upper(line: _Line, start: int, first: Numeral) -> Numeral | None:
    """Read the upper end of a range: `-20`, `til 20`, `eller 20`, `, måske 20`, `og 20`; it must be higher."""
    link, at = line.word(first.past), first.past + 1
    season = _SEASONS.match(line.after(line.words[first.past - 1].end))
    if season:
        until = line.words[first.past - 1].end + season.end()
        at = next((i for i in range(first.past, len(line.words)) if line.words[i].start >= until), len(line.words))
    elif link in {",", "eller"} and line.word(at) in _MAYBE:
        at += 1
    elif (link == "og" and not _BETWEEN.search(line.before(start))) or link not in _DASHES | {"til", "eller", "og"}:
        return None
    found = line.numeral(at)
    if found is None or found.value <= first.value or found.loose or found.form in {"article", "none"}:
        return None
    near = found.value <= 2 * first.value + 2  # `3 eller 40` are two numbers
    return found if near or link not in {"eller", ","} else None


def _hedged(line: _Line, mention: Mention) -> Mention | None:
    """Widen a number by the hedges around it; None for one that is denied (`ikke 12`)."""
    before = hedge_before(line.before(mention.start))
    if mention.none:
        return None if before and before.kind == "about" else mention  # `næsten ingen` are a few
    if before and before.kind == "denied":
        denied = replace(mention, start=mention.start - before.length, min=0, max=0, none=True)
        return denied if mention.min == mention.max == 1 else None
    pieces = _PIECES.match(line.after(mention.end))
    if pieces and line.before(mention.start).endswith(("en ", "et ")) and not before:
        before = Hedge("about", len("en "))
    after = hedge_after(line.after(mention.end))
    start = mention.start - (before.length if before else 0)
    outer = hedge_before(line.before(start)) if before and before.kind == "about" else None
    if outer and outer.kind in {"least", "most"}:
        start -= outer.length
    kinds = [hedge.kind for hedge in (outer, before, after) if hedge]
    return _bounded(replace(mention, start=start, end=mention.end + (after.length if after else 0)), kinds)


def _bounded(mention: Mention, kinds: list[Kind]) -> Mention:
    """Apply what the hedges say: a bound beats a rough figure, and the printed number is kept."""
    if mention.min != mention.max:
        return mention
    if "least" in kinds:
        return replace(mention, max=None, approximate=False)
    if "most" in kinds:
        return replace(mention, min=None, approximate=False)
    return replace(mention, approximate=mention.approximate or "about" in kinds)


def _bounds_joined(line: _Line, found: list[Mention]) -> Iterator[Mention]:
    """Join `mindst 15 og højst 20` to a range."""
    at = 0
    while at < len(found):
        here, later = found[at], found[at + 1] if at + 1 < len(found) else None
        between = line.lower[here.end - line.offset : later.start - line.offset] if later else "x"
        if later and here.max is None and later.min is None and _JOINED_BOUNDS.match(between):
            yield replace(here, end=later.end, past=later.past, max=later.max)
            at += 1
        else:
            yield here
        at += 1

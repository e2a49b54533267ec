"""Pointers: the words that say *look at another answer* instead of answering, or beside an answer.

*Som nævnt ovenfor har vi …* retells and is none.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pipeline.danish.needles import may_match, needs_of

Direction = Literal["above", "below", "number", "name"]

_LOOK: Final = r"(?:se|jf|jvf|jævnfør|læs|henvis(?:er|es|e|ning)|fremgår(?: af)?|besvaret(?: i)?)\b\.?"
_FILL: Final = (
    r"(?:\s(?:også|venligst|igen|i øvrigt|iøvrigt|i stedet|til|på|i|de|det|den|der|her|vores|mit|min|svar(?:et|ene)?|"
    r"besvarelsen|spørgsmål(?:et)?|punkt(?:et)?|afsnit(?:tet)?|tekst(?:en)?|linje|under|tabel(?:len)?|liste(?:n)?|"
    r"oversigt(?:en)?|tal(?:lene)?|opgørelse(?:n)?|skema(?:et)?)\b\.?)"
)
_ABOVE: Final = (
    r"(?:oven(?:stående|nævnte|over|for)|oven for|herover|(?:lige )?før|forrige|foregående|tidligere|forudgående|"
    r"ovenpå)"
)
_BELOW: Final = (
    r"(?:neden(?:stående|nævnte|under|for)|neden for|herunder|næste|følgende|efterfølgende|senere|længere nede)"
)
_TAIL: Final = r"(?:\s(?:spørgsmål|svar|punkt|besvarelse|afsnit|linje)(?:et|en)?\b)?"
_SAME: Final = (
    r"(?:\bditto\b|\bdo\.|\bidem\b|(?:det )?samme (?:svar )?som (?:i |til |på |det |de )?(?:svaret )?"
    + _ABOVE
    + _TAIL
    + r"|"
    r"som (?:i |under )?(?:svaret )?" + _ABOVE + r"(?=\s{0,3}(?:[.!,;)]|$))" + r"|^samme(?: svar)?(?=[.\s]{0,3}$))"
)
_ORDINALS: Final = {
    word: place
    for place, word in enumerate(
        "første andet tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte".split(), 1
    )
}
_NUMBER: Final = (
    rf"{_LOOK}{_FILL}{{0,3}}\s(?:svar(?:et|ene)?|spørgsmål|spm\.?|sp\.?|punkt|pkt\.?|nr\.?|nummer)(?:\s(?:på|til|under|i))?"
    rf"(?:\s(?:spørgsmål|punkt))?(?:\s?(?:nr\.?|nummer))?\s?(?P<number>\d{{1,2}})\b"
)
_ORDINAL: Final = rf"{_LOOK}{_FILL}{{0,3}}\s(?P<ordinal>{'|'.join(_ORDINALS)})\s(?:svar|spørgsmål|punkt)\b"
_NAME: Final = (
    rf"{_LOOK}{_FILL}{{0,4}}\s(?:svar(?:et|ene)?|spørgsmål(?:et)?|afsnit(?:tet)?|punkt(?:et)?|besvarelsen|under)"
    rf"(?:\s(?:på|til|i|under))?(?:\s(?:spørgsmål(?:et)?|punkt(?:et)?))?\s?(?:om|vedr(?:ørende)?\.?|ang(?:ående)?\.?|under|ved)\s"
    rf"[»\"'”]?(?P<name>[\wæøå/ -]{{3,60}}?)(?=[.,;!?()»«\"'”]|$)"
)
_PATTERNS: Final = (
    ("number", _NUMBER),
    ("number", _ORDINAL),
    ("above", rf"\b{_LOOK}{_FILL}{{0,4}}\s?{_ABOVE}{_TAIL}"),
    ("below", rf"\b{_LOOK}{_FILL}{{0,4}}\s?{_BELOW}{_TAIL}"),
    ("name", _NAME),
    ("above", _SAME),
)
_POINTERS: Final = tuple((direction, needs_of(pattern), pattern) for direction, pattern in _PATTERNS)
_RETOLD: Final = re.compile(
    r"(?:som|der|er|blev|har|vi) (?:nævnt|beskrevet|anført|skrevet|sagt|omtalt|før)\s{0,2}$", re.IGNORECASE
)
# Words that may stand beside a pointer and still say nothing of their own.
_EMPTY: Final = frozenset(
    "se også venligst svar svaret svaret i på til af det den der her jf jvf vi henviser henvises og om tak igen samme "
    "gælder dette spørgsmål er fremgår besvaret allerede ovenfor ovenstående nedenfor herunder ditto må jeg man kan "
    "blot bare kun nøjes med henvise derfor skal igen".split()
)
_WORD: Final = re.compile(r"[a-zæøå0-9]{1,60}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that point to another answer, with their place in the text they were found in."""

    direction: Direction
    start: int
    end: int
    number: int | None = None
    """The question's number in printed order, where one is given."""
    name: str | None = None
    """What the question is about, where it is named."""


def find_pointer(text: str, start: int, end: int) -> Pointer | None:
    """The first pointer in text[start:end]; None when there is none, or when the words only retell."""
    found = []
    lower = text[start:end].lower()
    for direction, needs, pattern in _POINTERS:
        match = _compiled(pattern).search(text, start, end) if may_match(needs, lower) else None
        if match and not _RETOLD.search(text, max(start, match.start() - 20), match.start()):
            found.append(_pointer(direction, match))
    return min(found, key=lambda pointer: pointer.start) if found else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _pointer(direction: str, match: re.Match[str]) -> Pointer:
    groups = match.groupdict()
    if groups.get("number"):
        return Pointer("number", match.start(), match.end(), number=int(groups["number"]))
    if groups.get("ordinal"):
        return Pointer("number", match.start(), match.end(), number=_ORDINALS[groups["ordinal"].lower()])
    if groups.get("name"):
        return Pointer("name", match.start(), match.end(), name=groups["name"].strip())
    return Pointer("above" if direction == "above" else "below", match.start(), match.end())


def says_more(text: str, ranges: tuple[tuple[int, int], ...], pointer: Pointer) -> bool:
    """Whether the lines hold words of their own beside the pointer."""
    for start, end in ranges:
        for word in _WORD.finditer(text, start, end):
            outside = word.end() <= pointer.start or word.start() >= pointer.end
            if outside and word.group().lower() not in _EMPTY:
                return True
    return False

"""The years from which something holds, as Danes print them: *siden 2014*, *vedtaget i 2016*, *gælder fra 2017*."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.danish.clauses import Clause
from pipeline.danish.stance import words

_YEAR: Final = r"(?P<year>(?:19[5-9]|20[0-9])\d)"
_PERIOD: Final = 3
_SINCE: Final = (
    (
        4,
        (
            r"(?:gælder|gældende|gjaldt|virker|virkning|kraft|træder|trådte|løber|løbet|kørt|kører|"
            r"arbejdet\s+efter|haft|fulgt|vores)\s+(?:\w+\s+){0,4}?(?:fra|siden|pr\.?|per|"
            rf"i)\s+(?:\d+\.\s*)?(?:\w+\s+){{0,3}}?{_YEAR}"
        ),
    ),
    (_PERIOD, rf"(?<![\d-]){_YEAR}\s*(?:-|–|—|/|til|frem\s+til)\s*(?:20)?\d\d(?!\d)"),
    (
        2,
        (
            r"(?:siden|fra|tilbage\s+(?:fra|til|i)|årgang|dateret|af|per|pr\.?|"
            rf"\()\s*(?:(?:den\s+)?\d+\.\s*)?(?:\w+\s+)?{_YEAR}"
        ),
    ),
    (
        1,
        (
            "(?:i|sommeren|efteråret|foråret|vinteren|primo|medio|ultimo|året|år|for|sommer|efterår|"
            r"forår|jan\w*|feb\w*|mar\w*|apr\w*|maj|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*|"
            rf"\b)\.?\s*{_YEAR}"
        ),
    ),
)
# What follows a count: *2014 borgere* is no year.
_NOT_COUNTED: Final = r"(?!\s+(?:borger|person|menneske|virksomhed|medarbejder|job|kr\b|kroner))"
_YEARS: Final = tuple((weight, re.compile(rf"(?<![\w-]){pattern}(?!\d){_NOT_COUNTED}")) for weight, pattern in _SINCE)
# *Den blev vedtaget i 2020 og afløste en fra 2016*: the second year is that of the one before.
_OF_THE_OLD: Final = words(
    r"(?:afløste|erstattede|afløser|erstatter|i\s+stedet\s+for)\s+(?:[\w-]+\s+){0,5}?(?:19|20)\d\d"
)
_UNTIL: Final = words(
    r"(?:til\s+og\s+med|frem\s+til|indtil|udløber|udløb|til|ud|senest|"
    r"inden)\s+(?:\w+\s+){0,3}?(?:19|20)\d\d"
)
_MENTION: Final = re.compile(_YEAR)


@dataclass(frozen=True, slots=True)
class Year:
    """A year from which something may hold; offsets are the article's."""

    value: int
    weight: int
    """How plainly the words say that it holds from then: 4 `gælder fra`, 3 a period, 2 `siden`, `fra`, 1 `i`."""
    start: int
    end: int


def year(clause: Clause) -> Year | None:
    """The year in a clause from which something holds, by the plainest wording; an end (`til og med 2020`) is none."""
    text = clause.lower
    old = {found.end() for found in _OF_THE_OLD.finditer(text)}
    for weight, pattern in _YEARS:
        for match in pattern.finditer(text):
            if match.end("year") in old:
                continue
            ends = any(found.end() == match.end("year") and found.start() > 0 for found in _UNTIL.finditer(text))
            if not ends or weight == _PERIOD:
                return Year(int(match["year"]), weight, clause.start + match.start(), clause.start + match.end())
    return None

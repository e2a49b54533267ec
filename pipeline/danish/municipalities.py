"""Finds Denmark's municipalities in a title or a lead, however they are spelled.

The list is `schemas/municipalities.csv`. Spellings are compared folded: *Århus* is *Aarhus*, *Hjoerring* is *Hjørring*,
a hyphen is a space.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from typing import Final

from schemas.evidence import Span
from schemas.record import Municipality

# Names in use beside the official ones: the name of the place itself, shortenings, and names before 2013.
_OTHER_NAMES: Final = {
    "0101": ("Københavns", "Kbh", "Kbhs"),
    "0169": ("Høje Tåstrup", "Højetaastrup"),
    "0173": ("Lyngby", "Lyngby-Tårbæk"),
    "0260": ("Frederiksværk-Hundested",),
    "0320": ("Fakse",),
    "0376": ("Guldborg Sund",),
    "0400": ("Bornholms Region",),
    "0480": ("Nordfyn",),
    "0706": ("Syd Djurs",),
    "0707": ("Nord Djurs", "Nørre Djurs", "Nørredjurs"),
    "0773": ("Mors",),
    "0820": ("Vesthimmerland",),
    "0846": ("Mariager Fjord",),
}
# Short forms that are too common to mean the municipality unless the word Kommune stands behind them.
_ONLY_WITH_KOMMUNE: Final = frozenset({"lyngby", "kbh", "kbhs"})
# Names that are also words or family names: alone they need *i* or *fra* before them.
_ALSO_WORDS: Final = frozenset({"vejen", "skive", "greve", "odder", "struer", "nyborg", "mors", "faxe"})

_WORD: Final = re.compile(r"(?<![\w@./])[^\W\d_]{2,40}(?![\w@])")
_TWO_WORDS: Final = frozenset("-‑– ")
_KOMMUNE: Final = re.compile(r"(?:['’]s?|\.)?\s(?:regions)?kommune(?:n|s|ns|rs?|rne|rnes)?(?!\w)", re.IGNORECASE)
_GENITIVE: Final = re.compile(r"['’]s?(?!\w)")
_LIST: Final = re.compile(r"(?:,\s|\s?/\s?|\s(?:og|samt|&)\s)")
_LOCATIVE: Final = re.compile(r"(?:^|\W)(?:i|fra|hos|på)\s$", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"\b[A-ZÆØÅ]\w{1,30} $")
_NAME_GOES_ON: Final = re.compile(r" (?:&|[A-ZÆØÅ])")
_LOOK_BACK: Final = 32
_FOLDED: Final = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "ö": "oe", "ä": "ae", "-": " ", "‑": " ", "–": " "})


@dataclass(frozen=True, slots=True)
class Found:
    """A municipality where it is printed."""

    municipality: Municipality
    """Which, with the span that names it."""
    as_municipality: bool
    """Whether the word *Kommune* is printed with it; otherwise only the place is named."""


@dataclass(frozen=True, slots=True)
class _Place:
    code: str
    start: int
    end: int
    as_municipality: bool


def _folded(name: str) -> str:
    return name.casefold().translate(_FOLDED)


@cache
def all_municipalities() -> dict[str, Municipality]:
    """Return the municipalities by their four-digit code, in the order of the official list."""
    source = files("schemas").joinpath("municipalities.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Municipality(
            code=row["code"], name=row["name"], official_name=row["official_name"], region=row["region"]
        )
        for row in csv.DictReader(source.splitlines())
    }


@cache
def _codes() -> dict[str, str]:
    """Return the code of each folded name and its genitive."""
    codes: dict[str, str] = {}
    for code, municipality in all_municipalities().items():
        for name in (municipality.name, *_OTHER_NAMES.get(code, ())):
            codes[_folded(name)] = code
            codes.setdefault(_folded(name) + "s", code)
    return codes


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and code of each municipality's name, the longest at each position."""
    codes = _codes()
    words = list(_WORD.finditer(text, start, end))
    past = start
    for word, following in zip_longest(words, words[1:]):
        if word.start() < past:
            continue
        beside = following is not None and following.start() == word.end() + 1 and text[word.end()] in _TWO_WORDS
        for last in (following, word) if beside else (word,):
            code = codes.get(_folded(text[word.start() : last.end()]))
            if code and not _in_compound(text, word.start(), last.end()):
                past = last.end()
                yield word.start(), past, code
                break


def _in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen binds the name to another word: *Aalborg-virksomheder*."""
    return text[max(0, start - 1) : start] == "-" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha())


def _places(text: str, start: int, end: int) -> Iterator[_Place]:
    """Yield every place that bears a municipality's name, with the word *Kommune* behind it if printed."""
    for first, last, code in _names(text, start, end):
        kommune = _KOMMUNE.match(text, last, end)
        if kommune:
            yield _Place(code, first, kommune.end(), as_municipality=True)
        else:
            genitive = _GENITIVE.match(text, last, end)
            yield _Place(code, first, genitive.end() if genitive else last, as_municipality=False)


def _stands_alone(text: str, place: _Place, floor: int) -> bool:
    """Whether a bare name is the place itself, and no word, family name or part of another name."""
    name = text[place.start : place.end]
    if not name[:1].isupper() or _folded(name).rstrip("s.") in _ONLY_WITH_KOMMUNE:
        return False
    if _locative(text, place.start, floor):
        return not _NAME_GOES_ON.match(text, place.end)
    alone = not (
        _NAME_GOES_ON.match(text, place.end)
        or _NAME_BEFORE.search(text, max(floor, place.start - _LOOK_BACK), place.start)
    )
    return alone and _folded(name) not in _ALSO_WORDS


def _locative(text: str, start: int, floor: int) -> bool:
    return bool(_LOCATIVE.search(text[max(floor, start - _LOOK_BACK) : start]))


def _with_lists(text: str, places: list[_Place]) -> list[_Place]:
    """Let *Kommune* count for the names that are listed before it: *Vejle, Kolding og Fredericia Kommuner*."""
    spread = places[-1:]
    for place in reversed(places[:-1]):
        following = spread[-1]
        listed = following.as_municipality and _LIST.fullmatch(text, place.end, following.start)
        spread.append(replace(place, as_municipality=place.as_municipality or bool(listed)))
    return spread[::-1]


def find_municipalities(text: str, start: int, end: int) -> tuple[Found, ...]:
    """Find the municipalities that text[start:end] names, in printed order, each once.

    Names with the word *Kommune* win: if there are any, bare places are left out.
    """
    places = _with_lists(text, list(_places(text, start, end)))
    named = [place for place in places if place.as_municipality]
    named = named or [place for place in places if _stands_alone(text, place, start)]
    found: dict[str, Found] = {}
    for place in named:
        if place.code not in found:
            evidence = (Span.of(text, place.start, place.end),)
            municipality = all_municipalities()[place.code].model_copy(update={"evidence": evidence})
            found[place.code] = Found(municipality, place.as_municipality)
    return tuple(found.values())

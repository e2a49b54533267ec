"""Danish numerals: the words of a line, and what number stands at one of them.

Forms as in Retskrivningsordbogen: the vigesimal tens (halvtreds, tres, ...) with their long forms, compounds in one
word or three (femogtyve, fem og tyve), halvanden, and the collectives snes, dusin and håndfuld.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

Form = Literal["digits", "word", "article", "none"]
"""How a numeral is written: `article` is en/et, which may be no number at all; `none` is ingen."""

_UNITS: Final = {
    "nul": 0,
    **dict.fromkeys(("en", "én", "een", "éen", "et", "ét", "eet"), 1),
    **dict(zip(("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"), range(2, 10), strict=True)),
}
_TEENS: Final = dict(
    zip(
        ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
        range(10, 20),
        strict=True,
    )
)
_TENS: Final = {
    "tyve": 20,
    **dict.fromkeys(("tredive", "tredve"), 30),
    **dict.fromkeys(("fyrre", "fyrretyve"), 40),
    **dict.fromkeys(("halvtreds", "halvtredsindstyve"), 50),
    **dict.fromkeys(("tres", "treds", "tresindstyve"), 60),
    **dict.fromkeys(("halvfjerds", "halvfjerdsindstyve"), 70),
    **dict.fromkeys(("firs", "firsindstyve"), 80),
    **dict.fromkeys(("halvfems", "halvfemsindstyve"), 90),
}
_COMPOUNDS: Final = {f"{unit}og{ten}": one + many for unit, one in _UNITS.items() if one for ten, many in _TENS.items()}
_SMALL: Final = {**_UNITS, **_TEENS, **_TENS, **_COMPOUNDS}
_ARTICLES: Final = frozenset(("en", "et"))
_SCALES: Final = {
    **dict.fromkeys(("hundrede", "hundred", "hundreder"), 100),
    **dict.fromkeys(("tusind", "tusinde"), 1000),
    **dict.fromkeys(("snes", "snese"), 20),
    **dict.fromkeys(("dusin", "dusiner"), 12),
    **dict.fromkeys(("håndfuld", "håndfulde"), 5),
}
_HUNDRED_WORDS: Final = frozenset(("hundrede", "hundred"))
_BARE_SCALES: Final = _HUNDRED_WORDS | {"tusind", "tusinde"}
_LOOSE_SCALES: Final = frozenset(("håndfuld", "håndfulde"))
_HALVES: Final = frozenset(("halv", "halvt", "halve"))
_SIZES: Final = frozenset(
    ("god", "godt", "lille", "stor", "stort", "rigelig", "rigeligt", "knap", "knapt", "pæn", "pænt", "solid", "solidt")
)
_ONE_AND_A_HALF: Final = frozenset(("halvanden", "halvandet"))
_HUNDREDS: Final = re.compile(
    r"^(?P<factor>[a-zæøåé]{0,20}?)(?P<scale>hundrede?|tusinde?)(?:og)?(?P<rest>[a-zæøåé]{0,24})$"
)
_WORD: Final = re.compile(
    r"\d{1,3}(?:[. ]\d{3}){1,3}(?![\d.,]\d|[^\W_])"
    r"|\d+(?:,\d{1,2})?½?(?![^\W_])"
    r"|½|[^\W_]+(?:['’][^\W_]+)?|[^\s\w]|_"
)
_FIGURE: Final = re.compile(r"(\d{1,3}(?:[. ]\d{3}){1,2}|\d{1,7})?(?:,(\d{1,2}))?(½)?$")
"""Longer runs are numbers of cases, accounts or phones."""


class Word(NamedTuple):
    """A word, figure or mark of a line, in lower case; offsets are into the article's text."""

    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed, and the index of the first word after it."""

    value: int | float
    loose: bool
    """Whether the word itself is vague: et par, en håndfuld, en god snes."""
    form: Form
    past: int


def lowered(text: str) -> str:
    """Return the text in lower case, every character in its place (a few capitals would grow)."""
    low = text.lower()
    if len(low) == len(text):  # a character only ever grows, so nothing has moved
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def words_of(text: str, offset: int = 0) -> tuple[Word, ...]:
    """Return the words, figures and marks of a line."""
    low = lowered(text)
    return tuple(Word(match.group(), offset + match.start(), offset + match.end()) for match in _WORD.finditer(low))


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _figure(word: str) -> float | None:
    """Return the value of digits: 12, 1.200, 2,5, 2½."""
    match = _FIGURE.match(word)
    if match is None:
        return None
    whole = (match[1] or "0").replace(".", "").replace(" ", "")
    return float(f"{int(whole)}.{match[2] or 0}") + (0.5 if match[3] else 0)


def word_value(word: str) -> int | None:
    """Return the value of one number word in lower case, also tohundrede and hundredogtyve; None for any other word."""
    if word in _SMALL:
        return _SMALL[word]
    match = _HUNDREDS.match(word)
    if match is None:
        return None
    factor = _SMALL.get(match["factor"]) if match["factor"] else 1
    rest = _SMALL.get(match["rest"]) if match["rest"] else 0
    scale = _SCALES[match["scale"]]
    return None if not factor or rest is None else factor * scale + rest


@lru_cache(maxsize=1 << 12)
def opens_number(word: str) -> bool:
    """Whether a number may begin with the word; most words of a line are ruled out here, and remembered."""
    known = word == "ingen" or word in _ONE_AND_A_HALF or word in _BARE_SCALES
    return known or word_value(word) is not None or _figure(word) is not None


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _small(words: Sequence[Word], at: int) -> tuple[float, int] | None:
    """Read a figure or number word, or the three words of `fem og tyve`."""
    word = _lower(words, at)
    figure = _figure(word) if word else None
    if figure is not None:
        return figure, at + 1
    value = word_value(word)
    if value is None:
        return None
    ten = _TENS.get(_lower(words, at + 2), 0) if _lower(words, at + 1) == "og" else 0
    return (value + ten, at + 3) if ten and word in _UNITS and value else (value, at + 1)


def _rest(words: Sequence[Word], at: int) -> tuple[float, int]:
    """Read a number word after hundrede, with or without og; 0 when none follows."""
    joined = at + 1 if _lower(words, at) == "og" else at
    found = _small(words, joined)
    if not found or _lower(words, joined) in _ARTICLES or words[joined].lower[0].isdecimal():
        return 0, at
    return found


def _tail(words: Sequence[Word], at: int) -> tuple[float, int]:
    """Read what follows hundrede or tusind: `og tyve`, `fem hundrede og ti`; 0 when nothing does."""
    value, past = _rest(words, at)
    if value and _lower(words, past) in _HUNDRED_WORDS:
        more, past = _rest(words, past + 1)
        return value * 100 + more, past
    return value, past


def _simple(words: Sequence[Word], at: int) -> tuple[float, int] | None:
    """Read a number without a scale of its own, also `tohundrede og tolv`."""
    found = _small(words, at)
    word = _lower(words, at)
    if found and word not in _SMALL and word.endswith(tuple(_BARE_SCALES)):
        more, past = _tail(words, at + 1)
        return found[0] + more, past
    return found


def _factor(words: Sequence[Word], at: int) -> tuple[float, bool, int] | None:
    """Read what stands before a scale: a number, halvanden, et par, en god, et halvt."""
    first, second = _lower(words, at), _lower(words, at + 1)
    if first in _ONE_AND_A_HALF:
        return 1.5, False, at + 1
    if first in _ARTICLES and second == "par":
        return 2, True, at + 2
    if first in _ARTICLES and second in _HALVES:
        return 0.5, False, at + 2
    if first in _ARTICLES and second in _SIZES:
        return 1, True, at + 2
    found = _simple(words, at)
    return (found[0], False, found[1]) if found else None


def _scaled(words: Sequence[Word], at: int) -> Numeral | None:
    """Read `to hundrede og tyve`, `halvandet hundrede`, `et par hundrede`, `en god snes`, `hundrede`."""
    factor, loose, past = _factor(words, at) or (1, False, at)
    name = _lower(words, past)
    if name not in _SCALES or (past == at and name not in _BARE_SCALES):
        return None
    value = factor * _SCALES[name]
    more, past = _tail(words, past + 1) if name in _BARE_SCALES else (0, past + 1)
    return Numeral(_plain(value + more), loose or name in _LOOSE_SCALES, "word", past)


def _pair(words: Sequence[Word], at: int) -> Numeral | None:
    """Read `et par`, `et par stykker`, `et par og tyve`."""
    if _lower(words, at) not in _ARTICLES or _lower(words, at + 1) != "par":
        return None
    ten = _TENS.get(_lower(words, at + 3), 0) if _lower(words, at + 2) == "og" else 0
    return Numeral(2 + ten, loose=True, form="word", past=at + 4 if ten else at + 2)


def numeral_at(words: Sequence[Word], at: int) -> Numeral | None:
    """Read the number that begins with the given word, or None; en and et come as `article`, én as a word."""
    word = _lower(words, at)
    if word == "ingen":
        return Numeral(0, loose=False, form="none", past=at + 1)
    found = _scaled(words, at) or _pair(words, at)
    if found:
        return found
    if word in _ONE_AND_A_HALF:
        return Numeral(1.5, loose=False, form="word", past=at + 1)
    plain = _simple(words, at)
    if plain is None:
        return None
    value, past = plain
    if past == at + 1 and word in _ARTICLES:
        return Numeral(1, loose=False, form="article", past=past)
    return Numeral(_plain(value), loose=False, form="digits" if word[0].isdecimal() else "word", past=past)

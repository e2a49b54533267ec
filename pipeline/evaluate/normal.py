"""One form for text that is compared, so that neither white space nor a list's own marks decide a figure."""

import re
import unicodedata
from collections import Counter
from typing import Final

_INVISIBLE: Final = {ord(char): None for char in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_BLANKS: Final = re.compile("[ \t\u00a0\u202f\u2009]+")
_BULLET: Final = "[–—•·▪*-]"
_NUMBER: Final = r"\d{1,2}[.)]"
_LETTER: Final = "[a-zæøå][.)]"
_MARKER: Final = re.compile(rf"(?:{_BULLET}|{_NUMBER}|{_LETTER})\s+")
_WORD: Final = re.compile(r"\w+")


def folded(text: str) -> str:
    """NFC without invisible characters, white space folded, empty lines gone."""
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    lines = [_BLANKS.sub(" ", line).strip() for line in visible.splitlines()]
    return "\n".join(filter(None, lines))


def unmarked(text: str) -> str:
    """Folded text without the marker that opens a line: a dash, a number, a letter."""
    return "\n".join(line[_end_of_marker(line) :] for line in folded(text).split("\n"))


def _end_of_marker(line: str) -> int:
    marker = _MARKER.match(line)
    return marker.end() if marker else 0


def words(text: str | None) -> Counter[str]:
    """Count the words of a text, in lower case."""
    return Counter(_WORD.findall(unmarked(text or "").lower()))


def likeness(one: str | None, other: str | None) -> float:
    """How far two texts have the same words, 0 to 1 (Dice); two empty texts are alike."""
    bag, second = words(one), words(other)
    total = bag.total() + second.total()
    return 2 * (bag & second).total() / total if total else 1.0

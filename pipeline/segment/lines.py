"""The lines of an answer: list markers and *Svar:* dropped, contact lines told apart, nothing told from something."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.danish.channels import is_reachable
from schemas.page import Line, LineKind
from schemas.segment import AnswerLine

_ANSWER_PREFIX: Final = re.compile(r"(?:svar|sv\.|a)\s{0,2}:\s{0,3}", re.IGNORECASE)
_MARKER: Final = re.compile(
    r"(?P<dash>[–—•·▪●○◦*‣-]\s{0,3})|(?P<number>\(?\d{1,2}[.)]\s{1,3})|(?P<letter>\(?[a-zæøå][.)]\s{1,3})"
)
_NOTHING: Final = re.compile(r"[\s.…?!–—_*/-]{0,40}")
_CONTACT: Final = re.compile(
    r"(?:for )?(?:yderligere|flere|mere) (?:oplysninger|information|info)\b|kontakt(?:person|oplysninger|info)?\b|"
    r"(?:vil|ønsker) (?:du|man|I) (?:vide|høre|have) (?:mere|flere)|har (?:du|man) (?:spørgsmål|lyst til at)|"
    r"spørgsmål (?:til|om)\b|hør (?:nærmere|mere)|henvendelse|ring (?:til|på)|skriv til|"
    r"læs mere eller kontakt|du kan kontakte",
    re.IGNORECASE,
)
_CONTACT_MAX: Final = 400
_SEE_NEXT: Final = 3
# A contact line that no words introduce is short.
_UNTITLED_MAX: Final = 160


def alone(text: str) -> tuple[AnswerLine, ...]:
    """The lines of an answer that stands alone, markers dropped; none when nothing is printed."""
    lines = []
    start = 0
    for words in text.split("\n"):
        if words.strip():
            lines.append(AnswerLine(start=start, end=start + len(words)))
        start += len(words) + 1
    lines = without_markers(text, without_answer_prefix(text, lines))
    return () if is_nothing(text, lines) else tuple(lines)


def answer_line(line: Line) -> AnswerLine:
    """A line of the article as a line of an answer."""
    return AnswerLine(start=line.start, end=line.end, kind=line.kind)


def without_answer_prefix(text: str, lines: list[AnswerLine]) -> list[AnswerLine]:
    """The lines without *Svar:* and white space before the first."""
    if not lines:
        return lines
    first = lines[0]
    start = first.start
    while start < first.end and text[start].isspace():
        start += 1
    prefix = _ANSWER_PREFIX.match(text, start, first.end)
    return [AnswerLine(start=prefix.end() if prefix else start, end=first.end, kind=first.kind), *lines[1:]]


def contact_apart(text: str, lines: list[AnswerLine]) -> tuple[list[AnswerLine], list[AnswerLine]]:
    """The last answer's lines, and the contact lines that follow it."""
    for place, line in enumerate(lines):
        short = line.end - line.start <= _CONTACT_MAX
        past = lines[min(place + _SEE_NEXT, len(lines) - 1)].end
        if short and _CONTACT.match(text, line.start, line.end) and is_reachable(text, line.start, past):
            return lines[:place], lines[place:]
    place = len(lines)
    while place > 1 and _is_contact(text, lines[place - 1]):
        place -= 1
    return lines[:place], lines[place:]


def _is_contact(text: str, line: AnswerLine) -> bool:
    """Whether a line at the very end is a contact by what it holds: short, with a phone number or an address."""
    return line.end - line.start <= _UNTITLED_MAX and is_reachable(text, line.start, line.end)


def without_markers(text: str, lines: Sequence[AnswerLine]) -> list[AnswerLine]:
    """The lines with typed list markers dropped: a marker is one only in a run of two or more such lines."""
    kinds = [_marker_kind(text, line) for line in lines]
    freed = []
    for place, line in enumerate(lines):
        kind = kinds[place]
        beside = {kinds[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)}
        marker = _MARKER.match(text, line.start, line.end) if kind and kind in beside else None
        if marker and marker.end() < line.end:
            freed.append(AnswerLine(start=marker.end(), end=line.end, kind=LineKind.ITEM))
        else:
            freed.append(line)
    return freed


def _marker_kind(text: str, line: AnswerLine) -> str | None:
    marker = _MARKER.match(text, line.start, line.end)
    return marker.lastgroup if marker and line.kind in {LineKind.TEXT, LineKind.ITEM} else None


def is_nothing(text: str, lines: Sequence[AnswerLine]) -> bool:
    """Whether nothing, or only dashes, dots and question marks are printed."""
    return all(_NOTHING.fullmatch(text, line.start, line.end) for line in lines)

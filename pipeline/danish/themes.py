"""Finds the themes that an answer names as something wanted, each with the clause that names it.

A theme's words count where they are wished for (see `wishes`), and not where they are denied. Whom something is done
for is no theme, nor is a side effect that is welcomed but disclaimed (rulings 9 and 14 of the contract).
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.negation import negated
from pipeline.danish.phrases import phrases, word_lists
from pipeline.danish.wishes import wished_clauses
from schemas.answers import Theme, ThemeName
from schemas.evidence import Span

_WORDS: Final = word_lists("themes")
_MORE: Final[dict[ThemeName, re.Pattern[str]]] = {name: phrases(words) for name, words in _WORDS["more"].items()}
_LESS: Final[dict[ThemeName, re.Pattern[str]]] = {name: phrases(words) for name, words in _WORDS["less"].items()}
_REDUCERS: Final = phrases(_WORDS["around"]["reducers"])
_TARGETS: Final = phrases(_WORDS["around"]["targets"])
# *Vi vil ikke finde os i, at …*: what follows is what is not wanted.
_UNBEARABLE: Final = re.compile(
    r"\b(?:ikke|aldrig|næppe)\b(?: \w+){0,3} (?:accepter\w*|finde os i|se på|leve med|tillade|tolerere|"
    r"affinde os med|være bekendt)$"
)
_COORDINATION: Final = re.compile(r" (?:og|samt|men også) (?!(?:\w+ ){0,1}$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A theme's word in a clause; offsets are into the article's text."""

    name: ThemeName
    start: int
    end: int
    lessened: bool = False


def themes_of(answer: AnswerText) -> tuple[Theme, ...]:
    """Read the themes named as wanted, once each, in the order of the text."""
    found: dict[ThemeName, Span] = {}
    before = ""
    for clause in wished_clauses(answer):
        unbearable = bool(_UNBEARABLE.search(before))
        before = clause.lower
        hits = _hits(clause, unbearable=unbearable)
        hits = [hit for hit in hits if unbearable or hit.lessened or not negated(clause, hit.start)]
        for hit in hits:
            found.setdefault(hit.name, _evidence(answer, clause, hit, hits))
    return tuple(Theme(name=name, evidence=(span,)) for name, span in found.items())


def _hits(clause: Clause, *, unbearable: bool) -> list[_Hit]:
    text = _TARGETS.sub(lambda match: "¤" * len(match.group()), clause.lower)
    hits = []
    for name, pattern in _MORE.items():
        hits += [_hit(name, clause, match) for match in pattern.finditer(text)]
    for name, pattern in _LESS.items() if unbearable or _REDUCERS.search(text) else ():
        hits += [_hit(name, clause, match, lessened=True) for match in pattern.finditer(text)]
    return sorted((hit for hit in hits if not _inside_another(hit, hits)), key=lambda hit: hit.start)


def _hit(name: ThemeName, clause: Clause, match: re.Match[str], *, lessened: bool = False) -> _Hit:
    return _Hit(name, clause.start + match.start(), clause.start + match.end(), lessened)


def _inside_another(hit: _Hit, hits: list[_Hit]) -> bool:
    """Whether a longer phrase of another theme holds the word: *mental trivsel* is health, *trivsel* inclusion."""
    return any(
        other.name != hit.name
        and other.start <= hit.start
        and hit.end <= other.end
        and other.end - other.start > hit.end - hit.start
        for other in hits
    )


def _evidence(answer: AnswerText, clause: Clause, hit: _Hit, hits: list[_Hit]) -> Span:
    """The clause, cut at conjunctions where another theme stands on their other side."""
    start, end = clause.start, clause.end
    for match in _COORDINATION.finditer(clause.text):
        at = clause.start + match.start()
        if at < hit.start and any(other.end <= at for other in hits):
            start = clause.start + match.end()
        elif at >= hit.end and any(other.start >= at for other in hits):
            end = at
            break
    return answer.span(start, end)

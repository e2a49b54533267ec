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
from pipeline.danish.sentences import LONGEST
from pipeline.danish.wishes import wished_clauses
from pipeline.danish.wordings import Wordings
from schemas.answers import Theme, ThemeName
from schemas.evidence import Span

_WORDS: Final = word_lists("themes")
_MORE: Final[dict[ThemeName, Wordings]] = {name: phrases(words) for name, words in _WORDS["more"].items()}
_LESS: Final[dict[ThemeName, Wordings]] = {name: phrases(words) for name, words in _WORDS["less"].items()}
_REDUCERS: Final = phrases(_WORDS["around"]["reducers"])
_TARGETS: Final = phrases(_WORDS["around"]["targets"])
# *Vi vil ikke finde os i, at …*: what follows is what is not wanted.
_UNBEARABLE: Final = re.compile(
    r"\b(?:ikke|aldrig|næppe)\b(?: \w+){0,3} (?:accepter\w*|finde os i|se på|leve med|tillade|tolerere|"
    r"affinde os med|være bekendt)$"
)
# What money is spent on is no wish of its own: *færre udgifter til kontanthjælp*.
_COSTS: Final = re.compile(
    r"\b(?:udgift|omkostning|budget|regning)\w{0,6} (?:til|på|ved|for) (?:[\w-]+ (?:og |samt )?){0,3}[\w-]+"
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
            if hit.name not in found:
                found[hit.name] = _evidence(answer, clause, hit, hits)
    return tuple(Theme(name=name, evidence=(span,)) for name, span in found.items())


def _hits(clause: Clause, *, unbearable: bool) -> list[_Hit]:
    if len(clause.tokens) > LONGEST:
        return []
    text = _TARGETS.sub(_masked, clause.lower)
    hits = []
    for name, pattern in _MORE.items():
        hits += [_hit(name, clause, match) for match in pattern.finditer(text)]
    for name, pattern in _LESS.items() if unbearable or _REDUCERS.search(text) else ():
        less = text if name == "public_savings" else _COSTS.sub(_masked, text)
        hits += [_hit(name, clause, match, lessened=True) for match in pattern.finditer(less)]
    return _widest(sorted(hits, key=lambda hit: (hit.start, -hit.end)))


def _masked(match: re.Match[str]) -> str:
    return "¤" * len(match.group())


def _hit(name: ThemeName, clause: Clause, match: re.Match[str], *, lessened: bool = False) -> _Hit:
    return _Hit(name, clause.start + match.start(), clause.start + match.end(), lessened)


def _widest(hits: list[_Hit]) -> list[_Hit]:
    """Drop a word inside a longer phrase of another theme: *mental trivsel* is health, *trivsel* alone inclusion."""
    kept: list[_Hit] = []
    around: list[_Hit] = []
    for hit in hits:
        around = [other for other in around if other.end > hit.start]
        if not any(other.name != hit.name and hit.end <= other.end and _longer(other, hit) for other in around):
            kept.append(hit)
        around.append(hit)
    return kept


def _longer(one: _Hit, other: _Hit) -> bool:
    return one.end - one.start > other.end - other.start


def _evidence(answer: AnswerText, clause: Clause, hit: _Hit, hits: list[_Hit]) -> Span:
    """The clause, cut at conjunctions that have another theme's word on their other side."""
    start, end = clause.start, clause.end
    first, last = min(other.end for other in hits), max(other.start for other in hits)
    for match in _COORDINATION.finditer(clause.text):
        at = clause.start + match.start()
        if first <= at < hit.start:
            start = clause.start + match.end()
        elif hit.end <= at <= last:
            end = at
            break
    return answer.span(start, end)

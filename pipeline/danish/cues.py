"""Cues for a stance: patterns that are data, and the one way in which they are matched and weighed.

A cue is matched within a sentence. It counts where it stands as a fact of the answering municipality today: not where
the clause speaks of another body, of the past, or of what might be; a negation turns it into its opposite.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.negation import negated
from pipeline.danish.phrasebook import pattern_of, phrasebook
from pipeline.danish.wordings import Wordings
from schemas.answers import Stance

SENTENCE_LIMIT: Final = 2_000
"""Characters of a sentence that are looked at; the longest in the corpus has 350."""
SENTENCES: Final = 200
"""Sentences of an answer that are looked at; no answer of the corpus has more than 20."""
MATCHES: Final = 50
"""Matches in a sentence that are looked at; this and the two limits above bound what hostile text can cost."""


_PRACTICE: Final = phrasebook("practice")
_ELSEWHERE: Final = pattern_of(_PRACTICE["elsewhere"])
_FORMERLY: Final = pattern_of(_PRACTICE["formerly"])
_PERHAPS: Final = pattern_of(_PRACTICE["perhaps"])


_OPENINGS: Final[tuple[tuple[Stance, Wordings], ...]] = (
    ("partly", pattern_of(_PRACTICE["halves"])),
    ("no", pattern_of(_PRACTICE["denies"])),
    ("yes", pattern_of(_PRACTICE["affirms"])),
)
_NOT_WITHOUT: Final = pattern_of((r"(?:ikke|aldrig|ingen|intet)\b.{1,60}?\buden (?:\w+ ){0,2}at\b",))
"""`vi køber ikke ind uden at spørge`: whoever does the one does the other."""
_SAID: Final = pattern_of(_PRACTICE["says"])
_JOINING: Final = frozenset({"og", "men", "for", "så", "eller"})
_JOINT: Final = re.compile(
    r" (?:men|og(?= (?:vi|de|det|der|man|jeg|må|kan|skal|har|er|får|mest|så|dér|den)\b)) | (?=(?:fordi|uden at)\b)"
)
"""Where a clause goes on without a comma into what it does not need."""
_PLAIN: Final[Mapping[str, Stance]] = {"ja": "yes", "jo": "yes", "nej": "no", "niks": "no"}


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns that speak for one stance."""

    stance: Stance
    pattern: Wordings
    denied: Stance | None
    """What a negation makes of it; None when a negated match says nothing."""
    factual: bool
    """Whether what is only thought of counts for nothing."""
    literal: bool
    """Whether the patterns hold their own negations and no other is looked for."""
    weak: bool
    """Whether it gives way to any other statement."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A stance that the words of one place speak for; offsets are into the article's text."""

    stance: Stance
    start: int
    end: int
    sentence: int
    """Which sentence of the answer it stands in, from 0."""
    weak: bool = False
    literal: bool = False


def cues(
    stance: Stance,
    *patterns: str,
    denied: Stance | None = None,
    factual: bool = True,
    literal: bool = False,
    weak: bool = False,
) -> Cues:
    """Compile patterns that speak for a stance; see `Cues` for the rest."""
    return Cues(stance, pattern_of(patterns), denied, factual, literal, weak)


def _holds(clause: Clause, group: Cues) -> bool:
    """Whether the clause states a fact of the municipality itself."""
    if _ELSEWHERE.search(clause.lower):
        return False
    return not (_FORMERLY.search(clause.lower) or (group.factual and _PERHAPS.search(clause.lower)))


def _first_word(clause: Clause) -> int:
    """Where the clause's own words begin: after the conjunction that joins it to the one before."""
    joined = clause.tokens[0].lower in _JOINING and len(clause.tokens) > 1
    return clause.tokens[1 if joined else 0].start


def _carrying(touched: Sequence[Clause], start: int, end: int) -> tuple[int, int]:
    """The part of the clauses that carries the words from start to end: nothing that is joined on without a comma."""
    left, right = _first_word(touched[0]), touched[-1].end
    for joint in _JOINT.finditer(touched[0].lower):
        if touched[0].start + joint.end() <= start:
            left = touched[0].start + joint.end()
    for joint in _JOINT.finditer(touched[-1].lower):
        if touched[-1].start + joint.start() >= end:
            right = min(right, touched[-1].start + joint.start())
    return left, right


def _signal(sentence: Sequence[Clause], text: str, group: Cues, match: re.Match[str]) -> Signal | None:
    """What a match says, if its clauses state it as a fact."""
    start, end = sentence[0].start + match.start(), sentence[0].start + match.end()
    touched = [clause for clause in sentence if clause.start < end and start < clause.end]
    if not touched or not all(_holds(clause, group) for clause in touched):
        return None
    without = _NOT_WITHOUT.search(text)
    if without and group.literal and group.stance == "no" and without.start() < match.end():
        return None
    turned = not (group.literal or without) and negated(touched[0], max(start, touched[0].start))
    stance = group.denied if turned else group.stance
    if stance is None:
        return None
    return Signal(stance, *_carrying(touched, start, end), touched[0].sentence, group.weak, group.literal)


def signals(answer: AnswerText, groups: tuple[Cues, ...]) -> tuple[Signal, ...]:
    """All that the cues find, in the order of the text; a signal reaches over the clauses that its words touch."""
    found: list[Signal] = []
    for _, run in islice(groupby(answer.clauses, key=lambda clause: clause.sentence), SENTENCES):
        sentence = tuple(run)
        end = min(sentence[-1].end, sentence[0].start + SENTENCE_LIMIT)
        text = answer.source[sentence[0].start : end].lower()
        matches = ((group, match) for group in groups for match in group.pattern.finditer(text))
        found += [
            signal for group, match in islice(matches, MATCHES) if (signal := _signal(sentence, text, group, match))
        ]
    return tuple(sorted(found, key=lambda signal: (signal.start, signal.end)))


def opening(answer: AnswerText) -> Signal | None:
    """How the answer opens, if with a word that affirms, denies or halves the question.

    An answer that is told (*svaret må blive nej*) decides and is marked `literal`, then the first clause, then the
    first plain ja or nej that opens a sentence or stands alone.
    """
    if not answer.clauses:
        return None
    for clause in answer.clauses:
        if said := _SAID.search(clause.lower):
            start, end = _carrying((clause,), clause.start + said.start(), clause.start + said.end())
            return Signal(_PLAIN[next(filter(None, said.groups()))], start, end, clause.sentence, literal=True)
    first = answer.clauses[0]
    for stance, pattern in _OPENINGS:
        if pattern.match(answer.source[first.start : first.start + SENTENCE_LIMIT].split("\n")[0].lower()):
            return Signal(stance, first.start, first.end, first.sentence)
    for before, clause in pairwise(answer.clauses):
        opens = clause.sentence != before.sentence or len(clause.tokens) == 1
        if opens and clause.tokens[0].lower in _PLAIN:
            return Signal(_PLAIN[clause.tokens[0].lower], clause.start, clause.end, clause.sentence)
    return None

"""How a leaf that asks for a stance weighs what it finds; its cues and what they amount to are the leaf's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import Cues, Signal, opening, signals
from pipeline.danish.standing import standing
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Stance
from schemas.evidence import Span

Verdicts = Mapping[frozenset[Stance], Stance]

_SWAPPED: Final[Mapping[Stance, Stance]] = {"yes": "no", "no": "yes"}


@dataclass(frozen=True, slots=True)
class Scale:
    """What a leaf knows of its question."""

    cues: tuple[Cues, ...]
    """The words of its subject."""
    verdicts: Verdicts
    """What several stances in one answer amount to; a combination that is not there is a close call."""


def weigh(answer: AnswerText, scale: Scale, *, reversed_question: bool = False) -> Reading:
    """Read status and stance: statements decide, an opening yes or no counts as one more of them.

    `reversed_question` is for a question to which "yes" means the stance no. Abstains with a doubt when the stances
    found amount to nothing that the scale knows.
    """
    stated = signals(answer, scale.cues)
    opened = opening(answer)
    if opened and reversed_question:
        opened = Signal(_SWAPPED.get(opened.stance, opened.stance), opened.start, opened.end)
    if opened and not stated and _admitted_in(answer, opened):
        return _without(answer)
    found = (*stated, opened) if opened else stated
    stances = frozenset(signal.stance for signal in found)
    if not stances:
        return _without(answer)
    stance = next(iter(stances)) if len(stances) == 1 else scale.verdicts.get(stances)
    if stance is None:
        spans = tuple(answer.span(signal.start, signal.end) for signal in found)
        return Reading(evidence=spans[:1], doubts=(Doubt("stance", "statements that contradict each other", spans),))
    return Reading(stance=stance, evidence=(_span(answer, stated, opened, stance),))


def _admitted_in(answer: AnswerText, opened: Signal) -> bool:
    """Whether the opening is itself the admission that nothing is known or told."""
    admitted = standing(answer)
    return admitted is not None and admitted.clause.start <= opened.start < admitted.clause.end


def _span(answer: AnswerText, stated: tuple[Signal, ...], opened: Signal | None, stance: Stance) -> Span:
    """The shortest statement of the stance, else the opening word, else what is done of it."""
    fitting = [signal for signal in stated if signal.stance == stance]
    if not fitting and opened and opened.stance == stance:
        fitting = [opened]
    best = min(fitting or [signal for signal in stated if signal.stance == "yes"] or stated, key=_length)
    return answer.span(best.start, best.end)


def _length(signal: Signal) -> int:
    return signal.end - signal.start


def _without(answer: AnswerText) -> Reading:
    admitted = standing(answer)
    if admitted:
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    first = answer.clause_span(answer.clauses[0])
    return Reading(evidence=(first,), doubts=(Doubt("stance", "no stance could be read", (first,)),))

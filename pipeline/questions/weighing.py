"""How a leaf that asks for a stance weighs what it finds; its cues and what they amount to are the leaf's own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.cues import Cues, Signal, opening, signals
from pipeline.danish.standing import Standing, standing
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Stance
from schemas.evidence import Evidence

Verdicts = Mapping[frozenset[Stance], Stance]

PRACTICE_VERDICTS: Final[Verdicts] = {
    frozenset({"yes", "partly"}): "partly",
    frozenset({"no", "partly"}): "partly",
    frozenset({"yes", "no", "partly"}): "partly",
    frozenset({"no", "planned"}): "planned",
    frozenset({"yes", "planned"}): "yes",
    frozenset({"partly", "planned"}): "partly",
    frozenset({"no", "partly", "planned"}): "partly",
    frozenset({"yes", "partly", "planned"}): "partly",
}
"""Of something done: doing it here and there is partly; what is planned beside what is done is only more of it."""

CLAUSES_BEHIND: Final = 2
"""Clauses that are given as evidence of a stance; more would be the whole of most answers."""
_SWAPPED: Final[Mapping[Stance, Stance]] = {"yes": "no", "no": "yes"}


@dataclass(frozen=True, slots=True)
class Scale:
    """What a leaf knows of its question."""

    cues: tuple[Cues, ...]
    """The words of its subject."""
    verdicts: Verdicts
    """What several stances in one answer amount to; a combination that is not there is a close call."""
    practice: bool = False
    """Whether something is asked that one does: then what is to come is not done yet, and *not …, but …* is a turn."""


def weigh(answer: AnswerText, scale: Scale, *, reversed_question: bool = False) -> Reading:
    """Read status and stance: statements decide, an opening yes or no counts as one more of them.

    `reversed_question` is for a question to which "yes" means the stance no. Abstains with a doubt when the stances
    found amount to nothing that the scale knows.
    """
    prose = _prose(answer)
    stated = signals(prose, scale.cues)
    if scale.practice:
        stated = _present(stated)
    opened = opening(prose)
    if opened and reversed_question:
        opened = replace(opened, stance=_SWAPPED.get(opened.stance, opened.stance))
    stated = _heard(stated)
    if opened and _only_leads(opened, stated, scale):
        opened = None
    found = (*stated, opened) if opened else stated
    admitted = None if scale.practice and _affirmed_at_once(prose, found) else standing(prose)
    if not found or (admitted and _outweighs(admitted, stated, opened)):
        return _without(answer, admitted)
    stance = _verdict(stated, opened, scale)
    if stance is None:
        spans = tuple(answer.span(signal.start, signal.end) for signal in found)
        return Reading(evidence=spans[:1], doubts=(Doubt("stance", "statements that contradict each other", spans),))
    return Reading(stance=stance, evidence=_spans(answer, stated, opened, stance))


def _affirmed_at_once(answer: AnswerText, found: tuple[Signal, ...]) -> bool:
    """Whether the first sentence already tells of something that is or will be: no later admission outweighs that."""
    return any(
        signal.stance != "no" and not signal.weak and signal.sentence == answer.clauses[0].sentence for signal in found
    )


def _outweighs(admitted: Standing, stated: tuple[Signal, ...], opened: Signal | None) -> bool:
    """Whether an admission says more than what else was found: weak statements, or an opening that is part of it."""
    strong = [signal for signal in (*stated, opened) if signal and not signal.weak and signal.stance != "no"]
    strong += [signal for signal in stated if not signal.weak]
    if strong:
        first = min(strong, key=lambda signal: signal.start)
        if admitted.status == "unknown":
            return admitted.whole and admitted.clause.sentence < first.sentence
        return admitted.whole and (admitted.clause.start <= first.start or first.stance == "no")
    return admitted.whole or all(_inside(signal, admitted.clause) for signal in (*stated, opened) if signal)


def _verdict(stated: tuple[Signal, ...], opened: Signal | None, scale: Scale) -> Stance | None:
    """What the statements amount to; a denial that is followed by a statement of what holds is a turn."""
    stances = frozenset(signal.stance for signal in (*stated, opened) if signal)
    if len(stances) == 1:
        return next(iter(stances))
    if stances == {"yes", "no"} and opened and opened.literal:
        return opened.stance
    if stances == {"yes", "no"} and scale.practice and len({signal.stance for signal in stated}) == len(stances):
        denials = {signal.start for signal in stated if signal.stance == "no"}
        told = {signal.start for signal in stated if signal.stance == "yes"}
        return "yes" if min(told) > max(denials) or len(told) > len(denials) else None
    return scale.verdicts.get(stances)


def _prose(answer: AnswerText) -> AnswerText:
    """The answer without its list items: they tell what, the sentences around them tell whether."""
    lines = tuple(line for line in answer.lines if not line[2])
    return answer if lines == answer.lines else AnswerText(answer.source, answer.question, lines)


def _heard(stated: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """The statements that do not give way: weak ones do to any other, in one place the vaguer to the literal."""
    if any(not signal.weak for signal in stated):
        stated = tuple(signal for signal in stated if not signal.weak)
    literal = [signal for signal in stated if signal.literal]
    return tuple(
        signal
        for signal in stated
        if signal.literal or not any(_overlap(signal, other) and signal.stance != other.stance for other in literal)
    )


def _only_leads(opened: Signal, stated: tuple[Signal, ...], scale: Scale) -> bool:
    """Whether the opening is but the first word of a statement: of one to come, or of one that it is part of."""
    if scale.practice:
        return opened.stance == "yes" and any(
            signal.stance == "planned" and signal.sentence == opened.sentence for signal in stated
        )
    return any(signal.stance == "yes" and _overlap(opened, signal) for signal in stated)


def _overlap(one: Signal, other: Signal) -> bool:
    return one.start < other.end and other.start < one.end


def _present(found: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """The statements of a practice, without what a clause denies and what a sentence tells of the future."""
    coming = {signal.sentence for signal in found if signal.stance == "planned"}
    denials = [signal for signal in found if signal.stance == "no"]
    return tuple(
        signal
        for signal in found
        if not (signal.stance == "yes" and any(_inside(signal, denial) for denial in denials))
        and not (signal.stance in {"yes", "partly"} and signal.sentence in coming)
    )


def _inside(signal: Signal, place: Signal | Clause) -> bool:
    return place.start <= signal.start and signal.end <= place.end


def _spans(answer: AnswerText, stated: tuple[Signal, ...], opened: Signal | None, stance: Stance) -> Evidence:
    """The clauses behind the stance, two at most: its first statement, and the opening or another that says the same.

    Partly is also carried by what is done of it.
    """
    agreeing = [signal for signal in stated if signal.stance == stance]
    openings = [opened] if opened and opened.stance == stance else []
    done = [signal for signal in stated if signal.stance == "yes"] if stance == "partly" else []
    ranked = [*agreeing[:1], *done[:1], *openings, *agreeing[:0:-1], *stated]
    spans = dict.fromkeys(answer.span(signal.start, signal.end) for signal in ranked)
    return tuple(sorted(tuple(spans)[:CLAUSES_BEHIND], key=lambda span: span.start))


def _without(answer: AnswerText, admitted: Standing | None) -> Reading:
    if admitted:
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    start, end = (answer.clauses[0].start, answer.clauses[0].end) if answer.clauses else answer.lines[0][:2]
    first = answer.span(start, end)
    return Reading(evidence=(first,), doubts=(Doubt("stance", "no stance could be read", (first,)),))

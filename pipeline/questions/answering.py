"""From segments to the eleven answers: pointers resolved, leaves asked, values taken over as the contract says."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from pipeline.danish.clauses import AnswerText
from pipeline.danish.pointers import Pointer, find_pointer, says_more
from pipeline.danish.quantities import registered_part
from pipeline.questions.leaves import LEAVES
from pipeline.questions.matching import is_label, match_question
from pipeline.questions.reading import Doubt, Reading
from pipeline.questions.voting import with_votes
from schemas.answered import Answered
from schemas.answers import (
    Answer,
    AnswerLink,
    EnterpriseQuantities,
    QuestionKey,
    StrategyAnswer,
    WorkforceQuantities,
)
from schemas.evidence import Evidence, Span
from schemas.page import LineKind, Link
from schemas.record import RecordWarning
from schemas.segment import Segment
from schemas.social_economy import KEYS, Answers

_ITEM_KEYS: Final[frozenset[QuestionKey]] = frozenset({"goals", "activities", "advisory"})
_NOT_ASKED: Final = Answers()
_COUNT_KEYS: Final[frozenset[QuestionKey]] = frozenset({"social_enterprises", "registered_enterprises"})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A segment with its text and its pointer."""

    segment: Segment
    text: AnswerText
    pointer: Pointer | None
    bare: bool
    """Nothing but a pointer is printed (labels without values do not count)."""

    @property
    def has_substance(self) -> bool:
        return bool(self.segment.lines) and not self.bare


def answer_segments(source: str, links: Sequence[Link], segments: Sequence[Segment]) -> Answered:
    """The answers to all question keys of an article whose text is `source`."""
    asked = [_asked(source, segment) for segment in segments]
    readings: dict[QuestionKey, Reading] = {}
    homes: dict[QuestionKey, _Asked] = {}
    for place in asked:
        for key in cast("tuple[QuestionKey, ...]", place.segment.keys):
            homes[key] = place
            if place.has_substance:
                readings[key] = _read(key, place.text)
    answers = {key: _answer(key, homes[key], readings, asked, links) for key in KEYS if key in homes}
    warnings = [_review(key, doubt) for key, reading in readings.items() for doubt in reading.doubts]
    warnings += _repeated(source, segments)
    warnings += [_lost(key, place) for key, place in homes.items() if place.pointer and _target(place, asked) is None]
    return Answered(answers=Answers(**answers), warnings=tuple(warnings))


def read_alone(key: QuestionKey, text: str, segment: Segment) -> Answer:
    """One answer that stands alone, its spans counted in `text`."""
    place = _asked(text, segment)
    return _answer(key, place, {key: _read(key, place.text)}, [place], ())


def _review(key: QuestionKey, doubt: Doubt) -> RecordWarning:
    field = f"answers.{key}.{doubt.field}"
    return RecordWarning(code="needs_review", message=doubt.reason, field=field, evidence=doubt.evidence)


def _repeated(source: str, segments: Sequence[Segment]) -> list[RecordWarning]:
    """A warning for each question that is printed again; the segment that fits it best holds its answer."""
    answered = {key for segment in segments for key in segment.keys}
    again: dict[str, list[Span]] = {}
    for segment in segments:
        match = None if segment.keys else match_question(segment.question)
        for key in match.keys if match else ():
            if key in answered:
                again.setdefault(key, []).append(Span.of(source, segment.question_start, segment.question_end))
    return [_again(key, tuple(spans)) for key, spans in again.items()]


def _again(key: str, evidence: Evidence) -> RecordWarning:
    message = f"asked {len(evidence) + 1} times; the answer under the question that fits best was taken"
    field = f"answers.{key}.question"
    return RecordWarning(code="repeated_question", message=message, field=field, evidence=evidence)


def _lost(key: QuestionKey, place: _Asked) -> RecordWarning:
    message = "the pointer leads to no answer"
    span = _pointer_span(place)
    return RecordWarning(code="pointer_without_target", message=message, field=f"answers.{key}", evidence=(span,))


def _asked(source: str, segment: Segment) -> _Asked:
    lines = tuple((line.start, line.end, line.kind is LineKind.ITEM) for line in segment.lines)
    text = AnswerText(source, segment.question, lines)
    said = [(start, end) for start, end, _ in lines if not _is_bare_label(source[start:end])]
    pointer = next((found for start, end in said if (found := find_pointer(source, start, end))), None)
    bare = pointer is not None and not says_more(source, tuple(said), pointer)
    return _Asked(segment, text, pointer, bare)


def _is_bare_label(line: str) -> bool:
    return is_label(line) and not line.rpartition(":")[2].strip(" .-–?…\t")


def _read(key: QuestionKey, text: AnswerText) -> Reading:
    if all(_is_bare_label(text.source[start:end]) for start, end, _ in text.lines):
        return Reading(status="blank")
    return with_votes(key, text, LEAVES[key](text))


def _printed(text: AnswerText) -> str:
    """The answer's text; blocks of one table cell stand on one line, as the row does."""
    words = ""
    last = None
    for start, end, _ in text.lines:
        if last is not None:
            words += "\n" if "\n" in text.source[last:start] else " "
        words += text.source[start:end]
        last = end
    return words.replace("\t", " ")


def _answer(
    key: QuestionKey, place: _Asked, readings: dict[QuestionKey, Reading], asked: list[_Asked], links: Sequence[Link]
) -> Answer:
    question = place.segment.question
    if not place.segment.lines:
        return _build(key, question, None, Reading(status="blank"), {})
    extra: dict[str, object] = {}
    target = _target(place, asked) if place.pointer else None
    if target is not None:
        extra["refers_to"] = target.segment.keys
    reading = readings.get(key)
    if reading is None:
        reading, taken = _taken_over(key, place, target, readings)
        extra["taken_from"] = taken
    if reading.status == "blank":
        return _build(key, question, None, Reading(status="blank"), {})
    if key == "strategy":
        extra["links"] = _links(place.text, links)
    return _build(key, question, _printed(place.text), reading, extra)


def _links(text: AnswerText, links: Sequence[Link]) -> tuple[AnswerLink, ...]:
    starts, ends = [start for start, _, _ in text.lines], [end for _, end, _ in text.lines]
    at = [(link, bisect_right(starts, link.start) - 1) for link in links]
    inside = [link for link, place in at if place >= 0 and link.start < ends[place]]
    return tuple(AnswerLink(text=link.text, url=link.url) for link in inside if link.url.startswith("http"))


def _pointer_span(place: _Asked) -> Span:
    pointer = place.pointer
    if pointer is None:
        message = "asked for the words of a pointer that is not there"
        raise ValueError(message)
    return place.text.span(pointer.start, pointer.end)


def _target(place: _Asked, asked: list[_Asked]) -> _Asked | None:
    """The question that a pointer leads to; above and below skip what has no substance of its own."""
    pointer = place.pointer
    if pointer is None:
        return None
    here = asked.index(place)
    if pointer.direction == "above":
        return next((other for other in reversed(asked[:here]) if other.has_substance), None)
    if pointer.direction == "below":
        return next((other for other in asked[here + 1 :] if other.has_substance), None)
    if pointer.direction == "number":
        number = pointer.number or 0
        return asked[number - 1] if 0 < number <= len(asked) and number - 1 != here else None
    return _named(pointer.name or "", asked, here)


def _named(name: str, asked: list[_Asked], here: int) -> _Asked | None:
    """The question that is about what a pointer names: by key, else by a word that both share."""
    match = match_question(name)
    keys = set(match.keys) if match else set()
    others = [other for place, other in enumerate(asked) if place != here]
    by_key = [other for other in others if keys & set(other.segment.keys)]
    stem = name.lower().split()[-1][:6]
    by_word = [other for other in others if stem in other.segment.question.lower()]
    return next(iter(by_key or by_word), None)


def _taken_over(
    key: QuestionKey, place: _Asked, target: _Asked | None, readings: dict[QuestionKey, Reading]
) -> tuple[Reading, QuestionKey | None]:
    """What a bare pointer makes of an answer, and the key that it was taken from."""
    pointing = _pointer_span(place)
    if target is not None:
        for other in cast("tuple[QuestionKey, ...]", target.segment.keys):
            reading = readings.get(other)
            taken = _agreeing(key, other, reading, target) if reading else None
            if taken is not None:
                return replace(taken, evidence=(pointing, *taken.evidence), doubts=()), other
    return Reading(status="refers", evidence=(pointing,)), None


def _agreeing(key: QuestionKey, other: QuestionKey, reading: Reading, target: _Asked) -> Reading | None:
    """The part of another answer's reading that is of this question's kind, None when there is none."""
    if key == "strategy_use" and other == "strategy":
        return _use_from_strategy(reading)
    if key in _ITEM_KEYS and other in _ITEM_KEYS:
        return _items_from(reading)
    if key in _COUNT_KEYS and other in _COUNT_KEYS:
        return _counts_from(key, reading, target)
    return None


def _use_from_strategy(reading: Reading) -> Reading | None:
    if reading.stance in {"yes", "planned"}:
        return Reading(stance=reading.stance, evidence=reading.evidence)
    if reading.stance == "no":
        return Reading(status="not_applicable", evidence=reading.evidence)
    return None


def _items_from(reading: Reading) -> Reading | None:
    if reading.items:
        spans = tuple(span for item in reading.items for span in item.evidence)
        return Reading(items=reading.items, evidence=spans[:1])
    if reading.status in {"unknown", "declined"}:
        return Reading(status=reading.status, evidence=reading.evidence)
    return None


def _counts_from(key: QuestionKey, reading: Reading, target: _Asked) -> Reading | None:
    if reading.status == "unknown":
        return Reading(status="unknown", evidence=reading.evidence)
    part = registered_part(target.text) if key == "registered_enterprises" else None
    if part is None:
        return None
    jobs = {name: value for name, value in reading.quantities.items() if name == "jobs"}
    return Reading(quantities={"count": part, **jobs}, evidence=part.evidence)


def _build(key: QuestionKey, question: str, text: str | None, reading: Reading, extra: dict[str, object]) -> Answer:
    """The typed answer of a reading: only what its kind of answer has is handed over."""
    kind = type(_NOT_ASKED.of(key))
    fields: dict[str, object] = {"stance": reading.stance, "sentiment": reading.sentiment, "themes": reading.themes}
    fields["items"] = reading.items
    if kind is StrategyAnswer:
        fields |= {"kind": reading.kind, "since": reading.since, "under_revision": reading.under_revision}
    if "quantities" in kind.model_fields:
        figures = WorkforceQuantities if key == "workforce" else EnterpriseQuantities
        fields["quantities"] = figures(**reading.quantities)
    known = {name: value for name, value in fields.items() if name in kind.model_fields}
    evidence: Evidence = tuple(dict.fromkeys(reading.evidence))
    return kind(status=reading.status, question=question, text=text, evidence=evidence, **known, **extra)

"""The model's vote beside the rules: it fills, it disputes, it never decides alone in silence."""

import pytest

from pipeline.danish.classifier import vote
from pipeline.danish.clauses import AnswerText
from pipeline.questions.reading import Reading
from pipeline.questions.voting import with_votes

CLEAR = AnswerText.of("Tilbyder I sparring?", "Ja, vores erhvervskonsulent rådgiver dem gratis og besøger dem gerne.")
FIRST = (CLEAR.clause_span(CLEAR.clauses[0]),)


def test_the_model_is_sure_of_a_plain_answer() -> None:
    cast = vote("advisory", "stance", CLEAR)
    assert cast is not None
    assert cast.label == "yes"


def test_what_the_rules_left_open_is_filled_with_a_doubt_and_evidence() -> None:
    reading = with_votes("advisory", CLEAR, Reading(evidence=FIRST))
    assert reading.stance == "yes"
    assert reading.evidence
    assert [doubt.field for doubt in reading.doubts] == ["stance"]
    assert "model alone" in reading.doubts[0].reason


def test_agreement_changes_nothing() -> None:
    reading = Reading(stance="yes", evidence=FIRST)
    assert with_votes("advisory", CLEAR, reading) == reading


def test_a_disputed_value_is_null_and_says_who_said_what() -> None:
    reading = with_votes("advisory", CLEAR, Reading(stance="no", evidence=FIRST))
    assert reading.stance is None
    assert reading.doubts[0].reason == "the rules read no, the model yes"


def test_what_is_known_of_a_strategy_falls_with_its_stance() -> None:
    answer = AnswerText.of("Har I en strategi?", "Nej, vi har ingen strategi, og der er heller ikke planer om en.")
    said = Reading(stance="yes", kind="strategy", since=2016, evidence=(answer.clause_span(answer.clauses[0]),))
    reading = with_votes("strategy", answer, said)
    assert (reading.stance, reading.kind, reading.since) == (None, None, None)


@pytest.mark.parametrize("status", ["unknown", "declined", "not_applicable"])
def test_no_vote_on_an_answer_that_is_none(status: str) -> None:
    reading = Reading(status=status, evidence=FIRST)  # type: ignore[arg-type]
    assert with_votes("advisory", CLEAR, reading) == reading


def test_an_unsure_model_changes_nothing() -> None:
    answer = AnswerText.of("Tilbyder I sparring?", "Kaffen står på kanden.")
    reading = Reading(evidence=(answer.clause_span(answer.clauses[0]),))
    assert with_votes("advisory", answer, reading).stance is None

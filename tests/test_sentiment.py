"""Sentiment: negation, litotes, contrast, idioms; and where a careful reader could not tell."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.sentiment import judgement


def _sentiment(text: str) -> str | None:
    found = judgement(AnswerText.of("", text))
    return found.sentiment if found else None


@pytest.mark.parametrize(
    ("text", "sentiment"),
    [
        ("Gode.", "positive"),
        ("Ordningen fungerer godt.", "positive"),
        ("Det er ikke en dårlig ordning.", "positive"),
        ("Ingen klager.", "positive"),
        ("Vi ville ikke undvære den.", "positive"),
        ("Dårlige.", "negative"),
        ("Den er ikke god.", "negative"),
        ("Ordningen fungerer ikke.", "negative"),
        ("Papirarbejdet står ikke mål med udbyttet.", "negative"),
        ("Den giver ingen fordele.", "negative"),
        ("God, men dyr.", "mixed"),
        ("På godt og ondt.", "mixed"),
        ("Vi kan ikke mærke nogen forskel.", "neutral"),
        ("Ingen erfaring.", "none"),
        ("Erfaringer har vi ikke.", "none"),
        ("Vi har aldrig haft med den at gøre.", "none"),
        ("Vi holder møde i juni.", None),
    ],
)
def test_sentiment(text: str, sentiment: str | None) -> None:
    assert _sentiment(text) == sentiment


def test_mixed_has_evidence_for_both_sides_in_order() -> None:
    found = judgement(AnswerText.of("", "Reglerne er for tunge. Til gengæld er vi glade for synligheden."))
    assert found is not None
    assert [clause.text for clause in found.clauses] == [
        "Reglerne er for tunge",
        "Til gengæld er vi glade for synligheden",
    ]


def test_abstains_where_a_turn_is_not_understood() -> None:
    found = judgement(AnswerText.of("", "Den er nyttig, men Peter fik grå hår."))
    assert found is not None
    assert found.sentiment is None
    assert not found.sure


def test_good_words_beside_no_experience_leave_a_doubt() -> None:
    found = judgement(AnswerText.of("", "Vi har ingen erfaringer. Samarbejdet er godt."))
    assert found is not None
    assert (found.sentiment, found.sure) == ("none", False)


def test_an_attitude_is_better_evidence_than_an_effect() -> None:
    found = judgement(AnswerText.of("", "Der er kommet styr på det. Vi er meget tilfredse."))
    assert found is not None
    assert [clause.text for clause in found.clauses] == ["Vi er meget tilfredse"]


def test_an_old_view_yields_to_the_present_one() -> None:
    assert _sentiment("Vi var skeptiske. I dag er vi glade for den.") == "positive"


def test_particles_do_not_judge() -> None:
    assert _sentiment("Der er godt 20 registrerede, og det kan vi godt fortælle om.") is None

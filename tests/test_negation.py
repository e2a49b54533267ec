"""How far a Danish negation reaches, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.danish.clauses import AnswerText
from pipeline.danish.negation import denies, negated


def _negated(text: str, word: str) -> bool:
    answer = AnswerText.of("", text)
    at = text.index(word)
    return next(negated(clause, at) for clause in answer.clauses if clause.start <= at < clause.end)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vi har ikke en strategi.", "strategi"),
        ("Vi har ikke en strategi.", "har"),
        ("Vi har ingen aftale med nogen.", "aftale"),
        ("Strategien bruges ikke.", "bruges"),
        ("En strategi har vi aldrig haft.", "strategi"),
        ("Vi har valgt ikke at have en strategi.", "have"),
        ("Vi klarer os uden en egentlig strategi.", "strategi"),
        ("Vi mangler stadig en aftale.", "aftale"),
        ("En aftale mangler.", "aftale"),
        ("Vi har hverken en strategi eller en aftale.", "aftale"),
        ("Jeg tror ikke at vi har en aftale.", "aftale"),
        ("Vi køber og bruger ikke ordningen.", "bruger"),
        ("Strategien er der ikke.", "Strategien"),
        ("Det er ikke nævnt i hverken strategien eller planen.", "strategien"),
    ],
)
def test_negated(text: str, word: str) -> None:
    assert _negated(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vi har en strategi.", "strategi"),
        ("Vi er ikke uden strategi.", "strategi"),
        ("Vi arbejder ikke kun med registrerede virksomheder.", "arbejder"),
        ("Vi bruger den ikke mindst i jobcentret.", "bruger"),
        ("Vi kan ikke sige nej til at hjælpe.", "hjælpe"),
        ("Vi har ikke fravalgt en strategi.", "strategi"),
        ("Vi mangler ikke en strategi.", "strategi"),
        ("Vi har ikke en strategi men en aftale.", "aftale"),
        ("Vi har en aftale og ikke en strategi.", "aftale"),
        ("Strategien har vi og den bruges ikke endnu.", "Strategien"),
        ("Vi har valgt ikke at have en strategi.", "valgt"),
        ("Vi mener at der ikke er behov.", "mener"),
        ("Vi hjælper uden problemer.", "hjælper"),
        ("Vi hjælper virksomheder der ikke er registrerede.", "hjælper"),
        ("Der er ikke under 10 aftaler.", "aftaler"),
        ("Virksomheder uden for kommunen.", "kommunen"),
    ],
)
def test_not_negated(text: str, word: str) -> None:
    assert not _negated(text, word)


def test_denies_tells_a_negation_from_a_pseudo_negation() -> None:
    assert [denies(clause) for clause in AnswerText.of("", "Det har vi ikke, ikke kun her").clauses] == [True, False]


@given(st.text(max_size=80), st.integers(-5, 90))
def test_any_text_and_offset_has_an_answer(text: str, start: int) -> None:
    assert all(isinstance(negated(clause, start), bool) for clause in AnswerText.of("", text).clauses)

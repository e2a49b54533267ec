"""How far a Danish negation reaches, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.danish.clauses import AnswerText
from pipeline.danish.negation import denies, negated
from tests.sentences import listed


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


DENIED = listed(
    """
    Vi har ikke en strategi / Vi har ikk en strategi / Vi har ikek en strategi / Vi har ej en strategi /
    Vi har aldrig en strategi / Vi har næppe en strategi / Vi har ingen strategi / Vi har inge strategi /
    Vi har intet som en strategi / Vi har ingenting som en strategi / Vi har hverken strategi eller plan /
    Vi mangler en strategi / Vi vil mangle en strategi / Vi manglede en strategi / Vi har manglet en strategi /
    Vi savner en strategi / Vi savnede en strategi / Vi undlader en strategi / Vi undlod en strategi /
    Vi har undladt en strategi / Vi vil undlade en strategi / Vi har fravalgt en strategi / Vi fravælger en strategi /
    Vi fravalgte en strategi / Vi afviser en strategi / Vi har afvist en strategi / Vi afviste en strategi /
    Vi undgår en strategi / Vi kan undgå en strategi / Vi har undgået en strategi / Vi afstår fra en strategi /
    Vi har afstået fra en strategi / Vi er uden strategi / En strategi har vi ikke / En strategi mangler /
    En strategi udestår / En strategi udebliver / En strategi har ingen / En strategi findes aldrig /
    Vi har ikke plan eller strategi / Vi tror ikke at vi har en strategi / Vi har ikke plan og strategi
    """
)
NOT_DENIED = listed(
    """
    Vi har ikke plan men strategi / Vi har ikke plan derimod strategi / Vi har ikke plan hvorimod vi har strategi /
    Vi har ikke plan undtagen en strategi / Vi har ikke plan medmindre strategi / Vi har ikke plan fordi vi har strategi
    / Vi har ikke plan eftersom vi har strategi / Vi har ikke plan idet vi har strategi /
    Vi har ikke plan hvis vi har strategi / Vi har ikke plan når vi har strategi / Vi har ikke plan mens vi har strategi
    / Vi har ikke plan selvom vi har strategi / Vi har ikke plan selv om vi har strategi /
    Vi har ikke plan om end vi har strategi / Vi har ikke plan bortset fra en strategi /
    Vi har ikke plan udover en strategi / Vi har ikke plan ud over en strategi /
    Vi har ikke plan til gengæld en strategi / Vi har ikke plan så vi har en strategi /
    Vi har ikke plan så laver vi en strategi / Vi har ikke plan da vi har en strategi /
    Vi har ikke plan og har en strategi / Vi har ikke plan og vi har en strategi /
    Vi har ikke plan samt afventer en strategi / Vi ved ikke om vi har en strategi / Vi har ikke kun en strategi /
    Vi har ikke bare en strategi / Vi har ikke blot en strategi / Vi har ikke alene en strategi /
    Vi har ikke udelukkende en strategi / Vi har ikke mindst en strategi / Ikke desto mindre har vi en strategi /
    Vi har ikke helt kun en strategi / Vi har ikke mere end en strategi / Vi har ikke andet end en strategi /
    Vi har ikke så få strategier / Vi kan ikke benægte en strategi / Vi kan ikke klage over vores strategi /
    Vi vil ikke afvise en strategi / Der er ingen tvivl om vores strategi / Vi har uden tvivl en strategi /
    Vi har uden undtagelse en strategi / Det er ingen hemmelighed at vi har en strategi /
    Vi fik uden problemer en strategi / Vi har uden omsvøb en strategi / Vi har uden forbehold en strategi /
    Vi lavede uden tøven en strategi / Vi lavede uden besvær en strategi / Vi har uden for byen en strategi /
    Vi lavede uden at tøve en strategi / Vi lavede uden at blinke en strategi / Vi har uden videre en strategi /
    Vi har intet mindre end en strategi / Om ikke andet har vi en strategi / Om ikke før har vi en strategi /
    Vi tøver ikke med en strategi / Vi mangler ikke en strategi / Vi savner aldrig en strategi /
    Vi mangler hverken strategi eller plan / Ingen mangler en strategi / Intet savner en strategi /
    Vi har en strategi som ikke bruges / Vi har en strategi der ikke bruges / Vi mener om strategien at den ikke bruges
    """
)


@pytest.mark.parametrize("text", DENIED)
def test_every_word_that_denies_a_strategy(text: str) -> None:
    assert _negated(text, "strategi")


@pytest.mark.parametrize("text", NOT_DENIED)
def test_where_a_negation_ends_and_what_only_looks_like_one(text: str) -> None:
    assert not _negated(text, "strategi")

"""Themes: what is wished for in many words, and what is told, denied, disclaimed or somebody else's."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.phrases import phrases
from pipeline.danish.themes import themes_of
from pipeline.danish.wishes import wished_clauses


def _names(text: str) -> list[str]:
    return sorted(theme.name for theme in themes_of(AnswerText.of("", text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Flere i job.", ["employment"]),
        ("Vi vil gerne have flere fleksjob.", ["employment"]),
        ("Målet er mindre ensomhed.", ["inclusion"]),
        ("Vi ønsker at hjælpe nye iværksættere i gang.", ["entrepreneurship"]),
        ("Virksomhederne skal stå på egne ben.", ["business_growth"]),
        ("Vi vil genbruge mere og smide mindre ud.", ["sustainability"]),
        ("Vi håber på liv i landsbyerne.", ["local_development"]),
        ("Vi søger nye løsninger på velfærdsopgaverne.", ["welfare_innovation"]),
        ("Formålet er, at flere unge får en uddannelse.", ["education"]),
        ("Det handler om at spare på udgifterne.", ["public_savings"]),
        ("Vi ønsker flere frivillige.", ["civil_society"]),
        ("Deltagerne skal få det bedre psykisk.", ["health"]),
        ("Bedre mental trivsel hos de unge.", ["health"]),
    ],
)
def test_every_theme_is_known(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Foreningerne driver en butik i dag.",
        "Det er ikke et mål for os at spare penge.",
        "Vi har ingen planer om flere virksomheder.",
        "Staten vil have flere i job.",
        "Flere frivillige ville være en bonus.",
        "Et bedre klima? Det er ikke derfor, vi gør det.",
        "Jobcentret og sundhedsforvaltningen deler opgaven.",
        "Mange spørger, om det handler om klima. Det gør det ikke.",
    ],
)
def test_what_is_not_wished_for_is_no_theme(text: str) -> None:
    assert _names(text) == []


def test_wish_reaches_over_the_lines_below_it() -> None:
    assert _names("Byrådet vil:\nfå liv i havnebyerne\nstyrke virksomhederne") == [
        "business_growth",
        "local_development",
    ]


def test_evidence_is_cut_between_two_themes() -> None:
    text = "Vi vil skabe flere job og mindske ensomheden blandt ældre."
    quotes = {theme.name: theme.evidence[0].quote for theme in themes_of(AnswerText.of("", text))}
    assert quotes == {"employment": "Vi vil skabe flere job", "inclusion": "mindske ensomheden blandt ældre"}


def test_a_theme_is_named_once_where_it_stands_first() -> None:
    text = "Vi vil have flere job. Og endnu flere job."
    (theme,) = themes_of(AnswerText.of("", text))
    assert theme.evidence[0].start == 0


def test_a_disclaimer_takes_back_what_stands_before_it_only() -> None:
    text = "Flere turister er en bonus, men vi vil have flere i arbejde."
    assert [clause.text for clause in wished_clauses(AnswerText.of("", text))] == ["men vi vil have flere i arbejde"]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("frivillig~", "de frivilliges indsats", "frivilliges"),
        ("få_det_bedre", "vil få det bedre", "få det bedre"),
        ("styrke…virksomhed~", "styrke de små lokale virksomheder", "styrke de små lokale virksomheder"),
        ("styrke…virksomhed~", "styrke virksomheder", "styrke virksomheder"),
        ("job", "jobcentret", None),
        ("job jobcentret", "jobcentret", "jobcentret"),
    ],
)
def test_notation_of_the_word_lists(words: str, text: str, found: str | None) -> None:
    match = phrases(words).search(text)
    assert (match.group() if match else None) == found

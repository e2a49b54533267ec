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
        (
            "Registreringen har været med til at professionalisere virksomhederne, og det kan vi kun bifalde.",
            "positive",
        ),
        ("Det er en ordning, vi gerne ser udbredt til flere.", "positive"),
        ("Over for samarbejdspartnere er registreringen et stærkt kort.", "positive"),
        ("Jeg synes, den er sit navn værd.", "positive"),
        ("Det har givet virksomhederne et rygstød.", "positive"),
        ("Vi oplever, at de registrerede virksomheder er mere gennemarbejdede.", "positive"),
        ("Vi oplever, at virksomhederne ikke kan se fordelene ved at lade sig registrere.", "negative"),
        ("Ordningen har ikke haft den ønskede effekt.", "negative"),
        ("Kravene er så omfattende, at de fleste opgiver på forhånd.", "negative"),
        ("Det er mest et papir til skuffen.", "negative"),
        ("Der er for mange regler og for få muligheder.", "negative"),
        ("Ordningen lider under, at ingen kender den.", "negative"),
        ("Registreringen giver troværdighed. Desværre er processen lang og tung.", "mixed"),
        ("Nogle virksomheder har haft udbytte af den, andre oplever den som en klods om benet.", "mixed"),
        ("Ordningen har sine fordele, men også sine ulemper.", "mixed"),
        ("Der er både positive og negative tilbagemeldinger fra virksomhederne.", "mixed"),
        ("Da vi ikke har nogen registrerede virksomheder, har vi ikke gjort os erfaringer.", "none"),
        ("Ordningen er ikke noget, vi har arbejdet med.", "none"),
        ("Vi har endnu ikke haft nogen sager.", "none"),
        ("Kommunen har ikke været i kontakt med ordningen.", "none"),
        ("Erfaringerne er få.", "none"),
        ("Vi har kun haft ordningen i to måneder, så det er lige tidligt nok at udtale sig.", "none"),
        ("Den slags blåstempling kan vi godt lide.", "positive"),
        ("Man skulle tro, det var bøvlet, men det klares på en formiddag.", "positive"),
        ("Hatten af for den ordning, siger vores erhvervschef.", "positive"),
        ("Efter min mening burde alle lade sig registrere.", "positive"),
        ("Vi har ikke hørt et ondt ord om den.", "positive"),
        ("Registret er et sted, man kommer ind og aldrig hører mere.", "negative"),
        ("Ordningen fylder meget i papirbunken og lidt i virkeligheden.", "negative"),
        ("Den er endt som et stykke pynt på hjemmesiden.", "negative"),
        ("Man får et stempel og en regning, og det var så det.", "negative"),
        (
            "Vi er holdt op med at nævne den i vores vejledning, for virksomhederne får ingenting til gengæld.",
            "negative",
        ),
        ("Definitionerne passer ikke til virkeligheden, og de bedste virksomheder falder ved siden af.", "negative"),
        ("Brandet er stærkt, bureaukratiet er stærkere.", "mixed"),
        ("For caféen har det været en gevinst, for tømrerfirmaet har det været en spændetrøje.", "mixed"),
        ("Processen gjorde dem klogere på sig selv. Den årlige kontrol gør dem bare trætte.", "mixed"),
        ("Ja, det er blevet lettere at finde dem. Nej, det er ikke blevet lettere at drive dem.", "mixed"),
        ("Nul. Ingen har søgt.", "none"),
        ("Vi kender den kun af navn.", "none"),
        ("Den første ansøgning blev sendt i går, så spørg igen næste år.", "none"),
        ("Vi er slet ikke kommet i gang.", "none"),
        ("Jobcentret har aldrig haft en sag, hvor registreringen spillede en rolle.", "none"),
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


@pytest.mark.parametrize(
    ("text", "sentiment", "sure"),
    [
        ("Erfaringer har vi ingen af. Ordningen er ubrugelig.", "none", False),
        ("Vi har ikke arbejdet med den. Samarbejdet er godt.", "none", False),
        ("Vi har ikke arbejdet med den. Den er ubrugelig.", "negative", False),
        ("Vi har ikke arbejdet med den.", "none", True),
    ],
)
def test_no_experience_beside_a_judgement(text: str, sentiment: str, sure: bool) -> None:  # noqa: FBT001 -- a table
    found = judgement(AnswerText.of("", text))
    assert found is not None
    assert (found.sentiment, found.sure) == (sentiment, sure)

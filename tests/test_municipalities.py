"""All 98 municipalities, in the spellings that titles use, and the words that only look like them."""

import pytest

from pipeline.danish.municipalities import all_municipalities, find_municipalities


def _codes(text: str) -> list[str]:
    return [found.municipality.code for found in find_municipalities(text, 0, len(text))]


def test_there_are_98() -> None:
    assert len(all_municipalities()) == 98


@pytest.mark.parametrize("code", all_municipalities())
def test_every_name_in_a_title(code: str) -> None:
    municipality = all_municipalities()[code]
    for name in (municipality.official_name, municipality.name, municipality.official_name.upper()):
        assert _codes(f"Socialøkonomi i {name} – status september 2018") == [code]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Socialøkonomi i Århus Kommune", "0751"),
        ("Socialøkonomi i Ålborg – status", "0851"),
        ("Status fra Åbenrå Kommune", "0580"),
        ("Socialøkonomi i Københavns Kommune – status 2021", "0101"),
        ("Socialøkonomi i Nørre Djurs Kommune", "0707"),
        ("Socialøkonomi i Vesthimmerland – status 2018", "0820"),
        ("Socialøkonomi i Høje Tåstrup Kommune", "0169"),
        ("Socialøkonomi i Lyngby-Tårbæk Kommune", "0173"),
        ("Socialøkonomi i Fåborg-Midtfyn Kommune", "0430"),
        ("Socialøkonomi i Ikast‑Brande Kommune", "0756"),
        ("Socialoekonomi i Hjoerring Kommune", "0860"),
        ("Vejles strategi for social økonomi", "0630"),
        ("Aarhus' arbejde med socialøkonomi", "0751"),
        ("Odense Kommunes arbejde med socialøkonomi", "0461"),
        ("socialøkonomi i viborg kommune", "0791"),
        ("Sådan går det i Skive", "0779"),
        ("På Bornholm er der nyt", "0400"),
        ("Vejen frem: Socialøkonomi i Vejen Kommune", "0575"),
    ],
)
def test_spellings(title: str, code: str) -> None:
    assert _codes(title) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Vejen frem for social økonomi",
        "Kolding Gymnasium holder åbent hus",
        "Vi har talt med Mette Nyborg",
        "Jobcenter Viborg svarer",
        "Aalborg-virksomheder i front",
        "BusinessAalborg fylder ti",
        "skriv til viborg@viborg.dk",
        "Taastrup og omegn",
        "en skive brød",
        "Kommunen svarer ikke",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert _codes(text) == []


def test_names_with_kommune_win_over_places() -> None:
    assert _codes("Fra Aarhus til Randers: Socialøkonomi i Favrskov Kommune") == ["0710"]


def test_several_in_printed_order() -> None:
    assert _codes("Vejle, Kolding og Fredericia Kommuner") == ["0630", "0621", "0607"]


def test_the_evidence_is_the_printed_name_in_the_whole_text() -> None:
    text = "Nyt\nSocialøkonomi i Århus Kommune"
    (found,) = find_municipalities(text, 4, len(text))
    (span,) = found.municipality.evidence
    assert (span.quote, text[span.start : span.end]) == ("Århus Kommune", "Århus Kommune")
    assert found.as_municipality

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


SPELT = [
    ("Status fra Københavns", ["0101"]),
    ("Status fra Kbh Kommune", ["0101"]),
    ("Status fra Kbhs Kommune", ["0101"]),
    ("Status fra Kbh", []),
    ("Status fra Højetaastrup", ["0169"]),
    ("Status fra Lyngby Kommune", ["0173"]),
    ("Status fra Lyngby", []),
    ("Status fra Frederiksværk-Hundested", ["0260"]),
    ("Status fra Fakse", ["0320"]),
    ("Status fra Guldborg Sund", ["0376"]),
    ("Bornholms Regionskommune", ["0400"]),
    ("Bornholms Region", ["0400"]),
    ("Status fra Nordfyn", ["0480"]),
    ("Status fra Syd Djurs", ["0706"]),
    ("Status fra Nord Djurs", ["0707"]),
    ("Status fra Nørredjurs", ["0707"]),
    ("Status fra Mors", ["0773"]),
    ("Mors siger", []),
    ("Status fra Mariager Fjord", ["0846"]),
    ("Vejen er lang", []),
    ("Skive er god", []),
    ("Greve er god", []),
    ("Odder er god", []),
    ("Struer er god", []),
    ("Nyborg er god", []),
    ("Faxe er god", []),
    ("Vi er hos Odder", ["0727"]),
    ("Vi er på Mors", ["0773"]),
    ("Vi er i Vejen Nord", []),
    ("Vejle er god", ["0630"]),
    ("Lone Vejle er god", []),
    ("Vejle Boldklub er god", []),
    ("Vejle & Co er god", []),
    ("Vejles Kommune", ["0630"]),
    ("Vejle Kommunes svar", ["0630"]),
    ("Vejle kommunen", ["0630"]),
    ("Vejle Kommuner", ["0630"]),
    ("Vejle, Kolding Kommuner", ["0630", "0621"]),
    ("Vejle samt Kolding Kommune", ["0630", "0621"]),
    ("Vejle & Kolding Kommune", ["0630", "0621"]),
    ("Vejle. Kolding Kommune", ["0621"]),
    ("Vejle' Kommune", ["0630"]),
    ("Vejle-virksomheder", []),
    ("Nord-Vejle", []),
    ("vejle er god", []),
    ("Vejle og Vejle Kommune", ["0630"]),
    ("Aarhus’ arbejde", ["0751"]),
]


@pytest.mark.parametrize(("text", "codes"), SPELT)
def test_other_names_words_that_are_names_and_lists(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes


def test_only_the_given_range_is_read() -> None:
    text = "Vejle Kommune\nKolding\nFredericia"
    assert [found.municipality.code for found in find_municipalities(text, 14, 21)] == ["0621"]
    (found,) = find_municipalities(text, 14, 21)
    assert (found.as_municipality, found.municipality.evidence[0].start) == (False, 14)

"""Capitalised words that name an organisation and that name none: every word beside them that tells."""

import pytest

from pipeline.danish.organisations import find_organisations
from tests.danish_cases import lines_of
from tests.sentences import listed

OF_AN_ENTERPRISE = listed(
    """
    Vi køber kaffe hos Bønnen. / Vi har en aftale med Bønnen. / Vi samarbejder med Bønnen. /
    Vi har et partnerskab med Bønnen. / Kontrakten med Bønnen løber. / Vi er sammen med Bønnen. /
    Vi er i dialog med Bønnen. / Vi holder møde med Bønnen. / Det er købt af Bønnen. / Det leveres af Bønnen. /
    Det drives af Bønnen. / Det udføres af Bønnen. / Det varetages af Bønnen. / Det ejes af Bønnen. /
    Det støttes af Bønnen. / Det er betalt af Bønnen. / Tøjet vaskes af Bønnen. / Den er stiftet af Bønnen. /
    Maden er lavet af Bønnen. / Maden serveres af Bønnen. / Det er finansieret af Bønnen. / Festen arrangeres af Bønnen.
    / Varerne køres af Bønnen. / Det er trykt af Bønnen. / Det er hhv. Bønnen. / Det er nemlig Bønnen. /
    Det er f.eks. Bønnen. / Det er eksempelvis Bønnen. / Det er steder såsom Bønnen. / Vores leverandør er Bønnen. /
    Vi køber via Bønnen. / Så Bønnen leverer kaffen. / Så Bønnen tilbyder job. / Så Bønnen driver en café. /
    Så Bønnen sælger kaffe. / Så Bønnen ansætter folk. / Så Bønnen beskæftiger ti. / Så Bønnen producerer møbler. /
    Så Bønnen vandt. / Så Bønnen vasker tøj. / Så Bønnen laver mad. / Så Bønnen serverer mad. / Så Bønnen åbnede. /
    Så Bønnen lukkede. / Så Bønnen fik støtte. / Så Bønnen søger folk. / Så Bønnen hjælper. / Så Bønnen rådgiver. /
    Så Bønnen sidder på jobbet. / Så Bønnen står for maden. / Så Bønnen tager imod. / Så Bønnen tager sig af det. /
    Så Bønnen varetager det. / Så Bønnen håndterer det. / Så Bønnen passer haven. / Så Bønnen løser opgaven. /
    Så Bønnen syr. / Så Bønnen bager. / Så Bønnen pakker. / Med Bønnen som leverandør går det. /
    Med Bønnen som underleverandør går det.
    """
)
OF_NONE = listed(
    """
    Vi bor i Bønnen. / Vi kører ved Bønnen. / Bussen til Melby kører. / Vi rejser fra Melby. / Så Bønnen siger ja. /
    Så Bønnen fortalte det. / Strategien Solsikken er god. / Projektet Solsikken er godt. / Vi kører projekt Solsikken.
    / Loven om Socialøkonomi gælder. / Lov nr. 711 om Registrerede Virksomheder gælder. / Vi køber hos Kulturhuset. /
    Vi var i Værkstedet. / Vi hører til Danmark. / Vi er på Facebook. / Vi bruger STU'en. / Vi bruger FGU og RSV'er. /
    Vi kender ApS. / Vi støtter Center for Job. / Snedkeriet leverer. / Vi køber hos "Karup Køkken". /
    »Karup Køkken« er med. / Vi hørte om "Grøn Fremtid". / Vi var i Øster Hornum. / Vi var i Store Heddinge. /
    Vi bor i Aalborg Øst. / Vi bor i Nord. / Går De med? / Jobcenter Vejle er med. / Vejle Kommune er med. /
    Virksomhedsservice Syd er med. / Vejle Kommunes Beredskab er med. / Region Midt er med. /
    Borgerservice Vejle er med. / Beskæftigelsesudvalget er med. / Socialudvalget er med. / Direktør Lone Bach er med. /
    konsulent Yrja Fossum er med. / Vi deltog i Folkemødet. / Vi var til Vejle Festival. /
    Vi holdt Socialøkonomisk Temadag. / Vi bor på Gade Torv. / Vi køber af Socialøkonomis. / Fonden er god. /
    Vi kender Fonden. / Vi kender Huset.
    """
)
NAMED = [
    ("Vi køber hos caféen Solsikken.", ["Solsikken"]),
    ("Firmaet Solsikken leverer.", ["Solsikken"]),
    ("Vi køber af en virksomhed, der hedder Solsikken.", ["Solsikken"]),
    ("Det er en butik ved navn Solsikken.", ["Solsikken"]),
    ("Vi køber hos Madkompagniet.", ["Madkompagniet"]),
    ("Vi har talt med Erhvervsstyrelsen.", ["Erhvervsstyrelsen"]),
    ("Erhvervsstyrelsen siger ja.", ["Erhvervsstyrelsen"]),
    ("Vi køber af BusinessAalborg.", ["BusinessAalborg"]),
    ("BusinessAalborg er god.", ["BusinessAalborg"]),
    ("Vi kender KL.", ["KL"]),
    ("KL er enig.", ["KL"]),
    ("Realdania støtter os.", ["Realdania"]),
    ("Vi køber hos Karup Køkken & Co.", ["Karup Køkken & Co"]),
    ("Vi køber hos Ruds Vaskeri og Have.", ["Ruds Vaskeri og Have"]),
    ("Vi køber hos Ny Vej ApS.", ["Ny Vej ApS"]),
    ("Vi køber hos Ny Vej F.M.B.A.", ["Ny Vej F.M.B.A."]),
    ("Vi køber hos Mad fra Muld ApS.", ["Mad fra Muld ApS"]),
    ("Vi køber hos 3F.", ["3F"]),
    ("Vi støtter Huset på Havnen.", ["Huset på Havnen"]),
    ("Vi støtter Foreningen for Socialt Arbejde.", ["Foreningen for Socialt Arbejde"]),
    ("Vi støtter Foreningen Norden.", ["Foreningen Norden"]),
    ("Vi støtter Social- og Boligstyrelsen.", ["Social- og Boligstyrelsen"]),
    ("Vi støtter Café Sct. Knud.", ["Café Sct. Knud"]),
    ("Vi støtter Netværket af Cafeer.", ["Netværket af Cafeer"]),
    ("Vi støtter Foreningen Sakskøbing i Farver.", ["Foreningen Sakskøbing i Farver"]),
    ("Ifølge Karup Køkken er det godt.", ["Karup Køkken"]),
    ("Vores Karup Køkken er godt.", ["Karup Køkken"]),
    ("Den Sociale Kapitalfond er med.", ["Den Sociale Kapitalfond"]),
    ("Karup Køkken og Lone Hansen er med.", ["Karup Køkken"]),
    ("Vi støtter Aalborg Øst Vaskeri.", ["Aalborg Øst Vaskeri"]),
    ("Vi køber hos Bønnen, Solen og Madkompagniet.", ["Bønnen", "Solen", "Madkompagniet"]),
    ("Der er tre: Bønnen, Solen og Madkompagniet.", ["Bønnen", "Solen", "Madkompagniet"]),
    ("Vi var hos Karups Køkken.", ["Karups Køkken"]),
    ("Karup Køkkens mad er god.", ["Karup Køkken"]),
    ("Karup Køkken's mad er god.", ["Karup Køkken"]),
    ("Vi køber hos Minds.", ["Minds"]),
    ("Vi køber hos Glad Foods.", ["Glad Foods"]),
    ("Vi kender Foreningen Huset.", ["Foreningen Huset"]),
    ("Huset er en café. Vi elsker Foreningen Huset.", ["Foreningen Huset"]),
    ("Pakhus 7 er med.", ["Pakhus 7"]),
    ("Vi bor i Pakhus 7.", ["Pakhus 7"]),
    ("Vi køber hos Pakhus 7, Herning.", ["Pakhus 7"]),
]


def _names(text: str) -> list[str]:
    return [organisation.name for organisation in find_organisations(text, lines_of(text), [])]


@pytest.mark.parametrize("text", OF_AN_ENTERPRISE)
def test_what_is_said_of_an_enterprise(text: str) -> None:
    assert _names(text) == ["Bønnen"]


@pytest.mark.parametrize("text", OF_NONE)
def test_no_organisation(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Det går godt. Virksomheden leverer. Snedkeriet leverer.", []),
        ("Det går godt! Bønnen leverer.", []),
        ("Vi har bl.a. Bønnen leverer med.", ["Bønnen"]),
        ("Liste\n– Bønnen leverer", []),
        ("Liste\n• Karup Køkken", ["Karup Køkken"]),
        ("Navn\tKarup Køkken", ["Karup Køkken"]),
        ("Vi køber – Bønnen leverer.", ["Bønnen"]),
    ],
)
def test_capitals_that_open_a_sentence_say_nothing(text: str, names: list[str]) -> None:
    assert _names(text) == names

"""Number words, hedges, and what only looks like a number: every word of the lists, where a value hangs on it."""

import pytest

from pipeline.danish.numbers import mentions
from pipeline.danish.numerals import word_value
from tests.sentences import listed

ABOUT = listed(
    """
    ca 20 / cirka 20 / circa 20 / omkring 20 / omkr. 20 / omtrent 20 / rundt regnet 20 / henved 20 / hen ved 20 /
    skønsmæssigt 20 / tilnærmelsesvis 20 / i omegnen af 20 / i nærheden af 20 / i retning af 20 / +/- 20 / ± 20 / ~ 20 /
    ≈ 20 / groft sagt 20 / groft regnet 20 / knap 20 / knapt 20 / små 20 / tæt på 20 / nær 20 / næsten 20 / stort set 20
    / så godt som 20 / nærmest 20 / nærmer sig 20 / vi nærmer os 20 / vel 20 / vist 20 / vistnok 20 / måske 20 / nok 20
    / snart 20 / godt 20 / godt og vel 20 / noget som 20 / nogle der ligner 20 / noget der ligner 20 / anslået 20 /
    skønnet 20 / estimeret 20 / vurderet til 20 / i underkanten af 20 / i overkanten af 20 / ikke helt 20 /
    ikke langt fra 20 / ikke ret langt fra 20 / sådan noget 20 / lige ved 20 / 20 eller deromkring /
    20 eller der omkring / 20 eller omkring det / 20 eller så / 20 eller lignende / 20 eller noget i den retning /
    20 eller noget i den stil / 20 deromkring / 20, cirka / 20 efter bedste skøn / 20 i runde tal / 20, vil jeg tro /
    20, vil vi skyde på / 20, ville jeg gætte på / 20, vil jeg anslå / 20, vil vi skønne / 20, skyder jeg på /
    20, gætter jeg / 20, skønner vi / 20, anslår vi / ca. i alt 20 / cirka samlet 20 / omkring de 20
    """
)
AT_LEAST = listed(
    """
    mindst 20 / allermindst 20 / minimum 20 / min. 20 / minimalt 20 / i hvert fald 20 / i det mindste 20 / ≥ 20 / > 20 /
    over 20 / lidt over 20 / godt over 20 / langt over 20 / et godt stykke over 20 / et stykke over 20 / klart over 20 /
    mere end 20 / flere end 20 / højere end 20 / større end 20 / lidt mere end 20 / ikke under 20 / ikke mindre end 20 /
    næppe færre end 20 / aldrig lavere end 20 / sjældent ringere end 20 / ikke tale om mindre end 20 / 20 eller flere /
    20 eller mere / 20 eller derover / 20 eller højere / 20 og opefter / 20 og opad / 20 og derover / 20 som minimum /
    20 i hvert fald / 20 i det mindste / 20 mindst / 20 minimum / 20 plus / 20 lavt sat / 20 lavt regnet /
    20 lavt skønnet / 20 + / mindst kun 20 / 20 virksomheder eller flere / 20 frivillige, mindst
    """
)
AT_MOST = listed(
    """
    højst 20 / højest 20 / allerhøjst 20 / maks 20 / maks. 20 / maksimalt 20 / maksimum 20 / max 20 / max. 20 /
    op til 20 / opimod 20 / opmod 20 / under 20 / lidt under 20 / mindre end 20 / færre end 20 / lavere end 20 /
    ringere end 20 / ikke engang 20 / i bedste fald 20 / ≤ 20 / < 20 / ikke over 20 / ikke mere end 20 /
    næppe flere end 20 / aldrig højere end 20 / ikke større end 20 / 20 eller færre / 20 eller mindre /
    20 eller derunder / 20 højst / 20 maks / 20 maksimalt / 20 max / 20 som maksimum / 20 på det højeste /
    20 på det meste / 20 højt sat / 20 højt regnet / 20 som mest / 20 virksomheder eller færre
    """
)
NONE = listed(
    """
    januar 2018 / feb 2019 / den 3. maj / d. 3. juni 2018 / pr. 1. august / per 1. dec / ultimo marts 2017 / primo 2018
    / medio november 2017 / 3.-5. oktober / 3/4 2018 / 1.4.2018 / 01-04-18 / 2018-04-01 / pr. 1/4 / d. 31/12-18 /
    2. kvartal / 1. halvår / 3. årti / 1996 / 2030 / 2017/18 / 2018-2020 / i 2018 / årene 2019 / fra 1999 / '18 / ’19 /
    kr. 500 / kr 20.000 / dkk 500 / eur 20 / 20 kr / 20 kroner / 20 kronen / 20 dkk / 20 euro / 20 eur / 20 € / 20,- /
    20 mio. kr. / 20 tkr. / 20 t.kr. / 2 millioner / 1 million / 3 milliarder / 1 milliard / 20 tusind kroner /
    fem millioner kroner / et par millioner / 2-3 mio. / 20 % / 20 pct / 20 procent / 5 promille / 3 ‰ / 20 percent /
    halvdelen / halvparten / hver anden / hver tiende / to tredjedele / en fjerdedel / fem tiendedele / ni ud af ti /
    5 af 10 / otte af hundrede / 3/4 / 1:10 / 2 x 3 / 2 × 3 / 2*3 / à 20 / § 103 / §§ 103 og 104 / § 18 a / nr. 20 /
    nummer 20 / lov 711 / stk. 2 / kapitel 3 / kap. 4 / afsnit 5 / punkt 6 / pkt. 7 / side 8 / bilag 9 / litra 1 /
    paragraf 104 / artikel 20 / uge 32 / fase 2 / mål 8 / verdensmål 8 / version 2 / niveau 3 / trin 4 / spor 2 / hal 3
    / bygning 4 / lokale 5 / svar 6 / spørgsmål 7 / figur 8 / tabel 9 / kolonne 2 / række 3 / kategori 4 / gruppe 5 /
    klasse 6 / type 7 / delmål 8 / indsats 9 / tema 2 / rute 3 / linje 4 / cvr 29189420 / p-nr. 1003123456 /
    se-nr 29189420 / ean 5798000000000 / sagsnr. 12345 / sag 12345 / tlf. 25200131 / telefon 25 20 01 31 /
    mobil 25200131 / telefonnummer 25200131 / kontonummer 1234567890 / journal 123456 / 0045 25200131 / 25 20 01 31 /
    2520 0131 / 123456789 / 010203-1234 / 18'eren / 60'erne / 68-tallet / 5-mand / 1.2.3 / covid-19 / verdensmål-8 /
    kl. 10 / klokken ti / kl. 9.30-11.00 / 10.30 / 9:15-10:15 / 20 år / 20 års / to årige / 18-årige / 20 måneder /
    3 mdr / 13 uger / 14 dage / 20 timer / 37 timers / 5 minutter / 30 sekunder / to døgn / 4 kvartaler /
    tre generationer / 20 km / 20 kilometer / 20 meter / 20 m2 / 20 m² / 20 kvm / 200 kvadratmeter / 3 hektar / 20 tons
    / 20 kg / 20 kilo / 20 liter / 20 cm / 20 mm / 20 kwh / 20 mw / to gange / 20 grader / 5 procentpoint / 20 sider /
    to bind / 20 point / to decimaler / 3 etager / 20 hele dage / fire ugentlige timer / to lange uger /
    mellem to og tre timer / fra 2 til 4 uger / unge mellem 18 og 29 / voksne over 30 / ældre på 65 / mænd under 40 /
    kvinder fra 20 til 30 / borgere over 60 / ledige under 30 / personer mellem 18-29 / folk over 50 / dem under 25 /
    alderen 18 til 29 / alder 18-30 / aldersgruppen 18-29 / aldersspredningen er 18 til 60 / på én gang / med et slag /
    ad én hug / i ét nu / på et sving / under én hånd / med ét / under ét / en gang / en dag / én ting / en sag / én vej
    / en retning / ad gangen / en af grundene / et af målene / én af udfordringerne / en af de ting / den ene side /
    det ene eller det andet / den anden gang / den ene og den anden / to ting / tre forhold / fire grunde / to hatte /
    to verdener / tre spor / to ben / på nær to / undtagen tre / minus fem / nul fejl / nul vækst / et hundrede procent
    / 24/7 / nummer et / nummer tre / en del / et antal / en række / en lang række / en masse / et hav / en smule /
    en stribe / en flok / en gruppe / 3. år / den 4. gang / 9000 Aalborg / 8000 Århus / flere hundrede / mange tusinde /
    nogle hundreder / adskillige hundrede / utallige tusinde / nogle og tyve
    """
)


WORDS = {
    "nul": 0,
    "en": 1,
    "én": 1,
    "een": 1,
    "éen": 1,
    "et": 1,
    "ét": 1,
    "eet": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
    "tyve": 20,
    "tredive": 30,
    "tredve": 30,
    "fyrre": 40,
    "fyrretyve": 40,
    "halvtreds": 50,
    "halvtredsindstyve": 50,
    "tres": 60,
    "treds": 60,
    "tresindstyve": 60,
    "halvfjerds": 70,
    "halvfjerdsindstyve": 70,
    "firs": 80,
    "firsindstyve": 80,
    "halvfems": 90,
    "halvfemsindstyve": 90,
    "enogtyve": 21,
    "toogtredive": 32,
    "treogfyrre": 43,
    "fireoghalvtreds": 54,
    "femogtres": 65,
    "seksoghalvfjerds": 76,
    "syvogfirs": 87,
    "otteoghalvfems": 98,
    "niogtyve": 29,
    "hundred": 100,
    "hundrede": 100,
    "ethundrede": 100,
    "trehundrede": 300,
    "femhundredogti": 510,
    "hundredeogelleve": 111,
    "tusind": 1000,
    "tusinde": 1000,
    "totusind": 2000,
    "nitusindogfem": 9005,
    "tohundredeogfemogtyve": 225,
    "nulogtyve": None,
    "tyveogen": None,
    "hundreder": None,
    "nulhundrede": None,
    "hundredogmange": None,
    "mangehundrede": None,
    "snes": None,
    "andet": None,
}
VALUES = [
    ("3 eller 40", [(3, 3, False), (40, 40, False)]),
    ("2 eller 6", [(2, 6, False)]),
    ("2, måske 7", [(2, 2, False), (7, 7, True)]),
    ("3 til 40", [(3, 40, False)]),
    ("20-15", [(20, 20, False), (15, 15, False)]),
    ("mellem 10 og 40", [(10, 40, False)]),
    ("imellem 10 og 40", [(10, 40, False)]),
    ("i mellem 10 og 40", [(10, 40, False)]),
    ("10 og 40", [(10, 10, False), (40, 40, False)]),
    ("to, eventuelt tre", [(2, 3, False)]),
    ("to eller måske tre", [(2, 3, False)]),
    ("to, kanskje tre", [(2, 3, False)]),
    ("to, endda tre", [(2, 3, False)]),
    ("to, højst tre", [(2, 3, False)]),
    ("2—3", [(2, 3, False)]),
    ("12 om vinteren og op til 30 om sommeren", [(12, 30, False)]),
    ("5 i lavsæsonen til 9 i højsæsonen", [(5, 9, False)]),
    ("5 i en stille uge til 9 i en travl uge", [(5, 9, False)]),
    ("5 i stille uger og 9 i gode uger", [(5, 9, False)]),
    ("vokset fra 4 til 11", [(11, 11, False)]),
    ("faldet fra 11 til 4", [(4, 4, False)]),
    ("gik fra 4 til ca. 11", [(11, 11, True)]),
    ("en stigning fra 4 til 11", [(11, 11, False)]),
    ("udvidet fra 4 til 11", [(11, 11, False)]),
    ("fra 4 til 11 på to år", [(11, 11, False)]),
    ("fra 4 til 11 i løbet af tre år", [(11, 11, False)]),
    ("fra 4 til 11", [(4, 11, False)]),
    ("rykket fra omkring 4 til 11", [(11, 11, False)]),
    ("Vi har ikke skabt nogen", [(0, 0, False)]),
    ("Der er heller ikke givet nogle", [(0, 0, False)]),
    ("hverken virksomheder eller nogen", [(0, 0, False)]),
    ("Vi har nogen", []),
    ("det ene", [(1, 1, False)]),
    ("den ene", [(1, 1, False)]),
    ("hos ene", []),
    ("blot en", [(1, 1, False)]),
    ("bare en", [(1, 1, False)]),
    ("præcis et", [(1, 1, False)]),
    ("netop en", [(1, 1, False)]),
    ("lig en", [(1, 1, False)]),
    ("(en)", [(1, 1, False)]),
    ("en enkelt", [(1, 1, False)]),
    ("en eneste", [(1, 1, False)]),
    ("en af dem", [(1, 1, False)]),
    ("en af vores", [(1, 1, False)]),
    ("et af disse", [(1, 1, False)]),
    ("en af virksomhederne", [(1, 1, False)]),
    ("En er registreret", [(1, 1, False)]),
    ("En har", [(1, 1, False)]),
    ("Et står", [(1, 1, False)]),
    ("ikke en", [(0, 0, False)]),
    ("ikke 3", []),
    ("næppe 3", []),
    ("ikke de 3", []),
    ("to hundrede", [(200, 200, False)]),
    ("fem hundrede og ti", [(510, 510, False)]),
    ("tre tusind to hundrede og ti", [(3210, 3210, False)]),
    ("tusind og to", [(1002, 1002, False)]),
    ("to og en", [(2, 2, False)]),
    ("hundrede en", [(100, 100, False)]),
    ("hundrede og 5", [(100, 100, False), (5, 5, False)]),
    ("et halvt dusin", [(6, 6, False)]),
    ("en halv snes", [(10, 10, False)]),
    ("to snese", [(40, 40, False)]),
    ("to dusin", [(24, 24, False)]),
    ("tre håndfulde", [(15, 15, True)]),
    ("en lille snes", [(20, 20, True)]),
    ("et pænt dusin", [(12, 12, True)]),
    ("en solid håndfuld", [(5, 5, True)]),
    ("en stor snes", [(20, 20, True)]),
    ("halvandet dusin", [(18, 18, False)]),
    ("halvanden", [(1.5, 1.5, False)]),
    ("halvandet tusind", [(1500, 1500, False)]),
    ("et par tusind", [(2000, 2000, True)]),
    ("et par dusin", [(24, 24, True)]),
    ("et par og tredive", [(32, 32, True)]),
    ("et par", [(2, 2, True)]),
    ("fire og tredive", [(34, 34, False)]),
    ("tretten og tyve", [(13, 13, False), (20, 20, False)]),
    ("½", [(0.5, 0.5, False)]),
    ("3½", [(3.5, 3.5, False)]),
    ("3,25", [(3.25, 3.25, False)]),
    ("3,0", [(3, 3, False)]),
    ("12.345", [(12345, 12345, False)]),
    ("1 234", [(1234, 1234, False)]),
    ("mindst 15 og maks. 20", [(15, 20, False)]),
    ("mindst 15, men højst 20", [(15, 20, False)]),
    ("mindst 15. Højst 20", [(15, None, False), (None, 20, False)]),
    ("en oversigt over 20", [(20, 20, False)]),
    ("et overblik over 20", [(20, 20, False)]),
    ("listen over 20", [(20, 20, False)]),
    ("opgørelse over 20", [(20, 20, False)]),
    ("fordelt over 20", [(20, 20, False)]),
    ("en 5 stykker", [(5, 5, True)]),
    ("et 5 styks", [(5, 5, True)]),
    ("en 5 stk", [(5, 5, True)]),
    ("2018 borgere", [(2018, 2018, False)]),
]


def _values(text: str) -> list[tuple[float | None, float | None, bool]]:
    return [(found.min, found.max, found.approximate) for found in mentions(text) if not found.weak]


@pytest.mark.parametrize(("word", "value"), WORDS.items())
def test_a_word_for_a_number(word: str, value: int | None) -> None:
    assert word_value(word) == value


@pytest.mark.parametrize("text", ABOUT)
def test_about_twenty(text: str) -> None:
    assert _values(text) == [(20, 20, True)]


@pytest.mark.parametrize("text", AT_LEAST)
def test_at_least_twenty(text: str) -> None:
    assert _values(text) == [(20, None, False)]


@pytest.mark.parametrize("text", AT_MOST)
def test_at_most_twenty(text: str) -> None:
    assert _values(text) == [(None, 20, False)]


@pytest.mark.parametrize("text", NONE)
def test_what_counts_nothing(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values(text: str, values: list[tuple[float | None, float | None, bool]]) -> None:
    assert _values(text) == values

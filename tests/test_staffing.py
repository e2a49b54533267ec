"""Which number is which figure: the groups of a workforce."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions.workforce import read
from schemas.answers import Quantity
from tests.sentences import listed

GROUPS = {
    "ordinary": """
        ordinært ansatte / ordinære medarbejdere / ordinære / fastansatte / faste medarbejdere / faste folk / fast stab
        / almindelige ansatte / almindelige medarbejdere / på almindelige vilkår / i almindelig ansættelse /
        på overenskomst / lønnede / ustøttede / uden tilskud / uden løntilskud / på normale vilkår / med normal løn
    """,
    "flex_and_sheltered": """
        fleksjobbere / flexjob / flegsjob / i fleks- og skånejob / i fleksjob eller skånejob / i skånejob og fleksjob /
        i fleks/skånejob / i støttede job / fleks & skåne / i fleks- samt skånejob / fleksjob hhv. skånejob
    """,
    "placements": """
        praktikanter / i virksomhedspraktik / i praktik / i forløb / i afklaringsforløb / i afklaring /
        i arbejdsprøvning / i nytteindsats / i jobtræning / i arbejdstræning / i aktivering / i praktikforløb
    """,
    "volunteers": """
        frivillige / frivillig / friviligge / frivilliges / ulønnede / frivillige hænder / i frivilliggruppen /
        i frivilligkorpset / i frivilligstaben
    """,
}
FIGURES = [
    (
        "Ordinært ansatte: 41\nFleksjob: 18\nForløb: 7\nFrivillige: 25",
        {
            "ordinary": "41 | Ordinært ansatte: 41",
            "flex_and_sheltered": "18 | Fleksjob: 18",
            "placements": "7 | Forløb: 7",
            "volunteers": "25 | Frivillige: 25",
        },
    ),
    (
        "Ordinært ansatte – 41\nFrivillige - 25",
        {"ordinary": "41 | Ordinært ansatte – 41", "volunteers": "25 | Frivillige - 25"},
    ),
    (
        "Ordinært ansatte = 41\nFrivillige\t25",
        {"ordinary": "41 | Ordinært ansatte = 41", "volunteers": "25 | Frivillige\t25"},
    ),
    (
        "Ordinært ansatte:\n41\nFrivillige:\n25",
        {"ordinary": "41 | Ordinært ansatte:\n41", "volunteers": "25 | Frivillige:\n25"},
    ),
    ("Ordinært ansatte:\n\n41", {"ordinary": "41 | Ordinært ansatte:\n\n41"}),
    ("Frivillige og praktikanter: 12", {}),
    (
        "Ordinære\tFleks\tFrivillige\n41\t12\t25",
        {"ordinary": "41 | 41", "flex_and_sheltered": "12 | 12", "volunteers": "25 | 25"},
    ),
    ("Navn\tOrdinære\tFrivillige\nHuset\t41\t25", {"ordinary": "41 | 41", "volunteers": "25 | 25"}),
    ("12 i fleksjob og 5 i skånejob", {}),
    ("12 fleksjob og skånejob, heraf 5 skånejob", {"flex_and_sheltered": "12 | 12 fleksjob og skånejob"}),
    ("Fleksjob: 12, skånejob: 5", {}),
    ("Frivillige: 12 og 5", {}),
    ("Frivillige: 12 (2 på barsel)", {"volunteers": "12 | Frivillige: 12"}),
    ("Frivillige: 12\nFrivillige: 9", {}),
    ("Vi har 12 frivillige i caféen. 5 frivillige i butikken.", {}),
    ("Der er 12 frivillige. For to år siden var der 5 frivillige.", {"volunteers": "12 | 12 frivillige"}),
    ("I 2017 var der 5 frivillige, i 2018 var der 12 frivillige.", {"volunteers": "12 | 12 frivillige"}),
    ("Tidligere 5 frivillige, nu 12 frivillige.", {"volunteers": "12 | 12 frivillige"}),
    ("Der har været 50 igennem praktik, og 12 er i praktik i dag.", {"placements": "12 | 12 er i praktik"}),
    ("Siden 2014 har 80 været i praktik, og lige nu er 12 i praktik.", {"placements": "12 | 12 i praktik"}),
    ("I fleksjob er der 12.", {"flex_and_sheltered": "12 | fleksjob er der 12"}),
    ("Frivillige er der 9 af.", {"volunteers": "9 | Frivillige er der 9"}),
    ("Frivillige (34)", {"volunteers": "34 | Frivillige (34"}),
    ("Vi har folk i fleksjob, nemlig 64.", {"flex_and_sheltered": "64 | fleksjob, nemlig 64"}),
    ("Vi har også frivillige, og dem er der 12 af.", {"volunteers": "12 | frivillige, og dem er der 12"}),
    ("Vi har haft mange i praktik. Nu er der ca. 30 tilbage.", {"placements": "about 30 | Nu er der ca. 30 tilbage"}),
    ("Af de 41 er 12 frivillige.", {"volunteers": "12 | 12 frivillige"}),
    ("41 borgere, heraf 12 i fleksjob", {"flex_and_sheltered": "12 | 12 i fleksjob"}),
    ("41 (12 i fleksjob, 9 i praktik)", {"flex_and_sheltered": "12 | 12 i fleksjob", "placements": "9 | 9 i praktik"}),
    ("41 medarbejdere, hvoraf 29 ordinært ansatte", {"ordinary": "29 | 29 ordinært ansatte"}),
    ("12 har ført til ordinær ansættelse", {}),
    ("12 praktikforløb har resulteret i ordinære job", {"placements": "12 | 12 praktikforløb"}),
    ("Ingen frivillige.", {"volunteers": "0 | Ingen frivillige"}),
    (
        "Vi har ingen i praktik, men 12 frivillige.",
        {"placements": "0 | ingen i praktik", "volunteers": "12 | 12 frivillige"},
    ),
    ("Der er 20 virksomheder med frivillige.", {}),
    ("Vi holder 4 møder med frivillige.", {}),
    ("22,5 årsværk i ordinære stillinger", {"ordinary": "22.5 fte | 22,5 årsværk i ordinære"}),
    ("Ordinært ansatte: 22,5 årsværk", {"ordinary": "22.5 fte | Ordinært ansatte: 22,5 årsværk"}),
    ("Ordinært ansatte (fuldtidsstillinger): 41", {"ordinary": "41 fte | Ordinært ansatte (fuldtidsstillinger): 41"}),
    ("Ordinært ansatte: ca. 41", {"ordinary": "about 41 | Ordinært ansatte: ca. 41"}),
    (
        "Ordinært ansatte: 41, heraf 12 i fleksjob",
        {"ordinary": "41 | Ordinært ansatte: 41", "flex_and_sheltered": "12 | 12 i fleksjob"},
    ),
    ("Ansatte: 41 ordinære, 12 fleks", {"ordinary": "41 | 41 ordinære", "flex_and_sheltered": "12 | 12 fleks"}),
    ("Ansatte: 41 ordinære; 12 frivillige", {"ordinary": "41 | 41 ordinære", "volunteers": "12 | 12 frivillige"}),
    ("Vi har 41 ansatte og frivillige.", {}),
    (
        "Der er 14 ansat på ordinære vilkår, og 30 hjælper til som frivillige.",
        {"ordinary": "14 | 14 ansat på ordinære", "volunteers": "30 | 30 hjælper til som frivillige"},
    ),
    ("Frivillige: 12 – 15", {"volunteers": "12..15 | Frivillige: 12 – 15"}),
    ("Frivillige: vi har 12, og caféen har 3 borde", {"volunteers": "12 | Frivillige: vi har 12"}),
    ("Frivillige: 12. Caféen har 30 pladser.", {"volunteers": "12 | Frivillige: 12"}),
    ("Der er mellem 10 og 12 frivillige", {"volunteers": "10..12 | mellem 10 og 12 frivillige"}),
    ("12 (frivillige)", {"volunteers": "12 | 12"}),
    ("12, der er frivillige", {"volunteers": "12 | 12"}),
    ("Kun én frivillig", {"volunteers": "1 | én frivillig"}),
    ("På landsplan er der 500 frivillige", {}),
    ("Målet er 50 frivillige", {}),
]


def _told(quantity: Quantity) -> str:
    low, high = quantity.min, quantity.max
    value = str(low) if low == high else f"{low}..{high}"
    unit = " fte" if quantity.unit == "full_time_equivalents" else ""
    return f"{'about ' if quantity.approximate else ''}{value}{unit} | {quantity.evidence[0].quote}"


@pytest.mark.parametrize(
    ("group", "words"), [(group, words) for group, table in GROUPS.items() for words in listed(table)]
)
def test_every_name_of_a_group(group: str, words: str) -> None:
    quantities = read(AnswerText.of("Sammensætningen af medarbejdere:", f"Der er 14 {words}.")).quantities
    assert {name: (quantity.min, quantity.max) for name, quantity in quantities.items()} == {group: (14, 14)}


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures_and_their_evidence(text: str, figures: dict[str, str]) -> None:
    quantities = read(AnswerText.of("Sammensætningen af medarbejdere:", text)).quantities
    assert {name: _told(quantity) for name, quantity in quantities.items()} == figures

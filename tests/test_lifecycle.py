"""The life of documents told over several clauses: which one decides, its kind and year, and what carries each."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions.strategy import read

# Stance or status, kind, year, whether a new one comes; then the evidence.
TOLD = [
    (
        "Vi har en strategi for socialøkonomi fra 2016. Den bliver revideret til næste år.",
        "yes strategy 2016 new",
        "Vi har en strategi for socialøkonomi fra 2016 | strategi | fra 2016 | Den bliver revideret til næste år",
    ),
    (
        "Vi har en strategi for socialøkonomi, og en ny er undervejs.",
        "yes strategy None new",
        "Vi har en strategi for socialøkonomi | strategi | en ny er undervejs",
    ),
    ("Vi havde en strategi for socialøkonomi, men den udløb i 2017.", "no None None", "den udløb i 2017"),
    (
        "Vi har ingen strategi, men vi har en aftale om socialøkonomi fra 2015.",
        "yes agreement 2015",
        "vi har en aftale om socialøkonomi fra 2015 | aftale | fra 2015",
    ),
    (
        "Vi har ingen aftale. Vi er ved at skrive en strategi for socialøkonomi, som ventes vedtaget i 2020.",
        "planned strategy None",
        "Vi er ved at skrive en strategi for socialøkonomi | som ventes vedtaget i 2020 | strategi",
    ),
    ("Strategien udløb i 2017, men den er forlænget.", "yes strategy None", "den er forlænget | Strategien"),
    (
        "Strategien blev droppet i 2017, og vi har ikke lavet en ny.",
        "no None None",
        "Strategien blev droppet i 2017 | vi har ikke lavet en ny",
    ),
    (
        "Der er afsat penge til at lave en strategi for socialøkonomi, og arbejdet går i gang efter nytår.",
        "planned strategy None",
        "Der er afsat penge til at lave en strategi for socialøkonomi | strategi",
    ),
    (
        "Nej. En strategi for socialøkonomi er dog på vej.",
        "planned strategy None",
        "En strategi for socialøkonomi er dog på vej | strategi",
    ),
    (
        "Nej, men socialøkonomi indgår i erhvervspolitikken fra 2014.",
        "partly policy 2014",
        "socialøkonomi indgår i erhvervspolitikken fra 2014 | erhvervspolitikken | fra 2014",
    ),
    (
        "Socialøkonomi er ikke nævnt i erhvervspolitikken.",
        "no None None",
        "Socialøkonomi er ikke nævnt i erhvervspolitikken",
    ),
    ("Erhvervspolitikken nævner ikke socialøkonomi.", "no None None", "Erhvervspolitikken nævner ikke socialøkonomi"),
    (
        "Erhvervspolitikken skal revideres, og socialøkonomi er et spor i den.",
        "partly policy None new",
        "og socialøkonomi er et spor i den | Erhvervspolitikken | Erhvervspolitikken skal revideres",
    ),
    ("Vi har en erhvervspolitik.", "answered None None", "Vi har en erhvervspolitik"),
    (
        "Nabokommunen har en strategi for socialøkonomi.",
        "answered None None",
        "Nabokommunen har en strategi for socialøkonomi",
    ),
    ("Regeringen har en strategi for socialøkonomi, men vi har ingen.", "no None None", "vi har ingen"),
    (
        "Tidligere havde vi en strategi for socialøkonomi.",
        "answered None None",
        "Tidligere havde vi en strategi for socialøkonomi",
    ),
    (
        "I 2013 lavede vi en strategi for socialøkonomi, som stadig gælder.",
        "yes strategy 2013",
        "som stadig gælder | som stadig gælder | strategi | I 2013",
    ),
    (
        "Strategi: nej. Aftale: ja, en partnerskabsaftale fra 2016.",
        "yes agreement 2016",
        "Aftale | ja | en partnerskabsaftale fra 2016 | Aftale | fra 2016",
    ),
    ("Strategi: ja", "yes strategy None", "Strategi | ja | Strategi"),
    (
        "Vi har både en strategi og en aftale.",
        "yes strategy None",
        "Vi har både en strategi og en aftale | Vi har både en strategi og en aftale | strategi",
    ),
    (
        "Vi har hverken en strategi eller en aftale.",
        "no None None",
        "Vi har hverken en strategi eller en aftale | Vi har hverken en strategi eller en aftale",
    ),
    (
        "Vi har hverken strategi, politik eller handleplan.",
        "no None None",
        "Vi har hverken strategi | politik eller handleplan",
    ),
    ("Det er ikke sådan, at vi har en strategi.", "no None None", "Det er ikke sådan | vi har en strategi"),
    ("Det er ikke rigtigt, at vi ikke har en strategi.", "yes strategy None", "vi ikke har en strategi | strategi"),
    ("Vi har en politik, der hedder Sammen om job.", "yes policy None", "Vi har en politik | politik"),
    ("Vi overvejer en strategi for socialøkonomi.", "no None None", "Vi overvejer en strategi for socialøkonomi"),
    (
        "Der er et ønske om en strategi for socialøkonomi, men der er ikke flertal.",
        "no None None",
        "der er ikke flertal",
    ),
    (
        "Hvis vi får en strategi for socialøkonomi, bliver det først i 2021.",
        "answered None None",
        "Hvis vi får en strategi for socialøkonomi",
    ),
    (
        "Et udkast til en strategi for socialøkonomi er sendt i høring.",
        "planned strategy None",
        "Et udkast til en strategi | strategi",
    ),
    (
        "Vi har en strategi for socialøkonomi, når byrådet har vedtaget den.",
        "planned strategy None",
        "når byrådet har vedtaget den | strategi",
    ),
    (
        "Byrådet vedtog i 2016, at vi skal have en strategi for socialøkonomi.",
        "planned strategy None",
        "vi skal have en strategi for socialøkonomi | strategi",
    ),
    (
        "Aftalen med Huset blev underskrevet i 2016, og den løber til 2022.",
        "yes agreement 2016",
        "den løber til 2022 | Aftalen med Huset blev underskrevet i 2016 | Aftalen | i 2016",
    ),
    ("Uden strategien ville det ikke gå.", "yes strategy None", "Uden strategien ville det ikke gå | strategien"),
    ("Strategien er vores rettesnor.", "yes strategy None", "Strategien er vores rettesnor | Strategien"),
    ("Strategien blev vedtaget i 2014, men ophævet i 2018.", "no None None", "ophævet i 2018"),
    (
        "Vi har en strategi fra 2014. Den første kom i 2010.",
        "yes strategy 2014",
        "Vi har en strategi fra 2014 | Den første kom i 2010 | strategi | fra 2014",
    ),
    (
        "Vi har en strategi for socialøkonomi. Det skete i 2013.",
        "yes strategy None",
        "Vi har en strategi for socialøkonomi | strategi",
    ),
    ("Det ved jeg ikke.", "unknown None None", "Det ved jeg ikke"),
    ("Det ved jeg ikke, om vi har en strategi.", "unknown None None", "Det ved jeg ikke"),
    ("Vi har en strategi, men jeg ved ikke, fra hvornår.", "yes strategy None", "Vi har en strategi | strategi"),
    ("Ja.", "yes None None", "Ja | Ja"),
    ("Ja, det har vi, og den er fra 2016.", "yes None 2016", "det har vi | Ja | fra 2016"),
    ("Nej, det har vi ikke fået gjort.", "no None None", "det har vi ikke fået gjort | Nej"),
    ("Vi tager stilling til foråret.", "no None None", "Vi tager stilling til foråret"),
    (
        "I vores strategi er der et afsnit om socialøkonomi.",
        "partly strategy None",
        "I vores strategi er der et afsnit om socialøkonomi | strategi",
    ),
    (
        "Socialøkonomi er en del af en bredere strategi for erhverv, som er ved at blive skrevet.",
        "partly strategy None new",
        "Socialøkonomi er en del af en bredere strategi for erhverv | strategi | som er ved at blive skrevet",
    ),
    (
        "Vi har to strategier for socialøkonomi.",
        "yes strategy None",
        "Vi har to strategier for socialøkonomi | strategier",
    ),
    ("Strategier findes der mange af.", "answered None None", "Strategier findes der mange af"),
    (
        "Vi har en handleplan for socialøkonomi, og den evalueres i år.",
        "yes policy None new",
        "Vi har en handleplan for socialøkonomi | handleplan | den evalueres i år",
    ),
    (
        "Arbejdet med strategien er begyndt, og vi venter den til maj.",
        "planned strategy None",
        "Arbejdet med strategien er begyndt | strategien",
    ),
    (
        "Vi har ikke en strategi. En politik har vi heller ikke.",
        "no None None",
        "Vi har ikke en strategi | En politik har vi heller ikke",
    ),
    (
        "Byrådet sagde nej til en strategi for socialøkonomi i 2017.",
        "no None None",
        "Byrådet sagde nej til en strategi for socialøkonomi i 2017",
    ),
    ("Den er på vej.", "planned None None", "Den er på vej"),
    ("Den gælder stadig.", "yes None None", "Den gælder stadig | Den gælder stadig"),
    ("Den kører videre, og værktøjerne lever videre.", "yes None None", "Den kører videre | Den kører videre"),
    ("Vi fik lavet en i 2015.", "yes None 2015", "Vi fik lavet en i 2015 | i 2015"),
    (
        "Vi har en strategi for socialøkonomi, men den bruges ikke, og vi er gået i gang med at skrive en ny.",
        "yes strategy None new",
        "Vi har en strategi for socialøkonomi | strategi | vi er gået i gang med at skrive en ny",
    ),
]


@pytest.mark.parametrize(("text", "told", "evidence"), TOLD)
def test_what_holds_and_what_carries_it(text: str, told: str, evidence: str) -> None:
    reading = read(AnswerText.of("Har I en strategi eller en aftale?", text))
    new = " new" if reading.under_revision else ""
    assert f"{reading.stance or reading.status} {reading.kind} {reading.since}{new}" == told
    assert " | ".join(span.quote for span in reading.evidence) == evidence


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Har I en aftale?", "agreement"),
        ("Har I en strategi?", "strategy"),
        ("Har I en handleplan?", "policy"),
        ("Har I en strategi eller en aftale?", None),
    ],
)
def test_a_plain_yes_says_yes_to_what_is_asked(question: str, kind: str | None) -> None:
    for text in ("Ja.", "Ja, det har vi."):
        reading = read(AnswerText.of(question, text))
        assert (reading.stance, reading.kind) == ("yes", kind)
    assert read(AnswerText.of(question, "Nej.")).kind is None

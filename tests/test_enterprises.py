"""Which number is which figure: all enterprises, the registered ones, and the jobs of either."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions import registered_enterprises, social_enterprises
from schemas.answers import Quantity

ALL = "Hvor mange socialøkonomiske virksomheder har I i kommunen? (og hvor mange jobs har de skabt til udsatte?)"
REGISTERED = "Hvor mange er registrerede socialøkonomiske virksomheder? (og hvor mange jobs har de skabt?)"
OF_ALL = [
    ("12", {"count": "12 | 12"}),
    ("Vi har 12.", {"count": "12 | Vi har 12."}),
    ("Der er 12 socialøkonomiske virksomheder i kommunen.", {"count": "12 | 12 socialøkonomiske virksomheder"}),
    ("Vi har 12 virksomheder, heraf 4 registrerede.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder med i alt 85 job.", {"count": "12 | 12 virksomheder", "jobs": "85 | 85 job"}),
    ("12, og de har skabt 85 job til udsatte borgere.", {"count": "12 | 12", "jobs": "85 | 85 job"}),
    ("12 virksomheder. De beskæftiger tilsammen 85.", {"count": "12 | 12 virksomheder", "jobs": "85 | 85"}),
    (
        "Ca. 12 virksomheder med mindst 85 ansatte fra målgruppen.",
        {"count": "about 12 | Ca. 12 virksomheder", "jobs": "85..None | mindst 85 ansatte"},
    ),
    ("12 aktører og 85 fleksjobbere.", {"count": "12 | 12 aktører", "jobs": "85 | 85 fleksjobbere"}),
    (
        "12 virksomheder, der har 40 ansatte, heraf 25 på kanten af arbejdsmarkedet.",
        {"count": "12 | 12 virksomheder", "jobs": "25 | 25"},
    ),
    ("Der er 12, men kun 8 er reelt socialøkonomiske.", {"count": "8 | 8"}),
    ("15 kalder sig det, men 8 lever op til det.", {"count": "8 | men 8 lever op til det"}),
    ("6 inden for mad og 4 inden for genbrug, i alt 10.", {"count": "10 | i alt 10."}),
    ("Vi har 4 registrerede.", {}),
    ("20 på kommunens egen liste.", {"count": "20 | 20"}),
    ("Vi har registreret 20.", {"count": "20 | Vi har registreret 20."}),
    ("Kommunen har selv registreret 20 virksomheder.", {"count": "20 | 20 virksomheder"}),
    ("Vi kender 12, men der er nok flere.", {"count": "12 | Vi kender 12"}),
    ("Vi har vejledt 30 og har 12 virksomheder.", {"count": "12 | 12 virksomheder"}),
    ("30 virksomheder har fået støtte.", {}),
    ("30 har deltaget i netværket, og 12 er socialøkonomiske.", {"count": "12 | 12"}),
    ("Fire: to i Nakskov, to i Maribo.", {"count": "4 | Fire"}),
    ("Ingen.", {"count": "0 | Ingen"}),
    ("Vi har ingen.", {"count": "0 | Vi har ingen"}),
    ("Ingen ved det.", {}),
    ("Ingen virksomheder endnu.", {"count": "0 | Ingen virksomheder"}),
    ("Der er ikke nogen længere.", {"count": "0 | nogen"}),
    ("Vi har 12 virksomheder. De 5 ligger i byen.", {"count": "12 | 12 virksomheder"}),
    ("Af de 12 er 4 registrerede.", {"count": "12 | 12"}),
    ("De 12 har tilsammen skabt 45 job.", {"count": "12 | 12", "jobs": "45 | 45 job"}),
    ("Jobtallet er 45.", {"jobs": "45 | Jobtallet er 45"}),
    ("12 virksomheder og 45 årsværk.", {"count": "12 | 12 virksomheder", "jobs": "45 fte | 45 årsværk"}),
    (
        "12 virksomheder, 45 fuldtidsstillinger.",
        {"count": "12 | 12 virksomheder", "jobs": "45 fte | 45 fuldtidsstillinger"},
    ),
    ("45 udsatte er kommet i job i de 12 virksomheder.", {"count": "12 | 12 virksomheder", "jobs": "45 | 45 udsatte"}),
    ("45 borgere har fået fodfæste.", {"jobs": "45 | 45 borgere"}),
    ("45 har fået job.", {"jobs": "45 | 45 har fået job"}),
    ("45 er i fleksjob, 5 i skånejob.", {}),
    ("12 virksomheder, 45 i praktik.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder med 45 frivillige.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder med 45 medlemmer.", {"count": "12 | 12 virksomheder"}),
    ("Den største har 12 ansatte.", {}),
    ("Nu er der 12. For to år siden var der 8.", {"count": "12 | Nu er der 12"}),
    ("12 i 2018 mod 8 i 2015.", {"count": "12 | 12 i 2018 mod 8 i 2015"}),
    ("Vi havde 8, men nu er der 12.", {"count": "12 | men nu er der 12."}),
    ("To nye er kommet til.", {}),
    ("Målet er 20.", {}),
    ("På landsplan er der 300.", {}),
    ("Der er 12, hvoraf 2 er lukket.", {"count": "12 | Der er 12"}),
    ("Vi har tidligere haft 8, hvoraf 7 stadig eksisterer.", {"count": "7 | 7"}),
    ("10-12 virksomheder.", {"count": "10..12 | 10-12 virksomheder"}),
    ("Mindst 12, måske 15.", {"count": "12..15 | Mindst 12, måske 15"}),
    ("12 plus 3 foreninger.", {"count": "12 | 12 plus 3 foreninger"}),
    ("12, og derudover 3 på vej.", {"count": "12 | 12"}),
    ("Vi har 200 ansatte i kommunen.", {}),
    ("Kommunen har 200 ansatte, og vi har 12 virksomheder.", {"count": "12 | 12 virksomheder"}),
    ("12 cafeer", {}),
    ("Vi har 12 initiativer.", {"count": "12 | 12 initiativer"}),
    ("Der er 3 projekter og 12 virksomheder.", {"count": "12 | 12 virksomheder"}),
    ("Én virksomhed.", {"count": "1 | Én virksomhed"}),
    ("Der er en enkelt.", {"count": "1 | Der er en enkelt"}),
    ("Vi har to store virksomheder og et par små.", {"count": "2 | to store virksomheder"}),
    (
        "Vi har 12 virksomheder med 85 job, heraf 40 til udsatte.",
        {"count": "12 | 12 virksomheder", "jobs": "40 | heraf 40 til udsatte"},
    ),
    (
        "85 job, heraf 40 til udsatte, i 12 virksomheder.",
        {"count": "12 | 12 virksomheder", "jobs": "40 | heraf 40 til udsatte"},
    ),
    ("De har skabt 85 job og 20 praktikpladser.", {"jobs": "85 | 85 job"}),
    ("85 ledige har fået løn.", {"jobs": "85 | 85 ledige"}),
    ("85 personer på særlige vilkår.", {"jobs": "85 | 85 personer"}),
    ("85 personer er hyret.", {"jobs": "85 | 85 personer"}),
    ("De lønner 85.", {"jobs": "85 | De lønner 85"}),
    ("De giver job til 85.", {"jobs": "85 | De giver job til 85"}),
    ("Jobmæssigt er det blevet til 85.", {"jobs": "85 | 85"}),
    ("40 til 50 udsatte har arbejde der.", {"jobs": "40..50 | 40 til 50 udsatte"}),
    ("Vi har tidligere opgjort 12, men i dag ved vi det ikke.", {}),
    ("I 2015 var der 8, og i dag er der 12.", {"count": "12 | og i dag er der 12."}),
    ("I alt 12, heraf 8 i byen og 4 på landet.", {"count": "12 | I alt 12"}),
    ("12, fordelt på 8 i byen og 4 på landet.", {}),
    ("Fem cafeer og tre butikker.", {}),
    ("12 (8 i byen).", {"count": "12 | 12"}),
    ("Ud af 40 virksomheder er 12 socialøkonomiske.", {"count": "12 | 12 socialøkonomiske"}),
    ("12 aktive virksomheder.", {"count": "12 | 12 aktive virksomheder"}),
    (
        "Vi har 12 socialøkonomiske virksomheder med 85 ansatte, hvoraf 40 er fra målgruppen.",
        {"count": "12 | 12 socialøkonomiske virksomheder", "jobs": "40 | 40"},
    ),
    ("12 virksomheder beskæftiger 85 mennesker.", {"count": "12 | 12 virksomheder", "jobs": "85 | 85 mennesker"}),
    (
        "12 virksomheder har 85 på lønningslisten.",
        {"count": "12 | 12 virksomheder", "jobs": "85 | 85 på lønningslisten"},
    ),
    ("12 virksomheder med 85 jobs til psykisk sårbare.", {"count": "12 | 12 virksomheder", "jobs": "85 | 85 jobs"}),
    ("12 virksomheder har hjulpet 85 hjemløse i job.", {"count": "12 | 12 virksomheder", "jobs": "85 | 85 hjemløse"}),
    ("12 virksomheder har 85 elever.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har 85 kursister.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har 85 gæster.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har 85 brugere.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har 85 ordinært ansatte.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har 85 i løntilskud.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har 85 i fleksløntilskud.", {"count": "12 | 12 virksomheder"}),
    ("12 virksomheder har haft 85 igennem.", {"count": "12 | 12 virksomheder"}),
    (
        "12 virksomheder. 85 er ansat i fleksjob.",
        {"count": "12 | 12 virksomheder", "jobs": "85 | 85 er ansat i fleksjob"},
    ),
    ("Der er skabt 85 arbejdspladser.", {"jobs": "85 | 85 arbejdspladser"}),
    (
        "12 virksomheder. Det er blevet til 85 stillinger.",
        {"count": "12 | 12 virksomheder", "jobs": "85 | 85 stillinger"},
    ),
    ("Jobtal: 85", {"jobs": "85 | Jobtal: 85"}),
    ("Virksomheder: 12, job: 85", {"count": "12 | Virksomheder: 12", "jobs": "85 | job: 85"}),
    ("Virksomheder: 12. Job: 85", {"count": "12 | Virksomheder: 12", "jobs": "85 | Job: 85"}),
    ("Antal virksomheder 12, antal jobs 85", {"count": "12 | Antal virksomheder 12", "jobs": "85 | antal jobs 85"}),
    ("Jobs: 85 (heraf 40 udsatte)", {"jobs": "40 | 40 udsatte"}),
]
OF_THE_REGISTERED = [
    ("4", {"count": "4 | 4"}),
    ("Vi har 4 registrerede.", {"count": "4 | 4 registrerede"}),
    ("Vi har 12 virksomheder, heraf 4 registrerede.", {"count": "4 | 4 registrerede"}),
    ("4 RSV'er med 30 job.", {"count": "4 | 4 RSV'er", "jobs": "30 | 30 job"}),
    ("4 er godkendt.", {"count": "4 | 4 er godkendt"}),
    ("4 er optaget på listen.", {"count": "4 | 4 er optaget på listen"}),
    ("4 står opført på Erhvervsstyrelsens liste.", {"count": "4 | 4"}),
    ("4 har ladet sig registrere.", {"count": "4 | 4"}),
    ("4 er certificeret.", {"count": "4 | 4 er certificeret"}),
    ("4 er blåstemplet.", {"count": "4 | 4 er blåstemplet"}),
    ("4 efter loven.", {"count": "4 | 4 efter loven"}),
    ("Ingen er registreret.", {"count": "0 | Ingen er registreret"}),
    ("Ingen registrerede.", {"count": "0 | Ingen registrerede"}),
    ("Ingen har ladet sig registrere.", {"count": "0 | Ingen"}),
    ("Ingen af dem.", {"count": "0 | Ingen af dem"}),
    ("Ingen RSV.", {"count": "0 | Ingen RSV"}),
    ("Vi har ingen virksomheder.", {}),
    ("Af vores 12 er 4 registreret.", {"count": "4 | 4 registreret"}),
    ("12, men kun 4 er RSV.", {"count": "4 | men kun 4 er RSV"}),
    ("De registrerede har 30 ansatte fra målgruppen.", {"jobs": "30 | 30 ansatte"}),
    ("4, og de har skabt 30 job.", {"count": "4 | 4", "jobs": "30 | 30 job"}),
    ("4 med 30 job til udsatte.", {"count": "4 | 4 med 30 job til udsatte", "jobs": "30 | 30 job"}),
    ("To nye blev registreret.", {}),
    ("4 på vej til at blive registreret.", {}),
    ("Kun én.", {"count": "1 | Kun én"}),
    ("En.", {"count": "1 | En"}),
    ("4, heraf 1 ikke længere.", {"count": "4 | 4"}),
    ("4 registrerede, 3 aktive.", {"count": "4 | 4 registrerede"}),
    ("Nul.", {"count": "0 | Nul"}),
    ("Det er 4.", {"count": "4 | Det er 4."}),
    ("Af dem er der 4.", {}),
    ("Virksomhederne er registrerede: 4.", {"count": "4 | Virksomhederne er registrerede: 4"}),
    ("Registrerede: 4", {"count": "4 | Registrerede: 4"}),
    ("Vi har 4, der er registrerede.", {"count": "4 | Vi har 4"}),
    ("12 virksomheder, og 4 af dem står på Erhvervsstyrelsens liste.", {"count": "4 | 4"}),
    ("4, men en af dem er ikke længere registreret.", {"count": "4 | 4"}),
    ("Ingen, men to er på vej.", {"count": "0 | Ingen"}),
    ("Ingen. Vi har 12 virksomheder, men de er ikke registrerede.", {"count": "0 | Ingen"}),
    ("Der er ingen registrerede, men 12 uregistrerede.", {"count": "0 | ingen registrerede"}),
    ("Vi har 4 RSV-virksomheder og 8 andre.", {"count": "4 | 4 RSV-virksomheder"}),
    ("Otte virksomheder er registreret hos os.", {"count": "8 | Otte virksomheder"}),
    ("4 ansøgte om registrering.", {}),
    ("4 blev registreret i 2017.", {"count": "4 | 4"}),
    ("2 i 2015 og 4 i 2018.", {"count": "4 | 2 i 2015 og 4 i 2018"}),
    ("I 2015 var der 2, nu 4.", {"count": "4 | nu 4."}),
]
MERGED = [
    ("12 og 4.", {}, {}),
    ("12 virksomheder, 4 registrerede.", {"count": "12 | 12 virksomheder"}, {"count": "4 | 4 registrerede"}),
    ("4 registrerede.", {}, {"count": "4 | 4 registrerede"}),
    ("12, men ingen er registrerede.", {"count": "12 | 12"}, {"count": "0 | ingen"}),
    ("12 virksomheder. De øvrige 8 har 30 job.", {"count": "12 | 12 virksomheder", "jobs": "30 | 30 job"}, {}),
]


def _told(quantity: Quantity) -> str:
    low, high = quantity.min, quantity.max
    value = str(low) if low == high else f"{low}..{high}"
    unit = " fte" if quantity.unit == "full_time_equivalents" else ""
    return f"{'about ' if quantity.approximate else ''}{value}{unit} | {quantity.evidence[0].quote}"


@pytest.mark.parametrize(("text", "figures"), OF_ALL)
def test_all_enterprises(text: str, figures: dict[str, str]) -> None:
    quantities = social_enterprises.read(AnswerText.of(ALL, text)).quantities
    assert {name: _told(quantity) for name, quantity in quantities.items()} == figures


@pytest.mark.parametrize(("text", "figures"), OF_THE_REGISTERED)
def test_registered_enterprises(text: str, figures: dict[str, str]) -> None:
    quantities = registered_enterprises.read(AnswerText.of(REGISTERED, text)).quantities
    assert {name: _told(quantity) for name, quantity in quantities.items()} == figures


@pytest.mark.parametrize(("text", "figures", "registered"), MERGED)
def test_one_question_for_both(text: str, figures: dict[str, str], registered: dict[str, str]) -> None:
    answer = AnswerText.of("Hvor mange socialøkonomiske virksomheder har I, og hvor mange er registrerede?", text)
    both = social_enterprises.read(answer).quantities, registered_enterprises.read(answer).quantities
    assert [{name: _told(quantity) for name, quantity in found.items()} for found in both] == [figures, registered]


def test_employees_are_jobs_only_where_jobs_are_asked_for() -> None:
    plain = "Hvor mange socialøkonomiske virksomheder findes der i kommunen?"
    for text, jobs in (("12 virksomheder med 85 ansatte.", None), ("12 virksomheder med 85 job til udsatte.", 85)):
        quantities = social_enterprises.read(AnswerText.of(plain, text)).quantities
        assert quantities["count"].min == 12
        assert (quantities["jobs"].min if "jobs" in quantities else None) == jobs

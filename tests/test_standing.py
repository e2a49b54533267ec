"""Admissions: what says that an answer is missing, what only sounds like it, and when a premise fails."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.standing import standing
from tests.timing import least_seconds

UNKNOWN = """
Det fører vi ikke bog over
Jobtallet er der ingen hos os, der fører regnskab med
opgøres ikke
Kendes ikke.
Det tør jeg ikke svare på
Det er et område, vi ikke har data på
Det har vi ikke tal for.
Vi har desværre ikke nogen samlet oversigt.
Det står mig ikke helt klart.
Det er svært at sige.
Der bliver ikke ført statistik over det.
Det registrerer kommunen ikke.
Vi mangler tal.
Det er ikke noget vi opgør.
Det må du spørge virksomhederne om.
Vi ved reelt ikke, hvor mange der er tale om.
Det er der ikke nogen, der holder øje med.
Det bliver først opgjort til næste år.
Vi har ikke mulighed for at opgøre det.
Det kan kun virksomhederne selv svare på.
Det ville være gætværk at sætte tal på.
Det ligger vi ikke inde med.
Det er tal, vi ikke har.
Det lader sig ikke opgøre.
Det er uvist.
Det er der vist ingen, der ved.
Hvor mange det drejer sig om, har vi ingen anelse om.
Tal haves ikke.
Det har vi ikke kunnet få oplyst.
Den slags holder vi ikke regnskab med.
Jeg har spurgt rundt i huset, men ingen kunne give mig et svar.
Vi aner det simpelthen ikke.
Den statistik findes ikke.
Sådan noget fører vi ikke protokol over.
Det er der ingen, der har det fulde overblik over.
Hvor mange, tør jeg ikke gætte på.
Det er ikke muligt at opgøre.
Vi har ingen mulighed for at trække de tal.
Det kræver en optælling, som vi ikke har lavet.
Tallet er os ikke bekendt.
Det er ikke noget, der bliver målt på.
Det har vi ikke styr på endnu.
Det kan jeg ikke umiddelbart svare på.
Tal foreligger ikke.
Vi har kun et skøn for 2014, og i dag ved vi det ikke.
Det melder historien ikke noget om.
Det er uklart, hvor mange der er tale om.
Vores systemer kan ikke trække det tal.
Fordelingen har vi aldrig undersøgt nærmere.
Det ligger der ikke nogen opgørelser på.
Ingen af os kender tallet.
Den oversigt har kun jobcentret.
Ved jeg ikke noget om.
Det kommer vi først til at vide næste år.
Vi får det først talt op til sommer.
Det er vi blanke på.
Det står ikke i vores papirer.
Jeg har desværre ikke tallene.
Det holder vi simpelthen ikke øje med.
Nogen opgørelse har vi ikke lavet.
Det er et tal, der ikke findes.
Vi savner et overblik.
Her er jeg på udebane, for det er ikke mit område.
Jeg må skuffe jer, de tal har jeg ikke.
Vores viden rækker ikke så langt.
Det kan ingen give et præcist svar på.
Vi har ikke fulgt med i, hvordan det er gået.
Det er ikke gjort op.
Vi ved faktisk ikke meget om det.
Antallet kendes ikke præcist.
Spørg mig ikke om det.
Kommunen ligger desværre ikke inde med de oplysninger.
""".strip().split("\n")
DECLINED = """
Det ønsker vi ikke at udtale os om.
Ingen kommentarer.
Det er fortroligt.
Det kommenterer vi ikke.
Den oplysning giver vi ikke videre.
Spørgsmålet ønskes ikke besvaret.
Det vil vi gerne have lov at holde for os selv.
Vi udtaler os ikke om igangværende sager.
Det må vi afvise at udtale os om.
Det kan vi ikke udtale os om af hensyn til virksomhederne.
Det kan vi ikke oplyse, for tallene er fortrolige.
Det spørgsmål springer vi over.
Det er ikke noget, vi ønsker at diskutere i en artikel.
Det har vi ikke tænkt os at svare på.
Det har vi aftalt ikke at udtale os om.
Den diskussion ønsker vi ikke at tage her.
Det blander vi os ikke i.
Det er en sag mellem kommunen og virksomhederne.
Vi svarer ikke på spørgsmål om enkelte virksomheder.
Vi har ingen bemærkninger til det.
Byrådet har bedt os om ikke at kommentere sagen.
Det er ikke noget, vi går ud med.
Det må vi desværre ikke oplyse.
Vi henholder os til, at tallene er fortrolige.
Det vil jeg lade andre svare på.
Den slags oplysninger giver vi ikke ud.
Det har vi besluttet at lade stå ubesvaret.
Det holder vi internt.
Vi vil ikke udtale os, før sagen er afgjort.
Det spørgsmål lader vi stå åbent.
Vi foretrækker ikke at svare på det.
Vi har lovet virksomhederne ikke at sige noget.
Det er ikke noget, vi deler med offentligheden.
Det ønskes der ikke svaret på.
Vi er ikke interesserede i at udtale os om det.
Det kommer vi ikke nærmere ind på.
Jeg kan ikke kommentere en verserende sag.
""".strip().split("\n")
NOT_APPLICABLE = """
Ikke relevant.
Spørgsmålet er ikke aktuelt for kommunen.
I/R
Det giver ikke mening at svare på, da vi ingen har.
Spørgsmålet bortfalder.
Der er ingen at rådgive.
Det er ikke et spørgsmål, der giver mening hos os.
Det er slet ikke relevant, da kommunen ikke prioriterer det.
Det er ikke relevant for en kommune som vores.
Spørgsmålet falder bort.
Spørgsmålet er uden relevans for os.
Irrelevant, da vi ikke har nogen.
Det har ingen relevans hos os.
Ikke relevant (vi har ingen strategi).
Ikke aktuelt i øjeblikket.
Det giver sig selv, at det ikke er relevant.
n/a
Der er ikke noget at bruge.
Det passer ikke på vores situation.
Det er for os ikke et relevant spørgsmål.
Spørgsmålet er kun relevant for kommuner med en strategi.
Ikke relevant for nuværende.
Da der ikke er nogen aftale, giver det ikke mening at svare.
Irrelevant.
""".strip().split("\n")
NOTHING = """
Ikke andet end jeg ved
Vi ved, at det virker.
Man ved aldrig, hvad der sker.
Vi ved ikke bedre end at prøve os frem. Og det virker.
Så vidt vi ved, er der ingen.
Nej, det gør vi ikke.
Vi har ingen registrerede virksomheder.
Man kan ikke sige, at det går dårligt.
Vi vil ikke sige, at det er en succes.
Virksomhederne ved ikke, hvad ordningen går ud på.
Ordningen er ikke relevant for de små virksomheder.
Det er ikke aktuelt at lave en strategi.
Vi vil ikke gå på kompromis med kvaliteten.
Kommunen har ved en beslutning i byrådet valgt ikke at have en strategi.
Vi mangler arbejdspladser til udsatte.
Der er ikke noget at udsætte på ordningen.
Vi har ikke nogen faste regler for det.
Vi har ikke overblik nok over lovgivningen til at vejlede, men vi sender dem videre.
Virksomhederne kender ikke hinanden.
Vi ved godt, hvad der skal til.
Det kan vi ikke sige nej til.
Kommunen køber ikke ind efter det.
Nej, ikke endnu.
Nej, aldrig.
Det er vi ikke gode til.
Vi stiller ikke krav om registrering.
Vi følger ikke strategien slavisk.
Strategien er ikke blevet evalueret endnu, men den bruges.
Der er ingen krav om, at man skal være registreret.
Vi giver ikke støtte til enkelte virksomheder.
Det ved enhver.
Der er ingen tvivl om, at den bliver brugt.
Det er svært at finde virksomheder, der kan levere.
Vi går ikke ind i driften, men vi rådgiver gerne.
Vi har ikke lavet en strategi.
Vi tæller 12.
Kun få kender ordningen.
Vi ved alt om dem.
Vi har fuldt overblik.
Det er ikke svært at se forskellen.
Vi svarer altid, når de ringer.
Vi ønsker ikke at forskelsbehandle.
Vi vil ikke gå ned i kvalitet.
Det skal ikke være nødvendigt at være registreret.
Vi har ikke brug for det.
De fleste kender os.
Vi måler effekten hvert år.
""".strip().split("\n")
STATUSES = [
    *((text, "unknown") for text in UNKNOWN),
    *((text, "declined") for text in DECLINED),
    *((text, "not_applicable") for text in NOT_APPLICABLE),
    *((text, None) for text in NOTHING),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(text: str, status: str | None) -> None:
    found = standing(AnswerText.of("", text))
    assert (found.status if found else None) == status


def test_clause_is_the_one_that_says_it() -> None:
    text = "Vi har spurgt rundt. Det er der ikke styr på, og det beklager vi. Vi vender tilbage."
    found = standing(AnswerText.of("", text))
    assert found is not None
    assert found.clause.text == "Det er der ikke styr på"
    assert text[found.clause.start : found.clause.end] == found.clause.text


def test_two_clauses_are_joined_where_only_both_say_it() -> None:
    found = standing(AnswerText.of("", "Antallet er der ingen, der tæller."))
    assert found is not None
    assert found.clause.text == "Antallet er der ingen, der tæller"


def test_aside_is_not_the_whole() -> None:
    told = "Tallet kender vi ikke. Men vi har et netværk, som mødes hver måned."
    whole, aside = (standing(AnswerText.of("", text)) for text in ("Tallet kender vi ikke.", told))
    assert whole is not None
    assert whole.whole
    assert aside is not None
    assert not aside.whole


@pytest.mark.parametrize("piece", ["det har vi ikke ", "ikke ", "kan vi ikke at ", "ingen, der ", "a"])
def test_hostile_length_takes_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        return least_seconds(lambda: standing(AnswerText.of("", piece * times)))

    seconds(10)
    assert seconds(4000) < 40 * max(seconds(400), 0.005)

"""The turns of a judgement: who judges, when, on paper or in truth, and where there is none."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.sentiment import judgement
from tests.sentences import listed

NONE = listed(
    """
    Endnu ikke nogen / Overhovedet ingen / Intet / Nul / Ikke de store / Ikke mange / Ingen pt. / Ingen særlige /
    Ingen overhovedet / Ingen som helst / Ingen nævneværdige / Ingen af slagsen / Ingen af betydning / Det har vi ikke /
    Det har vi endnu ikke / Der er ingen / Vi har ingen / Vi har hverken virksomheder, sager eller erfaring /
    Ingen af vores virksomheder er registrerede / Vi har ikke arbejdet med den / Vi har ikke haft kontakt med ordningen
    / Vi har aldrig haft berøring med den / Vi har ikke beskæftiget os med den / Vi har ikke benyttet den /
    Vi har aldrig gjort brug af den / Vi har ikke afprøvet den / Vi har ikke stiftet bekendtskab med den /
    Det er ikke noget, vi har haft noget med at gøre / Vi har ikke været involveret / Vi har ikke været inde over
    """
)
POSITIVE = listed(
    """
    Nogle siger, at det er bøvlet, men den oplevelse deler vi ikke. Vi er glade for den /
    Kritikere siger, at den er tung. Det kan vi ikke genkende /
    Man hører, at det er besværligt. Det er ikke vores erfaring / Det siges, at den er ubrugelig. Det er vi ikke enige i
    / Det hedder sig, at den er dyr. Det passer ikke / Nogen siger, den er dårlig. Det er en myte /
    Der er dem, der siger, den er tung. Den oplever vi ikke som sådan, og det holder ikke /
    I nabokommunen er der bøvl med den. Vi er glade for den / Andre steder er det besværligt. Her fungerer den godt /
    I pressen har den fået hug. Vi er glade for den / I Sverige er det bøvlet, men vi er tilfredse /
    Vi frygtede bøvl, men vi er glade for den / I starten var det bøvlet. I dag fungerer det godt /
    I begyndelsen var den tung, men nu er vi glade / Tidligere var den besværlig. Nu er vi tilfredse /
    Vi ventede problemer, men den er god / Vi forventede bøvl, men den er nem /
    Oprindelig var den tung, men nu er den god / Vi synes ikke, den er dårlig / Vi mener ikke, at den er dårlig /
    Vi oplever ikke, at den er besværlig / Vi finder den ikke besværlig / Vi har ikke indtryk af, at den er tung /
    Vi kan ikke sige, at den er dårlig / Mest gode. Men der er også det med momsen / Gode! Men Peter fik grå hår /
    Den kan godt fungere / Den fungerer godt / De to ordninger går godt
    """
)
NEGATIVE = listed(
    """
    Hvis den havde givet adgang, ville vi være glade. Den er ubrugelig / Vi synes ikke, den er god /
    Vi mener ikke, at den har gjort noget godt / Vi oplever den ikke som en hjælp /
    Vi har ikke oplevelse af, at den gavner / De fordele, man lovede os, kom aldrig /
    De fordele, vi så frem til, udeblev / Den hjælp, vi ventede, mangler / De fordele, vi håbede på, har vi ikke set /
    De fordele, der var tale om, blev ikke til noget / På papiret er den god, men i praksis er den ubrugelig /
    I teorien er den god, men den er bøvlet / Tanken bag var god, men den er ubrugelig /
    Hensigten var god, men ordningen er tung / Meningen var god, men ordningen er ubrugelig /
    Vi regnede med fordele, men den er ubrugelig
    """
)
MIXED = listed(
    """
    Den er god for caféer, men ikke for håndværkere / Den er god for de store, men det er den for de små ikke /
    Den er god, men den er tung / Den virker for de store virksomheder, men for de små virker den ikke
    """
)
UNTOLD = listed(
    """
    Den er nyttig, men Peter fik grå hår / Den er god for alle hos os. Dog fik Peter grå hår /
    Den er god for alle hos os. Til gengæld fik Peter grå hår / Den er god for alle hos os. Omvendt fik Peter grå hår /
    Den er god for alle hos os. Derimod fik Peter grå hår /
    Den er god for alle hos os. På den anden side fik Peter grå hår /
    Den er god for alle hos os. Imidlertid fik Peter grå hår /
    Den er god for alle hos os. Når det er sagt, fik Peter grå hår / Der er godt 20 / Der er godt en halv snes /
    Det kan man godt se / Det vil vi godt fortælle / I nabokommunen er de glade for den / I England er man glad for den
    / I Norge er den god / I medierne har den fået ros / På landsplan er den god / Andre kommuner er glade for den /
    Nogle siger, den er god / Man hører, den er god / Kritikere kalder den bøvlet /
    Hvis den havde givet adgang til penge, ville den være god / Hvis den var nemmere, ville vi være glade /
    Hvis vi fik støtte, kunne det være godt
    """
)


@pytest.mark.parametrize(
    ("text", "sentiment"),
    [
        *((text, "none") for text in NONE),
        *((text, "positive") for text in POSITIVE),
        *((text, "negative") for text in NEGATIVE),
        *((text, "mixed") for text in MIXED),
        *((text, None) for text in UNTOLD),
    ],
)
def test_sentiment(text: str, sentiment: str | None) -> None:
    found = judgement(AnswerText.of("", text))
    assert (found.sentiment if found else None) == sentiment

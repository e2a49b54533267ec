"""A plain yes or no, and the words that say of whom and of when a clause speaks."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.stance import (
    EARLIER,
    IMAGINED,
    OTHERS,
    OURS,
    TODAY,
    TURN,
    Cue,
    findings,
    narrowed,
    particle,
    words,
)
from tests.sentences import listed

YES = listed(
    """
    ja / ja da / jada / jaja / jo / joh / jep / jow / yes / gu gør vi / bestemt / absolut / helt sikkert / i høj grad /
    i højeste grad / naturligvis / selvfølgelig / selvklart / uden tvivl / i den grad / afgjort / klart / bekræftende /
    lige præcis / ubetinget / det kan man sige / det må jeg sige / det tør vi påstå / det vil jeg tro /
    det skulle jeg mene / det synes vi / det mener jeg / mon ikke / svaret er ja / kort sagt ja / altså ja / faktisk ja
    / ærligt talt ja / tja ja / øh ja / well ja / åh ja / puh ja / så svaret må blive et ja / det korte svar er ja /
    men ja / og ja / det er bekræftende
    """
)
NO = listed(
    """
    nej / nej da / næ / næh / nææ / niks / nix / nope / desværre nej / desværre ikke / overhovedet ikke / slet ikke /
    på ingen måde / bestemt ikke / absolut ikke / ikke endnu / benægtende / aldrig / tværtimod / næppe /
    det ville være synd at sige / det ville være løgn at påstå / det ville være en overdrivelse at sige /
    det kan man ikke sige / det kan vi desværre ikke påstå / det kan jeg ikke prale / svaret er nej / kort og godt nej /
    så svaret må desværre blive et nej / det er benægtende / nej desværre
    """
)
NEITHER = listed(
    """
    ikke særlig / ikke så / ikke helt / ikke altid / ikke alle / ikke kun / ikke bare / ikke uden / ikke mindst /
    ikke sandt / ikke kan / ikke at / vi har en strategi / jagt / nejtak vi har rigtig mange / janteloven / ja ikke /
    ja vi har i hvert fald en strategi
    """
)
MARKS = {"ours": OURS, "others": OTHERS, "earlier": EARLIER, "today": TODAY, "imagined": IMAGINED, "turn": TURN}
MARKED = {
    "ours": """
        vi / jeg / os / vores / vor / kommunen / kommunens / byrådet / byrådets / kommunalbestyrelsens / byen /
        her i kommunen / her i huset / hos os / økonomiudvalget / forvaltningen / jobcenteret / jobcentret /
        borgmesteren
    """,
    "others": """
        andre kommuner / andre steder / andre byer / de fleste kommuner / mange kommuner / øvrige andre kommuner /
        nabokommunen / naboerne / nabobyen / staten / statens / regeringen / regionen / ministeriet / folketinget / kl /
        kls / kommunernes landsforening / region midt / boligselskabet / boligforeningen / landspolitisk / på landsplan
        / den nationale / nationalt / regionale / eu / eu's / erhvervshuset / fonden
    """,
    "earlier": """
        tidligere / førhen / før i tiden / dengang / i sin tid / engang / en overgang / oprindelig / til at begynde med
        / i starten / i begyndelsen / de første år / den første tid / det første halve år / for to år siden /
        for tid siden / i gamle dage / i forrige valgperiode / i forrige byrådsperiode / hidtil / indtil nu /
        indtil for nylig / indtil sidste / havde / plejede / den gamle / vores tidligere / det forrige / sidst vi /
        sidst der
    """,
    "today": """
        stadig / stadigvæk / fortsat / endnu / i dag / nu / siden / nuværende / gældende / gælder / for tiden / pt /
        p.t.
    """,
    "imagined": """
        hvis / såfremt / skulle gerne / kunne / ville / burde / bør / måske / muligvis / eventuelt / evt / overvejer /
        overveje / overvejelser / drømmer / håber / håb / ønsker / ønsket / gerne / tanker / ideelt set / med tiden /
        på sigt / på et tidspunkt / talt om / taler meget om / snakket om / diskuterer om / diskuteret om /
        drøfter lidt om / drøftet om / man skulle tro / vurderer / undersøger / spørgsmålet er / om vi skal /
        om byrådet skulle / om der nu bør
    """,
    "turn": """
        men / dog / imidlertid / alligevel / derimod / til gengæld / i stedet / heldigvis / desværre
    """,
}
CUE = Cue("used", words("bruges?", "(?P<k>følger) den"), denied="unused")


@pytest.mark.parametrize(
    ("text", "sign"),
    [*((text, "yes") for text in YES), *((text, "no") for text in NO), *((text, None) for text in NEITHER)],
)
def test_a_plain_yes_or_no(text: str, sign: str | None) -> None:
    (clause,) = AnswerText.of("", text.capitalize()).clauses
    assert particle(clause) == sign


@pytest.mark.parametrize(("mark", "text"), [(mark, text) for mark, table in MARKED.items() for text in listed(table)])
def test_of_whom_and_of_when(mark: str, text: str) -> None:
    found = MARKS[mark].search(f"så {text} xx")
    assert found is not None
    assert found.group() == text
    assert MARKS[mark].search(f"x{text}x") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Den bruges", "used True"),
        ("Den bruges ikke", "unused True"),
        ("Nabokommunen bruger sin, den bruges", "used True"),
        ("Nabokommunens bruges", "used False others"),
        ("Vi ved, at nabokommunens bruges hos os", "used True"),
        ("Den bruges tidligere", "used False earlier"),
        ("Den bruges som tidligere stadig", "used True"),
        ("Den bruges måske", "used False imagined"),
        ("De følger den", "used True"),
        ("De følger ikke den", ""),
        ("De følger den ikke", "unused True"),
    ],
)
def test_what_a_cue_finds(text: str, told: str) -> None:
    found = findings(AnswerText.of("", text).clauses, (CUE,))
    marks = ("others", "earlier", "imagined")
    assert (
        " / ".join(
            " ".join([one.sign, str(one.holds), *(mark for mark in marks if getattr(one, mark))]) for one in found
        )
        == told
    )
    assert all(one.denied == (one.sign == "unused") for one in found)


def test_of_two_equal_signs_the_first_cue_counts_and_what_is_fixed_is_not_denied() -> None:
    clauses = AnswerText.of("", "Den ligger der ikke, og den bruges og følges").clauses
    cues = (Cue("used", words("følges")), Cue("used", words("bruges")), Cue("unused", words("ligger"), fixed=True))
    found = findings(clauses, cues)
    text = "Den ligger der ikke, og den bruges og følges"
    assert [(one.sign, text[one.start : one.end]) for one in found] == [("unused", "ligger"), ("used", "følges")]
    assert findings(clauses, (Cue("lies", words("ligger")),)) == ()


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        ("Og vi bruger den", "bruger", "vi bruger den"),
        ("Men så bruger vi den", "bruger", "bruger vi den"),
        ("Det regner men vi bruger den", "bruger", "vi bruger den"),
        ("Vi bruger den men det regner", "bruger", "Vi bruger den"),
        ("Vi bruger den og den er god", "bruger", "Vi bruger den"),
        ("Vi bruger kaffe og te", "bruger", "Vi bruger kaffe og te"),
        (
            "Hele kommunens forvaltning bruger den hver eneste dag og hver eneste nat",
            "bruger den",
            "Hele kommunens forvaltning bruger den",
        ),
        (
            "Vi bruger den hver eneste dag og hver eneste nat i hele forvaltningen",
            "bruger",
            "Vi bruger den hver eneste dag og hver eneste nat i hele forvaltningen",
        ),
    ],
)
def test_what_carries_a_wording(text: str, word: str, kept: str) -> None:
    answer = AnswerText.of("", text)
    at = text.index(word)
    assert narrowed(answer, answer.clauses[0], at, at + len(word)).quote == kept

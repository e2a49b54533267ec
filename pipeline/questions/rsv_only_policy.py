"""Does the municipality work with registered enterprises (RSV) only? Reads the stance."""

from typing import Final

from pipeline.danish import exclusivity
from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues, pattern_of
from pipeline.danish.exclusivity import filled
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import Scale, weigh

_MARK: Final = r"(?:registrer\w+|rsv\w*|rsv-\w+|\w*registe?ret|\w*register|stempel|stemplet|mærket|ordningen|papirerne|lov nr)"
_IN: Final = (
    rf"\b(?<!ikke )(?<!ikke-)(?:{_MARK}|erhvervsstyrelsen\w*|godkendte?|certifikat\w*|certificer\w+|optage[dt]\w*|registreringsbevis)"
)
_OUT: Final = (
    r"\b(?:uregistrere\w+|ikke[- ]?registrere\w+|ikke-rsv\w*|(?:de |alle )?(?:øvrige|andre)\b|resten\b|"
    rf"(?:uden|udenfor|uden for) (?:at være |en |et )?(?:\w+ )?(?:{_MARK}|nummer)|"
    rf"(?:der|som|de|man|selv ?om de) (?:\w+ )?(?:ikke|aldrig) (?:\w+ ){{0,5}}?{_MARK}|"
    rf"ikke (?:\w+ ){{0,3}}(?:er|har|står|lader sig) (?:\w+ ){{0,3}}{_MARK})"
)
_SHUT_IN: Final = (
    r"undtagelsen\b",
    r"undtagen (?:ved|når|hvis|for)\b",
    r"(?:pulje\w*|tilskud\w*|tilskudsordning\w*|lån|garantier|rabat\w*|støtte\w*|lokaler|lejemål|husleje\w*|huset|\w+huset|"
    r"partnerskabsaftale\w*|rammeaftale\w*|udbud\w*|stande|markedet|forløb over|større \w+|(?:aftaler|kontrakter|køb) (?:over|på mere))\b…{in}",
)
_REVERSED: Final = pattern_of(
    (r"uregistrere", r"ikke[- ](?:\w+ ){0,3}registre", r"ikke (?:\w+ ){0,3}rsv", r"uden (?:at være |registrering)", r"andre end\b", r"også (?:\w+ ){0,3}andre\b")
)


def _filled(fragments: tuple[str, ...]) -> tuple[str, ...]:
    return filled(fragments, _IN, _OUT)


_BESIDE: Final = rf"(?:{'|'.join(exclusivity.FIRST_WEAKLY)})"
_SCALE: Final = Scale(
    cues=(
        cues("yes", *_filled(exclusivity.RESTRICTS), denied="no"),
        cues("yes", *_filled(exclusivity.RESTRICTS_BY_NOT), literal=True),
        cues("partly", *exclusivity.FIRST, rf"{_BESIDE}…{_IN}", rf"{_IN}…{_BESIDE}", *_filled(_SHUT_IN)),
        cues("no", *_filled(exclusivity.WELCOMES), factual=False),
        cues("no", *_filled(exclusivity.TAKES_IN), denied="yes"),
        cues("no", *_filled(exclusivity.WELCOMES_BY_NOT), literal=True, factual=False),
    ),
    verdicts={
        frozenset({"yes", "no"}): "partly",
        frozenset({"yes", "partly"}): "partly",
        frozenset({"no", "partly"}): "partly",
        frozenset({"yes", "no", "partly"}): "partly",
    },
)


def read(answer: AnswerText) -> Reading:
    """Read whether others than registered enterprises are partners too."""
    return weigh(answer, _SCALE, reversed_question=bool(_REVERSED.search(answer.question.lower())))

"""Nouns for what a municipality writes down: strategies, agreements, policies and plans, and whose they are.

Danish compounds tell what a document is about: *partnerskabsaftale* and *handleplan* are kinds, *erhvervsstrategi* and
*kommuneplan* are documents on something wider, in which social economy may be a part.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.danish.clauses import Clause

Kind = Literal["strategy", "agreement", "policy"]
Role = Literal["own", "host", "foreign", "other"]

_HEADS: Final[dict[Kind, str]] = {
    "strategy": "(?:strate?gi|stategi|startegi|stratagi)(?:en|er|erne)?s?|strategipapir(?:et)?|strategidokument(?:et)?",
    "agreement": "(?:aftale|aftle|afatle)(?:n|r|rne)?s?|partnerskab(?:et|er)?|samarbejdskontrakt(?:en)?|"
    "overenskomst(?:en)?|traktat(?:en)?",
    "policy": (
        "politik(?:ken|ker|kerne)?s?|(?:handle|handlings|indsats|aktions)plan(?:en|er|erne)?s?|"
        "retningslinjer(?:ne)?|"
        r"(?:indsats|handle)katalog(?:et)?|plan(?:en)?s?|program(?:met)?|charter(?:et)?|vision(?:en|er)?s?"
    ),
}
_WORD: Final = re.compile(
    r"(?<![\w-])(?P<prefix>(?:\w+-\s+og\s+)?(?:\w+-)?\w*?)(?:"
    + "|".join(f"(?P<{kind}>{head})" for kind, head in _HEADS.items())
    + r")(?![\w])"
)
_OWN_PREFIX: Final = re.compile(
    r"(?:|socialøk\w*|soci[ao]l?økonomi\w*|soc\.?øk\w*|partnerskabs?|samarbejds?|handle|handlings|"
    "indsats|aktions|treparts?|topparts|fler(?:e)?parts|"
    r"netværks|samskabelses|kommune|virksomheds|mini|special|selv|fælles|venskabs|ramme|hoved)-?"
)
_HOST_AGREEMENT: Final = re.compile(
    "erhverv|beskæftigelse|udvikling|vækst|frivillig|bolig|job|konstituering|budget|"
    r"ramme\w*samarbejde"
)
_VAGUE: Final = re.compile(
    r"(?<!\w)(?:plan|planer|planen|planens|program|programmet|vision|visionen|visioner|visions)$"
)
_WIDER: Final = re.compile(
    "(?:overordnede?|samlede|generelle?|brede|bredere|store|øvrige|almindelige?|"
    r"fælles\s+kommunale|alle\s+(?:vores|kommunens)|"
    r"kommunens\s+(?:øvrige|andre)|en\s+anden|andre|(?:erhvervs|job|social|beskæftigelses|kultur|"
    r"fritids)\w*(?:centre?ts|centerets|afdelingens|"
    r"udvalgets|forvaltningens|områdets|rådets))\s+(?:[\wæøå-]+\s+){0,2}$"
)
_ABROAD: Final = re.compile(
    r"(?:national\w*|regional\w*|statens|statslige?|regeringens|regionens|kl['’]?s|eu['’]?s|"
    "nabokommunen?s|nabobyens|ministeriets|"
    r"deres|(?<!vores )landsdækkende|hendes|hans|andre\s+kommuners|europæiske)\s+(?:[\wæøå-]+\s+){0,1}$"
)
_TOPIC: Final = re.compile(
    r"\s+(?:for|om|på|inden\s+for)\s+(?:(?:hele|vores|kommunens|den|det|"
    r"at\s+udvikle)\s+){0,2}(?:erhverv|vækst|beskæftigelse|bæredygtig|klima|udsatte\b|integration|"
    "landdistrikt|turisme|kultur|sundhed|frivillig|bosætning|indkøb|handicap|psykiatri|"
    r"arbejdsmarked|børn|ældre|detail|unge\b|"
    r"aktivt?\s+medborger|job|byudvikling|iværksætteri(?!\s+og\s+social)|verdensmål|cirkulær)"
)
_SOCIAL: Final = re.compile(r"\s+(?:for|f\.|om|på|vedr\w*\.?)\s+(?:[\w.-]+\s+){0,4}?(?:social|soc\.|socio)")
_VERB: Final = re.compile(r"(?:vi|jeg|man|de|jobcent\w+|kommunen|parterne)\s+(?:\w+\s+)?$")
_AIMED: Final = re.compile(r"\s+(?:for|om)\b")
# Characters before a noun that may tell whose it is: four words of the longest kind. Without an end to them a clause
# of many documents would be read once for each.
_NEARBY: Final = 160


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a clause names; offsets are the article's."""

    kind: Kind
    role: Role
    """On social economy (`own`), on something wider (`host`), of others (`foreign`), or of another sort (`other`)."""
    start: int
    end: int
    compound: bool = False
    """Whether the noun itself says what it is: `partnerskabsaftale`, `erhvervspolitik`."""


def _role(kind: Kind, prefix: str, text: str, start: int, end: int) -> Role:
    """Whose the document is that text[start:end] names."""
    nearby = max(0, start - _NEARBY)
    if _ABROAD.search(text, nearby, start):
        return "foreign"
    if _SOCIAL.match(text, end):
        return "own"
    if _WIDER.search(text, nearby, start) or _TOPIC.match(text, end):
        return "host"
    if _OWN_PREFIX.fullmatch(prefix):
        return "own"
    if kind == "agreement":
        return "host" if _HOST_AGREEMENT.match(prefix) else "other"
    return "host"


def documents(clause: Clause) -> tuple[Document, ...]:
    """The documents that a clause names, in order."""
    text, found = clause.lower, []
    for match in _WORD.finditer(text):
        kind: Kind = "strategy" if match["strategy"] else "agreement" if match["agreement"] else "policy"
        prefix = match["prefix"]
        if _VAGUE.search(match[0]) and not prefix and not _AIMED.match(text, match.end()):
            continue
        if match[0] == "aftaler" and _VERB.search(text, max(0, match.start() - _NEARBY), match.start()):
            continue
        role = _role(kind, prefix, text, *match.span())
        found.append(Document(kind, role, clause.start + match.start(), clause.start + match.end(), bool(prefix)))
    return tuple(found)

"""Weighs the clauses of an answer: what a cue says there, whether it is denied, of whom and of which time it speaks.

Cues are data of the caller; this module knows no question. A cue found in a clause becomes a `Finding`; one that speaks
of others (`nabokommunen har`), of earlier times (`i begyndelsen`) or of what is only imagined (`hvis vi havde`) is
marked, and the caller decides what that is worth.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.needles import branches_of
from pipeline.danish.negation import negated
from pipeline.danish.wordings import Wordings
from schemas.evidence import Span

_OURS: Final = (
    "vi|jeg|os|vores|vor|kommunen|kommunens|byrådets?|kommunalbestyrelsens?|byen|"
    r"her\s+i\s+(?:kommunen|byen|huset)|hos\s+os|"
    r"økonomiudvalget|forvaltningens?|jobcenterets?|jobcentrets?|borgmesteren"
)
_OTHERS: Final = (
    r"andre\s+(?:kommuner|steder|byer)|(?:de\s+)?(?:fleste|mange|flere|nogle|enkelte|"
    r"øvrige)\s+(?:andre\s+)?kommuner|"
    r"nabokommun\w+|naboerne|nabobyen|statens?|regeringens?|regionens?|regionen\s+har|ministeri\w+|folketinget|"
    r"\bkls?\b|\bkl['’]s|kommunernes\s+landsforening|region\s+\w+|boligselskab\w*|"
    r"boligforening\w*|landspolitisk\w*|"
    r"på\s+landsplan|(?:den\s+)?national(?:e|t)?|(?:den\s+)?regionale?|eu['’]?s?|erhvervshusets?|fonden"
)
_EARLIER: Final = (
    r"tidligere|førhen|før\s+i\s+tiden|dengang|i\s+sin\s+tid|engang|en\s+overgang|oprindeligt?|"
    r"til\s+at\s+begynde\s+med|"
    r"i\s+(?:starten|begyndelsen)|(?:de|det|den)\s+første\s+(?:\w+\s+)?(?:år|måneder|tid|"
    r"halve\s+år)|for\s+(?:\w+\s+)?(?:år|tid)\s+siden|"
    r"i\s+gamle\s+dage|i\s+forrige\s+(?:valg|byråds)periode|hidtil|indtil\s+(?:nu|for\s+nylig|"
    "sidste)|havde|plejede|"
    r"(?:den|det|vores)\s+(?:gamle|forrige|tidligere)|sidst\s+(?:vi|der)"
)
_TODAY: Final = (
    r"stadig\w*|fortsat|endnu|i\s+dag|nu|siden|nuværende|stadigvæk|gældende|gælder|for\s+tiden|"
    r"p\.?t\.?"
)
_IMAGINED: Final = (
    r"hvis|såfremt|skulle\s+gerne|kunne|ville|burde|bør|måske|muligvis|eventuelt|evt\.?|overvejer|"
    "overveje|overvejelser|"
    r"drømmer|håber|håb|ønsker|ønske\w*|gerne|tanker?|ideelt\s+set|med\s+tiden|på\s+sigt|på\s+et\s+tidspunkt|"
    r"(?:talt|taler|snakket|snakker|diskuterer|diskuteret|drøfter|drøftet)\s+(?:\w+\s+){0,3}om|"
    r"man\s+skulle\s+tro|"
    r"vurderer|undersøger|spørgsmålet\s+er|om\s+(?:vi|der|det|kommunen|"
    r"byrådet)\s+(?:\w+\s+){0,2}(?:skal|skulle|bør)"
)


def words(*alternatives: str) -> Wordings:
    """Whole words: alternatives that begin and end at a word's edge."""
    branches = (branch for pattern in alternatives for branch in branches_of(pattern))
    return Wordings(branches, (r"(?<!\w)(?:", r")(?!\w)"))


OURS: Final = words(_OURS)
OTHERS: Final = words(_OTHERS)
EARLIER: Final = words(_EARLIER)
TODAY: Final = words(_TODAY)
IMAGINED: Final = words(_IMAGINED)
TURN: Final = words(
    "men", "dog", "imidlertid", "alligevel", "derimod", "til gengæld", "i stedet", "heldigvis", "desværre"
)
"""Words that turn from what was said before; what follows them weighs more."""

_YES: Final = re.compile(
    r"(?:ja(?:\s*da)?|jada|jaja|jo|joh|jep|jow|yes|gu\s+gør\s+vi|bestemt|absolut|helt\s+sikkert|"
    r"i\s+høj(?:este)?\s+grad|"
    r"naturligvis|selvfølgelig|selvklart|uden\s+tvivl|i\s+den\s+grad|afgjort|klart|bekræftende|"
    r"lige\s+præcis|ubetinget|det\s+(?:kan|må|tør|vil)\s+(?:man|jeg|vi|i|du)\s+(?:\w+\s+)?(?:sige|"
    r"tro|påstå)|det\s+skulle\s+(?:jeg|vi)\s+mene|det\s+(?:synes|mener)\s+(?:vi|jeg)|"
    r"mon\s+ikke)\b(?!\s+(?:ikke|nej))"
)
_NO: Final = re.compile(
    r"(?:nej(?:\s*da)?|næ|næh|nææ|niks|nix|nope|desværre\s+(?:nej|ikke)|overhovedet\s+ikke|"
    r"slet\s+ikke|på\s+ingen\s+måde|bestemt\s+ikke|"
    r"absolut\s+ikke|ikke(?!\s+(?:særlig|så|helt|altid|alle|kun|bare|uden|mindst|sandt|kan|at\b))|"
    r"benægtende|aldrig|tværtimod|næppe|det\s+ville\s+være\s+(?:synd|løgn|"
    r"en\s+overdrivelse)\s+at\s+(?:sige|påstå)|"
    r"det\s+kan\s+(?:man|vi|jeg)\s+(?:\w+\s+)?ikke\s+(?:\w+\s+)?(?:sige|påstå|prale))\b"
)
_LAST: Final = re.compile(r"\b(?P<no>nej|benægtende)$|\b(?:ja|bekræftende)$")
_FILLER: Final = re.compile(
    r"(?:kort\s+(?:sagt|og\s+godt)|det\s+korte\s+svar\s+er|svaret\s+er|men|og|så|altså|desværre|"
    r"faktisk|ærligt\s+talt|tja|øh|well|åh|puh)\s+"
)
_SLACK: Final = 14
"""Characters that may stand beside the yes or no; the longest of `desværre`, `for nuværende`, `det har vi da`."""
_LONGEST: Final = 45
"""Characters of a clause that ends on its yes or no (`så svaret må desværre blive et nej`)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording and what it says."""

    sign: str
    """What it says when affirmed."""
    pattern: Wordings
    """The wording, against the clause in lower case; a group `k` marks the word that a negation must reach."""
    denied: str | None = None
    """What it says when negated; None for nothing."""
    fixed: bool = False
    """Whether the wording holds its own negation, so that none is looked for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a clause says."""

    sign: str
    clause: Clause
    start: int
    """Article offset of the wording."""
    end: int
    """One past its last character."""
    denied: bool = False
    """Whether a negation made it this sign."""
    others: bool = False
    """Of others than the municipality."""
    earlier: bool = False
    """Of earlier times."""
    imagined: bool = False
    """Only wished for, discussed or supposed."""

    @property
    def holds(self) -> bool:
        """Whether it is said of the municipality, today, as a fact."""
        return not (self.others or self.earlier or self.imagined)


def _matched(clause: Clause, cue: Cue) -> Finding | None:
    match = cue.pattern.search(clause.lower)
    if match is None:
        return None
    first = match.start("k") if "k" in match.re.groupindex and match.start("k") >= 0 else match.start()
    denied = not cue.fixed and negated(clause, clause.start + first)
    sign = cue.denied if denied else cue.sign
    if sign is None:
        return None
    text = clause.lower
    ours = OURS.search(text)
    return Finding(
        sign,
        clause,
        clause.start + match.start(),
        clause.start + match.end(),
        denied,
        others=bool(OTHERS.search(text)) and not ours,
        earlier=bool(EARLIER.search(text)) and not TODAY.search(text),
        imagined=bool(IMAGINED.search(text)),
    )


def findings(clauses: Iterable[Clause], cues: tuple[Cue, ...]) -> tuple[Finding, ...]:
    """Every cue of every clause, in reading order; of two equal signs in a clause the first cue of the table counts."""
    found: list[Finding] = []
    for clause in clauses:
        signs: set[str] = set()
        for cue in cues:
            finding = _matched(clause, cue)
            if finding and finding.sign not in signs:
                signs.add(finding.sign)
                found.append(finding)
    return tuple(found)


_LEADING: Final = re.compile(r"(?:(?:og|men|så|for|at|samt|eller)\s+)+")
_JOINT: Final = re.compile(r"\s+(?:men|og\s+(?=(?:den|det|vi|der|har|er|bliver)\b))\s*")
_LONG: Final = 60
"""Characters from which a clause is cut after the wording that decides; below, the whole clause reads better."""


def narrowed(answer: AnswerText, clause: Clause, start: int, end: int) -> Span:
    """The part of a clause around the wording at start..end: no leading conjunction, no second statement."""
    text, first, last = clause.lower, clause.start, clause.end
    for joint in _JOINT.finditer(text):
        if clause.start + joint.end() <= start:
            first = clause.start + joint.end()
        elif clause.start + joint.start() >= end:
            last = min(last, clause.start + joint.start())
    leading = _LEADING.match(text[first - clause.start :])
    first = min(first + leading.end(), start) if leading else first
    if last - first > _LONG and end - first > _LONG // 3:
        last = end
    return answer.span(first, last)


Particle = Literal["yes", "no"]


def particle(clause: Clause) -> Particle | None:
    """Whether the clause is hardly more than a yes or a no: `Ja`, `Nej desværre`, `svaret er nok nej`."""
    text = _FILLER.sub("", clause.lower, count=2)
    signs: tuple[tuple[Particle, re.Pattern[str]], ...] = (("no", _NO), ("yes", _YES))
    for sign, pattern in signs:
        match = pattern.match(text)
        if match and len(text) - match.end() <= _SLACK:
            return sign
    last = _LAST.search(text) if len(text) <= _LONGEST else None
    return None if last is None else "no" if last["no"] else "yes"


def particles(answer: AnswerText) -> Iterator[tuple[Particle, Clause]]:
    """Every clause of the answer that is hardly more than a yes or a no."""
    for clause in answer.clauses:
        sign = particle(clause)
        if sign:
            yield sign, clause

"""What an answer says of the life of its documents, clause by clause: the states that a verdict is folded from.

Each clause speaks of the document that it names, or of the one named last (*den*, *som*, or no word at all).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.documents import Document, documents
from pipeline.danish.negation import negated
from pipeline.danish.stance import EARLIER, OTHERS, OURS, Cue, Finding, findings, narrowed, particle, words
from pipeline.danish.validity import BIRTH, ENDED, IN_FORCE, MAKING, REPLACED, REVISION
from schemas.evidence import Span

FORCE: Final = frozenset({"in_force", "extended", "birth", "formed", "alive", "replaced"})
"""Signs that a document holds."""
_MAKES: Final = frozenset({"making", "pending", "decided"})

_NONE: Final = r"(?:ikke|hverken|intet|ingenting|ingen|aldrig)"
_GAP: Final = r"(?:[\w-]+\s+){0,4}?"
_ON_PAPER: Final = r"(?:på\s+(?:skrift|papir(?:et)?|tryk|print)|nedskrevet|skriftlig\w*|formel\w*|formaliseret|nedfældet|officielt|tilsvarende)"
_ABSENT: Final = (
    Cue(
        "absent",
        words(
            rf"(?:det|den|dem|sådan(?:t|ne)?|en\s+sådan|sådan\s+\w+|noget\s+\w+|nogen\s+\w+|det\s+ene|nogen|noget)\s+{_GAP}(?:(?:har|er|fik|får|gør|findes)\s+(?:vi|kommunen|der|man|byrådet|området|jeg)\s+{_GAP}{_NONE}(?!\s+(?:planer|tvivl|lagt|ændret))|(?:findes|foreligger|eksisterer)\s+{_GAP}{_NONE})",
            rf"(?:har|findes|er|foreligger|eksisterer|ligger)\s+{_GAP}{_NONE}\s+(?:\w+\s+)?(?:noget|nogen|selv|egen|{_ON_PAPER}|sådan\w*|lavet|aftalt|truffet|vedtaget|indgået|haft|fået|kommet|nået|fundet|besluttet|taget|valgt|udarbejdet)",
            rf"{_NONE}\s+(?:\w+\s+){{0,3}}?{_ON_PAPER}|{_ON_PAPER}\s+{_GAP}{_NONE}",
            r"(?:arbejder|klarer?|klaret|kører|lever|gør|står|er|gjort|levet|kørt|arbejdet)\s+(?:\w+\s+){0,3}(?<!ikke )(?<!ikke helt )(?<!aldrig )uden(?!\s+(?:for|om|tvivl))",
            r"(?:ville|havde)\s+(?:vi|der|kommunen)\s+(?:\w+\s+)?(?:have\s+)?haft\s+(?:en|et)\b|det\s+mangler|(?:nøjes|nøjedes|nøjet)\s+med|ad\s+hoc|fra\s+(?:sag|gang)\s+til\s+(?:sag|gang)|sag\s+for\s+sag|case\s+(?:by|for|til)\s+case|hen\s+ad\s+vejen|hvidt\s+felt|^(?:men\s+)?ikke\s+(?:for|om|på)\s+(?:de\s+)?(?:social\w*|området|dette)|hellere\s+(?:\w+\s+){0,6}end\s+(?:\w+\s+){0,2}\w*(?:strategi|papir|aftale|plan)\w*|valgt\s+en\s+anden\s+(?:vej|model|løsning|tilgang)|ladet\s+være|lader\s+være|på\s+bar\s+bund|bart?\s+felt|tomhændede|blank\w*",
            rf"(?:ikke|aldrig)\s+(?:\w+\s+){{0,3}}(?:nået|kommet)\s+(?:\w+\s+){{0,2}}(?:frem|dertil|så\s+langt|i\s+gang|længere)|(?:intet|ingen)\s+af\s+(?:delene|dem)|hverken\s+(?:det\s+ene|eller|eller)|^(?:og\s+)?ikke\s+(?:part\s+i|(?:af\s+)?kommunen|os|byrådet|vi)\b",
            rf"(?:vi|kommunen|der)\s+(?:har|er|findes)\s+(?:\w+\s+){{0,2}}{_NONE}$|(?:har|er|findes)\s+(?:vi|kommunen|der)\s+{_GAP}{_NONE}(?:\s+af)?$|ikke\s+(?:\w+\s+){{0,2}}(?:en\s+del\s+af\s+vores|behov\s+for|brug\s+for|set\s+(?:\w+\s+)?behov|fundet\s+(?:\w+\s+)?(?:nødvendigt|anledning|behov)|(?:\w+\s+)?(?:flertal|opbakning|stemning|politisk\s+vilje|råd|penge|ressourcer|kræfter)(?:\s+(?:for|til))?)",
        ),
        fixed=True,
    ),
)
_PLACE: Final = (
    r"indgår|indgået|indskrevet|en\s+(?:\w+\s+)?del\s+af|afsnit\w*|kapit(?:el|let|ler)|underpunkt\w*|\w*punkt\w*|del\w*mål\w*|(?:et|ét|et\s+af|en\s+af|tre|fire|fem|to)\s+(?:\w+\s+)?(?:mål\w*|spor|temaer|ben|søjler|indsats\w*)|"
    r"målsætning\w*|tema(?:et)?|\w*spor|nævn(?:t|es|er|te|ende)|omtal(?:t|es|er|te)|beskrevet|beskrives|beskriver|skrevet\s+ind|skrive\s+\w+\s+ind|indarbejdet|indarbejder|indtænkt|tænkt\s+ind|tænker\s+\w+\s+ind|"
    r"integreret|indlejret|inkluderet|medtaget|indbefattet|rummer|rummes|fylder|indsatsområde\w*|fokusområde\w*|redskab\w*|virkemid\w+|fremhævet|fremhæves|adressere[tr]|forankret|optræder|plads\s+i|\w+\s+side(?:r)?|linjer|vævet|flettet|"
    r"indbygget|afspejl\w+|sætning\w*|passus|fodnote\w*|bisætning\w*|søjle\w*|hovedspor|element\w*|skrevet\s+sammen|går\s+op\s+i|gået\s+op\s+i|lagt\s+ind|slået\s+sammen|bilag|tilføj\w+|hjørne|paragraf\w*"
)
_HOST: Final = (
    Cue("host", words(_PLACE), denied="unmentioned"),
    Cue(
        "host_weak",
        words(
            r"indeholder|indeholdt|indsats\w*|mål|dækket|dækkes|omfattet|omfatter|hører\s+(?:\w+\s+){0,3}(?:under|til|hjemme|ind)|ligger\s+(?:\w+\s+){0,3}(?:i|under|som)|prioritere[tr]\w*|berører|berøres|står|skrevet|"
            r"bidrag\w*|kobl\w+|behandles|behandlet|handler\s+om|under\s+(?:paraplyen|hatten|overskriften)|ind\s+under|sorterer|del|ben|linje\w*|tager\s+\w+\s+op|nævner|udmøntet|ind\s+i|finde\w*"
        ),
    ),
)
_AFFIRMS: Final = (
    Cue("exists", words(r"(?:det|den|sådan\s+\w+|en\s+sådan|begge\s+dele|én|sådant)\s+(?:har|findes|er)\s+(?:vi|kommunen|der|man)(?:\s+(?:faktisk|skam|da|jo|nemlig|godt|bestemt|nu|allerede|begge|længe))*$", r"det\s+(?:har|gør)\s+vi\s+(?:faktisk|skam|da|bestemt)", r"vi\s+har\s+(?:\w+\s+)?(?:to|tre|fire|flere)$")),
)
_CUES: Final = (*IN_FORCE, *BIRTH, *ENDED, *MAKING, *REVISION, *REPLACED, *_ABSENT, *_HOST, *_AFFIRMS)

_IF: Final = r"(?:hvis|såfremt)\s+(?:vi|det|der|den|man|kommunen|byrådet|i)"
_HAVE: Final = words(
    r"har|haft|findes|er\s+der|der\s+er|ligger|eksisterer|består|foreligger|deler|følger|fik|fået|lavede|lavet|hedder|kalder|er|blev|arbejder\s+(?:\w+\s+){0,3}(?:efter|ud\s+fra)|bygger\s+(?:\w+\s+){0,3}på|læner|bundet|er\s+(?:vi\s+)?part|hviler|samlet\s+i|reguleret|besidder|råder\s+over|satte|sat|rammen|baseret"
)
_FINITE: Final = words(
    r"har|er|var|vil|kan|skal|må|bør|ville|kunne|skulle|havde|blev|bliver|får|fik|gør|ønsker|mangler|giver|sker|findes|går|kommer|ser|siger|tager|bruger|følger|menes|\w+er\s+(?:vi|det|den|de|kommunen|at|om|på|en|et|sig|i)|(?:vi|der|som|den|de|byrådet|udvalget)\s+\w+"
)
_WANTED: Final = words(
    r"behov\w*|brug\s+for|ønske\w*|flertal|stemning|(?<!er )(?<!der )tale\s+om|snak\w*|grund\s+til|råd\s+til|gerne|(?:på|i)\s+retning|foreslå\w*|spørg\w*|ligne\w*|kræve\w*|skulle|burde|menes|mening\s+at|kræfter\s+på|"
    r"overvej\w*|måske|drøft\w*|diskute\w*|drøm\w*|hvis|vent(?:er)?\s+på|idé\w*|interesse\w*|efterlys\w*|relevan\w*|nytte\w*|om\s+(?:vi|der)\s+(?:skal|bør)|så\s+kunne|kunne\s+(?:vi|man|det)|ville\s+(?:vi|være|kunne)|frem\s+for|i\s+stedet\s+for|(?:vil|kommer\s+til\s+at)\s+\w+|fået\s+lyst|(?:snart|nok)\s+få|til\s+at"
)
_MAYBE: Final = words(rf"overvej\w*|måske|drøft\w*|diskuter\w*|eventuelt|evt\.?|ønske[rt]?|kunne\s+(?:vi|man|godt|være|blive)|ville\s+(?:vi|man|være)|taler?\s+om|snakker?\s+om|talt\s+om|foreslå\w*|{_IF}|burde|bør|rygter?|frygt\w*")
_UNREAL: Final = words(r"overvej\w*|måske|kunne|ville|burde|bør|foreslå\w*|håber|skal")
_UNFULFILLED: Final = words(r"skulle\s+(?:\w+\s+){0,2}(?:have|blive|være)|(?:bør|burde)|ville\s+have|kunne\s+have|mangler\s+at|endnu\s+ikke|var\s+(?:\w+\s+)?tæt\s+på")
_DRAFT: Final = words(
    r"\w*udkast(?:et)?|bud(?:det)?\s+på|\w*forslag(?:et)?|oplæg(?:get)?|kladden?|tekst(?:en)?\s+til|skitse\w*|(?:skrive)?arbejdet\s+(?:med|mod|omkring|frem|på)|processen\s+(?:med|mod|omkring|frem)|forarbejde\w*|hensigtserklæring\w*|forhandling\w*|kommissorie\w*|"
    r"forberedelse\w*|tilblivelse\w*|første\s+skridt|teksten|kommende|fremtidige?|planlagte?|påtænkte"
)
_CONDITION: Final = words(r"^(?:og\s+|men\s+|for\s+|først\s+)?(?:indtil(?!\s+(?:da|videre|nu))|når|så\s+snart|til(?=\s+(?:vi|den|det|der|byrådet|udvalget|\w+en|\w+et)\s+\w+)|før|inden(?!\s+for))")
_DEFINITE: Final = words(
    r"\w*(?:strategien|politikken|planen|planens|aftalen|aftalens|partnerskabet|strategiens|strategipapiret)",
    r"(?:vores|kommunens|byrådets|denne)\s+(?:[\w.]+\s+){0,4}\w*(?:strategi|politik|plan|aftale|partnerskab)",
    r"den\s+(?:\w+\s+){0,3}\w*(?:strategi|politik|plan|aftale)",
)
_PLURAL: Final = words(r"\w*(?:strategier|politikker|planer|aftaler)")
_COUNTED: Final = words(r"har|haft|to|tre|fire|fem|seks|flere|begge|vores|\d+|indgået|forskellige|de|disse|alle")
_NEW: Final = words(
    r"ny|nye|næste|afløser\w*|efterfølger\w*|opdateret|opdaterede|opdatering\w*|revid\w+|rev\.?|udgaven?|version\w*|evaluer\w*|forny\w*|genforhandl\w*|justere\w*|anden\s+generation|2\.0"
)


Found = dict[str, Finding]


@dataclass(frozen=True, slots=True)
class State:
    """What one clause says of the life of one document."""

    sign: str
    """`exists`, `definite` (presupposed), `in_force`, `extended`, `birth`, `alive`, `replaced`, `dead`, `making`,
    `revision`, `host` (social economy is a part of it) or `absent`."""
    clause: Clause
    document: Document | None
    named: bool = True
    """Whether the clause itself names the document."""
    earlier: bool = False
    """Whether it tells of earlier times."""
    new: bool = False
    """Whether it speaks of a newer version."""
    found: Finding | None = None
    """The wording that says so; None where the document's own name does."""

    def span(self, answer: AnswerText) -> Span:
        """The evidence: the clause, or what of a long one is around the wording."""
        marks = [mark for mark in (self.found, self.document) if mark and self.clause.start <= mark.start < self.clause.end]
        if not marks:
            return answer.clause_span(self.clause)
        return narrowed(answer, self.clause, min(m.start for m in marks), max(m.end for m in marks))


@dataclass(frozen=True, slots=True)
class Subject:
    """The document that a clause speaks of."""

    document: Document | None
    named: bool


_BY: Final = re.compile(r"\b(?:afløs\w+|erstatte\w+|udskiftet|byttet|omdannet|lavet\s+om)\s+(?:\w+\s+)?(?:af|med|til)\b")
_OUR_OWN: Final = words(r"(?:vores|vor|en|sin|kommunens)\s+egen")


def _named(clause: Clause, last: Document | None) -> Document | None:
    """The document that a clause is about: one that is not denied, on social economy, the newer of two."""
    by = _BY.search(clause.lower)
    after = clause.start + by.end() if by else 0
    ranked = sorted(
        documents(clause),
        key=lambda d: (d.start < after, d.role != "own" or negated(clause, d.start), d.role != "host", d.start),
    )
    if not ranked and last and last.role == "foreign" and _OUR_OWN.search(clause.lower):
        return replace(last, role="own")
    return ranked[0] if ranked else None


def subjects(answer: AnswerText) -> tuple[Subject, ...]:
    """The document that each clause of the answer speaks of: named in it, or the last one named before."""
    found: list[Subject] = []
    last: Document | None = None
    for clause in answer.clauses:
        named = _named(clause, last)
        last = named or last
        found.append(Subject(last, named is not None))
    return tuple(found)


def _foreign(clause: Clause) -> bool:
    return bool(OTHERS.search(clause.lower)) and not OURS.search(clause.lower)


def _existence(clause: Clause, *, listed: bool) -> list[State]:
    """Documents on social economy that a clause takes for there, or for missing; `listed` when it goes on a denial."""
    text, states = clause.lower, []
    if text.startswith("om "):
        return []
    definite, finite = bool(_DEFINITE.search(text)), bool(_FINITE.search(text))
    for document in documents(clause):
        if document.role != "own":
            continue
        if negated(clause, document.start) or (listed and not finite):
            if not (definite and not _HAVE.search(text)) and not text.startswith("uden "):
                states.append(State("absent", clause, document))
        elif not _WANTED.search(text) and (not _PLURAL.search(text) or _COUNTED.search(text)):
            if (definite and finite) or _HAVE.search(text) or not finite:
                states.append(State("definite" if definite else "exists", clause, document))
    return states


_DEPENDENT: Final = words(r"^(?:og\s+|men\s+)?(?:da|fordi|mens|hvor|eftersom|efter\s+at|selv\s+om|selvom|om|hvem|hvordan)")
_IT: Final = words(
    r"den|som|der|denne|begge|selve|\w*arbejdet|sagen|udkast\w*|oplæg\w*|processen|projektet|planen|papiret|dokumentet|forslag\w*|de|^(?:og\s+|men\s+|så\s+)?det|et|én|en|ét",
    r"^(?:og\s+|men\s+)?(?:vedtaget|godkendt|underskrevet|indgået|opsag\w+|lagt|sat|droppet|i\s+\w+|er|blev|har)",
)


_PRONOUN: Final = words("den", "^som", "^der", "en$", "sådan", r"^(?:og\s+|men\s+)?det")
_LOOSE: Final = frozenset({"birth", "formed", "unborn", "dead", "alive", "pending", "in_force", "extended"})
"""Signs that need a subject: without one in sight they speak of something else (`værktøjerne lever videre`)."""
_OPENING: Final = 4
"""Characters that may stand before a verb that opens its clause (`og`, `men`)."""


def _spoken(clause: Clause, subject: Subject, found: Found) -> Found:
    """The signs that a clause says of its document; what needs a subject is dropped where none is in sight."""
    text = clause.lower
    if subject.named or text.startswith("om "):
        return {} if text.startswith("om ") else found
    adrift = not _IT.search(text) or (_DEPENDENT.search(text) and not words("den", r"a?ftalen|strategien").search(text))
    loose = _LOOSE if adrift else frozenset()
    if not _PRONOUN.search(text) or (text.startswith(("der ", "som ")) and clause.opened_by != ","):
        loose |= {"formed"}
    opening = clause.start + _OPENING
    return {sign: finding for sign, finding in found.items() if sign not in loose or finding.start <= opening}


def _made(clause: Clause, found: Found) -> bool:
    """Whether the clause tells that something is being written, decided on or awaited."""
    text = clause.lower
    if _MAYBE.search(text) or (EARLIER.search(text) and "making" not in found):
        return False
    force = found.keys() & FORCE or _HAVE.search(text)
    return bool(found.keys() & _MAKES or (force and (_DRAFT.search(text) or _CONDITION.search(text))))


def _first(found: Found, *signs: str) -> Finding | None:
    return min((found[sign] for sign in signs if sign in found), key=lambda finding: finding.start, default=None)


def _nobody(clause: Clause) -> bool:
    """Whether its last word is a `nobody` that a relative clause goes on with (`det er der ingen, der vil`)."""
    return clause.closed_by == "," and clause.tokens[-1].lower == "ingen"


def _own_states(clause: Clause, subject: Subject, found: Found, *, listed: bool) -> list[State]:
    text, made = clause.lower, _made(clause, found)
    base = State("", clause, subject.document, subject.named, new=bool(_NEW.search(text)))
    states = []
    if "dead" in found and not found["dead"].imagined:
        states.append(replace(base, sign="dead", found=found["dead"], earlier=found["dead"].earlier))
    elif made:
        states.append(replace(base, sign="making", found=_first(found, *_MAKES), new=base.new or "revision" in found))
    elif "revision" in found and not _MAYBE.search(text):
        states.append(replace(base, sign="revision", found=found["revision"], new=True))
    if "alive" in found:
        states.append(replace(base, sign="alive"))
    if made and "revision" in found and subject.named and _DEFINITE.search(text):
        states.insert(0, replace(base, sign="exists"))
    if not made and "dead" not in found and not _UNFULFILLED.search(text) and not text.startswith(("hvis ", "såfremt ")):
        states += [replace(base, sign=sign, found=found[sign]) for sign in sorted(found.keys() & FORCE) if found[sign].holds]
        states += [replace(base, sign="exists")] if "exists" in found and not subject.named else []
        states += _existence(clause, listed=listed)
    elif made:
        states += [state for state in _existence(clause, listed=listed) if state.sign == "absent"]
    if ("absent" in found and not _nobody(clause)) or "unborn" in found:
        document = subject.document if subject.named else None
        states.append(State("absent", clause, document, subject.named, found=_first(found, "absent", "unborn")))
    return states


_INSIDE: Final = re.compile(r"\b(?:i|af|under)\s+(?:\w+\s+){0,3}$")
_OF_SOCIAL: Final = words(r"\w*(?:strategi|politik|plan|aftale)(?:en)?\s+(?:for|om|på)\s+(?:\w+\s+){0,3}?socialøk\w*")
_SOCIAL_WORD: Final = words(r"social\w*-?\s?økonomi\w*|socialøk\w*|socioøk\w*|soc\.?\s?øk\w*|social\w*\s+(?:virksomhed\w*|iværksætter\w*)")


def _hosts(sentence: tuple[Clause, ...], carried: Document | None) -> list[tuple[Clause, Document]]:
    """The documents of a sentence that may hold social economy as a part."""
    named = [(clause, document) for clause in sentence for document in documents(clause)]
    hosts = [(clause, document) for clause, document in named if document.role == "host"]
    if hosts:
        return hosts
    if not named:
        return [(sentence[0], carried)] if carried and carried.role == "host" else []
    text = " ".join(clause.lower for clause in sentence)
    if not _SOCIAL_WORD.search(text) or _OF_SOCIAL.search(text):
        return []
    return [(c, d) for c, d in named if d.role == "own" and _INSIDE.search(c.lower[: d.start - c.start])]


def _hosted(
    sentence: tuple[Clause, ...], carried: Document | None, found: Mapping[Clause, Found]
) -> tuple[Clause, Document] | None:
    """The clause and the document of a sentence that make social economy a part of something wider."""
    hosts = _hosts(sentence, carried)
    for clause in sentence if hosts else ():
        signs = {finding.sign for finding in found[clause].values() if not finding.denied} 
        strong, weak = "host" in signs, "host_weak" in signs and hosts[0][1].role == "host"
        if (strong or weak) and not _foreign(clause) and not _UNREAL.search(clause.lower):
            return clause, hosts[0][1]
    return None


def _clause_states(clause: Clause, subject: Subject, found: Found, *, listed: bool) -> list[State]:
    if _foreign(clause):
        return []
    if subject.document is None or subject.document.role == "own":
        return _own_states(clause, subject, found, listed=listed)
    absent = [state for state in _existence(clause, listed=listed) if state.sign == "absent"]
    if subject.document.role == "host" and found.keys() & (_MAKES | {"revision"}) and not _MAYBE.search(clause.lower):
        absent.append(State("host_revision", clause, subject.document, subject.named, new=True))
    if not absent and ("unmentioned" in found or ("absent" in found and (not subject.named or subject.document.role == "foreign"))):
        absent = [State("absent", clause, None, named=False)]
    return absent


def states(answer: AnswerText) -> tuple[State, ...]:
    """What each clause of the answer says of the life of its document, in reading order."""
    speaking = dict(zip(answer.clauses, subjects(answer), strict=True))
    found = {clause: {f.sign: f for f in findings((clause,), _CUES)} for clause in answer.clauses}
    result: list[State] = []
    for number in sorted({clause.sentence for clause in answer.clauses}):
        sentence = tuple(clause for clause in answer.clauses if clause.sentence == number)
        hosted = _hosted(sentence, speaking[sentence[0]].document, found)
        result += [State("host", *hosted)] if hosted else []
        listed = False
        for clause, following in zip(sentence, (*sentence[1:], None), strict=True):
            subject = speaking[clause]
            if hosted and subject.document == hosted[1]:
                subject = Subject(replace(hosted[1], role="host"), subject.named)
            new = _clause_states(clause, subject, _spoken(clause, subject, found[clause]), listed=listed)
            new = _overturned(new) if _refused(clause, sentence) or _labels(clause, following) else new
            listed = any(state.sign == "absent" for state in new)
            result += new
    return tuple(result)


_REFUTED: Final = words(
    r"(?:ikke|aldrig)\s+(?:\w+\s+)?(?:sådan|rigtigt|korrekt|sandt|fordi|sige|påstå)|passer\s+ikke|misforståelse|myte|forkert|fejl|usandt"
)


def _refused(clause: Clause, sentence: tuple[Clause, ...]) -> bool:
    """Whether the clause before refuses what this one says (`det er ikke sådan, at vi ikke har`)."""
    before = [other for other in sentence if other.end <= clause.start]
    return bool(before) and clause.lower.startswith("at ") and bool(_REFUTED.search(before[-1].lower))


def _labels(clause: Clause, following: Clause | None) -> bool:
    """Whether a no answers the clause (`Strategi: nej`)."""
    return following is not None and following.opened_by == ":" and particle(following) == "no"


def _overturned(states: list[State]) -> list[State]:
    turned = {"absent": "exists", "exists": "absent", "definite": "absent"}
    return [replace(state, sign=turned.get(state.sign, state.sign)) for state in states]

"""`strategy`: is there a strategy or an agreement, of which kind, since when, and is a new one coming?

Every clause is asked what it says of the life of which document; the newest state of a document on social economy
decides, then one that is being written, then a part in another document (the contract: `yes`, `planned`, `partly`, `no`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.documents import Document, documents
from pipeline.danish.negation import negated
from pipeline.danish.stance import OTHERS, OURS, Cue, Finding, findings, particles, words
from pipeline.danish.standing import standing
from pipeline.danish.validity import BIRTH, ENDED, IN_FORCE, MAKING, REPLACED, REVISION, Year, year
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Stance

_ABSENT: Final = (
    Cue(
        "absent",
        words(
            r"(?:det|den|sådan|en\s+sådan|sådan\s+(?:en|noget|et)|noget\s+(?:sådant|tilsvarende)|så\s+meget)\s+(?:\w+\s+){0,3}(?:har|findes|mangler|savner)\s+(?:\w+\s+){0,3}(?:ikke|ingen|aldrig)",
            r"(?:har|findes|er|blev|bliver|foreligger|eksisterer)\s+(?:\w+\s+){0,4}(?:ikke|hverken|intet|ingenting|aldrig)\s+(?:\w+\s+){0,3}(?:noget|nogen|en|et|på\s+(?:skrift|papir|plads|tryk)|nedskrevet|formelt|sådan|skriftligt|formaliseret|besluttet|lavet|aftalt|truffet|vedtaget|indgået|tilsvarende|haft|fået|kommet|nået)",
            r"(?:intet|ingenting|ikke\s+(?:noget|nogen)|hverken)\s+(?:\w+\s+){0,2}(?:på\s+(?:skrift|papir|tryk)|skriftligt|nedskrevet|formelt|nedfældet|officielt|besluttet|fastlagt)|på\s+(?:skrift|papir(?:et)?)\s+(?:\w+\s+){0,3}(?:intet|ingenting|ikke)",
            r"(?:arbejder|klarer\s+os|kører|lever|gør\s+det|står|er)\s+(?:\w+\s+){0,2}uden(?!\s+(?:for|om|tvivl))|det\s+mangler|(?:nøjes|nøjedes|nøjet)\s+med|ad\s+hoc|fra\s+sag\s+til\s+sag|sag\s+for\s+sag|(?:ikke|aldrig)\s+(?:\w+\s+){0,2}(?:nået|kommet)\s+(?:\w+\s+){0,2}(?:frem|dertil|så\s+langt|i\s+gang)|ikke\s+part\s+i|(?:intet|ingen)\s+af\s+delene|ingen\s+af\s+dem|hverken\s+det\s+ene|det\s+(?:har|gør|er|findes)\s+(?:\w+\s+){0,3}ikke",
            r"har\s+(?:vi|kommunen|man|jeg)\s+(?:\w+\s+){0,3}(?:ikke|ingen|aldrig)|(?:vi|kommunen)\s+har\s+(?:\w+\s+){0,2}(?:ikke|ingen)$|er\s+der\s+(?:\w+\s+){0,3}(?:ikke|ingen)(?:\s+af)?$",
        ),
        fixed=True,
    ),
)
_HOST: Final = (
    Cue(
        "host",
        words(
            r"indgår|indgået|indeholder|indeholdt|indeholdes|indskrevet|del(?:en)?\s+af|afsnit\w*|kapit(?:el|let|ler)|punkt\w*|underpunkt\w*|delmål|\w*mål(?:sætning\w*)?|tema(?:et)?|\w*spor|"
            r"nævn(?:t|es|er|te)|omtal(?:t|es|er|te)|beskrevet|beskrives|beskriver|skrevet\s+ind|skrive\s+\w+\s+ind|indarbejdet|indtænkt|tænkt\s+ind|integreret|indlejret|inkluderet|medtaget|"
            r"dækket|dækkes|omfattet|omfatter|hører\s+(?:\w+\s+){0,3}(?:under|til|hjemme)|ligger\s+(?:\w+\s+){0,3}(?:i|under|som)|rummer|rummes|fylder|indsats\w*|redskab\w*|løftestang|virkemid\w+|"
            r"prioritere[tr]\w*|fremhævet|fremhæves|adressere[tr]|berører|berøres|forankret|optræder|står|skrevet|plads\s+i|en\s+side|linjer|bidrag\w*|vævet|kobl\w+|indbygget|flettet|afspejl\w+|behandles|behandlet|sætning\w*|passus|fodnote|bisætning\w*|ben\b|søjle\w*|en\s+af|lagt\s+ind|ind\s+under|element\w*|fokusområde\w*"
        ),
    ),
)
_EXISTS: Final = words(
    r"har|haft|findes|er|ligger|eksisterer|består|foreligger|deler|følger|bruger|bygger|læner|arbejder|fik|fået|lavede|lavet|hedder|indeholder|dækker|gælder|sikrer|forpligter|styrer|regulerer|sætter|giver|udgør|blev|bliver|kører"
)
_FINITE: Final = words(r"har|er|var|vil|kan|skal|må|bør|ville|kunne|skulle|havde|blev|bliver|får|fik|gør|\w{3,}(?:er|ede|te)\s+(?:vi|det|den|de|kommunen|at|om|på|en|et|sig)|vi\s+\w+|ønsker|mangler")
_WANTED: Final = words(
    r"behov\w*|brug\s+for|ønske\w*|flertal|stemning|tale\s+om|snak\w*|grund\s+til|råd\s+til|ordet|gerne|(?:på|i)\s+retning|foreslå\w*|spørg\w*|navn|kalde[rs]?|kaldt|ligne\w*|kræve\w*|brændt?\s+for|skulle|burde|"
    r"overvej\w*|måske|drøft\w*|diskute\w*|drøm\w*|kunne|ville|hvis|vent(?:er)?\s+på|mål(?:et)?\s+er|idé\w*|interesse\w*|efterlys\w*|savn\w*|relevan\w*|har\s+I|hvad\s+der|nytte\w*|om\s+(?:vi|der)\s+(?:skal|bør)"
)
_MAYBE: Final = words(r"overvej\w*|måske|drøft\w*|diskuter\w*|eventuelt|evt\.?|ønske\w*|kunne|ville|taler?\s+om|snakker?\s+om|talt\s+om|foreslå\w*|hvis|burde|bør")
_DRAFT: Final = words(
    r"(?:\w+)?udkast(?:et)?|(?:strategi|aftale|politik)?forslag(?:et)?|oplæg(?:get)?|kladden?|tekst(?:en)?\s+til|skitse\w*|(?:selve\s+)?(?:arbejde|processe?n?)(?:t)?\s+(?:med|mod|omkring|frem)|forarbejde\w*|hensigtserklæring\w*|"
    r"forhandling\w*|kommissorie\w*|forberedelse\w*|tilblivelse\w*|første\s+skridt"
)
_DEFINITE: Final = words(r"\w+(?:gien|ken|planen|ftalen|skabet|papiret)s?", r"(?:vores|kommunens|byrådets|den|denne)\s+(?:\w+\s+){0,3}\w*(?:strategi|politik|plan|aftale|partnerskab)")
_ITSELF: Final = words(r"den|som|der|aftalen|strategien|politikken|planen|handleplanen|partnerskabsaftalen|samarbejdsaftalen|selve\s+\w+")
_NEW: Final = words(r"ny|nye|næste|afløser\w*|efterfølger\w*|opdateret|opdatering\w*|revid\w+|udgaven?|version\w*|evaluer\w*|forny\w*|genforhandl\w*|justere\w*|videre\w*")


_CUES: Final = (*IN_FORCE, *BIRTH, *ENDED, *MAKING, *REVISION, *REPLACED, *_ABSENT, *_HOST)


@dataclass(frozen=True, slots=True)
class _State:
    """What one clause says of one document."""

    sign: str
    clause: Clause
    document: Document | None
    named: bool
    """Whether the clause itself names the document."""
    earlier: bool = False
    new: bool = False
    """Whether it speaks of a newer version."""


def _subjects(clauses: tuple[Clause, ...]) -> list[tuple[Document | None, bool]]:
    """The document that each clause speaks of, named in it or last named before."""
    subjects: list[tuple[Document | None, bool]] = []
    last: Document | None = None
    for clause in clauses:
        named = documents(clause)
        ranked = sorted(named, key=lambda d: (d.role != "own" or negated(clause, d.start), d.role != "host", d.start))
        last = ranked[0] if ranked else last
        subjects.append((last, bool(ranked)))
    return subjects


def _existence(clause: Clause) -> list[_State]:
    """Documents on social economy that a clause takes for there, or for missing."""
    text, states = clause.lower, []
    for document in documents(clause):
        definite = bool(_DEFINITE.search(text))
        if document.role in {"foreign", "other"}:
            continue
        if negated(clause, document.start):
            if document.role == "own" and (not definite or _EXISTS.search(text)):
                states.append(_State("absent", clause, document, named=True))
        elif document.role == "own" and not _WANTED.search(text):
            if _EXISTS.search(text) or (definite and _FINITE.search(text)) or not _FINITE.search(text):
                states.append(_State("definite" if definite else "exists", clause, document, named=True))
    return states


_FORCE: Final = {"in_force", "extended", "birth", "alive", "replaced"}
_MAKES: Final = {"making", "decided"}


def _states(clause: Clause, subject: Document | None, *, named: bool) -> list[_State]:
    """What a clause says of the document it speaks of."""
    text = clause.lower
    if OTHERS.search(text) and not OURS.search(text):
        return []
    found = {finding.sign: finding for finding in findings((clause,), _CUES)}
    role = subject.role if subject else "own"
    if role == "host":
        host = [_State("host", clause, subject, named)] if "host" in found and not found["host"].imagined else []
        return host + [s for s in _existence(clause) if s.sign == "absent"]
    if role != "own":
        return [_State("absent", clause, None, named=False)] if "absent" in found else []
    new = bool(_NEW.search(text))
    making = found.keys() & _MAKES or (_DRAFT.search(text) and found.keys() & _FORCE)
    states = []
    if "dead" in found and not found["dead"].imagined:
        states.append(_State("dead", clause, subject, named, earlier=found["dead"].earlier, new=new))
    elif making and not _MAYBE.search(text):
        states.append(_State("making", clause, subject, named, new=new or "revision" in found))
    elif "revision" in found and not found["revision"].imagined:
        states.append(_State("revision", clause, subject, named, new=True))
    if not making and "dead" not in found:
        states += [_State(sign, clause, subject, named) for sign in found.keys() & _FORCE if found[sign].holds]
        states += _existence(clause)
    if "absent" in found or "unborn" in found:
        states.append(_State("absent", clause, subject if named else None, named))
    return states


@dataclass(frozen=True, slots=True)
class _Verdict:
    stance: Stance | None
    main: _State | None = None
    revision: _State | None = None


_STRONG: Final = _FORCE | {"exists"}
_BESIDES: Final = words(r"ud\s?over|derudover|der\s+ud\s+over|udover|andet|andre|mere|ellers|øvrigt|tilsvarende|yderligere|savnet")


class _Ledger:
    """Folds the states of an answer, in reading order, into what holds on publication."""

    def __init__(self) -> None:
        self.live: _State | None = None
        self.planned: _State | None = None
        self.revision: _State | None = None
        self.hosted: _State | None = None
        self.missing: _State | None = None

    def add(self, state: _State) -> None:
        """Take one more state into account."""
        if state.sign in _STRONG | {"definite"}:
            self._lives(state)
        elif state.sign == "dead":
            self._dies(state)
        elif state.sign in {"making", "revision"}:
            self._renews(state)
        elif state.sign == "host":
            self.hosted = self.hosted or state
        else:
            self._misses(state)

    def _lives(self, state: _State) -> None:
        if self.planned and not self.live and not state.named and state.sign in {"birth", "definite", "in_force"}:
            return
        if self.live is None or self.live.sign == "definite":
            self.live = state

    def _dies(self, state: _State) -> None:
        self.missing = self.missing or state
        if state.earlier and self.live:
            return
        if not (self.live and self.live.sign == "extended"):
            self.live = None
        self.planned = None

    def _renews(self, state: _State) -> None:
        if self.live and (state.new or state.sign == "revision"):
            self.revision = self.revision or state
        elif self.live and self.live.sign in {"exists", "definite"} and not (state.named and self.live.named):
            self.live, self.planned = None, state
        elif state.sign == "making":
            self.planned = self.planned or state

    def _misses(self, state: _State) -> None:
        self.missing = self.missing or state
        live = self.live
        if live and live.sign in {"exists", "definite"} and not _BESIDES.search(state.clause.lower):
            if state.document is None or (live.document and state.document.kind == live.document.kind):
                self.live = None


def _decide(answer: AnswerText, states: list[_State]) -> _Verdict:
    ledger = _Ledger()
    for state in states:
        ledger.add(state)
    live = ledger.live
    if live and live.sign != "definite":
        return _Verdict("yes", live, ledger.revision)
    if ledger.planned:
        return _Verdict("planned", ledger.planned)
    if ledger.hosted:
        return _Verdict("partly", ledger.hosted)
    if live and not ledger.missing:
        return _Verdict("yes", live, ledger.revision)
    if ledger.missing:
        return _Verdict("no", ledger.missing)
    for sign, clause in particles(answer):
        return _Verdict(sign, _State(sign, clause, None, named=False))
    return _Verdict(None)


def _document(states: list[_State], verdict: _Verdict) -> Document | None:
    """The document that the verdict speaks of: in its clause, else the nearest of the same role."""
    main = verdict.main
    if main is None or verdict.stance == "no":
        return None
    if main.document:
        return main.document
    return next((s.document for s in states if s.document and s.document.role == "own" and s.sign != "absent"), None)


def _year(answer: AnswerText, subjects: list[tuple[Document | None, bool]], verdict: _Verdict) -> Year | None:
    if verdict.stance not in {"yes", "partly"}:
        return None
    best: Year | None = None
    for clause, (document, _) in zip(answer.clauses, subjects, strict=True):
        found = year(clause)
        role = document.role if document else "own"
        if found is None or role != ("host" if verdict.stance == "partly" else "own"):
            continue
        if best is None or found.weight > best.weight:
            best = found
    return best


def read(answer: AnswerText) -> Reading:
    """Read stance, kind, year and revision; the links are added from the page."""
    subjects = _subjects(answer.clauses)
    states = [s for c, (d, n) in zip(answer.clauses, subjects, strict=True) for s in _states(c, d, named=n)]
    verdict = _decide(answer, states)
    admitted = standing(answer)
    if admitted and (verdict.main is None or (admitted.whole and verdict.main.document is None)):
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    if verdict.main is None:
        first = answer.clause_span(answer.clauses[0])
        return Reading(evidence=(first,), doubts=(Doubt("stance", "no clause says whether there is one", (first,)),))
    document, since = _document(states, verdict), _year(answer, subjects, verdict)
    spans = [answer.clause_span(verdict.main.clause)]
    spans += [answer.span(document.start, document.end)] if document else []
    spans += [answer.span(since.start, since.end)] if since else []
    spans += [answer.clause_span(verdict.revision.clause)] if verdict.revision else []
    return Reading(
        evidence=tuple(spans),
        stance=verdict.stance,
        kind=document.kind if document else None,
        since=since.value if since else None,
        under_revision=verdict.revision is not None,
    )

"""Question `strategy`: whether there is a strategy or an agreement, of which kind, since when, with a new one coming.

The states of the documents on social economy are folded in reading order; the newest that holds decides, then one that
is being written, then a part in another document (the contract: `yes`, `planned`, `partly`, `no`).
"""

from dataclasses import dataclass
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.documents import Document, Kind, documents
from pipeline.danish.lifecycle import State, states, subjects
from pipeline.danish.lifecycle_cues import FORCE
from pipeline.danish.negation import denies
from pipeline.danish.stance import particles, words
from pipeline.danish.standing import Standing, standing
from pipeline.danish.years import Year, year
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Stance
from schemas.evidence import Span


@dataclass(frozen=True, slots=True)
class _Verdict:
    stance: Stance | None
    main: State | None = None
    revision: State | None = None


_STRONG: Final = FORCE | {"exists"}
_RANK: Final = {"extended": 3, "in_force": 2}
_BESIDES: Final = words(
    r"ud\s?over|derudover|der\s+ud\s+over|andet|andre|mere|ellers|øvrigt|tilsvarende|yderligere|"
    "savnet"
)
_FOR_NOW: Final = words(
    r"endnu|p\.?t\.?|i\s+dag|for\s+øjeblikket|for\s+nuværende|hidtil|indtil\s+nu|lige\s+nu|"
    r"indtil\s+videre|i\s+øjeblikket|før"
)


def _apart(one: State, other: State) -> bool:
    """Whether two states name documents of different kinds."""
    this, that = one.document, other.document
    return one.named and this is not None and that is not None and this.kind != that.kind


class _Ledger:
    """Folds the states of an answer, in reading order, into what holds on publication."""

    def __init__(self, states: tuple[State, ...]) -> None:
        self.live: State | None = None
        self.planned: State | None = None
        self.revision: State | None = None
        self.hosted: State | None = None
        self.host_revision: State | None = None
        self.missing: State | None = None
        for state in states:
            self._add(state)

    def _add(self, state: State) -> None:
        if state.sign in _STRONG | {"definite"}:
            self._lives(state)
        elif state.sign == "dead":
            self._dies(state)
        elif state.sign in {"making", "revision"}:
            self._renews(state)
        elif state.sign == "host":
            self.hosted = self.hosted or state
        elif state.sign == "host_revision":
            self.host_revision = self.host_revision or state
        else:
            self._misses(state)

    def _lives(self, state: State) -> None:
        if self.planned and not self.live and (not state.named or state.sign == "definite"):
            return
        if self.live is None or self.live.sign == "definite" or _RANK.get(state.sign, 0) > _RANK.get(self.live.sign, 0):
            self.live = state

    def _dies(self, state: State) -> None:
        self.missing = self.missing or state
        if self.live and (state.earlier or self.live.sign == "extended" or _apart(state, self.live)):
            return
        self.live = None
        if self.planned and not _apart(state, self.planned):
            self.planned = None

    def _renews(self, state: State) -> None:
        if state.sign == "revision" or (self.live and state.new):
            self.revision = self.revision or state
        elif (
            self.revision is None
            and self.live
            and self.live.sign in {"exists", "definite", "formed"}
            and not (state.named and self.live.named)
        ):
            self.live, self.planned = None, state
        elif state.sign == "making":
            self.planned = self.planned or state

    def _misses(self, state: State) -> None:
        self.missing = self.missing or state
        text = state.clause.lower
        if _BESIDES.search(text):
            return
        if self.live and self.live.sign in {"exists", "definite"} and not _apart(state, self.live):
            self.live = None
        if self.planned and not _FOR_NOW.search(text) and state.named and not _apart(state, self.planned):
            self.planned = None

    def verdict(self) -> _Verdict:
        """What holds: a document in force, one on its way, a part in another, one taken for granted, or none."""
        if self.live and self.live.sign != "definite":
            return _Verdict("yes", self.live, self.revision)
        if self.planned:
            return _Verdict("planned", self.planned)
        if self.hosted:
            return _Verdict("partly", self.hosted, self.host_revision)
        if self.live and not self.missing:
            return _Verdict("yes", self.live, self.revision)
        return _Verdict("no", self.missing) if self.missing else _Verdict(None)


_CURT: Final = 8
"""Words of a denial that may stand for a whole no (`Det har vi ikke fået gjort`)."""


_UNDECIDED: Final = words(
    r"tage[rt]?\s+(?:\w+\s+)?stilling|må\s+tiden\s+vise|(?:til|op\s+til)\s+overvejelse|overvejer|"
    r"overvejelser|tænkeboks\w*|luftet|har\s+(?:\w+\s+)?drøftet|talt\s+om",
    r"det\s+har\s+den\s+ikke|ikke\s+(?:\w+\s+)?(?:grundlag|aktuelt|på\s+dagsordenen|planer|prioriteret)",
)


def _curt(answer: AnswerText) -> _Verdict:
    """A yes or a no without a word on any document."""
    for sign, clause in particles(answer):
        return _Verdict(sign, State(sign, clause, None, named=False))
    undecided = next((clause for clause in answer.clauses if _UNDECIDED.search(clause.lower)), None)
    if undecided:
        return _Verdict("no", State("no", undecided, None, named=False))
    first = answer.clauses[0]
    if (
        len(first.tokens) <= _CURT
        and denies(first)
        and first.tokens[0].lower in {"det", "vi", "sådan", "noget", "der", "nej"}
    ):
        return _Verdict("no", State("no", first, None, named=False))
    return _Verdict(None)


def _document(answer: AnswerText, verdict: _Verdict) -> Document | None:
    """The document that the verdict speaks of: in its clause, else the last one named, else the next."""
    main = verdict.main
    if main is None or verdict.stance == "no":
        return None
    if main.document:
        return main.document
    spoken = subjects(answer)
    at = answer.clauses.index(main.clause)
    near = [subject.document for subject in (*reversed(spoken[: at + 1]), *spoken[at:])]
    return next((document for document in near if document and document.role == "own"), None)


def _asked_kind(answer: AnswerText, stance: Stance | None) -> Kind | None:
    """What a yes says yes to, where the question asks for one kind alone."""
    if stance != "yes":
        return None
    question = AnswerText.of("", answer.question)
    kinds = {document.kind for clause in question.clauses for document in documents(clause)}
    return next(iter(kinds)) if len(kinds) == 1 else None


_ASIDE: Final = 5
"""Words of a clause that only tells the year (`det skete i 2013`, `(2015-2020)`)."""
_OLDER: Final = words(r"(?:aller)?første|gamle|tidligere|oprindelig\w*|dengang|forrige|(?:før|inden)\s+(?:den|det|da)")


def _year(answer: AnswerText, states: tuple[State, ...], verdict: _Verdict) -> Year | None:
    """The year from which the present document holds; of a replaced one the newer year."""
    if verdict.stance not in {"yes", "partly"}:
        return None
    role = "host" if verdict.stance == "partly" else "own"
    telling = {state.clause for state in states if state.sign in FORCE | {"exists", "definite", "host"}}
    sentences = {clause.sentence for clause in telling}
    found: list[tuple[int, int, Year]] = []
    for clause, subject in zip(answer.clauses, subjects(answer), strict=True):
        value = year(clause)
        about = (
            subject.document is None
            or subject.document.role == role
            or subject.document == (verdict.main and verdict.main.document)
        )
        aside = len(clause.tokens) <= _ASIDE and clause.sentence in sentences
        if value and about and (clause in telling or subject.named or role == "host" or aside):
            found.append((not _OLDER.search(clause.lower), value.weight, value))
    if any(state.sign == "replaced" for state in states) and found:
        return max(found, key=lambda entry: entry[2].value)[2]
    return max(found, key=lambda entry: entry[:2])[2] if found else None


_BEHIND: Final[dict[Stance, frozenset[str]]] = {
    "yes": _STRONG | {"definite"},
    "planned": frozenset({"making"}),
    "partly": frozenset({"host"}),
    "no": frozenset({"absent", "dead"}),
}


def _behind(answer: AnswerText, told: tuple[State, ...], verdict: _Verdict) -> list[Span]:
    """The other clauses that say the same, a plain yes or no among them; two at most."""
    signs = _BEHIND[verdict.stance] if verdict.stance else frozenset()
    same = [state for state in told if state.sign in signs and state != verdict.main]
    plain = [clause for sign, clause in particles(answer) if sign == verdict.stance]
    return [*map(answer.clause_span, plain[:1]), *(state.span(answer) for state in same[-1:])]


def _admits(admitted: Standing, main: State | None) -> bool:
    """Whether the admission outweighs the verdict: there is none, or it only repeats what was asked."""
    if main is None:
        return True
    asked = main.clause.sentence == admitted.clause.sentence and main.clause.start > admitted.clause.start
    return admitted.whole and (main.document is None or asked)


def read(answer: AnswerText) -> Reading:
    """Read stance, kind, year and revision; the links are added from the page."""
    told = states(answer)
    verdict = _Ledger(told).verdict()
    admitted = standing(answer)
    if admitted and _admits(admitted, verdict.main):
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    verdict = verdict if verdict.main else _curt(answer)
    if verdict.main is None:
        first = answer.clause_span(answer.clauses[0])
        return Reading(evidence=(first,), doubts=(Doubt("stance", "no clause says whether there is one", (first,)),))
    document, since = _document(answer, verdict), _year(answer, told, verdict)
    spans = [verdict.main.span(answer), *_behind(answer, told, verdict)]
    spans += [answer.span(document.start, document.end)] if document else []
    spans += [answer.span(since.start, since.end)] if since else []
    spans += [verdict.revision.span(answer)] if verdict.revision else []
    return Reading(
        evidence=tuple(spans),
        stance=verdict.stance,
        kind=document.kind if document else _asked_kind(answer, verdict.stance),
        since=since.value if since else None,
        under_revision=verdict.revision is not None,
    )

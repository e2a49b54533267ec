"""What an answer says of the life of its documents, clause by clause: the states that a verdict is folded from.

Each clause speaks of the document that it names, or of the one named last (*den*, *som*, or no word at all).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from pipeline.danish import lifecycle_cues as cues
from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.documents import Document, documents
from pipeline.danish.negation import negated
from pipeline.danish.stance import EARLIER, OTHERS, OURS, Finding, findings, narrowed, particle, words
from schemas.evidence import Span

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
        marks = [
            mark for mark in (self.found, self.document) if mark and self.clause.start <= mark.start < self.clause.end
        ]
        if not marks:
            return answer.clause_span(self.clause)
        return narrowed(answer, self.clause, min(m.start for m in marks), max(m.end for m in marks))


@dataclass(frozen=True, slots=True)
class Subject:
    """The document that a clause speaks of."""

    document: Document | None
    named: bool


_BY: Final = re.compile(
    r"\b(?:afløs\w+|erstatte\w+|udskiftet|byttet|omdannet|lavet\s+om)\s+(?:\w+\s+)?(?:af|med|"
    r"til)\b"
)
# Characters before a document that may say that something stands in it: five words of the longest kind.
_NEARBY: Final = 160
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
    own = [document for document in documents(clause) if document.role == "own"]
    if not own or text.startswith("om "):
        return []
    definite, finite, has = (bool(cue.search(text)) for cue in (cues.DEFINITE, cues.FINITE, cues.HAVE))
    wanted = cues.WANTED.search(text) or (cues.PLURAL.search(text) and not cues.COUNTED.search(text))
    real = not wanted and (definite or has or not finite)
    missing = (has or not definite) and not text.startswith("uden ")
    for document in own:
        if negated(clause, document.start) or (listed and not finite):
            states += [State("absent", clause, document)] if missing else []
        elif real:
            states.append(State("definite" if definite else "exists", clause, document))
    return states


_PRONOUN: Final = words("den", "^som", "^der", "en$", "sådan", r"^(?:og\s+|men\s+)?det")
_LOOSE: Final = frozenset({"birth", "formed", "unborn", "dead", "alive", "pending", "in_force", "extended"})
"""Signs that need a subject: without one in sight they speak of something else (`værktøjerne lever videre`)."""
_WOULD_HAVE: Final = words(r"skulle\s+(?:\w+\s+){0,2}(?:være|have\s+været)")
"""An end that did not come: *skulle egentlig være stoppet efter tre år*."""
_OPENING: Final = 4
"""Characters that may stand before a verb that opens its clause (`og`, `men`)."""


def _spoken(clause: Clause, subject: Subject, found: Found) -> Found:
    """The signs that a clause says of its document; what needs a subject is dropped where none is in sight."""
    text = clause.lower
    if subject.named or text.startswith("om "):
        return {} if text.startswith("om ") else found
    adrift = not cues.IT.search(text) or (
        cues.DEPENDENT.search(text) and not words("den", r"a?ftalen|strategien").search(text)
    )
    loose = _LOOSE if adrift else frozenset()
    if not _PRONOUN.search(text) or (text.startswith(("der ", "som ")) and clause.opened_by != ","):
        loose |= {"formed"}
    opening = clause.start + _OPENING
    return {sign: finding for sign, finding in found.items() if sign not in loose or finding.start <= opening}


def _made(clause: Clause, found: Found) -> bool:
    """Whether the clause tells that something is being written, decided on or awaited."""
    text = clause.lower
    if cues.MAYBE.search(text) or (EARLIER.search(text) and "making" not in found):
        return False
    force = found.keys() & cues.FORCE or cues.HAVE.search(text)
    return bool(found.keys() & cues.MAKES or (force and (cues.DRAFT.search(text) or cues.CONDITION.search(text))))


def _first(found: Found, *signs: str) -> Finding | None:
    return min((found[sign] for sign in signs if sign in found), key=lambda finding: finding.start, default=None)


def _nobody(clause: Clause) -> bool:
    """Whether its last word is a `nobody` that a relative clause goes on with (`det er der ingen, der vil`)."""
    return clause.closed_by == "," and clause.tokens[-1].lower == "ingen"


def _own_states(clause: Clause, subject: Subject, found: Found, *, listed: bool) -> list[State]:
    text, made = clause.lower, _made(clause, found)
    base = State("", clause, subject.document, subject.named, new=bool(cues.NEW.search(text)))
    states = _changes(base, found, made=made)
    unreal = cues.UNFULFILLED.search(text) or text.startswith(("hvis ", "såfremt "))
    if not made and ("dead" not in found or _WOULD_HAVE.search(text)) and not unreal:
        holding = sorted(sign for sign in found.keys() & cues.FORCE if found[sign].holds)
        states += [replace(base, sign=sign, found=found[sign]) for sign in holding]
        states += [replace(base, sign="exists")] if "exists" in found and not subject.named else []
        states += _existence(clause, listed=listed)
    elif made:
        states += [state for state in _existence(clause, listed=listed) if state.sign == "absent"]
    if ("absent" in found and not _nobody(clause)) or "unborn" in found:
        document = subject.document if subject.named else None
        states.append(State("absent", clause, document, subject.named, found=_first(found, "absent", "unborn")))
    return states


def _changes(base: State, found: Found, *, made: bool) -> list[State]:
    """What happens to the document of a clause: it ends, is being made, is being renewed, or lives on."""
    text, states = base.clause.lower, []
    if made and "revision" in found and base.named and cues.DEFINITE.search(text):
        states.append(replace(base, sign="exists"))
    if "dead" in found and not found["dead"].imagined and not _WOULD_HAVE.search(text):
        states.append(replace(base, sign="dead", found=found["dead"], earlier=found["dead"].earlier))
    elif made:
        new = base.new or "revision" in found
        states.append(replace(base, sign="making", found=_first(found, *cues.MAKES), new=new))
    elif "revision" in found and not cues.MAYBE.search(text):
        states.append(replace(base, sign="revision", found=found["revision"], new=True))
    if "alive" in found:
        states.append(replace(base, sign="alive"))
    return states


def _hosts(sentence: tuple[Clause, ...], carried: Document | None) -> list[tuple[Clause, Document]]:
    """The documents of a sentence that may hold social economy as a part."""
    named = [(clause, document) for clause in sentence for document in documents(clause)]
    hosts = [(clause, document) for clause, document in named if document.role == "host"]
    if hosts:
        return hosts
    if not named:
        return [(sentence[0], carried)] if carried and carried.role == "host" else []
    text = " ".join(clause.lower for clause in sentence)
    if not cues.SOCIAL_WORD.search(text) or cues.OF_SOCIAL.search(text):
        return []
    return [(c, d) for c, d in named if d.role == "own" and _inside(c, d)]


def _inside(clause: Clause, document: Document) -> bool:
    """Whether the words before a document say that something stands in it."""
    at = document.start - clause.start
    return cues.INSIDE.search(clause.lower, max(0, at - _NEARBY), at) is not None


def _hosted(
    sentence: tuple[Clause, ...], carried: Document | None, found: Mapping[Clause, Found]
) -> tuple[Clause, Document] | None:
    """The clause and the document of a sentence that make social economy a part of something wider."""
    hosts = _hosts(sentence, carried)
    for clause in sentence if hosts else ():
        signs = {finding.sign for finding in found[clause].values() if not finding.denied}
        strong, weak = "host" in signs, "host_weak" in signs and hosts[0][1].role == "host"
        if (strong or weak) and not _foreign(clause) and not cues.UNREAL.search(clause.lower):
            return clause, hosts[0][1]
    return None


def _clause_states(clause: Clause, subject: Subject, found: Found, *, listed: bool) -> list[State]:
    if _foreign(clause):
        return []
    if subject.document is None or subject.document.role == "own":
        return _own_states(clause, subject, found, listed=listed)
    absent = [state for state in _existence(clause, listed=listed) if state.sign == "absent"]
    if (
        subject.document.role == "host"
        and found.keys() & (cues.MAKES | {"revision"})
        and not cues.MAYBE.search(clause.lower)
    ):
        absent.append(State("host_revision", clause, subject.document, subject.named, new=True))
    if not absent and (
        "unmentioned" in found or ("absent" in found and (not subject.named or subject.document.role == "foreign"))
    ):
        absent = [State("absent", clause, None, named=False)]
    return absent


def states(answer: AnswerText) -> tuple[State, ...]:
    """What each clause of the answer says of the life of its document, in reading order."""
    speaking = dict(zip(answer.clauses, subjects(answer), strict=True))
    found = {clause: {f.sign: f for f in findings((clause,), cues.CUES)} for clause in answer.clauses}
    result: list[State] = []
    for _, together in groupby(answer.clauses, key=lambda clause: clause.sentence):
        sentence = tuple(together)
        hosted = _hosted(sentence, speaking[sentence[0]].document, found)
        result += [State("host", *hosted)] if hosted else []
        listed = False
        for before, clause, following in zip((None, *sentence[:-1]), sentence, (*sentence[1:], None), strict=True):
            subject = speaking[clause]
            if hosted and subject.document == hosted[1]:
                subject = Subject(replace(hosted[1], role="host"), subject.named)
            new = _clause_states(clause, subject, _spoken(clause, subject, found[clause]), listed=listed)
            new = _overturned(new) if _refused(clause, before) or _is_label(following) else new
            listed = any(state.sign == "absent" for state in new)
            result += new
    return tuple(result)


def _refused(clause: Clause, before: Clause | None) -> bool:
    """Whether the clause before refuses what this one says (`det er ikke sådan, at vi ikke har`)."""
    return before is not None and clause.lower.startswith("at ") and bool(cues.REFUTED.search(before.lower))


def _is_label(following: Clause | None) -> bool:
    """Whether a no answers the clause (`Strategi: nej`)."""
    return following is not None and following.opened_by == ":" and particle(following) == "no"


def _overturned(states: list[State]) -> list[State]:
    turned = {"absent": "exists", "exists": "absent", "definite": "absent"}
    return [replace(state, sign=turned.get(state.sign, state.sign)) for state in states]

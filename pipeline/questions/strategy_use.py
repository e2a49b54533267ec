"""Question `strategy_use`: whether the strategy or agreement is used.

Every clause is asked whether it speaks of use, of disuse, of a part, or of a use to come. Use here and disuse there is
`partly`; a use to come is `planned`; without a strategy the question does not apply (the contract).
"""

from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.documents import documents
from pipeline.danish.negation import denies, negated
from pipeline.danish.stance import TODAY, Finding, findings, narrowed, particles, words
from pipeline.danish.standing import standing
from pipeline.danish.usage import DISUSED, FUTURE, PART, SUBSET, USED
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Stance
from schemas.evidence import Span

_CUES: Final = (*FUTURE, *PART, *DISUSED, *USED)
_GENERIC: Final = words(
    r"(?:nogle|mange|de\s+fleste|andre|den\s+slags|alle)\s+(?:\w+\s+)?(?:strategier|aftaler|"
    "politikker|planer|papirer)"
)
_GONE: Final = words(
    "ophævet|opsagt|udløbet|fravalgt|droppet|skrinlagt|afskaffet|nedlagt|bortfaldet|"
    r"ingen\s+af\s+delene|findes\s+(?:jo\s+)?ikke|ikke\s+findes|eksisterer\s+ikke|"
    r"ikke\s+eksisterer"
)
_NOTHING: Final = words(
    r"(?:har|er\s+der|der\s+er|findes)\s+(?:\w+\s+){0,3}(?:ingen|ikke\s+(?:nogen|en|noget|"
    r"én))(?:\s+at\s+(?:bruge|følge)|\s+af\s+delene)?$|ikke\s+(?:\w+\s+){0,2}(?:noget|nogen|"
    r"en)\s+at\s+(?:bruge|følge)",
    r"ikke\s+(?:\w+\s+)?relevant|uaktuelt|irrelevant|(?:det|sådan\s+en|sådan\s+én|"
    r"en)\s+har\s+vi\s+(?:\w+\s+)?ikke$",
)
_HAVING: Final = words(r"har\s+(?:i|kommunen|man)", "findes", r"er\s+der", r"ligger\s+der", "foreligger")
_ABOUT: Final = words("den", "strategien", "aftalen", "planen", "politikken", "handleplanen", "bruges", "det")
_ASIDE: Final = words(r"^(?:om|(?:også\s+|og\s+|men\s+)?(?:selv\s?om|skønt|uanset|trods))")
_LACKED: Final = words(r"^(?:som\s+)?(?:man|vi|der|som)\s+(?:\w+\s+)?ikke\s+(?:har|findes|eksisterer)$")
_PAST: Final = words("blev", "var", "brugte", "fulgte", "gik", "arbejdede", "plejede")
_MERELY: Final = words(r"ikke\s+(?:kun|bare|blot|alene)")
_SHORT: Final = 5
"""Words of a clause that may be a whole answer (`Kun i jobcentret`)."""


def _without(answer: AnswerText) -> Clause | None:
    """The clause that says there is nothing to use."""
    for clause in answer.clauses:
        text = clause.lower
        missing = any(
            document.role == "own"
            and document.kind != "policy"
            and negated(clause, document.start)
            and clause.text[document.end - clause.start - 1] != "t"
            and not text[: document.end - clause.start].endswith(("en", "et"))
            for document in documents(clause)
        )
        nobody = clause.closed_by == "," and clause.tokens[-1].lower in {"ingen", "nogen"}
        missing = missing and not findings((clause,), USED)
        if missing or _LACKED.search(text) or _GONE.search(text) or (_NOTHING.search(text) and not nobody):
            return clause
    return None


_HELD: Final = frozenset({"noget", "nogen", "ingen", "mange", "en", "et", "én", "det", "dokument", "papir"})
"""Last words before a relative clause that shares their denial (`der er ingen, der bruger den`)."""


def _turned(clause: Clause, before: Clause | None) -> bool:
    """Whether the clause before turns this one round: `ikke noget, vi følger`, `ikke et møde, uden at`."""
    if before is None or before.sentence != clause.sentence or not denies(before):
        return False
    return clause.lower.startswith("uden at") or before.tokens[-1].lower in _HELD


_AHEAD: Final = ("not_yet", "future", "fresh")


def _signs(clause: Clause, before: Clause | None) -> dict[str, Finding]:
    """What a clause says of use; at most one of part, use and disuse, and whether it lies ahead."""
    text = clause.lower
    if _GENERIC.search(text) or _ASIDE.search(text):
        return {}
    found = {f.sign: f for f in reversed(findings((clause,), _CUES)) if f.sign == "part" or not (f.others or f.earlier)}
    if _PAST.search(text) and not TODAY.search(text):
        found = {sign: finding for sign, finding in found.items() if sign not in {"used", "often"}}
    ahead: dict[str, Finding] = {sign: found[sign] for sign in _AHEAD if sign in found}
    real = {sign: f for sign, f in found.items() if not f.imagined or sign == "part"}
    about = _ABOUT.search(text) or (before is None and len(clause.tokens) <= _SHORT)
    used = real.get("used") or (real.get("often") if about else None)
    if _MERELY.search(text):
        real.pop("unused", None)
    if "part" in real or "rarely" in real:
        return {"part": real.get("part") or real["rarely"]}
    if "some" in real and "unused" not in real and (used or len(clause.tokens) <= _SHORT):
        return {"part": real["some"], **ahead}
    return ahead if ahead.keys() & {"not_yet", "future"} else {**_said(clause, before, real, used), **ahead}


def _said(clause: Clause, before: Clause | None, real: dict[str, Finding], used: Finding | None) -> dict[str, Finding]:
    """Use or disuse, turned round where the clause before denies it."""
    turned = _turned(clause, before)
    if "known" in real and turned:
        return {"unused": real["known"]}
    if "unused" in real:
        return {"used" if turned else "unused": real["unused"]}
    return {"unused" if turned else "used": used} if used else {}


Signs = dict[str, list[Finding]]


def _pick(found: Signs, *, divided: bool) -> tuple[Stance, list[Finding]] | None:
    """The stance of the signs that hold, and what decides it."""
    used, unused, part, fresh = (found.get(sign, []) for sign in ("used", "unused", "part", "fresh"))
    late = found.get("not_yet", [])
    ahead = late + found.get("future", [])
    if part or (used and (unused or divided) and not late):
        return "partly", part + used + unused
    if ahead and (late or not used):
        return "planned", ahead
    if used:
        return "yes", used
    if unused:
        return "no", unused
    return ("planned", fresh) if fresh else None


def _told(answer: AnswerText) -> tuple[Stance, list[Finding]] | None:
    found: Signs = {}
    clauses = answer.clauses
    for before, clause in zip((None, *clauses), clauses, strict=False):
        for sign, finding in _signs(clause, before).items():
            found.setdefault(sign, []).append(finding)
    parts = [clause for clause in clauses if SUBSET.search(clause.lower)]
    divided = len(parts) > 1 and any(denies(clause) for clause in parts) and "used" in found
    return _pick(found, divided=divided)


def _asked(admission: Clause, told: Clause) -> bool:
    """Whether what is told only repeats the question after the admission (`vi ved ikke, hvor meget den bruges`)."""
    return told.sentence == admission.sentence and told.start > admission.start


def _by_particles(answer: AnswerText, first: Stance, plain: list[Span]) -> Reading:
    """What a yes or a no says by itself; a yes for one place beside a no for another is partly.

    *I jobcentret ja. Andre steder nej.*
    """
    said = list(particles(answer))
    if {sign for sign, _ in said} == {"yes", "no"} and any(SUBSET.search(clause.lower) for _, clause in said):
        return Reading(stance="partly", evidence=tuple(answer.clause_span(clause) for _, clause in said))
    return Reading(stance=first, evidence=tuple(plain))


def read(answer: AnswerText) -> Reading:
    """Read whether the strategy is used."""
    told, without, admitted = _told(answer), _without(answer), standing(answer)
    if without and (told is None or told[0] == "no"):
        return Reading(status="not_applicable", evidence=(answer.clause_span(without),))
    if admitted and (told is None or _asked(admitted.clause, told[1][0].clause)):
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    particle = None if _HAVING.search(answer.question.lower()) else next(particles(answer), None)
    plain = [answer.clause_span(particle[1])] if particle else []
    if particle and told is None:
        return _by_particles(answer, particle[0], plain)
    if told is None:
        first = answer.clause_span(answer.clauses[0])
        return Reading(evidence=(first,), doubts=(Doubt("stance", "no clause speaks of use", (first,)),))
    stance, behind = told
    if particle and {stance, particle[0]} == {"yes", "no"} and any(SUBSET.search(c.lower) for c in answer.clauses):
        return Reading(stance="partly", evidence=(*plain, answer.clause_span(behind[0].clause)))
    spans = [
        narrowed(answer, finding.clause, finding.start, finding.end) for finding in (*behind[:2], *behind[2:][-1:])
    ]
    return Reading(stance=stance, evidence=(*(plain if particle and particle[0] == stance else []), *spans))

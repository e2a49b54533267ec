"""Finds the clause that admits an answer is missing: not known, not told, or the question does not apply."""

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.danish.admissions import (
    ACROSS,
    DENYING,
    ENDS_IN_SAYING,
    LOOKALIKE,
    NEGATOR,
    PLAIN,
    Missing,
)
from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.sentences import sentences_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What an answer says instead of an answer, and where."""

    status: Missing
    clause: Clause
    """The clause that says it; several clauses in one where only together they say it."""
    whole: bool
    """Whether the rest of the answer only explains it; false when the admission is an aside."""


_VERB_FIRST: Final = re.compile(r"(?:og |men )?(?:kan|kunne|ved|har|skulle) (?:vi|jeg|man|de)\b")
_VERB_THEN: Final = re.compile(
    r", (?:så )?(?!(?:for|men|og|da|fordi|at|som|hvis|når|så|hvor|eller)\b)[a-zæøå]{2,20} (?:vi|jeg|man|de)\b"
)
# A sentence may say two of them: *det kan vi ikke oplyse, for tallene er fortrolige* declines.
_BY_RANK: Final[tuple[Missing, ...]] = ("not_applicable", "declined", "unknown")


def standing(answer: AnswerText) -> Standing | None:
    """Find the first admission that one does not know, will not say, or that the question does not apply.

    None for an answer that admits nothing of the kind. Whether a value printed beside it wins is the caller's
    business: by the contract one number given makes the whole answer `answered`.
    """
    for sentence in sentences_of(answer.clauses):
        found = [(_of_clause(clause, answer), clause) for clause in sentence]
        whole = _joined(answer.source, sentence)
        found.append((_of_sentence(whole), whole))
        for status in _BY_RANK:
            clause = next((clause for said, clause in found if said == status), None)
            if clause:
                return Standing(status, clause, _whole(answer, clause))
    return None


def _of_clause(clause: Clause, answer: AnswerText) -> Missing | None:
    denies = bool(NEGATOR.search(clause.text))
    said = next((rank for rank in _BY_RANK if _says(rank, clause.text, denies=denies)), None)
    if not said or LOOKALIKE.search(clause.text) or _is_condition(clause, answer):
        return None
    claims = ENDS_IN_SAYING.search(clause.text) and _next_opens_with_that(clause, answer)
    return None if claims and said != "not_applicable" else said


def _says(status: Missing, text: str, *, denies: bool) -> bool:
    return bool((denies and DENYING[status].search(text)) or PLAIN[status].search(text))


def _of_sentence(sentence: Clause) -> Missing | None:
    if not NEGATOR.search(sentence.text) or LOOKALIKE.search(sentence.text):
        return None
    return next((rank for rank in _BY_RANK if ACROSS[rank].search(sentence.text)), None)


def _is_condition(clause: Clause, answer: AnswerText) -> bool:
    """Whether the verb comes first and another follows: `kan jeg ikke selv svare, kører jeg dem derud`."""
    return bool(
        clause.closed_by == "," and _VERB_FIRST.match(clause.lower) and _VERB_THEN.match(answer.source, clause.end)
    )


def _next_opens_with_that(clause: Clause, answer: AnswerText) -> bool:
    """Whether *at …* follows: `man kan ikke sige, at de står i kø` claims something."""
    return answer.source[clause.end : clause.end + 5].lower().startswith(", at ")


def _joined(source: str, clauses: tuple[Clause, ...]) -> Clause:
    text = source[clauses[0].start : clauses[-1].end]
    tokens = tuple(token for clause in clauses for token in clause.tokens)
    last = clauses[-1]
    return replace(clauses[0], tokens=tokens, end=last.end, text=text, lower=text.lower(), closed_by=last.closed_by)


def _whole(answer: AnswerText, clause: Clause) -> bool:
    """Whether it opens the answer or closes it, and nothing (*men*, *dog*) turns away from it afterwards."""
    later = [other for other in answer.clauses if other.start >= clause.end]
    turned = any(other.has("men", "dog", "gengæld", "derimod", "alligevel") for other in later)
    return not turned and (clause.sentence == 0 or not any(other.sentence > clause.sentence for other in later))

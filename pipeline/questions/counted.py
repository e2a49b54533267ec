"""What the three questions that ask for numbers share: status and evidence from the figures that were read."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.standing import standing
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Quantity
from schemas.evidence import Span

_VAGUE: Final = re.compile(
    r"^\s*(?:(?:kun|blot|ganske|meget|der er|vi har|det er|rigtig|desværre) ){0,2}(?:få|enkelte|flere|mange|nogle"
    r"|snesevis"
    r"|dusinvis|de fleste|masser|adskillige|et mindre antal|en del)\b(?! (?:gange|år|om|steder|gør))"
)
"""An amount without a number: it says something to the question, even if the figure itself is said to be lacking."""
_NO_ENTERPRISES: Final = re.compile(
    r"\b(?:ingen|hverken|ikke (?:længere |pt\.? |i dag |endnu )?(?:nogen|nogle)) "
    r"(?:[^\W\d_]+ ){0,5}[^\W\d_]{0,9}virksomhed"
)


def reading(
    answer: AnswerText, quantities: Mapping[str, Quantity], unsure: Iterable[str], *, of_enterprises: bool = False
) -> Reading:
    """Build the reading: figures make an answer `answered`; without any, what it admits decides.

    With of_enterprises the question asks something of enterprises, and does not apply where there are none.
    """
    doubts = tuple(Doubt(f"quantities.{name}", "several figures fit equally well") for name in unsure)
    if quantities:
        spans = tuple(dict.fromkeys(span for quantity in quantities.values() for span in quantity.evidence))
        return Reading("answered", spans, quantities=quantities, doubts=doubts)
    admitted = standing(answer)
    if admitted and not any(_VAGUE.search(clause.lower) for clause in answer.clauses):
        return Reading(admitted.status, (answer.clause_span(admitted.clause),))
    failed = _no_enterprises(answer) if of_enterprises else None
    if failed:
        return Reading("not_applicable", (answer.clause_span(failed),))
    reason = doubts or (Doubt("quantities", "no figure could be read"),)
    return Reading("answered", (_first_span(answer),), doubts=reason)


def _first_span(answer: AnswerText) -> Span:
    """Cut the first clause; of an answer that is all punctuation, the first line."""
    if answer.clauses:
        return answer.clause_span(answer.clauses[0])
    start, end, _ = answer.lines[0]
    return answer.span(start, end)


def _no_enterprises(answer: AnswerText) -> Clause | None:
    return next((clause for clause in answer.clauses if _NO_ENTERPRISES.search(clause.lower)), None)

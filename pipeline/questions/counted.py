"""What the three questions that ask for numbers share: status and evidence from the figures that were read."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.standing import premise_fails, standing
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Quantity

_VAGUE: Final = re.compile(
    r"^\s*(?:(?:kun|blot|ganske|meget|der er|vi har|det er|rigtig|desværre) ){0,2}(?:få|enkelte|flere|mange|nogle"
    r"|snesevis"
    r"|dusinvis|de fleste|masser|adskillige|et mindre antal|en del)\b(?! (?:gange|år|om|steder|gør))"
)
"""An amount without a number: it says something to the question, even if the figure itself is said to be lacking."""
_NONE_OF: Final = re.compile(r"\b(?:ingen|hverken|ikke (?:længere |pt\.? |i dag )?(?:nogen|nogle))\b")


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
    return Reading("answered", (answer.clause_span(answer.clauses[0]),), doubts=reason)


def _no_enterprises(answer: AnswerText) -> Clause | None:
    clause = premise_fails(answer, ("virksomhed",))
    return clause if clause and _NONE_OF.search(clause.lower) else None

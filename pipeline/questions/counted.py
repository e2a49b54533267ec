"""What the three questions that ask for numbers share: status and evidence from the figures that were read."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.standing import standing
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import Quantity

_VAGUE: Final = re.compile(
    r"^\s*(?:(?:kun|blot|ganske|meget|der er|vi har|det er|rigtig|desværre) ){0,2}"
    r"(?:få|enkelte|flere|mange|nogle|snesevis|dusinvis|de fleste|masser|adskillige|et mindre antal|en del)\b(?! (?:gange|år|om|steder))"
)
"""An amount without a number: it says something to the question, even if the figure itself is said to be lacking."""


def reading(answer: AnswerText, quantities: Mapping[str, Quantity], unsure: Iterable[str]) -> Reading:
    """Build the reading: figures make an answer `answered`; without any, what it admits decides."""
    doubts = tuple(Doubt(f"quantities.{name}", "several figures fit equally well") for name in unsure)
    if quantities:
        spans = tuple(dict.fromkeys(span for quantity in quantities.values() for span in quantity.evidence))
        return Reading("answered", spans, quantities=quantities, doubts=doubts)
    admitted = standing(answer)
    if admitted and not any(_VAGUE.search(clause.lower) for clause in answer.clauses):
        return Reading(admitted.status, (answer.clause_span(admitted.clause),))
    reason = doubts or (Doubt("quantities", "no figure could be read"),)
    return Reading("answered", (answer.clause_span(answer.clauses[0]),), doubts=reason)

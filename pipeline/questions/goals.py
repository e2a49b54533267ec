"""`goals`: what does the municipality want to achieve? Items as printed, and the themes named as wanted."""

import re
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.enumeration import items_of
from pipeline.danish.standing import standing
from pipeline.danish.themes import themes_of
from pipeline.questions.reading import Doubt, Reading

# The premise is that the municipality gives the field priority (ruling 13 of the contract).
_NO_PRIORITY: Final = re.compile(
    r"\bprioriter(?:er|es|et) (?:\w+ ){0,4}(?:ikke|næppe)\b|\b(?:ikke|aldrig) (?:\w+ ){0,3}prioriter(?:er|es|et|e)\b|"
    r"\b(?:ingen|ikke (?:\w+ ){0,3}(?:nogen|en)) (?:\w+ ){0,2}(?:prioritering|særindsats|særlig indsats)\b",
    re.IGNORECASE,
)


def read(answer: AnswerText) -> Reading:
    """Read items and themes; without either, what the answer says of its missing."""
    items, themes = items_of(answer), themes_of(answer)
    said = standing(answer)
    refused = said is not None and said.status != "unknown" and said.clause.sentence == 0
    if items or (themes and not refused):
        first = themes[0].evidence if themes else items[0].evidence
        return Reading(evidence=first, items=items, themes=themes)
    if said:
        return Reading(status=said.status, evidence=(answer.clause_span(said.clause),))
    unwanted = _without_priority(answer)
    if unwanted:
        return Reading(status="not_applicable", evidence=(answer.clause_span(unwanted),))
    start, end, _ = answer.lines[0]
    opening = (answer.clause_span(answer.clauses[0]) if answer.clauses else answer.span(start, end),)
    return Reading(evidence=opening, doubts=(Doubt("themes", "no theme could be read", opening),))


def _without_priority(answer: AnswerText) -> Clause | None:
    return next((clause for clause in answer.clauses if _NO_PRIORITY.search(clause.text)), None)

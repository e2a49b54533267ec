"""What has the municipality started for social enterprises? Reads what the answer enumerates."""

from pipeline.danish.clauses import AnswerText
from pipeline.danish.enumeration import items_of
from pipeline.danish.standing import standing
from pipeline.questions.merged import ACTIVITIES, items_for
from pipeline.questions.reading import Reading


def read(answer: AnswerText) -> Reading:
    """Read the items; an answer in prose has none and is still an answer."""
    items = items_for(answer, ACTIVITIES)
    admitted = standing(answer)
    if not items_of(answer) and admitted and admitted.clause.sentence == 0:
        return Reading(status=admitted.status, evidence=(answer.clause_span(admitted.clause),))
    start, end, _ = answer.lines[0]
    first = answer.clause_span(answer.clauses[0]) if answer.clauses else answer.span(start, end)
    evidence = items[0].evidence if items else (first,)
    return Reading(items=items, evidence=evidence)

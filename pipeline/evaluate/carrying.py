"""Whether the evidence of a value that was read stands where a person found it."""

from collections.abc import Iterator
from typing import Final

from pipeline.evaluate.facts import Fact
from schemas.answers import Answer, EnterprisesAnswer, GoalsAnswer, Quantity, WorkforceAnswer
from schemas.evidence import Evidence

# Evidence longer than this many times the gold clause points at too much.
_LONGEST: Final = 2


def carried(text: str, clause: str, answer: Answer, fact: Fact) -> bool:
    """Whether a span behind the fact overlaps the gold clause and is at most twice as long."""
    places = tuple(_places(text, clause))
    return any(
        span.end - span.start <= _LONGEST * len(clause)
        and any(span.start < end and start < span.end for start, end in places)
        for span in _spans_behind(answer, fact)
    )


def _places(text: str, clause: str) -> Iterator[tuple[int, int]]:
    start = text.find(clause)
    while clause and start >= 0:
        yield start, start + len(clause)
        start = text.find(clause, start + 1)


def _spans_behind(answer: Answer, fact: Fact) -> Evidence:
    """Find the evidence of one fact: a quantity's or theme's own, else the answer's."""
    if fact.group == "quantity" and isinstance(answer, EnterprisesAnswer | WorkforceAnswer):
        quantity = getattr(answer.quantities, fact.key.rpartition(".")[2])
        return quantity.evidence if isinstance(quantity, Quantity) else ()
    if fact.group == "themes" and isinstance(answer, GoalsAnswer):
        return tuple(span for theme in answer.themes if theme.name == fact.value for span in theme.evidence)
    return answer.evidence

"""Leaf: how many social enterprises there are, and how many jobs for people on the edge they have made."""

from pipeline.danish.clauses import AnswerText
from pipeline.danish.quantities import enterprise_figures
from pipeline.questions.counted import reading
from pipeline.questions.reading import Reading


def read(answer: AnswerText) -> Reading:
    """Read `count` (all, not the registered part) and `jobs`."""
    figures = enterprise_figures(answer, registered=False)
    return reading(answer, figures.quantities, figures.unsure)

"""Leaf: how many registered social enterprises (RSV) there are, and how many jobs for people on the edge they made."""

from pipeline.danish.clauses import AnswerText
from pipeline.danish.quantities import enterprise_figures
from pipeline.questions.counted import reading
from pipeline.questions.reading import Reading


def read(answer: AnswerText) -> Reading:
    """Read `count` and `jobs` of the registered ones: nobody registered is 0, no enterprise at all is no answer."""
    figures = enterprise_figures(answer, registered=True)
    return reading(answer, figures.quantities, figures.unsure, of_enterprises=True)

"""Leaf: who works in the enterprises, on ordinary terms, in flexijobs, in placements, and as volunteers."""

from pipeline.danish.clauses import AnswerText
from pipeline.danish.staffing import workforce_figures
from pipeline.questions.counted import reading
from pipeline.questions.reading import Reading


def read(answer: AnswerText) -> Reading:
    """Read the four groups; without any enterprise the question does not apply."""
    figures = workforce_figures(answer)
    return reading(answer, figures.quantities, figures.unsure, of_enterprises=True)

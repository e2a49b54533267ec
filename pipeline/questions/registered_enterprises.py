"""How many registered social enterprises (RSV) are there, and how many jobs for people on the edge have they made?"""

from pipeline.danish.clauses import AnswerText
from pipeline.danish.quantities import enterprise_figures
from pipeline.danish.standing import premise_fails
from pipeline.questions.counted import reading
from pipeline.questions.reading import Reading


def read(answer: AnswerText) -> Reading:
    """Read `count` and `jobs` of the registered enterprises; nobody registered is a `count` of 0."""
    figures = enterprise_figures(answer, registered=True)
    failed = None if figures.quantities else premise_fails(answer, ("virksomhed",))
    if failed:
        return Reading("not_applicable", (answer.clause_span(failed),))
    return reading(answer, figures.quantities, figures.unsure)

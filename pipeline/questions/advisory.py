"""Does the municipality advise social enterprises, and how? Reads the stance and what the answer enumerates."""

from dataclasses import replace
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues
from pipeline.danish.practice import ABOLISHED, COMING, SPARSELY, UNDONE
from pipeline.danish.support import ADVISES, ADVISES_NOT, NARROWLY
from pipeline.questions.merged import ADVISORY, items_for
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import Scale, weigh

_SCALE: Final = Scale(
    cues=(
        cues("yes", *ADVISES),
        cues("partly", *SPARSELY, *NARROWLY),
        cues("planned", *COMING),
        cues("no", *ADVISES_NOT, *ABOLISHED, *UNDONE, factual=False, literal=True),
    ),
    verdicts={
        frozenset({"yes", "partly"}): "partly",
        frozenset({"no", "partly"}): "partly",
        frozenset({"yes", "no", "partly"}): "partly",
        frozenset({"no", "planned"}): "planned",
        frozenset({"yes", "planned"}): "yes",
    },
)


def read(answer: AnswerText) -> Reading:
    """Read whether advice is given, itself or through a body it pays or sends people to; a bare list says that it is."""
    reading = weigh(answer, _SCALE)
    items = items_for(answer, ADVISORY)
    if reading.status != "answered" or not items:
        return reading
    if reading.stance is None and not reading.doubts[0].evidence[1:]:
        reading = replace(reading, stance="yes", evidence=items[0].evidence, doubts=())
    return replace(reading, items=items)

"""Does the municipality advise social enterprises, and how? Reads the stance and what the answer enumerates."""

from dataclasses import replace
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues
from pipeline.danish.phrasebook import phrasebook
from pipeline.questions.merged import ADVISORY, items_for
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import PRACTICE_VERDICTS, Scale, weigh

_PRACTICE: Final = phrasebook("practice")
_SUPPORT: Final = phrasebook("support")
_SCALE: Final = Scale(
    cues=(
        cues("yes", *_SUPPORT["advises"]),
        cues("partly", *_PRACTICE["sparsely"], *_SUPPORT["narrowly"], literal=True),
        cues("planned", *_PRACTICE["coming"]),
        cues(
            "no",
            *_SUPPORT["advises_not"],
            *_PRACTICE["abolished"],
            *_PRACTICE["undone"],
            factual=False,
            literal=True,
        ),
        cues("no", *_PRACTICE["denied_before"], factual=False, literal=True, weak=True),
    ),
    verdicts=PRACTICE_VERDICTS,
    practice=True,
)


def read(answer: AnswerText) -> Reading:
    """Read whether advice is given, also through a body that is paid or sent to; a bare list says that it is."""
    reading = weigh(answer, _SCALE)
    items = items_for(answer, ADVISORY)
    if reading.status != "answered" or not items:
        return reading
    if reading.stance is None and not reading.doubts[0].evidence[1:]:
        reading = replace(reading, stance="yes", evidence=items[0].evidence, doubts=())
    return replace(reading, items=items)

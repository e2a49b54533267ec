"""Does the municipality advise social enterprises, and how? Reads the stance and what the answer enumerates."""

from dataclasses import replace
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues
from pipeline.danish.phrasebook import pattern_of, phrasebook
from pipeline.questions.merged import ADVISORY, items_for
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import PRACTICE_VERDICTS, Scale, weigh

_PRACTICE: Final = phrasebook("practice")
_SUPPORT: Final = phrasebook("support")
_ADVICE: Final = pattern_of(_SUPPORT["advice"])
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
    helping = next((item for item in items if _ADVICE.search(item.text.lower())), items[0])
    if reading.stance is None and not reading.doubts[0].evidence[1:]:
        return replace(reading, stance="yes", evidence=helping.evidence, doubts=(), items=items)
    named = helping.evidence if reading.stance == "yes" else ()
    return replace(reading, items=items, evidence=reading.evidence + named)

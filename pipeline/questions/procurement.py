"""Does the municipality buy with social enterprises in mind? Reads the stance."""

from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues
from pipeline.danish.phrasebook import phrasebook
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import PRACTICE_VERDICTS, Scale, weigh

_PRACTICE: Final = phrasebook("practice")
_PURCHASE: Final = phrasebook("purchase")
_SCALE: Final = Scale(
    cues=(
        cues("yes", *_PURCHASE["buys"], denied="no"),
        cues("partly", *_PRACTICE["sparsely"], *_PRACTICE["by_a_few"], literal=True),
        cues("partly", *_PRACTICE["trial"], *_PRACTICE["tries"]),
        cues("planned", *_PRACTICE["coming"]),
        cues(
            "no",
            *_PURCHASE["buys_not"],
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
    """Read whether purchases, tenders or clauses are made with social enterprises in mind."""
    return weigh(answer, _SCALE)

"""Does the municipality work with registered enterprises (RSV) only? Reads the stance."""

from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import cues
from pipeline.danish.phrasebook import pattern_of, phrasebook
from pipeline.questions.reading import Reading
from pipeline.questions.weighing import Scale, weigh

_PARTNERS: Final = phrasebook("exclusivity")
_SCALE: Final = Scale(
    cues=(
        cues("yes", *_PARTNERS["restricts"], denied="no"),
        cues("yes", *_PARTNERS["restricts_by_not"], literal=True),
        cues("partly", *_PARTNERS["first"], *_PARTNERS["shut_in"]),
        cues("no", *_PARTNERS["welcomes"], factual=False),
        cues("no", *_PARTNERS["takes_in"], denied="yes"),
        cues("no", *_PARTNERS["welcomes_by_not"], factual=False, literal=True),
        cues("no", *_PARTNERS["unwritten"], factual=False, literal=True, weak=True),
    ),
    verdicts={
        frozenset({"yes", "no"}): "partly",
        frozenset({"yes", "partly"}): "partly",
        frozenset({"no", "partly"}): "partly",
        frozenset({"yes", "no", "partly"}): "partly",
    },
)
_REVERSED: Final = pattern_of(_PARTNERS["asks_for_others"])


def read(answer: AnswerText) -> Reading:
    """Read whether others than registered enterprises are partners too."""
    return weigh(answer, _SCALE, reversed_question=bool(_REVERSED.search(answer.question.lower())))

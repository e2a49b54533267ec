"""What stands between reading and assembling: the eleven answers, with what a person should look at."""

from schemas.base import Model
from schemas.record import RecordWarning
from schemas.social_economy import Answers


class Answered(Model):
    """All answers of an article."""

    answers: Answers
    """The eleven questions."""
    warnings: tuple[RecordWarning, ...] = ()
    """Doubtful values and pointers that lead nowhere."""

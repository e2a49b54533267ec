"""The series `social_economy`: its eleven questions, one typed answer each."""

from typing import Final, get_args

from schemas.answers import (
    AdvisoryAnswer,
    Answer,
    EnterprisesAnswer,
    GoalsAnswer,
    ItemsAnswer,
    QuestionKey,
    SentimentAnswer,
    StanceAnswer,
    StrategyAnswer,
    WorkforceAnswer,
)
from schemas.base import Model

SERIES: Final = "social_economy"
SERIES_VERSION: Final = "1"
KEYS: Final[tuple[QuestionKey, ...]] = get_args(QuestionKey)


class Answers(Model):
    """All eleven questions, always; one that is not in the article is `not_asked`."""

    strategy: StrategyAnswer = StrategyAnswer()
    """Is there a strategy or an agreement?"""
    strategy_use: StanceAnswer = StanceAnswer()
    """Is it used?"""
    goals: GoalsAnswer = GoalsAnswer()
    """What is wanted?"""
    social_enterprises: EnterprisesAnswer = EnterprisesAnswer()
    """How many social enterprises, and jobs?"""
    registered_enterprises: EnterprisesAnswer = EnterprisesAnswer()
    """How many registered ones (RSV), and jobs?"""
    workforce: WorkforceAnswer = WorkforceAnswer()
    """Who works there, on which terms?"""
    rsv_only_policy: StanceAnswer = StanceAnswer()
    """Does the municipality work with registered enterprises only?"""
    rsv_experience: SentimentAnswer = SentimentAnswer()
    """What is its experience of the registration scheme?"""
    activities: ItemsAnswer = ItemsAnswer()
    """What has it started?"""
    advisory: AdvisoryAnswer = AdvisoryAnswer()
    """Does it advise, and how?"""
    procurement: StanceAnswer = StanceAnswer()
    """Does it buy with these enterprises in mind?"""

    def of(self, key: QuestionKey) -> Answer:
        """The answer to a question key."""
        answer: Answer = getattr(self, key)
        return answer


class Series(Model):
    """A series of articles: which questions its articles ask."""

    name: str = SERIES
    """The series' name, as in a record's `series`."""
    version: str = SERIES_VERSION
    """Counts up when a question key changes its meaning."""
    keys: tuple[QuestionKey, ...] = KEYS
    """The question keys, in the usual printed order."""


SOCIAL_ECONOMY: Final = Series()

"""The leaves of the series: one for each question key."""

from collections.abc import Callable
from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.questions import (
    activities,
    advisory,
    goals,
    procurement,
    registered_enterprises,
    rsv_experience,
    rsv_only_policy,
    social_enterprises,
    strategy,
    strategy_use,
    workforce,
)
from pipeline.questions.reading import Reading
from schemas.answers import QuestionKey

LEAVES: Final[dict[QuestionKey, Callable[[AnswerText], Reading]]] = {
    "strategy": strategy.read,
    "strategy_use": strategy_use.read,
    "goals": goals.read,
    "social_enterprises": social_enterprises.read,
    "registered_enterprises": registered_enterprises.read,
    "workforce": workforce.read,
    "rsv_only_policy": rsv_only_policy.read,
    "rsv_experience": rsv_experience.read,
    "activities": activities.read,
    "advisory": advisory.read,
    "procurement": procurement.read,
}

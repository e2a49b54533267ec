"""A record in words: short titles for the questions, signs for the statuses, and every value as a phrase."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.answers import (
    AdvisoryAnswer,
    Answer,
    EnterprisesAnswer,
    GoalsAnswer,
    ItemsAnswer,
    Quantity,
    QuestionKey,
    SentimentAnswer,
    StanceAnswer,
    Status,
    StrategyAnswer,
    WorkforceAnswer,
)
from schemas.evidence import Evidence, Span


class Sign(NamedTuple):
    """How a status is told apart at a glance."""

    mark: str
    words: str
    style: str


TITLES: Final[dict[QuestionKey, str]] = {
    "strategy": "Strategi eller aftale",
    "strategy_use": "Bruges den aktivt?",
    "goals": "Hvad vil man opnå?",
    "social_enterprises": "Socialøk. virksomheder",
    "registered_enterprises": "Registrerede (RSV)",
    "workforce": "Medarbejdere",
    "rsv_only_policy": "Samarbejde kun med RSV",
    "rsv_experience": "Erfaringer med RSV",
    "activities": "Igangsatte aktiviteter",
    "advisory": "Sparring og rådgivning",
    "procurement": "Indkøb hos dem",
}
SIGNS: Final[dict[Status, Sign]] = {
    "answered": Sign("✓", "answered", "green"),
    "unknown": Sign("?", "unknown", "yellow"),
    "not_applicable": Sign("∅", "not applicable", "blue"),
    "declined": Sign("✗", "declined", "red"),
    "refers": Sign("→", "refers", "cyan"),
    "blank": Sign("○", "blank", "magenta"),
    "not_asked": Sign("·", "not asked", "dim"),
}
PROSE: Final = "in words only"
_COUNTED: Final = {
    "count": "enterprises",
    "jobs": "jobs",
    "ordinary": "ordinary staff",
    "flex_and_sheltered": "in flexi and sheltered jobs",
    "placements": "in placements",
    "volunteers": "volunteers",
}
_SENTIMENTS: Final = {"none": "no experience"}


def values_in_words(answer: Answer) -> tuple[str, ...]:
    """Say what an answer states, a phrase a value; empty when it states none."""
    return tuple(_values(answer))


def _values(answer: Answer) -> Iterator[str]:
    if isinstance(answer, StanceAnswer | AdvisoryAnswer) and answer.stance:
        yield answer.stance
    if isinstance(answer, StrategyAnswer):
        yield from _strategy(answer)
    if isinstance(answer, SentimentAnswer) and answer.sentiment:
        yield _SENTIMENTS.get(answer.sentiment, answer.sentiment)
    if isinstance(answer, GoalsAnswer):
        yield from (theme.name.replace("_", " ") for theme in answer.themes)
    if isinstance(answer, ItemsAnswer) and answer.items:
        yield f"{len(answer.items)} listed" if len(answer.items) > 1 else "1 listed"
    yield from (f"{figure(quantity)} {_unit(name, quantity)}" for name, quantity in _quantities(answer))


def _strategy(answer: StrategyAnswer) -> Iterator[str]:
    since = f"since {answer.since}" if answer.since else ""
    if phrase := " ".join(filter(None, (answer.kind, since))):
        yield phrase
    if answer.under_revision:
        yield "under revision"


def _quantities(answer: Answer) -> Iterator[tuple[str, Quantity]]:
    if isinstance(answer, EnterprisesAnswer | WorkforceAnswer):
        for name, quantity in answer.quantities:
            if isinstance(quantity, Quantity):
                yield name, quantity


def figure(quantity: Quantity) -> str:
    """Say a quantity without its unit: 12, about 70, 15-20, at least 20, at most 15."""
    if quantity.min is None:
        return f"at most {quantity.max:g}"
    if quantity.max is None:
        return f"at least {quantity.min:g}"
    if quantity.min != quantity.max:
        return f"{quantity.min:g}-{quantity.max:g}"
    return f"about {quantity.min:g}" if quantity.approximate else f"{quantity.min:g}"


def _unit(name: str, quantity: Quantity) -> str:
    full_time = quantity.unit == "full_time_equivalents"
    return f"{_COUNTED[name]} (full time)" if full_time else _COUNTED[name]


def spans_of_answer(answer: Answer) -> Evidence:
    """Gather the evidence of an answer and of its values, each place once, in the order of the text."""
    spans = list(answer.evidence)
    for _, quantity in _quantities(answer):
        spans += quantity.evidence
    if isinstance(answer, GoalsAnswer):
        spans += (span for theme in answer.themes for span in theme.evidence)
    if isinstance(answer, ItemsAnswer):
        spans += (span for item in answer.items for span in item.evidence)
    return tuple(sorted(_outermost(spans), key=_start))


def _outermost(spans: list[Span]) -> Iterator[Span]:
    """Leave out what stands inside another span."""
    for span in dict.fromkeys(spans):
        if not any(other != span and other.start <= span.start and span.end <= other.end for other in spans):
            yield span


def _start(span: Span) -> int:
    return span.start

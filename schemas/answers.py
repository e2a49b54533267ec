"""The kinds of answer: what can be read from the text under a question."""

from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.base import Model
from schemas.evidence import Evidence, Grounded

Status = Literal["answered", "unknown", "not_applicable", "declined", "refers", "blank", "not_asked"]
Stance = Literal["yes", "no", "partly", "planned"]
StrategyKind = Literal["strategy", "agreement", "policy"]
Sentiment = Literal["positive", "negative", "mixed", "neutral", "none"]
Unit = Literal["enterprises", "persons", "full_time_equivalents"]
QuestionKey = Literal[
    "strategy",
    "strategy_use",
    "goals",
    "social_enterprises",
    "registered_enterprises",
    "workforce",
    "rsv_only_policy",
    "rsv_experience",
    "activities",
    "advisory",
    "procurement",
]
ThemeName = Literal[
    "employment",
    "inclusion",
    "entrepreneurship",
    "business_growth",
    "sustainability",
    "local_development",
    "welfare_innovation",
    "education",
    "public_savings",
    "civil_society",
    "health",
]

YEAR_MIN, YEAR_MAX = 1950, 2100


class AnswerLink(Model):
    """A link printed in an answer."""

    text: str
    """The link's words."""
    url: str
    """The target, absolute."""


class AsOf(Grounded):
    """The date that a figure names for itself."""

    value: str
    """A year or an ISO 8601 date."""


class Quantity(Grounded):
    """A count: exact when min equals max, one-sided when one of them is null."""

    min: int | float | None
    """The least it may be; null when only an upper bound is printed."""
    max: int | float | None
    """The most it may be; null when only a lower bound is printed."""
    approximate: bool = False
    """True when the text hedges an exact figure (ca., knap, omkring); never for ranges and bounds."""
    unit: Unit
    """What is counted."""
    as_of: AsOf | None = None
    """The date that the figure names for itself."""

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if self.min is None and self.max is None:
            message = "a quantity has a bound"
            raise ValueError(message)
        if self.min is not None and self.max is not None and self.min > self.max:
            message = "min is at most max"
            raise ValueError(message)
        if self.approximate and self.min != self.max:
            message = "a range or a one-sided bound is never approximate"
            raise ValueError(message)
        return self


class EnterpriseQuantities(Model):
    """How many enterprises, and how many jobs for people on the edge of the labour market."""

    count: Quantity | None = None
    """Number of enterprises."""
    jobs: Quantity | None = None
    """Jobs for people on the edge of the labour market."""


class WorkforceQuantities(Model):
    """Who works in the enterprises."""

    ordinary: Quantity | None = None
    """Ordinary employees."""
    flex_and_sheltered: Quantity | None = None
    """People in flexijobs and sheltered jobs."""
    placements: Quantity | None = None
    """People in courses and placements aimed at a job."""
    volunteers: Quantity | None = None
    """Volunteers."""


class Item(Grounded):
    """Something that an answer itself enumerates."""

    text: str = Field(min_length=1)
    """As printed, marker removed, white space folded."""


class Theme(Grounded):
    """Something that the municipality wants to achieve."""

    name: ThemeName
    """Which of the closed list of themes."""


class Answer(Model):
    """What every answer has: how it stands, what is printed, and the clause behind it."""

    status: Status = "not_asked"
    """Answered, or which of the ways of having no answer."""
    question: str | None = None
    """The printed heading; null when the question is not in the article."""
    text: str | None = None
    """All that is printed under the question; null when blank or not asked."""
    refers_to: tuple[QuestionKey, ...] = ()
    """The questions that a pointer leads to."""
    taken_from: QuestionKey | None = None
    """The question whose values a bare pointer took over."""
    evidence: Evidence = ()
    """The clauses behind status, stance, sentiment, kind, since and under_revision."""

    def stated(self) -> bool:
        """Whether the answer states a value of its kind."""
        return False

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.question is None) != (self.status == "not_asked"):
            message = "a question is printed unless it was not asked"
            raise ValueError(message)
        if (self.text is None) != (self.status in {"blank", "not_asked"}):
            message = "a text is printed unless the answer is blank or was not asked"
            raise ValueError(message)
        if self.status not in {"blank", "not_asked"} and not self.evidence:
            message = f"status {self.status} needs evidence"
            raise ValueError(message)
        if self.stated() and self.status != "answered":
            message = f"status {self.status} has no values"
            raise ValueError(message)
        return self


class StanceAnswer(Answer):
    """An answer that takes a stance."""

    stance: Stance | None = None
    """What holds on publication; null when a careful reader cannot tell."""

    def stated(self) -> bool:
        """Whether a stance is stated."""
        return self.stance is not None


class StrategyAnswer(StanceAnswer):
    """Whether there is a strategy or agreement, which, and since when."""

    kind: StrategyKind | None = None
    """What is in force, or planned; null when there is none."""
    since: int | None = Field(default=None, ge=YEAR_MIN, le=YEAR_MAX)
    """The year from which the present one holds."""
    under_revision: bool = False
    """Whether a new version is being written, evaluated or awaits adoption."""
    links: tuple[AnswerLink, ...] = ()
    """The links in the answer."""

    def stated(self) -> bool:
        """Whether a stance or any fact about the strategy is stated."""
        return super().stated() or self.kind is not None or self.since is not None or self.under_revision


class ItemsAnswer(Answer):
    """An answer that enumerates."""

    items: tuple[Item, ...] = ()
    """What the answer itself enumerates."""

    def stated(self) -> bool:
        """Whether anything is enumerated."""
        return bool(self.items)


class GoalsAnswer(ItemsAnswer):
    """What the municipality wants to achieve."""

    themes: tuple[Theme, ...] = ()
    """The themes that the answer names as something wanted."""

    def stated(self) -> bool:
        """Whether items or themes are stated."""
        return super().stated() or bool(self.themes)


class AdvisoryAnswer(ItemsAnswer):
    """Whether and how the municipality advises."""

    stance: Stance | None = None
    """What holds on publication; null when a careful reader cannot tell."""

    def stated(self) -> bool:
        """Whether a stance or items are stated."""
        return super().stated() or self.stance is not None


class EnterprisesAnswer(Answer):
    """A number of enterprises and of the jobs they made."""

    quantities: EnterpriseQuantities = EnterpriseQuantities()
    """The figures."""

    def stated(self) -> bool:
        """Whether a figure is stated."""
        return self.quantities != EnterpriseQuantities()


class WorkforceAnswer(Answer):
    """Numbers of people by the terms on which they work."""

    quantities: WorkforceQuantities = WorkforceQuantities()
    """The figures."""

    def stated(self) -> bool:
        """Whether a figure is stated."""
        return self.quantities != WorkforceQuantities()


class SentimentAnswer(Answer):
    """What the municipality thinks of its experience."""

    sentiment: Sentiment | None = None
    """The judgement; `none` when there is no experience to speak of."""

    def stated(self) -> bool:
        """Whether a sentiment is stated."""
        return self.sentiment is not None

"""What a leaf makes of an answer, before it becomes a part of the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.answers import Item, Quantity, Sentiment, Stance, Status, StrategyKind, Theme
from schemas.evidence import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that a person should look at; becomes a `needs_review` warning."""

    field: str
    """The field below the answer: `stance`, `quantities.count`, `status`."""
    reason: str
    """Why: a close call, a number that could not be attributed, rule and model disagree."""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Status and values of one answer, each with its evidence. A leaf fills what its kind of answer has."""

    status: Status = "answered"
    evidence: tuple[Span, ...] = ()
    """The clauses behind status, stance, sentiment, kind, since and under_revision."""
    stance: Stance | None = None
    kind: StrategyKind | None = None
    since: int | None = None
    under_revision: bool = False
    sentiment: Sentiment | None = None
    items: tuple[Item, ...] = ()
    themes: tuple[Theme, ...] = ()
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

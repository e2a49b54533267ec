"""What came of a URL in a run: exactly one of ten states, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from pipeline.errors import BadStatus, Deferred, ExitCode, FetchError, OverBudget, RefusedByPolicy, worst
from schemas.rejection import Rejection

State = Literal[
    "ok",
    "unchanged",
    "not_an_article",
    "drift",
    "degraded",
    "quarantined",
    "deferred",
    "gone",
    "refused",
    "failed",
]
_CODES: Final[dict[str, ExitCode]] = {
    "drift": ExitCode.DRIFT,
    "quarantined": ExitCode.SOME_FAILED,
    "failed": ExitCode.SOME_FAILED,
    "refused": ExitCode.REFUSED,
    "deferred": ExitCode.RATE_LIMITED,
}
MISSING: Final = frozenset({404, 410})


@dataclass(frozen=True)
class Outcome:
    """One URL's end in a run."""

    url: str
    state: State
    reason: str | None = None
    message: str | None = None
    http_status: int | None = None
    attempts: int | None = None
    page_sha256: str | None = None
    requested_at: datetime | None = None
    next_attempt_at: datetime | None = None
    missing: tuple[str, ...] = ()
    """The questions that a drifted page lacks."""


def of_failure(url: str, error: FetchError) -> Outcome:
    """The outcome of a URL whose page did not come; a 404 or 410 is settled at the end of the run, with its site."""
    status = error.status if isinstance(error, BadStatus) else None
    if isinstance(error, RefusedByPolicy):
        state: State = "refused"
    elif isinstance(error, Deferred):
        return Outcome(url, "deferred", error.reason, error.message, next_attempt_at=error.retry_at)
    else:
        state = "failed"
    return Outcome(url, state, error.reason, error.message, http_status=status)


def of_rejection(url: str, rejection: Rejection) -> Outcome:
    """The outcome of a page that is no record."""
    return Outcome(url, rejection.state, rejection.reason, rejection.message)


def over_budget(url: str, error: OverBudget) -> Outcome:
    """The outcome of a page that takes too long or too much memory; its bytes are kept."""
    return Outcome(url, "quarantined", error.reason, error.message)


def exit_code(states: Iterable[str]) -> ExitCode:
    """What a run that ended with these states ends with."""
    return worst(_CODES.get(state, ExitCode.DONE) for state in states)

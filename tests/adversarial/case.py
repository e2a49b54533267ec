"""What an input is, and what must come of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import pytest
from _pytest.mark import ParameterSet

from pipeline.errors import ExitCode, FetchError
from schemas.record import StatusRecord
from schemas.rejection import Rejection

from .article import URL
from .known import FAILING

MIB: Final = 1024 * 1024


@dataclass(frozen=True)
class Outcome:
    """The named end of a page: a record with its warning codes, or a rejection with its reason and state."""

    name: str
    """`record`, or the reason of a rejection."""
    state: str = "ok"
    warnings: frozenset[str] = frozenset()

    @property
    def exit_code(self) -> ExitCode:
        """What the command line ends with for this page alone."""
        if self.name == "record":
            return ExitCode.DONE
        return ExitCode.SOME_FAILED if self.state == "quarantined" else ExitCode.DRIFT


OK: Final = Outcome("record")


def warned(*codes: str) -> Outcome:
    """A record with exactly these warnings."""
    return Outcome("record", "ok", frozenset(codes))


def outcome_of(made: StatusRecord | Rejection) -> Outcome:
    """The outcome of what was made of a page."""
    if isinstance(made, Rejection):
        return Outcome(made.reason, made.state)
    return warned(*(warning.code for warning in made.warnings))


@dataclass(frozen=True)
class PageCase:
    """A page, and what must come of it."""

    name: str
    body: Callable[[], bytes]
    expected: Outcome = OK
    holds: tuple[str, ...] = ()
    """What the record must hold somewhere, as JSON prints it."""
    lacks: tuple[str, ...] = ()
    """What it must hold nowhere."""
    content_type: str | None = None
    url: str = URL


@dataclass(frozen=True)
class UrlCase:
    """An address that must be refused, or a name that leads to addresses."""

    name: str
    url: str
    resolved: tuple[str, ...] = ("198.51.101.7",)


@dataclass(frozen=True)
class WireCase:
    """The bytes that a server sends on one connection, and the error that must come of them; None for a record."""

    name: str
    sent: Callable[[], bytes]
    error: type[FetchError] | None
    pause: float = 0.0
    """Seconds between one byte and the next; 0 sends all at once."""


def params(cases: Iterable[PageCase] | Iterable[UrlCase] | Iterable[WireCase]) -> list[ParameterSet]:
    """The cases as parameters of a test; one that the product fails today must go on failing until it is mended."""
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(strict=True, reason=FAILING[case.name])] if case.name in FAILING else [],
        )
        for case in cases
    ]

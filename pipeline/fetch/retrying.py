"""When a failure is worth another try, and how long a server may make us wait.

Waits go through the event loop, whose clock tests replace.
"""

from collections.abc import AsyncIterable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

import stamina
from stamina.instrumentation import set_on_retry_hooks

from pipeline.errors import (
    BadResponse,
    BadStatus,
    ConnectionFailed,
    DeadlineExceeded,
    FetchError,
    TruncatedBody,
)
from pipeline.settings import Settings

SHORTEST_PAUSE: Final = timedelta(seconds=1)
LONGEST_PAUSE: Final = timedelta(hours=6)
"""What a server may ask for; less is no pause, more a slip of the pen or a trap."""
_MOST_DIGITS: Final = 12

_TRANSIENT: Final = (ConnectionFailed, DeadlineExceeded, TruncatedBody, BadResponse)
PAUSING: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})

# Its own line for each retry would go to standard error; an Exchange counts its attempts.
set_on_retry_hooks(())


def transient(error: Exception) -> bool:
    """Whether the same request may well succeed a little later."""
    if isinstance(error, BadStatus):
        return error.status in PAUSING or error.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return isinstance(error, FetchError) and isinstance(error, _TRANSIENT)


def tries(settings: Settings, worth_it: Callable[[Exception], bool]) -> AsyncIterable[stamina.Attempt]:
    """The attempts at one exchange, with growing pauses between them, as long as failures are worth it."""
    return stamina.retry_context(
        on=worth_it,
        attempts=settings.attempts,
        timeout=None,  # the exchange has a deadline of its own, in which waiting for its turn does not count
        wait_initial=settings.retry_seconds,
        wait_max=settings.retry_seconds * 10,
        wait_jitter=settings.retry_seconds,
    )


def pause_wished(retry_after: str, now: datetime) -> timedelta | None:
    """Read a Retry-After header (RFC 9110, 10.2.3), seconds or a date, clamped; None for what is neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        wished = timedelta(seconds=int(text[:_MOST_DIGITS]))
    else:
        try:
            until = parsedate_to_datetime(text)
        except (ValueError, OverflowError):
            return None
        wished = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    return min(max(wished, SHORTEST_PAUSE), LONGEST_PAUSE)

# ruff: noqa: N818 -- the contract names NotAStatusArticle and TruncatedBody so; they read as what happened
"""Every failure that is expected, as one tree; anything else is a bug and stops the run with its traceback.

    KommunestatusError
    ├── UsageError                 2  a source, option or setting that cannot be meant
    ├── PageRejected                  the page was read and is no record; carries the Rejection
    │   ├── NotAStatusArticle      4  healthy page, or one that drifted from the known form
    │   └── Quarantined            3  kept as bytes, not parsed
    ├── OverBudget                 3  the page takes too long or too much memory
    ├── FetchError                 6  the page did not arrive whole
    │   ├── RefusedByPolicy        5  scheme, address or spelling of the URL
    │   ├── Unreadable             6  a file or standard input
    │   ├── UnknownHost            6
    │   ├── ConnectionFailed       6
    │   ├── DeadlineExceeded       6
    │   ├── BadStatus              6  the server's own no: 404, 503
    │   ├── Deferred              10  not now: the host asks for a pause
    │   ├── BadRedirect            6  too many, or without a target
    │   ├── BadResponse            6  not HTTP, or headers past the limit
    │   ├── UnsupportedCoding      6  a content coding that was not asked for
    │   ├── TruncatedBody          6  a body without its end
    │   └── BodyTooLarge           6  on the wire, or inflated
    ├── StoreUnavailable           7  busy, locked, unreachable or not there
    ├── FileUnusable               7  a file or folder that cannot be read or written
    ├── DiskFull                   8
    ├── AnotherRun                 9  holds the lock
    ├── Stopped                   11  by a signal
    ├── IntegrityViolation        12  the store or the archive contradicts itself
    └── ErasureIncomplete         13  a byte scan still finds what was to be erased

Foreign errors are mapped to these once, where they enter: the network's in `fetch/wire.py`, a file's in
`fetch/files.py`, a database's in `store/`; what the system refuses a command anywhere else in `commands/common.py`.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:  # the command line needs the errors at once, and pydantic only when it reads a page
    from schemas.rejection import Rejection


class ExitCode(IntEnum):
    """What the process says to the one who started it."""

    DONE = 0
    BUG = 1
    USAGE = 2
    SOME_FAILED = 3
    DRIFT = 4
    REFUSED = 5
    NOT_FETCHED = 6
    STORE_UNAVAILABLE = 7
    DISK_FULL = 8
    LOCKED = 9
    RATE_LIMITED = 10
    STOPPED = 11
    INTEGRITY = 12
    ERASURE_INCOMPLETE = 13


# From what an operator must see first to what can wait; usage errors end a command before it begins.
_PRECEDENCE: Final = (1, 12, 13, 8, 7, 11, 9, 5, 6, 4, 10, 3, 2, 0)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """Pick the one code that stands for several; DONE when there are none."""
    return min(codes, key=_PRECEDENCE.index, default=ExitCode.DONE)


class KommunestatusError(Exception):
    """An expected failure: it knows the stage that failed, the reason as a word, and the page it is about."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG
    stage: str = "command"
    reason: str = "error"

    def __init__(self, message: str, *, source: str | None = None) -> None:
        """`message` is for people, one line; `source` is the URL or file that it is about."""
        super().__init__(message)
        self.message = message
        self.source = source


class UsageError(KommunestatusError):
    """A source, option or setting that cannot be meant."""

    exit_code = ExitCode.USAGE
    reason = "usage"


class PageRejected(KommunestatusError):
    """The page was read and is no record."""

    def __init__(self, rejection: "Rejection") -> None:
        """Take stage, reason, message and URL from the rejection."""
        super().__init__(rejection.message, source=rejection.url)
        self.rejection = rejection
        self.stage = rejection.stage
        self.reason = rejection.reason

    @staticmethod
    def of(rejection: "Rejection") -> "PageRejected":
        """Say the same as a rejection, as an error."""
        kind = Quarantined if rejection.state == "quarantined" else NotAStatusArticle
        return kind(rejection)


class NotAStatusArticle(PageRejected):
    """A healthy page of another kind, or an article that no longer looks like one."""

    exit_code = ExitCode.DRIFT


class Quarantined(PageRejected):
    """A page past a limit: its bytes are kept, they were not parsed."""

    exit_code = ExitCode.SOME_FAILED


class OverBudget(KommunestatusError):
    """Reading the page takes too long or too much memory; its bytes are kept."""

    exit_code = ExitCode.SOME_FAILED
    stage = "extract"
    reason = "over_budget"


class FetchError(KommunestatusError):
    """The page did not arrive whole."""

    exit_code = ExitCode.NOT_FETCHED
    stage = "fetch"
    reason = "not_fetched"


class RefusedByPolicy(FetchError):
    """A URL that must not be asked for: its scheme, its spelling, or where its name leads."""

    exit_code = ExitCode.REFUSED
    reason = "refused"


class Unreadable(FetchError):
    """A file or standard input that cannot be read."""

    reason = "unreadable"


class UnknownHost(FetchError):
    """The name does not resolve."""

    reason = "unknown_host"


class ConnectionFailed(FetchError):
    """No connection, or it broke before the response."""

    reason = "connection_failed"


class DeadlineExceeded(FetchError):
    """The exchange took longer than it may."""

    reason = "deadline_exceeded"


class BadStatus(FetchError):
    """The server answered, and not with the page."""

    reason = "bad_status"

    def __init__(
        self, message: str, *, source: str | None = None, status: int, retry_after: float | None = None
    ) -> None:
        """`status` is the HTTP status code; `retry_after` the pause that the server asked for, in seconds."""
        super().__init__(message, source=source)
        self.status = status
        self.retry_after = retry_after


class Deferred(FetchError):
    """The host asked to be left alone until later, or its robots.txt cannot be read now."""

    exit_code = ExitCode.RATE_LIMITED
    reason = "deferred"

    def __init__(self, message: str, *, source: str | None = None, retry_at: datetime) -> None:
        """`retry_at` is when it may be asked again."""
        super().__init__(message, source=source)
        self.retry_at = retry_at


class BadRedirect(FetchError):
    """Redirects without end, or without a target."""

    reason = "bad_redirect"


class BadResponse(FetchError):
    """What came back is not HTTP, or its headers pass the limit."""

    reason = "bad_response"


class UnsupportedCoding(FetchError):
    """A content coding that was not asked for, or too many of them."""

    reason = "unsupported_coding"


class TruncatedBody(FetchError):
    """The body ended before its end."""

    reason = "truncated_body"


class BodyTooLarge(FetchError):
    """The body passes the limit on the wire, inflated, or in ratio."""

    reason = "body_too_large"


class StoreUnavailable(KommunestatusError):
    """The store is busy, locked or unreachable; what was fetched is not lost."""

    exit_code = ExitCode.STORE_UNAVAILABLE
    stage = "store"
    reason = "store_unavailable"


class FileUnusable(KommunestatusError):
    """The system does not let a file or folder be read or written: its place, its owner, its disk."""

    exit_code = ExitCode.STORE_UNAVAILABLE
    stage = "files"
    reason = "file_unusable"


class DiskFull(KommunestatusError):
    """A write failed for want of space; the last good state stands."""

    exit_code = ExitCode.DISK_FULL
    stage = "store"
    reason = "disk_full"


class IntegrityViolation(KommunestatusError):
    """The store, the archive or a change feed contradicts itself."""

    exit_code = ExitCode.INTEGRITY
    stage = "store"
    reason = "integrity_violation"


class ErasureIncomplete(KommunestatusError):
    """A byte scan still finds what was to be erased."""

    exit_code = ExitCode.ERASURE_INCOMPLETE
    stage = "erasure"
    reason = "erasure_incomplete"


class AnotherRun(KommunestatusError):
    """Another run holds the lock."""

    exit_code = ExitCode.LOCKED
    stage = "run"
    reason = "locked"


class Stopped(KommunestatusError):
    """A signal asked the command to end: Ctrl-C, or SIGTERM."""

    exit_code = ExitCode.STOPPED
    reason = "stopped"

"""What is kept of one exchange: the page, and how it came."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import httpx

from pipeline.errors import BadResponse
from schemas.page import RawPage

Headers = tuple[tuple[str, str], ...]

_ETAG: Final = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,500}"')
_DATE: Final = re.compile(r"[\x20-\x7e]{1,64}")


@dataclass(frozen=True)
class Validators:
    """By which a server can tell whether a page is still the one that it gave before."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def told(cls, headers: httpx.Headers) -> "Validators":
        """Take them from a response; a value that could not be sent back is left out."""
        etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
        return cls(etag if _ETAG.fullmatch(etag) else None, modified if _DATE.fullmatch(modified) else None)

    def asking(self) -> tuple[tuple[bytes, bytes], ...]:
        """The headers that ask for the page only if it changed; none when nothing is known."""
        given = ((b"If-None-Match", self.etag), (b"If-Modified-Since", self.last_modified))
        return tuple((name, value.encode("ascii", "ignore")) for name, value in given if value)

    def or_else(self, earlier: "Validators") -> "Validators":
        """These, and what they do not say from earlier ones: a 304 need not repeat them."""
        return Validators(self.etag or earlier.etag, self.last_modified or earlier.last_modified)


NOTHING_KNOWN: Final = Validators()


@dataclass(frozen=True)
class Redirect:
    """A step on the way to the page."""

    url: str
    """The address that redirected."""
    status: int
    """301, 302, 303, 307 or 308."""


@dataclass(frozen=True)
class Exchange:
    """One URL asked for, and what came of it."""

    url: str
    """The address that was asked for."""
    page: RawPage | None
    """The page, at the address that gave it; None when it did not change (304)."""
    status: int
    """200 or 304."""
    redirects: tuple[Redirect, ...]
    """The addresses passed on the way, in order."""
    request_headers: Headers
    """As sent to the address that gave the page."""
    response_headers: Headers
    """As they came with the page."""
    wire_bytes: bytes
    """The body as it came over the wire, still compressed; only its chunking is undone."""
    validators: Validators
    """To ask with next time."""
    started_at: datetime
    """When the URL was asked for, its wait for a turn included."""
    finished_at: datetime
    """When the whole body was there."""
    attempts: int
    """How often it was tried, 1 or more."""

    def received(self) -> RawPage:
        """The page; raises BadResponse for a 304, which is no answer where nobody asked for changes."""
        if self.page is None:
            message = "the server says that nothing changed (304), and nobody asked that"
            raise BadResponse(message, source=self.url)
        return self.page


def as_text(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Headers as text: one character for each byte, so that nothing is lost."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)

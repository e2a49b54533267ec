"""What is kept of an exchange beside the body: who was asked for what, and what was answered when."""

import hashlib
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime

from schemas.base import Model

Headers = tuple[tuple[str, str], ...]
_SECRETS: Final = frozenset(
    {"set-cookie", "set-cookie2", "cookie", "authorization", "proxy-authorization", "x-api-key", "x-auth-token"}
)


def without_secrets(headers: Headers) -> Headers:
    """Drop the headers that let somebody in somewhere."""
    return tuple((name, value) for name, value in headers if name.strip().lower() not in _SECRETS)


KeptHeaders = Annotated[Headers, AfterValidator(without_secrets)]


class Hop(Model):
    """A redirect on the way to the page."""

    url: str
    """The address that redirected."""
    status: int
    """Its HTTP status: 301, 302, 303, 307 or 308."""


class ExchangeNote(Model):
    """One exchange that brought a body."""

    url: str
    """The address that gave the body, after redirects."""
    requested_url: str
    """The address that was asked for."""
    redirects: tuple[Hop, ...] = ()
    """The redirects between the two, in order."""
    request_headers: KeptHeaders = ()
    """The headers sent to the address that gave the body; those that hold secrets are dropped."""
    response_headers: KeptHeaders = ()
    """The headers that came with the body; those that hold secrets are dropped."""
    status: int
    """The HTTP status of the answer."""
    content_type: str | None = None
    """The Content-Type header, if there was one."""
    fetched_at: AwareDatetime
    """When the answer came."""
    run_id: str | None = None
    """The run that asked, if it was one."""
    sha256: str = ""
    """The hash of the body, decompressed; the archive fills it in."""
    erased_from: str | None = None
    """The hash that the body had before a person's data were masked in it."""

    def encoded(self) -> bytes:
        """The note as the JSON that is kept."""
        return self.model_dump_json(indent=1).encode() + b"\n"


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hex: their name in the archive."""
    return hashlib.sha256(content).hexdigest()

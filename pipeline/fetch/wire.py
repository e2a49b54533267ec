"""One request on one connection, bounded in size: where what the network throws becomes one of our errors.

A connection belongs to one site and is lent to one request at a time: it never serves another name that shares the
address, and whose certificate nobody checked.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Final, cast

import httpx

from pipeline.errors import BadResponse, BodyTooLarge, ConnectionFailed, DeadlineExceeded, TruncatedBody
from pipeline.fetch.connection import Connection
from pipeline.settings import Settings

Connect = Callable[[], httpx.AsyncBaseTransport]
_MOST_IDLE: Final = 64
"""Connections kept open over all sites; pages that redirect to ever new sites must not use up the open files."""
# The statuses whose body is read; 304 has none, and reading it to its end lets the connection live.
READ: Final = frozenset({200, 304})


@dataclass(frozen=True)
class Question:
    """What is asked for, at which address."""

    url: httpx.URL
    address: str
    """The one that the name was resolved to, and that was admitted."""
    headers: tuple[tuple[bytes, bytes], ...]
    most: int
    """Bytes of the body on the wire."""
    cut: bool = False
    """Whether the rest of a longer body is left unread; otherwise it is an error."""

    def request(self, settings: Settings) -> httpx.Request:
        """As httpx sends it: to the address, in the name of the host."""
        timeout = httpx.Timeout(settings.idle_seconds, connect=settings.connect_seconds)
        return httpx.Request(
            "GET",
            self.url.copy_with(host=self.address),
            headers=[(b"Host", self.url.netloc), *self.headers],
            extensions={"timeout": timeout.as_dict(), "sni_hostname": self.url.raw_host.decode("ascii")},
        )


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: httpx.Headers
    sent: tuple[tuple[bytes, bytes], ...]
    """The headers of the request."""
    wire: bytes
    """The body of a 200, still compressed; otherwise empty."""


@dataclass
class Connections:
    """What is open, by site."""

    settings: Settings
    connect: Connect = Connection
    _idle: dict[str, list[httpx.AsyncBaseTransport]] = field(default_factory=dict)
    _n_idle: int = 0

    @asynccontextmanager
    async def lent(self, site: str) -> AsyncIterator[httpx.AsyncBaseTransport]:
        """Lend a connection to a site, one that is open if there is one."""
        idle = self._idle.get(site)
        if idle:
            transport = idle.pop()
            self._n_idle -= 1
        else:
            transport = self.connect()
        try:
            yield transport
        finally:
            # The one used last stands last, by site and within it.
            self._idle[site] = [*self._idle.pop(site, []), transport]
            self._n_idle += 1
            if self._n_idle > _MOST_IDLE:
                await self._close_one()

    async def _close_one(self) -> None:
        oldest = next(iter(self._idle))
        idle = self._idle[oldest]
        transport = idle.pop(0)
        self._n_idle -= 1
        if not idle:
            del self._idle[oldest]
        await transport.aclose()

    async def aclose(self) -> None:
        """Close what is open."""
        while self._n_idle:
            await self._close_one()

    async def ask(self, site: str, question: Question) -> Answer:
        """Ask, and read the answer whole.

        Raises ConnectionFailed, DeadlineExceeded, BadResponse, TruncatedBody and BodyTooLarge.
        """
        async with self.lent(site) as transport:
            request = question.request(self.settings)
            with _ours():
                response = await transport.handle_async_request(request)
            try:
                wire = await self._body(response, question)
            finally:
                await response.aclose()
        return Answer(response.status_code, response.headers, tuple(request.headers.raw), wire)

    async def _body(self, response: httpx.Response, question: Question) -> bytes:
        if sum(len(name) + len(value) for name, value in response.headers.raw) > self.settings.header_bytes:
            message = f"the headers weigh more than {self.settings.header_bytes} bytes"
            raise BadResponse(message)
        if response.status_code not in READ:
            return b""
        wire = bytearray()
        with _ours(wire):
            async for chunk in cast("httpx.AsyncByteStream", response.stream):
                wire += chunk
                if len(wire) > question.most:
                    break
        return _whole(bytes(wire), response.headers.get("Content-Length", ""), question)


def _whole(wire: bytes, announced: str, question: Question) -> bytes:
    """Check that a body is not longer than it may be, nor other than was announced."""
    if len(wire) > question.most:
        if question.cut:
            return wire[: question.most]
        message = f"the body is larger than {question.most} bytes"
        raise BodyTooLarge(message)
    if wire and announced.isdecimal() and int(announced) != len(wire):
        message = f"{len(wire)} bytes came of {announced}"
        raise TruncatedBody(message)
    return wire


@contextmanager
def _ours(wire: bytearray | None = None) -> Iterator[None]:
    """Map what the network throws to our errors; `wire` is what came of a body that has begun."""
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        message = f"no connection: {error}"
        raise ConnectionFailed(message) from error
    except httpx.TimeoutException as error:
        message = f"the server took too long: {error}"
        raise DeadlineExceeded(message) from error
    except (httpx.RemoteProtocolError, httpx.NetworkError) as error:
        if wire is not None:
            message = f"the body is not whole; {len(wire)} bytes came: {error}"
            raise TruncatedBody(message) from error
        if isinstance(error, httpx.NetworkError):
            message = f"the connection broke: {error}"
            raise ConnectionFailed(message) from error
        message = f"no valid HTTP response: {error}"
        raise BadResponse(message) from error
    except httpx.HTTPError as error:
        message = f"no valid HTTP response: {error}"
        raise BadResponse(message) from error

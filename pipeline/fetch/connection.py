"""One connection that speaks HTTP/1.1, on asyncio and h11.

Instead of httpx' own, because that takes what a server sends after a body for the answer to the next request, and
because it costs twice as much.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final, cast

import h11
import httpx

_MOST_WAITING: Final = 256 * 1024
"""Bytes that may wait to be read before the server has to wait."""
_MOST_HEADERS: Final = 100 * 1024
"""Bytes of headers, or of anything else that is no body, before they are no HTTP; what a page may have is less."""
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@cache
def trusted() -> ssl.SSLContext:
    """The authorities that browsers trust, read once: that costs more than many requests."""
    return httpx.create_ssl_context(trust_env=False)


class _Inbox(asyncio.Protocol):
    """What came in and waits to be read."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.waiting = bytearray()
        self.over = False
        self.lost = asyncio.Event()
        self._failure: Exception | None = None
        self._news = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        if len(self.waiting) > _MOST_WAITING and self.transport:
            self.transport.pause_reading()
        self._news.set()

    def eof_received(self) -> None:
        self.over = True
        self._news.set()

    def connection_lost(self, error: Exception | None) -> None:
        self.over = True
        self._failure = error
        self._news.set()
        self.lost.set()

    async def read(self, seconds: float) -> bytes:
        """What came since the last time, b"" at the end; raises httpx.ReadTimeout and httpx.ReadError."""
        if not self.waiting and not self.over:
            self._news.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self._news.wait()
            except TimeoutError as error:
                message = f"nothing came for {seconds:g} s"
                raise httpx.ReadTimeout(message) from error
        if not self.waiting and self._failure is not None:
            raise httpx.ReadError(str(self._failure)) from self._failure
        received = bytes(self.waiting)
        self.waiting.clear()
        if self.transport and not self.over:
            self.transport.resume_reading()
        return received


class Connection(httpx.AsyncBaseTransport):
    """One connection at a time, kept for the next request to the same address where the server agrees."""

    def __init__(self, authorities: Callable[[], ssl.SSLContext] = trusted) -> None:
        """Nothing is opened before the first request; `authorities` vouch for servers, asked for https alone."""
        self._authorities = authorities
        self._inbox: _Inbox | None = None
        self._http = h11.Connection(h11.CLIENT)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request without a body, and give the response when its headers are there.

        Its body must be read or closed before the next request. Raises httpx.ConnectError, ConnectTimeout, ReadError,
        ReadTimeout and RemoteProtocolError.
        """
        timeouts = request.extensions["timeout"]
        inbox = self._kept() or await self._opened(request, timeouts["connect"])
        try:
            head = h11.Request(method=request.method, target=request.url.raw_path, headers=request.headers.raw)
            self._sent(inbox, head, h11.EndOfMessage())
            event = await self._event(inbox, timeouts["read"])
            while not isinstance(event, h11.Response):
                event = await self._event(inbox, timeouts["read"])
        except BaseException:
            self.drop()
            raise
        return httpx.Response(
            event.status_code,
            headers=event.headers.raw_items(),
            stream=_Body(self, self._rest(inbox, event.status_code, timeouts["read"])),
            extensions={"reason_phrase": bytes(event.reason)},
        )

    def _kept(self) -> _Inbox | None:
        """The connection that is open, unless the server closed it or spoke without being asked."""
        inbox = self._inbox
        if inbox is not None and (inbox.over or inbox.waiting):
            self.drop()
        return self._inbox

    async def _opened(self, request: httpx.Request, seconds: float) -> _Inbox:
        url = request.url
        secure = url.scheme == "https"
        port = url.port or _DEFAULT_PORTS[url.scheme]
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(seconds):
                _, inbox = await loop.create_connection(
                    _Inbox,
                    url.host,
                    port,
                    ssl=self._authorities() if secure else None,
                    server_hostname=request.extensions["sni_hostname"] if secure else None,
                )
        except TimeoutError as error:
            message = f"not within {seconds:g} s"
            raise httpx.ConnectTimeout(message) from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error
        self._inbox = inbox
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEADERS)
        return inbox

    def _sent(self, inbox: _Inbox, *events: h11.Event) -> None:
        if inbox.transport:
            inbox.transport.write(b"".join(self._http.send(event) or b"" for event in events))

    async def _event(self, inbox: _Inbox, seconds: float) -> h11.Event:
        """What the server says next."""
        while True:
            with _remote():
                event = self._http.next_event()
            if isinstance(event, h11.Event):
                return event
            received = await inbox.read(seconds)
            if not received and self._http.their_state is h11.SEND_RESPONSE:
                message = "the server left without an answer"
                raise httpx.RemoteProtocolError(message)
            self._http.receive_data(received)

    async def _rest(self, inbox: _Inbox, status: int, seconds: float) -> AsyncIterator[bytes]:
        """The body in pieces; raises also when more comes than was announced, since then the page is cut."""
        event = await self._event(inbox, seconds)
        while isinstance(event, h11.Data):
            yield bytes(event.data)
            event = await self._event(inbox, seconds)
        more = self._http.trailing_data[0] + bytes(inbox.waiting)
        if more or self._http.their_state is not h11.DONE or self._http.our_state is not h11.DONE:
            self.drop()
        else:
            self._http.start_next_cycle()
        # Line breaks after a body are an old habit, and a body is no part of a 304.
        if more.strip(b"\r\n") and status == httpx.codes.OK:
            message = "more came than was announced"
            raise httpx.RemoteProtocolError(message)

    @property
    def between(self) -> bool:
        """Whether a response was read to its end, so that the next request may follow."""
        return self._http.our_state is h11.IDLE

    def drop(self) -> None:
        """Close what is open, without a word."""
        if self._inbox and self._inbox.transport:
            self._inbox.transport.abort()
        self._inbox = None

    async def aclose(self) -> None:
        """Close what is open, and wait until it is."""
        inbox = self._inbox
        self.drop()
        if inbox is not None:
            await inbox.lost.wait()


class _Body(httpx.AsyncByteStream):
    def __init__(self, connection: Connection, pieces: AsyncIterator[bytes]) -> None:
        self._connection = connection
        self._pieces = pieces

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._pieces

    async def aclose(self) -> None:
        if not self._connection.between:
            self._connection.drop()


@contextmanager
def _remote() -> Iterator[None]:
    try:
        yield
    except h11.RemoteProtocolError as error:
        raise httpx.RemoteProtocolError(str(error)) from error

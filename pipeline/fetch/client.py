"""Fetches one page, bounded in time, size and reach; the only module that knows httpx' way of talking.

Every hop of a redirect passes the same gate, its body is not read, and what the network throws becomes one of our
errors here.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Final

import httpx

from pipeline.errors import (
    BadRedirect,
    BadResponse,
    BadStatus,
    BodyTooLarge,
    ConnectionFailed,
    DeadlineExceeded,
    FetchError,
    TruncatedBody,
)
from pipeline.fetch.addresses import Resolver, admitted, reachable, resolve
from pipeline.fetch.inflate import inflated
from pipeline.settings import Settings
from schemas.page import RawPage

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ACCEPT: Final = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
# A name may have many addresses; when the first few do not answer, the rest seldom do.
_MOST_ADDRESSES: Final = 3


@dataclass(frozen=True)
class Client:
    """Fetches pages by the limits of the settings; clock, transport and resolver can be swapped."""

    settings: Settings
    clock: Callable[[], datetime]
    """Tells when a page was fetched."""
    transport: httpx.AsyncBaseTransport | None = None
    resolver: Resolver = resolve

    def get(self, url: str) -> RawPage:
        """Fetch a page; raises FetchError."""
        return asyncio.run(self.fetch(url))

    async def fetch(self, url: str) -> RawPage:
        """Fetch a page; its `url` is the address that gave it, after redirects. Raises FetchError."""
        with _ours(url):
            async with asyncio.timeout(self.settings.total_seconds), self._http() as http:
                return await self._follow(http, url)

    def _http(self) -> httpx.AsyncClient:
        limits = self.settings
        headers = {
            "User-Agent": limits.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            "Accept-Language": "da",
        }
        return httpx.AsyncClient(
            transport=self.transport,
            headers=headers,
            timeout=httpx.Timeout(limits.idle_seconds, connect=limits.connect_seconds),
            trust_env=False,  # a proxy from the environment would resolve names behind the gate's back
        )

    async def _follow(self, http: httpx.AsyncClient, url: str) -> RawPage:
        target = admitted(url, self.settings)
        for _ in range(self.settings.redirects + 1):
            async with self._exchange(http, target) as response:
                if response.status_code not in _REDIRECTS:
                    return await self._page(target, response)
                location = response.headers.get("Location")
            if not location:
                message = f"a redirect ({response.status_code}) without a target"
                raise BadRedirect(message)
            target = admitted(_joined(target, location), self.settings)
        message = f"more than {self.settings.redirects} redirects"
        raise BadRedirect(message)

    @asynccontextmanager
    async def _exchange(self, http: httpx.AsyncClient, url: httpx.URL) -> AsyncIterator[httpx.Response]:
        """Ask for the URL at one of its admitted addresses; closes the response, read or not."""
        addresses = (await reachable(url, self.settings, self.resolver))[:_MOST_ADDRESSES]
        for position, address in enumerate(addresses, start=1):
            request = http.build_request(
                "GET",
                url.copy_with(host=address),
                headers={"Host": url.netloc.decode("ascii")},
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            )
            try:
                response = await http.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if position == len(addresses):
                    raise
                continue
            try:
                yield response
            finally:
                await response.aclose()
            return

    async def _page(self, url: httpx.URL, response: httpx.Response) -> RawPage:
        status = response.status_code
        if status != HTTPStatus.OK:
            message = f"the server answered {status} {response.reason_phrase}".rstrip()
            raise BadStatus(message, status=status)
        if sum(len(name) + len(value) for name, value in response.headers.raw) > self.settings.header_bytes:
            message = f"the headers weigh more than {self.settings.header_bytes} bytes"
            raise BadResponse(message)
        wire = await self._wire(response)
        body = inflated(wire, response.headers.get("Content-Encoding", ""), self.settings)
        content_type = response.headers.get("Content-Type")
        return RawPage(url=str(url), body=body, content_type=content_type, fetched_at=self.clock())

    async def _wire(self, response: httpx.Response) -> bytes:
        """Read the body as it comes over the wire, still compressed."""
        wire = bytearray()
        try:
            async for chunk in response.aiter_raw():
                wire += chunk
                if len(wire) > self.settings.wire_bytes:
                    message = f"the body is larger than {self.settings.wire_bytes} bytes"
                    raise BodyTooLarge(message)
        except (httpx.RemoteProtocolError, httpx.ReadError) as error:
            message = f"the connection ended after {len(wire)} bytes of the body"
            raise TruncatedBody(message) from error
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced) != len(wire):
            message = f"{len(wire)} bytes came of {announced}"
            raise TruncatedBody(message)
        return bytes(wire)


def _joined(base: httpx.URL, location: str) -> str:
    try:
        return str(base.join(location))
    except httpx.InvalidURL as error:
        message = f"a redirect to what is no URL: {location[:100]!r}"
        raise BadRedirect(message) from error


@contextmanager
def _ours(url: str) -> Iterator[None]:
    """Map what the network throws to our errors, and name the page in those that do not."""
    try:
        yield
    except FetchError as error:
        error.source = error.source or url
        raise
    except (TimeoutError, httpx.TimeoutException) as error:
        message = "the server took too long"
        raise DeadlineExceeded(message, source=url) from error
    except httpx.NetworkError as error:
        message = f"no connection: {error}"
        raise ConnectionFailed(message, source=url) from error
    except httpx.HTTPError as error:
        message = f"no valid HTTP response: {error}"
        raise BadResponse(message, source=url) from error

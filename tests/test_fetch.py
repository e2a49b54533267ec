"""Fetching: what is refused, what is bounded, and what is named when it fails."""

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_network

import httpx
import pytest

from pipeline.errors import (
    BadRedirect,
    BadResponse,
    BadStatus,
    BodyTooLarge,
    ConnectionFailed,
    DeadlineExceeded,
    ExitCode,
    FetchError,
    RefusedByPolicy,
    TruncatedBody,
    UnknownHost,
    UnsupportedCoding,
)
from pipeline.fetch.client import Client
from pipeline.fetch.inflate import inflated
from pipeline.settings import Settings
from schemas.page import RawPage

PUBLIC = "198.51.101.7"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SMALL = Settings(wire_bytes=1000, decoded_bytes=4000, inflation_floor=2000, inflation_ratio=20, header_bytes=500)


@dataclass
class Body(httpx.AsyncByteStream):
    """A response body that comes in pieces, as on a wire."""

    pieces: tuple[bytes, ...]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the pieces one by one."""
        for piece in self.pieces:
            yield piece


def answering(handler: Callable[[httpx.Request], httpx.Response], settings: Settings = SMALL) -> Client:
    async def names(host: str, _port: int) -> tuple[str, ...]:
        known = {"inside.example": ("10.0.0.5",), "mixed.example": (PUBLIC, "127.0.0.1")}
        if host == "missing.example":
            raise OSError
        return known.get(host, (PUBLIC,))

    return Client(settings, lambda: NOW, httpx.MockTransport(handler), names)


def page(*pieces: bytes, status: int = 200, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _request: httpx.Response(status, headers=named, stream=Body(pieces))


def test_a_page_comes_with_its_address_type_and_time() -> None:
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return page(b"<p>", b"hej", Content_Type="text/html; charset=utf-8")(request)

    got = answering(handler).get("https://news.example/a#top")
    assert got == RawPage(
        url="https://news.example/a", body=b"<p>hej", content_type="text/html; charset=utf-8", fetched_at=NOW
    )
    assert asked[0].url.host == PUBLIC, "the connection goes to the address that was checked"
    assert asked[0].headers["Host"] == "news.example"
    assert asked[0].extensions["sni_hostname"] == "news.example"
    assert asked[0].headers["Accept-Encoding"] == "gzip"
    assert asked[0].headers["User-Agent"].startswith("kommunestatus")


@pytest.mark.parametrize("host", ["inside.example", "mixed.example"])
def test_a_name_that_leads_inside_is_refused(host: str) -> None:
    with pytest.raises(RefusedByPolicy, match="not public") as caught:
        answering(page(b"secret")).get(f"http://{host}/")
    assert caught.value.exit_code is ExitCode.REFUSED


def test_a_private_address_can_be_allowed_by_name_of_its_network() -> None:
    settings = SMALL.model_copy(update={"allow_private": (ip_network("10.0.0.0/8"),)})
    assert answering(page(b"intranet"), settings).get("http://inside.example/").body == b"intranet"


def test_a_redirect_passes_the_same_gate() -> None:
    with pytest.raises(RefusedByPolicy):
        answering(page(status=302, Location="http://inside.example/")).get("http://news.example/")


def test_a_redirect_leads_to_a_page_with_its_final_address() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        moved = request.url.path == "/old"
        return page(status=301, Location="/new")(request) if moved else page(b"here")(request)

    assert answering(handler).get("http://news.example/old").url == "http://news.example/new"


@pytest.mark.parametrize("location", [{"Location": "/again"}, {}])
def test_redirects_end(location: dict[str, str]) -> None:
    with pytest.raises(BadRedirect):
        answering(page(status=302, **location)).get("http://news.example/")


@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (page(b"x" * 600, b"x" * 600), BodyTooLarge),
        (page(b"abc", Content_Length="10"), TruncatedBody),
        (page(gzip.compress(b"hej " * 400)[:-9], Content_Encoding="gzip"), TruncatedBody),
        (page(gzip.compress(b"0" * 3000), Content_Encoding="gzip"), BodyTooLarge),
        (page(b"not gzip", Content_Encoding="gzip"), BadResponse),
        (page(b"x", Content_Encoding="br"), UnsupportedCoding),
        (page(gzip.compress(b"x"), Content_Encoding="gzip, gzip, gzip"), UnsupportedCoding),
        (page(b"x", X_Flood="y" * 600), BadResponse),
    ],
)
def test_a_body_that_is_not_whole_or_too_much_has_a_name(
    handler: Callable[[httpx.Request], httpx.Response], error: type[FetchError]
) -> None:
    with pytest.raises(error) as caught:
        answering(handler).get("http://news.example/")
    assert (caught.value.exit_code, caught.value.source) == (ExitCode.NOT_FETCHED, "http://news.example/")


def test_a_status_that_is_no_page_says_which() -> None:
    with pytest.raises(BadStatus, match="404 Not Found") as caught:
        answering(page(status=404)).get("http://news.example/")
    assert caught.value.status == 404


def raising(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    def handler(_request: httpx.Request) -> httpx.Response:
        raise error

    return handler


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (httpx.ConnectError("refused"), ConnectionFailed),
        (httpx.ReadTimeout("slow"), DeadlineExceeded),
        (httpx.RemoteProtocolError("garbage"), BadResponse),
    ],
)
def test_what_the_network_throws_is_mapped(foreign: Exception, ours: type[FetchError]) -> None:
    with pytest.raises(ours):
        answering(raising(foreign)).get("http://news.example/")


def test_an_unknown_name_has_its_error() -> None:
    with pytest.raises(UnknownHost):
        answering(page(b"x")).get("http://missing.example/")


def test_the_next_address_is_tried_when_one_does_not_answer() -> None:
    async def two(_host: str, _port: int) -> tuple[str, ...]:
        return ("198.51.101.6", PUBLIC)

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host != PUBLIC:
            message = "unreachable"
            raise httpx.ConnectError(message)
        return page(b"second")(request)

    client = Client(SMALL, lambda: NOW, httpx.MockTransport(handler), two)
    assert client.get("http://news.example/").body == b"second"


def test_the_deadline_holds_for_the_whole_exchange() -> None:
    async def hanging(_host: str, _port: int) -> tuple[str, ...]:
        await asyncio.sleep(30)
        return (PUBLIC,)

    settings = SMALL.model_copy(update={"total_seconds": 0.05})
    with pytest.raises(DeadlineExceeded):
        Client(settings, lambda: NOW, httpx.MockTransport(page(b"x")), hanging).get("http://news.example/")


def test_gzip_is_undone_whole_in_layers_and_members() -> None:
    two_members = gzip.compress(b"first ") + gzip.compress(b"second")
    assert inflated(two_members + b"\0\0", "gzip", SMALL) == b"first second"
    assert inflated(gzip.compress(gzip.compress(b"twice")), "gzip, x-gzip", SMALL) == b"twice"
    assert inflated(b"plain", "identity", SMALL) == b"plain"
    with pytest.raises(BadResponse, match="members"):
        inflated(gzip.compress(b"") * 40, "gzip", SMALL)


def serving(*pieces: bytes, pause: float = 0) -> int:
    """Answer one connection on a loopback port with raw bytes, then close it; pauses (s) before each piece."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listener, listener.accept()[0] as connection:
            connection.recv(4096)
            for piece in pieces:
                time.sleep(pause)
                with suppress(ConnectionError):  # the client may have left
                    connection.sendall(piece)

    threading.Thread(target=serve, daemon=True).start()
    return int(listener.getsockname()[1])


LOOPBACK = Settings(allow_private=(ip_network("127.0.0.0/8"),), total_seconds=5)


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncut", TruncatedBody),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal", TruncatedBody),
        (b"SSH-2.0-OpenSSH\r\n\r\n", BadResponse),
        (b"", BadResponse),
    ],
)
def test_a_server_that_breaks_off_is_named(raw: bytes, error: type[FetchError]) -> None:
    with pytest.raises(error):
        Client(LOOPBACK, lambda: NOW).get(f"http://127.0.0.1:{serving(raw)}/")


@pytest.mark.enable_socket
def test_a_real_exchange_on_the_loopback() -> None:
    port = serving(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n", b"hej")
    assert Client(LOOPBACK, lambda: NOW).get(f"http://127.0.0.1:{port}/").body == b"hej"


@pytest.mark.enable_socket
def test_a_server_that_trickles_is_left_at_the_deadline() -> None:
    # Each byte comes before any read timeout; only the deadline for the whole exchange ends it.
    port = serving(b"HTTP/1.1 200 OK\r\nX: ", *[b"a"] * 20, pause=0.05)
    settings = LOOPBACK.model_copy(update={"total_seconds": 0.2})
    with pytest.raises(DeadlineExceeded):
        Client(settings, lambda: NOW).get(f"http://127.0.0.1:{port}/")

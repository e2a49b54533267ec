"""Servers that break the rules, over a real socket: a named error or the whole page, never a part of it."""

import asyncio
import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Final

import httpx
import pytest

from fixtures.faulty import Fault, FaultyServer, endless
from pipeline.errors import (
    BadRedirect,
    BadResponse,
    BadStatus,
    BodyTooLarge,
    ConnectionFailed,
    DeadlineExceeded,
    Deferred,
    FetchError,
    TruncatedBody,
    UnsupportedCoding,
)
from pipeline.fetch.client import Client, Exchange, Fetcher
from pipeline.fetch.connection import Connection
from pipeline.settings import Settings

pytestmark = pytest.mark.enable_socket

NOW: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUICK: Final = Settings(
    allow_private=(ip_network("127.0.0.0/8"), ip_network("::1/128")),
    delay_seconds=0,
    retry_seconds=0.001,
    total_seconds=5,
    wire_bytes=100_000,
    decoded_bytes=200_000,
    inflation_floor=100_000,
)
IMPATIENT: Final = QUICK.model_copy(update={"total_seconds": 0.3})
OK: Final = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PAGE: Final = b"<p>hele siden</p>"
WHOLE: Final = Fault((OK + b"Content-Length: 17\r\n\r\n" + PAGE,), keeps_open=True)
BOMB: Final = gzip.compress(gzip.compress(b"\0" * 50_000_000))


def answered(headers: bytes, *body: bytes) -> Fault:
    return Fault((OK + headers + b"\r\n\r\n", *body))


def coded(body: bytes, coding: bytes = b"gzip") -> Fault:
    return answered(b"Content-Encoding: " + coding + b"\r\nContent-Length: %d" % len(body), body)


FAULTS: Final = {
    "nothing": (Fault(), BadResponse),
    "reset before the answer": (Fault(reset=True), ConnectionFailed),
    "reset in the header": (Fault((OK,), pause=0.1, reset=True), ConnectionFailed),
    "closed in the header": (Fault((OK,)), BadResponse),
    "another protocol": (Fault((b"SSH-2.0-OpenSSH\r\n\r\n",)), BadResponse),
    "a bad status line": (Fault((b"HTTP/1.1 two hundred\r\n\r\n",)), BadResponse),
    "a header without a name": (answered(b": x"), BadResponse),
    "a control character in a header": (answered(b"X: a\x00b"), BadResponse),
    "a folded length": (answered(b"Content-Length: 3, 4", b"abc"), BadResponse),
    "two lengths": (answered(b"Content-Length: 3\r\nContent-Length: 4", b"abcd"), BadResponse),
    "a negative length": (answered(b"Content-Length: -1", b"abc"), BadResponse),
    "an unknown transfer coding": (answered(b"Transfer-Encoding: gzip, chunked", b"0\r\n\r\n"), BadResponse),
    "a header flood": (Fault(endless(b"X-Flood: " + b"y" * 8000 + b"\r\n", OK)), BadResponse),
    "one endless header": (Fault(endless(b"y" * 8000, OK + b"X: ")), BadResponse),
    "headers past the limit": (answered(b"X: " + b"y" * 70_000, b"abc"), BadResponse),
    "a body shorter than its length": (answered(b"Content-Length: 50", PAGE), TruncatedBody),
    "a reset in the body": (Fault((OK + b"Content-Length: 50\r\n\r\n", PAGE), pause=0.1, reset=True), TruncatedBody),
    "a chunk cut": (answered(b"Transfer-Encoding: chunked", b"5\r\nhal"), TruncatedBody),
    "chunks without an end": (answered(b"Transfer-Encoding: chunked", b"3\r\nhal\r\n"), TruncatedBody),
    "a chunk of no size": (answered(b"Transfer-Encoding: chunked", b"zz\r\nhal\r\n"), TruncatedBody),
    "gzip cut": (coded(gzip.compress(PAGE * 50)[:-4]), TruncatedBody),
    "gzip cut after its header": (coded(gzip.compress(PAGE)[:10]), TruncatedBody),
    "gzip of nothing": (coded(b""), TruncatedBody),
    "gzip with a wrong checksum": (coded(gzip.compress(PAGE)[:-8] + b"\0" * 8), BadResponse),
    "deflate for gzip": (coded(zlib.compress(PAGE)), BadResponse),
    "brotli": (coded(b"\x0b\x02\x80", b"br"), UnsupportedCoding),
    "three layers": (coded(gzip.compress(PAGE), b"gzip, gzip, gzip"), UnsupportedCoding),
    "a bomb": (coded(gzip.compress(b"\0" * 5_000_000)), BodyTooLarge),
    "a bomb in a bomb": (coded(BOMB, b"gzip, gzip"), BodyTooLarge),
    "an endless body": (Fault(endless(b"y" * 8000, OK + b"\r\n")), BodyTooLarge),
    "an endless row of chunks": (
        Fault(endless(b"1000\r\n" + b"y" * 4096 + b"\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n")),
        BodyTooLarge,
    ),
    "a redirect to itself": (Fault((b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n",)), BadRedirect),
    "a redirect to nowhere": (Fault((b"HTTP/1.1 302 Found\r\n\r\n",)), BadRedirect),
    "a server error": (Fault((b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",)), BadStatus),
    "not changed, though nobody asked": (Fault((b"HTTP/1.1 304 Not Modified\r\n\r\n",)), BadResponse),
    "a long pause": (Fault((b"HTTP/1.1 429 Slow\r\nRetry-After: 600\r\n\r\n",)), Deferred),
    "another protocol, as asked by nobody": (Fault((b"HTTP/1.1 101 Switching Protocols\r\n\r\n",)), BadResponse),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_has_a_name(name: str) -> None:
    fault, error = FAULTS[name]
    with FaultyServer({"/": (fault,)}) as server, pytest.raises(error) as caught:
        Client(QUICK, lambda: NOW).get(server.url())
    assert isinstance(caught.value, FetchError)
    assert caught.value.source == server.url()


TRICKLES: Final = {
    "nothing at all": Fault(pause=60, pieces=(b"late",)),
    "in the status line": Fault(endless(b"H"), pause=0.02),
    "in a header": Fault(endless(b"a", OK + b"X: "), pause=0.02),
    "header after header": Fault(endless(b"X: y\r\n", OK), pause=0.02),
    "in the body": Fault(endless(b"a", OK + b"Content-Length: 5000\r\n\r\n"), pause=0.02),
    "chunk after chunk": Fault(endless(b"1\r\na\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n"), pause=0.02),
    "please wait, for ever": Fault(endless(b"HTTP/1.1 102 Processing\r\n\r\n"), pause=0.02),
}


@pytest.mark.parametrize("name", TRICKLES)
def test_a_trickle_is_left_at_the_deadline(name: str) -> None:
    # Each byte comes before any read timeout; only the deadline for the whole exchange ends it.
    with FaultyServer({"/": (TRICKLES[name],)}) as server, pytest.raises(DeadlineExceeded):
        Client(IMPATIENT, lambda: NOW).get(server.url())


@pytest.mark.parametrize("fault", [Fault(pause=60, pieces=(b"late",)), answered(b"Content-Length: 9", b"x", b"y")])
def test_a_server_that_falls_silent_is_left_sooner(fault: Fault) -> None:
    silent = Fault(fault.pieces, pause=fault.pause, keeps_open=True)
    settings = QUICK.model_copy(update={"idle_seconds": 0.05, "attempts": 2})
    with FaultyServer({"/": (silent,)}) as server:
        with pytest.raises(DeadlineExceeded, match="nothing came"):
            Client(settings, lambda: NOW).get(server.url())
        assert server.paths.count("/") == 2


@pytest.mark.parametrize(
    "fault",
    [
        WHOLE,
        answered(b"Transfer-Encoding: chunked", b"7\r\n<p>hele\r\n", b"a;x=y\r\n siden</p>\r\n", b"0\r\nX: y\r\n\r\n"),
        answered(b"Connection: close", PAGE),
        Fault((b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,)),
        Fault((b"HTTP/1.1 103 Early Hints\r\n\r\n", OK + b"\r\n" + PAGE)),
        Fault(tuple(bytes([byte]) for byte in OK + b"Content-Length: 17\r\n\r\n" + PAGE)),
        coded(gzip.compress(PAGE)),
        coded(gzip.compress(gzip.compress(PAGE)), b"gzip, gzip"),
    ],
)
def test_an_odd_answer_that_is_whole_is_a_page(fault: Fault) -> None:
    with FaultyServer({"/": (fault,)}) as server:
        assert Client(QUICK, lambda: NOW).get(server.url()).body == PAGE


@pytest.mark.parametrize("name", ["nothing", "reset before the answer", "a chunk cut", "gzip cut", "a server error"])
def test_a_fault_that_passes_costs_attempts_and_nothing_else(name: str) -> None:
    async def fetch(url: str) -> Exchange:
        async with Fetcher(QUICK, lambda: NOW) as fetcher:
            return await fetcher.fetch(url)

    fault = FAULTS[name][0]
    with FaultyServer({"/": (fault, fault, WHOLE)}) as server:
        exchange = asyncio.run(fetch(server.url()))
    assert (exchange.received().body, exchange.attempts) == (PAGE, 3)


async def pages(urls: list[str], pause: float = 0) -> list[bytes]:
    bodies = []
    async with Fetcher(QUICK, lambda: NOW) as fetcher:
        for url in urls:
            bodies.append((await fetcher.page(url)).body)
            await asyncio.sleep(pause)
    return bodies


def test_a_connection_stays_open_for_the_next_page() -> None:
    with FaultyServer({"/": (WHOLE,)}) as server:
        assert asyncio.run(pages([server.url()] * 5)) == [PAGE] * 5
        assert server.n_connections == 2, "robots.txt closed its own"


def test_a_connection_that_the_server_closed_meanwhile_is_made_anew() -> None:
    closing = Fault(WHOLE.pieces)
    with FaultyServer({"/": (closing,)}) as server:
        assert asyncio.run(pages([server.url()] * 3)) == [PAGE] * 3


async def page_after_a_cut(cut: str, whole: str) -> bytes:
    async with Fetcher(QUICK, lambda: NOW) as fetcher:
        with pytest.raises(TruncatedBody, match="more came than was announced"):
            await fetcher.page(cut)
        return (await fetcher.page(whole)).body


def test_bytes_after_a_body_are_no_answer_to_the_next_request() -> None:
    smuggled = OK + b"Content-Length: 5\r\n\r\nfalse"
    longer = Fault((OK + b"Content-Length: 17\r\n\r\n" + PAGE + smuggled,), keeps_open=True)
    late = Fault((OK + b"Content-Length: 17\r\n\r\n" + PAGE, smuggled), pause=0.01, keeps_open=True)
    with FaultyServer({"/longer": (longer,), "/late": (late,), "/": (WHOLE,)}) as server:
        assert asyncio.run(pages([server.url("/late"), server.url(), server.url()], pause=0.25)) == [PAGE] * 3
        assert asyncio.run(page_after_a_cut(server.url("/longer"), server.url())) == PAGE


def test_line_breaks_after_a_body_are_forgiven() -> None:
    with FaultyServer({"/": (Fault((*WHOLE.pieces, b"\r\n"), keeps_open=True),)}) as server:
        assert asyncio.run(pages([server.url()] * 3)) == [PAGE] * 3


async def n_sent_unread(url: str, sent: list[bytes]) -> list[int]:
    connection = Connection()
    request = httpx.Request("GET", url, extensions={"timeout": {"connect": 5, "read": 5}})
    response = await connection.handle_async_request(request)
    counts = []
    for _ in range(2):
        await asyncio.sleep(0.3)
        counts.append(len(sent))
    body = response.aiter_raw()
    while len(sent) < 2 * counts[-1]:
        await anext(body)
    await response.aclose()
    await connection.aclose()
    return counts


def test_a_server_waits_for_a_reader_that_is_busy() -> None:
    sent: list[bytes] = []
    pieces = map(noting(sent), endless(b"y" * 50_000, OK + b"\r\n"))
    with FaultyServer({"/": (Fault(pieces),)}) as server:
        before, after = asyncio.run(n_sent_unread(server.url(), sent))
    assert 0 < before == after


def noting(sent: list[bytes]) -> Callable[[bytes], bytes]:
    def note(piece: bytes) -> bytes:
        sent.append(piece)
        return piece

    return note


def test_a_large_page_comes_whole() -> None:
    large = Fault((OK + b"Content-Length: 4000000\r\n\r\n", *[b"y" * 40_000] * 100), keeps_open=True)
    roomy = QUICK.model_copy(update={"wire_bytes": 5_000_000, "decoded_bytes": 5_000_000})
    with FaultyServer({"/": (large,)}) as server:
        assert len(Client(roomy, lambda: NOW).get(server.url()).body) == 4_000_000


def test_a_server_on_the_sixth_internet_protocol_is_reached() -> None:
    with FaultyServer({"/": (WHOLE,)}) as server:
        url = server.url().replace("127.0.0.1", "[::ffff:127.0.0.1]")
        allowed = QUICK.model_copy(update={"allow_private": (ip_network("::ffff:127.0.0.0/104"),)})
        assert Client(allowed, lambda: NOW).get(url).body == PAGE

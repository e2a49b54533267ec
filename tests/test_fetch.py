"""Fetching: what a page comes with, what is bounded, and what is named when it fails."""

import asyncio
import gzip
from collections import Counter
from dataclasses import dataclass
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
from pipeline.fetch.client import Client, Fetcher, Redirect, Validators
from pipeline.fetch.inflate import inflated
from schemas.page import RawPage
from tests.fetching import PUBLIC, SMALL, START, Handler, World, now, page, raising, run

INSIDE = {"inside.example": ("10.0.0.5",), "mixed.example": (PUBLIC, "127.0.0.1"), "missing.example": ()}
NEWS = "http://news.example/"


def test_a_page_comes_with_its_address_type_and_time() -> None:
    world = World([page(b"<p>", b"hej", Content_Type="text/html; charset=utf-8")])
    exchange = world.fetch("https://news.example/a#top")
    assert exchange.page == RawPage(
        url="https://news.example/a", body=b"<p>hej", content_type="text/html; charset=utf-8", fetched_at=START
    )
    asked = world.asked[-1][1]
    assert asked.url.host == PUBLIC, "the connection goes to the address that was checked"
    assert asked.headers["Host"] == "news.example"
    assert asked.extensions["sni_hostname"] == "news.example"
    assert asked.headers["Accept-Encoding"] == "gzip"
    assert asked.headers["User-Agent"].startswith("kommunestatus")


def test_an_exchange_keeps_what_went_over_the_wire() -> None:
    wire = gzip.compress(b"hej", mtime=0)
    world = World([page(wire, Content_Encoding="gzip", ETag='"v1"', Last_Modified="Tue, 24 Nov 2026 10:00:00 GMT")])
    exchange = world.fetch(NEWS)
    assert (exchange.url, exchange.status, exchange.attempts) == (NEWS, 200, 1)
    assert (exchange.wire_bytes, exchange.received().body) == (wire, b"hej")
    assert ("Host", "news.example") in exchange.request_headers
    assert ("ETag", '"v1"') in exchange.response_headers
    assert exchange.validators == Validators('"v1"', "Tue, 24 Nov 2026 10:00:00 GMT")
    assert exchange.started_at == exchange.finished_at == START


def test_an_unchanged_page_is_not_sent_again() -> None:
    world = World([page(status=304, ETag='W/"v2"')])
    exchange = world.fetch(NEWS, Validators('"v1"', "Tue, 24 Nov 2026 10:00:00 GMT"))
    asked = world.asked[-1][1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"v1"', "Tue, 24 Nov 2026 10:00:00 GMT")
    assert (exchange.page, exchange.status) == (None, 304)
    assert exchange.validators == Validators('W/"v2"', "Tue, 24 Nov 2026 10:00:00 GMT")


@pytest.mark.parametrize("validators", [None, Validators()])
def test_nothing_changed_is_no_answer_where_nobody_asked(validators: Validators | None) -> None:
    with pytest.raises(BadResponse, match="304") as caught:
        World([page(status=304)]).fetch(NEWS, validators)
    assert caught.value.source == NEWS


@pytest.mark.parametrize("etag", ["unquoted", '"a"b"', '"' + "x" * 501 + '"', '"ø"'])
def test_validators_that_could_not_be_sent_back_are_not_kept(etag: str) -> None:
    settings = SMALL.model_copy(update={"header_bytes": 5000})
    handler: Handler = lambda _request: httpx.Response(200, headers=[(b"ETag", etag.encode())], content=b"x")  # noqa: E731
    assert World([handler], settings=settings).fetch(NEWS).validators == Validators()


def test_the_address_of_a_host_is_asked_once() -> None:
    world = World()
    world.outcomes(*(f"{NEWS}{n}" for n in range(5)))
    assert world.resolved == ["news.example"]


@pytest.mark.parametrize("host", ["inside.example", "mixed.example"])
def test_a_name_that_leads_inside_is_refused(host: str) -> None:
    world = World(names=INSIDE)
    with pytest.raises(RefusedByPolicy, match="not public") as caught:
        world.fetch(f"http://{host}/")
    assert (caught.value.exit_code, world.asked) == (ExitCode.REFUSED, [])


def test_a_private_address_can_be_allowed_by_name_of_its_network() -> None:
    settings = SMALL.model_copy(update={"allow_private": (ip_network("10.0.0.0/8"),)})
    world = World([page(b"intranet")], settings=settings, names=INSIDE)
    assert world.fetch("http://inside.example/").received().body == b"intranet"


def test_a_redirect_leads_to_a_page_with_its_final_address() -> None:
    world = World([page(status=301, Location="/new"), page(b"here")])
    exchange = world.fetch("http://news.example/old")
    assert exchange.received().url == "http://news.example/new"
    assert exchange.redirects == (Redirect("http://news.example/old", 301),)


@pytest.mark.parametrize("location", [{"Location": "/again"}, {}, {"Location": "http://[::1"}])
def test_redirects_end(location: dict[str, str]) -> None:
    world = World([page(status=302, **location)])
    with pytest.raises(BadRedirect):
        world.fetch(NEWS)
    assert len(world.times()) <= 1 + SMALL.redirects


@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (page(b"x" * 600, b"x" * 600), BodyTooLarge),
        (page(b"abc", Content_Length="10"), TruncatedBody),
        (page(b"abcdef", Content_Length="3"), TruncatedBody),
        (page(b"abc", httpx.ReadError("reset")), TruncatedBody),
        (page(b"abc", httpx.RemoteProtocolError("cut")), TruncatedBody),
        (page(b"abc", httpx.ReadTimeout("idle")), DeadlineExceeded),
        (page(gzip.compress(b"hej " * 400)[:-9], Content_Encoding="gzip"), TruncatedBody),
        (page(gzip.compress(b"0" * 3000), Content_Encoding="gzip"), BodyTooLarge),
        (page(gzip.compress(gzip.compress(b"0" * 90_000)), Content_Encoding="gzip, gzip"), BodyTooLarge),
        (page(b"not gzip", Content_Encoding="gzip"), BadResponse),
        (page(b"x", Content_Encoding="br"), UnsupportedCoding),
        (page(gzip.compress(b"x"), Content_Encoding="gzip, gzip, gzip"), UnsupportedCoding),
        (page(b"x", X_Flood="y" * 600), BadResponse),
        (page(status=302, Location="/a", X_Flood="y" * 600), BadResponse),
        (raising(httpx.ConnectError("refused")), ConnectionFailed),
        (raising(httpx.ConnectTimeout("slow")), ConnectionFailed),
        (raising(httpx.ReadError("reset")), ConnectionFailed),
        (raising(httpx.ReadTimeout("slow")), DeadlineExceeded),
        (raising(httpx.RemoteProtocolError("garbage")), BadResponse),
        (raising(httpx.UnsupportedProtocol("h9")), BadResponse),
    ],
)
def test_a_page_that_is_not_whole_or_too_much_has_a_name(handler: Handler, error: type[FetchError]) -> None:
    with pytest.raises(error) as caught:
        World([handler]).fetch(NEWS)
    assert (caught.value.exit_code, caught.value.source) == (ExitCode.NOT_FETCHED, NEWS)


def test_a_status_that_is_no_page_says_which() -> None:
    with pytest.raises(BadStatus, match="404 Not Found") as caught:
        World([page(status=404)]).fetch(NEWS)
    assert (caught.value.status, caught.value.retry_after) == (404, None)


def test_an_unknown_name_has_its_error() -> None:
    with pytest.raises(UnknownHost):
        World(names=INSIDE).fetch("http://missing.example/")


def test_the_next_address_is_tried_when_one_does_not_answer_and_kept() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host != PUBLIC:
            message = "unreachable"
            raise httpx.ConnectError(message)
        return page(b"second")(request)

    world = World([handler], robots=handler, names={"news.example": ("198.51.101.6", PUBLIC)})
    world.outcomes(NEWS, NEWS)
    assert [request.url.host for _, request in world.asked] == ["198.51.101.6", PUBLIC, PUBLIC, PUBLIC]


def test_the_deadline_holds_for_a_resolver_that_hangs() -> None:
    async def hanging(_host: str, _port: int) -> tuple[str, ...]:
        await asyncio.sleep(30)
        return (PUBLIC,)

    async def fetch() -> None:
        settings = SMALL.model_copy(update={"total_seconds": 0.05})
        async with Fetcher(settings, now, connect=lambda: httpx.MockTransport(page(b"x")), resolver=hanging) as fetcher:
            await fetcher.fetch(NEWS)

    with pytest.raises(DeadlineExceeded):
        run(fetch())


def test_the_client_of_the_prompt_gives_the_page_alone() -> None:
    world = World([page(b"hej")])
    client = Client(SMALL, lambda: START, lambda: httpx.MockTransport(world.answer), world.resolver)
    assert client.get(NEWS) == client.get(NEWS) == RawPage(url=NEWS, body=b"hej", fetched_at=START)
    assert world.paths() == ["/robots.txt", "/", "/"], "robots.txt is remembered from page to page"


@dataclass
class Opened(httpx.MockTransport):
    """A connection that tells whether it was closed."""

    log: Counter[str]

    def __post_init__(self) -> None:
        """Answer every request alike."""
        super().__init__(page(b"page"))
        self.log["opened"] += 1

    async def aclose(self) -> None:
        """Close it."""
        self.log["closed"] += 1


@pytest.mark.parametrize(("hosts", "rounds", "idle"), [(2, 3, 2), (100, 1, 64)])
def test_connections_are_kept_by_site_and_not_without_end(hosts: int, rounds: int, idle: int) -> None:
    log: Counter[str] = Counter()

    async def fetch() -> int:
        async with Fetcher(SMALL, now, connect=lambda: Opened(log), resolver=World().resolver) as fetcher:
            for n in range(hosts * rounds):
                await fetcher.page(f"https://host{n % hosts}.example/{n}")
            return log["opened"] - log["closed"]

    assert run(fetch()) == idle
    assert log["opened"] == log["closed"] == hosts


def test_gzip_is_undone_whole_in_layers_and_members() -> None:
    two_members = gzip.compress(b"first ") + gzip.compress(b"second")
    assert inflated(two_members + b"\0\0", "gzip", SMALL) == b"first second"
    assert inflated(gzip.compress(gzip.compress(b"twice")), "gzip, x-gzip", SMALL) == b"twice"
    assert inflated(b"plain", "identity", SMALL) == b"plain"
    with pytest.raises(BadResponse, match="members"):
        inflated(gzip.compress(b"") * 40, "gzip", SMALL)

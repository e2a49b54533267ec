"""Failures that pass, and sites that ask for a pause."""

from datetime import datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadStatus, ConnectionFailed, DeadlineExceeded, Deferred, ExitCode, FetchError, TruncatedBody
from pipeline.fetch.client import Exchange, Redirect
from pipeline.fetch.retrying import LONGEST_PAUSE, SHORTEST_PAUSE, pause_wished, transient
from tests.fetching import SMALL, START, Handler, World, page, raising

NEWS = "http://news.example/"
FINE = page(b"page")


@pytest.mark.parametrize(
    "failure",
    [
        raising(httpx.ConnectError("refused")),
        raising(httpx.ConnectTimeout("slow")),
        raising(httpx.ReadError("reset")),
        raising(httpx.WriteError("broken pipe")),
        raising(httpx.ReadTimeout("idle")),
        raising(httpx.RemoteProtocolError("disconnected")),
        page(b"half", httpx.ReadError("reset")),
        page(b"half", Content_Length="8"),
        page(b"\x1f\x8b\x08", Content_Encoding="gzip"),
        page(status=500),
        page(status=502),
        page(status=503),
        page(status=429),
    ],
)
def test_what_may_pass_is_tried_again_a_little_later(failure: Handler) -> None:
    world = World([failure, failure, FINE])
    exchange = world.fetch(NEWS)
    assert (exchange.received().body, exchange.attempts) == (b"page", 3)
    first, second, third = world.times()
    step = SMALL.retry_seconds
    assert step <= second - first <= 2 * step
    assert 2 * step <= third - second <= 3 * step
    assert exchange.finished_at - exchange.started_at == timedelta(seconds=third)


def test_attempts_end_with_what_the_last_one_met() -> None:
    world = World([page(status=500), raising(httpx.ConnectError("no")), page(b"half", Content_Length="8"), FINE])
    with pytest.raises(TruncatedBody):
        world.fetch(NEWS)
    assert len(world.times()) == SMALL.attempts


@pytest.mark.parametrize(
    "handler", [page(status=404), page(status=410), page(b"x" * 9000), page(b"", Content_Encoding="br")]
)
def test_what_will_not_pass_is_not_tried_again(handler: Handler) -> None:
    world = World([handler])
    assert isinstance(world.outcomes(NEWS)[0], FetchError)
    assert len(world.times()) == 1


def test_an_attempt_begins_at_the_beginning() -> None:
    moved = page(status=302, Location="/new")
    exchange = World([moved, page(status=500), moved, FINE]).fetch(NEWS)
    assert (exchange.attempts, exchange.redirects) == (2, (Redirect(NEWS, 302),))


def test_no_attempt_begins_after_the_deadline() -> None:
    settings = SMALL.model_copy(update={"total_seconds": 0.1})
    world = World([raising(httpx.ConnectError("no")), FINE], settings=settings)
    with pytest.raises(DeadlineExceeded):
        world.fetch(NEWS)
    assert len(world.times()) == 1


def test_a_bug_is_not_tried_again() -> None:
    assert not transient(ValueError("a bug"))
    assert not transient(Deferred("later", retry_at=START))
    assert transient(ConnectionFailed("reset"))


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_pause_is_waited_for(status: int) -> None:
    world = World([page(status=status, Retry_After="7"), FINE])
    assert world.fetch(NEWS).attempts == 2
    assert world.times() == [0.0, 7.0]


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [
        ("30", 30),
        ("Tue, 24 Nov 2026 13:00:00 GMT", 3600),
        ("99999999999999999999999", LONGEST_PAUSE.total_seconds()),
        ("Tue, 24 Nov 2099 13:00:00 GMT", LONGEST_PAUSE.total_seconds()),
    ],
)
def test_a_long_pause_is_left_for_later(wish: str, seconds: float) -> None:
    world = World([page(status=429, Retry_After=wish)])
    with pytest.raises(Deferred, match="429 Too Many Requests") as caught:
        world.fetch(NEWS)
    assert (caught.value.retry_at, caught.value.source) == (START + timedelta(seconds=seconds), NEWS)
    assert caught.value.exit_code is ExitCode.RATE_LIMITED
    assert world.times() == [0.0]


@pytest.mark.parametrize("wish", ["soon", "", "-5", "1.5", "²", "Tue, 99 Nov 2026", "1 2", "\x00"])
def test_junk_is_no_wish(wish: str) -> None:
    assert pause_wished(wish, START) is None


@given(st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d+ Nov \d+ \d+:\d+:\d+ [+-]?\w+"))
def test_whatever_a_server_wishes_is_none_or_within_bounds(wish: str) -> None:
    pause = pause_wished(wish, START)
    assert pause is None or SHORTEST_PAUSE <= pause <= LONGEST_PAUSE


@pytest.mark.parametrize(
    ("wish", "pause"),
    [
        ("0", SHORTEST_PAUSE),
        (" 5 ", timedelta(seconds=5)),
        ("9" * 5000, LONGEST_PAUSE),
        ("Tue, 24 Nov 2026 12:00:10 GMT", timedelta(seconds=10)),
        ("Tue, 24 Nov 2026 12:00:10 -0000", timedelta(seconds=10)),
        ("Tue, 24 Nov 2026 13:00:10 +0100", timedelta(seconds=10)),
        ("Mon, 01 Jan 1990 00:00:00 GMT", SHORTEST_PAUSE),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_PAUSE),
    ],
)
def test_a_wish_is_read_and_clamped(wish: str, pause: timedelta) -> None:
    assert pause_wished(wish, START) == pause


def test_nobody_asks_a_site_that_wants_a_pause_and_others_go_on() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        busy = request.headers["Host"] == "busy.example"
        return page(status=429, Retry_After="3600")(request) if busy else FINE(request)

    settings = SMALL.model_copy(update={"delay_seconds": 1})
    world = World([handler], settings=settings)
    urls = [f"http://{host}.example/{n}" for n in range(5) for host in ("busy", "calm")]
    outcomes = dict(zip(urls, world.outcomes(*urls), strict=True))
    assert world.times("busy.example") == [0.0], "the first answer speaks to all"
    assert world.times("calm.example") == [0.0, 1.0, 2.0, 3.0, 4.0]
    for url, outcome in outcomes.items():
        if "busy" in url:
            assert isinstance(outcome, Deferred)
            assert outcome.retry_at == START + timedelta(hours=1)
        else:
            assert isinstance(outcome, Exchange)


def test_a_short_pause_holds_for_all_tasks() -> None:
    settings = SMALL.model_copy(update={"connections": 1})
    world = World([page(status=503, Retry_After="5"), FINE], settings=settings)
    outcomes = world.outcomes(*(f"{NEWS}{n}" for n in range(4)))
    assert all(isinstance(outcome, Exchange) for outcome in outcomes)
    assert world.times() == [0.0, 5.0, 5.0, 5.0, 5.0]


def test_a_site_that_keeps_asking_for_short_pauses_is_given_up() -> None:
    with pytest.raises(BadStatus, match="503") as caught:
        World([page(status=503, Retry_After="2")]).fetch(NEWS)
    assert (caught.value.status, caught.value.retry_after) == (503, 2.0)


def test_a_page_of_a_redirect_may_ask_for_a_pause_too() -> None:
    world = World([page(status=302, Location="http://busy.example/"), page(status=503, Retry_After="60")])
    with pytest.raises(Deferred) as caught:
        world.fetch(NEWS)
    assert caught.value.retry_at == START + timedelta(minutes=1)


def test_the_time_of_a_pause_is_an_instant() -> None:
    naive = pause_wished("Tue, 24 Nov 2026 12:00:10 -0000", datetime.fromisoformat("2026-11-24T13:00:00+01:00"))
    assert naive == timedelta(seconds=10)

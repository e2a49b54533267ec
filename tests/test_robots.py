"""Politeness: what robots.txt forbids is not asked for, and nothing faster than the site wishes."""

import asyncio
import itertools
from datetime import timedelta

import httpx
import pytest

from pipeline.errors import (
    BadStatus,
    ConnectionFailed,
    Deferred,
    ExitCode,
    FetchError,
    RefusedByPolicy,
    UnknownHost,
)
from pipeline.fetch.client import Exchange, Redirect
from tests.fetching import SMALL, START, Handler, World, page, raising, run

SITE = "https://site.example"
ARTICLE = SITE + "/artikel/"
WORDPRESS = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n"
SLOW = SMALL.model_copy(update={"delay_seconds": 1})


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        (WORDPRESS, "/artikel/", True),
        (WORDPRESS, "/wp-admin/x", False),
        (WORDPRESS, "/wp-admin/admin-ajax.php", True),
        ("User-agent: kommunestatus\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "/artikel/", False),
        ("User-agent: other\nDisallow: /\n", "/artikel/", True),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", False),
        ("User-agent: *\nDisallow: /k%C3%B8b/\n", "/køb/", False),
        ("\ufeffUser-agent: *\nDisallow: /\n", "/artikel/", False),
        ("<html>no rules here</html>", "/artikel/", True),
        ("", "/artikel/", True),
    ],
)
def test_robots_decides_what_is_asked_for(robots: str, path: str, *, allowed: bool) -> None:
    world = World(robots=page(robots.encode()))
    if allowed:
        world.fetch(SITE + path)
    else:
        with pytest.raises(RefusedByPolicy, match="robots") as caught:
            world.fetch(SITE + path)
        assert (caught.value.source, caught.value.exit_code) == (SITE + path, ExitCode.REFUSED)
    assert len(world.times()) == allowed


@pytest.mark.parametrize("status", [204, 400, 401, 403, 404, 410, 451])
def test_a_site_without_robots_allows_all(status: int) -> None:
    assert World(robots=page(b"User-agent: *\nDisallow: /\n", status=status)).fetch(ARTICLE).status == 200


@pytest.mark.parametrize(
    "robots",
    [
        page(status=429),
        page(status=500),
        page(status=503),
        page(status=206),
        page(b"User-agent", httpx.ReadError("cut")),
        page(b"x", Content_Encoding="br"),
        raising(httpx.ReadTimeout("slow")),
    ],
)
def test_a_site_that_cannot_say_what_it_allows_is_left_for_later(robots: Handler) -> None:
    world = World(robots=robots)
    outcomes = world.outcomes(ARTICLE, SITE + "/2", SITE + "/3")
    for outcome in outcomes:
        assert isinstance(outcome, Deferred)
        assert outcome.exit_code is ExitCode.RATE_LIMITED
        assert timedelta(0) < outcome.retry_at - START < timedelta(hours=1)
    assert world.times() == []
    assert len(world.paths()) <= SMALL.attempts, "one of them asks for all"


@pytest.mark.parametrize(
    ("world", "error"),
    [
        (World(robots=raising(httpx.ConnectError("refused"))), ConnectionFailed),
        (World(names={"site.example": ()}), UnknownHost),
        (World(names={"site.example": ("127.0.0.1",)}), RefusedByPolicy),
        (World(robots=page(status=301, Location="http://127.0.0.1/robots.txt")), RefusedByPolicy),
    ],
)
def test_a_site_that_cannot_be_reached_keeps_its_own_error(world: World, error: type[FetchError]) -> None:
    with pytest.raises(error) as caught:
        world.fetch(ARTICLE)
    assert (caught.value.source, world.times()) == (ARTICLE, [])


def test_a_site_that_cannot_be_reached_costs_its_attempts_once() -> None:
    world = World(robots=raising(httpx.ConnectError("refused")))

    async def seconds_of_the_second() -> float:
        async with world.fetcher() as fetcher:
            with pytest.raises(ConnectionFailed):
                await fetcher.fetch(SITE + "/1")
            began = asyncio.get_running_loop().time()
            with pytest.raises(ConnectionFailed):
                await fetcher.fetch(SITE + "/2")
            return asyncio.get_running_loop().time() - began

    assert run(seconds_of_the_second()) == 0
    assert world.paths() == ["/robots.txt"] * SMALL.attempts


def test_redirects_of_robots_are_followed_and_an_endless_one_is_none() -> None:
    def elsewhere(request: httpx.Request) -> httpx.Response:
        if request.headers["Host"] == "site.example":
            return page(status=302, Location="https://other.example/robots.txt")(request)
        return page(b"User-agent: *\nDisallow: /artikel/\n")(request)

    with pytest.raises(RefusedByPolicy):
        World(robots=elsewhere).fetch(ARTICLE)
    assert World(robots=page(status=302, Location="/robots.txt")).fetch(ARTICLE).status == 200


def test_of_a_long_robots_the_first_half_mebibyte_counts() -> None:
    settings = SMALL.model_copy(update={"wire_bytes": 4000, "decoded_bytes": 2_000_000, "inflation_floor": 2_000_000})
    filler = b"# " + b"x" * 1021 + b"\n"
    early = page(b"User-agent: *\nDisallow: /early/\n", *[filler] * 600, b"Disallow: /late/\n")
    world = World(robots=early, settings=settings)
    outcomes = world.outcomes(SITE + "/early/", SITE + "/late/")
    assert [type(outcome) for outcome in outcomes] == [RefusedByPolicy, Exchange]


def test_a_redirect_into_what_robots_forbids_is_not_followed() -> None:
    def rules(request: httpx.Request) -> httpx.Response:
        forbids = request.headers["Host"] == "closed.example"
        return page(b"User-agent: *\nDisallow: /\n" if forbids else b"")(request)

    world = World([page(status=302, Location="https://closed.example/")], robots=rules)
    with pytest.raises(RefusedByPolicy, match="robots"):
        world.fetch(ARTICLE)
    assert len(world.times("closed.example")) == 0


@pytest.mark.parametrize(
    ("wish", "gap"),
    [
        ("", 1.0),
        ("Crawl-delay: 7", 7.0),
        ("Crawl-delay: 0.2", 1.0),
        ("Crawl-delay: soon", 1.0),
        ("Crawl-delay: -9", 1.0),
    ],
)
def test_requests_keep_the_longer_of_two_delays(wish: str, gap: float) -> None:
    world = World(robots=page(f"User-agent: *\n{wish}\nDisallow: /no\n".encode()), settings=SLOW)
    world.outcomes(*(f"{SITE}/{n}" for n in range(4)))
    assert [later - earlier for earlier, later in itertools.pairwise(world.times())] == [gap] * 3


def test_sites_do_not_wait_for_one_another_nor_for_an_endless_wish() -> None:
    world = World(robots=page(b"User-agent: *\nCrawl-delay: 99999999\n"))
    world.outcomes(SITE + "/1", SITE + "/2", "https://other.example/")
    assert (world.times("site.example"), world.times("other.example")) == ([0.0, 6 * 3600.0], [0.0])


def test_a_redirect_within_the_site_waits_for_its_turn() -> None:
    world = World([page(status=301, Location="/new"), page(b"here")], settings=SLOW)
    exchange = world.fetch(SITE + "/old")
    assert (world.times(), exchange.redirects) == ([0.0, 1.0], (Redirect(SITE + "/old", 301),))


def test_waiting_for_a_turn_is_no_slowness_of_the_server() -> None:
    settings = SMALL.model_copy(update={"delay_seconds": 20, "total_seconds": 30})
    outcomes = World(settings=settings, seconds=20).outcomes(*(f"{SITE}/{n}" for n in range(5)))
    assert [type(outcome) for outcome in outcomes] == [Exchange] * 5


def test_robots_is_read_once_a_day() -> None:
    world = World()

    async def two_days() -> None:
        async with world.fetcher() as fetcher:
            await asyncio.gather(fetcher.fetch(SITE + "/a"), fetcher.fetch(SITE + "/b"))
            await asyncio.sleep(24 * 60 * 60)
            await fetcher.fetch(SITE + "/c")

    run(two_days())
    assert world.paths() == ["/robots.txt", "/a", "/b", "/robots.txt", "/c"]


def test_a_robots_that_failed_is_asked_for_again_later() -> None:
    world = World(robots=page(status=500))

    async def an_hour() -> Exchange:
        async with world.fetcher() as fetcher:
            with pytest.raises(Deferred):
                await fetcher.fetch(ARTICLE)
            await asyncio.sleep(60 * 60)
            world.robots = page(b"")
            return await fetcher.fetch(ARTICLE)

    assert run(an_hour()).status == 200


def test_a_site_whose_robots_asks_for_a_pause_is_asked_again_after_it() -> None:
    world = World(robots=page(status=503, Retry_After="60"))

    async def two_minutes() -> tuple[Deferred, Deferred, Exchange]:
        async with world.fetcher() as fetcher:
            with pytest.raises(Deferred) as first:
                await fetcher.fetch(ARTICLE)
            with pytest.raises(Deferred) as second:
                await fetcher.fetch(SITE + "/2")
            await asyncio.sleep(61)
            world.robots = page(b"")
            return first.value, second.value, await fetcher.fetch(ARTICLE)

    first, second, exchange = run(two_minutes())
    assert (first.retry_at, second.retry_at) == (START + timedelta(minutes=1),) * 2
    assert (first.source, second.source, exchange.status) == (ARTICLE, SITE + "/2", 200)
    assert world.paths() == ["/robots.txt", "/robots.txt", "/artikel/"]


def test_a_refusal_of_the_page_is_no_matter_of_robots() -> None:
    with pytest.raises(BadStatus, match="403"):
        World([page(status=403)]).fetch(ARTICLE)

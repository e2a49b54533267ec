"""Politeness: what robots.txt forbids is not asked for, and nothing faster than the site wishes."""

import asyncio
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest

from pipeline.errors import BadStatus, RefusedByPolicy
from pipeline.fetch.client import Client
from pipeline.fetch.polite import PoliteClient
from pipeline.settings import Settings

SITE = "https://site.example"
WORDPRESS = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n"


@dataclass
class World:
    """A site, and a clock that only sleeping moves."""

    robots: str = ""
    status: int = 200
    seconds: float = 0.0
    asked: list[tuple[float, str]] = field(default_factory=list)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Note when which path was asked for."""
        self.asked.append((self.seconds, request.url.path))
        if request.url.path == "/robots.txt":
            return httpx.Response(self.status, stream=httpx.ByteStream(self.robots.encode()))
        return httpx.Response(200, stream=httpx.ByteStream(b"page"))

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds

    def client(self) -> PoliteClient:
        """A client in this world, with a delay of one second."""

        async def names(_host: str, _port: int) -> tuple[str, ...]:
            return ("198.51.101.7",)

        clock = datetime(2026, 11, 24, tzinfo=UTC)
        client = Client(Settings(delay_seconds=1), lambda: clock, httpx.MockTransport(self.answer), names)
        return PoliteClient(client, lambda: self.seconds, self.sleep)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for _, path in self.asked]


def fetch(client: PoliteClient, *paths: str) -> None:
    async def all_at_once() -> None:
        await asyncio.gather(*(client.fetch(SITE + path) for path in paths))

    asyncio.run(all_at_once())


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        (WORDPRESS, "/artikel/", True),
        (WORDPRESS, "/wp-admin/x", False),
        (WORDPRESS, "/wp-admin/admin-ajax.php", True),
        ("User-agent: kommunestatus\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "/artikel/", False),
        ("User-agent: other\nDisallow: /\n", "/artikel/", True),
        ("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", False),
        ("\ufeffUser-agent: *\nDisallow: /\n", "/artikel/", False),
        ("<html>no rules here</html>", "/artikel/", True),
    ],
)
def test_robots_decides_what_is_asked_for(robots: str, path: str, *, allowed: bool) -> None:
    world = World(robots)
    if allowed:
        fetch(world.client(), path)
    else:
        with pytest.raises(RefusedByPolicy, match="robots"):
            fetch(world.client(), path)
    assert (path in world.paths()) is allowed


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (429, False), (500, False), (503, False)])
def test_a_site_without_robots_allows_all_and_one_that_cannot_answer_nothing(status: int, *, allowed: bool) -> None:
    world = World(status=status)
    if allowed:
        fetch(world.client(), "/artikel/")
    else:
        with pytest.raises(BadStatus):
            fetch(world.client(), "/artikel/")
    assert ("/artikel/" in world.paths()) is allowed


@pytest.mark.parametrize(("wish", "gap"), [("", 1.0), ("Crawl-delay: 7", 7.0), ("Crawl-delay: 0.2", 1.0)])
def test_requests_keep_the_longer_of_two_delays(wish: str, gap: float) -> None:
    world = World(f"User-agent: *\n{wish}\nDisallow: /no\n")
    fetch(world.client(), "/a", "/b", "/c")
    times = [at for at, _ in world.asked]
    assert [later - earlier for earlier, later in itertools.pairwise(times)] == [gap] * 3


def test_robots_is_read_once_a_day() -> None:
    world = World()
    client = world.client()
    fetch(client, "/a", "/b")
    assert world.paths().count("/robots.txt") == 1
    world.seconds += 24 * 60 * 60
    fetch(client, "/c")
    assert world.paths().count("/robots.txt") == 2

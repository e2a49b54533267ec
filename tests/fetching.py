"""A network that tests make up, and an event loop in which waiting takes no time."""

import asyncio
import selectors
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar

import httpx

from pipeline.errors import FetchError
from pipeline.fetch.client import Exchange, Fetcher, Validators
from pipeline.settings import Settings

T = TypeVar("T")
Handler = Callable[[httpx.Request], httpx.Response]

PUBLIC: Final = "198.51.101.7"
START: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)
SMALL: Final = Settings(
    wire_bytes=1000, decoded_bytes=4000, inflation_floor=2000, inflation_ratio=20, header_bytes=500, delay_seconds=0
)


class _JumpingSelector(selectors.SelectSelector):
    seconds = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            message = "everybody waits for something that never comes"
            raise AssertionError(message)
        self.seconds += timeout
        return super().select(0)


class JumpingLoop(asyncio.SelectorEventLoop):
    """A loop that moves its clock to the next timer instead of waiting for it."""

    def __init__(self) -> None:
        """Begin at 0 seconds."""
        self._clock = _JumpingSelector()
        super().__init__(self._clock)

    def time(self) -> float:
        """Seconds since the loop began."""
        return self._clock.seconds


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in such a loop."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(work)


def now() -> datetime:
    """The time of day in such a loop, which begins at START."""
    return START + timedelta(seconds=asyncio.get_running_loop().time())


@dataclass
class Body(httpx.AsyncByteStream):
    """A response body that comes in pieces, as on a wire; an exception among them is raised."""

    pieces: tuple[bytes | Exception, ...]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the pieces one by one."""
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece


def page(*pieces: bytes | Exception, status: int = 200, **headers: str) -> Handler:
    """Answer every request so; an underscore in a header's name stands for a hyphen."""
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return lambda _request: httpx.Response(status, headers=named, stream=Body(pieces))


def raising(error: Exception) -> Handler:
    """Fail every request so."""

    def handler(_request: httpx.Request) -> httpx.Response:
        raise error

    return handler


@dataclass
class World:
    """Hosts, each with a robots.txt, and a note of what was asked for when."""

    answers: list[Handler] = field(default_factory=lambda: [page(b"page")])
    """One for each request for a page; the last one stays."""
    robots: Handler = field(default_factory=lambda: page(status=404))
    settings: Settings = SMALL
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where names lead; any other leads to the open internet."""
    asked: list[tuple[float, httpx.Request]] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)
    seconds: float = 0.0
    """How long each answer takes."""

    async def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer as the next handler does."""
        self.asked.append((asyncio.get_running_loop().time(), request))
        await asyncio.sleep(self.seconds)
        if request.url.path == "/robots.txt":
            return self.robots(request)
        return (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])(request)

    async def resolver(self, host: str, _port: int) -> tuple[str, ...]:
        """Resolve a name, a number to itself; a name without addresses is unknown."""
        self.resolved.append(host)
        found = self.names.get(host, (PUBLIC,) if host.endswith(".example") else (host,))
        if not found:
            raise OSError
        return found

    def fetcher(self) -> Fetcher:
        """A fetcher in this world."""
        return Fetcher(self.settings, now, connect=lambda: httpx.MockTransport(self.answer), resolver=self.resolver)

    def fetch(self, url: str, validators: Validators | None = None) -> Exchange:
        """Fetch one URL; raises FetchError."""

        async def one() -> Exchange:
            async with self.fetcher() as fetcher:
                return await fetcher.fetch(url, validators=validators)

        return run(one())

    def outcomes(self, *urls: str) -> list[Exchange | FetchError]:
        """Fetch several URLs at once; what each came to."""

        async def outcome(fetcher: Fetcher, url: str) -> Exchange | FetchError:
            try:
                return await fetcher.fetch(url)
            except FetchError as error:
                return error

        async def all_at_once() -> list[Exchange | FetchError]:
            async with self.fetcher() as fetcher:
                return await asyncio.gather(*(outcome(fetcher, url) for url in urls))

        return run(all_at_once())

    def times(self, host: str | None = None) -> list[float]:
        """When pages were asked for, in seconds; of one host or of all."""
        return [
            at
            for at, request in self.asked
            if request.url.path != "/robots.txt" and host in {None, request.headers["Host"]}
        ]

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [request.url.path for _, request in self.asked]

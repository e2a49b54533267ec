"""Whose turn it is at a site: no faster than it wishes, and not at all while it asks for a pause.

Time is the event loop's: tests run a loop whose clock jumps.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from pipeline.errors import FetchError
from pipeline.fetch.robots import GOOD_FOR, Rules


def loop_time() -> float:
    """Seconds on the clock of the event loop, which never goes back."""
    return asyncio.get_running_loop().time()


class OnHold(Exception):  # noqa: N818 -- says what is so; it never leaves this package
    """The site asks for a longer pause than anybody waits."""

    def __init__(self, seconds: float) -> None:
        """`seconds` are left of the pause."""
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class Site:
    """What a run knows of one scheme, host and port."""

    key: str
    """Scheme, host and port as a URL."""
    slots: asyncio.Semaphore
    """Requests at once, where no delay makes it one."""
    alone: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by the one request that is under way, and through the delay before it."""
    resolving: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by who resolves the name for all."""
    learning: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by who reads robots.txt for all."""
    addresses: tuple[str, ...] = ()
    """What the name was resolved to and the gate admitted; kept, so that nobody can change it on the way."""
    rules: Rules | None = None
    rules_until: float = 0.0
    no_rules: FetchError | None = None
    """Why robots.txt did not come; holds until `rules_until` as well."""
    free_at: float = 0.0
    held_until: float = 0.0

    def learn(self, found: Rules | FetchError, good_for: float = GOOD_FOR) -> None:
        """Keep what came of robots.txt for so many seconds."""
        self.rules = found if isinstance(found, Rules) else None
        self.no_rules = found if isinstance(found, FetchError) else None
        self.rules_until = loop_time() + good_for

    @property
    def informed(self) -> bool:
        """Whether it is known what robots.txt says, or that it cannot be had."""
        return (self.rules or self.no_rules) is not None and loop_time() < self.rules_until

    def hold(self, seconds: float) -> None:
        """Let no request begin for so many seconds."""
        self.held_until = max(self.held_until, loop_time() + seconds)

    @asynccontextmanager
    async def turn(self, delay: float, patience: float) -> AsyncIterator[None]:
        """Wait for the turn of a request and keep it; raises OnHold when that takes longer than patience (s)."""
        if delay <= 0:
            async with self.slots:
                await self._pause_over(patience)
                yield
            return
        async with self.alone:
            await _until(self.free_at)
            await self._pause_over(patience)
            try:
                yield
            finally:
                self.free_at = loop_time() + delay

    async def _pause_over(self, patience: float) -> None:
        while (left := self.held_until - loop_time()) > 0:
            if left > patience:
                raise OnHold(left)
            await asyncio.sleep(left)


async def _until(moment: float) -> None:
    left = moment - loop_time()
    if left > 0:
        await asyncio.sleep(left)


class Sites:
    """The sites of a run, each known from the first request to it."""

    def __init__(self, connections: int) -> None:
        """`connections` is the most requests to one site at once."""
        self._connections = connections
        self._known: dict[str, Site] = {}

    def of(self, url: httpx.URL) -> Site:
        """The site that a URL belongs to."""
        key = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if key not in self._known:
            self._known[key] = Site(key, asyncio.Semaphore(self._connections))
        return self._known[key]

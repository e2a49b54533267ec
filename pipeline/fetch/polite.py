"""Asks a site only for what its robots.txt (RFC 9309) allows, and no faster than it wishes.

Clock and sleep are parameters, so that tests need neither time nor chance.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

import httpx
from protego import Protego

from pipeline.errors import BadStatus, RefusedByPolicy
from pipeline.fetch.addresses import admitted
from pipeline.fetch.client import Client
from schemas.page import RawPage

_AGENT: Final = "kommunestatus"
"""The product token that robots.txt may name."""
_ROBOTS_BYTES: Final = 512 * 1024
"""What follows is not read; the RFC asks for 500 KiB at the least."""
_ROBOTS_SECONDS: Final = 24 * 60 * 60.0
"""How long a robots.txt holds; the RFC allows no longer."""
_LONGEST_DELAY: Final = 6 * 60 * 60.0
"""Past this a Crawl-delay (seconds) is a slip of the pen, or a trap."""


@dataclass
class _Site:
    """What is known of one scheme, host and port."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by the one request that is under way."""
    rules: Protego | None = None
    rules_until: float = 0.0
    delay: float = 0.0
    free_at: float = 0.0


@dataclass
class PoliteClient:
    """One request to a site at a time, each a delay after the last one ended, and none that robots.txt forbids."""

    client: Client
    now: Callable[[], float]
    """A clock that never goes back, in seconds."""
    sleep: Callable[[float], Awaitable[None]]
    _sites: defaultdict[str, _Site] = field(default_factory=lambda: defaultdict(_Site))

    async def fetch(self, url: str) -> RawPage:
        """Fetch a page when it is its turn.

        Raises RefusedByPolicy for what robots.txt forbids, and FetchError; also when robots.txt itself did not come,
        since then nobody knows what may be asked for. Only the address asked for is checked, not where it redirects.
        """
        target = admitted(url, self.client.settings)
        site = self._sites[str(target.copy_with(raw_path=b"/"))]
        async with site.turn:
            if site.rules is None or self.now() >= site.rules_until:
                await self._learn(site, target)
            if site.rules is not None and not site.rules.can_fetch(str(target), _AGENT):
                message = "the site's robots.txt forbids it"
                raise RefusedByPolicy(message, source=url)
            return await self._in_turn(site, url)

    async def _learn(self, site: _Site, target: httpx.URL) -> None:
        site.rules = None
        text = await self._robots(site, str(target.copy_with(raw_path=b"/robots.txt")))
        site.rules = Protego.parse(text)
        site.rules_until = self.now() + _ROBOTS_SECONDS
        wished = site.rules.crawl_delay(_AGENT) or 0.0
        site.delay = min(_LONGEST_DELAY, wished)
        site.free_at = max(site.free_at, self.now() + self._delay(site))

    async def _robots(self, site: _Site, url: str) -> str:
        """Read robots.txt; a site that has none (4xx) allows everything. Raises FetchError."""
        try:
            page = await self._in_turn(site, url)
        except BadStatus as error:
            # 429 says "not now", not "there is none".
            if 400 <= error.status < 500 and error.status != HTTPStatus.TOO_MANY_REQUESTS:  # noqa: PLR2004 -- 4xx
                return ""
            raise
        return page.body[:_ROBOTS_BYTES].decode("utf-8-sig", "replace")

    async def _in_turn(self, site: _Site, url: str) -> RawPage:
        wait = site.free_at - self.now()
        if wait > 0:
            await self.sleep(wait)
        try:
            return await self.client.fetch(url)
        finally:
            site.free_at = self.now() + self._delay(site)

    def _delay(self, site: _Site) -> float:
        return max(self.client.settings.delay_seconds, site.delay)

"""One request to one site: at the address that was admitted, when it is our turn, within the errand's deadline."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final

import httpx

from pipeline.errors import BadStatus, ConnectionFailed, DeadlineExceeded, Deferred, FetchError
from pipeline.fetch.addresses import Resolver, reachable
from pipeline.fetch.exchange import NOTHING_KNOWN, Redirect, Validators
from pipeline.fetch.polite import OnHold, Site, loop_time
from pipeline.fetch.retrying import PAUSING, pause_wished
from pipeline.fetch.robots import MOST_BYTES
from pipeline.fetch.wire import READ, Answer, Connections, Question
from pipeline.settings import Settings

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# A name may have many addresses; when the first few do not answer, the rest seldom do.
_MOST_ADDRESSES: Final = 3


@dataclass
class Errand:
    """One URL on its way; the same for all attempts and redirects."""

    url: str
    until: float
    """The moment of the loop's clock at which patience ends; waiting for a turn moves it on."""
    headers: tuple[tuple[bytes, bytes], ...]
    validators: Validators = NOTHING_KNOWN
    robots: bool = False
    """Whether robots.txt is what is fetched, which needs no leave, and of which the beginning is enough."""
    redirects: list[Redirect] = field(default_factory=list)
    settled: bool = False
    """Whether another attempt would only meet what is known already."""


@dataclass(frozen=True)
class Gate:
    """What every request passes, those of redirects and for robots.txt too."""

    settings: Settings
    clock: Callable[[], datetime]
    resolver: Resolver
    connections: Connections

    async def ask(self, errand: Errand, site: Site, target: httpx.URL, delay: float) -> Answer:
        """Ask a site once, `delay` seconds after the last request to it.

        Raises BadStatus for an answer that is no page, Deferred when the site asks for a pause, and FetchError.
        """
        async with self._turn(errand, site, delay):
            addresses = await self.resolve(errand, site, target)
            answer = await self._sent(errand, site, target, addresses)
        if answer.status not in READ and answer.status not in REDIRECTS:
            raise self._no(site, answer)
        return answer

    async def resolve(self, errand: Errand, site: Site, target: httpx.URL) -> tuple[str, ...]:
        """Resolve the site's name if nobody did; whoever comes later connects to the same addresses.

        Raises RefusedByPolicy, UnknownHost and DeadlineExceeded.
        """
        if not site.addresses:
            async with site.resolving, _bounded(errand):
                if not site.addresses:
                    site.addresses = (await reachable(target, self.settings, self.resolver))[:_MOST_ADDRESSES]
        return site.addresses

    @asynccontextmanager
    async def _turn(self, errand: Errand, site: Site, delay: float) -> AsyncIterator[None]:
        """Wait for our turn, which does not count, and keep it until the answer is there, which does."""
        began = loop_time()
        try:
            async with site.turn(delay, self.settings.patience_seconds):
                errand.until += loop_time() - began
                async with _bounded(errand):
                    yield
        except OnHold as hold:
            message = "the site asks for a pause"
            raise Deferred(message, retry_at=self.clock() + timedelta(seconds=hold.seconds)) from None

    async def _sent(self, errand: Errand, site: Site, target: httpx.URL, addresses: tuple[str, ...]) -> Answer:
        """Ask at the first of the admitted addresses that answers."""
        most = MOST_BYTES if errand.robots else self.settings.wire_bytes
        for address in addresses:
            question = Question(target, address, errand.headers, most, cut=errand.robots)
            try:
                answer = await self.connections.ask(site.key, question)
            except ConnectionFailed as error:
                failure = error
                continue
            if address != addresses[0]:
                site.addresses = (address, *(other for other in addresses if other != address))
            return answer
        site.addresses = ()  # the next attempt may find that the name has moved
        raise failure

    def _no(self, site: Site, answer: Answer) -> FetchError:
        """Make the error of an answer that is no page, and leave the site alone for as long as it asks."""
        message = f"the server answered {_in_words(answer.status)}"
        pause = None
        if answer.status in PAUSING:
            pause = pause_wished(answer.headers.get("Retry-After", ""), self.clock())
        if pause is None:
            return BadStatus(message, status=answer.status)
        site.hold(pause.total_seconds())
        if pause.total_seconds() > self.settings.patience_seconds:
            return Deferred(message, retry_at=self.clock() + pause)
        return BadStatus(message, status=answer.status, retry_after=pause.total_seconds())


def _in_words(status: int) -> str:
    """A status with the phrase of the standard; the server's own may hold anything, personal data too."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


@asynccontextmanager
async def _bounded(errand: Errand) -> AsyncIterator[None]:
    """Give up at the errand's deadline, and begin nothing after it. Raises DeadlineExceeded."""
    message = "the server took too long"
    if loop_time() >= errand.until:
        raise DeadlineExceeded(message)
    try:
        async with asyncio.timeout_at(errand.until):
            yield
    except TimeoutError as error:
        raise DeadlineExceeded(message) from error

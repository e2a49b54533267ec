"""Fetches pages by the rules: admitted addresses, robots.txt, pace, limits, and a few tries where that may help.

Every hop of a redirect passes the same gate, its body is not read, and a page is whole or an error.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from http import HTTPStatus
from types import TracebackType
from typing import Final, Self

import httpx

from pipeline.errors import BadRedirect, BadStatus, ConnectionFailed, Deferred, FetchError, RefusedByPolicy, UnknownHost
from pipeline.fetch.addresses import Resolver, admitted, resolve
from pipeline.fetch.connection import Connection
from pipeline.fetch.exchange import NOTHING_KNOWN, Exchange, Redirect, Validators, as_text
from pipeline.fetch.gate import REDIRECTS, Errand, Gate
from pipeline.fetch.inflate import inflated
from pipeline.fetch.polite import Site, Sites, loop_time
from pipeline.fetch.retrying import transient, tries
from pipeline.fetch.robots import NO_RULES, ROBOTS_AGAIN, Rules, says_there_is_none
from pipeline.fetch.wire import Answer, Connect, Connections
from pipeline.settings import Settings
from schemas.page import RawPage

__all__ = ["Client", "Exchange", "Fetcher", "Redirect", "Validators"]

_PAGE: Final = ((b"Accept", b"text/html, application/xhtml+xml;q=0.9, */*;q=0.1"), (b"Accept-Encoding", b"gzip"))
_ROBOTS: Final = ((b"Accept", b"text/plain, */*;q=0.1"), (b"Accept-Encoding", b"identity"))


@dataclass(frozen=True)
class _Attempt:
    """Which attempt at an errand it is."""

    started_at: datetime
    """When the first one began."""
    number: int


class Fetcher:
    """Fetches many URLs at once, over connections that stay open: `async with Fetcher(settings, clock) as fetcher`."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime],
        *,
        connect: Connect = Connection,
        resolver: Resolver = resolve,
        sites: Sites | None = None,
    ) -> None:
        """`clock` tells the time of day, `connect` makes a client; `sites` is what earlier fetchers learnt."""
        self._settings = settings
        self._clock = clock
        self._sites = sites or Sites(settings.connections)
        self._connections = Connections(settings, connect)
        self._gate = Gate(settings, clock, resolver, self._connections)
        self._common = ((b"User-Agent", settings.user_agent.encode("ascii", "replace")), (b"Accept-Language", b"da"))

    async def __aenter__(self) -> Self:
        """Nothing is opened before it is needed."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        await self._connections.aclose()

    async def page(self, url: str) -> RawPage:
        """Fetch a page; its `url` is the address that gave it, after redirects. Raises FetchError."""
        return (await self.fetch(url)).received()

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Exchange:
        """Fetch a page, or learn that it is still what the validators stand for (then `page` is None).

        Raises FetchError: RefusedByPolicy also for what robots.txt forbids, Deferred when the site wants to be left
        alone for longer than the settings have patience, and of the others what the last attempt met.
        """
        asking = validators or NOTHING_KNOWN
        headers = (*self._common, *_PAGE, *asking.asking())
        exchange = await self._run(Errand(url, self._deadline(), headers, asking))
        if not asking.asking():
            exchange.received()
        return exchange

    def _deadline(self) -> float:
        return loop_time() + self._settings.total_seconds

    async def _run(self, errand: Errand) -> Exchange:
        """Try an errand as often as may help. Raises FetchError that names the URL asked for."""
        started = self._clock()
        try:
            async for attempt in tries(self._settings, lambda error: transient(error) and not errand.settled):
                with attempt:
                    errand.redirects.clear()
                    target, answer = await self._follow(errand)
                    return self._exchange(errand, target, answer, _Attempt(started, attempt.num))
        except FetchError as error:
            error.source = errand.url
            raise
        message = "an errand has one attempt at least"
        raise AssertionError(message)

    async def _follow(self, errand: Errand) -> tuple[httpx.URL, Answer]:
        """Ask for the URL, and for what it redirects to; gives the address that answered, and its answer."""
        target = admitted(errand.url, self._settings)
        while True:
            answer = await self._ask(errand, target)
            if answer.status not in REDIRECTS:
                return target, answer
            if len(errand.redirects) == self._settings.redirects:
                message = f"more than {self._settings.redirects} redirects"
                raise BadRedirect(message)
            errand.redirects.append(Redirect(str(target), answer.status))
            target = admitted(_joined(target, answer), self._settings)

    async def _ask(self, errand: Errand, target: httpx.URL) -> Answer:
        """Ask one site once, when it may be asked; raises BadStatus for an answer that is a no."""
        site = self._sites.of(target)
        await self._gate.resolve(errand, site, target)
        delay = 0.0  # a page may follow its robots.txt at once
        if not errand.robots:
            rules = await self._permitted(errand, site, target)
            delay = max(self._settings.delay_seconds, rules.delay)
        return await self._gate.ask(errand, site, target, delay)

    async def _permitted(self, errand: Errand, site: Site, target: httpx.URL) -> Rules:
        """Read the site's robots.txt if nobody did, and obey it; to wait for it does not count."""
        if not site.informed:
            began = loop_time()
            async with site.learning:
                if not site.informed:
                    await self._learn(site)
            errand.until += loop_time() - began
        if site.rules is None:
            errand.settled = True  # robots.txt had its attempts
            raise self._unknown_rules(site)
        if not site.rules.allow(str(target)):
            message = "the site's robots.txt forbids it"
            raise RefusedByPolicy(message)
        return site.rules

    async def _learn(self, site: Site) -> None:
        headers = (*self._common, *_ROBOTS)
        errand = Errand(f"{site.key}/robots.txt", self._deadline(), headers, robots=True)
        try:
            page = (await self._run(errand)).received()
        except BadRedirect:
            site.learn(NO_RULES)
        except Deferred as error:
            site.learn(error, (error.retry_at - self._clock()).total_seconds())
        except FetchError as error:
            if isinstance(error, BadStatus) and says_there_is_none(error.status):
                site.learn(NO_RULES)
            else:
                site.learn(error, ROBOTS_AGAIN)
        else:
            site.learn(Rules.of(page.body))

    def _unknown_rules(self, site: Site) -> FetchError:
        """Say that nobody knows what may be asked for; a site that cannot be reached at all keeps its own error."""
        error = site.no_rules
        if isinstance(error, ConnectionFailed | UnknownHost | RefusedByPolicy):
            return type(error)(f"robots.txt: {error.message}")
        again = timedelta(seconds=site.rules_until - loop_time())
        retry_at = error.retry_at if isinstance(error, Deferred) else self._clock() + again
        why = error.message if error else "it did not come"
        return Deferred(f"what may be asked for is unknown, robots.txt: {why}", retry_at=retry_at)

    def _exchange(self, errand: Errand, target: httpx.URL, answer: Answer, attempt: _Attempt) -> Exchange:
        """Put together what came; raises what `inflated` raises."""
        finished, page = self._clock(), None
        if answer.status == HTTPStatus.OK:
            body = inflated(answer.wire, answer.headers.get("Content-Encoding", ""), self._settings)
            content_type = answer.headers.get("Content-Type")
            page = RawPage(url=str(target), body=body, content_type=content_type, fetched_at=finished)
        return Exchange(
            url=errand.url,
            page=page,
            status=answer.status,
            redirects=tuple(errand.redirects),
            request_headers=as_text(answer.sent),
            response_headers=as_text(answer.headers.raw),
            wire_bytes=answer.wire,
            validators=Validators.told(answer.headers).or_else(errand.validators if page is None else NOTHING_KNOWN),
            started_at=attempt.started_at,
            finished_at=finished,
            attempts=attempt.number,
        )


@dataclass(frozen=True)
class Client:
    """Fetches pages one after the other, by the same rules; it remembers what sites asked for."""

    settings: Settings
    clock: Callable[[], datetime]
    """Tells when a page was fetched."""
    connect: Connect = Connection
    resolver: Resolver = resolve

    @cached_property
    def _sites(self) -> Sites:
        return Sites(self.settings.connections)

    def get(self, url: str) -> RawPage:
        """Fetch a page; its `url` is the address that gave it, after redirects. Raises FetchError."""
        return asyncio.run(self._get(url))

    async def _get(self, url: str) -> RawPage:
        fetcher = Fetcher(self.settings, self.clock, connect=self.connect, resolver=self.resolver, sites=self._sites)
        async with fetcher:
            return await fetcher.page(url)


def _joined(base: httpx.URL, answer: Answer) -> str:
    """The address that a redirect leads to; raises BadRedirect."""
    location = answer.headers.get("Location")
    if not location:
        message = f"a redirect ({answer.status}) without a target"
        raise BadRedirect(message)
    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        message = f"a redirect ({answer.status}) to what is no URL"
        raise BadRedirect(message) from error

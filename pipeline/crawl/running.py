"""A whole run: plan, visit, settle what is missing, sum up; resumable at any moment."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final
from urllib.parse import urljoin

from pipeline.config import Config, Site
from pipeline.config.models import Sitemap, WebArchive
from pipeline.crawl.drift import baseline
from pipeline.crawl.ledger import Ledger, Settlement
from pipeline.crawl.local import LocalSources
from pipeline.crawl.outcome import Outcome
from pipeline.crawl.planning import Planned
from pipeline.crawl.visiting import Visited, Visitor
from pipeline.errors import FetchError, KommunestatusError
from pipeline.fetch.discovery.addresses import canonical
from pipeline.fetch.discovery.candidates import Get, Search
from pipeline.fetch.discovery.survey import Survey, related_candidates, survey
from pipeline.fetch.robots import Rules
from pipeline.fetch.sources import archived_url
from pipeline.store.engine import writing
from pipeline.store.lifecycle import VANISHED, Missing, is_gone, mark_gone
from schemas.record import StatusRecord

Notice = Callable[[str, dict[str, object]], None]
"""Told of what happens, as the name of an event and what there is to say."""

RETRY_404: Final = "asked again in a day"


@dataclass
class Stop:
    """Whether the run was asked to end: it finishes the pages in hand."""

    asked: bool = False


@dataclass
class Run:
    """One run over the sites of a configuration."""

    config: Config
    ledger: Ledger
    visitor: Visitor
    get: Get
    notice: Notice
    local: LocalSources | None = None
    limit: int | None = None
    concurrency: int = 8
    stop: Stop = field(default_factory=Stop)
    surveys: dict[str, Survey] = field(default_factory=dict)
    vanished: list[str] = field(default_factory=list)
    """The sites of which so much is missing that nothing is called gone."""
    saved: dict[str, int] = field(default_factory=dict)
    _found: dict[str, Planned] = field(default_factory=dict)
    _missing: list[tuple[Planned, Visited]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """What a record leads to is planned with it."""
        self.visitor = replace(self.visitor, related=self.related)

    async def __call__(self) -> None:
        """Bring every URL of the plan to an outcome, or stop when asked to."""
        for site in self.config.sites:
            if not self.stop.asked and not self.ledger.is_planned(site.name):
                await self._plan(site)
        for site in self.config.sites:
            self.visitor.baselines[site.name] = baseline(self.ledger.engine, site.name)
        while (queue := self._queue()) and not self.stop.asked:
            await self._visit_all(queue)
        if not self.stop.asked:
            await self._look_in_web_archives()
            self._settle_missing()

    async def _plan(self, site: Site) -> None:
        """Ask the sources, and plan what they name and the site's articles that they no longer name."""
        search = Search(site, self.get, self.config.settings, sitemaps=await self._sitemaps(site))
        found = await survey(search, self.ledger.clock().date())
        self.surveys[site.name] = found
        planned = [Planned(one.url, site.name, one.found_by, one.modified) for one in found.found]
        planned += self.local.planned(site) if self.local else []
        named = {one.url for one in planned}
        planned += [Planned(url, site.name) for url in self.ledger.articles_of(site.name) if url not in named]
        for one in planned:
            self._found[one.url] = one
            if one.modified is not None:
                self.visitor.modified[one.url] = one.modified
        self.ledger.plan(planned[: self.limit], [(one.url, source) for one in planned for source in one.found_by])
        accounts = [
            {
                "source": asked.kind,
                "named": asked.named,
                "kept": asked.kept,
                "error": asked.error and asked.error.message,
            }
            for asked in found.asked
        ]
        self.notice("planned", {"site": site.name, "urls": len(planned[: self.limit]), "sources": accounts})

    async def _sitemaps(self, site: Site) -> tuple[str, ...]:
        """The sitemaps that robots.txt names, for a source that does not say where the site's are."""
        if not any(isinstance(source, Sitemap) and source.url is None for source in site.sources):
            return ()
        try:
            page = await self.get(urljoin(site.url, "/robots.txt"))
        except FetchError:
            return ()  # the usual places are tried then
        return Rules.of(page.body).sitemaps

    def _queue(self) -> list[Planned]:
        waiting = {planned.url for planned, _ in self._missing}
        queued = [(url, site) for url, site in self.ledger.queued() if url not in waiting]
        return [self._found.get(url, Planned(url, site)) for url, site in queued]

    async def _visit_all(self, queue: Sequence[Planned]) -> None:
        """Visit many at once; a failure that is no outcome ends the others first."""
        items = iter(queue)
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(self.concurrency, len(queue))):
                    group.create_task(self._work(items))
        except BaseExceptionGroup as failures:
            raise _worst_of(failures) from failures

    async def _work(self, items: Iterator[Planned]) -> None:
        for item in items:
            if self.stop.asked:
                return
            visited = await self.visitor.visit(item)
            if visited.missing_status is not None:
                self._missing.append((item, visited))
                continue
            self._report(item, visited)

    def _report(self, item: Planned, visited: Visited) -> None:
        if visited.saved is not None:
            self.saved[visited.saved] = self.saved.get(visited.saved, 0) + 1
        outcome = visited.outcome
        about = {"url": item.url, "state": outcome.state, "reason": outcome.reason, "message": outcome.message}
        self.notice("page", {**about, "missing": list(outcome.missing), "saved": visited.saved})

    def related(self, item: Planned, record: StatusRecord) -> list[Planned]:
        """The sister articles under Se også, on the same site."""
        site = next((site for site in self.config.sites if site.name == item.site), None)
        if site is None or self.limit is not None:
            return []
        found = [canonical(one.url) for one in related_candidates(record.related, site)]
        return [Planned(url, site.name, ("related",)) for url in dict.fromkeys(found)]

    async def _look_in_web_archives(self) -> None:
        """Read what was never read and is gone from the web as an archive of the web has it, where one is named."""
        patterns = {
            site.name: source.pattern
            for site in self.config.sites
            for source in site.sources
            if isinstance(source, WebArchive)
        }
        for item, visited in list(self._missing):
            pattern = patterns.get(item.site)
            if pattern is None or self.ledger.asked_before(item.url):
                continue
            found = await self.visitor.from_copy(item, archived_url(pattern, item.url, self.ledger.clock()))
            if found is not None:
                self._missing.remove((item, visited))
                self._report(item, found)

    def _settle_missing(self) -> None:
        """Decide on the 404 and 410 of a site together: when too many vanish, it is broken, and none is gone."""
        missing = sorted(self._missing, key=lambda pair: (pair[0].site, pair[0].url))
        for site, group in groupby(missing, key=lambda pair: pair[0].site):
            pairs = list(group)
            articles = set(self.ledger.articles_of(site))
            lost = [item for item, _ in pairs if item.url in articles]
            broken = len(lost) > max(1, VANISHED * len(articles))
            if broken:
                self.vanished.append(site)
            for item, visited in pairs:
                outcome = self._missing_outcome(item, visited, known=item.url in articles, broken=broken)
                self.ledger.settle([Settlement(outcome)])
                self._report(item, Visited(outcome))

    def _missing_outcome(self, item: Planned, visited: Visited, *, known: bool, broken: bool) -> Outcome:
        status = visited.missing_status or 0
        if not known:
            # No article was ever read there: a dead link is nobody's loss, and no alarm.
            return replace(visited.outcome, state="gone", reason="not_found")
        if broken:
            message = "too many articles of the site are missing at once; none is taken for gone"
            return Outcome(item.url, "drift", "site_vanished", message, http_status=status)
        if self.ledger.is_elsewhere(item.url):
            return replace(visited.outcome, state="gone", reason="moved", message="the article is at another address")
        now = self.ledger.clock()
        missing = Missing(item.url, status, now)
        with writing(self.ledger.engine) as connection:
            gone = is_gone(connection, missing)
            if gone:
                about = {"code_version": self.ledger.code_version, "run_id": self.ledger.run_id}
                mark_gone(connection, missing, **about)
        if gone:
            return Outcome(item.url, "gone", "gone", f"the server answered {status}", http_status=status)
        return Outcome(item.url, "deferred", "not_found", f"404; {RETRY_404}", http_status=status)


def _worst_of(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    """The one failure that stands for several that ended together: a bug before anything that was expected."""
    flat: list[BaseException] = []
    waiting: list[BaseException] = [failures]
    while waiting:
        failure = waiting.pop()
        if isinstance(failure, BaseExceptionGroup):
            waiting += failure.exceptions
        else:
            flat.append(failure)
    bugs = [failure for failure in flat if not isinstance(failure, KommunestatusError)]
    return (bugs or flat)[0]

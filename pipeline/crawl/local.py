"""Sources that need no network: folders of saved pages, e-mails and WARC files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.archive import Archive, ExchangeNote
from pipeline.archive.notes import digest
from pipeline.config import Site
from pipeline.config.models import Folder, Warc
from pipeline.crawl.ledger import Ledger
from pipeline.crawl.planning import Planned
from pipeline.erasure.suppression import Suppression
from pipeline.errors import FetchError, UsageError
from pipeline.fetch.files import pages_in
from pipeline.fetch.sources import pages_of
from pipeline.settings import Settings
from pipeline.store.suppressed import page_without_suppressed
from schemas.page import RawPage


@dataclass(frozen=True)
class LocalSources:
    """The local sources of a run; what they hold goes into the archive, and from there the way of fetched pages."""

    ledger: Ledger
    archive: Archive
    settings: Settings
    clock: Callable[[], datetime]
    here: dict[str, ExchangeNote]
    """Where a visitor finds what is in the archive already."""
    suppressions: tuple[Suppression, ...]
    """Who asked to be forgotten."""
    failed: Callable[[str, FetchError], None]
    """Told of each file that cannot be read."""

    def planned(self, site: Site) -> Iterator[Planned]:
        """Archive what is new or changed, and plan every page; raises UsageError for a source that is not there."""
        for source in site.sources:
            if isinstance(source, Folder | Warc) and _holds(source.valid_until, self.clock().date()):
                for page in self._pages(source.path):
                    yield self._plan(site, page, source.type)

    def _pages(self, path: Path) -> Iterator[RawPage]:
        if not path.exists():
            message = "a source of the configuration is not there"
            raise UsageError(message, source=str(path))
        for file in pages_in(path) if path.is_dir() else (path,):
            yield from self._in_file(file)

    def _in_file(self, file: Path) -> Iterator[RawPage]:
        try:
            for page in pages_of(file, self.settings):
                if isinstance(page, RawPage):
                    yield page
                else:
                    self.failed(str(file), page)
        except FetchError as error:
            self.failed(str(file), error)

    def _plan(self, site: Site, page: RawPage, kind: str) -> Planned:
        body = page_without_suppressed(page.body, self.suppressions)
        known = self.ledger.known(page.url)
        same = known.page_sha256 == digest(body) and known.read_by(self.ledger.code_version)
        if not same:
            note = ExchangeNote(
                url=page.url,
                requested_url=page.url,
                status=200,
                content_type=page.content_type,
                fetched_at=page.fetched_at or self.clock(),
                run_id=self.ledger.run_id,
            )
            sha256 = self.archive.keep(body, note)
            self.here[page.url] = note.model_copy(update={"sha256": sha256})
        return Planned(page.url, site.name, (kind,), unchanged=same)


def _holds(valid_until: date | None, today: date) -> bool:
    return valid_until is None or today <= valid_until

"""Reads the pages that a person names, one after the other, and counts what came of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from pipeline.errors import ExitCode, FetchError, KommunestatusError, OverBudget, PageRejected, UsageError, worst
from pipeline.extraction.budget import page_budget
from pipeline.fetch.files import read_stream
from pipeline.fetch.sources import Reference, distinct_stems, is_folder, pages_of, references, stem_among
from pipeline.present.printing import write_record
from pipeline.settings import Settings
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

if TYPE_CHECKING:
    from pipeline.fetch.client import Client

_WEB: Final = ("http://", "https://")
Extract = Callable[[RawPage], StatusRecord | Rejection]


@dataclass(frozen=True)
class Result:
    """A record with the page it was made from."""

    record: StatusRecord
    page: RawPage
    stem: str
    """A file name for it, without suffix."""


@dataclass(frozen=True)
class Reader:
    """What reading pages needs from outside."""

    settings: Settings
    extract: Extract
    clock: Callable[[], datetime]
    """Tells when a page was fetched."""
    stdin: BinaryIO
    report: Callable[[KommunestatusError], None]
    """Told of each page that became no record."""

    def pages(self, reference: Reference, url: str | None) -> Iterator[RawPage | FetchError]:
        """Read or fetch what a person named; `url` beats the address that it came from.

        A page of many that cannot be read is an error in its place. Raises FetchError, UsageError.
        """
        if reference.path is not None:
            yield from pages_of(reference.path, self.settings, url)
        elif not reference.is_url:
            yield read_stream(self.stdin, self.settings, url)
        else:
            page = self._client.get(reference.name)
            yield page.model_copy(update={"url": url}) if url else page

    @cached_property
    def _client(self) -> "Client":
        from pipeline.fetch.client import Client  # noqa: PLC0415 -- who reads files needs no HTTP

        return Client(self.settings, self.clock)


@dataclass
class Extraction:
    """One run over some sources; it counts what came of them while its results are drawn."""

    pages: tuple[Reference, ...]
    url: str | None
    single: bool
    """Whether one page was named, and neither a folder nor a file of many."""
    made: int = 0
    failures: list[ExitCode] = field(default_factory=list)
    saved: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, sources: Sequence[str], url: str | None) -> "Extraction":
        """Find the pages of some sources; `url` is the address of the only one.

        Raises UsageError for a source that does not exist, and for one address for many pages.
        """
        found = tuple(page for source in sources for page in references(source))
        single = len(sources) == 1 and not is_folder(sources[0]) and not any(page.holds_many for page in found)
        if url and not single:
            message = "--url is the address of one page"
            raise UsageError(message)
        return cls(found, url, single)

    def results(self, reader: Reader) -> Iterator[Result]:
        """Read page after page; the ones that become no record are counted and reported."""
        for reference, stem in zip(self.pages, distinct_stems(self.pages), strict=True):
            try:
                for page in reader.pages(reference, self.url):
                    yield from self._result(reader, reference, page, stem)
            except FetchError as error:
                self._fail(reader, reference, error)

    def _result(self, reader: Reader, reference: Reference, page: RawPage | FetchError, stem: str) -> Iterator[Result]:
        if isinstance(page, FetchError):
            self._fail(reader, reference, page)
            return
        try:
            with page_budget(reader.settings.page_seconds, reader.settings.page_memory):
                read, record = _read(page, reader.extract)
        except (OverBudget, PageRejected) as error:
            self._fail(reader, reference, error)
        else:
            self.made += 1
            yield Result(record, read, stem_among(stem, page) if reference.holds_many else stem)

    def _fail(self, reader: Reader, reference: Reference, error: KommunestatusError) -> None:
        error.source = f"{reference.name}: {error.source}" if reference.holds_many and error.source else reference.name
        self.failures.append(error.exit_code)
        reader.report(error)

    def save(self, results: Iterator[Result], store: str) -> Iterator[Result]:
        """Save each record in the store before it is handed on; raises StoreUnavailable, DiskFull, UsageError."""
        from pipeline.store import engine_for, migrate, save  # noqa: PLC0415 -- SQLAlchemy costs 0.4 s

        engine = engine_for(store)
        try:
            migrate(engine)
            for result in results:
                self.saved[save(engine, result.record, result.page)] += 1
                yield result
        finally:
            engine.dispose()

    def write(self, results: Iterator[Result], folder: Path) -> Iterator[Result]:
        """Write each record to a file before it is handed on; raises DiskFull, UsageError."""
        for result in results:
            write_record(result.record, folder, result.stem)
            yield result

    @property
    def exit_code(self) -> ExitCode:
        """What the process ends with: 0 if any record came out, a single page's own code, else 4 or what is worse."""
        if self.made:
            return ExitCode.DONE
        if self.single and self.failures:
            return self.failures[0]
        return worst([*self.failures, ExitCode.DRIFT])


def _read(page: RawPage, extract: Extract) -> tuple[RawPage, StatusRecord]:
    """Make the record of a page; a file is read again at the address that its page names as its own.

    Only so do its relative links lead somewhere. Raises PageRejected.
    """
    made = extract(page)
    if isinstance(made, Rejection):
        raise PageRejected.of(made)
    home = made.source.canonical_url or ""
    if page.url.startswith("file:") and home.startswith(_WEB):
        return _read(page.model_copy(update={"url": home}), extract)
    return page, made

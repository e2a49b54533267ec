"""The web report, from the store to a folder: the straight line that strings its pages together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from pipeline.report.article import article_page
from pipeline.report.charts_marks import Lang
from pipeline.report.downloads import dictionary, downloads
from pipeline.report.folder import Folder
from pipeline.report.map import tiles
from pipeline.report.measures import newest
from pipeline.report.municipality import municipality_page
from pipeline.report.overview import MEASURES, entries, filterable, map_of, overview
from pipeline.report.quality import Score, quality
from pipeline.report.rendering import Renderer
from pipeline.report.rows import Row, data_script, row_of
from pipeline.report.source import article_ids, fit_for, stored

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""

_ASSETS: Final = ("map.css", "report.css", "report.js", "article.js", "matrix.js")


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is made, and what it leaves out."""

    lang: Lang = "da"
    """Danish or English; what articles print stays Danish."""
    quotes_only: bool = False
    """Whether of an article's text only the quotes are shown that values rest on."""
    redact_contacts: bool = False
    """Whether contacts are left out, and masked in the text."""
    scores: tuple[Score, ...] = ()
    """How well values are read, as measured beforehand."""


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What making a report did."""

    written: int
    """Files that are new or changed."""
    unchanged: int
    """Files that were there already, the same byte for byte."""
    removed: int
    """Files of an earlier report that are no longer made."""


def build(
    connection: Connection, folder: Path, options: Options | None = None, progress: Progress | None = None
) -> ReportSummary:
    """Make the report in a folder, or bring an earlier one up to date; the same store gives the same bytes.

    Raises UsageError for a folder that holds anything else, DiskFull.
    """
    chosen = options or Options()
    ids = article_ids(connection)
    report = _Report(connection, Folder.at(folder), chosen, Renderer(chosen.lang, {"quotes_only": chosen.quotes_only}))
    report.folder.announce(set(map(_article_file, ids)))
    rows = report.articles(ids, progress or _silent)
    live = [row for row in rows if row.live]
    report.matrix(live)
    report.index(live)
    report.municipalities(rows)
    report.quality(live)
    report.downloads(live)
    report.assets()
    removed = report.folder.finish()
    return ReportSummary(report.folder.written, report.folder.unchanged, removed)


def _silent(_done: int, _planned: int) -> None:
    """Tell nobody."""


def _article_file(article_id: str) -> str:
    return f"article/{article_id}.html"


def _municipality_file(code: str) -> str:
    return f"municipality/{code}.html"


@dataclass(frozen=True, slots=True)
class _Report:
    """A report in the making."""

    connection: Connection
    folder: Folder
    options: Options
    renderer: Renderer

    def _page(self, template: str, *, root: str = "", **values: object) -> bytes:
        return self.renderer.page(template, root=root, **values)

    def articles(self, ids: Sequence[str], progress: Progress) -> list[Row]:
        """Make the articles' pages, one after another, and keep of each what other pages need."""
        fit = fit_for(whole_text=not self.options.quotes_only, contacts=not self.options.redact_contacts)
        rows = []
        for done, article in enumerate(stored(self.connection, ids, fit), start=1):
            page = article_page(article, self.options.lang)
            content = self._page("article.html", root="../", page=page, record=page.record)
            self.folder.write(_article_file(page.article_id), content)
            rows.append(row_of(page))
            progress(done, len(ids))
        return rows

    def matrix(self, rows: Sequence[Row]) -> None:
        """Make the matrix and its data."""
        latest = newest(row.status for row in rows).values()
        self.folder.write("assets/data.js", data_script(rows, [status.article_id for status in latest]))
        content = self._page(
            "matrix.html",
            regions=sorted({row.status.region for row in rows if row.status.region}),
            years=sorted({row.status.year for row in rows if row.status.year}),
            filterable=filterable(),
        )
        self.folder.write("matrix.html", content)

    def index(self, rows: Sequence[Row]) -> None:
        """Make the first page."""
        page = overview(rows, self.options.lang)
        self.folder.write("index.html", self._page("index.html", page=page, municipalities=len(tiles())))

        said = list(entries(rows, self.options.lang))
        covered = map_of([row.status for row in rows], "coverage", self.options.lang)
        content = self._page("municipalities.html", entries=said, measures=MEASURES, map=covered)
        self.folder.write("municipalities.html", content)

    def municipalities(self, rows: Sequence[Row]) -> None:
        """Make a page for each municipality, also of articles that are gone."""
        found: dict[str, list[Row]] = {}
        for row in rows:
            if row.status.code:
                found.setdefault(row.status.code, []).append(row)
        self.folder.announce(set(map(_municipality_file, found)))
        for code, theirs in found.items():
            page = municipality_page(theirs, self.options.lang)
            self.folder.write(_municipality_file(code), self._page("municipality.html", root="../", page=page))

    def quality(self, rows: Sequence[Row]) -> None:
        """Make the quality page."""
        page = quality(self.connection, rows, self.options.lang)
        self.folder.write("quality.html", self._page("quality.html", page=page, scores=self.options.scores))

    def downloads(self, rows: Sequence[Row]) -> None:
        """Make the files to download, and the page that explains them."""
        tables = downloads(rows)
        for table in tables:
            for name, content in table.files():
                self.folder.write(name, content)
        content = self._page("downloads.html", tables=tables, dictionary=dictionary(self.options.lang))
        self.folder.write("downloads.html", content)

    def assets(self) -> None:
        """Put the styles and scripts in place."""
        source = files("pipeline.report").joinpath("assets")
        for name in _ASSETS:
            self.folder.write(f"assets/{name}", source.joinpath(name).read_bytes())

"""One municipality's page: its answers article by article, what changed between them, and whom to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from pipeline.report import charts
from pipeline.report.charts_marks import Lang
from pipeline.report.measures import FIGURES, bounds_of
from pipeline.report.overview import drawing
from pipeline.report.rows import Cell, Row
from pipeline.report.words import words
from schemas.record import Contact

# Two points make a line.
_POINTS: Final = 2


@dataclass(frozen=True, slots=True)
class Step:
    """An answer that is not what it was the time before."""

    key: str
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True)
class Passage:
    """What changed from one article to the next."""

    earlier: Row
    later: Row
    steps: Sequence[Step]


@dataclass(frozen=True)
class MunicipalityPage:
    """What the page shows."""

    code: str
    name: str
    region: str
    rows: Sequence[Row]
    """Its articles, the oldest first."""
    passages: Sequence[Passage]
    """What changed, the newest first; articles that say the same are passed over."""
    sparks: Sequence[tuple[str, Markup]]
    """Counts over time: the measure's name and the drawing."""
    contacts: Sequence[tuple[Row, Contact]]
    """Whom its articles name, the newest first, each person or office once."""


def municipality_page(rows: Sequence[Row], lang: Lang) -> MunicipalityPage:
    """Prepare a municipality's page from its articles, which are in the order of time."""
    newest = rows[-1]
    return MunicipalityPage(
        code=newest.status.code or "",
        name=newest.name or "",
        region=newest.status.region or "",
        rows=rows,
        passages=[passage for passage in _passages(rows) if passage.steps][::-1],
        sparks=list(_sparks(rows, lang)),
        contacts=list(_contacts(rows)),
    )


def _passages(rows: Sequence[Row]) -> Iterator[Passage]:
    for earlier, later in pairwise(rows):
        yield Passage(earlier, later, list(_steps(earlier, later)))


def _steps(earlier: Row, later: Row) -> Iterator[Step]:
    for before, after in zip(earlier.cells, later.cells, strict=True):
        if (before.kind, before.brief) != (after.kind, after.brief):
            yield Step(after.key, before, after)


def _sparks(rows: Sequence[Row], lang: Lang) -> Iterator[tuple[str, Markup]]:
    for measure, (_, name) in FIGURES.items():
        given = [(row, bounds) for row in rows if (bounds := bounds_of(row.status, name))]
        points = [charts.Point(str(row.status.year or "–"), bounds) for row, bounds in given]
        if len(points) >= _POINTS:
            title = words(lang)["municipality"][measure]
            yield measure, drawing(charts.sparkline(points, title=title, lang=lang))


def _contacts(rows: Sequence[Row]) -> Iterator[tuple[Row, Contact]]:
    seen = set()
    for row in reversed(rows):
        for contact in row.contacts:
            told = (contact.name, contact.role, contact.phone, contact.email)
            if told not in seen:
                seen.add(told)
                yield row, contact

"""The first page: what was covered, the map, and how answers spread and moved; each number leads to its articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup

from pipeline.report import charts, measures
from pipeline.report.charts_marks import KINDS, Lang, bounds_words, number
from pipeline.report.map import legend_words, shades, tile_map
from pipeline.report.measures import Measure, Status
from pipeline.report.rows import Row
from pipeline.report.words import words
from schemas.social_economy import KEYS

MEASURES: Final[tuple[Measure, ...]] = ("strategy", "procurement", "enterprises", "jobs", "coverage")
MAPS: Final[tuple[Measure, ...]] = ("strategy", "procurement", "enterprises")
"""The measures that the first page draws: a map weighs much, and the page is to open at once."""
_MOVED: Final = "strategy"


def matrix_link(**filters: str) -> str:
    """Address the matrix with filters set."""
    return f"matrix.html#{urlencode(filters)}"


@dataclass(frozen=True, slots=True)
class Transition:
    """Municipalities that went from one answer to another."""

    before: str
    after: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A number of a chart over time, and the articles behind it."""

    words: str
    href: str | None
    """None where there is no article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A municipality in the table beside the map."""

    code: str
    name: str
    said: Mapping[str, str]
    """What each map says of it, by measure."""


@dataclass(frozen=True)
class Overview:
    """What the first page shows; drawings are safe HTML."""

    totals: measures.Totals
    maps: Mapping[str, Markup]
    stances: Markup
    statuses: Markup
    time: Markup | None
    time_behind: Mapping[int, Sequence[Behind]]
    """By year, in the order of STANCES."""
    transitions: Sequence[Transition]
    figures: Markup | None
    figures_behind: Mapping[int, Behind]
    newest_sum: str
    sum_href: str


def overview(rows: Sequence[Row], lang: Lang) -> Overview:
    """Reckon the first page from the articles that are live."""
    statuses = [row.status for row in rows]
    totals = measures.totals(statuses, KEYS)
    return Overview(
        totals=totals,
        maps={measure: map_of(statuses, measure, lang) for measure in MAPS},
        stances=_stances(statuses, lang),
        statuses=_statuses(statuses, lang),
        time=_time(statuses, lang),
        time_behind=_time_behind(statuses, lang),
        transitions=list(_transitions(statuses)),
        figures=_figures(statuses, lang),
        figures_behind=_figures_behind(statuses, lang),
        newest_sum=bounds_words(totals.enterprises, lang),
        sum_href=_these(totals.enterprises_from, "social_enterprises"),
    )


def drawing(html: str) -> Markup:
    """Take a drawing of the map or the charts as safe HTML."""
    # The map and the charts escape what they are given.
    return Markup(html)  # noqa: S704 -- see above


def map_of(statuses: Sequence[Status], measure: Measure, lang: Lang) -> Markup:
    """Draw the map of a measure."""
    readings = measures.by_municipality(statuses, measure)
    said = words(lang)["overview"]
    title = f"{said['map']}: {said[f'map_{measure}']}"
    links = {code: f"municipality/{code}.html" for code in readings}
    shown = shades(readings, measure, lang)
    return drawing(tile_map(shown, lang=lang, links=links, title=title, words=legend_words(measure, lang)))


def entries(rows: Sequence[Row], lang: Lang) -> Iterator[Entry]:
    """Say of each municipality what every measure says, in the order of the rows."""
    statuses = [row.status for row in rows]
    said = {measure: shades(measures.by_municipality(statuses, measure), measure, lang) for measure in MEASURES}
    names = {row.status.code: row.name for row in rows}
    for code, name in names.items():
        if code and name:
            yield Entry(code, name, {measure: said[measure][code].says for measure in MEASURES})


def _stances(statuses: Sequence[Status], lang: Lang) -> Markup:
    titles = words(lang)["questions"]
    stacks = []
    for question, tally in measures.stances(statuses).items():
        links = {kind: matrix_link(newest="1", question=question, kind=kind) for kind in tally}
        stacks.append(charts.Stack(titles[question], charts.counts(tally, lang, links)))
    return drawing(charts.stacked(stacks, title=words(lang)["overview"]["stances"], lang=lang))


def _statuses(statuses: Sequence[Status], lang: Lang) -> Markup:
    titles = words(lang)["questions"]
    stacks = []
    for question, tally in measures.answers_by_status(statuses, KEYS).items():
        links = {kind: matrix_link(question=question, kind=kind) for kind in tally}
        stacks.append(charts.Stack(titles[question], charts.counts(tally, lang, links)))
    return drawing(charts.stacked(stacks, title=words(lang)["overview"]["statuses"], lang=lang))


def _time(statuses: Sequence[Status], lang: Lang) -> Markup | None:
    years = measures.stance_by_year(statuses, _MOVED)
    if not years:
        return None
    series = {kind: [len(tally[kind]) for tally in years.values()] for kind in measures.STANCES}
    return drawing(charts.steps(list(years), series, title=words(lang)["overview"]["time"], lang=lang))


def _time_behind(statuses: Sequence[Status], lang: Lang) -> dict[int, list[Behind]]:
    years = measures.stance_by_year(statuses, _MOVED)
    return {
        year: [
            Behind(number(len(tally[kind]), lang), _these(tally[kind], _MOVED) if tally[kind] else None)
            for kind in measures.STANCES
        ]
        for year, tally in years.items()
    }


def _figures_behind(statuses: Sequence[Status], lang: Lang) -> dict[int, Behind]:
    found = measures.figure_by_year(statuses, "enterprises")
    return {
        figure.year: Behind(bounds_words(figure.bounds, lang), _these(figure.articles, "social_enterprises"))
        for figure in found
    }


def _these(articles: Iterable[str], question: str) -> str:
    """Address the matrix with these articles alone."""
    return matrix_link(question=question, ids=".".join(articles))


def _transitions(statuses: Sequence[Status]) -> Iterator[Transition]:
    found = measures.transitions(measures.moves(statuses, _MOVED))
    for (before, after), moved in found.items():
        if before != after:
            ids = sorted({article for move in moved for article in (move.from_article, move.to_article)})
            yield Transition(before, after, len(moved), _these(ids, _MOVED))


def _figures(statuses: Sequence[Status], lang: Lang) -> Markup | None:
    found = measures.figure_by_year(statuses, "enterprises")
    if not found:
        return None
    points = [charts.Point(str(figure.year), figure.bounds) for figure in found]
    return drawing(charts.sparkline(points, title=words(lang)["overview"]["figures"], lang=lang))


def filterable() -> tuple[str, ...]:
    """List the kinds that an answer can be of, for the matrix's filter."""
    return tuple(kind for kind in KINDS if not kind.startswith("level") and kind != "none")

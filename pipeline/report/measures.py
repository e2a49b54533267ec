"""The numbers that the report shows, from plain values of articles: pure functions, no database.

Every number is kept as the articles behind it, so that a reader can follow it; its size is `len`. A value is named as
the columns of the view `latest_status` are: `strategy_status`, `strategy_stance`, `social_enterprises_count_min`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from schemas.answers import QuestionKey

Value = str | float | None
Measure = Literal["strategy", "procurement", "enterprises", "jobs", "coverage"]
Tally = Mapping[str, tuple[str, ...]]
"""Articles by kind, the kinds in fixed order, each article once."""

STANCE_QUESTIONS: Final[tuple[QuestionKey, ...]] = (
    "strategy",
    "strategy_use",
    "rsv_only_policy",
    "advisory",
    "procurement",
)
STANCES: Final = ("yes", "partly", "planned", "no")
UNCLEAR: Final = "unclear"
"""Answered, and no stance to be read from it."""
SILENT: Final = "silent"
"""The newest article holds no answer: its status says how."""
STANCE_KINDS: Final = (*STANCES, UNCLEAR, SILENT)
STATUSES: Final = ("answered", "unknown", "not_applicable", "declined", "refers", "blank", "not_asked")

FIGURES: Final[Mapping[str, tuple[QuestionKey, str]]] = {
    "enterprises": ("social_enterprises", "social_enterprises_count"),
    "jobs": ("social_enterprises", "social_enterprises_jobs"),
}
"""Measures that count something: the question they are asked under, and the value's name without _min and _max."""
# Round steps that a reader knows; level 1 is the first, below the first step is none at all.
STEPS: Final[Mapping[str, tuple[float, ...]]] = {
    "enterprises": (1, 5, 10, 20),
    "jobs": (1, 10, 50, 100),
    "coverage": (1, 2, 3, 4),
}


@dataclass(frozen=True, slots=True)
class Status:
    """One article as plain values."""

    article_id: str
    """Which article."""
    code: str | None
    """The municipality's four-digit code; null when none was found."""
    region: str | None
    """The municipality's region."""
    period_start: str | None
    """First day it speaks of, ISO 8601."""
    published_on: str | None
    """Day of publication, ISO 8601."""
    values: Mapping[str, Value]
    """What was read, by column; a column that is missing counts as null."""

    @property
    def year(self) -> int | None:
        """The year it speaks of, else the one it was published in."""
        day = self.period_start or self.published_on
        return int(day[:4]) if day else None

    @property
    def order(self) -> tuple[str, str, str]:
        """Older sorts before newer; the article's id decides what dates leave open."""
        return (self.period_start or self.published_on or "", self.published_on or "", self.article_id)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count as printed: both ends for a number, one for *over* or *op til*."""

    low: float | None
    high: float | None

    @property
    def least(self) -> float:
        """The number to sort and sum by: the lower end, or nought when only an upper bound is known."""
        return self.low if self.low is not None else 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What the map shows of one municipality."""

    code: str
    """The municipality's four-digit code."""
    kind: str
    """A stance kind; or `level0` to `level4` and `silent` for what is counted."""
    status: str
    """The status of the answer it comes from; `answered` for coverage."""
    article_id: str
    """The newest article."""
    year: int | None
    """The year that article speaks of."""
    bounds: Bounds | None = None
    """The count, for what is counted."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What was covered."""

    articles: int
    municipalities: int
    """How many of the 98 have an article."""
    first_year: int | None
    last_year: int | None
    answers: int
    """Answers that say something to their question."""
    asked: int
    """Questions printed in the articles."""
    enterprises: Bounds
    """Social enterprises in the newest article of each municipality, added up."""
    enterprises_from: tuple[str, ...]
    """The articles that give a number of them."""


@dataclass(frozen=True, slots=True)
class Move:
    """How one municipality's answer went from one article to the next."""

    code: str
    before: str
    after: str
    from_article: str
    to_article: str


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A count in one year: the newest article of each municipality in that year, added up."""

    year: int
    bounds: Bounds
    articles: tuple[str, ...]


def newest(statuses: Iterable[Status]) -> dict[str, Status]:
    """Pick the newest article of each municipality, in the order of codes; articles of no municipality are left out."""
    ordered = sorted(statuses, key=lambda status: status.order)
    latest = {status.code: status for status in ordered if status.code}
    return dict(sorted(latest.items()))


def by_municipality(statuses: Sequence[Status], measure: Measure) -> dict[str, Reading]:
    """Read a measure from the newest article of each municipality."""
    latest = newest(statuses)
    if measure == "coverage":
        return {code: _coverage(code, status, statuses) for code, status in latest.items()}
    if measure in FIGURES:
        return {code: _counted(code, status, measure) for code, status in latest.items()}
    return {code: _stance(code, status, measure) for code, status in latest.items()}


def _coverage(code: str, status: Status, statuses: Sequence[Status]) -> Reading:
    articles = sum(other.code == code for other in statuses)
    kind = _level("coverage", articles)
    return Reading(code, kind, "answered", status.article_id, status.year, Bounds(articles, articles))


def _counted(code: str, status: Status, measure: str) -> Reading:
    question, name = FIGURES[measure]
    bounds = bounds_of(status, name)
    kind = _level(measure, bounds.least) if bounds else SILENT
    return Reading(code, kind, _status_of(status, question), status.article_id, status.year, bounds)


def _stance(code: str, status: Status, question: str) -> Reading:
    kind = stance_kind(status, question)
    return Reading(code, kind, _status_of(status, question), status.article_id, status.year)


def _level(measure: str, count: float) -> str:
    return f"level{sum(count >= step for step in STEPS[measure])}"


def bounds_of(status: Status, name: str) -> Bounds | None:
    """Read a count by its value's name without _min and _max; null when the article gives none."""
    low, high = _number(status, f"{name}_min"), _number(status, f"{name}_max")
    return None if low is None and high is None else Bounds(low, high)


def _number(status: Status, column: str) -> float | None:
    value = status.values.get(column)
    return value if isinstance(value, int | float) else None


def _status_of(status: Status, question: str) -> str:
    return str(status.values.get(f"{question}_status") or "not_asked")


def stance_kind(status: Status, question: str) -> str:
    """Sort an answer to a stance question under one of STANCE_KINDS."""
    stance = status.values.get(f"{question}_stance")
    if isinstance(stance, str):
        return stance
    return UNCLEAR if _status_of(status, question) == "answered" else SILENT


def totals(statuses: Sequence[Status], questions: Iterable[str]) -> Totals:
    """Sum up what was covered."""
    latest = newest(statuses)
    years = sorted(status.year for status in statuses if status.year is not None)
    found = [_status_of(status, question) for question in questions for status in statuses]
    bounds, counted = _sum(latest.values(), FIGURES["enterprises"][1])
    return Totals(
        articles=len(statuses),
        municipalities=len(latest),
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        answers=found.count("answered"),
        asked=len(found) - found.count("not_asked"),
        enterprises=bounds,
        enterprises_from=counted,
    )


def _sum(statuses: Iterable[Status], name: str) -> tuple[Bounds, tuple[str, ...]]:
    """Add counts up; the upper end is open as soon as one of them is."""
    given = [(status.article_id, bounds) for status in statuses if (bounds := bounds_of(status, name))]
    highs = [bounds.high for _, bounds in given if bounds.high is not None]
    high = sum(highs) if len(highs) == len(given) else None
    return Bounds(sum(bounds.least for _, bounds in given), high), tuple(article for article, _ in given)


def stances(statuses: Iterable[Status]) -> dict[str, Tally]:
    """Sort the newest articles by what they answer, for each stance question."""
    latest = newest(statuses).values()
    return {question: _stance_tally(latest, question) for question in STANCE_QUESTIONS}


def _stance_tally(statuses: Iterable[Status], question: str) -> Tally:
    return _tally(STANCE_KINDS, ((stance_kind(status, question), status) for status in statuses))


def _tally(kinds: Sequence[str], sorted_out: Iterable[tuple[str, Status]]) -> Tally:
    articles: dict[str, list[str]] = {kind: [] for kind in kinds}
    for kind, status in sorted_out:
        articles[kind].append(status.article_id)
    return {kind: tuple(ids) for kind, ids in articles.items()}


def answers_by_status(statuses: Sequence[Status], questions: Iterable[str]) -> dict[str, Tally]:
    """Sort all articles by the status of each answer."""
    return {
        question: _tally(STATUSES, ((_status_of(one, question), one) for one in statuses)) for question in questions
    }


def stance_by_year(statuses: Iterable[Status], question: str) -> dict[int, Tally]:
    """Sort articles by year and answer; of a municipality with several in one year the newest counts."""
    return {year: _stance_tally(found, question) for year, found in _by_year(statuses)}


def _by_year(statuses: Iterable[Status]) -> Iterator[tuple[int, list[Status]]]:
    years: dict[int, list[Status]] = {}
    for status in statuses:
        if status.year is not None:
            years.setdefault(status.year, []).append(status)
    for year, found in sorted(years.items()):
        yield year, list(newest(found).values())


def moves(statuses: Iterable[Status], question: str) -> tuple[Move, ...]:
    """Follow each municipality's stance from article to article; articles without one are passed over."""
    ordered = sorted(statuses, key=lambda status: (status.code or "", status.order))
    taken = [status for status in ordered if status.code and stance_kind(status, question) in STANCES]
    pairs = ((a, b) for a, b in pairwise(taken) if a.code == b.code)
    kinds = ((a, b, stance_kind(a, question), stance_kind(b, question)) for a, b in pairs)
    return tuple(Move(a.code or "", before, after, a.article_id, b.article_id) for a, b, before, after in kinds)


def transitions(found: Iterable[Move]) -> dict[tuple[str, str], tuple[Move, ...]]:
    """Group moves by what they lead from and to, in the order of STANCES; pairs that nobody made are left out."""
    groups: dict[tuple[str, str], list[Move]] = {(before, after): [] for before in STANCES for after in STANCES}
    for move in found:
        groups[move.before, move.after].append(move)
    return {pair: tuple(group) for pair, group in groups.items() if group}


def figure_by_year(statuses: Iterable[Status], measure: Literal["enterprises", "jobs"]) -> tuple[YearFigure, ...]:
    """Add a count up over each year's articles; years in which nobody gives one are left out."""
    _, name = FIGURES[measure]
    sums = ((year, *_sum(found, name)) for year, found in _by_year(statuses))
    return tuple(YearFigure(year, bounds, articles) for year, bounds, articles in sums if articles)

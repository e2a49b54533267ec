"""The quality page: what runs reached, what is missing, and what a person should look at, the most doubtful first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import Connection, RowMapping, func, select

from pipeline.report.article import label_of
from pipeline.report.charts_marks import Lang
from pipeline.report.rows import Row
from pipeline.store.operations import FETCHES, RUNS
from schemas.record import WarningCode
from schemas.social_economy import KEYS

_RUNS: Final = 10
_QUEUED: Final = "queued"
_QUEUE: Final = 500
"""Rows of the queue that are shown; the matrix filters for all of them."""
_DOUBT: Final[tuple[WarningCode, ...]] = (
    "no_municipality",
    "several_municipalities",
    "needs_review",
    "pointer_without_target",
    "weak_question_match",
    "unclaimed_text",
    "repeated_question",
    "no_period",
    "no_publication_date",
    "mojibake",
    "bad_bytes",
    "cpr_number",
)
"""The warnings that a person can do something about, by how much hangs on them."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a group of values is read, as measured beforehand on examples written by people."""

    group: str
    precision: float
    """From 0 to 1."""
    recall: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at."""

    row: Row
    code: str
    message: str
    field: str
    """In words; empty when it is about the whole article."""
    anchor: str
    """Where on the article's page it stands; empty for the top."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often the questions were answered on a site."""

    articles: int
    answered: Mapping[str, int]
    """Articles that answer, by question."""


@dataclass(frozen=True)
class Quality:
    """What the page shows."""

    runs: Sequence[RowMapping]
    """The latest first."""
    states: Mapping[str, Mapping[str, int]]
    """Addresses of the latest run by site and state."""
    drift: Sequence[RowMapping]
    coverage: Mapping[str, Coverage]
    """By site."""
    queue: Sequence[Doubt]
    waiting: int
    """How long the whole queue is."""
    warnings: Mapping[str, int]
    """Warnings by code, the most frequent first."""


def quality(connection: Connection, rows: Sequence[Row], lang: Lang) -> Quality:
    """Reckon the quality page from the runs and the articles that are live."""
    runs = connection.execute(select(RUNS).order_by(RUNS.c.started_at.desc(), RUNS.c.run_id).limit(_RUNS))
    latest = list(runs.mappings())
    of_latest = FETCHES.c.run_id == (latest[0]["run_id"] if latest else None)
    drift = select(FETCHES).where(of_latest, FETCHES.c.state == "drift").order_by(FETCHES.c.url)
    queue = sorted(_doubts(rows, lang), key=_doubt)
    return Quality(
        runs=latest,
        states=_states(connection, latest[0]["run_id"]) if latest else {},
        drift=list(connection.execute(drift).mappings()),
        coverage=_coverage(rows),
        queue=queue[:_QUEUE],
        waiting=len(queue),
        warnings=dict(Counter(warning.code for row in rows for warning in row.warnings).most_common()),
    )


def _states(connection: Connection, run_id: str) -> dict[str, dict[str, int]]:
    query = (
        select(FETCHES.c.site, FETCHES.c.state, func.count())
        .where(FETCHES.c.run_id == run_id)
        .group_by(FETCHES.c.site, FETCHES.c.state)
        .order_by(FETCHES.c.site)
    )
    found: dict[str, dict[str, int]] = {}
    for site, name, amount in connection.execute(query):
        found.setdefault(site, {})[name or _QUEUED] = amount
    return found


def _coverage(rows: Sequence[Row]) -> dict[str, Coverage]:
    sites: dict[str, list[Row]] = {}
    for row in rows:
        sites.setdefault(_site(row.url), []).append(row)
    return {site: Coverage(len(found), _answered(found)) for site, found in sorted(sites.items())}


def _answered(rows: Sequence[Row]) -> dict[str, int]:
    return {key: sum(row.cells[place].status == "answered" for row in rows) for place, key in enumerate(KEYS)}


def _site(url: str) -> str:
    try:
        return urlsplit(url).hostname or "–"
    except ValueError:
        return "–"


def _doubts(rows: Sequence[Row], lang: Lang) -> Iterator[Doubt]:
    for row in rows:
        for warning in row.warnings:
            if warning.code in _DOUBT:
                field = warning.field or ""
                parts = field.split(".")
                anchor = parts[1] if parts[0] == "answers" and len(parts) > 1 else ""
                yield Doubt(row, warning.code, warning.message, label_of(field, lang) if field else "", anchor)


def _doubt(doubt: Doubt) -> tuple[int, int, str, str]:
    """Sort by kind; within a kind, the articles with most warnings come first."""
    code = next(place for place, code in enumerate(_DOUBT) if code == doubt.code)
    return (code, -len(doubt.row.warnings), doubt.row.article_id, doubt.anchor)

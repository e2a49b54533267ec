"""What is kept of each article while pages are made: its answers in brief, for matrix, numbers and downloads."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.report.article import ArticlePage, title_of
from pipeline.report.measures import Status, Value
from schemas.record import Contact, RecordWarning

_QUOTED: Final = 160
"""Characters of a quote that the matrix shows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer in brief."""

    key: str
    status: str
    kind: str
    brief: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article in brief."""

    status: Status
    """As measures read it."""
    title: str
    name: str | None
    """The municipality's short name."""
    period: str | None
    """As printed."""
    url: str
    live: bool
    cells: tuple[Cell, ...]
    contacts: tuple[Contact, ...]
    warnings: tuple[RecordWarning, ...]
    review: bool

    @property
    def article_id(self) -> str:
        """The article's id, which names its page."""
        return self.status.article_id

    @property
    def when(self) -> str:
        """The period as printed, else the year."""
        return self.period or str(self.status.year or "")


def row_of(page: ArticlePage) -> Row:
    """Keep an article in brief."""
    record = page.record
    values: dict[str, Value] = {}
    for shown in page.answers:
        values |= shown.values
    place, period = record.municipality, record.period
    return Row(
        status=Status(
            article_id=page.article_id,
            code=place.code if place else None,
            region=place.region if place else None,
            period_start=period.start if period else None,
            published_on=record.published_on,
            values=values,
        ),
        title=title_of(record),
        name=place.name if place else None,
        period=period.text if period else None,
        url=record.source.url,
        live=page.stored.live,
        cells=tuple(Cell(one.key, one.status, one.kind, one.brief, one.quote) for one in page.answers),
        contacts=record.contacts,
        warnings=record.warnings,
        review=page.review,
    )


def data_script(rows: Sequence[Row], newest: Iterable[str]) -> bytes:
    """Write the matrix's data as a script that sets one constant: a page opened from disk can load nothing else.

    Kinds are told by number; `newest` are the articles that are the newest of their municipality.
    """
    kinds = sorted({cell.kind for row in rows for cell in row.cells})
    latest = set(newest)
    place = {kind: number for number, kind in enumerate(kinds)}
    data = {"kinds": kinds, "rows": [_data(row, place, newest=row.article_id in latest) for row in rows]}
    return f"const KOMMUNESTATUS = {inert(data)};\n".encode()


def _data(row: Row, kinds: dict[str, int], *, newest: bool) -> dict[str, Any]:
    return {
        "id": row.article_id,
        "code": row.status.code,
        "name": row.name,
        "title": row.title,
        "region": row.status.region,
        "period": row.period,
        "start": row.status.period_start or row.status.published_on,
        "year": row.status.year,
        "newest": int(newest),
        "review": int(row.review),
        "cells": [[kinds[cell.kind], cell.brief, cell.quote[:_QUOTED]] for cell in row.cells],
    }


def inert(data: object) -> str:
    """Write data as JSON in which nothing can end a script, begin a comment, or break a line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text

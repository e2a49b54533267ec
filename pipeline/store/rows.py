"""Turns a record into the rows of its version; `load.py` is its inverse."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import BaseModel
from sqlalchemy import Table

from pipeline.store import tables
from schemas.answers import Answer, GoalsAnswer, Quantity, StrategyAnswer
from schemas.evidence import Span
from schemas.record import Municipality, Period, StatusRecord
from schemas.social_economy import KEYS

Row = dict[str, Any]

_CIRCUMSTANCES: Final = {"source": {"url", "fetched_at", "page_sha256"}}
"""What differs between two fetches of an article that did not change."""

_ANSWER_COLUMNS: Final = (
    "status",
    "question",
    "text",
    "taken_from",
    "stance",
    "kind",
    "since",
    "under_revision",
    "sentiment",
)
_LISTS: Final[Mapping[Table, str]] = {
    tables.RESPONDENTS: "respondents",
    tables.CONTACTS: "contacts",
    tables.ORGANISATIONS: "organisations",
    tables.UNMATCHED_QUESTIONS: "unmatched_questions",
    tables.WARNINGS: "warnings",
}


def record_hash(record: StatusRecord) -> str:
    """SHA-256 of a record without the circumstances of its fetch: equal hashes say the same."""
    return hashlib.sha256(record.model_dump_json(exclude=_CIRCUMSTANCES).encode()).hexdigest()


def version_row(record: StatusRecord) -> Row:
    """Columns of `versions` that the record itself decides."""
    return {
        **record.model_dump(include={"series", "schema_version", "title", "text", "published_from"}),
        **record.source.model_dump(),
        **_municipality(record.municipality),
        **_period(record.period),
        "published_on": _day(record.published_on),
        "record_sha256": record_hash(record),
    }


def value_rows(record: StatusRecord) -> dict[Table, list[Row]]:
    """Rows of every table of values, without their version."""
    rows: dict[Table, list[Row]] = {table: [] for table in tables.VALUES}
    for table, name in _LISTS.items():
        rows[table] = _listed(name, getattr(record, name))
    rows[tables.RELATED_LINKS] = [
        {**row, **_period(link.period)}
        for row, link in zip(_listed("related", record.related, frozenset({"period"})), record.related, strict=True)
    ]
    for key in KEYS:
        _add_answer(rows, key, record.answers.of(key))
    rows[tables.EVIDENCE] = [
        {
            "path": path,
            "position": position,
            "start_offset": span.start,
            "end_offset": span.end,
            "quote": span.quote,
        }
        for path, position, span in _spans(record)
    ]
    return rows


def _add_answer(rows: dict[Table, list[Row]], key: str, answer: Answer) -> None:
    path = f"answers.{key}"
    fields = vars(answer)  # a model's own getattr takes long to say that it has none of a name
    columns = {name: fields.get(name) for name in _ANSWER_COLUMNS}
    rows[tables.ANSWERS].append({"path": path, "question_key": key, **columns})
    pointed = [{"refers_to": other} for other in answer.refers_to]
    rows[tables.POINTERS] += _numbered(f"{path}.refers_to", pointed, question_key=key)
    if isinstance(answer, StrategyAnswer):
        rows[tables.ANSWER_LINKS] += _listed(f"{path}.links", answer.links, question_key=key)
    if isinstance(answer, GoalsAnswer):
        rows[tables.THEMES] += _listed(f"{path}.themes", answer.themes, question_key=key)
    rows[tables.ITEMS] += _listed(f"{path}.items", fields.get("items", ()), question_key=key)
    quantities: Iterable[tuple[str, Quantity | None]] = fields.get("quantities", ())
    rows[tables.QUANTITIES] += [
        {
            "path": f"{path}.quantities.{name}",
            "question_key": key,
            "name": name,
            **quantity.model_dump(include={"min", "max", "approximate", "unit"}),
            "as_of": quantity.as_of.value if quantity.as_of else None,
        }
        for name, quantity in quantities
        if quantity
    ]


def _listed(path: str, values: Iterable[BaseModel], without: frozenset[str] = frozenset(), **columns: str) -> list[Row]:
    dumped = [value.model_dump(exclude={"evidence", *without}) for value in values]
    return _numbered(path, dumped, **columns)


def _numbered(path: str, rows: Iterable[Row], **columns: str) -> list[Row]:
    return [{"path": f"{path}.{position}", "position": position, **columns, **row} for position, row in enumerate(rows)]


def _spans(value: BaseModel | tuple[object, ...], path: str = "") -> Iterator[tuple[str, int, Span]]:
    """Every span of a model with the path of the value that it carries and its place among that value's spans."""
    parts: Iterable[tuple[object, Any]]
    parts = vars(value).items() if isinstance(value, BaseModel) else enumerate(value)
    for name, part in parts:
        if name == "evidence":
            yield from ((path, position, span) for position, span in enumerate(part))
        elif isinstance(part, BaseModel | tuple):
            yield from _spans(part, f"{path}.{name}" if path else str(name))


def _municipality(municipality: Municipality | None) -> Row:
    names = ("code", "name", "official_name", "region")
    return {f"municipality_{name}": getattr(municipality, name, None) for name in names}


def _period(period: Period | None) -> Row:
    return {
        "period_start": _day(period.start) if period else None,
        "period_end": _day(period.end) if period else None,
        "period_precision": period.precision if period else None,
        "period_text": period.text if period else None,
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None

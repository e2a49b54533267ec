"""Reads a version back as the record that it was saved from: nothing of a record is lost in the store."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Table, select

from pipeline.store import tables
from schemas.record import StatusRecord

_LISTS: Final[Mapping[str, Table]] = {
    "respondents": tables.RESPONDENTS,
    "contacts": tables.CONTACTS,
    "organisations": tables.ORGANISATIONS,
    "unmatched_questions": tables.UNMATCHED_QUESTIONS,
    "related": tables.RELATED_LINKS,
    "warnings": tables.WARNINGS,
}
_ANSWER_LISTS: Final[Mapping[str, Table]] = {
    "links": tables.ANSWER_LINKS,
    "items": tables.ITEMS,
    "themes": tables.THEMES,
}
_SOURCE: Final = ("url", "canonical_url", "fetched_at", "page_sha256", "article_sha256", "code_version")
_PLAIN: Final = ("schema_version", "series", "title", "published_from", "text")
_KEYS: Final = frozenset({"version_id", "path", "question_key", "position"})

Document = dict[str, Any]


def load_latest(connection: Connection, url: str) -> StatusRecord | None:
    """Read the newest record of the article that was read at an address; None when there is none."""
    version_id = connection.execute(
        select(tables.VERSIONS.c.version_id)
        .join(tables.ARTICLES, tables.ARTICLES.c.article_id == tables.VERSIONS.c.article_id)
        .join(tables.ADDRESSES, tables.ADDRESSES.c.article_id == tables.ARTICLES.c.article_id)
        .where(tables.ADDRESSES.c.url == url, tables.VERSIONS.c.number == tables.ARTICLES.c.latest_version)
    ).scalar()
    return None if version_id is None else load(connection, version_id)


def load(connection: Connection, version_id: str) -> StatusRecord:
    """Read the record of a version; NoResultFound when there is no such version."""
    query = select(tables.VERSIONS).where(tables.VERSIONS.c.version_id == version_id)
    version = connection.execute(query).mappings().one()
    document: Document = {
        **{name: version[name] for name in _PLAIN},
        "source": {name: version[name] for name in _SOURCE},
        "published_on": _iso(version["published_on"]),
        "municipality": _nested(version, "municipality_"),
        "period": _nested(version, "period_"),
        "answers": _answers(connection, version_id),
    }
    for name, table in _LISTS.items():
        document[name] = [_value(row) for row in _rows(connection, table, version_id)]
    _ground(document, _rows(connection, tables.EVIDENCE, version_id))
    return StatusRecord.model_validate(document)


def _answers(connection: Connection, version_id: str) -> Document:
    answers: Document = {}
    for row in _rows(connection, tables.ANSWERS, version_id):
        answers[row["question_key"]] = {name: value for name, value in _value(row).items() if value is not None}
    for row in _rows(connection, tables.POINTERS, version_id):
        answers[row["question_key"]].setdefault("refers_to", []).append(row["refers_to"])
    for name, table in _ANSWER_LISTS.items():
        for row in _rows(connection, table, version_id):
            answers[row["question_key"]].setdefault(name, []).append(_value(row))
    for row in _rows(connection, tables.QUANTITIES, version_id):
        quantity = _value(row)
        as_of = quantity.pop("as_of")
        quantity |= {"min": _count(row["min"]), "max": _count(row["max"]), "as_of": as_of and {"value": as_of}}
        answers[row["question_key"]].setdefault("quantities", {})[quantity.pop("name")] = quantity
    return answers


def _rows(connection: Connection, table: Table, version_id: str) -> Iterable[RowMapping]:
    order = [table.c.position] if "position" in table.c else []
    return connection.execute(select(table).where(table.c.version_id == version_id).order_by(*order)).mappings().all()


def _value(row: RowMapping) -> Document:
    value = {name: part for name, part in row.items() if name not in _KEYS and not name.startswith("period_")}
    return value | ({"period": _nested(row, "period_")} if "period_start" in row else {})


def _nested(row: RowMapping, prefix: str) -> Document | None:
    parts = {name.removeprefix(prefix): _iso(part) for name, part in row.items() if name.startswith(prefix)}
    return parts if any(part is not None for part in parts.values()) else None


def _ground(document: Document, evidence: Iterable[RowMapping]) -> None:
    """Put each span back to the value at its path."""
    for path, rows in groupby(sorted(evidence, key=lambda row: str(row["path"])), key=lambda row: str(row["path"])):
        value: Any = document
        for step in path.split("."):
            value = value[int(step)] if isinstance(value, list) else value[step]
        value["evidence"] = [
            {"start": row["start_offset"], "end": row["end_offset"], "quote": row["quote"]} for row in rows
        ]


def _iso(value: date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def _count(value: float | None) -> float | None:
    return int(value) if value is not None and value.is_integer() else value

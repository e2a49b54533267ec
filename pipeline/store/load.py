"""Reads a version back as the record that it was saved from: nothing of a record is lost in the store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Table, select
from sqlalchemy.exc import NoResultFound

from pipeline.store import tables
from pipeline.store.ordering import by_bytes
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

# Some databases take no more than 999 parameters in one statement.
_AT_ONCE: Final = 500

Document = dict[str, Any]
Rows = Mapping[Table, Sequence[RowMapping]]


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
    for record in load_all(connection, [version_id]):
        return record
    message = f"no version {version_id}"
    raise NoResultFound(message)


def load_all(connection: Connection, version_ids: Sequence[str]) -> Iterator[StatusRecord]:
    """Read the records of many versions in the order given, a query a table for each few hundred of them.

    Versions that are not there are left out.
    """
    for start in range(0, len(version_ids), _AT_ONCE):
        chunk = version_ids[start : start + _AT_ONCE]
        parts = {table: _by_version(connection, table, chunk) for table in tables.VALUES}
        query = select(tables.VERSIONS).where(tables.VERSIONS.c.version_id.in_(chunk))
        versions = {row["version_id"]: row for row in connection.execute(query).mappings()}
        for version_id in chunk:
            if version_id in versions:
                yield _record(versions[version_id], {table: rows.get(version_id, []) for table, rows in parts.items()})


def latest_versions(connection: Connection, *, gone: bool = False) -> list[str]:
    """Ids of the newest version of each article, by the article's first address; with `gone`, of those gone too."""
    query = (
        select(tables.VERSIONS.c.version_id)
        .join(tables.ARTICLES, tables.ARTICLES.c.article_id == tables.VERSIONS.c.article_id)
        .where(tables.VERSIONS.c.number == tables.ARTICLES.c.latest_version)
        .order_by(*by_bytes(tables.ARTICLES.c.url))
    )
    return list(connection.execute(query if gone else query.where(tables.ARTICLES.c.state == "live")).scalars())


def _by_version(connection: Connection, table: Table, version_ids: Sequence[str]) -> dict[str, list[RowMapping]]:
    order = [table.c.position] if "position" in table.c else []
    found: dict[str, list[RowMapping]] = {}
    query = select(table).where(table.c.version_id.in_(version_ids)).order_by(*order)
    for row in connection.execute(query).mappings():
        found.setdefault(row["version_id"], []).append(row)
    return found


def _record(version: RowMapping, rows: Rows) -> StatusRecord:
    document: Document = {
        **{name: version[name] for name in _PLAIN},
        "source": {name: version[name] for name in _SOURCE},
        "published_on": _iso(version["published_on"]),
        "municipality": _nested(version, "municipality_"),
        "period": _nested(version, "period_"),
        "answers": _answers(rows),
    }
    for name, table in _LISTS.items():
        document[name] = [_value(row) for row in rows[table]]
    _ground(document, rows[tables.EVIDENCE])
    return StatusRecord.model_validate(document)


def _answers(rows: Rows) -> Document:
    answers: Document = {}
    for row in rows[tables.ANSWERS]:
        answers[row["question_key"]] = {name: value for name, value in _value(row).items() if value is not None}
    for row in rows[tables.POINTERS]:
        answers[row["question_key"]].setdefault("refers_to", []).append(row["refers_to"])
    for name, table in _ANSWER_LISTS.items():
        for row in rows[table]:
            answers[row["question_key"]].setdefault(name, []).append(_value(row))
    for row in rows[tables.QUANTITIES]:
        quantity = _value(row)
        as_of = quantity.pop("as_of")
        quantity |= {"min": _count(row["min"]), "max": _count(row["max"]), "as_of": as_of and {"value": as_of}}
        answers[row["question_key"]].setdefault("quantities", {})[quantity.pop("name")] = quantity
    return answers


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

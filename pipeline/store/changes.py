"""The change feed: every event of every article in order, field by field, replayable from zero.

An event says all of it (`record`, of an insert) or what differs (`changes`, of an update); `follow.py` applies it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, func, insert, select

from pipeline.store.load import load, load_all
from pipeline.store.operations import CHANGED_VALUES, CHANGES, CORRECTIONS
from pipeline.store.tables import VERSIONS
from schemas.record import SCHEMA_VERSION, StatusRecord
from schemas.social_economy import SERIES_VERSION

Document = dict[str, Any]
Transform = Callable[[StatusRecord], StatusRecord]

_LAST: Final = select(func.max(CHANGES.c.change_id))
_INSERT: Final = insert(CHANGES)
_AT_ONCE: Final = 200
"""Events that are read together."""
_HEAD: Final = ("op", "article_id", "cause", "url", "run_id", "schema_version", "series_version", "code_version")
_PAGE: Final = ("page_bytes", "content_type")
_OF_THE_PAGE: Final = ("source", "page", "schema_version")


@dataclass(frozen=True)
class Change:
    """One event, before it has its place in the feed."""

    op: str
    article_id: str
    cause: str
    url: str
    code_version: str
    version_id: str | None = None
    run_id: str | None = None
    happened_at: datetime | None = None


@dataclass(frozen=True)
class Difference:
    """One field before and after; absent is None."""

    path: str
    kind: str
    before: object
    after: object


def note(connection: Connection, change: Change, differences: tuple[Difference, ...] = ()) -> int:
    """Write an event in the caller's transaction, which holds the write lock; returns its place in the feed."""
    change_id = 1 + (connection.execute(_LAST).scalar() or 0)
    versions = {"schema_version": SCHEMA_VERSION, "series_version": SERIES_VERSION}
    connection.execute(_INSERT, {"change_id": change_id, **versions, **vars(change)})
    if differences:
        rows = [
            {
                "change_id": change_id,
                "path": difference.path,
                "kind": difference.kind,
                "before": _json(difference.before),
                "after": _json(difference.after),
            }
            for difference in differences
        ]
        connection.execute(insert(CHANGED_VALUES), rows)
    return change_id


def document(record: StatusRecord, page: Mapping[str, object]) -> Document:
    """A version as JSON: the record, and beside it what is known of its page (`page_bytes`, `content_type`)."""
    return {**record.model_dump(mode="json"), "page": {name: page[name] for name in _PAGE}}


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """What differs between two versions, field by field; a list is one field."""
    return tuple(_differences("", before, after))


def _differences(path: str, before: object, after: object) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted(before.keys() | after.keys()):
            yield from _differences(f"{path}.{name}".lstrip("."), before.get(name), after.get(name))
    else:
        yield Difference(path, _kind(path, before, after), before, after)


def _kind(path: str, before: object, after: object) -> str:
    names = path.split(".")
    if names[0] in _OF_THE_PAGE:
        return "source"
    if names[-1] == "evidence" or _bare(before) == _bare(after):
        return "evidence"
    return "text" if names[-1] in {"text", "question"} and names[0] in {"text", "answers"} else "value"


def _bare(value: object) -> object:
    """A value without where it stands."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name != "evidence"}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def changes_since(connection: Connection, cursor: int, transform: Transform | None = None) -> Iterator[Document]:
    """Every event after the cursor, in order, as JSON; 0 begins at the beginning.

    `transform` makes each record fit to be given away; the differences are then those of what was given away.
    """
    query = select(CHANGES, VERSIONS.c.number.label("number"), *VERSIONS.c[*_PAGE]).outerjoin(
        VERSIONS, VERSIONS.c.version_id == CHANGES.c.version_id
    )
    rows = connection.execute(query.where(CHANGES.c.change_id > cursor).order_by(CHANGES.c.change_id)).mappings()
    found = rows.all()
    for start in range(0, len(found), _AT_ONCE):
        chunk = found[start : start + _AT_ONCE]
        begun = _begun(connection, chunk, transform or _as_it_is)
        for row in chunk:
            body = begun.get(row["version_id"]) or _body(connection, row, transform or _as_it_is)
            yield {**_head(row), **body}


def _begun(connection: Connection, rows: Sequence[RowMapping], transform: Transform) -> dict[str | None, Document]:
    """The bodies of the inserts among some events, by version, read together: most of a feed from zero is these."""
    pages = {row["version_id"]: {name: row[name] for name in _PAGE} for row in rows if row["op"] == "insert"}
    records = zip(pages, load_all(connection, list(pages)), strict=True)
    return {version: {"record": document(transform(record), pages[version])} for version, record in records}


def _head(row: RowMapping) -> Document:
    moment: datetime | None = row["happened_at"]
    head = {"cursor": row["change_id"], **{name: row[name] for name in _HEAD}}
    return head | {"happened_at": moment.isoformat() if moment else None, "version": row["number"]}


def _body(connection: Connection, row: RowMapping, transform: Transform) -> Document:
    match row["op"]:
        case "update":
            article_id, number = row["article_id"], row["number"]
            before, after = (
                version_document(connection, f"{article_id}.{which}", transform) for which in (number - 1, number)
            )
            return {"changes": [vars(difference) for difference in differences(before, after)]}
        case "erased":
            query = select(VERSIONS.c.number, VERSIONS.c.version_id).where(VERSIONS.c.article_id == row["article_id"])
            versions = connection.execute(query.order_by(VERSIONS.c.number)).all()
            return {"versions": {str(number): version_document(connection, key, transform) for number, key in versions}}
        case "correction":
            return {"changes": _written(connection, row["change_id"]), "correction": _correction(connection, row)}
        case _:
            return {}


def version_document(connection: Connection, version_id: str, transform: Transform | None = None) -> Document:
    """A version of the store as `document` shows it; NoResultFound when there is no such version."""
    page = connection.execute(select(*VERSIONS.c[*_PAGE]).where(VERSIONS.c.version_id == version_id)).mappings().one()
    return document((transform or _as_it_is)(load(connection, version_id)), dict(page))


def _written(connection: Connection, change_id: int) -> list[Document]:
    query = select(CHANGED_VALUES).where(CHANGED_VALUES.c.change_id == change_id).order_by(CHANGED_VALUES.c.path)
    return [
        {"path": row["path"], "kind": row["kind"], "before": _value(row["before"]), "after": _value(row["after"])}
        for row in connection.execute(query).mappings()
    ]


def _correction(connection: Connection, row: RowMapping) -> Document | None:
    """The correction as it stands now; None when it was taken back since."""
    fields = _written(connection, row["change_id"])
    query = select(CORRECTIONS).where(
        CORRECTIONS.c.article_id == row["article_id"], CORRECTIONS.c.field == fields[0]["path"]
    )
    found = connection.execute(query).mappings().first()
    return None if found is None else {**found, "made_at": found["made_at"] and found["made_at"].isoformat()}


def _as_it_is(record: StatusRecord) -> StatusRecord:
    return record


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _value(text: str | None) -> object:
    return None if text is None else json.loads(text)

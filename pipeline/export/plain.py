"""CSV for spreadsheets, JSON lines for programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from pipeline.export.cells import cell
from pipeline.export.options import Options
from pipeline.export.tables import PERSONAL, PRINTED, tables
from pipeline.export.writing import whole_file
from pipeline.store import latest_versions, load_all
from pipeline.store.giving import contact_words, masked
from pipeline.store.operations import CHANGES, CORRECTIONS
from pipeline.store.tables import ADDRESSES, ARTICLES, VERSIONS

# Excel takes a file without byte order mark for one in the country's old code page.
_BOM: Final = "\ufeff"
_CORRECTION: Final = ("field", "value", "min", "max", "note", "machine_value", "stale")

Row = Mapping[str, Any]
Document = dict[str, Any]


def write_csv(connection: Connection, folder: Path, options: Options) -> dict[str, int]:
    """One file a table; returns the rows of each."""
    return {f"{name}.csv": _csv(connection, folder / f"{name}.csv", name, options) for name in exported_tables(options)}


def write_json_lines(connection: Connection, folder: Path, options: Options) -> dict[str, int]:
    """One record a line, with what people corrected beside it; returns the rows of the file."""
    n = 0
    with whole_file(folder / "records.jsonl") as file:
        for document in records(connection, options):
            file.write((json.dumps(document, ensure_ascii=False) + "\n").encode())
            n += 1
    return {"records.jsonl": n}


def exported_tables(options: Options) -> list[str]:
    """The names of the tables that go out."""
    return [name for name in tables() if options.contacts or name not in PERSONAL]


def query_of(name: str, options: Options) -> Select[Any]:
    """The query of a table with the columns and articles that may and shall go out."""
    query = tables()[name]
    hidden = frozenset() if options.whole_text else PRINTED.get(name, frozenset())
    kept = [column for column in query.selected_columns if column.name not in hidden]
    query = query.with_only_columns(*kept, maintain_column_froms=True)
    if name == "evidence" and not options.contacts:
        query = query.where(query.selected_columns.path.not_like("contacts.%"))
    if options.since:
        changed = select(CHANGES.c.article_id).where(CHANGES.c.change_id > options.since)
        query = query.where(query.selected_columns.article_id.in_(changed))
    return query


def rows_of(connection: Connection, name: str, options: Options) -> Iterator[Document]:
    """The rows of a table as they may go out."""
    words = {} if options.contacts else _words(connection)
    for row in connection.execute(query_of(name, options)).mappings():
        yield masked(dict(row), words.get(row["article_id"], ()))


def _words(connection: Connection) -> dict[str, tuple[str, ...]]:
    """What must be masked, by article."""
    versions = latest_versions(connection, gone=True)
    found = zip(versions, load_all(connection, versions), strict=True)
    return {version.split(".")[0]: contact_words(record) for version, record in found}


def _csv(connection: Connection, path: Path, name: str, options: Options) -> int:
    columns = [column.name for column in query_of(name, options).selected_columns]
    return write_rows(path, columns, rows_of(connection, name, options), options.delimiter)


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]], delimiter: str) -> int:
    """Write rows as CSV that a spreadsheet opens right; returns how many. Raises DiskFull, UsageError."""
    n = 0
    with whole_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        text.write(_BOM)
        lines = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        lines.writerow(columns)
        for row in rows:
            lines.writerow([cell(row[name]) for name in columns])
            n += 1
        text.detach()
    return n


def records(connection: Connection, options: Options) -> Iterator[Document]:
    """Each article's newest record as JSON with what people corrected beside it, by address; gone articles too."""
    corrections = _corrections(connection)
    about = _about(connection)
    versions = [key for key in latest_versions(connection, gone=True) if about[key]["cursor"] > options.since]
    for version, record in zip(versions, load_all(connection, versions), strict=True):
        article = about[version]
        head = {name: article[name] for name in ("article_id", "version", "state", "addresses")}
        said = corrections.get(article["article_id"], [])
        yield {**head, **options.fit(record).model_dump(mode="json"), "corrections": said}


def _corrections(connection: Connection) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    query = select(CORRECTIONS).order_by(CORRECTIONS.c.article_id, CORRECTIONS.c.field)
    for row in connection.execute(query).mappings():
        found.setdefault(row["article_id"], []).append({name: row[name] for name in _CORRECTION})
    return found


def _about(connection: Connection) -> dict[str, Document]:
    """By newest version: its article with number, state, addresses and the last event."""
    addresses: dict[str, list[str]] = {}
    for article_id, url in connection.execute(
        select(ADDRESSES.c.article_id, ADDRESSES.c.url).order_by(ADDRESSES.c.url)
    ):
        addresses.setdefault(article_id, []).append(url)
    last = select(CHANGES.c.article_id, func.max(CHANGES.c.change_id).label("cursor")).group_by(CHANGES.c.article_id)
    events = last.subquery("events")
    query = (
        select(
            VERSIONS.c.version_id,
            VERSIONS.c.number.label("version"),
            *ARTICLES.c["article_id", "state"],
            events.c.cursor,
        )
        .join(ARTICLES, ARTICLES.c.article_id == VERSIONS.c.article_id)
        .join(events, events.c.article_id == ARTICLES.c.article_id)
        .where(VERSIONS.c.number == ARTICLES.c.latest_version)
    )
    return {
        row["version_id"]: {**row, "addresses": addresses[row["article_id"]]}
        for row in connection.execute(query).mappings()
    }

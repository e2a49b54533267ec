"""`export`: the store as files, whole or what changed since a cursor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from pipeline.export.copying import write_sqlite
from pipeline.export.options import Options
from pipeline.export.parquet import write_parquet
from pipeline.export.plain import write_csv, write_json_lines
from pipeline.export.writing import announce, finish, folder_for
from pipeline.store import cursor_of
from schemas.record import SCHEMA_VERSION
from schemas.social_economy import SERIES_VERSION

Writer = Callable[[Connection, Path, Options], Mapping[str, int]]

WRITERS: Final[Mapping[str, Writer]] = {
    "csv": write_csv,
    "jsonl": write_json_lines,
    "parquet": write_parquet,
    "sqlite": write_sqlite,
}
"""How each format is written."""


@dataclass(frozen=True)
class Summary:
    """What an export wrote."""

    rows: Mapping[str, int]
    """Rows by file."""
    cursor: int
    """The last event that it holds; where an incremental export goes on."""


def export(connection: Connection, folder: Path, format_: str, options: Options, *, code_version: str) -> Summary:
    """Write the store into a folder, its manifest last; the same store gives the same bytes.

    `format_` is one of WRITERS. A folder with an earlier export is brought up to date, each file at once. Raises
    UsageError for a folder that holds anything else, DiskFull.
    """
    folder_for(folder)
    announce(folder)
    cursor = cursor_of(connection)
    rows = WRITERS[format_](connection, folder, options)
    about = {
        "format": format_,
        "cursor": cursor,
        "since": options.since,
        "quotes_only": not options.whole_text,
        "contacts": options.contacts,
        "schema_version": SCHEMA_VERSION,
        "series_version": SERIES_VERSION,
        "code_version": code_version,
    }
    finish(folder, rows, about)
    return Summary(rows, cursor)

"""Parquet in and out, through DuckDB; needs the extra `parquet`."""

import errno
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from pipeline.errors import FetchError, Unreadable, UsageError
from pipeline.export.parquet import model_columns
from pipeline.export.writing import writable
from schemas.page import RawPage
from schemas.record import StatusRecord

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ORIGIN: Final = {"shard": "VARCHAR", "row": "BIGINT", "url": "VARCHAR", "page_sha256": "VARCHAR"}
RECORD_COLUMNS: Final = {**_ORIGIN, **model_columns(StatusRecord)}
"""A record with where it came from: the shard's name, the page's place in it from 1, the page's address and hash."""
REJECTION_COLUMNS: Final = {
    **_ORIGIN,
    "fetched_at": "TIMESTAMPTZ",
    "state": "VARCHAR",
    "stage": "VARCHAR",
    "reason": "VARCHAR",
    "message": "VARCHAR",
    "place": "VARCHAR",
}
"""A page that became no record, and why; one that could not be read has a place in its file instead of a URL."""
_FULL: Final = "No space left on device"
_ROW_BYTES: Final = 64 * 1024 * 1024
"""The largest record as JSON; DuckDB's own default is a quarter of it."""
_AT_ONCE: Final = 32
"""Pages in memory; each weighs up to the limit of a body."""
_MEMORY: Final = "2GiB"
"""DuckDB reads up to 2048 rows of a row group at once, whatever their bodies weigh; past this it says no."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_COUNT: Final = "SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata($path)"
_SHAPE: Final = "SELECT url, body, content_type, fetched_at FROM read_parquet($path) LIMIT 0"
_PAGES: Final = """
    SELECT url::VARCHAR, body, content_type::VARCHAR, epoch_us(fetched_at::TIMESTAMPTZ), file_row_number
    FROM read_parquet($path, file_row_number = true)
    WHERE file_row_number >= $first AND file_row_number < $end
    """
_ALL: Final = 2**62


def connect() -> "DuckDBPyConnection":
    """A database in memory, of which it takes 2 GiB at most; raises UsageError without the extra."""
    # One thread, so that equal rows become equal bytes; and no look at the network for extensions.
    config: Final = {"threads": "1", "memory_limit": _MEMORY, "autoinstall_known_extensions": "false"}
    database: DuckDBPyConnection = _duckdb().connect(":memory:", config={**config})
    database.execute("SET TimeZone = 'UTC'")
    return database


def _duckdb() -> ModuleType:
    try:
        import duckdb  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        message = "Parquet needs the extra: pip install 'kommunestatus[parquet]'"
        raise UsageError(message) from error
    return duckdb


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Map what the file system says to our errors, also where DuckDB says it. Raises DiskFull, UsageError."""
    duckdb = _duckdb()
    with writable(path):
        try:
            yield
        except duckdb.IOException as error:
            if _FULL not in str(error):
                raise
            raise OSError(errno.ENOSPC, _FULL) from error


def write_rows(lines: Path, target: Path, columns: dict[str, str]) -> None:
    """Write a file of JSON lines as Parquet with these columns. Raises DiskFull, UsageError."""
    with written(target), closing(connect()) as database:
        rows = database.read_json(
            str(lines), columns=columns, format="newline_delimited", maximum_object_size=_ROW_BYTES
        )
        rows.write_parquet(str(target), compression="zstd")


def parquet_rows(path: Path) -> int:
    """How many rows a Parquet file says it has. Raises Unreadable, UsageError."""
    with closing(connect()) as database:
        (found,) = _asked(database, path, _COUNT)
        return int(found[0])


def parquet_pages(path: Path, first: int, end: int | None) -> Iterator[RawPage | FetchError]:
    """The pages of a range of rows, in order: columns url, body (bytes), content_type, fetched_at (UTC where no zone).

    A row without address or body is an error in its place; of a damaged file the rows before the damage come, and an
    error as the last. Raises UsageError without the extra.
    """
    with closing(connect()) as database:
        try:
            _insist_on_bytes(database, path)
            for row in _asked(database, path, _PAGES, first=first, end=_ALL if end is None else end):
                yield _page(*row)
        except Unreadable as error:
            yield error


def _insist_on_bytes(database: "DuckDBPyConnection", path: Path) -> None:
    if any(sign in str(path) for sign in "*?["):
        message = "DuckDB takes * ? and [ in a name for a pattern; name the file otherwise"
        raise Unreadable(message)
    for _ in _asked(database, path, _SHAPE):
        pass
    kinds = {name: str(kind) for name, kind, *_ in database.description or ()}
    if kinds["body"] not in {"BLOB", "BINARY"}:
        message = f"the column body is {kinds['body']}, not bytes"
        raise Unreadable(message)


def _asked(database: "DuckDBPyConnection", path: Path, query: str, **values: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a query on a Parquet file, some at a time. Raises Unreadable."""
    duckdb = _duckdb()
    try:
        database.execute(query, {"path": str(path), **values})
        while rows := database.fetchmany(_AT_ONCE):
            yield from rows
    except duckdb.Error as error:
        message = f"the Parquet file cannot be read: {str(error).partition(chr(10))[0]}"
        raise Unreadable(message) from error


def _page(
    url: str | None, body: bytes | None, content_type: str | None, microseconds: int | None, row: int
) -> RawPage | FetchError:
    if url is None or body is None:
        message = "the row holds no page: its url or its body is null"
        return Unreadable(message, source=f"row {row}")
    fetched_at = None if microseconds is None else _EPOCH + timedelta(microseconds=microseconds)
    return RawPage(url=url, body=body, content_type=content_type, fetched_at=fetched_at)

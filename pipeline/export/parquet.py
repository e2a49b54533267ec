"""Parquet with typed nested columns, and the contract's descriptions as metadata; needs the extra `parquet`."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from sqlalchemy import Boolean, Connection, Date, DateTime, Float, Integer, TypeDecorator
from sqlalchemy.types import TypeEngine

from pipeline.errors import UsageError
from pipeline.export.options import Options
from pipeline.export.plain import exported_tables, query_of, records, rows_of
from pipeline.export.writing import writable
from schemas.record import StatusRecord

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SCALARS: Final = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", datetime: "TIMESTAMPTZ"}
_COLUMNS: Final[dict[type[TypeEngine[Any]], str]] = {
    Boolean: "BOOLEAN",
    Integer: "BIGINT",
    Float: "DOUBLE",
    DateTime: "TIMESTAMPTZ",
    Date: "DATE",
}
_CORRECTION: Final = (
    'STRUCT("field" VARCHAR, "value" VARCHAR, "min" DOUBLE, "max" DOUBLE, "note" VARCHAR, "machine_value" VARCHAR,'
    ' "stale" BOOLEAN)[]'
)
_BESIDE: Final = {"article_id": "VARCHAR", "version": "BIGINT", "state": "VARCHAR", "addresses": "VARCHAR[]"}


def write_parquet(connection: Connection, folder: Path, options: Options) -> dict[str, int]:
    """The records in one file with nested columns, and every table in a file of its own; returns the rows of each."""
    columns = {**_BESIDE, **model_columns(StatusRecord), "corrections": _CORRECTION}
    rows = {"records.parquet": _write(folder / "records.parquet", columns, records(connection, options))}
    for name in exported_tables(options):
        query = query_of(name, options)
        typed = {column.name: _column_type(column.type) for column in query.selected_columns}
        rows[f"{name}.parquet"] = _write(folder / f"{name}.parquet", typed, rows_of(connection, name, options))
    return rows


def model_columns(model: type[BaseModel]) -> dict[str, str]:
    """The type of each field of a model, nested ones included, as DuckDB spells it."""
    return {name: _type(field.annotation) for name, field in model.model_fields.items()}


def descriptions(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, str]]:
    """What each field of a model holds, by its dotted path; parts of a list stand under the list's name."""
    for name, field in model.model_fields.items():
        here = f"{path}.{name}".lstrip(".")
        yield here, field.description or ""
        for part in _models_in(field.annotation):
            yield from descriptions(part, here)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _type(annotation: Any) -> str:  # noqa: ANN401 -- an annotation is any object
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"STRUCT({', '.join(f'{_quoted(name)} {kind}' for name, kind in model_columns(annotation).items())})"
    origin, parts = get_origin(annotation), [part for part in get_args(annotation) if part not in {type(None), ...}]
    if origin is Literal:
        return "VARCHAR"
    if origin is tuple:
        return f"{_type(parts[0])}[]"
    if origin in {Union, UnionType}:
        return "DOUBLE" if set(parts) == {int, float} else _type(parts[0])
    return _type(parts[0])  # Annotated


def _column_type(kind: TypeEngine[Any]) -> str:
    plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return next((name for sql, name in _COLUMNS.items() if isinstance(plain, sql)), "VARCHAR")


def _write(path: Path, columns: dict[str, str], rows: Iterator[dict[str, Any]]) -> int:
    partial = path.with_name(path.name + ".partial")
    with writable(path), TemporaryDirectory(dir=path.parent, prefix=".partial-") as scratch:
        lines = Path(scratch) / "rows.jsonl"
        n = 0
        with lines.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False, default=_day) + "\n")
                n += 1
        with _duckdb() as database:
            _copy(database, lines, partial, columns)
        partial.replace(path)
    return n


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    message = f"{type(value).__name__} has no place in a column"
    raise TypeError(message)


def _copy(database: "DuckDBPyConnection", lines: Path, target: Path, columns: dict[str, str]) -> None:
    about = dict(descriptions(StatusRecord)) if target.name.startswith("records.") else {}
    metadata = ", ".join(f"{_text(name)}: {_text(words)}" for name, words in about.items())
    types = ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in columns.items())
    options = "FORMAT parquet, COMPRESSION zstd" + (f", KV_METADATA {{{metadata}}}" if metadata else "")
    source = f"read_json({_text(str(lines))}, format = 'newline_delimited', columns = {{{types}}})"
    command = f"COPY (SELECT * FROM {source}) TO {_text(str(target))} ({options})"  # noqa: S608 -- literals, quoted
    database.execute(command)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(words: str) -> str:
    """A text as an SQL literal: DuckDB binds no parameters in COPY."""
    return "'" + words.replace("'", "''") + "'"


def _duckdb() -> "DuckDBPyConnection":
    try:
        import duckdb  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        message = "Parquet needs the extra: pip install 'kommunestatus[parquet]'"
        raise UsageError(message) from error
    # One thread, so that equal rows become equal bytes; and no look at the network for extensions.
    return duckdb.connect(":memory:", config={"threads": 1, "autoinstall_known_extensions": "false"})

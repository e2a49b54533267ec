"""Records onto a stream or into files: a table for people, JSON for machines."""

import errno
import json
import shutil
from collections.abc import Iterable
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from pipeline.errors import DiskFull, UsageError
from schemas.record import StatusRecord

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH: Final = 100
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def print_tables(records: Iterable[StatusRecord], stream: TextIO) -> None:
    """Print each record as a table."""
    from pipeline.present.record import record_table  # noqa: PLC0415 -- machines that want JSON need no tables

    for record in records:
        print_table(record_table(record, _width(stream)), stream)


def print_table(table: "RenderableType", stream: TextIO) -> None:
    """Print what rich draws: in colour on a terminal, never wider than 100 columns."""
    from rich.console import Console  # noqa: PLC0415 -- machines that want JSON need no tables

    Console(file=stream, width=_width(stream), highlight=False, emoji=False, markup=False).print(table)


def _width(stream: TextIO) -> int:
    return min(WIDTH, shutil.get_terminal_size().columns) if stream.isatty() else WIDTH


def print_object(records: Iterable[StatusRecord], stream: TextIO) -> None:
    """Print one record as a JSON object, nothing if there is none."""
    stream.writelines(record.model_dump_json(indent=2) + "\n" for record in records)


def print_array(records: Iterable[StatusRecord], stream: TextIO) -> None:
    """Print a JSON array, record by record; it is closed whatever happens."""
    stream.write("[")
    try:
        openings = chain(("\n",), repeat(",\n"))
        stream.writelines(
            mark + record.model_dump_json(indent=2) for mark, record in zip(openings, records, strict=False)
        )
    finally:
        stream.write("\n]\n")


def print_lines(records: Iterable[StatusRecord], stream: TextIO) -> None:
    """Print a record a line."""
    stream.writelines(record.model_dump_json() + "\n" for record in records)


def print_json(value: object, stream: TextIO) -> None:
    """Print any value as JSON."""
    stream.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_record(record: StatusRecord, folder: Path, stem: str) -> None:
    """Write one record to folder/stem.json, whole or not at all; raises DiskFull, UsageError."""
    path = folder / f"{stem}.json"
    temporary = folder / f".{stem}.json.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_text(record.model_dump_json(indent=2) + "\n", encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        kind = DiskFull if error.errno in _FULL else UsageError
        raise kind(message, source=str(path)) from error

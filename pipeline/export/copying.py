"""The store in another database: an SQLite file to hand on, or any database that follows ours."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine

from pipeline.export.options import Options
from pipeline.export.writing import writable
from pipeline.store import changes_since, cursor_of, engine_for, follow, migrate
from pipeline.store.engine import writer

_COPY: Final = "kommunestatus.sqlite3"
_AT_ONCE: Final = 200
"""Events in one transaction."""


def feed(connection: Connection, target: Engine, options: Options) -> int:
    """Bring another database to where ours is, event by event; returns how many it lacked.

    The first call makes the tables, later ones go on where the last one ended, also after one that was cut off. Raises
    UsageError, StoreUnavailable, DiskFull and IntegrityViolation, as the other database has it.
    """
    migrate(target)
    with writer(target) as there:
        with there.begin():
            cursor = cursor_of(there)
        events = changes_since(connection, cursor, options.fit)
        return sum(_apply(there, batch) for batch in _batches(events))


def _apply(there: Connection, batch: list[dict[str, Any]]) -> int:
    with there.begin():
        return sum(follow(there, event) for event in batch)


def _batches(events: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(events, _AT_ONCE)):
        yield batch


def write_sqlite(connection: Connection, folder: Path, options: Options) -> dict[str, int]:
    """The store as an SQLite file with its history and its feed; returns the events that it holds."""
    path, partial = folder / _COPY, folder / f"{_COPY}.partial"
    with writable(path):
        partial.unlink(missing_ok=True)
        if path.is_file():
            shutil.copyfile(path, partial)
        target = engine_for(f"sqlite:///{partial.absolute()}")
        try:
            feed(connection, target, options)
            with target.connect() as there:
                events = cursor_of(there)
        finally:
            target.dispose()
        partial.replace(path)
    return {_COPY: events}

"""Stores for tests: an SQLite file with today's tables, and a look at all of its rows."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from pipeline.store import engine_for, migrate


def store(path: Path, *, lock_wait: float = 2.0) -> Engine:
    """Open a store with today's tables."""
    engine = engine_for(f"sqlite:///{path}", lock_wait=lock_wait)
    migrate(engine)
    return engine


def dump(path: Path) -> list[str]:
    """Every statement that makes the database, in one order."""
    with sqlite3.connect(path) as connection:
        lines = sorted(connection.iterdump())
    connection.close()
    return lines

"""Opens a database, and is the one place where its errors become the project's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from pipeline.errors import DiskFull, KommunestatusError, StoreUnavailable, UsageError

LOCK_WAIT: Final = 30.0
"""Seconds to wait for another writer before the store counts as unavailable."""

_BEGIN: Final = "kommunestatus_begin"
_PEN: Final = 0x6B6F6D6D
"""Number of the lock that writers of a PostgreSQL database take: any, as long as all take the same."""
_CONNECT_SECONDS: Final = 10
_PG_DISK_FULL: Final = "53100"
_UNAVAILABLE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CORRUPT,
    }
)


def engine_for(url: str, *, lock_wait: float = LOCK_WAIT) -> Engine:
    """Make an engine for an SQLAlchemy URL; nothing is opened yet, but the folder of an SQLite file is made.

    `lock_wait` is in seconds. SQLite keeps a rollback journal, since several published versions of it lose data in
    WAL mode with more than one connection, and checks foreign keys.

    Raises UsageError for a URL that names no usable database, StoreUnavailable when the folder cannot be made.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return create_engine(parsed, hide_parameters=True, connect_args=_postgres(parsed, lock_wait))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        message = f"no usable database URL: {error}"
        raise UsageError(message) from error
    return _sqlite(parsed, lock_wait)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose whole use sees one state of the database."""
    with _declared(engine), engine.begin() as connection:
        yield connection


@contextmanager
def writing(bind: Connection | Engine) -> Iterator[Connection]:
    """Give a connection with one transaction: all that is written in it is kept, or nothing is.

    A connection that is in a transaction already keeps it, with a savepoint inside; its owner commits.

    Raises StoreUnavailable when the database is locked, unreachable or damaged, DiskFull when no space is left.
    """
    if isinstance(bind, Engine):
        with writer(bind) as connection, connection.begin():
            yield connection
    else:
        with _declared(bind.engine), bind.begin_nested() if bind.in_transaction() else bind.begin():
            yield bind


@contextmanager
def writer(engine: Engine) -> Iterator[Connection]:
    """Connect so that each transaction takes SQLite's write lock at its start; errors as in `writing`.

    A transaction that reads first and writes later cannot wait for the lock: two of them would wait for each other.
    """
    with _declared(engine), engine.connect() as connection:
        yield connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def hold_the_pen(connection: Connection) -> None:
    """Let one transaction write at a time, until it ends; SQLite's own lock does that already.

    So the places in the change feed have no gaps, and appear in the order of commit.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_PEN)))


def compact(engine: Engine) -> None:
    """Write the database anew: deleted rows stay readable in its free pages until then. Errors as in `writing`."""
    sqlite = engine.dialect.name == "sqlite"
    options = {_BEGIN: ""} if sqlite else {"isolation_level": "AUTOCOMMIT"}
    with _declared(engine), engine.connect() as connection:
        connection.execution_options(**options).exec_driver_sql("VACUUM" if sqlite else "VACUUM FULL")


@contextmanager
def _declared(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        where = engine.url.render_as_string(hide_password=True)
        named = next(filter(None, (_named(one, where) for one in _and_before(error))), None)
        if named is None:
            raise
        raise named from error


def _and_before(error: DBAPIError) -> Iterator[DBAPIError]:
    """An error, and those it followed on: a full disk ends the transaction, and then its savepoint is missing too."""
    failure: BaseException | None = error
    while failure is not None:
        if isinstance(failure, DBAPIError):
            yield failure
        failure = failure.__context__


def _named(error: DBAPIError, where: str) -> KommunestatusError | None:
    """Name an error of the database; None for one that only a bug explains."""
    if not isinstance(error.orig, sqlite3.Error):
        if getattr(error.orig, "sqlstate", None) == _PG_DISK_FULL:
            return DiskFull("no space left for the store", source=where)
        lost = isinstance(error, OperationalError | InterfaceError)
        return StoreUnavailable(f"store unavailable: {error.orig}", source=where) if lost else None
    # The low byte is the kind of error, the rest its details.
    code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull("no space left for the store", source=where)
    return StoreUnavailable(f"store unavailable: {error.orig}", source=where) if code in _UNAVAILABLE else None


def _postgres(url: URL, lock_wait: float) -> dict[str, object]:
    """So that a server or another writer that never answers is an error, and no wait without end."""
    if url.get_backend_name() != "postgresql":
        return {}
    return {"connect_timeout": _CONNECT_SECONDS, "options": f"-c lock_timeout={int(lock_wait * 1000)}"}


def _sqlite(url: URL, lock_wait: float) -> Engine:
    if url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"store unavailable: {error.strerror}"
            raise StoreUnavailable(message, source=str(url)) from error
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": lock_wait})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # Python's driver would open transactions by itself, late, and never around a change of tables.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = DELETE")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    begin = connection.get_execution_options().get(_BEGIN, "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)

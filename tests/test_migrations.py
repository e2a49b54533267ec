"""Migrations: each whole or not at all, from nothing and from an older database, and never backwards."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import OperationalError

from pipeline.errors import UsageError
from pipeline.store import changes_since, engine_for, load_latest, migrate, save
from pipeline.store.columns import METADATA
from pipeline.store.engine import reading, writing
from pipeline.store.migrate import SCRIPTS, revision
from pipeline.store.views import COMMENTS
from tests.records import PAGE, URL, full_record


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


@pytest.fixture
def engine(database: Path) -> Iterator[Engine]:
    engine = engine_for(f"sqlite:///{database}")
    migrate(engine)
    yield engine
    engine.dispose()


def test_migrations_make_exactly_the_tables_of_the_code(engine: Engine) -> None:
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    assert revision(engine) == max(path.name[:4] for path in (SCRIPTS / "versions").glob("0*.py"))


def test_migrating_again_changes_nothing(engine: Engine, database: Path) -> None:
    save(engine, full_record(), PAGE)
    before = database.read_bytes()
    migrate(engine)
    assert database.read_bytes() == before


def test_a_newer_database_is_refused(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UsageError, match="newer version"):
        migrate(engine)


def _migration(number: int, body: str) -> str:
    before = f"{number - 1:04}" if number > 1 else None
    return (
        f"from alembic import op\nrevision, down_revision = '{number:04}', {before!r}\n"
        f"branch_labels = depends_on = None\ndef upgrade():\n    {body}\n"
    )


def test_a_failed_migration_leaves_no_trace_and_runs_again(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path}/store.sqlite3")
    broken = "op.execute('CREATE TABLE two (x)'); op.execute('INSERT INTO missing VALUES (1)')"
    (tmp_path / "0001_one.py").write_text(_migration(1, "op.execute('CREATE TABLE one (x)')"))
    (tmp_path / "0002_two.py").write_text(_migration(2, broken))
    with pytest.raises(OperationalError, match="missing"):
        migrate(engine, versions=tmp_path)
    assert revision(engine) == "0001"
    assert set(inspect(engine).get_table_names()) == {"alembic_version", "one"}

    (tmp_path / "0002_two.py").write_text(_migration(2, "op.execute('CREATE TABLE two (x, y)')"))
    migrate(engine, versions=tmp_path)
    assert revision(engine) == "0002"
    assert set(inspect(engine).get_table_names()) == {"alembic_version", "one", "two"}
    engine.dispose()


def _older(path: Path, folder: Path) -> Engine:
    """A database of the first release, with a record in it."""
    (folder / "0001_records.py").write_bytes((SCRIPTS / "versions" / "0001_records.py").read_bytes())
    today = engine_for(f"sqlite:///{folder}/today.sqlite3")
    migrate(today)
    save(today, full_record(), PAGE)
    today.dispose()
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine, versions=folder)
    with sqlite3.connect(path) as connection:
        connection.execute("ATTACH ? AS today", (f"{folder}/today.sqlite3",))
        for (table,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            if table != "alembic_version":
                columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
                connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")  # noqa: S608 -- names from the schema
    connection.close()
    return engine


def test_an_older_database_keeps_its_records_and_gets_its_feed(tmp_path: Path, database: Path) -> None:
    folder = tmp_path / "scripts"
    folder.mkdir()
    engine = _older(database, folder)
    assert revision(engine) == "0001"
    migrate(engine)
    with reading(engine) as connection:
        assert load_latest(connection, URL) == full_record()
        (event,) = changes_since(connection, 0)
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    assert (event["op"], event["cursor"], event["record"]) == (
        "insert",
        1,
        full_record().model_dump(mode="json") | {"page": event["record"]["page"]},
    )
    engine.dispose()


def test_a_view_that_is_missing_is_made_anew(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP VIEW latest_status")
    migrate(engine)
    assert set(inspect(engine).get_view_names()) == set(COMMENTS)

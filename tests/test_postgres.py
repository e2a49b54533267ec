"""PostgreSQL holds the same as SQLite: tables, views, feed; and its failures have the same names."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, select, text

from fixtures.postgres import url_of
from pipeline.errors import StoreUnavailable
from pipeline.export import Options, export
from pipeline.store import SaveResult, changes_since, engine_for, follow, load_latest, migrate, save
from pipeline.store.columns import METADATA
from pipeline.store.engine import reading, writing
from pipeline.store.views import COMMENTS
from schemas.record import StatusRecord
from tests.records import PAGE, URL, full_record, source


@pytest.fixture
def engine(postgres_url: str) -> Iterator[Engine]:
    engine = engine_for(postgres_url)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Engine]:
    engine = engine_for(f"sqlite:///{tmp_path}/store.sqlite3")
    migrate(engine)
    yield engine
    engine.dispose()


def history() -> list[StatusRecord]:
    later = full_record(source=source(article_sha256="b" * 64))
    other = full_record(source=source(url="https://avis.example/?p=2", article_sha256="c" * 64), municipality=None)
    return [full_record(), later, other, later]


def contents(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table and view, in one order."""
    with reading(engine) as connection:
        tables = {table.name: connection.execute(select(table)).all() for table in METADATA.sorted_tables}
        views = {name: connection.execute(text(f"SELECT * FROM {name}")).all() for name in COMMENTS}  # noqa: S608 -- ours
    rows = {name: [tuple(_plain(value) for value in row) for row in found] for name, found in (tables | views).items()}
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def _plain(value: object) -> object:
    """SQLite gives back a view's days as text."""
    return value if value is None or isinstance(value, int | float) else str(value)


def test_it_holds_the_same_as_sqlite_in_tables_and_views(engine: Engine, sqlite: Engine) -> None:
    for record in history():
        assert save(engine, record, PAGE) == save(sqlite, record, PAGE)
    assert contents(engine) == contents(sqlite)


def test_exports_are_those_of_sqlite_byte_for_byte_in_any_language(
    postgres_socket: str, sqlite: Engine, tmp_path: Path
) -> None:
    server = create_engine(url_of(postgres_socket), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        danish = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'da-DK'"
        connection.exec_driver_sql(f"CREATE DATABASE danish {danish}")
    server.dispose()
    engine = engine_for(url_of(postgres_socket, "danish"))
    migrate(engine)
    urls = ("https://avis.example/aa", "https://avis.example/Z", "https://avis.example/å", "https://avis.example/z")
    others = [full_record(source=source(url=url, canonical_url=None), municipality=None) for url in urls]
    for record in [*history(), *others]:
        save(engine, record, PAGE)
        save(sqlite, record, PAGE)
    for format_ in ("csv", "jsonl", "parquet"):
        files = []
        for name, bind in (("sqlite", sqlite), ("postgres", engine)):
            folder = tmp_path / f"{name}-{format_}"
            with reading(bind) as connection:
                export(connection, folder, format_, Options(), code_version="1")
            files.append({path.name: path.read_bytes() for path in folder.iterdir()})
        assert files[0] == files[1]
    engine.dispose()


def test_a_record_comes_back_whole(engine: Engine) -> None:
    save(engine, full_record(), PAGE)
    with reading(engine) as connection:
        assert load_latest(connection, URL) == full_record()


def test_migrations_make_exactly_the_tables_of_the_code(engine: Engine) -> None:
    migrate(engine)
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_database_says_itself_what_its_tables_and_columns_hold(engine: Engine) -> None:
    with reading(engine) as connection:
        said = connection.execute(
            text("SELECT col_description('answers'::regclass, 4), obj_description('latest_status'::regclass)")
        ).one()
    assert said == (METADATA.tables["answers"].c.status.comment, COMMENTS["latest_status"])


def test_a_feed_from_sqlite_makes_the_same_tables(engine: Engine, sqlite: Engine) -> None:
    for record in history():
        save(sqlite, record, PAGE)
    with reading(sqlite) as connection:
        events = list(changes_since(connection, 0))
    for event in events:
        with writing(engine) as connection:
            assert follow(connection, event)
    assert contents(engine) == contents(sqlite)


def test_many_who_save_at_once_make_a_feed_without_gaps(engine: Engine) -> None:
    urls = [f"https://avis.example/{n}" for n in range(8)]
    each = [full_record(source=source(url=url, canonical_url=None, article_sha256=url)) for url in urls] * 2
    with ThreadPoolExecutor(6) as threads:
        results = Counter(threads.map(lambda record: save(engine, record, PAGE), each))
    assert results == {SaveResult.NEW: 8, SaveResult.UNCHANGED: 8}
    with reading(engine) as connection:
        assert [event["cursor"] for event in changes_since(connection, 0)] == list(range(1, 9))


def test_a_connection_that_is_cut_is_the_stores_failure_and_leaves_nothing(engine: Engine) -> None:
    save(engine, full_record(), PAGE)

    def save_and_be_cut() -> None:
        with writing(engine) as connection:
            save(connection, full_record(source=source(article_sha256="b" * 64)), PAGE)
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(StoreUnavailable) as failure:
        save_and_be_cut()
    assert failure.value.exit_code == 7
    with reading(engine) as connection:
        assert [event["op"] for event in changes_since(connection, 0)] == ["insert"]


def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        migrate(engine_for(f"postgresql+psycopg://postgres@/postgres?host={tmp_path}"))

"""The store: nothing of a record is lost, nothing is doubled, and a failure leaves the last good state."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, func, insert, select

from pipeline.errors import DiskFull, StoreUnavailable, UsageError
from pipeline.store import SaveResult, engine_for, load, load_latest, migrate, save
from pipeline.store.columns import METADATA
from pipeline.store.engine import reading, writing
from pipeline.store.operations import (
    CHANGED_VALUES,
    CHANGES,
    CORRECTIONS,
    ERASURES,
    FETCHES,
    RUNS,
    SIGHTINGS,
    SUPPRESSIONS,
    URLS,
)
from pipeline.store.tables import ADDRESSES, ARTICLES, VALUES, VERSIONS
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.records import PAGE, URL, full_record, source
from tests.strategies import records

OTHER_URL: Final = "https://avis.example/?p=77"
RECORD_TABLES: Final = (ARTICLES, ADDRESSES, VERSIONS, *VALUES)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "store.sqlite3"


@pytest.fixture
def engine(database: Path) -> Iterator[Engine]:
    engine = engine_for(f"sqlite:///{database}", lock_wait=0.05)
    migrate(engine)
    yield engine
    engine.dispose()


def dump(database: Path) -> list[str]:
    with sqlite3.connect(database) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def count(engine: Engine) -> dict[str, int]:
    with reading(engine) as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
        }


def test_a_record_comes_back_whole_and_fills_every_table(engine: Engine) -> None:
    record = full_record()
    assert save(engine, record, PAGE) is SaveResult.NEW
    with reading(engine) as connection:
        assert load_latest(connection, URL) == record
    rows = count(engine)
    assert [table.name for table in RECORD_TABLES if not rows[table.name]] == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records())
def test_any_record_comes_back_whole_and_saving_it_again_changes_nothing(engine: Engine, record: StatusRecord) -> None:
    save(engine, record, PAGE)
    before = count(engine)
    assert save(engine, record, PAGE) is SaveResult.UNCHANGED
    assert count(engine) == before
    with reading(engine) as connection:
        found = load_latest(connection, URL)
    assert found is not None
    assert found.model_dump_json() == record.model_dump_json()


def test_the_same_input_twice_leaves_the_same_rows(engine: Engine, database: Path) -> None:
    save(engine, full_record(), PAGE)
    before = dump(database)
    assert save(engine, full_record(), PAGE) is SaveResult.UNCHANGED
    assert dump(database) == before


def test_new_chrome_and_another_time_of_the_fetch_make_no_version(engine: Engine, database: Path) -> None:
    save(engine, full_record(), PAGE)
    before = dump(database)
    page = PAGE.model_copy(update={"body": b"<h1>Faxe</h1><footer>new</footer>"})
    assert save(engine, full_record(source=source(page.body, fetched_at=None)), page) is SaveResult.UNCHANGED
    assert dump(database) == before


@pytest.mark.parametrize(
    ("body", "changes", "cause"),
    [
        (b"edited", {"article_sha256": "b" * 64}, "source"),
        (b"edited", {"canonical_url": None}, "source"),
        (b"edited", {"article_sha256": "b" * 64, "code_version": "2"}, "source"),
        (b"other chrome", {"code_version": "2"}, "rules"),
        (PAGE.body, {"code_version": "2"}, "rules"),
        (PAGE.body, {"article_sha256": "b" * 64, "code_version": "2"}, "rules"),
    ],
    ids=[
        "the text changed",
        "the head of the page changed",
        "text and code changed",
        "the code changed, and the page's chrome",
        "the code changed",
        "the code cleans the same bytes differently",
    ],
)
def test_a_change_is_a_version_with_its_cause(
    engine: Engine, body: bytes, changes: dict[str, str | None], cause: str
) -> None:
    first, second = full_record(), full_record(source=source(body, **changes))
    save(engine, first, PAGE)
    assert save(engine, second, PAGE.model_copy(update={"body": body})) is SaveResult.CHANGED
    with reading(engine) as connection:
        versions = connection.execute(select(VERSIONS).order_by(VERSIONS.c.number)).mappings().all()
        assert [version["cause"] for version in versions] == ["first_seen", cause]
        assert [load(connection, version["version_id"]) for version in versions] == [first, second]
        assert load_latest(connection, URL) == second


def test_an_edit_that_is_taken_back_is_a_third_version(engine: Engine) -> None:
    edited = full_record(source=source(article_sha256="b" * 64))
    results = [save(engine, record, PAGE) for record in (full_record(), edited, full_record())]
    assert results == [SaveResult.NEW, SaveResult.CHANGED, SaveResult.CHANGED]
    assert count(engine)["versions"] == 3


def test_two_addresses_of_one_article_are_one_article(engine: Engine) -> None:
    save(engine, full_record(), PAGE)
    alias = full_record(source=source(url=OTHER_URL))
    assert save(engine, alias, PAGE) is SaveResult.UNCHANGED
    assert count(engine) | {"articles": 1, "addresses": 2, "versions": 1} == count(engine)


def test_a_canonical_link_never_overwrites_another_article(engine: Engine) -> None:
    save(engine, full_record(), PAGE)
    claim = full_record(source=source(url=OTHER_URL, article_sha256="c" * 64), title="Something else")
    assert save(engine, claim, PAGE) is SaveResult.NEW
    with reading(engine) as connection:
        assert load_latest(connection, URL) == full_record()
        assert load_latest(connection, OTHER_URL) == claim


def test_an_address_that_was_never_read_has_no_record(engine: Engine) -> None:
    with reading(engine) as connection:
        assert load_latest(connection, OTHER_URL) is None


def test_a_record_of_another_page_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="record and page differ"):
        save(engine, full_record(), RawPage(url=URL, body=b"other"))
    assert count(engine)["articles"] == 0


def test_a_failure_in_the_middle_leaves_nothing_of_the_record(engine: Engine, database: Path) -> None:
    save(engine, full_record(), PAGE)
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TRIGGER fails BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'broken'); END")
    connection.close()
    before = dump(database)
    with pytest.raises(Exception, match="broken"):
        save(engine, full_record(source=source(code_version="2")), PAGE)
    assert dump(database) == before


def test_in_the_callers_transaction_the_caller_decides(engine: Engine) -> None:
    with reading(engine) as connection:
        assert save(connection, full_record(), PAGE) is SaveResult.NEW
        connection.rollback()
    assert count(engine)["articles"] == 0
    with writing(engine) as connection:
        save(connection, full_record(), PAGE)
    assert count(engine)["articles"] == 1


def test_foreign_keys_are_checked(engine: Engine) -> None:
    orphan = {"url": URL, "article_id": "none"}
    with pytest.raises(Exception, match="FOREIGN KEY"), writing(engine) as connection:
        connection.execute(insert(ADDRESSES).values(orphan))


def test_a_time_without_its_zone_is_a_bug(engine: Engine) -> None:
    naive = full_record(source=source(fetched_at="2024-05-01T12:30:00"))
    with pytest.raises(Exception, match="names no time zone"):
        save(engine, naive, PAGE)


def test_many_who_start_at_once_save_an_article_once(database: Path) -> None:
    def start(_number: int) -> SaveResult:
        engine = engine_for(f"sqlite:///{database}")
        migrate(engine)
        result = save(engine, full_record(), PAGE)
        engine.dispose()
        return result

    with ThreadPoolExecutor(6) as threads:
        results = Counter(threads.map(start, range(6)))
    assert results == {SaveResult.NEW: 1, SaveResult.UNCHANGED: 5}


def test_another_writer_makes_the_store_unavailable(engine: Engine, database: Path) -> None:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked") as failure:
        save(engine, full_record(), PAGE)
    other.close()
    assert failure.value.exit_code == 7
    assert save(engine, full_record(), PAGE) is SaveResult.NEW


def test_a_full_disk_has_its_own_error_and_the_last_good_state_stands(engine: Engine, database: Path) -> None:
    save(engine, full_record(), PAGE)
    before = dump(database)
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        save(engine, full_record(source=source(code_version="2"), text=full_record().text + "x" * 50_000), PAGE)
    assert dump(database) == before


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database " * 100)
    with pytest.raises(StoreUnavailable, match="not a database"):
        migrate(engine_for(f"sqlite:///{file}"))


@pytest.mark.parametrize("url", ["no url", "nosuchdatabase://host/x"])
def test_a_url_that_names_no_database_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError):
        engine_for(url)


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable):
        engine_for(f"sqlite:///{tmp_path}/file/store.sqlite3")


def test_every_table_and_column_says_what_it_holds() -> None:
    silent = [str(column) for table in METADATA.sorted_tables for column in table.columns if not column.comment]
    silent += [table.name for table in METADATA.sorted_tables if not table.comment]
    assert silent == []


def test_every_table_is_a_record_s_or_an_operation_s() -> None:
    beside = {CHANGES, CHANGED_VALUES, RUNS, FETCHES, URLS, SIGHTINGS, CORRECTIONS, SUPPRESSIONS, ERASURES}
    assert {*RECORD_TABLES, *beside} == set(METADATA.sorted_tables)

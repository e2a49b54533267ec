"""Exports: complete, the same bytes for the same store, nothing given away that is not to be, safe in a spreadsheet."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from pipeline.errors import UsageError
from pipeline.export import WRITERS, Options, export, feed
from pipeline.export.cells import cell, defused, plain
from pipeline.store import cursor_of, latest_versions, load_all, save
from pipeline.store.engine import reading
from pipeline.store.giving import quotes_only, without_contacts
from schemas.record import StatusRecord, spans_of
from tests.records import PAGE, full_record, source
from tests.stores import dump, store
from tests.strategies import records

OTHER: Final = "https://avis.example/status-koege/"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = store(tmp_path / "store.sqlite3")
    save(engine, full_record(), PAGE)
    save(engine, full_record(source=source(url=OTHER, canonical_url=None), municipality=None), PAGE)
    yield engine
    engine.dispose()


def write(engine: Engine, folder: Path, format_: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 -- of Options
    with reading(engine) as connection:
        export(connection, folder, format_, Options(**options), code_version="1")
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return manifest


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("format_", WRITERS)
def test_the_same_store_gives_the_same_bytes_and_the_manifest_vouches_for_them(
    engine: Engine, tmp_path: Path, format_: str
) -> None:
    manifest = write(engine, tmp_path / "one", format_)
    assert write(engine, tmp_path / "two", format_) == manifest
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    write(engine, tmp_path / "one", format_)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert {file["name"] for file in manifest["files"]} | {"manifest.json"} == set(contents(tmp_path / "one"))
    assert manifest["cursor"] == 2
    assert manifest["quotes_only"] is True


def test_csv_opens_right_in_a_spreadsheet(engine: Engine, tmp_path: Path) -> None:
    write(engine, tmp_path / "csv", "csv", delimiter=";")
    data = (tmp_path / "csv" / "latest_status.csv").read_bytes()
    assert data.startswith("\ufeffarticle_id;".encode())
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [row["municipality_name"] for row in rows] == ["", "Faxe"]
    assert (rows[1]["strategy_stance"], rows[1]["social_enterprises_count_min"]) == ("yes", "12")


@pytest.mark.parametrize(
    "text", ["=1+1", "+45 12", "-", "@x", "\tx", "\rx", "'=x", "''-", "plain", "'plain", "", "a=b"]
)
def test_formulas_are_defused_and_come_back(text: str) -> None:
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain(defused(text)) == text


@given(text=st.text(alphabet="'=+-@\t\rax"))
def test_any_text_comes_back_from_a_cell(text: str) -> None:
    assert plain(cell(text)) == text


def test_numbers_are_no_formulas() -> None:
    assert [cell(value) for value in (-3, 7.5, 12.0, True, None)] == ["-3", "7.5", "12", "true", ""]


def test_quotes_only_gives_away_values_and_quotes_and_no_other_words(engine: Engine, tmp_path: Path) -> None:
    for format_ in WRITERS:
        write(engine, tmp_path / format_, format_)
    unquoted = "som er ved at blive evalueret. Den"
    assert unquoted in full_record().text
    assert unquoted not in {span.quote for span in spans_of(full_record())}
    for format_ in WRITERS:
        for name, data in contents(tmp_path / format_).items():
            assert unquoted.encode() not in data, f"{format_}: {name}"
    write(engine, tmp_path / "whole", "jsonl", whole_text=True)
    assert unquoted.encode() in (tmp_path / "whole" / "records.jsonl").read_bytes()


@given(record=records())
def test_what_is_given_away_is_a_valid_record_with_the_same_values(record: StatusRecord) -> None:
    given_away = quotes_only(record)
    assert [span.quote for span in spans_of(given_away)] == [span.quote for span in spans_of(record)]
    assert len(given_away.text) == len(record.text)
    assert quotes_only(given_away).text == given_away.text
    assert without_contacts(record).contacts == ()


def test_without_contacts_no_format_holds_one(engine: Engine, tmp_path: Path) -> None:
    secrets = {part for contact in full_record().contacts for part in (contact.phone, contact.email) if part}
    secrets |= {span.quote for contact in full_record().contacts for span in contact.evidence}
    secrets -= {respondent.name for respondent in full_record().respondents}
    assert len(secrets) > 2
    for format_ in WRITERS:
        write(engine, tmp_path / format_, format_, contacts=False, whole_text=True)
        for name, data in contents(tmp_path / format_).items():
            assert [secret for secret in secrets if secret.encode() in data] == [], f"{format_}: {name}"


def test_parquet_is_typed_nested_and_described(engine: Engine, tmp_path: Path) -> None:
    write(engine, tmp_path / "parquet", "parquet")
    file = tmp_path / "parquet" / "records.parquet"
    with duckdb.connect() as database:
        query = "SELECT answers.social_enterprises.quantities.count.min, answers.strategy.under_revision, addresses"
        values = database.execute(f"{query} FROM read_parquet(?) ORDER BY source.url", [str(file)]).fetchall()
        metadata = dict(database.execute("SELECT key, value FROM parquet_kv_metadata(?)", [str(file)]).fetchall())
        table = str(tmp_path / "parquet" / "latest_status.parquet")
        types = database.execute("SELECT period_start FROM read_parquet(?)", [table]).description
    assert values[0][:2] == (12.0, True)
    assert metadata[b"answers.strategy"] == b"Is there a strategy or an agreement?"
    assert "DATE" in str(types).upper()


def test_json_lines_are_whole_records_with_corrections_beside_them(engine: Engine, tmp_path: Path) -> None:
    write(engine, tmp_path / "jsonl", "jsonl", whole_text=True)
    lines = [json.loads(line) for line in (tmp_path / "jsonl" / "records.jsonl").read_text().splitlines()]
    beside = {"article_id", "version", "state", "addresses", "corrections"}
    found = [{name: part for name, part in line.items() if name not in beside} for line in lines]
    with reading(engine) as connection:
        stored = list(load_all(connection, latest_versions(connection)))
    assert [StatusRecord.model_validate(document) for document in found] == stored


def test_incremental_exports_hold_what_changed_since(engine: Engine, tmp_path: Path) -> None:
    save(engine, full_record(source=source(url=OTHER, canonical_url=None, code_version="2"), municipality=None), PAGE)
    for format_ in ("csv", "jsonl"):
        manifest = write(engine, tmp_path / format_, format_, since=2)
        assert manifest["cursor"] == 3
        rows = {file["name"]: file["rows"] for file in manifest["files"]}
        assert rows.get("articles.csv", 1) == rows.get("records.jsonl", 1) == 1


def test_an_sqlite_export_is_a_store_that_can_be_followed_on(engine: Engine, tmp_path: Path) -> None:
    write(engine, tmp_path / "sqlite", "sqlite", whole_text=True)
    save(engine, full_record(source=source(url=OTHER, canonical_url=None, code_version="2"), municipality=None), PAGE)
    write(engine, tmp_path / "sqlite", "sqlite", whole_text=True)
    assert dump(tmp_path / "sqlite" / "kommunestatus.sqlite3") == dump(tmp_path / "store.sqlite3")


def test_feed_brings_another_database_along_and_again_nothing(engine: Engine, tmp_path: Path) -> None:
    target = store(tmp_path / "other.sqlite3")
    with reading(engine) as connection:
        assert feed(connection, target, Options(whole_text=True)) == 2
        assert feed(connection, target, Options(whole_text=True)) == 0
    with reading(target) as connection:
        assert cursor_of(connection) == 2
    assert dump(tmp_path / "other.sqlite3") == dump(tmp_path / "store.sqlite3")
    target.dispose()


def test_a_folder_with_other_files_is_left_alone(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="holds other files"):
        write(engine, tmp_path / "mine", "csv")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_an_export_that_broke_off_is_taken_up_and_another_format_replaces_the_first(
    engine: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    with sqlite3.connect(tmp_path / "store.sqlite3") as connection:
        connection.execute("ALTER TABLE corrections RENAME TO hidden")
    connection.close()
    with pytest.raises(Exception, match="corrections"):
        write(engine, folder, "jsonl")
    with sqlite3.connect(tmp_path / "store.sqlite3") as connection:
        connection.execute("ALTER TABLE hidden RENAME TO corrections")
    connection.close()
    write(engine, folder, "csv")
    write(engine, folder, "jsonl")
    assert set(contents(folder)) == {"manifest.json", "records.jsonl"}

"""The commands for those who use the data elsewhere: changes, feed, and the schema in each way to tell it."""

import json
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from pipeline.cli import main
from pipeline.errors import ExitCode
from pipeline.store.operations import CHANGES
from pipeline.store.views import COMMENTS
from tests.crawling import BASE, Newsroom, Web, article

EMAIL: Final = "bily@kolding.example"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    news = Newsroom(folder, Web({"a/01": article("01"), "a/02": article("02")}))
    news.run()
    news.web.pages["a/02"] = article("02").replace(b"kommunen", b"kommunen selv", 1)
    news.run()
    return folder


@pytest.fixture(autouse=True)
def folder(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store that has seen two runs, which commands work in."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOMMUNESTATUS_STORE", "sqlite:///store.sqlite3")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == ExitCode.DONE
    return capsys.readouterr().out


def events(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed(capsys, "changes", *arguments).splitlines()]


def test_changes_go_on_from_a_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    everything = events(capsys)
    assert [(event["cursor"], event["op"]) for event in everything] == [(1, "insert"), (2, "insert"), (3, "update")]
    assert everything[2]["url"] == f"{BASE}a/02"
    assert events(capsys, "--since", "2") == everything[2:]
    assert events(capsys, "--since", "3") == []


def test_changes_leave_out_contacts_where_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert EMAIL in json.dumps(events(capsys))
    assert EMAIL not in json.dumps(events(capsys, "--redact-contacts"))


def test_a_feed_brings_another_database_up_to_date_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = ("feed", "sqlite:///other.sqlite3")
    for said in ("3 events applied", "0 events applied"):
        assert main(target) == ExitCode.DONE
        assert capsys.readouterr().err.strip() == said
    with sqlite3.connect(folder / "other.sqlite3") as connection:
        found = connection.execute("SELECT count(*) FROM latest_status").fetchone()
    connection.close()
    assert found == (2,)


def test_the_sql_makes_every_table_and_view(capsys: pytest.CaptureFixture[str]) -> None:
    sql = printed(capsys, "schema", "--format", "sql")
    for name in CHANGES.metadata.tables:
        assert f"CREATE TABLE {name} (" in sql
    for name in COMMENTS:
        assert f"CREATE VIEW {name} AS" in sql


def test_the_dictionary_tells_of_every_column_and_field(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "schema", "--format", "markdown").splitlines()
    for table in CHANGES.metadata.tables.values():
        start = told.index(f"## Table `{table.name}`")
        rows = told[start : told.index("", start + 4)]
        for column in table.columns:
            assert any(
                row.startswith(f"| `{column.name}` | ") and row.endswith(f" | {column.comment} |") for row in rows
            )
    fields = {
        line.split("`")[1]: line for line in told[told.index("## The record as JSON") :] if line.startswith("| `")
    }
    assert fields["title"].startswith("| `title` | str | ")
    assert "| answered or unknown or " in fields["answers.strategy.status"]
    assert "answers.workforce.quantities.ordinary.min" in fields
    assert all(not line.endswith("|  |") for line in fields.values())


def test_the_dictionary_of_datasette_is_yaml_of_our_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert "latest_status" in printed(capsys, "schema", "--format", "datasette")


def test_parquet_without_its_extra_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert main(["export", "out", "--format", "parquet"]) == ExitCode.USAGE
    assert "pip install 'kommunestatus[parquet]'" in capsys.readouterr().err

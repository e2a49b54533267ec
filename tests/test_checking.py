"""`check` on damaged stores and archives: each contradiction has its name, and the command ends with 12."""

import shutil
import sqlite3
from pathlib import Path
from typing import Final

import pytest

from pipeline.archive import Archive
from pipeline.cli import main
from pipeline.crawl.checking import Violation, check
from pipeline.errors import ExitCode
from tests.crawling import Newsroom, Web, article
from tests.stores import store

ALIEN: Final = """
CREATE TABLE alien (a);
INSERT INTO alien VALUES (NULL);
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE TABLE alien (a NOT NULL)' WHERE name = 'alien';
"""
OLD: Final = """
CREATE TEMP VIEW old AS
SELECT version_id FROM versions JOIN articles USING (article_id) WHERE number = 1 AND latest_version = 2;
"""
DAMAGE: Final = (
    ("integrity_check", ALIEN),
    ("foreign_keys", "UPDATE addresses SET article_id = 'nobody' WHERE rowid = 1"),
    ("planned_is_settled", "UPDATE fetches SET state = NULL WHERE position = 0"),
    ("record_names_its_makers", "UPDATE versions SET page_sha256 = '' WHERE rowid = 1"),
    ("versions_never_fall", "UPDATE articles SET latest_version = 3"),
    ("record_hash", "UPDATE versions SET title = 'Another'"),
    ("record_reads_back", "DELETE FROM answers WHERE question_key = 'goals'"),
    ("record_reads_back", "UPDATE evidence SET quote = 'never said' WHERE version_id NOT IN old"),
    ("record_reads_back", "UPDATE versions SET period_precision = 'century'"),
    ("feed_without_gaps", "DELETE FROM changes WHERE change_id = 1"),
    ("feed_begins_articles", "UPDATE changes SET op = 'update' WHERE change_id = 1"),
    ("all_answers", "DELETE FROM answers WHERE question_key = 'goals' AND version_id IN old"),
    ("evidence", "UPDATE evidence SET quote = 'never said' WHERE version_id IN old"),
    ("archived_before_stored", "UPDATE fetches SET page_sha256 = 'ab' WHERE position = 0"),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    news = Newsroom(folder, Web({"a/01": article("01"), "a/02": article("02")}))
    news.run()
    news.web.pages["a/02"] = article("02").replace(b"kommunen", b"kommunen selv", 1)
    news.run()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A store and an archive to damage."""
    return shutil.copytree(sound, tmp_path, dirs_exist_ok=True)


def do(folder: Path, script: str) -> None:
    with sqlite3.connect(folder / "store.sqlite3") as connection:
        connection.executescript(OLD + script)
    connection.close()


def violations(folder: Path) -> list[Violation]:
    engine = store(folder / "store.sqlite3")
    try:
        return list(check(engine, Archive(folder / "archive")))
    finally:
        engine.dispose()


def body(folder: Path) -> Path:
    """A file of the archive that holds a body."""
    return max(
        (path for path in (folder / "archive").rglob("*") if path.is_file()), key=lambda path: path.stat().st_size
    )


def test_what_runs_leave_is_sound(folder: Path) -> None:
    assert violations(folder) == []


@pytest.mark.parametrize(("invariant", "script"), DAMAGE, ids=lambda part: part if part.isidentifier() else "")
def test_what_contradicts_an_invariant_is_named(folder: Path, invariant: str, script: str) -> None:
    do(folder, script)
    found = [violation for violation in violations(folder) if violation.invariant == invariant]
    assert found
    assert all(violation.where and violation.message for violation in found)


def test_the_command_lists_them_and_ends_with_12(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    do(folder, "DELETE FROM changes WHERE change_id = 1")
    places = ("--store", f"sqlite:///{folder}/store.sqlite3", "--archive", str(folder / "archive"))
    assert main(["check", *places]) == ExitCode.INTEGRITY
    out, err = capsys.readouterr()
    assert [line.partition(":")[0] for line in out.splitlines()] == ["feed_without_gaps", "feed_begins_articles"]
    assert "2 invariants violated" in err


def test_a_body_that_changed_or_went_is_named(folder: Path) -> None:
    path = body(folder)
    path.write_bytes(path.read_bytes()[:-9])
    damaged = {violation.invariant for violation in violations(folder)}
    path.unlink()
    assert damaged
    assert "archived_before_stored" in {violation.invariant for violation in violations(folder)}


def test_an_archive_that_is_not_there_is_a_violation_where_bodies_were_fetched(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folder / "archive")
    places = ("--store", f"sqlite:///{folder}/store.sqlite3", "--archive", str(folder / "archive"))
    assert main(["check", *places]) == ExitCode.INTEGRITY
    assert capsys.readouterr().out == "archived_before_stored: archive: the archive of 3 fetched bodies is not there\n"

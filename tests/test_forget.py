"""Erasure: nowhere any more, not after another run either, and nothing else is lost."""

import gzip
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from pipeline.archive import Archive
from pipeline.cli import main
from pipeline.crawl.checking import check
from pipeline.crawl.forgetting import Erasure, Forgotten
from pipeline.erasure import Target, email_target, name_target, phone_target
from pipeline.errors import ErasureIncomplete
from pipeline.store import changes_since, follow
from pipeline.store.engine import reading, writing
from tests.crawling import Newsroom, Web, article
from tests.stores import store
from tests.test_crawl import rows

NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)
PERSON: Final = "Birthe Lyngsø"
PHONE: Final = "+4579301142"
EMAIL: Final = "bily@kolding.example"
NEEDLES: Final = (PERSON, "79301142", "79 30 11 42", EMAIL)


@pytest.fixture
def news(tmp_path: Path) -> Iterator[Newsroom]:
    news = Newsroom(tmp_path, Web({"a/01": article("01"), "a/02": article("02")}))
    news.run()
    yield news
    assert held(tmp_path) == []


def targets() -> tuple[Target, ...]:
    return name_target(PERSON), phone_target(PHONE), email_target(EMAIL)


def rows_of(path: Path, table: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        found = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 -- ours
    connection.close()
    return sorted(found, key=repr)


def forget(folder: Path, *made: Path) -> Forgotten:
    engine = store(folder / "store.sqlite3")
    try:
        return Erasure(engine, Archive(folder / "archive"), targets(), NOW, "1", b"s" * 32).run(made)
    finally:
        engine.dispose()


def held(folder: Path) -> list[str]:
    """The files that still hold the person, by a search of the test's own."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            data += gzip.decompress(data) if path.suffix == ".gz" else b""
            found += [path.name for needle in NEEDLES if needle.encode() in data]
    return found


def test_the_person_is_there_before(news: Newsroom) -> None:
    assert len(held(news.folder)) > 5
    forget(news.folder)


def test_nothing_holds_the_person_and_offsets_still_hold(news: Newsroom) -> None:
    done = forget(news.folder)
    assert (done.articles, done.versions, done.pages) == (1, 1, 1)
    engine = store(news.folder / "store.sqlite3")
    assert list(check(engine, Archive(news.folder / "archive"))) == []
    engine.dispose()
    masked = "█" * len(PERSON)
    assert rows(news.folder, "SELECT name FROM respondents WHERE version_id LIKE '%.1' AND name LIKE '█%'") == [
        (masked,)
    ]
    assert rows(news.folder, "SELECT DISTINCT phone, email FROM contacts WHERE name LIKE '█%'") == []


def test_another_run_does_not_bring_the_person_back_and_changes_nothing(news: Newsroom) -> None:
    forget(news.folder)
    before = rows(news.folder, "SELECT * FROM versions")
    assert news.run()["saved"] == {}
    assert news.run(full=True)["saved"] == {}
    assert rows(news.folder, "SELECT * FROM versions") == before
    assert held(news.folder) == []


def test_an_edit_of_the_page_is_seen_without_the_person(news: Newsroom) -> None:
    forget(news.folder)
    news.web.pages["a/01"] = article("01").replace("oppe på 16".encode(), "oppe på 17".encode())
    assert news.run()["saved"] == {"changed": 1}


def test_old_versions_and_the_feed_forget_too(news: Newsroom) -> None:
    news.web.pages["a/01"] = article("01").replace(PERSON.encode(), f"{PERSON} Dam".encode())
    news.run()
    done = forget(news.folder)
    assert done.versions == 2
    assert_followed(news.folder, "erased")


def test_an_article_that_changes_after_an_erasure_is_followed_from_the_beginning(news: Newsroom) -> None:
    forget(news.folder)
    news.web.pages["a/01"] = article("01").replace("oppe på 16".encode(), "oppe på 17".encode())
    news.run()
    assert_followed(news.folder, "update")


def assert_followed(folder: Path, last: str) -> None:
    """Whoever begins with the first event ends with the same tables."""
    engine = store(folder / "store.sqlite3")
    with reading(engine) as connection:
        events = [json.loads(json.dumps(event)) for event in changes_since(connection, 0)]
    assert [event["op"] for event in events][-1] == last
    copy = store(folder / "copy.sqlite3")
    for event in events:
        with writing(copy) as connection:
            follow(connection, event)
    ours, theirs = (
        [rows_of(folder / name, table) for table in ("versions", "answers", "evidence", "contacts", "respondents")]
        for name in ("store.sqlite3", "copy.sqlite3")
    )
    assert ours == theirs
    copy.dispose()
    engine.dispose()


def test_exports_and_reports_lose_what_holds_the_person(news: Newsroom) -> None:
    url = f"sqlite:///{news.folder}/store.sqlite3"
    made = [news.folder / "export", news.folder / "report"]
    assert main(["export", str(made[0]), "--store", url, "--whole-text"]) == 0
    assert main(["report", str(made[1]), "--store", url]) == 0
    assert forget(news.folder, *made).files > 2
    assert held(news.folder) == []
    assert main(["export", str(made[0]), "--store", url]) == 0
    assert main(["report", str(made[1]), "--store", url]) == 0


def test_what_is_left_over_is_said_with_13(news: Newsroom) -> None:
    stray = news.folder / "archive" / "notes.txt"
    stray.write_text(f"call {PERSON}", encoding="utf-8")
    with pytest.raises(ErasureIncomplete) as failure:
        forget(news.folder)
    assert failure.value.exit_code == 13
    assert PERSON not in failure.value.message
    assert rows(news.folder, "SELECT DISTINCT complete FROM erasures") == [(0,)]
    stray.unlink()
    forget(news.folder)
    assert rows(news.folder, "SELECT complete FROM erasures ORDER BY erasure_id DESC LIMIT 1") == [(1,)]


def test_the_audit_says_that_and_never_what(news: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{news.folder}/store.sqlite3"
    arguments = ["--email", EMAIL, "--phone", "79 30 11 42", "--name", PERSON]
    assert main(["forget", *arguments, "--store", url, "--archive", str(news.folder / "archive")]) == 0
    printed = capsys.readouterr()
    assert [needle for needle in NEEDLES if needle in printed.out + printed.err] == []
    assert rows(news.folder, "SELECT kind, articles, pages FROM erasures") == [
        ("email", 1, 1),
        ("phone", 1, 1),
        ("name", 1, 1),
    ]
    assert main(["forget", "--store", url]) == 2
    assert main(["forget", "--name", "Bo", "--store", url, "--archive", str(news.folder / "archive")]) == 2

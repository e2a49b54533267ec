"""A run: every URL in exactly one state, nothing fetched twice, nothing lost wherever it stops, drift said aloud."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from pipeline.crawl.lock import run_lock
from pipeline.crawl.running import Stop
from pipeline.crawl.visiting import ARCHIVED, FETCHED, READ, SETTLED
from pipeline.errors import AnotherRun, BadStatus, Deferred, OverBudget, RefusedByPolicy, StoreUnavailable
from schemas.page import RawPage
from tests.crawling import BASE, START, Killed, Newsroom, Web, article

NAMES: Final = ("01", "02", "03", "04", "05", "06")
RECORDS: Final = (
    "articles",
    "addresses",
    "versions",
    "answers",
    "quantities",
    "items",
    "themes",
    "evidence",
    "contacts",
)


@pytest.fixture(autouse=True)
def sound(tmp_path: Path) -> Iterator[None]:
    """Whatever a test does, store and archive keep the invariants."""
    yield
    for folder in (tmp_path, tmp_path / "shaken"):
        if (folder / "store.sqlite3").is_file():
            assert Newsroom(folder, Web({})).problems() == []


def newsroom(folder: Path, *names: str, **web: Any) -> Newsroom:  # noqa: ANN401 -- of Web
    return Newsroom(folder, Web({f"a/{name}": article(name) for name in names or NAMES}, **web))


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(folder / "store.sqlite3") as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found


def contents(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table: sorted(rows(folder, f"SELECT * FROM {table}"), key=repr) for table in RECORDS}  # noqa: S608 -- ours


def ops(folder: Path) -> list[str]:
    return [op for (op,) in rows(folder, "SELECT op FROM changes ORDER BY change_id")]


def state(newsroom: Newsroom, path: str) -> str:
    return next(str(about["state"]) for name, about in reversed(newsroom.events) if about.get("url") == BASE + path)


def test_a_first_run_reads_all_and_a_second_changes_nothing(tmp_path: Path) -> None:
    news = newsroom(tmp_path)
    first = news.run()
    assert (first["exit_code"], first["saved"], first["states"]["ok"]) == (0, {"new": 6}, 6)
    before = contents(tmp_path)
    news.web.bodies.clear()
    second = news.run()
    assert second["states"] == {"unchanged": 6} | {k: v for k, v in second["states"].items() if k == "gone"}
    assert second["saved"] == {}
    assert [url for url in news.web.bodies if url != BASE] == []
    assert contents(tmp_path) == before


def test_without_validators_the_same_body_is_not_read_again(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02", etags=False)
    news.run()

    async def never(page: RawPage) -> Any:  # noqa: ANN401 -- never comes back
        raise AssertionError(page.url)

    news.read = never
    assert news.run()["states"]["unchanged"] == 2


def test_planned_is_the_sum_of_the_states(tmp_path: Path) -> None:
    news = newsroom(tmp_path)
    news.web.pages["news"] = b"<html><body><main><h1>Nyt</h1><p>Om vejret.</p></main></body></html>"
    news.web.pages["private"] = RefusedByPolicy("not public")
    news.web.pages["broken"] = BadStatus("the server answered 500", status=500)
    summary = news.run()
    assert summary["planned"] == sum(summary["states"].values())
    assert {name: summary["states"][name] for name in ("ok", "not_an_article", "refused", "failed")} == {
        "ok": 6,
        "not_an_article": 1,
        "refused": 1,
        "failed": 1,
    }
    assert summary["exit_code"] == 5


def test_an_edited_article_is_a_new_version(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02")
    news.run()
    news.web.pages["a/01"] = article("01").replace("Nu er vi oppe på 16".encode(), "Nu er vi oppe på 17".encode())
    assert news.run()["saved"] == {"changed": 1}
    query = "SELECT before, after FROM value_changes WHERE path LIKE '%count.max' AND before <> 'null'"
    assert rows(tmp_path, query) == [("16", "17")]


def test_two_404_a_day_apart_are_gone_and_a_return_is_told(tmp_path: Path) -> None:
    news = newsroom(tmp_path)
    news.run()
    kept = news.web.pages.pop("a/01")
    assert (news.run()["exit_code"], state(news, "a/01")) == (10, "deferred")
    news.later(hours=23)
    news.run()
    assert state(news, "a/01") == "deferred"
    news.later(hours=1)
    assert (news.run()["exit_code"], state(news, "a/01")) == (0, "gone")
    assert rows(tmp_path, "SELECT state FROM articles WHERE url LIKE '%/01'") == [("gone",)]
    news.web.pages["a/01"] = kept
    news.run()
    assert ops(tmp_path)[6:] == ["gone", "revived"]
    assert rows(tmp_path, "SELECT count(*) FROM versions") == [(6,)]


def test_410_is_gone_at_once(tmp_path: Path) -> None:
    news = newsroom(tmp_path)
    news.run()
    news.web.pages["a/01"] = BadStatus("the server answered 410", status=410)
    news.run()
    assert state(news, "a/01") == "gone"


def test_when_much_of_a_site_vanishes_nothing_is_gone(tmp_path: Path) -> None:
    news = newsroom(tmp_path)
    news.run()
    for path in ("a/01", "a/02"):
        news.web.pages[path] = BadStatus("the server answered 410", status=410)
    summary = news.run()
    assert (summary["exit_code"], summary["states"]["drift"], summary["sites"]["avis"]["vanished"]) == (4, 2, True)
    assert rows(tmp_path, "SELECT DISTINCT state FROM articles") == [("live",)]


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body><main><h1>Siden findes ikke</h1><p>Beklager.</p></main></body></html>",
        b"<html><body><div id=cookie><p>Vi bruger cookies. Accepter?</p></div></body></html>",
        article("01")[: len(article("01")) // 2],
        b"",
    ],
    ids=["soft 404", "cookie wall", "cut in half", "empty"],
)
def test_an_article_that_no_longer_looks_like_itself_is_drift_and_its_last_good_version_stands(
    tmp_path: Path, body: bytes
) -> None:
    news = newsroom(tmp_path, "01", "02", "03")
    news.run()
    before = contents(tmp_path)
    news.web.pages["a/01"] = body
    summary = news.run()
    assert state(news, "a/01") in {"drift", "quarantined"}
    assert summary["exit_code"] in {3, 4}
    assert contents(tmp_path) == before


def test_a_host_that_asks_for_a_pause_is_left_alone_until_then(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02")
    news.web.pages["a/02"] = Deferred("busy", retry_at=START + timedelta(hours=2))
    assert news.run()["exit_code"] == 10
    news.web.pages["a/02"] = article("02")
    news.web.asked.clear()
    assert news.run()["exit_code"] == 10
    assert f"{BASE}a/02" not in news.web.asked
    news.later(hours=2, seconds=1)
    assert news.run()["exit_code"] == 0
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(2,)]


def test_a_page_over_its_budget_is_quarantined_with_its_bytes_kept(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02")

    async def slow(page: RawPage) -> Any:  # noqa: ANN401 -- never comes back
        message = "the page takes longer than 10 s"
        raise OverBudget(message, source=page.url)

    news.read = slow
    summary = news.run()
    assert (summary["exit_code"], summary["states"]["quarantined"]) == (3, 2)
    assert rows(tmp_path, "SELECT count(*) FROM fetches WHERE page_sha256 IS NOT NULL") == [(2,)]


@pytest.mark.parametrize("where", [FETCHED, ARCHIVED, READ, SETTLED])
@pytest.mark.parametrize("nth", [1, 2, 4])
def test_killed_anywhere_the_next_run_ends_as_an_undisturbed_one(tmp_path: Path, where: str, nth: int) -> None:
    calm, shaken = newsroom(tmp_path / "calm"), newsroom(tmp_path / "shaken")
    for news in (calm, shaken):
        news.folder.mkdir()
    calm.run()
    steps = [0]

    def kill(name: str) -> None:
        steps[0] += name == where
        if name == where and steps[0] == nth:
            raise Killed

    with pytest.raises(Killed):
        shaken.run(step=kill)
    assert shaken.problems() == []
    fetched = [url for url in shaken.web.bodies if url != BASE]
    summary = shaken.run()
    assert summary["exit_code"] == 0
    assert contents(shaken.folder) == contents(calm.folder)
    again = [url for url in shaken.web.bodies if url != BASE][len(fetched) :]
    archived = len(fetched) - (where == FETCHED)
    assert len(set(again) & set(fetched[:archived])) <= 1, "what was archived is not fetched again"
    assert rows(shaken.folder, "SELECT count(*) FROM runs") == [(1,)]


def test_a_run_that_is_asked_to_stop_is_taken_up(tmp_path: Path) -> None:
    news, stop = newsroom(tmp_path), Stop()

    def ask(name: str) -> None:
        stop.asked |= name == SETTLED

    summary = news.run(step=ask, stop=stop)
    assert summary["exit_code"] == 11
    assert summary["states"]["ok"] < 6
    resumed = news.run()
    assert resumed["exit_code"] == 0
    assert resumed["run_id"] == summary["run_id"]
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(6,)]


def test_full_fetches_what_did_not_change(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02")
    news.run()
    news.web.bodies.clear()
    assert news.run(full=True)["saved"] == {}
    assert len([url for url in news.web.bodies if url != BASE]) == 2


def test_a_source_that_names_nothing_any_more_is_an_alarm(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02")
    news.run()
    news.web.index = lambda: b"<html><body><main><p>Ny forside.</p></main></body></html>"  # type: ignore[method-assign]
    assert news.run()["exit_code"] == 4


def test_two_at_once_are_one(tmp_path: Path) -> None:
    with run_lock(tmp_path / "archive"), pytest.raises(AnotherRun) as refused, run_lock(tmp_path / "archive"):
        pass
    assert refused.value.exit_code == 9
    with run_lock(tmp_path / "archive"):
        pass


def test_a_store_that_is_away_ends_the_run_with_7_and_costs_no_fetch(tmp_path: Path) -> None:
    news = newsroom(tmp_path, "01", "02", "03")
    other = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None, check_same_thread=False)

    def lock(name: str) -> None:
        if name == ARCHIVED and not other.in_transaction:
            other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(StoreUnavailable) as failure:
        news.run(step=lock)
    other.close()
    assert failure.value.exit_code == 7
    fetched = set(news.web.bodies) - {BASE}
    news.web.bodies.clear()
    assert news.run()["exit_code"] == 0
    assert not fetched & set(news.web.bodies)
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(3,)]

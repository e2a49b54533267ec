"""Parquet files as shards of pages: a damaged file, a row without a page, and columns of another kind have names."""

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from pipeline.errors import DiskFull, ExitCode, FetchError, RefusedByPolicy, Unreadable, UsageError
from pipeline.scale.engines import attempt, ray_engine
from pipeline.scale.pages import shard_name, shard_pages
from pipeline.scale.shards import Shard
from pipeline.scale.states import ShardFailure
from pipeline.settings import Settings
from schemas.page import RawPage

duckdb = pytest.importorskip("duckdb", reason="the extra parquet is not installed")

from pipeline.scale.tables import parquet_pages, parquet_rows, written  # noqa: E402 -- after the extra is known

GOOD: Final = "SELECT 'https://a.example/' AS url, 'x'::BLOB AS body, NULL AS content_type, NULL AS fetched_at"
Make = Callable[[str], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write what a query gives as Parquet."""

    def write(query: str) -> Path:
        path = tmp_path / "pages.parquet"
        with closing(duckdb.connect(":memory:")) as database:
            database.sql(query).write_parquet(str(path))
        return path

    return write


def read(path: Path) -> list[RawPage | FetchError]:
    return list(parquet_pages(path, 0, None))


def told(outcome: RawPage | FetchError) -> str:
    assert isinstance(outcome, Unreadable)
    return outcome.message


def test_a_row_without_a_page_is_an_error_in_its_place(make: Make) -> None:
    rows = " UNION ALL ".join(
        (GOOD, GOOD.replace("'x'::BLOB", "NULL::BLOB"), GOOD.replace("'https://a.example/'", "NULL"))
    )
    page, no_body, no_url = read(make(rows))
    assert page == RawPage(url="https://a.example/", body=b"x")
    assert "null" in told(no_body)
    assert isinstance(no_url, Unreadable)
    assert (no_url.source, parquet_rows(make(rows))) == ("row 2", 3)


def test_a_time_without_a_zone_is_utc(make: Make) -> None:
    (page,) = read(make(GOOD.replace("NULL AS fetched_at", "TIMESTAMP '2026-01-02 03:04:05' AS fetched_at")))
    assert isinstance(page, RawPage)
    assert page.fetched_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (GOOD.replace("::BLOB", ""), "the column body is VARCHAR, not bytes"),
        (GOOD.replace("AS url", "AS address"), "cannot be read"),
    ],
)
def test_columns_that_are_not_those_of_pages_are_named(make: Make, query: str, said: str) -> None:
    (error,) = read(make(query))
    assert said in told(error)


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pages.parquet"
    path.write_bytes(b"PAR1 and then nothing")
    (error,) = read(path)
    assert told(error).startswith("the Parquet file cannot be read: ")
    with pytest.raises(Unreadable):
        parquet_rows(path)


def test_a_name_that_duckdb_takes_for_a_pattern_is_refused(make: Make) -> None:
    path = make(GOOD).rename(make(GOOD).with_name("pages[1].parquet"))
    (error,) = read(path)
    assert "pattern" in told(error)


@pytest.mark.parametrize(
    ("said", "error"), [("No space left on device", DiskFull), ("no permission", duckdb.IOException)]
)
def test_a_full_disk_is_named_also_where_duckdb_says_it(tmp_path: Path, said: str, error: type[Exception]) -> None:
    with pytest.raises(error), written(tmp_path / "a.parquet"):
        raise duckdb.IOException(said)


def test_a_shard_that_is_not_there_fails_alone(tmp_path: Path) -> None:
    failure = attempt((tmp_path / "gone.parquet").as_uri(), tmp_path.as_uri(), Settings())
    assert isinstance(failure, ShardFailure)
    assert (failure.reason, failure.exit_code) == ("unreadable", ExitCode.SOME_FAILED)


def test_a_list_counts_its_files_and_asks_nothing_of_the_web(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"x")
    pages = tmp_path / "pages.txt"
    pages.write_text("a.html\thttps://a.example/\n\nhttps://b.example/\nb.html\n", encoding="utf-8")
    shard = Shard(pages)
    before = shard_name(shard)
    found, on_the_web, absent = shard_pages(shard, Settings())
    assert found == RawPage(url="https://a.example/", body=b"x")
    assert isinstance(on_the_web, RefusedByPolicy)
    assert isinstance(absent, Unreadable)
    (tmp_path / "b.html").write_bytes(b"y")
    assert shard_name(shard) != before
    with pytest.raises(Unreadable):
        shard_name(Shard(tmp_path / "gone.txt"))


def test_without_duckdb_the_message_names_the_extra(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(GOOD)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'kommunestatus\[parquet\]'"):
        parquet_rows(path)


def test_without_ray_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"pip install 'kommunestatus\[scale\]'"):
        list(ray_engine(2)(["a.parquet"], "out", Settings()))

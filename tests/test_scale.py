"""Many pages on many workers: the same records as in one process, each page once, whatever dies on the way."""

import gzip
import json
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

from pipeline.run import extract_page
from pipeline.settings import Settings
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.conftest import ROOT

duckdb = pytest.importorskip("duckdb", reason="the extra parquet is not installed")
pytest.importorskip("fastwarc", reason="the extra warc is not installed")

from pipeline.scale import Job, Scaled, scale  # noqa: E402 -- as above
from pipeline.scale.engines import run_here  # noqa: E402 -- as above

SETTINGS: Final = Settings(page_seconds=60)
FETCHED: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
CONTENT_TYPE: Final = "text/html; charset=utf-8"


def article(number: int) -> RawPage:
    """One of many pages: the articles of the corpus, and a page of another kind, each at an address of its own."""
    files = [*sorted((ROOT / "fixtures" / "corpus").glob("*.html")), ROOT / "fixtures" / "pages" / "news-item.html"]
    body = files[number % len(files)].read_bytes()
    return RawPage(url=f"https://news.example/{number}", body=body, content_type=CONTENT_TYPE, fetched_at=FETCHED)


def write_warc(path: Path, *pages: RawPage) -> None:
    path.write_bytes(b"".join(gzip.compress(warc_record(page), 1, mtime=0) for page in pages))


def warc_record(page: RawPage) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {page.content_type}\r\n\r\n".encode() + page.body
    head = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{sha256(page.url.encode()).hexdigest()}>",
        f"WARC-Date: {FETCHED:%Y-%m-%dT%H:%M:%SZ}",
        f"WARC-Target-URI: {page.url}",
        "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(http)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def write_pages(path: Path, *pages: RawPage) -> None:
    with closing(duckdb.connect(":memory:")) as database:
        database.execute("CREATE TABLE pages (url VARCHAR, body BLOB, content_type VARCHAR, fetched_at TIMESTAMPTZ)")
        rows = [[page.url, page.body, page.content_type, str(page.fetched_at or FETCHED)] for page in pages]
        database.executemany("INSERT INTO pages VALUES (?, ?, ?, ?)", rows)
        database.table("pages").write_parquet(str(path))


def rows_of(folder: Path, kind: str) -> dict[str, Any]:
    """The rows of a dataset by the page's address; fails where an address comes twice."""
    with closing(duckdb.connect(":memory:", config={"threads": 1})) as database:
        query = "SELECT to_json(one)::VARCHAR FROM read_parquet($files) AS one"
        found = database.execute(query, {"files": [str(path) for path in folder.glob(f"{kind}-*")]}).fetchall()
    rows = [json.loads(line) for (line,) in found]
    for row in rows:
        if "source" in row and row["source"]["fetched_at"]:
            row["source"]["fetched_at"] += ":00"  # of the time zone, which DuckDB leaves out
    assert len({row["url"] for row in rows}) == len(rows)
    return {row["url"]: row for row in rows}


def made_of(folder: Path) -> dict[str, Any]:
    """What a dataset says of each page: its record, or stage, reason and message of its rejection."""
    fields = StatusRecord.model_fields
    records = {
        url: StatusRecord.model_validate({name: row[name] for name in fields})
        for url, row in rows_of(folder, "records").items()
    }
    return records | {
        url: (row["stage"], row["reason"], row["message"]) for url, row in rows_of(folder, "rejections").items()
    }


def expected(numbers: range) -> dict[str, Any]:
    """The same, read page by page in this process."""
    made = {page.url: extract_page(page) for page in map(article, numbers)}
    return {
        url: one if isinstance(one, StatusRecord) else (one.stage, one.reason, one.message) for url, one in made.items()
    }


def ran(source: Path, target: Path, **more: Any) -> Scaled:  # noqa: ANN401 -- fields of a job
    return scale(Job(str(source), str(target), **more), run_here, SETTINGS)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def test_shards_give_what_one_process_gives_each_page_once(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", *map(article, range(10)))
    write_pages(source / "b.parquet", *map(article, range(7, 14)))
    scaled = ran(source, tmp_path / "out", shards=2)
    assert made_of(tmp_path / "out") == expected(range(14))
    made = [extract_page(article(number)) for number in (*range(10), *range(7, 14))]
    assert scaled.states["ok"] == sum(isinstance(one, StatusRecord) for one in made)
    assert sum(scaled.states.values()) == len(made)
    assert scaled.exit_code == 0

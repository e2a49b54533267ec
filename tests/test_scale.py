"""Many pages on many workers: the same records as in one process, each page once, whatever dies on the way."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest
import typer
from typer.testing import CliRunner, Result

from pipeline.errors import AnotherRun, DiskFull, UsageError
from pipeline.run import extract_page
from pipeline.settings import Settings
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.conftest import ROOT

duckdb = pytest.importorskip("duckdb", reason="the extra parquet is not installed")
pytest.importorskip("fastwarc", reason="the extra warc is not installed")

from pipeline.commands.scaling import register  # noqa: E402 -- after the extras are known to be there
from pipeline.scale import Job, Scaled, Shard, plan_shards, process_shard, scale  # noqa: E402 -- as above
from pipeline.scale.engines import Done, run_here  # noqa: E402 -- as above
from pipeline.scale.merging import merge  # noqa: E402 -- as above
from pipeline.scale.pages import shard_name  # noqa: E402 -- as above
from pipeline.scale.tables import RECORD_COLUMNS, write_rows  # noqa: E402 -- as above

COMMAND: Final = """
import typer
from pipeline.commands.scaling import register
app = typer.Typer()
register(app)
app()
"""
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


def state_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    """When each file was written, and what it holds."""
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def told(*arguments: str) -> Result:
    """What the command prints and ends with."""
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, arguments)


def ran(source: Path, target: Path, **more: Any) -> Scaled:  # noqa: ANN401 -- fields of a job
    return scale(Job(str(source), str(target), **more), run_here, SETTINGS)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def test_shards_give_what_one_process_gives_each_page_once(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", *map(article, range(10)))
    later = {"fetched_at": FETCHED + timedelta(days=1)}
    write_pages(source / "b.parquet", *(article(n).model_copy(update=later) for n in range(7, 10)), article(10))
    scaled = ran(source, tmp_path / "out")
    assert made_of(tmp_path / "out") == expected(range(11))
    made = [extract_page(article(number)) for number in (*range(10), *range(7, 11))]
    assert scaled.states["ok"] == sum(isinstance(one, StatusRecord) for one in made)
    assert sum(scaled.states.values()) == len(made)
    assert scaled.exit_code == 0


def test_many_parts_hold_what_one_part_holds(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", *map(article, (0, 1, 2, 11, 12, 25)), article(0))
    name = process_shard(str(source / "a.warc.gz"), str(tmp_path), SETTINGS).shard
    for folder, part_rows in (("one", 100), ("many", 1)):
        (tmp_path / folder).mkdir()
        rows = merge(tmp_path, [name], tmp_path / folder, "parquet", part_rows=part_rows)
        assert sum(rows.values()) == 6
    assert len(rows) == 14
    assert made_of(tmp_path / "many") == made_of(tmp_path / "one")
    assert set(rows_of(tmp_path / "many", "records")["https://news.example/0"]) == set(RECORD_COLUMNS)


def test_a_second_call_changes_nothing_and_what_was_spoilt_is_made_again(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", article(0), article(12))
    (source / "same content.warc.gz").write_bytes((source / "a.warc.gz").read_bytes())
    assert ran(source, tmp_path / "out").states["ok"] == 1
    before = state_of(tmp_path / "out")
    again = ran(source, tmp_path / "out")
    assert (again.done, again.skipped, state_of(tmp_path / "out")) == (0, 2, before)
    (spoilt,) = (tmp_path / "out" / "shards").glob("*.records.parquet")
    spoilt.write_bytes(spoilt.read_bytes()[:-1])
    assert ran(source, tmp_path / "out").done == 1
    assert {path: content for path, (_, content) in state_of(tmp_path / "out").items()} == {
        path: content for path, (_, content) in before.items()
    }


def test_a_page_past_its_budget_is_kept_apart_until_the_rules_change(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", article(0))
    job = Job(str(source), str(tmp_path / "out"), format="jsonl")
    hasty = scale(job, run_here, SETTINGS.model_copy(update={"page_seconds": 1e-6}))
    assert (hasty.states["quarantined"], hasty.exit_code) == (1, 3)
    assert scale(job, run_here, SETTINGS).exit_code == 0
    (line,) = (tmp_path / "out" / "records-00000.jsonl").read_text(encoding="utf-8").splitlines()
    fields = {name: value for name, value in json.loads(line).items() if name in StatusRecord.model_fields}
    assert StatusRecord.model_validate(fields) == extract_page(article(0))


def test_a_corrupt_shard_is_named_and_the_others_are_done(source: Path, tmp_path: Path) -> None:
    write_pages(source / "corrupt.parquet", article(0), article(1))
    (source / "corrupt.parquet").write_bytes((source / "corrupt.parquet").read_bytes()[100:])
    write_warc(source / "cut.warc.gz", article(2), article(3))
    (source / "cut.warc.gz").write_bytes((source / "cut.warc.gz").read_bytes()[:-50])
    (source / "gone.warc").symlink_to(source / "nowhere.warc")
    write_warc(source / "whole.warc.gz", article(4))
    result = told(str(source), str(tmp_path / "out"))
    assert result.exit_code == 3
    assert "corrupt.parquet: 1 page " in result.stderr
    assert "cut.warc.gz: 1 page " in result.stderr
    assert "whole" not in result.stderr
    assert set(rows_of(tmp_path / "out", "records")) == {article(number).url for number in (2, 4)}


def test_a_list_names_files_and_nothing_on_the_web(source: Path, tmp_path: Path) -> None:
    for name, number in (("a.html", 0), ("b.html", 1)):
        (source / name).write_bytes(article(number).body)
    lines = ["a.html\thttps://news.example/", "b.html\thttps://news.example/", "gone.html", "https://news.example/c"]
    (source / "pages.txt").write_text("\n".join(lines), encoding="utf-8")
    result = process_shard(str(source / "pages.txt"), str(tmp_path / "out"), SETTINGS)
    assert (result.states["ok"], result.states["failed"]) == (2, 2)
    (source / "b.html").write_bytes(article(2).body)
    assert shard_name(Shard(source / "pages.txt")) != result.shard


def test_large_files_are_cut_and_every_range_has_a_uri(source: Path) -> None:
    write_pages(source / "a # b.parquet", *(article(number) for number in range(7)))
    write_warc(source / "c.warc.gz", article(0))
    shards = plan_shards(source, at_least=3)
    assert [(shard.path.name, shard.first, shard.end) for shard in shards] == [
        ("a # b.parquet", 0, 3),
        ("a # b.parquet", 3, 6),
        ("a # b.parquet", 6, 7),
        ("c.warc.gz", 0, None),
    ]
    assert [Shard.of(shard.uri) for shard in shards] == list(shards)


@pytest.mark.parametrize("uri", ["s3://bucket/a.warc", "file://host/a.warc", "file:///a.parquet#rows=1"])
def test_what_cannot_be_read_from_here_is_refused(uri: str) -> None:
    with pytest.raises(UsageError):
        Shard.of(uri)


def test_nothing_to_do_and_a_folder_of_something_else_are_errors_of_usage(source: Path, tmp_path: Path) -> None:
    assert told(str(source), str(tmp_path / "out")).exit_code == 2
    write_warc(source / "a.warc.gz", article(0))
    assert told(str(source), str(source)).exit_code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_has_a_name(tmp_path: Path) -> None:
    (tmp_path / "lines").write_text('{"row": 1}\n')
    with pytest.raises(DiskFull):
        write_rows(tmp_path / "lines", Path("/dev/full"), {"row": "BIGINT"})


def test_one_dataset_has_one_writer(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", article(0))

    def meanwhile(uris: Sequence[str], out_uri: str, settings: Settings) -> Iterator[tuple[str, Done]]:
        with pytest.raises(AnotherRun):
            ran(source, tmp_path / "out")
        return run_here(uris[:0], out_uri, settings)

    assert scale(Job(str(source), str(tmp_path / "out")), meanwhile, SETTINGS).rows == {}


def workers_of(driver: int) -> list[int]:
    """The processes below a driver that are busy with a shard for Ray."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
    busy = []
    for pid in parents:
        with suppress(OSError):
            if Path(f"/proc/{pid}/cmdline").read_bytes().startswith(b"ray::attempt"):
                busy.append(pid)
    return [pid for pid in busy if driver in _above(pid, parents)]


def _above(pid: int, parents: dict[int, int]) -> Iterator[int]:
    while pid in parents:
        pid = parents[pid]
        yield pid


@pytest.mark.skipif(find_spec("ray") is None, reason="the extra scale is not installed")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")
def test_a_worker_killed_midway_loses_nothing_and_doubles_nothing(source: Path, tmp_path: Path) -> None:
    write_warc(source / "a.warc.gz", *map(article, range(40)))
    write_pages(source / "b.parquet", *map(article, range(30, 50)))
    out = tmp_path / "out"
    arguments = [str(source), str(out)]
    command = [sys.executable, "-c", COMMAND, *arguments, "--workers", "2", "--shards", "2"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as driver:
        busy: list[int] = []
        while driver.poll() is None and not busy:
            time.sleep(0.02)
            begun = any(lines.stat().st_size for lines in out.glob("shards/.partial-*/records"))
            busy = workers_of(driver.pid) if begun else []
        os.kill(busy[0], signal.SIGKILL)
    assert driver.returncode == 0
    assert made_of(out) == expected(range(50))
    assert not list(out.rglob(".partial-*"))
    before = state_of(out)
    assert told(*arguments, "--shards", "2").exit_code == 0
    assert state_of(out) == before

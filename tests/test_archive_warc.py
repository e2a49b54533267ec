"""The archive as a WARC file: what a reader finds in it, and that it is the same every time."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.archive import Archive, ExchangeNote, Hop, write_warc
from pipeline.fetch.warc import pages_in_warc
from pipeline.settings import Settings

warc = pytest.importorskip("fastwarc.warc", reason="the extra warc is not installed")

NOON = datetime(2026, 11, 24, 12, 0, 0, 250_000, tzinfo=UTC)
BODY = "<p>Ærø Kommune</p>".encode()


def filled(root: Path) -> Archive:
    archive = Archive(root)
    moved = ExchangeNote(
        url="https://news.example/æ?x=1",
        requested_url="https://news.example/old",
        redirects=(Hop(url="https://news.example/old", status=301), Hop(url="https://news.example/older", status=302)),
        request_headers=(("User-Agent", "kommunestatus"),),
        response_headers=(
            ("Content-Type", "text/html"),
            ("Content-Encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
            ("X-Place", "Ærø".encode().decode("latin-1")),
            ("X-Note", "two\r\nX-Forged: lines"),
        ),
        status=200,
        content_type="text/html",
        fetched_at=NOON,
    )
    plain = ExchangeNote(
        url="https://news.example/b",
        requested_url="https://news.example/b",
        status=200,
        content_type="text/html",
        fetched_at=NOON + timedelta(days=1),
    )
    gone = plain.model_copy(update={"status": 410, "fetched_at": NOON + timedelta(days=2)})
    archive.keep(b"gone", gone)
    archive.keep(BODY, plain)
    archive.keep(BODY, moved)
    return archive


def test_the_pages_come_back_as_they_were(tmp_path: Path) -> None:
    archive = filled(tmp_path / "archive")
    write_warc(archive, tmp_path / "all.warc.gz")
    back = list(pages_in_warc(tmp_path / "all.warc.gz", Settings()))
    expected = [page.model_copy(update={"url": page.url.replace("æ", "%C3%A6")}) for page in archive.pages()]
    assert back == expected
    assert len(back) == 2


def test_the_file_is_the_same_for_the_same_archive(tmp_path: Path) -> None:
    for name in "ab":
        write_warc(filled(tmp_path / name), tmp_path / f"{name}.warc.gz")
    assert (tmp_path / "a.warc.gz").read_bytes() == (tmp_path / "b.warc.gz").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.warc.gz", "b", "b.warc.gz"]


def test_a_reader_finds_every_record_with_its_digest(tmp_path: Path) -> None:
    write_warc(filled(tmp_path / "archive"), tmp_path / "all.warc.gz")
    found = []
    ids = set()
    for record in warc.ArchiveIterator(str(tmp_path / "all.warc.gz"), parse_http=False):
        record.freeze()
        assert record.verify_block_digest()
        ids.add(record.record_id)
        found.append((record.headers["WARC-Type"], record.headers.get("WARC-Target-URI", "")))
    news = "https://news.example"
    assert found == [
        ("warcinfo", ""),
        ("response", f"{news}/old"),
        ("response", f"{news}/older"),
        ("response", f"{news}/%C3%A6?x=1"),
        ("request", f"{news}/%C3%A6?x=1"),
        ("response", f"{news}/b"),
        ("request", f"{news}/b"),
        ("response", f"{news}/b"),
        ("request", f"{news}/b"),
    ]
    assert len(ids) == len(found)


def test_headers_tell_what_was_on_the_wire_and_what_is_here(tmp_path: Path) -> None:
    write_warc(filled(tmp_path / "archive"), tmp_path / "all.warc.gz")
    kept = []
    for record in warc.ArchiveIterator(str(tmp_path / "all.warc.gz"), parse_http=True):
        if record.http_headers is not None:
            headers = {name.lower(): value for name, value in record.http_headers}
            kept.append((record.http_headers.status_line, headers, record.reader.read()))
    assert kept[0][0].strip() == "HTTP/1.1 301 Moved Permanently"
    assert kept[0][1]["location"] == "https://news.example/older"
    line, headers, body = kept[2]
    assert (line.strip(), body) == ("HTTP/1.1 200 OK", BODY)
    assert headers["x-archive-orig-content-encoding"] == "gzip"
    assert headers["content-length"] == str(len(BODY))
    assert "content-encoding" not in headers
    assert "x-forged" not in headers
    assert b"X-Place: \xc3\x86r\xc3\xb8\r\n" in gzip.decompress((tmp_path / "all.warc.gz").read_bytes())
    assert kept[3][1]["host"] == "news.example"


def test_an_empty_archive_is_a_file_without_exchanges(tmp_path: Path) -> None:
    write_warc(Archive(tmp_path / "none"), tmp_path / "none.warc.gz")
    assert list(pages_in_warc(tmp_path / "none.warc.gz", Settings())) == []

"""Pages from files, folders and standard input."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.archive import Archive, ExchangeNote, write_warc
from pipeline.errors import Unreadable, UsageError
from pipeline.fetch.files import STDIN_URL, pages_in, read_file, read_stream
from pipeline.fetch.sources import archived_url, pages_of, references, stem_among
from pipeline.settings import Settings
from schemas.page import RawPage

SMALL = Settings(decoded_bytes=4000)


def test_a_folder_gives_its_pages_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.HTM", "sub/c.EML", "sub/d.warc", "e.warc.gz", "notes.txt", "a.gold.json", "f.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"<p>")
    found = [path.relative_to(tmp_path).as_posix() for path in pages_in(tmp_path)]
    assert found == ["a.HTM", "b.html", "e.warc.gz", "sub/c.EML", "sub/d.warc"]
    assert [reference.holds_many for reference in references(str(tmp_path))] == [False, False, True, True, True]


def test_a_file_is_its_own_address_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "side æ.html"
    path.write_bytes(b"<p>")
    assert read_file(path, SMALL).url == path.as_uri()
    assert read_file(path, SMALL, "https://news.example/a").url == "https://news.example/a"
    assert read_stream(io.BytesIO(b"<p>"), SMALL).url == STDIN_URL


def test_no_more_of_a_file_is_read_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    path.write_bytes(b"x" * 9000)
    assert len(read_file(path, SMALL).body) == SMALL.decoded_bytes + 1


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="No such file") as caught:
        read_file(tmp_path / "none.html", SMALL)
    assert caught.value.source == str(tmp_path / "none.html")


def test_a_file_gives_its_pages_whatever_its_kind(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    (tmp_path / "a.html").write_bytes(b"<p>a")
    (tmp_path / "b.EML").write_bytes(b"Content-Type: text/html\n\n<p>b")
    archive = Archive(tmp_path / "archive")
    for name in ("c", "d"):
        note = ExchangeNote(
            url=f"https://news.example/{name}",
            requested_url=f"https://news.example/{name}",
            status=200,
            content_type="text/html",
            fetched_at=datetime(2026, 11, 24, tzinfo=UTC),
        )
        archive.keep(f"<p>{name}".encode(), note)
    write_warc(archive, tmp_path / "e.warc.gz")
    pages = [page for one in references(str(tmp_path)) if one.path for page in pages_of(one.path, SMALL)]
    assert [page.body for page in pages if isinstance(page, RawPage)] == [b"<p>a", b"<p>b", b"<p>c", b"<p>d"]
    stems = {stem_among("e.warc", page) for page in pages if isinstance(page, RawPage)}
    assert len(stems) == len(pages)


def test_an_address_from_outside_is_that_of_one_page(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(b"Content-Type: text/html\n\n<p>b")
    (page,) = pages_of(tmp_path / "b.eml", SMALL, "https://news.example/b")
    assert isinstance(page, RawPage)
    assert page.url == "https://news.example/b"
    with pytest.raises(UsageError, match="their own"):
        list(pages_of(tmp_path / "e.warc", SMALL, "https://news.example/b"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (
            "https://web.example/web/{timestamp}id_/{url}",
            "https://web.example/web/20260102030405id_/https://news.example/{timestamp}?a=1&b=æ",
        ),
        ("https://web.example/{url}/last", "https://web.example/https://news.example/{timestamp}?a=1&b=æ/last"),
        (
            "https://web.example/?at={timestamp}&url={url}",
            "https://web.example/?at=20260102030405&url=https%3A%2F%2Fnews.example%2F%7Btimestamp%7D%3Fa%3D1%26b%3D%C3%A6",
        ),
    ],
)
def test_the_address_of_an_archived_copy(pattern: str, expected: str) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert archived_url(pattern, "https://news.example/{timestamp}?a=1&b=æ#part", moment) == expected

"""Pages from files, folders and standard input."""

import io
from pathlib import Path

import pytest

from pipeline.errors import Unreadable
from pipeline.fetch.files import STDIN_URL, pages_in, read_file, read_stream
from pipeline.settings import Settings

SMALL = Settings(decoded_bytes=4000)


def test_a_folder_gives_its_pages_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.HTM", "sub/c.html", "notes.txt", "a.gold.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"<p>")
    assert [path.relative_to(tmp_path).as_posix() for path in pages_in(tmp_path)] == ["a.HTM", "b.html", "sub/c.html"]


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

"""Runs over folders, and over what archives of the web still have."""

from pathlib import Path
from typing import Final

import pytest

from pipeline.config.models import Folder, WebArchive
from pipeline.errors import UsageError
from tests.crawling import BASE, Newsroom, Web, article
from tests.test_crawl import rows

COPIES: Final = "https://archive.example/web/"


def test_a_folder_is_read_like_a_site_and_again_only_what_changed(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    for name in ("01", "02"):
        (saved / f"{name}.html").write_bytes(article(name))
    news = Newsroom(tmp_path, Web({"a/03": article("03")}), more=(Folder(type="folder", path=saved),))
    assert news.run()["saved"] == {"new": 3}
    assert news.run()["states"]["unchanged"] == 3
    (saved / "01.html").write_bytes(article("01").replace("oppe på 16".encode(), "oppe på 17".encode()))
    assert news.run()["saved"] == {"changed": 1}
    assert rows(tmp_path, "SELECT DISTINCT source FROM sightings ORDER BY source") == [("folder",), ("page",)]


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "01.html").write_bytes(article("01"))
    (saved / "cut.warc.gz").write_bytes(b"\x1f\x8b\x08\x00cut")
    news = Newsroom(tmp_path, Web({"a/03": article("03")}), more=(Folder(type="folder", path=saved),))
    assert news.run()["saved"] == {"new": 2}
    assert [about["file"].rpartition("/")[2] for name, about in news.events if name == "file"] == ["cut.warc.gz"]


def test_a_folder_that_is_not_there_is_an_error_of_the_configuration(tmp_path: Path) -> None:
    news = Newsroom(tmp_path, Web({}), more=(Folder(type="folder", path=tmp_path / "nowhere"),))
    with pytest.raises(UsageError, match="is not there"):
        news.run()


def test_what_the_web_has_lost_is_read_from_an_archive_of_it(tmp_path: Path) -> None:
    lost = f"{BASE}a/lost"
    index = f'<html><body><main><ul><li><a href="{lost}">lost</a></li></ul></main></body></html>'.encode()
    web = Web({"a/01": article("01")})
    news = Newsroom(tmp_path, web, more=(WebArchive(type="web_archive", pattern=COPIES + "{url}"),))
    web.index = lambda: index  # type: ignore[method-assign]
    web.pages[COPIES + lost] = article("02")
    assert news.run()["saved"] == {"new": 1}
    assert rows(tmp_path, "SELECT url FROM versions") == [(lost,)]

"""The page of an article, as data: what changed between versions, in words; links and headings."""

import json
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from sqlalchemy import Engine

from pipeline.errors import DiskFull, UsageError
from pipeline.report.article import ArticlePage, article_page, label_of, printed, title_of
from pipeline.report.charts_marks import Lang
from pipeline.report.folder import MANIFEST, Folder
from pipeline.report.source import article_ids, fit_for, stored
from pipeline.store import save
from schemas.page import RawPage
from tests.records import TEXT, full_record, source
from tests.stores import store

LANGS: Final = get_args(Lang)


def page_after(folder: Path, *changes: dict[str, Any]) -> ArticlePage:
    """The page of an article that was published, and then changed so often."""
    engine = store(folder / "store.sqlite3")
    for number, change in enumerate(({}, *changes)):
        body = f"<p>{number}</p>".encode()
        record = full_record(**change, source=source(body))
        save(engine, record, RawPage(url=record.source.url, body=body))
    page = _read(engine)
    engine.dispose()
    return page


def _read(engine: Engine) -> ArticlePage:
    with engine.connect() as connection:
        (one,) = stored(connection, article_ids(connection), fit_for(whole_text=True, contacts=True))
    return article_page(one, "en")


def test_a_version_shows_the_lines_that_came_and_went(tmp_path: Path) -> None:
    newer = TEXT.removesuffix("\n") + "\nEn ny linje\n"
    newest, first = page_after(tmp_path, {"text": newer}).versions
    assert [line.text for line in newest.text if line.op == "+"] == ["En ny linje"]
    assert [line for line in newest.text if line.op == "-"] == []
    assert first.text == ()


def test_texts_too_long_to_compare_say_so(tmp_path: Path) -> None:
    newest, _ = page_after(tmp_path, {"text": TEXT + "a\n" * 1600}).versions
    assert (newest.too_long, newest.text) == (True, ())


def test_a_value_that_changed_is_named_without_its_evidence(tmp_path: Path) -> None:
    newest, _ = page_after(tmp_path, {"related": ()}).versions
    (changed,) = newest.values
    assert changed.before == "Stevns 2019; Alle"
    assert (newest.text, newest.too_long) == ((), False)


@pytest.mark.parametrize("lang", LANGS)
def test_values_are_printed_in_words(lang: Lang) -> None:
    nothing = printed("since", None, lang)
    assert nothing
    assert printed("items", [], lang) == nothing
    assert printed("under_revision", value=True, lang=lang) != printed("under_revision", value=False, lang=lang)
    assert printed("since", 2016, lang) == "2016"
    assert printed("stance", "yes", lang) != "yes"
    assert printed("title", "Faxe", lang) == "Faxe"
    assert printed("items", [{"text": "Flere i job", "evidence": []}, "løs"], lang) == "Flere i job; løs"
    quantity = {"min": 12, "max": None, "evidence": [{"quote": "mindst 12"}]}
    assert json.loads(printed("count", quantity, lang)) == {"min": 12, "max": None}
    assert len(printed("title", "x" * 1000, lang)) == 400


def test_a_field_is_named_in_words_where_there_are_any() -> None:
    assert label_of("answers.workforce.quantities.ordinary.min", "en") == "Workforce · Ordinary employees · at least"
    assert label_of("related.0", "da") == "Se også"
    assert label_of("of_tomorrow.0", "da") == "of_tomorrow"


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "Faxe · 2019"),
        ({"period": None}, "Faxe"),
        ({"municipality": None}, "Socialøkonomi i Faxe Kommune – status 2019"),
    ],
)
def test_an_article_is_named_by_what_is_known(changes: dict[str, Any], title: str) -> None:
    assert title_of(full_record(**changes)) == title


@pytest.mark.parametrize(
    "manifest",
    ["no json", "[]", '{"kind": "other", "files": []}', '{"kind": "kommunestatus report", "files": ["../a"]}'],
)
def test_a_manifest_of_something_else_is_no_report(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(UsageError, match="not the manifest of a report"):
        Folder.at(tmp_path)


def test_where_a_report_cannot_be_written_is_named(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    (tmp_path / "taken").touch()
    with pytest.raises(UsageError, match="cannot be written") as failure:
        folder.write("taken/index.html", b"x")
    assert failure.value.source == str(tmp_path / "taken" / "index.html")


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    (tmp_path / "index.html.partial").symlink_to("/dev/full")
    with pytest.raises(DiskFull, match="no space left"):
        Folder(tmp_path).write("index.html", b"x")
    assert not (tmp_path / "index.html").exists()

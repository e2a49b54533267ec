"""The web report: what is in its pages, that they are the same again, and that a page's text is data in them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urlsplit

import pytest
from sqlalchemy import Engine

from pipeline.errors import UsageError
from pipeline.report.build import Options, ReportSummary, build
from pipeline.report.charts_marks import Lang
from pipeline.report.words import words
from pipeline.store import engine_for, migrate, save
from pipeline.store.corrections import Correction, correct
from pipeline.store.engine import reading, writing
from schemas.answers import QuestionKey, Sentiment, Stance, Status, StrategyKind, ThemeName
from schemas.page import RawPage
from schemas.record import StatusRecord, WarningCode
from tests.records import full_record, source

OTHER = "https://avis.example/faxe-2017/"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def record_of(url: str, body: bytes, **changes: object) -> StatusRecord:
    """A full record of a page with these bytes."""
    return full_record(source=source(body, url=url, canonical_url=url), **changes)


def keep(engine: Engine, record: StatusRecord, body: bytes) -> None:
    """Save a record."""
    save(engine, record, RawPage(url=record.source.url, body=body))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two articles of one municipality, the first in two versions."""
    path = tmp_path_factory.mktemp("filled") / "store.db"
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine)
    first = full_record()
    keep(engine, record_of(first.source.url, b"one"), b"one")
    strategy = first.answers.strategy.model_copy(update={"stance": "planned"})
    answers = first.answers.model_copy(update={"strategy": strategy})
    newer = record_of(first.source.url, b"two", answers=answers, text=first.text + "\nEn ny linje")
    keep(engine, newer, b"two")
    period = {"start": "2017-01-01", "end": "2017-12-31", "precision": "year", "text": "2017"}
    keep(engine, record_of(OTHER, b"three", period=period, published_on="2017-03-01"), b"three")
    engine.dispose()
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Engine]:
    """The filled store, a copy for each test."""
    copy = tmp_path / "store.db"
    copy.write_bytes(filled.read_bytes())
    engine = engine_for(f"sqlite:///{copy}")
    yield engine
    engine.dispose()


def make(engine: Engine, folder: Path, options: Options | None = None) -> ReportSummary:
    """Build the report."""
    with reading(engine) as connection:
        return build(connection, folder, options)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Page(HTMLParser):
    """A page's tags, ids, links and attributes."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that opens."""
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes |= given.keys()
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Keep a tag that closes."""
        self.tags.append(f"/{tag}")


def pages_of(folder: Path) -> dict[str, Page]:
    """Every page of a report."""
    return {name: Page(content.decode()) for name, content in files_of(folder).items() if name.endswith(".html")}


def test_report_has_its_pages(store: Engine, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with reading(store) as connection:
        summary = build(connection, tmp_path / "out", None, lambda done, planned: told.append((done, planned)))
    names = set(files_of(tmp_path / "out"))
    assert {"index.html", "matrix.html", "quality.html", "downloads.html", "municipality/0320.html"} <= names
    assert len([name for name in names if name.startswith("article/")]) == 2
    assert summary.written == len(names) - 1, "the manifest is not counted"
    assert told == [(1, 2), (2, 2)]


def test_the_same_store_gives_the_same_bytes_and_writes_nothing_again(store: Engine, tmp_path: Path) -> None:
    first = make(store, tmp_path / "one")
    before = files_of(tmp_path / "one")
    assert make(store, tmp_path / "one") == ReportSummary(0, first.written, 0)
    make(store, tmp_path / "two")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two") == before


def test_only_what_changed_is_written_and_what_is_gone_is_removed(store: Engine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(store, out)
    (out / "own.txt").write_text("the reader's own")
    empty = engine_for(f"sqlite:///{tmp_path / 'empty.db'}")
    migrate(empty)
    summary = make(empty, out)
    empty.dispose()
    assert summary.removed == 3, "two articles and a municipality"
    assert (out / "own.txt").read_text() == "the reader's own"
    assert not list(out.glob("article/*")) + list(out.glob("municipality/*"))


def test_a_folder_with_other_files_is_refused(store: Engine, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="no report"):
        make(store, tmp_path)


@pytest.mark.parametrize("files", [["../store.db"], ["/etc/passwd"], "index.html", None])
def test_a_manifest_that_leads_out_of_the_folder_is_refused(store: Engine, tmp_path: Path, files: object) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.json").write_text(json.dumps({"kind": "kommunestatus report", "files": files}))
    with pytest.raises(UsageError, match="manifest"):
        make(store, out)
    assert (tmp_path / "store.db").exists()


def missing_targets(out: Path) -> Iterator[tuple[str, str]]:
    """Links inside a report that lead to no file, or to no place in it."""
    pages = pages_of(out)
    for name, link in ((name, link) for name, page in pages.items() for link in page.links):
        parts = urlsplit(link)
        if not parts.scheme:
            target = (out / name).parent / unquote(parts.path) if parts.path else out / name
            there = pages.get(str(target.resolve().relative_to(out.resolve())))
            # What the matrix reads of its own address is no place in it.
            placed = not parts.fragment or there is None or "=" in parts.fragment or parts.fragment in there.ids
            if not (target.is_file() and placed):
                yield name, link


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_link_inside_the_report_leads_somewhere(store: Engine, tmp_path: Path, lang: Lang) -> None:
    make(store, tmp_path / "out", Options(lang=lang))
    assert list(missing_targets(tmp_path / "out")) == []
    for name, page in pages_of(tmp_path / "out").items():
        assert len(page.ids) == len(set(page.ids)), name


def test_nothing_is_inline_so_that_the_policy_holds(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "out")
    for name, page in pages_of(tmp_path / "out").items():
        assert not page.inline, name
        assert "style" not in page.attributes, name
        assert not [attribute for attribute in page.attributes if attribute.startswith("on")], name


def test_versions_say_what_changed(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "out")
    found = [html for html in files_of(tmp_path / "out").values() if b"En ny linje</ins>" in html]
    assert len(found) == 1
    assert "<del>Ja</del></td><td><ins>På vej</ins>" in found[0].decode()


def test_a_correction_wins_and_the_machine_stays_beside_it(store: Engine, tmp_path: Path) -> None:
    with writing(store) as connection:
        for field, value in (
            ("answers.procurement.stance", "no"),
            ("answers.social_enterprises.quantities.count", "20+"),
        ):
            correct(connection, Correction(OTHER, field, value, "ringede"), NOON, code_version="1")
    make(store, tmp_path / "out")
    files = files_of(tmp_path / "out")
    [page] = [html.decode() for html in files.values() if b"ringede" in html]
    assert "mindst 20" in page
    assert "<s>12</s>" in page
    row = next(line for line in files["data/articles.jsonl"].decode().splitlines() if OTHER in line)
    values = json.loads(row)
    assert (values["procurement_stance"], values["social_enterprises_count_min"]) == ("no", 20)
    assert values["social_enterprises_count_max"] is None


def test_contacts_are_nowhere_when_they_are_to_be_left_out(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "whole")
    make(store, tmp_path / "without", Options(redact_contacts=True))
    for secret in (b"11 22 33 44", b"+4511223344", b"bo@faxe.example"):
        assert any(secret in content for content in files_of(tmp_path / "whole").values())
        assert not any(secret in content for content in files_of(tmp_path / "without").values())


def test_a_contact_that_only_an_earlier_version_found_is_masked_too(store: Engine, tmp_path: Path) -> None:
    keep(store, record_of(OTHER, b"four", contacts=()), b"four")
    make(store, tmp_path / "out", Options(redact_contacts=True))
    for secret in (b"11 22 33 44", b"bo@faxe.example"):
        assert not any(secret in content for content in files_of(tmp_path / "out").values())


def test_quotes_only_shows_no_sentence_that_nothing_rests_on(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "whole")
    make(store, tmp_path / "quotes", Options(quotes_only=True))
    assert any(b"En ny linje" in content for content in files_of(tmp_path / "whole").values())
    assert not any(b"En ny linje" in content for content in files_of(tmp_path / "quotes").values())


def test_both_languages_have_the_same_words() -> None:
    danish, english = words("da"), words("en")
    assert {section: [*names] for section, names in danish.items()} == {
        section: [*names] for section, names in english.items()
    }
    for section, names in danish.items():
        for name, text in names.items():
            assert text.count("{}") == english[section][name].count("{}"), (section, name)


@pytest.mark.parametrize(
    ("section", "listed"),
    [
        ("questions", QuestionKey),
        ("short", QuestionKey),
        ("status", Status),
        ("stance", Stance),
        ("strategy_kind", StrategyKind),
        ("sentiment", Sentiment),
        ("themes", ThemeName),
        ("warning", WarningCode),
    ],
)
def test_every_closed_list_of_the_contract_has_its_words(section: str, listed: object) -> None:
    assert sorted(words("da")[section]) == sorted(get_args(listed))


def test_english_report_marks_what_is_danish(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "out", Options(lang="en"))
    page = next((tmp_path / "out" / "article").glob("*.html")).read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert '<div class="printed" lang="da">' in page

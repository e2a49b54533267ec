"""The `extract` command behind its arguments: which pages, what is counted, which code the process ends with."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import ExitCode, KommunestatusError, UsageError
from pipeline.extraction import Extraction, Reader
from pipeline.fetch.files import STDIN_URL
from pipeline.fetch.sources import Reference, distinct_stems, references
from pipeline.settings import Settings
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Reason, Rejection
from tests.sample import sample_record

REASONS: dict[bytes, Reason] = {b"tag": "listing_page", b"huge": "too_many_tags"}


def extracting(page: RawPage) -> StatusRecord | Rejection:
    """Make a record of any page but those that say what they are."""
    reason = REASONS.get(page.body)
    return Rejection(url=page.url, stage="segment", reason=reason, message="no") if reason else sample_record()


class Reported(list[KommunestatusError]):
    """What was said on standard error."""


def reader(report: Callable[[KommunestatusError], None], stdin: bytes = b"") -> Reader:
    clock = datetime(2026, 11, 24, tzinfo=UTC)
    return Reader(Settings(), extracting, lambda: clock, io.BytesIO(stdin), report)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, body in {"a.html": "article", "b.html": "tag", "sub/a.htm": "article", "c.txt": "?"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(body)
    return tmp_path


def test_a_folder_gives_a_record_a_page_and_reports_the_rest(folder: Path) -> None:
    said = Reported()
    extraction = Extraction.of([str(folder)], None)
    results = list(extraction.results(reader(said.append)))
    assert [result.page.body for result in results] == [b"article", b"article"]
    assert [(error.source, error.stage, error.reason) for error in said] == [
        (str(folder / "b.html"), "segment", "listing_page")
    ]
    assert (extraction.exit_code, extraction.single) == (ExitCode.DONE, False)


def test_pages_of_one_name_get_files_of_their_own(folder: Path) -> None:
    pages = references(str(folder))
    stems = distinct_stems(pages)
    assert len(set(stems)) == len(pages) == 3
    assert [stem.split("-")[0] for stem in stems] == ["a", "b", "a"]
    assert stems == distinct_stems(pages), "the same names on every run"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("https://news.example/2018/09/socialoekonomi-i-aalborg/", "socialoekonomi-i-aalborg"),
        ("https://news.example/a.html?x=1#y", "a"),
        ("https://news.example/", "page"),
        ("https://news.example/..", "page"),
        ("https://news.example/%2e%2e%2fpasswd", "_2e_2e_2fpasswd"),
        ("https://news.example/" + "a" * 300, "a" * 100),
        ("-", "stdin"),
    ],
)
def test_a_file_name_made_of_a_url_is_safe(name: str, stem: str) -> None:
    assert Reference(name).stem == stem


def test_standard_input_is_a_page() -> None:
    extraction = Extraction.of(["-"], None)
    assert next(extraction.results(reader(print, b"article"))).page.url == STDIN_URL
    assert extraction.single


def test_the_address_given_beats_the_file(folder: Path) -> None:
    extraction = Extraction.of([str(folder / "a.html")], "https://news.example/a")
    assert next(extraction.results(reader(print))).page.url == "https://news.example/a"


def test_one_address_is_not_for_many_pages(folder: Path) -> None:
    for sources in ([str(folder)], ["-", str(folder / "a.html")]):
        with pytest.raises(UsageError, match="address of one page"):
            Extraction.of(sources, "https://news.example/a")


def test_a_source_that_is_not_there_ends_the_command_before_it_begins(folder: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        Extraction.of([str(folder), "missing.html"], None)


@pytest.mark.parametrize(
    ("bodies", "code"),
    [
        (["tag"], ExitCode.DRIFT),
        (["huge"], ExitCode.SOME_FAILED),
        (["huge", "huge"], ExitCode.DRIFT),
        (["huge", "tag"], ExitCode.DRIFT),
        (["tag", "article"], ExitCode.DONE),
    ],
)
def test_the_exit_code_says_whether_any_record_came_out(tmp_path: Path, bodies: list[str], code: ExitCode) -> None:
    paths = [tmp_path / f"{number}.html" for number in range(len(bodies))]
    for path, body in zip(paths, bodies, strict=True):
        path.write_text(body)
    extraction = Extraction.of([str(path) for path in paths], None)
    list(extraction.results(reader(Reported().append)))
    assert extraction.exit_code is code


@pytest.mark.parametrize(
    ("url", "code"),
    [("ftp://news.example/", ExitCode.REFUSED), ("http://127.0.0.1:9/", ExitCode.REFUSED)],
)
def test_a_url_that_is_refused_ends_with_its_code(url: str, code: ExitCode) -> None:
    said = Reported()
    extraction = Extraction.of([url], None)
    assert list(extraction.results(reader(said.append))) == []
    assert (extraction.exit_code, said[0].source, said[0].reason) == (code, url, "refused")


def test_an_empty_folder_gives_no_record(tmp_path: Path) -> None:
    extraction = Extraction.of([str(tmp_path)], None)
    assert list(extraction.results(reader(print))) == []
    assert extraction.exit_code is ExitCode.DRIFT


def test_results_are_written_and_saved_on_their_way(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extraction = Extraction.of([str(folder / "a.html")], None)
    results = list(extraction.write(extraction.results(reader(print)), out))
    assert [path.name for path in out.iterdir()] == ["a.json"]
    assert len(results) == 1


def test_a_file_takes_the_address_that_its_page_names_unless_told_another(folder: Path) -> None:
    home = "https://news.example/home/"

    def naming(page: RawPage) -> StatusRecord:
        record = sample_record()
        source = record.source.model_copy(update={"url": page.url, "canonical_url": home})
        return record.model_copy(update={"source": source})

    path = str(folder / "a.html")
    told = "https://news.example/told/"
    for url, expected in ((None, home), (told, told)):
        reading = replace(reader(print), extract=naming)
        result = next(Extraction.of([path], url).results(reading))
        assert (result.page.url, result.record.source.url) == (expected, expected)

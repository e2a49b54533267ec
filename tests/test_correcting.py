"""The commands for people who know better: correct, review, gold; and what a filled-in table may look like."""

import csv
import shutil
from pathlib import Path
from typing import Final

import pytest

from pipeline.cli import main
from pipeline.errors import ExitCode, UsageError
from pipeline.store.people import corrections_in, shown
from tests.crawling import BASE, Newsroom, Web, article

URL: Final = f"{BASE}a/01"
STANCE: Final = "answers.strategy.stance"
COUNT: Final = "answers.social_enterprises.quantities.count"
HEADER: Final = "article,field,value,note"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    Newsroom(folder, Web({"a/01": article("01")})).run()
    return folder


@pytest.fixture(autouse=True)
def folder(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store and an archive of one article, which commands work in."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOMMUNESTATUS_STORE", "sqlite:///store.sqlite3")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: ExitCode = ExitCode.DONE) -> str:
    """What a command says on standard error, having ended with the code."""
    assert main(arguments) == code
    return capsys.readouterr().err.strip()


def doubts(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_a_correction_is_kept_once_and_can_be_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "correct", URL, STANCE, "partly", "--note", "told by phone") == "corrected"
    assert said(capsys, "correct", URL, STANCE, "partly", "--note", "told by phone") == "unchanged"
    assert said(capsys, "correct", URL, STANCE, "--withdraw") == "withdrawn"
    assert said(capsys, "correct", URL, STANCE, "--withdraw") == "there was no such correction"


def test_no_value_is_a_value_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "correct", URL, STANCE, "-") == "corrected"
    main(["export", "out"])
    (row,) = doubts(folder / "out" / "latest_status.csv")
    assert row["strategy_stance"] == ""


@pytest.mark.parametrize("arguments", [(), (URL,), (URL, STANCE), ("--withdraw",), (URL, "--withdraw")])
def test_half_a_correction_is_an_error_of_usage(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    assert "say ARTICLE FIELD VALUE" in said(capsys, "correct", *arguments, code=ExitCode.USAGE)


def test_a_file_of_corrections_is_kept_as_a_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "corrections.csv"
    file.write_text(f"{HEADER}\n{URL},{STANCE},no,\n{URL},{COUNT},'15-20,counted\n{URL},{STANCE},,\n", encoding="utf-8")
    assert said(capsys, "correct", "--file", str(file)) == "2 new, 0 unchanged"
    assert said(capsys, "correct", "--file", str(file)) == "0 new, 2 unchanged"
    main(["export", "out"])
    (row,) = doubts(folder / "out" / "latest_status.csv")
    assert (row["strategy_stance"], row["social_enterprises_count_max"]) == ("no", "20")


def test_a_correction_of_a_text_that_changed_comes_back_for_review(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "correct", URL, COUNT, "12") == "corrected"
    changed = Newsroom(folder, Web({"a/01": article("01").replace(b"kommunen", b"kommunen selv", 1)}))
    changed.later(days=1)
    assert changed.run()["saved"] == {"changed": 1}
    told = said(capsys, "review", "review.csv", "--semicolon")
    rows = doubts(folder / "review.csv", ";")
    assert told == f"{len(rows)} value{'' if len(rows) == 1 else 's'} to review in review.csv"
    (stale,) = [row for row in rows if row["reason"].startswith("the text changed")]
    assert (stale["article"], stale["field"]) == (URL, COUNT)
    assert stale["reason"].endswith("corrected to 12")


def test_corrected_articles_become_gold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "correct", URL, STANCE, "partly")
    assert said(capsys, "correct", "--gold", "gold", "--archive", "archive") == "1 corrected article in gold"
    assert len(list((folder / "gold").glob("*.gold.json"))) == 1
    assert main(["evaluate", "gold"]) == ExitCode.DONE


def test_nobody_to_forget_is_an_error_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert "say --email, --phone or --name" in said(capsys, "forget", code=ExitCode.USAGE)


@pytest.mark.parametrize(
    ("machine", "words"),
    [
        (True, "true"),
        (2016, "2016"),
        ("partly", "partly"),
        ({"min": None, "max": 40.0}, "<40"),
        ({"min": 20.0, "max": None}, "20+"),
        ({"min": 12.0, "max": 12.0}, "12"),
        ({"min": 7.5, "max": 20.0}, "7.5-20"),
    ],
)
def test_a_value_is_shown_as_a_person_would_write_it(machine: object, words: str) -> None:
    assert shown(machine) == words


def test_a_field_too_long_for_csv_is_named_with_its_line(folder: Path) -> None:
    file = folder / "corrections.csv"
    file.write_text(f'{HEADER}\n{URL},{STANCE},no,\n{URL},{STANCE},"{"x" * 200_000}",\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"line \d+: field larger than field limit"):
        list(corrections_in(file))


def test_a_file_that_no_person_wrote_is_not_read(folder: Path) -> None:
    file = folder / "corrections.csv"
    with file.open("wb") as sparse:
        sparse.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(UsageError, match="too large"):
        list(corrections_in(file))

"""A whole run from lock to summary, over a folder of pages: what it tells, and what it leaves when it cannot go on."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from pipeline.cli import main
from pipeline.config import Config, Site
from pipeline.config.models import Alarm, Folder
from pipeline.crawl.session import Asked, Session
from pipeline.errors import ExitCode, UsageError
from pipeline.run import extract_page
from pipeline.settings import Settings
from tests.conftest import ROOT
from tests.crawling import article

NOW: Final = datetime(2026, 6, 1, 3, 20, tzinfo=UTC)
NEWS: Final = ROOT / "fixtures" / "pages" / "news-item.html"
Events = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with an article and a page of another kind."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "01.html").write_bytes(article("01"))
    shutil.copy(NEWS, folder)
    return folder


def configured(pages: Path, **more: object) -> Config:
    site = Site(name="saved", url="https://avis.example/", sources=(Folder(type="folder", path=pages),))
    settings = Settings(store=f"sqlite:///{pages.parent}/store.sqlite3")
    places = {"archive": pages.parent / "archive", "health_file": pages.parent / "health.json"}
    return Config.model_validate({"settings": settings, "sites": (site,), **places, **more})


def run(config: Config, code_version: str = "1", *, day: int = 0) -> tuple[dict[str, Any], Events]:
    """Run once on a day; the summary, and what was told on the way."""
    events: Events = []

    def notice(name: str, about: dict[str, Any]) -> None:
        events.append((name, about))

    return Session(config, Asked(), extract_page, lambda: NOW + timedelta(days=day), notice, code_version).run(), events


def health(pages: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((pages.parent / "health.json").read_text(encoding="utf-8"))
    return found


def test_new_code_reads_what_is_archived_again_before_anything_is_fetched(pages: Path) -> None:
    summary, first = run(configured(pages))
    assert summary["saved"] == {"new": 1}
    assert [name for name, _ in first if name in {"started", "replayed"}] == ["started"]
    shutil.rmtree(pages)
    pages.mkdir()
    _, second = run(configured(pages), code_version="2", day=1)
    told = dict(second)
    assert told["replayed"] == {"pages": 2, "saved": {"unchanged": 1}, "changed": {}}
    _, third = run(configured(pages), code_version="2", day=2)
    assert "replayed" not in dict(third)


def test_a_run_that_cannot_go_on_leaves_its_health_with_the_reason(pages: Path) -> None:
    shutil.rmtree(pages)
    with pytest.raises(UsageError):
        run(configured(pages))
    left = health(pages)
    assert (left["healthy"], left["exit_code"], left["reason"]) == (False, ExitCode.USAGE, "usage")
    assert "is not there" in left["message"]
    assert left["finished_at"] == NOW.isoformat()


def test_an_alarm_that_cannot_be_raised_is_in_the_summary(pages: Path) -> None:
    run(configured(pages))
    for body in pages.iterdir():
        body.write_bytes(b"\x00" * 100)
    config = configured(pages, on_alarm=Alarm(command=(str(pages / "no-such-program"),)))
    summary, _ = run(config, day=1)
    assert summary["exit_code"] != ExitCode.DONE
    assert summary["alarm"] == ExitCode.SOME_FAILED
    assert health(pages)["healthy"] is False


@pytest.fixture
def office(pages: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, in which commands are typed."""
    folder = pages.parent
    text = """
store = "sqlite:///store.sqlite3"
archive = "archive"
sites = [{name = "saved", url = "https://avis.example/", sources = [{type = "folder", path = "pages"}]}]
"""
    (folder / "kommunestatus.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("office")
def test_replay_says_what_became_no_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--json"]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["replay"]) == ExitCode.DONE
    assert capsys.readouterr().out.splitlines() == [
        "2 pages read again: 1 unchanged",
        "1 no record: no_known_question",
    ]


def test_the_schedule_names_this_installation(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office / "bin" / "kommunestatus"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("sys.argv", [str(program)])
    assert main(["schedule"]) == ExitCode.DONE
    everything = capsys.readouterr().out
    assert f"ExecStart={program} run --config {office}/kommunestatus.toml --json\n" in everything
    for head in ("# kommunestatus.service", "# kommunestatus.timer", "# crontab"):
        assert head in everything.splitlines()
    for part in ("service", "timer", "cron"):
        assert main(["schedule", "--format", part]) == ExitCode.DONE
        one = capsys.readouterr().out
        assert one
        assert one in everything


def test_without_the_program_there_is_nothing_to_schedule(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [str(office / "nowhere")])
    monkeypatch.setenv("PATH", str(office))
    assert main(["schedule"]) == ExitCode.USAGE
    assert "not on the PATH" in capsys.readouterr().err

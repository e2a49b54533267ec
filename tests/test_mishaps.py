"""What goes wrong around a command has a name and an exit code: places, streams, signals; never a traceback."""

import errno
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Final

import pytest
import typer

from pipeline.cli import main
from pipeline.commands.common import declared
from pipeline.commands.process import interruptible
from pipeline.errors import ExitCode
from pipeline.store import engine_for, migrate, save
from tests.conftest import ROOT
from tests.records import PAGE, full_record

ARTICLE: Final = str(ROOT / "fixtures" / "corpus" / "01-kolding.html")
STORE: Final = "sqlite:///here/store.sqlite3"
SITES: Final = '[[sites]]\nname = "A"\nurl = "https://a.example/"\nsources = [{type = "sitemap"}]\n'
READERS: Final = (
    ["export", "out"],
    ["changes"],
    ["report", "web"],
    ["review", "review.csv"],
    ["check"],
    ["correct", "https://a.example/", "answers.strategy.stance", "no"],
    ["feed", "sqlite:///other.sqlite3"],
    ["forget", "--email", "jens@faxe.example"],
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to work in, without a setting in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("KOMMUNESTATUS_")]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture
def failing(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that has to end with a code; hands back the one line that it says."""

    def run(code: ExitCode, *arguments: str) -> str:
        assert main(arguments) == code
        said = capsys.readouterr().err.rstrip("\n")
        assert said.startswith("kommunestatus: ")
        assert "\n" not in said
        return said

    return run


def test_the_store_of_the_folder_is_what_every_command_means(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "kommunestatus.toml").write_text(f'store = "{STORE}"\n', encoding="utf-8")
    assert main(["extract", ARTICLE, "--save", "--out", "records"]) == ExitCode.DONE
    assert (folder / "here" / "store.sqlite3").exists()
    for command in (["export", "out"], ["report", "web"], ["check"]):
        assert main(command) == ExitCode.DONE
    assert len((folder / "out" / "articles.csv").read_text(encoding="utf-8-sig").splitlines()) == 2
    assert not (folder / "kommunestatus-data").exists()
    monkeypatch.setenv("KOMMUNESTATUS_STORE", "sqlite:///environment.sqlite3")
    assert main(["check"]) == ExitCode.STORE_UNAVAILABLE
    assert main(["check", "--store", STORE]) == ExitCode.DONE


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_a_store_that_is_not_there_is_no_empty_one(
    folder: Path, failing: Callable[..., str], command: list[str]
) -> None:
    (folder / "empty.sqlite3").touch()
    for name in ("absent", "empty"):
        said = failing(ExitCode.STORE_UNAVAILABLE, *command, "--store", f"sqlite:///{name}.sqlite3")
        assert "there is no store here" in said
        assert f"{name}.sqlite3" in said
    assert not (folder / "absent.sqlite3").exists()
    assert (folder / "empty.sqlite3").stat().st_size == 0


def test_the_database_of_another_program_is_left_alone(folder: Path, failing: Callable[..., str]) -> None:
    with sqlite3.connect(folder / "other.sqlite3") as connection:
        connection.execute("CREATE TABLE articles (a)")
    connection.close()
    before = (folder / "other.sqlite3").read_bytes()
    failing(ExitCode.STORE_UNAVAILABLE, "export", "out", "--store", "sqlite:///other.sqlite3")
    assert (folder / "other.sqlite3").read_bytes() == before


@pytest.mark.parametrize("command", [["changes"], ["export", "out"]], ids=lambda one: one[0])
def test_a_cursor_that_the_store_never_gave_is_said(
    failing: Callable[..., str], capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    engine = engine_for(STORE)
    migrate(engine)
    save(engine, full_record(), PAGE)
    engine.dispose()
    assert main([*command, "--since", "1", "--store", STORE]) == ExitCode.DONE
    capsys.readouterr()
    assert "the newest, 1" in failing(ExitCode.INTEGRITY, *command, "--since", "2", "--store", STORE)


@pytest.mark.parametrize("command", [["replay"], ["rebuild", STORE], ["warc", "a.warc.gz"]], ids=lambda one: one[0])
def test_an_archive_that_is_not_there_is_no_empty_one(failing: Callable[..., str], command: list[str]) -> None:
    said = failing(ExitCode.USAGE, *command, "--archive", "nowhere")
    assert said == "kommunestatus: nowhere: usage (command): there is no archive"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "sites: none is named"),
        ('archive = "a\\u0000b"\n' + SITES, "archive: "),
        ('user_agent = "a\\r\\nb: c"\n' + SITES, "setting user_agent: control characters"),
        ('user_agent = " a"\n' + SITES, "setting user_agent: control characters"),
        ('sites = "A"\n', "sites: must be a list"),
        (SITES.replace('{type = "sitemap"}', '"sitemap"'), "sites[0].sources[0]: must be a table"),
        ("\ufeffstroe = 1\n", "stroe: unknown key; did you mean store?"),
        ("# " + "a" * 1024 * 1024, "no configuration: over 1048576 bytes"),
    ],
    ids=lambda part: part[:12] if part else "empty",
)
def test_what_a_run_cannot_mean_is_said(folder: Path, failing: Callable[..., str], text: str, said: str) -> None:
    (folder / "kommunestatus.toml").write_text(text, encoding="utf-8")
    assert f"kommunestatus.toml: usage (command): {said}" in failing(ExitCode.USAGE, "run")


def test_a_list_in_the_environment_that_is_none_is_said(
    failing: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMMUNESTATUS_ALLOW_PRIVATE", "127.0.0.1")
    assert "allow_private" in failing(ExitCode.USAGE, "extract", ARTICLE)


@pytest.mark.parametrize("arguments", [[""], [ARTICLE, "--url", "kolding"]])
def test_a_source_or_address_that_is_none_is_said(failing: Callable[..., str], arguments: list[str]) -> None:
    failing(ExitCode.USAGE, "extract", *arguments)


def test_an_archive_that_cannot_be_is_named(folder: Path, failing: Callable[..., str]) -> None:
    (folder / "taken").touch()
    (folder / "kommunestatus.toml").write_text(f'store = "{STORE}"\narchive = "taken"\n{SITES}', encoding="utf-8")
    assert failing(ExitCode.STORE_UNAVAILABLE, "run").startswith("kommunestatus: taken: file_unusable (files): ")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.EROFS, "read-only", "a"), ExitCode.STORE_UNAVAILABLE),
        (OSError(errno.EFBIG, "too large"), ExitCode.DISK_FULL),
        (OSError(errno.ENOSPC, "full", b"a"), ExitCode.DISK_FULL),
        (KeyboardInterrupt(), ExitCode.STOPPED),
    ],
)
def test_what_the_system_does_not_let_has_a_code(error: BaseException, code: ExitCode) -> None:
    with pytest.raises(typer.Exit) as ended, declared():
        raise error
    assert ended.value.exit_code == code


@pytest.mark.parametrize("error", [OSError(errno.EBADF, "bad", "a"), OSError(errno.ENOENT, "no name"), ValueError("a")])
def test_a_bug_keeps_its_traceback(error: Exception) -> None:
    with pytest.raises(type(error)), declared():
        raise error


@pytest.mark.parametrize(
    ("stream", "source", "code"), [("stdin", "-", ExitCode.SOME_FAILED), ("stdout", ARTICLE, ExitCode.DONE)]
)
def test_a_process_may_be_started_without_a_stream(
    monkeypatch: pytest.MonkeyPatch, stream: str, source: str, code: ExitCode
) -> None:
    monkeypatch.setattr(sys, stream, None)
    assert main(["extract", source]) == code
    getattr(sys, stream).close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a file that was being opened
def test_sigterm_ends_a_command_in_order(folder: Path, failing: Callable[..., str]) -> None:
    pipe, before = folder / "page.html", signal.getsignal(signal.SIGTERM)
    os.mkfifo(pipe)
    ended = threading.Event()

    def writer() -> None:
        with pipe.open("wb"):  # opens when the command reads
            os.kill(os.getpid(), signal.SIGTERM)
            ended.wait(30)

    thread = threading.Thread(target=writer)
    thread.start()
    said = failing(ExitCode.STOPPED, "extract", str(pipe))
    ended.set()
    thread.join()
    assert said.startswith("kommunestatus: stopped (command): by a signal")
    assert signal.getsignal(signal.SIGTERM) is before


def test_an_interruption_that_a_destructor_swallows_comes_again() -> None:
    class Swallowing:
        def __del__(self) -> None:
            raise KeyboardInterrupt

    def work() -> None:
        Swallowing()
        while time.process_time() < end:
            pass

    end = time.process_time() + 5
    with pytest.raises(KeyboardInterrupt), interruptible():
        work()
    assert time.process_time() < end


def test_a_signal_before_a_command_has_begun_has_its_code_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.cli._usual_format", interrupted)
    monkeypatch.setattr("pipeline.cli.declared", nullcontext)
    assert main(["extract", ARTICLE]) == ExitCode.STOPPED

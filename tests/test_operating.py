"""The operator's page stays true: its lists are those of the code, and what it tells to do is done here as it says."""

import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from sqlalchemy import Column, select
from typer.core import TyperGroup
from typer.main import get_command

from pipeline.archive import Archive
from pipeline.archive.folder import Kind
from pipeline.cli import app, main
from pipeline.config.models import FileKeys
from pipeline.crawl.forgetting import Erasure
from pipeline.crawl.lock import run_lock
from pipeline.crawl.outcome import State
from pipeline.crawl.summary import write_health
from pipeline.erasure import email_target, name_target, phone_target
from pipeline.errors import ExitCode
from pipeline.settings import Settings
from pipeline.store import engine_for
from pipeline.store.corrections import Correction, correct
from pipeline.store.engine import reading, writing
from pipeline.store.operations import CORRECTIONS, SUPPRESSIONS, URLS
from schemas.record import WarningCode
from schemas.rejection import STATES
from tests.conftest import ROOT
from tests.crawling import BASE, Newsroom, Web, article

PAGE: Final = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
SECTIONS: Final[Mapping[str, str]] = {
    part.splitlines()[0]: part for part in re.split(r"^#{2,3} ", PAGE, flags=re.MULTILINE)[1:]
}
BLOCKS: Final[list[str]] = re.findall(r"```sh\n(.+?)```", PAGE, re.DOTALL)
INLINE: Final = re.findall(r"`(kommunestatus [^`\n]+)`", PAGE)
LINES: Final = [line for block in BLOCKS for line in block.splitlines() if line.startswith("kommunestatus ")]
DATABASE: Final = "me@db.example/status"
STORE: Final = "sqlite:///data/kommunestatus.sqlite3"
CONFIG: Final = f"""
store = "{STORE}"
archive = "data/archive"
sites = [{{name = "avis", url = "{BASE}", sources = [{{type = "page", url = "{BASE}"}}]}}]
"""
SOUND: Final = "store and archive are sound\n"
NOW: Final = datetime(2026, 6, 1, 12, tzinfo=UTC)
PERSON: Final = (name_target("Birthe Lyngsø"), phone_target("79301142"), email_target("bily@kolding.example"))


def told(section: str) -> list[str]:
    """The words in code type at the start of the rows of a section's tables."""
    heads = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", SECTIONS[section], re.MULTILINE)
    return [word for head in heads for word in re.findall(r"\w+", head)]


def blocks(section: str) -> list[str]:
    return re.findall(r"```sh\n(.+?)```", SECTIONS[section], re.DOTALL)


def test_every_state_is_told_and_no_other() -> None:
    assert sorted(told("States of a URL")) == sorted(get_args(State))


def test_every_rejection_is_told_with_its_state_and_no_other() -> None:
    pairs = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", SECTIONS["Rejections"], re.MULTILINE)
    assert sorted(pairs) == sorted(STATES.items())


def test_every_warning_is_told_and_no_other() -> None:
    assert sorted(told("Warnings")) == sorted(get_args(WarningCode))


def test_every_exit_code_is_told_and_no_other() -> None:
    rows_ = re.findall(r"^\| (\d+) \|", SECTIONS["Exit codes"], re.MULTILINE)
    assert [int(code) for code in rows_] == sorted(ExitCode)


def test_every_invariant_is_told_and_no_other() -> None:
    source = (ROOT / "pipeline" / "crawl" / "checking.py").read_text(encoding="utf-8")
    named = set(re.findall(r'Violation\("(\w+)"', source)) | {f"archive_{kind}" for kind in get_args(Kind)}
    assert sorted(told("A damaged store")) == sorted(named)


def test_every_file_that_is_named_is_there() -> None:
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    paths = re.findall(r"[`(]((?:docs|pipeline|tests|schemas)/[\w./-]+)[`)]", security + PAGE)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_settings_and_their_defaults_are_those_of_the_code() -> None:
    names = told("Politeness")
    for name, default in re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", SECTIONS["Politeness"], re.MULTILINE):
        assert float(default) == Settings.model_fields[name].default
    assert set(names) <= set(Settings.model_fields) | set(FileKeys.model_fields)


def test_the_health_file_holds_what_is_told_and_no_more(tmp_path: Path) -> None:
    summary = Newsroom(tmp_path, Web({"a/01": article("01")})).run()
    write_health(tmp_path / "health.json", summary, NOW.isoformat())
    health = json.loads((tmp_path / "health.json").read_text(encoding="utf-8"))
    assert sorted(told("Monitoring and alarms")) == sorted(health)


@pytest.mark.parametrize("line", dict.fromkeys([*LINES, *INLINE]))
def test_every_command_has_a_command_and_options_that_exist(line: str) -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    _, name, *arguments = shlex.split(line, comments=True)
    assert name in group.commands
    if line in LINES:
        group.commands[name].make_context(name, arguments)
    else:
        known = {option for parameter in group.commands[name].params for option in parameter.opts}
        assert {word for word in arguments if word.startswith("--")} <= known


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the page supposes it: a configuration, and a store and archive with a history."""
    folder = tmp_path_factory.mktemp("office")
    data = folder / "data"
    news = Newsroom(data, Web({f"a/{name}": article(name) for name in ("01", "02", "03")}))
    data.mkdir()
    news.run()
    news.web.pages["a/02"] = article("02").replace(b"kommunen", b"kommunen selv", 1)
    del news.web.pages["a/03"]
    for _ in range(2):
        news.later(days=1)
        news.run()
    (data / "store.sqlite3").rename(data / "kommunestatus.sqlite3")
    (folder / "kommunestatus.toml").write_text(CONFIG, encoding="utf-8")
    said = Correction(f"{BASE}a/01", "answers.strategy.stance", "no", "told by phone")
    engine = engine_for(f"sqlite:///{data}/kommunestatus.sqlite3")
    with writing(engine) as connection:
        correct(connection, said, NOW, code_version="1")
    Erasure(engine, Archive(data / "archive"), PERSON, NOW, "1", b"s" * 32).run()
    engine.dispose()
    return folder


@pytest.fixture
def office(furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Such a folder for one test, which works in it."""
    shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("KOMMUNESTATUS_")]:
        monkeypatch.delenv(name)
    return tmp_path


def do(script: str) -> None:
    """Do what lines of the page say, up to the first that fails; our own command runs in this process."""
    for ours, lines in groupby(script.splitlines(), lambda line: line.startswith("kommunestatus ")):
        if ours:
            for line in lines:
                assert main(shlex.split(line, comments=True)[1:]) == ExitCode.DONE
        else:
            subprocess.run(("/bin/sh", "-euc", "\n".join(lines)), check=True)


def exported(name: str) -> dict[str, bytes]:
    assert main(["export", name, "--whole-text", "--store", STORE]) == ExitCode.DONE
    return {path.name: path.read_bytes() for path in Path(name).iterdir()}


def kept(url: str, *columns: Column[Any]) -> list[tuple[Any, ...]]:
    """The rows of some columns of a store, in one order."""
    engine = engine_for(url)
    with reading(engine) as connection:
        found = [tuple(row) for row in connection.execute(select(*columns))]
    engine.dispose()
    return sorted(found, key=repr)


def test_the_query_finds_what_to_look_at(furnished: Path) -> None:
    query = re.findall(r"```sql\n(.+?)```", PAGE, re.DOTALL)[0]
    with sqlite3.connect(furnished / "data" / "kommunestatus.sqlite3") as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    assert found == [(f"{BASE}a/03", "gone", "gone", "the server answered 404")]


def test_back_up_and_restore_bring_everything_back(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back_up, restore = blocks("Back up and restore")
    before = exported("before")
    with run_lock(office / "data" / "archive"), pytest.raises(subprocess.CalledProcessError):
        do(back_up)
    (office / "backup").rmdir()
    do(back_up)
    (office / "data" / "kommunestatus.sqlite3").write_bytes(b"damaged" * 1000)
    assert main(["check"]) == ExitCode.STORE_UNAVAILABLE
    do(restore)
    assert capsys.readouterr().out == SOUND
    assert exported("after") == before


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="needs sqlite3")
def test_a_rebuilt_store_is_sound_and_takes_the_corrections(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rebuild, corrections = blocks("A damaged store")
    do(rebuild)
    assert capsys.readouterr().out.endswith(SOUND)
    do(corrections)
    old, new = (f"sqlite:///{office}/data/{name}.sqlite3" for name in ("kommunestatus", "rebuilt"))
    for columns in (CORRECTIONS.c["article_id", "field", "value", "note"], SUPPRESSIONS.c, URLS.c):
        moved = kept(old, *columns)
        assert moved
        assert kept(new, *columns) == moved


@pytest.mark.skipif(not (shutil.which("sqlite3") and shutil.which("psql")), reason="needs sqlite3 and psql")
def test_a_store_moves_to_postgresql_as_a_whole(
    office: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGTZ", "Asia/Tokyo")  # an operator's own time zone changes nothing
    feed, copy, compare = blocks("From SQLite to PostgreSQL")
    here = postgres_url.removeprefix("postgresql+psycopg://")
    for script in (feed, copy, compare):
        do(re.sub(rf"(postgresql\S*://){re.escape(DATABASE)}", rf"'\1{here}'", script))
    assert main(["check", "--archive", "data/archive", "--store", postgres_url]) == ExitCode.DONE
    for columns in (URLS.c, SUPPRESSIONS.c["digest", "kind", "salt", "words"]):
        moved = kept(f"sqlite:///{office}/data/kommunestatus.sqlite3", *columns)
        assert moved
        assert kept(postgres_url, *columns) == moved

"""`kommunestatus run` as an operator starts it: resumable after any end, one at a time, with the right exit codes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from fixtures.site import FixtureSite
from pipeline.crawl.lock import run_lock
from tests.conftest import ROOT

ARTICLES: Final = 11


@pytest.fixture(scope="module")
def site() -> Iterator[FixtureSite]:
    site = FixtureSite()
    with site:
        yield site


def configure(folder: Path, site: FixtureSite, **settings: object) -> None:
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    source = f'{{type = "page", url = "{site.base_url}/"}}'
    (folder / "kommunestatus.toml").write_text(
        "\n".join(lines)
        + f"""
store = "sqlite:///store.sqlite3"
archive = "archive"
health_file = "health.json"
allow_private = ["127.0.0.1"]
[[sites]]
name = "fixtures"
url = "{site.base_url}/"
any_title = true
sources = [{source}]
""",
        encoding="utf-8",
    )


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KOMMUNESTATUS_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = (sys.executable, "-m", "pipeline.cli", *arguments)
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def end(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    return end(start(folder, *arguments))


def events(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def exported(folder: Path) -> dict[str, bytes]:
    assert run(folder, "export", "out", "--store", "sqlite:///store.sqlite3")[0] == 0
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def settled(folder: Path) -> int:
    path = folder / "store.sqlite3"
    if not path.is_file():
        return 0
    with sqlite3.connect(path) as connection:
        try:
            query = "SELECT count(*) FROM fetches WHERE state IS NOT NULL"
            n: int = connection.execute(query).fetchone()[0]
        except sqlite3.OperationalError:
            n = 0
    connection.close()
    return n


def wait_for_pages(folder: Path, pages: int) -> None:
    """Wait until a run has settled some pages; gives up after half a minute."""
    deadline = time.monotonic() + 30
    while settled(folder) < pages and time.monotonic() < deadline:
        time.sleep(0.02)


def test_it_tells_each_step_as_json_and_leaves_its_health(tmp_path: Path, site: FixtureSite) -> None:
    configure(tmp_path, site, delay_seconds=0)
    code, out, err = run(tmp_path, "run", "--json")
    told = events(out)
    assert (code, err) == (0, "")
    assert [event["event"] for event in (told[0], told[1], told[-1])] == ["started", "planned", "finished"]
    assert told[-1]["saved"] == {"new": ARTICLES}
    health = json.loads((tmp_path / "health.json").read_text(encoding="utf-8"))
    assert (health["healthy"], health["run_id"]) == (True, told[0]["run_id"])
    assert run(tmp_path, "check")[1] == "store and archive are sound\n"
    assert "11 unchanged" in run(tmp_path, "replay")[1]
    assert run(tmp_path, "warc", "archive.warc.gz")[0] == 0
    _, out, _ = run(tmp_path, "extract", "archive.warc.gz", "--format", "jsonl")
    assert len(out.splitlines()) == ARTICLES
    assert run(tmp_path, "rebuild", "sqlite:///again.sqlite3")[0] == 0
    assert run(tmp_path, "rebuild", "sqlite:///again.sqlite3")[0] == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_after_the_page_in_hand_and_the_next_goes_on(
    tmp_path: Path, site: FixtureSite, number: signal.Signals
) -> None:
    configure(tmp_path, site, delay_seconds=0.2)
    process = start(tmp_path, "run", "--json")
    wait_for_pages(tmp_path, 2)
    process.send_signal(number)
    code, out, err = end(process)
    assert (code, err) == (11, "")
    assert events(out)[-1]["states"]["queued"] > 0
    configure(tmp_path, site, delay_seconds=0)
    code, out, _ = run(tmp_path, "run", "--json")
    assert (code, events(out)[-1]["states"]["ok"]) == (0, ARTICLES)


def test_killed_the_next_run_takes_over_and_ends_as_if_nothing_had_been(tmp_path: Path, site: FixtureSite) -> None:
    calm, shaken = tmp_path / "calm", tmp_path / "shaken"
    for folder in (calm, shaken):
        folder.mkdir()
        configure(folder, site, delay_seconds=0)
    run(calm, "run")
    configure(shaken, site, delay_seconds=0.1)
    for pages in (1, 4, 7):
        process = start(shaken, "run")
        wait_for_pages(shaken, pages)
        process.kill()
        end(process)
        assert run(shaken, "check")[0] in {0, 12}
    configure(shaken, site, delay_seconds=0)
    code, _, err = run(shaken, "run")
    assert code == 0, err
    times = "fetched_at"
    ours, theirs = exported(shaken), exported(calm)
    assert times not in ours["latest_status.csv"].decode()
    assert {name: data for name, data in ours.items() if name != "manifest.json"} == {
        name: data for name, data in theirs.items() if name != "manifest.json"
    }
    assert run(shaken, "check")[0] == 0


def test_a_second_run_at_once_ends_with_9(tmp_path: Path, site: FixtureSite) -> None:
    configure(tmp_path, site, delay_seconds=0)
    with run_lock(tmp_path / "archive"):
        code, _, err = run(tmp_path, "run")
    assert code == 9
    assert "another run holds the lock" in err


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sites = [", "not TOML"),
        ("delay = 1", "did you mean delay_seconds?"),
        ("[[sites]]\nname = 'x'\nurl = 'https://x.example/'\nsources = [{type = 'rss'}]", "unknown type"),
    ],
)
def test_a_broken_configuration_is_named(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "kommunestatus.toml").write_text(text, encoding="utf-8")
    code, _, err = run(tmp_path, "run")
    assert code == 2
    assert why in err
    assert "kommunestatus.toml" in err


def test_an_alarm_runs_the_operators_program_with_the_summary(tmp_path: Path, site: FixtureSite) -> None:
    program = [sys.executable, "-c", "import sys; open('alarm.json', 'w').write(sys.stdin.read())"]
    configure(tmp_path, site, delay_seconds=0)
    config = tmp_path / "kommunestatus.toml"
    lines = config.read_text(encoding="utf-8").replace(f'{site.base_url}/"}}]', f'{site.base_url}/nowhere/"}}]')
    config.write_text(f"on_alarm = {{command = {json.dumps(program)}}}\n{lines}", encoding="utf-8")
    code, _, _ = run(tmp_path, "run")
    assert code == 3
    assert json.loads((tmp_path / "alarm.json").read_text(encoding="utf-8"))["exit_code"] == 3

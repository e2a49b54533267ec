"""`make run` does what the README says, and a second run finds nothing new."""

import io
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

from rich.console import Console

from fixtures.demo import show
from fixtures.site import fixture_pages
from pipeline.store import engine_for, load_latest, migrate, save
from pipeline.store.engine import reading
from schemas.record import StatusRecord, spans_of
from tests.conftest import ROOT
from tests.records import PAGE, full_record


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def demo(folder: Path, port: int) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KOMMUNESTATUS_")}
    environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    command = (sys.executable, "-m", "fixtures.demo", str(port))
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def stored(folder: Path, url: str) -> StatusRecord | None:
    """What the store has at an address."""
    engine = engine_for(f"sqlite:///{folder}/kommunestatus-data/kommunestatus.sqlite3")
    with reading(engine) as connection:
        found = load_latest(connection, url)
    engine.dispose()
    return found


def test_the_demo_saves_every_article_once_and_whole(tmp_path: Path) -> None:
    articles = sum(page.name not in {"10-gladsaxe", "news-item", "soft-404"} for page in fixture_pages().values())
    port = free_port()
    first, second = demo(tmp_path, port), demo(tmp_path, port)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert re.search(rf"records new\s*│\s*{articles}\b", first.stdout), first.stdout
    assert re.search(rf"unchanged\s*│\s*{articles + 2}\b", second.stdout), second.stdout
    assert (tmp_path / "kommunestatus-data" / "report" / "index.html").is_file()
    lines = (tmp_path / "kommunestatus-data" / "records" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    urls = [json.loads(line)["source"]["url"] for line in lines]
    assert len(set(urls)) == articles
    assert all(stored(tmp_path, url) for url in urls)


def test_the_summary_shows_what_the_store_holds() -> None:
    engine = engine_for("sqlite://")
    migrate(engine)
    save(engine, full_record(), PAGE)
    shown = io.StringIO()
    show(Console(width=100, file=shown), engine)
    engine.dispose()
    line = next(line for line in shown.getvalue().splitlines() if "Faxe" in line and "│ 2019" in line)
    assert [cell.strip() for cell in line.strip("│ ").split("│")] == [
        "Faxe",
        "2019",
        "yes",
        "about 12",
        "7.5",
        "7 of 11",
        str(len(list(spans_of(full_record())))),
    ]

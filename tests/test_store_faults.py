"""A store that fails under way: the last good state stands, and the failure has a name."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy.exc import OperationalError

from pipeline.errors import StoreUnavailable
from pipeline.store import SaveResult, engine_for, load_latest, migrate, save
from pipeline.store.engine import reading
from tests.conftest import ROOT
from tests.records import PAGE, URL, full_record, source

DIES: Final = """
import os, signal, sys
from sqlalchemy import event
from pipeline.store import engine_for, migrate, save
from tests.records import PAGE, full_record, source

engine = engine_for(sys.argv[1])
left = int(sys.argv[2])

@event.listens_for(engine, "before_cursor_execute")
def count(connection, cursor, statement, *rest):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

migrate(engine)
save(engine, full_record(source=source(code_version="2")), PAGE)
print("saved")
"""


def die(url: str, statements: int) -> subprocess.CompletedProcess[str]:
    """Save a second version in a process that is killed before it has sent more than some statements."""
    command = (sys.executable, "-c", DIES, url, str(statements))
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)


@pytest.mark.parametrize("statements", [5, 9, 14, 20])
def test_a_killed_process_leaves_the_last_good_state(tmp_path: Path, statements: int) -> None:
    file = tmp_path / "store.sqlite3"
    engine = engine_for(f"sqlite:///{file}")
    migrate(engine)
    save(engine, full_record(), PAGE)

    killed = die(f"sqlite:///{file}", statements)
    assert (killed.returncode, killed.stdout) == (-signal.SIGKILL, ""), killed.stderr

    with reading(engine) as connection:
        assert load_latest(connection, URL) == full_record()
    with sqlite3.connect(file) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    plain.close()
    assert save(engine, full_record(source=source(code_version="2")), PAGE) is SaveResult.CHANGED
    engine.dispose()


def test_a_server_that_goes_away_is_unavailable() -> None:
    engine = engine_for("sqlite://")
    lost = OperationalError("SELECT 1", {}, ConnectionError("server closed the connection"))
    with pytest.raises(StoreUnavailable, match="server closed"), reading(engine):
        raise lost
    engine.dispose()


def test_an_error_that_only_a_bug_explains_keeps_its_name() -> None:
    engine = engine_for("sqlite://")
    with pytest.raises(OperationalError, match="no such table"):
        save(engine, full_record(), PAGE)
    engine.dispose()

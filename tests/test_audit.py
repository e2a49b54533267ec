"""The audit of the lock doubts what pip-audit says: one of nothing is a failure, and so is a service that is away."""

import json
import stat
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from pydantic import ValidationError

from tests.conftest import ROOT
from tools.audit.__main__ import Ended, main
from tools.audit.reading import pinned, waivers_in

Package = Mapping[str, object]
TODAY: Final = date(2026, 6, 1)
SOUND: Final[list[Package]] = [{"name": name, "version": "1", "vulns": []} for name in ("alpha", "beta-core")]
WEAK: Final[Package] = {
    "name": "alpha",
    "version": "1",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["2"], "description": "of no use here"}],
}
SKIPPED: Final[list[Package]] = [{"name": one["name"], "skip_reason": "not found"} for one in SOUND]
WAIVER: Final = '[[waivers]]\nid = "CVE-1"\npackage = "{}"\nreason = "we never call it"\nuntil = {}\n'


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.lock"
    path.write_text("alpha==1 \\\n    --hash=sha256:00\nBeta-Core==1 \\\n    --hash=sha256:11\n", encoding="utf-8")
    return path


def audit(lock: Path, said: str, *, waivers: str = "") -> int:
    """Audit with a program in the place of pip-audit that says so."""
    program, borne = lock.with_name("pip-audit"), lock.with_name("waivers.toml")
    program.write_text(f"#!{sys.executable}\nimport sys\n{said}\n", encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    borne.write_text(waivers, encoding="utf-8")
    return main([str(program), "--lock", str(lock), "--waivers", str(borne)], today=TODAY)


def saying(*dependencies: Package) -> str:
    """A program that prints what pip-audit prints of some packages."""
    return f"print({json.dumps({'dependencies': dependencies, 'fixes': []})!r})"


@pytest.mark.parametrize(
    ("said", "ended", "words"),
    [
        (saying(*SOUND), Ended.SOUND, "2 of 2 pinned packages"),
        (saying(WEAK, SOUND[1]), Ended.WEAK, "alpha 1: PYSEC-1 CVE-1: mended in 2"),
        (saying(WEAK, SKIPPED[1]), Ended.WEAK, "not known to pypi: beta-core"),
        (saying(SOUND[0], SKIPPED[1]), Ended.PARTLY_AUDITED, "not known to pypi: beta-core"),
        (saying(SOUND[0]), Ended.PARTLY_AUDITED, "1 of 2"),
        (saying(*SKIPPED), Ended.NOTHING_AUDITED, "NOTHING WAS AUDITED"),
        (saying(), Ended.NOTHING_AUDITED, "NOTHING WAS AUDITED"),
    ],
)
def test_what_was_looked_up_decides(
    lock: Path, capsys: pytest.CaptureFixture[str], said: str, ended: Ended, words: str
) -> None:
    assert audit(lock, said) == ended
    assert words in capsys.readouterr().out


def test_a_service_that_is_away_is_no_clean_bill(lock: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(lock, "sys.exit('ConnectionError: the name does not resolve')") == Ended.NOT_REACHED
    assert "NOT DONE" in (said := capsys.readouterr().err)
    assert "ConnectionError: the name does not resolve" in said


@pytest.mark.parametrize(
    ("waiver", "ended"),
    [
        (WAIVER.format("alpha", "2026-06-01"), Ended.SOUND),
        (WAIVER.format("alpha", "2026-05-31"), Ended.WEAK),
        (WAIVER.format("alpha", "2026-06-01").replace("CVE-1", "CVE-2"), Ended.WEAK),
        (WAIVER.format("beta-core", "2026-06-01"), Ended.WEAK),
    ],
)
def test_a_weakness_is_borne_until_its_day(lock: Path, waiver: str, ended: Ended) -> None:
    assert audit(lock, saying(WEAK, SOUND[1]), waivers=waiver) == ended


def test_a_waiver_of_nothing_is_taken_out(lock: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(lock, saying(*SOUND), waivers=WAIVER.format("alpha", "2026-06-01")) == Ended.WEAK
    assert "not found any more" in capsys.readouterr().out


@pytest.mark.parametrize("lacking", ["reason", "until"])
def test_a_waiver_needs_its_reason_and_its_day(lock: Path, lacking: str) -> None:
    lines = WAIVER.format("alpha", "2026-06-01").splitlines(keepends=True)
    with pytest.raises(ValidationError):
        audit(lock, saying(WEAK), waivers="".join(line for line in lines if not line.startswith(lacking)))


def test_the_lock_is_read_whole_and_the_auditor_stands_apart() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    own = (ROOT / "tools" / "audit" / "requirements.txt").read_text(encoding="utf-8")
    assert len(pinned(lock)) == sum("==" in line for line in lock.splitlines())
    assert "pip-audit" in pinned(own) - pinned(lock)
    assert waivers_in(ROOT / "tools" / "audit" / "waivers.toml") == ()

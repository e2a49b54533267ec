"""The units and the cron line run this installation, also where its paths have blanks and signs in them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.schedule import Installation, cron, service, timer

PLAIN = Installation(Path("/opt/k/bin/kommunestatus"), Path("/srv/k/kommunestatus.toml"), Path("/srv/k"))
ODD = Installation(Path("/opt/my tools/k"), Path("/srv/50% $HOME/k.toml"), Path("/srv/50% $HOME"))


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze is not installed")
    here = Installation(Path("/bin/true"), tmp_path / "k.toml", tmp_path)
    (tmp_path / "kommunestatus.service").write_text(service(here), encoding="utf-8")
    (tmp_path / "kommunestatus.timer").write_text(timer(), encoding="utf-8")
    units = [str(tmp_path / "kommunestatus.service"), str(tmp_path / "kommunestatus.timer")]
    ended = subprocess.run([verify, "verify", *units], capture_output=True, encoding="utf-8", check=False)
    ours = [line for line in ended.stderr.splitlines() if "kommunestatus" in line]
    assert (ours, ended.returncode) == ([], 0)


def test_the_service_runs_the_run() -> None:
    assert "ExecStart=/opt/k/bin/kommunestatus run --config /srv/k/kommunestatus.toml --json\n" in service(PLAIN)
    assert 'ExecStart="/opt/my tools/k" run --config "/srv/50%% $$HOME/k.toml" --json\n' in service(ODD)
    assert "OnCalendar=" in timer()


def test_the_cron_line_survives_the_shell_and_cron(tmp_path: Path) -> None:
    odd = tmp_path / "50% of $HOME"
    odd.mkdir()
    here = Installation(Path("/bin/echo"), odd / "k.toml", odd)
    line = cron(here)
    assert line.startswith("20 3 * * * ")
    command = line.removeprefix("20 3 * * * ").replace(r"\%", "%")
    ended = subprocess.run(["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout == f"run --config {odd / 'k.toml'} --json\n"
    assert r"50\%" in line

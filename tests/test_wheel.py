"""What is installed is enough: the built package works far from the checkout."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT

BUILT_FROM: Final = ("pyproject.toml", "README.md", "LICENSE", "schemas", "pipeline")
MUST_TRAVEL: Final = frozenset(
    {
        "schemas/municipalities.csv",
        "schemas/json/status_record.json",
        "pipeline/store/migrations/env.py",
        "pipeline/store/migrations/versions/0001_records.py",
    }
)


@dataclass(frozen=True)
class Installed:
    """The package, built and unpacked into a folder of its own."""

    wheel: Path
    site: Path
    elsewhere: Path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command outside the checkout, where only the unpacked package is found first."""
        environment = os.environ | {"PYTHONPATH": str(self.site), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            command,
            cwd=self.elsewhere,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def kommunestatus(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        return self.run(self.site / "bin" / "kommunestatus", *arguments)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    source, site, elsewhere = folder / "source", folder / "site", folder / "elsewhere"
    source.mkdir()
    elsewhere.mkdir()
    for name in BUILT_FROM:
        part = ROOT / name
        copy = shutil.copytree if part.is_dir() else shutil.copy
        copy(part, source / name)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    alone = ("--no-deps", "--no-index")
    subprocess.run(
        [*pip, "wheel", *alone, "--no-build-isolation", "--wheel-dir", folder, source], check=True, timeout=300
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", *alone, "--target", site, wheel], check=True, timeout=300)
    return Installed(wheel, site, elsewhere)


def test_data_travels_and_fixtures_do_not(installed: Installed) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    assert names >= MUST_TRAVEL
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"schemas", "pipeline"}
    files = {
        str(path.relative_to(ROOT))
        for folder in ("schemas", "pipeline")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= names


def test_the_command_is_the_built_one(installed: Installed) -> None:
    found = installed.run(sys.executable, "-c", "import pipeline, schemas; print(pipeline.__file__, schemas.__file__)")
    assert found.stdout.count(str(installed.site)) == 2


def test_the_installed_command_reads_and_saves_a_page(installed: Installed, corpus: Path) -> None:
    page = corpus / "01-kolding.html"
    gold = json.loads((corpus / "01-kolding.gold.json").read_text(encoding="utf-8"))
    store = installed.elsewhere / "store.sqlite3"
    result = installed.kommunestatus(
        "extract", page, "--url", gold["url"], "--format", "json", "--save", "--store", f"sqlite:///{store}"
    )
    assert (result.returncode, result.stderr.count("Traceback")) == (0, 0), result.stderr
    record = json.loads(result.stdout)
    assert (record["title"], record["municipality"]["code"]) == (gold["title"], gold["municipality_code"])
    with sqlite3.connect(store) as connection:
        rows = connection.execute("SELECT title, municipality_code FROM versions").fetchall()
    connection.close()
    assert rows == [(gold["title"], gold["municipality_code"])]


def test_the_installed_command_rejects_a_tag_page(installed: Installed, corpus: Path) -> None:
    result = installed.kommunestatus("extract", corpus / "10-gladsaxe.html")
    assert result.returncode == 4
    assert result.stdout.strip() in {"", "[]", "null"}

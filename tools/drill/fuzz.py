"""Pages that a coverage-guided fuzzer makes up: reading any bytes ends in a record or a rejection, never in a bug."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.crawling import CORPUS
from tools.drill.company import Company
from tools.drill.telling import Result

_LONGEST: Final = 100_000
"""Bytes of a page."""
_PATIENCE: Final = 60
"""Seconds for one page, and for the fuzzer to begin and end."""


def fuzz(company: Company, result: Result, count: int) -> None:
    """Fuzz `extract_page` for so many minutes, beginning with the corpus."""
    if importlib.util.find_spec("atheris") is None:
        result.skipped = "atheris is not installed"
        return
    place = company.place("fuzz")
    seconds = count * 60
    limits = (f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={_PATIENCE}", f"-seed={result.seed}")
    places = (f"-artifact_prefix={place.folder}/", str(place.folder), str(CORPUS))
    command = (sys.executable, "-m", "tools.drill.fuzzing", *limits, *places)
    try:
        ended = subprocess.run(command, capture_output=True, check=False, timeout=seconds + 3 * _PATIENCE)  # noqa: S603 -- ours
    except subprocess.TimeoutExpired:
        result.broken.append("the fuzzer does not end")
        return
    said = ended.stderr.decode("utf-8", "replace")
    result.tried["minutes"] = count
    result.tried["pages"] = _pages(said)
    result.demand(
        held=ended.returncode == 0, otherwise=f"a page ends the fuzzer with {ended.returncode}: {said[-400:]}"
    )
    result.broken += [f"a page that breaks it: {path.read_bytes()[:200]!r}" for path in _found(place.folder)]


def _found(folder: Path) -> list[Path]:
    """What the fuzzer kept because it broke something."""
    return sorted(path for kind in ("crash-*", "timeout-*", "oom-*") for path in folder.glob(kind))


def _pages(said: str) -> int:
    """How many pages were tried, as the fuzzer's last line says: `Done 1234 runs in 61 second(s)`."""
    words = said.rpartition("Done ")[2].split(maxsplit=1)
    return int(words[0]) if words and words[0].isdigit() else 0

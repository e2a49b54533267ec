"""Who reads one file at the prompt loads what that needs, and no more."""

import os
import subprocess
import sys
from pathlib import Path

from fixtures.site import FOLDERS

ROOT = Path(__file__).parents[1]
NOT_NEEDED = {"spacy.cli", "pydantic_settings", "httpx", "requests", "jinja2", "rich", "sqlalchemy"}
COMMAND = """
import sys
from pipeline.cli import main
try:
    main(["extract", sys.argv[1]])
finally:
    print(*sys.modules, file=sys.stderr)
"""
COMMANDS = """
from pipeline.danish.clauses import tokenizer
tokenizer()
import spacy.cli
print(spacy.cli.info.__module__, [str(token) for token in spacy.blank("da")("Det er sandt.")])
"""


def _python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_file_is_read_without_what_fetches_stores_and_draws() -> None:
    done = _python(COMMAND, str(FOLDERS[0] / "01-kolding.html"))
    loaded = set(done.stderr.split())
    assert '"title"' in done.stdout
    assert "spacy.tokenizer" in loaded
    assert not NOT_NEEDED & loaded


def test_spacy_is_whole_for_whoever_imports_more_of_it() -> None:
    done = _python(COMMANDS)
    assert done.stdout.split(maxsplit=1) == ["spacy.cli.info", "['Det', 'er', 'sandt', '.']\n"]

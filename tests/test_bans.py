"""What must never be written here is refused: a sample of each by ruff, the rest by a look at the code's own tree."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT
from tests.patterns import stalls

SAMPLES: Final[Mapping[str, tuple[str, str]]] = {
    "pickle": ("TID251", "from pickle import loads\n\nvalue = loads(b'')"),
    "pickle-call": ("S301", "import pickle\n\nvalue = pickle.loads(b'')"),
    "marshal": ("TID251", "import marshal\n\nvalue = marshal.loads(b'')"),
    "shelve": ("TID251", "import shelve\n\nvalue = shelve.open('a')"),
    "dill": ("TID251", "import dill\n\nvalue = dill.loads(b'')"),
    "eval": ("S307", "value = eval(input())"),
    "exec": ("S102", "exec(input())"),
    "shell": ("S602", "import subprocess\n\nsubprocess.run(input(), shell=True, check=True)"),
    "system": ("S605", "import os\n\nos.system(input())"),
    "popen": ("S605", "import os\n\nos.popen(input())"),
    "getoutput": ("S605", "import subprocess\n\nsubprocess.getoutput(input())"),
    "markup": ("S704", "from markupsafe import Markup\n\nvalue = Markup(input())"),
    "no-escaping": ("S701", "import jinja2\n\nvalue = jinja2.Environment(autoescape=False)"),
    "sql-f": ("S608", 'from sqlalchemy import text\n\nquery = text(f"SELECT a FROM b WHERE c = {input()}")'),
    "sql-percent": ("S608", 'query = "SELECT a FROM b WHERE c = %s" % input()'),
    "sql-format": ("S608", 'query = "SELECT a FROM b WHERE c = {}".format(input())'),
    "sql-plus": ("S608", 'query = "DELETE FROM b WHERE c = " + input()'),
    "yaml": ("S506", "import yaml\n\nvalue = yaml.load(input())"),
    "unpacking": ("S202", "import tarfile\n\ntarfile.open('a').extractall('b')"),
    "mktemp": ("S306", "import tempfile\n\nname = tempfile.mktemp()"),
    "md5": ("S324", "import hashlib\n\nvalue = hashlib.md5(b'')"),
    "no-certificate": ("S501", "import httpx\n\nvalue = httpx.get('https://a.example/', verify=False)"),
    "no-context": ("S323", "import ssl\n\nvalue = ssl._create_unverified_context()"),
    "past-the-gate": ("TID251", "import requests\n\nvalue = requests.get('https://a.example/', timeout=1)"),
    "http-client": ("TID251", "import http.client\n\nvalue = http.client.HTTPSConnection('a.example')"),
    "urlopen": ("S310", "import urllib.request\n\nvalue = urllib.request.urlopen(input())"),
    "xml": ("S314", "from xml.etree import ElementTree\n\nvalue = ElementTree.fromstring(input())"),
    "all-addresses": ("S104", "HOST = '0.0.0.0'"),
    "swallowing": ("BLE001", "try:\n    value = input()\nexcept Exception:\n    value = ''"),
    "passing": ("S110", "try:\n    value = input()\nexcept ValueError:\n    pass\nexcept Exception:\n    pass"),
    "clock": ("DTZ005", "from datetime import datetime\n\nvalue = datetime.now()"),
    "chance": ("S311", "import random\n\nvalue = random.random()"),
}
"""What ruff refuses, and with which rule."""
OWN_NAMES: Final[Mapping[str, str]] = {
    "pipeline/store/views.py": "the views' names and queries, from the same file",
}
"""Where SQL is not written out in one piece, and what it is put together from."""
SENDERS: Final = frozenset({"text", "exec_driver_sql", "literal_column", "execute"})
IMPORTS: Final = (ast.Import, ast.ImportFrom)
BUILT_IN: Final = frozenset({"eval", "exec", "compile", "__import__", "breakpoint"})


def sources() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("pipeline", "schemas"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def ruff(folder: Path) -> dict[str, set[str]]:
    """The rules that each file of a folder breaks, with the project's own settings."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    told = subprocess.run([*command, "--output-format", "json", str(folder)], capture_output=True, check=False)
    found: dict[str, set[str]] = {}
    for finding in json.loads(told.stdout):
        found.setdefault(Path(finding["filename"]).stem, set()).add(finding["code"])
    return found


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    folder = tmp_path_factory.mktemp("samples")
    for name, (_, code) in SAMPLES.items():
        (folder / f"{name}.py").write_text(f'"""A sample."""\n\n{code}\n', encoding="utf-8")
    return ruff(folder)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_refused(refused: dict[str, set[str]], name: str) -> None:
    assert SAMPLES[name][0] in refused[name]


def built_sql(tree: ast.Module) -> list[str]:
    """The calls that send SQL which is put together: an f-string, a sum, a product of `%` or `format`."""
    if not any("sqlalchemy" in ast.unparse(node) for node in ast.walk(tree) if isinstance(node, IMPORTS)):
        return []
    return [
        ast.unparse(call)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) in SENDERS and call.args and is_built(call.args[0])
    ]


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_built(argument: ast.expr) -> bool:
    formats = isinstance(argument, ast.Call) and called(argument) == "format"
    sum_of_text = isinstance(argument, ast.BinOp) and any(
        isinstance(part, ast.JoinedStr) or isinstance(getattr(part, "value", None), str)
        for part in ast.walk(argument)
        if isinstance(part, ast.JoinedStr | ast.Constant)
    )
    return isinstance(argument, ast.JoinedStr) or formats or sum_of_text


def test_sql_is_sent_as_it_is_written() -> None:
    found = {name: calls for name, tree in sources() if (calls := built_sql(tree))}
    assert found.keys() == OWN_NAMES.keys()


@pytest.mark.parametrize(
    "code",
    ['execute(text(f"DROP TABLE {a}"))', 'c.exec_driver_sql("DROP TABLE " + a)', 'text("DROP TABLE {}".format(a))'],
)
def test_sql_that_is_put_together_is_seen(code: str) -> None:
    assert built_sql(ast.parse(f"import sqlalchemy\n{code}"))
    assert not built_sql(ast.parse('import sqlalchemy\nexecute(text("DROP TABLE a"), {"a": 1})'))


def test_no_text_becomes_code() -> None:
    found = [
        f"{name}:{node.lineno} {node.func.id}"
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BUILT_IN
    ]
    assert found == []


def test_the_network_is_asked_through_the_gate_only() -> None:
    importing = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if "httpx" in {part.name for part in getattr(node, "names", ()) if isinstance(node, ast.Import)}
        or (isinstance(node, ast.ImportFrom) and node.module == "httpx")
    }
    assert importing
    assert {name for name in importing if not name.startswith("pipeline/fetch/")} == set()


def test_markup_is_made_where_drawings_are_made_and_nowhere_else() -> None:
    making = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "Markup"
    }
    assert making == {"pipeline/report/overview.py", "pipeline/report/rendering.py"}


def test_no_pattern_can_be_made_to_stall() -> None:
    command = [sys.executable, "-m", "tests.patterns"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    patterns = [tuple(one) for one in json.loads(told.stdout)]
    assert len({module for module, _, _ in patterns}) > 50
    assert [(module, pattern) for module, pattern, flags in patterns if stalls(pattern, flags)] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(a+)+b", True),
        (r"(?:\w+\s?)*b", True),
        (r"(?:.*,)*b", True),
        (r"(?:\s*\w+\s*)*b", True),
        (r"((a|b)+c?)+", True),
        (r"(?:x(?:a*)*)?b", True),
        (r"(?=(a+)+b)c", True),
        (r"(?:(?:og|men)\s+)+b", False),
        (r"(?:\.\d+){2,}b", False),
        (r"(?:\w+,? )*b", False),
        (r"(?:a++)*b", False),
        (r"(?:a+)*+b", False),
        (r"(?:\w+ ){0,5}b", False),
    ],
)
def test_a_stalling_pattern_is_told_from_others(pattern: str, expected: bool) -> None:  # noqa: FBT001 -- a case
    assert stalls(pattern) is expected

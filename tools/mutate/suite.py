"""The tests that may kill a mutant, which of them run which line, and how long each takes."""

import ast
import json
import re
import time
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import pytest
from coverage import Coverage

_READS_DANISH: Final = re.compile(r"^from pipeline\.(?:danish|questions)\b", re.MULTILINE)
"""What a file of tests imports that may kill: they are found, so that a new one counts without being listed."""
_ALSO: Final = frozenset("answering personal_numbers contract rejection evaluate extraction floors".split())
"""Tests of the whole line, and of the contract."""
_NEVER: Final = frozenset("cold_start linear map memory".split())
"""Tests of what things cost, and of what no mutant touches."""
_BY_CHANCE: Final = ("time", "soon", "linear", "grows")
"""Words in the names of tests that measure speed: on a busy machine they fail by chance, and so kill nothing here."""

PLAINLY: Final = ("-q", "-p", "no:cacheprovider", "-p", "no:cov", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""How pytest is called: what it would rewrite of other packages is loaded already."""


@dataclass(frozen=True)
class Coverings:
    """What the tests do when nothing is mutated."""

    seconds: dict[str, float]
    """CPU seconds of each test."""
    lines: dict[str, dict[int, list[int]]]
    """Which of these tests run a line, by path and line, as places in `seconds`."""

    readers: dict[str, list[str]]
    """The modules that import a module, by path."""

    def order(self, path: str, lines: Sequence[int]) -> tuple[list[str], list[str]]:
        """Tests to try on a change of these lines, the quick ones first: those that run a line, then others.

        The others run something of the module: a value that is kept in a cache is run by few tests and seen by many.
        What is computed at import, a word list for one, no test runs: there those count that run a reader of it.
        """
        tests, here = list(self.seconds), self.lines.get(path, {})
        runs = {tests[at] for line in lines for at in here.get(line, ())}
        around = {path} if runs else {path, *self._read_by(path)}
        places = {at for module in around for found in self.lines.get(module, {}).values() for at in found}
        others = {tests[at] for at in places} - runs
        first, second = (sorted(some, key=lambda test: self.seconds[test]) for some in (runs, others))
        return first, second

    def _read_by(self, path: str) -> set[str]:
        """The modules that import a module, and through those that hold only data themselves, theirs."""
        found: set[str] = set()
        waiting = [path]
        while waiting:
            new = set(self.readers.get(waiting.pop(), ())) - found
            found |= new
            waiting += [module for module in new if not any(self.lines.get(module, {}).values())]
        return found


class Chosen:
    """A pytest plugin that runs these tests only, in this order, and remembers what failed."""

    def __init__(self, names: Collection[str]) -> None:
        """Take the node ids of the tests."""
        self._rank = {name: rank for rank, name in enumerate(names)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep what was chosen."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self._rank), key=lambda item: self._rank[item.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a test that failed."""
        if report.failed:
            self.failed = report.nodeid


class _Measured:
    """A pytest plugin that notes which test runs which line, and for how long."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        start = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - start
        return result

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if _counts(item)]


def _counts(item: pytest.Item) -> bool:
    """Whether a test may kill: it fails by no chance, and needs nothing that a clone of the repository lacks."""
    by_chance = any(word in item.name.partition("[")[0] for word in _BY_CHANCE)
    return not by_chance and "shared" not in getattr(item, "fixturenames", ())


def present(root: Path) -> list[str]:
    """The files of tests that may kill, in the order of their names."""
    files = sorted((root / "tests").glob("test_*.py"))
    return [path.relative_to(root).as_posix() for path in files if _is_asked(path)]


def _is_asked(path: Path) -> bool:
    name = path.stem.removeprefix("test_")
    return name not in _NEVER and (name in _ALSO or bool(_READS_DANISH.search(path.read_text(encoding="utf-8"))))


def measured(root: Path, packages: Sequence[str]) -> Coverings:
    """Run all tests once on the code as it stands; raises RuntimeError when one fails."""
    coverage = Coverage(data_file=None, source=[str(root / package) for package in packages], config_file=False)
    coverage.start()
    plugin = _Measured(coverage)
    code = pytest.main([*PLAINLY, *present(root)], plugins=[plugin])
    coverage.stop()
    if code:
        message = f"the tests fail on the code as it stands: pytest ended with {code}"
        raise RuntimeError(message)
    place = {test: at for at, test in enumerate(plugin.seconds)}
    lines: dict[str, dict[int, list[int]]] = defaultdict(dict)
    data = coverage.get_data()
    for file in data.measured_files():
        path = Path(file).relative_to(root).as_posix()
        for line, tests in data.contexts_by_lineno(file).items():
            lines[path][line] = [place[test] for test in tests if test in place]
    return Coverings(plugin.seconds, dict(lines), _readers(root, list(lines)))


def _readers(root: Path, paths: Collection[str]) -> dict[str, list[str]]:
    readers: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                readers[f"{node.module.replace('.', '/')}.py"].append(path)
    return dict(readers)


def remember(coverings: Coverings, file: Path) -> None:
    """Write what was measured to a file."""
    file.write_text(json.dumps(asdict(coverings)), encoding="utf-8")


def remembered(file: Path) -> Coverings:
    """Read it again."""
    told = json.loads(file.read_text(encoding="utf-8"))
    lines = {path: {int(line): tests for line, tests in found.items()} for path, found in told["lines"].items()}
    return Coverings(told["seconds"], lines, told["readers"])

"""Puts a mutant to the tests, in a process that has the packages of others loaded, and nothing of the project yet."""

import importlib
import json
import os
import resource
import signal
import sys
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final, Literal

import pytest

from tools.mutate.sample import Mutant
from tools.mutate.suite import PLAINLY, Chosen

Outcome = Literal["killed", "crashed", "timeout", "survived"]
"""A test failed; the project could not even be imported; the tests did not end; no test noticed."""

_FEW: Final = 60
"""So many quick tests are tried alone first: to collect them all takes longer than to run these."""
_CPU_SECONDS: Final = 90
_ADDRESS_SPACE: Final = 4 << 30
_LOADED: Final = """
spacy spacy.lang.da pydantic pydantic_settings hypothesis hypothesis.strategies _hypothesis_pytestplugin
hypothesis.extra._patching pytest_socket pytest_cov.plugin xdist.plugin bs4 lxml.etree lxml.html selectolax.lexbor
ftfy rapidfuzz rapidfuzz.fuzz httpx sqlalchemy alembic typer rich jinja2 thinc.api numpy stamina protego
""".split()


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant."""

    outcome: Outcome
    by: str
    """The first test that failed, if one did."""
    seconds: float


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 one loader, one module
        return self._code


class _Finder(MetaPathFinder):
    """Finds the mutant in its module's place."""

    def __init__(self, root: Path, mutant: Mutant) -> None:
        self._name = mutant.module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self._path = str(root / mutant.module)
        with warnings.catch_warnings(action="ignore"):  # a mutant may be odd Python
            self._code = compile(mutant.source, self._path, "exec", dont_inherit=True)

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        return spec_from_file_location(fullname, self._path, loader=_Loader(fullname, self._path, self._code))


def load_others() -> None:
    """Import what the tests need of other projects, once, so that a trial begins with it."""
    for name in _LOADED:
        importlib.import_module(name)


def put(root: Path, mutant: Mutant, order: tuple[list[str], list[str]]) -> Verdict:
    """Run the tests, in this order, until one fails; raises RuntimeError when pytest itself cannot go on."""
    reading, writing = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _end(writing, *_tried(root, mutant, order))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        told = answer.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seconds = time.monotonic() - start
    if status in {-signal.SIGXCPU, -signal.SIGKILL}:
        return Verdict("timeout", "", seconds)
    if status < 0:
        return Verdict("crashed", f"signal {-status}", seconds)
    if not told:
        message = f"{mutant.name}: the trial ended with {status} and said nothing"
        raise RuntimeError(message)
    outcome, by = json.loads(told)
    return Verdict(outcome, by, seconds)


def _end(writing: int, outcome: Outcome, by: str) -> None:
    os.write(writing, json.dumps([outcome, by]).encode())
    os._exit(0)


def _tried(root: Path, mutant: Mutant, order: tuple[list[str], list[str]]) -> tuple[Outcome, str]:
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    sys.meta_path.insert(0, _Finder(root, mutant))
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    first, others = order
    for names in (first[:_FEW], first[_FEW:] + others):
        chosen = Chosen(names)
        files = sorted({name.partition("::")[0] for name in names})
        code = pytest.main([*PLAINLY, "-x", *files], plugins=[chosen]) if files else pytest.ExitCode.OK
        if code == pytest.ExitCode.TESTS_FAILED:
            return ("killed", chosen.failed) if chosen.failed else ("crashed", "at import")
        if code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            return "crashed", f"pytest ended with {int(code)}"
    return "survived", ""

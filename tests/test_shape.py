"""The sizes that keep code readable: bars of functions, files and nesting, for all of the project's own code."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from typing import Final

import pytest

from tests.conftest import ROOT

FOLDERS: Final = ("schemas", "pipeline", "fixtures", "tools", "tests")
FUNCTION_LINES: Final = 40
FUNCTION_LINES_P90: Final = 25
FILE_LINES: Final = 300
NESTING: Final = 3

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS: Final = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


def sources() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def functions() -> Iterator[tuple[str, Function]]:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    """Lines from `def` to the last statement, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def nesting(node: ast.AST, depth: int = 0) -> int:
    """The most blocks that stand inside each other; an elif stands beside its if, a nested function starts anew."""
    deepest = depth
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            continue
        beside = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, nesting(child, depth + (isinstance(child, BLOCKS) and not beside)))
    return deepest


def test_functions_are_short() -> None:
    lengths = {name: length(node) for name, node in functions()}
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}
    assert quantiles(lengths.values(), n=10)[-1] <= FUNCTION_LINES_P90


def test_blocks_do_not_stand_deep_inside_each_other() -> None:
    depths = {name: nesting(node) for name, node in functions()}
    assert {name: depth for name, depth in depths.items() if depth > NESTING} == {}


def test_files_are_short() -> None:
    lines = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in sources()}
    assert {name: count for name, count in lines.items() if count > FILE_LINES} == {}


@pytest.mark.parametrize(
    ("code", "depth"),
    [
        ("def f():\n  return 1", 0),
        ("def f():\n  if a: pass\n  elif b: pass\n  else: pass", 1),
        ("def f():\n  for x in y:\n    if a:\n      with b: pass", 3),
        ("def f():\n  if a: pass\n  else:\n    x = 1\n    if b: pass", 2),
        ("def f():\n  if a:\n    def g():\n      if b: pass", 1),
    ],
)
def test_the_measure_of_nesting_counts_as_a_reader_does(code: str, depth: int) -> None:
    assert nesting(ast.parse(code).body[0]) == depth

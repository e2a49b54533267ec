"""Every pattern that the code compiles, as `python -m tests.patterns` lists it, and whether a text can make one stall.

A process of its own listens while all modules are imported and one page is read: some are compiled when needed.
"""

import json
import re
import string
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, Final

from tests.conftest import ROOT

_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_constants: Any = import_module("re._constants")
OWN: Final = ("pipeline", "schemas")
PAGE: Final = ROOT / "fixtures" / "corpus" / "01-kolding.html"
CHARACTERS: Final = frozenset(string.printable + "æøåÆØÅé–’§")
_ATOMS: Final = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN)
_REPEATS: Final = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
Parsed = Any
"""A pattern as the standard library's own parser gives it, or a part of one."""


def compiled() -> list[tuple[str, str, int]]:
    """The patterns as module, pattern and flags."""
    found: set[tuple[str, str, int]] = set()
    inner = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 -- where all of re's functions meet

    def listen(pattern: object, flags: int) -> object:
        frame = sys._getframe(1)  # noqa: SLF001 -- who asks
        while frame.f_back is not None and frame.f_globals["__name__"] == "re":
            frame = frame.f_back
        name = frame.f_globals["__name__"]
        if name.partition(".")[0] in OWN and isinstance(pattern, str | bytes):
            found.add((name, pattern if isinstance(pattern, str) else pattern.decode("latin-1"), int(flags)))
        made: object = inner(pattern, flags)
        return made

    re._compile = listen  # type: ignore[attr-defined]  # noqa: SLF001
    for package in map(import_module, OWN):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations." not in module.name:  # those run inside Alembic only
                import_module(module.name)
    import_module("pipeline").extract(PAGE.read_bytes(), url="https://a.example/")
    return sorted(found)


def stalls(pattern: str, flags: int = 0) -> bool:
    """Whether an unbounded repeat stands in another one, and nothing pins where one turn of the outer one ends.

    Then a text has exponentially many readings. What gives nothing back (possessive, atomic) has one reading only.
    """
    tree = _parser.parse(pattern, flags)
    return any(_loose(body, tree.state) for body in _unbounded(tree))


def _unbounded(tree: Parsed) -> Iterator[Parsed]:
    """What is repeated without bound and gives back, at any depth, but not within what gives nothing back."""
    for operator, argument in tree:
        if operator in (_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP):
            continue
        if operator in _REPEATS and argument[1] == _constants.MAXREPEAT:
            yield argument[2]
        for part in _parts(argument):
            yield from _unbounded(part)


def _parts(argument: Parsed) -> Iterator[Parsed]:
    """The patterns inside an operator's argument."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, list | tuple):
        for one in argument:
            yield from _parts(one)


def _loose(body: Parsed, state: Parsed) -> bool:
    inner = frozenset[str]().union(*(_characters(one, state) for one in _unbounded(body)))
    if not inner:
        return False
    fixed = [item for item in _items(body) if not _is_loose(item)]
    widths = [(_parser.SubPattern(state, [item]), item) for item in fixed]
    return not any(one.getwidth()[0] and not _characters(one, state) & inner for one, _ in widths)


def _items(body: Parsed) -> Iterator[Parsed]:
    """The items of a sequence, a group's own in its place."""
    for operator, argument in body:
        if operator is _constants.SUBPATTERN:
            yield from _items(argument[3])
        else:
            yield operator, argument


def _is_loose(item: Parsed) -> bool:
    return item[0] in _REPEATS and item[1][1] == _constants.MAXREPEAT


def _characters(tree: Parsed, state: Parsed) -> frozenset[str]:
    """Which characters the single-character parts of a pattern match."""
    found: set[str] = set()
    for operator, argument in tree:
        if operator in _ATOMS:
            atom = _compiler.compile(_parser.SubPattern(state, [(operator, argument)]))
            found.update(character for character in CHARACTERS if atom.fullmatch(character))
        for part in _parts(argument):
            found |= _characters(part, state)
    return frozenset(found)


if __name__ == "__main__":
    json.dump(compiled(), sys.stdout)

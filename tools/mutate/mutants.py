"""Makes the mutants of a module with mutmut's operators.

mutmut's own command mutates plain functions only, since it switches mutants on and off inside them. Here a mutant is a
whole module's text, so properties, validators, word lists and patterns are mutated as well. Left alone: docstrings,
annotations and decorators, the arguments of `len` and `isinstance`, type aliases (the type checker and the published
JSON Schema hold them), and a change of case alone: most patterns do not mind case, and rubbish at both ends of a
string asks the same.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from tools.mutate.sample import Mutant, Part

# The project's own environment has neither, and the type checker runs there.
cst: Final = import_module("libcst")
metadata: Final = import_module("libcst.metadata")
mutators: Final = import_module("mutmut.mutation.mutators")

PACKAGES: Final = ("pipeline/danish", "schemas")
_UNTOUCHED_CALLS: Final = frozenset(("len", "isinstance"))

Node = Any
"""A node of LibCST's tree."""


class Module:
    """A module's text and all its mutants, made when asked for."""

    def __init__(self, root: Path, path: str) -> None:
        """Parse a module and find everything that can be changed in it."""
        self.path = path
        wrapper = metadata.MetadataWrapper(cst.parse_module((root / path).read_text(encoding="utf-8")))
        self._tree = wrapper.module
        self._changes = tuple(_changes(self._tree))
        self._positions = wrapper.resolve(metadata.PositionProvider)

    def __len__(self) -> int:
        """How many mutants there are."""
        return len(self._changes)

    def mutant(self, number: int) -> Mutant:
        """Make one mutant."""
        old, new, inside = self._changes[number]
        where = self._positions[old]
        before, after = (self._tree.code_for_node(node) for node in (old, new))
        source = self._tree.deep_replace(old, new).code
        part: Part = "code" if inside else "data"
        return Mutant(self.path, number, part, (where.start.line, where.end.line), before, after, source)


def _changes(node: Node, *, inside: bool = False) -> Iterator[tuple[Node, Node, bool]]:
    """Every node that mutmut's operators change, with what each makes of it, and whether a function holds it."""
    if _untouched(node):
        return
    for kind, operator in mutators.mutation_operators:
        if isinstance(node, kind):
            yield from ((node, changed, inside) for changed in operator(node) if not _only_case(node, changed))
    for child in node.children:
        yield from _changes(child, inside=inside or isinstance(node, cst.FunctionDef))


def _untouched(node: Node) -> bool:
    """Whether a change inside has no meaning, or would be read by the type checker alone."""
    if isinstance(node, cst.Call):
        return isinstance(node.func, cst.Name) and node.func.value in _UNTOUCHED_CALLS
    if isinstance(node, cst.Subscript):
        return isinstance(node.value, cst.Name) and node.value.value == "Literal"
    return isinstance(node, cst.Annotation | cst.Decorator)


def _only_case(old: Node, new: Node) -> bool:
    return isinstance(old, cst.SimpleString) and bool(old.value.lower() == new.value.lower())


def modules(root: Path) -> tuple[Module, ...]:
    """Every module of the mutated packages."""
    paths = [path for package in PACKAGES for path in sorted((root / package).rglob("*.py"))]
    return tuple(Module(root, path.relative_to(root).as_posix()) for path in paths)

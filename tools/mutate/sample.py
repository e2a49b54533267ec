"""What a mutant is, and how some of many are drawn."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Part = Literal["code", "data"]


@dataclass(frozen=True)
class Mutant:
    """One module with one change."""

    module: str
    """Path of the module below the root, with slashes."""
    number: int
    """Counts the module's mutants, in the order of its text."""
    part: Part
    """Whether a function was changed, or what stands outside of all: word lists, patterns, fields."""
    lines: tuple[int, int]
    """First and last line of what was changed, in the module as it stands."""
    before: str
    after: str
    source: str
    """The whole text of the changed module."""

    @property
    def name(self) -> str:
        """What to call it: the same for the same text of the module."""
        return f"{self.module}:{self.lines[0]}#{self.number}"


def drawn(sizes: Mapping[str, int], count: int, seed: int) -> Sequence[tuple[str, int]]:
    """Draw so many mutants without putting one back; each module gives its share, and chance gives the rest.

    >>> [path for path, _ in drawn({"a": 30, "b": 10}, 4, seed=1)]
    ['a', 'a', 'a', 'b']
    """
    chance, total = random.Random(seed), sum(sizes.values())  # noqa: S311 a sample, no secret
    shares = {path: size * count // total for path, size in sizes.items()}
    picked = [(path, number) for path, size in sizes.items() for number in chance.sample(range(size), shares[path])]
    taken = set(picked)
    rest = [(path, number) for path, size in sizes.items() for number in range(size) if (path, number) not in taken]
    return sorted(picked + chance.sample(rest, count - len(picked)))

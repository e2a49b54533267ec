"""Right, wrong and missed: precision, recall and F1."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values were right, stated but wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add up, part by part."""
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @classmethod
    def total(cls, parts: Iterable["Counts"]) -> Self:
        """Add up many."""
        listed = list(parts)
        return cls(sum(p.right for p in listed), sum(p.wrong for p in listed), sum(p.missed for p in listed))

    @property
    def precision(self) -> float:
        """The part of the stated that is right; 1 when nothing was stated."""
        stated = self.right + self.wrong
        return self.right / stated if stated else 1.0

    @property
    def recall(self) -> float:
        """The part of the wanted that was found; 1 when nothing was wanted."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 when nothing was wanted and nothing stated."""
        all_of_them = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / all_of_them if all_of_them else 1.0

    def figures(self) -> dict[str, float]:
        """All six, for JSON; rates are rounded to four places."""
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: round(rate, 4) for name, rate in rates.items()} | {
            "right": self.right,
            "wrong": self.wrong,
            "missed": self.missed,
        }


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        """Add up, part by part."""
        return Share(self.right + other.right, self.of + other.of)

    @property
    def rate(self) -> float:
        """The part that is right; 1 when there is nothing."""
        return self.right / self.of if self.of else 1.0

    def figures(self) -> dict[str, float]:
        """All three, for JSON."""
        return {"right": self.right, "of": self.of, "rate": round(self.rate, 4)}


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that was not as the gold has it."""

    where: str
    """The page or the answer."""
    kind: str
    """`missed` or `wrong`; `segment` for one cut wrong, `status` and `evidence` in a bank."""
    what: str
    """Group, key and value in words."""


def tabulated(counts: Mapping[str, Counts]) -> dict[str, dict[str, float]]:
    """Turn named counts into JSON, by name."""
    return {name: counts[name].figures() for name in sorted(counts)}


def merged(one: Mapping[str, Counts], other: Mapping[str, Counts]) -> dict[str, Counts]:
    """Add up named counts, name by name."""
    names = one.keys() | other.keys()
    return {name: one.get(name, Counts()) + other.get(name, Counts()) for name in sorted(names)}


def listed(misses: Iterable[Miss], *, details: bool) -> dict[str, list[dict[str, str]]]:
    """Turn misses into JSON, if they are asked for."""
    return {"misses": [asdict(miss) for miss in misses]} if details else {}

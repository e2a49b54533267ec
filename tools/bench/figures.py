"""What was measured, as data: samples, their median and spread, and the bar they are held to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

Bound = Literal["at most", "at least"]


@dataclass(frozen=True)
class Bar:
    """What a figure is held to."""

    bound: Bound
    value: float

    def met(self, value: float) -> bool:
        """Whether a value reaches it."""
        return value <= self.value if self.bound == "at most" else value >= self.value


@dataclass(frozen=True)
class Figure:
    """Samples of one thing."""

    name: str
    unit: str
    """ms, s, pages/s, MiB; × for a ratio."""
    values: tuple[float, ...]
    bar: Bar | None = None

    @property
    def median(self) -> float:
        """The value that stands for all of them, and is held to the bar."""
        return median(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is none."""
        return None if self.bar is None else self.bar.met(self.median)


@dataclass(frozen=True)
class Section:
    """One part of the benchmark."""

    title: str
    how: str
    """What was measured and how, for a reader."""
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    """What was left out, and why."""


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], bar: Bar | None = None) -> Figure:
    """The ratios of samples that were taken in pairs."""
    return Figure(name, "×", tuple(mine / other for mine, other in zip(ours, theirs, strict=True)), bar)


def interleaved(tasks: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, tuple[float, ...]]:
    """Run all tasks in turn, round after round; each hands back its sample. Every round begins with the next one.

    What disturbs the machine for a while so disturbs all of them.
    """
    names = list(tasks)
    samples: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        start = number % len(names)
        for name in names[start:] + names[:start]:
            samples[name].append(tasks[name]())
    return {name: tuple(values) for name, values in samples.items()}

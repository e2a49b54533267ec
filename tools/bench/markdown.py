"""The figures as a page of Markdown."""

from collections.abc import Iterator, Sequence

from tools.bench.figures import Figure, Section
from tools.bench.machine import Machine

_HEAD = "| what | median | min – max | bar | |\n|---|---:|---:|---:|---|\n"


def page(sections: Sequence[Section], machine: Machine, date: str | None, chart: str) -> str:
    """The whole page; `chart` is the file name of the picture beside it."""
    parts = [_intro(machine, date), f"![Each figure beside its bar]({chart})\n"]
    return "\n".join([*parts, *(_section(section) for section in sections)])


def _intro(machine: Machine, date: str | None) -> str:
    when = f"Measured on {date}" if date else "Measured"
    return (
        "# Benchmarks\n\n"
        f"{when} on {machine.cores} cores, {machine.system}, {machine.python}; load {machine.load:.1f} when it began "
        f"({_busy(machine)}). Versions: {', '.join(machine.versions)}.\n\n"
        "`make bench` measures anew and writes this page; peers run in an environment of their own. The pages are "
        "constructed: articles of the fixtures in constructed WordPress chrome, the same bytes on every machine. What "
        "is compared is measured in turn in the same run; a ratio counts, a figure in ms is of its machine.\n"
    )


def _busy(machine: Machine) -> str:
    return "other work was running: figures by the clock suffer" if machine.load > machine.cores / 2 else "idle"


def _section(section: Section) -> str:
    rows = "".join(_row(figure) for figure in section.figures)
    notes = "".join(f"\n{note}.\n" for note in section.notes)
    return f"## {section.title}\n\n{section.how}\n\n{_HEAD}{rows}{notes}"


def _row(figure: Figure) -> str:
    return f"| {' | '.join(_cells(figure))} |\n"


def _cells(figure: Figure) -> Iterator[str]:
    yield figure.name
    yield f"{number(figure.median)} {figure.unit}"
    yield f"{number(min(figure.values))} – {number(max(figure.values))}" if len(figure.values) > 1 else ""
    yield f"{figure.bar.bound} {number(figure.bar.value)}" if figure.bar else ""
    yield {True: "met", False: "**not met**", None: ""}[figure.met]


def number(value: float) -> str:
    """Three figures, and no more decimals than that takes."""
    for decimals, most in ((0, 100.0), (1, 10.0), (2, 0.1)):
        if abs(value) >= most:
            return f"{value:,.{decimals}f}"
    return f"{value:.3f}"

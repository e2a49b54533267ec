"""Many pages in one process: memory must stay, time and size must grow in proportion."""

from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Final

from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section
from tools.bench.processes import told
from tools.bench.tasks.endure import Mark

_MIB: Final = 1024 * 1024
_MEMORY: Final = Bar("at most", 300.0)
_FLAT: Final = Bar("at most", 1.1)
_LINEAR: Final = Bar("at most", 1.1)
_COSTS: Final = {
    "extract_seconds": "time to extract",
    "store_seconds": "time to store",
    "store_bytes": "size of the store",
}


def measure(effort: Effort) -> Section:
    """Memory, time and size at each mark, and how they grew beside the number of pages."""
    with TemporaryDirectory() as folder:
        answer = told("tools.bench.tasks.endure", {"marks": effort.marks, "folder": folder})
    marks = [Mark(**mark) for mark in answer["marks"]]
    first, last = marks[0], marks[-1]
    return Section(
        title="Many pages in one process",
        how=(
            f"One process extracts and stores {last.pages:,} pages, each an article of its own with about 45 words "
            f"that were never seen before; no worker is renewed. Resident memory of the process, processor time, size "
            f"of the SQLite file. Growth is beside the first {first.pages:,} pages: 1 is flat memory, or a cost in "
            f"proportion to the pages."
        ),
        figures=(
            *(_figure(f"memory after {mark.pages:,} pages", "MiB", mark.resident_bytes / _MIB) for mark in marks[:-1]),
            _figure(f"memory after {last.pages:,} pages", "MiB", last.resident_bytes / _MIB, _MEMORY),
            _figure("growth of memory", "×", last.resident_bytes / first.resident_bytes, _FLAT),
            *_growth(first, marks[1:]),
        ),
    )


def _growth(first: Mark, later: list[Mark]) -> Iterator[Figure]:
    """What a page cost up to each later mark, beside what it cost up to the first one; the last is held to the bar."""
    for what in ("extract_seconds", "store_seconds", "store_bytes"):
        for mark in later:
            value = (getattr(mark, what) / mark.pages) / (getattr(first, what) / first.pages)
            bar = _LINEAR if mark is later[-1] else None
            yield _figure(f"{_COSTS[what]}, {mark.pages:,} pages, beside linear", "×", value, bar)


def _figure(name: str, unit: str, value: float, bar: Bar | None = None) -> Figure:
    return Figure(name, unit, (value,), bar)

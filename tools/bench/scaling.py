"""`scale`: what Ray costs at the start and on the disk, and what a second worker brings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pipeline.archive import Archive, ExchangeNote
from pipeline.archive.warc import write_warc
from tools.bench.effort import Effort
from tools.bench.figures import Figure, Section, interleaved, ratio
from tools.bench.pages import another_article, dressed_pages
from tools.bench.processes import told

_TASK: Final = "tools.bench.tasks.scale"
_EXTRA: Final = ("ray", "duckdb", "fastwarc")
_SHARDS: Final = 4
_ROUNDS: Final = 3
_MB: Final = 1_000_000
_FETCHED: Final = datetime(2026, 1, 1, tzinfo=UTC)


class NotAllReadError(Exception):
    """A job lost pages, so its speed means nothing."""


@dataclass(frozen=True)
class _Jobs:
    folder: Path
    pages: int
    numbers: Iterator[int]

    def seconds(self, workers: int) -> float:
        """How long a job takes, its start included."""
        target = self.folder / f"dataset-{next(self.numbers)}"
        answer = told(_TASK, {"source": str(self.folder / "in"), "target": str(target), "workers": workers})
        if answer["done"] != self.pages:
            message = f"{answer['done']} of {self.pages} pages"
            raise NotAllReadError(message)
        return float(answer["seconds"])


def measure(effort: Effort) -> Section:
    """The start of Ray, pages a second beyond it with one worker and with two, and what is installed."""
    lacking = [name for name in _EXTRA if find_spec(name) is None]
    if lacking:
        return Section("Many machines", "Not measured.", (), (f"{', '.join(lacking)} is not installed: left out",))
    with TemporaryDirectory() as folder:
        small, large = _jobs(Path(folder) / "small", _SHARDS), _jobs(Path(folder) / "large", _SHARDS + effort.pages)
        tasks = {
            **{f"start {workers}": partial(small.seconds, workers) for workers in (0, 1, 2)},
            **{f"job {workers}": partial(large.seconds, workers) for workers in (0, 1, 2)},
        }
        samples = interleaved(tasks, min(_ROUNDS, effort.repeats))
    return Section(
        title="Many machines",
        how=(
            f"`scale` of {_SHARDS + effort.pages} constructed pages in {_SHARDS} WARC files, by the clock on the wall, "
            f"each job in a process of its own. A start is a job of {_SHARDS} pages in as many files; a rate is of the "
            f"pages and the time beyond it. Every worker has a process that reads and writes, and one that extracts."
        ),
        figures=(*_figures(samples, large.pages - small.pages), Figure("Ray as installed", "MB", (_installed(),))),
    )


def _jobs(folder: Path, pages: int) -> _Jobs:
    (folder / "in").mkdir(parents=True)
    found = [another_article(page, place) for place, page in enumerate(dressed_pages(pages))]
    for shard in range(_SHARDS):
        archive = Archive(folder / f"archive-{shard}")
        for page in found[shard::_SHARDS]:
            note = ExchangeNote(url=page.url, requested_url=page.url, status=200, fetched_at=_FETCHED)
            archive.keep(page.body, note)
        write_warc(archive, folder / "in" / f"{shard}.warc.gz")
    return _Jobs(folder, len(found), count())


def _figures(samples: dict[str, tuple[float, ...]], pages: int) -> Iterator[Figure]:
    names = {0: "without Ray", 1: "Ray, 1 worker", 2: "Ray, 2 workers"}
    for workers, name in names.items():
        yield Figure(f"start, {name}", "s", samples[f"start {workers}"])
    rates = {}
    for workers, name in names.items():
        pairs = zip(samples[f"job {workers}"], samples[f"start {workers}"], strict=True)
        rates[workers] = tuple(pages / max(job - start, 1e-3) for job, start in pairs)
        yield Figure(f"scale, {name}", "pages/s", rates[workers])
    yield ratio("Ray, 2 workers / 1 worker", rates[2], rates[1])


def _installed() -> float:
    """Megabytes of Ray's own files."""
    try:
        return sum(Path(file.locate()).stat().st_size for file in files("ray") or ()) / _MB
    except PackageNotFoundError:
        return 0.0

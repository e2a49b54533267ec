"""`scale`: a folder of shards to one dataset, resumable at any moment."""

import fcntl
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from pipeline.errors import AnotherRun, ExitCode, UsageError, worst
from pipeline.export.writing import MANIFEST, announce, finish, folder_for, writable
from pipeline.scale.engines import Done, Engine
from pipeline.scale.merging import FORMATS, merge
from pipeline.scale.shard import PARTIAL
from pipeline.scale.shards import local_path, plan_shards
from pipeline.scale.states import ShardFailure, ShardResult, State, rules_of
from pipeline.settings import Settings

_SHARDS: Final = "shards"
_LOCK: Final = "scale.lock"
_ALARMS: Final[tuple[State, ...]] = ("failed", "quarantined")


@dataclass(frozen=True)
class Job:
    """What is to be made of what."""

    source: str
    """A folder of shards, or one of them: a path or a `file:` URI."""
    target: str
    """The folder of the dataset; an earlier one of the same job is brought up to date."""
    shards: int = 1
    """At least so many shards, by cutting Parquet files into smaller ranges; WARC files are whole shards."""
    format: str = "parquet"
    """One of FORMATS."""


@dataclass(frozen=True)
class Scaled:
    """What came of a job."""

    states: dict[State, int]
    """Pages by state, over all shards; a page that is in two of them counts twice."""
    rows: dict[str, int]
    """Rows of each file of the dataset, every page once."""
    done: int
    """Shards that were read now."""
    skipped: int
    """Shards that were done already."""
    damaged: dict[str, int]
    """How many of a shard's pages could not be read, by the URI of the shard."""
    failures: dict[str, ShardFailure]
    """Shards that could not be done, by their URI."""

    @property
    def exit_code(self) -> ExitCode:
        """3 when a shard, or any page of one, failed or was quarantined; what is worse beats it."""
        pages = ExitCode.SOME_FAILED if any(self.states[state] for state in _ALARMS) else ExitCode.DONE
        return worst([pages, *(failure.exit_code for failure in self.failures.values())])


def scale(job: Job, engine: Engine, settings: Settings) -> Scaled:
    """Read every shard that is not done yet, and merge all of them; the manifest comes last and vouches for the files.

    The same input again changes nothing. Raises UsageError, AnotherRun, DiskFull.
    """
    if job.format not in FORMATS:
        message = f"the format is one of {', '.join(FORMATS)}"
        raise UsageError(message, source=job.format)
    shards = plan_shards(local_path(job.source), job.shards)
    folder = folder_for(local_path(job.target))
    announce(folder)
    with writable(folder):
        (folder / _SHARDS).mkdir(exist_ok=True)
    with _alone(folder / _SHARDS):
        outcomes = dict(engine([shard.uri for shard in shards], (folder / _SHARDS).absolute().as_uri(), settings))
        _tidy(folder)
        return _merged(job, folder, outcomes, settings)


def _merged(job: Job, folder: Path, outcomes: Mapping[str, Done], settings: Settings) -> Scaled:
    done = {uri: one for uri, one in sorted(outcomes.items()) if isinstance(one, ShardResult)}
    failures = {uri: one for uri, one in sorted(outcomes.items()) if isinstance(one, ShardFailure)}
    damaged = {uri: failed for uri, one in done.items() if (failed := one.states["failed"])}
    results = {one.shard: one for one in done.values()}  # two files with the same content are one shard
    states: Counter[State] = Counter()
    for result in results.values():
        states.update(result.states)
    about = {
        "format": job.format,
        "shards": sorted(results),
        "states": dict(sorted(states.items())),
        "damaged": damaged,
        "failures": {uri: failure.message for uri, failure in failures.items()},
        **rules_of(settings).model_dump(),
    }
    rows = _standing(folder, about)
    if rows is None:
        rows = merge(folder / _SHARDS, sorted(results), folder, job.format)
        finish(folder, rows, about)
    skipped = sum(result.skipped for result in done.values())
    return Scaled(dict(states), rows, len(done) - skipped, skipped, damaged, failures)


def _standing(folder: Path, about: dict[str, Any]) -> dict[str, int] | None:
    """The rows of the files of an earlier merge that says the same and is whole."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return None
    told = json.loads(manifest.read_bytes())
    files = told.pop("files", [])
    whole = told == about and all(_is_whole(folder / file["name"], file["sha256"]) for file in files)
    return {file["name"]: file["rows"] for file in files} if whole else None


def _is_whole(path: Path, digest: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == digest


def _tidy(folder: Path) -> None:
    """Remove what processes that died have left."""
    for left in folder.rglob(f"{PARTIAL}*"):
        shutil.rmtree(left)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a dataset; the kernel drops it when its owner dies. Raises AnotherRun."""
    with (folder / _LOCK).open("a", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = "another run writes this dataset"
            raise AnotherRun(message, source=str(folder)) from error
        yield

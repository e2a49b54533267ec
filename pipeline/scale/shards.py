"""What a shard is, how it is written as one string, and how a folder becomes a list of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urldefrag, urlsplit
from urllib.request import url2pathname

from pipeline.errors import Unreadable, UsageError
from pipeline.fetch.files import WARC
from pipeline.scale.tables import parquet_rows

PARQUET: Final = (".parquet",)
LISTS: Final = (".txt",)
ROWS: Final = 20_000
"""Rows of a Parquet file in one shard: some minutes of work, which is what a dead worker may cost."""
_RANGE: Final = re.compile(r"rows=(\d{1,18})-(\d{1,18})", re.ASCII)
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


@dataclass(frozen=True)
class Shard:
    """A file of pages, or a range of the rows of a Parquet file."""

    path: Path
    first: int = 0
    """The first row, from 0."""
    end: int | None = None
    """One past the last row; None for the whole file."""

    @classmethod
    def of(cls, uri: str) -> "Shard":
        """Take a shard's URI, or a plain path, apart. Raises UsageError."""
        address, fragment = urldefrag(uri) if _SCHEME.match(uri) else (uri, "")
        rows = _RANGE.fullmatch(fragment)
        if fragment and not rows:
            message = "what follows # is not rows=FIRST-END"
            raise UsageError(message, source=uri)
        return cls(local_path(address), int(rows[1]), int(rows[2])) if rows else cls(local_path(address))

    @property
    def uri(self) -> str:
        """The shard as a `file:` URI; a range of rows stands in its fragment."""
        whole = self.path.absolute().as_uri()
        return whole if self.end is None else f"{whole}#rows={self.first}-{self.end}"


def local_path(uri: str) -> Path:
    """The path that a `file:` URI names, or that a plain path is.

    Raises UsageError for any other scheme: a bucket is mounted, or its files are copied near the worker first.
    """
    if not _SCHEME.match(uri):
        return Path(uri)
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc:
        message = "only paths and file:/// URIs are read and written; mount or copy what lies elsewhere"
        raise UsageError(message, source=uri)
    return Path(url2pathname(parts.path))


def plan_shards(source: Path, at_least: int = 1) -> tuple[Shard, ...]:
    """The shards of a file, or of a folder and its subfolders, by name: WARC (`.warc`, `.warc.gz`), `.parquet`, `.txt`.

    Each file is a shard; a Parquet file is cut into ranges of at most ROWS rows, smaller ones where the Parquet files
    would give fewer than `at_least` shards. Raises UsageError where there is nothing.
    """
    files = _files(source)
    if not files:
        message = "no WARC, Parquet or list of paths (*.warc, *.warc.gz, *.parquet, *.txt)"
        raise UsageError(message, source=str(source))
    rows = {path: _rows(path) for path in files if path.name.lower().endswith(PARQUET)}
    size = max(1, min(ROWS, -(-sum(rows.values()) // at_least)))
    return tuple(shard for path in files for shard in _ranges(path, rows.get(path, 0), size))


def _files(source: Path) -> list[Path]:
    found = [source] if source.is_file() else sorted(path for path in source.rglob("*") if path.is_file())
    return [path for path in found if path.name.lower().endswith((*WARC, *PARQUET, *LISTS))]


def _rows(path: Path) -> int:
    """How many rows a Parquet file says it has; one that cannot be read is left to its worker to name."""
    try:
        return parquet_rows(path)
    except Unreadable:
        return 0


def _ranges(path: Path, rows: int, size: int) -> Iterator[Shard]:
    if rows <= size:
        yield Shard(path)
        return
    for first in range(0, rows, size):
        yield Shard(path, first, min(first + size, rows))

"""The pages of a shard, and the name that its content gives it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import FetchError, RefusedByPolicy, Unreadable
from pipeline.fetch.files import WARC, read_file
from pipeline.fetch.warc import pages_in_warc
from pipeline.scale.shards import PARQUET, Shard
from pipeline.scale.tables import parquet_pages
from pipeline.settings import Settings
from schemas.page import RawPage


def shard_name(shard: Shard) -> str:
    """Name a shard by its content: the hash of its file, and the range of rows. Raises Unreadable.

    A list stands for the files that it names, so their content counts too.
    """
    try:
        with shard.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise Unreadable(message, source=str(shard.path)) from error
    if not shard.path.name.lower().endswith((*WARC, *PARQUET)):
        for path, _ in _listed(shard.path):
            digest.update(_content_hash(path))
    return digest.hexdigest() if shard.end is None else f"{digest.hexdigest()}-{shard.first}-{shard.end}"


def shard_pages(shard: Shard, settings: Settings) -> Iterator[RawPage | FetchError]:
    """The pages of a shard in order; one that cannot be read is an error in its place. Raises UsageError."""
    name = shard.path.name.lower()
    if name.endswith(WARC):
        yield from pages_in_warc(shard.path, settings)
    elif name.endswith(PARQUET):
        yield from parquet_pages(shard.path, shard.first, shard.end)
    else:
        for path, url in _listed(shard.path):
            yield _listed_page(path, url, settings)


def _listed(path: Path) -> Iterator[tuple[str, str | None]]:
    """The lines of a list: a path, from the list's folder on, and after a tab the page's address where it is known."""
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            name, _, url = line.strip().partition("\t")
            if name:
                yield name if "://" in name else str(path.parent / name), url or None


def _content_hash(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except (OSError, ValueError):  # told when the page is read
        return b""


def _listed_page(path: str, url: str | None, settings: Settings) -> RawPage | FetchError:
    if "://" in path:
        message = "a list names files; what is on the web is fetched before, through one gate"
        return RefusedByPolicy(message, source=path)
    try:
        return read_file(Path(path), settings, url)
    except Unreadable as error:
        return error

"""Files that are there whole or not at all, and the manifest that comes last and vouches for them."""

import errno
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from pipeline.errors import DiskFull, UsageError

MANIFEST: Final = "manifest.json"
_PARTIAL: Final = ".partial"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Write a file under another name, and give it its own once it is safe on the disk.

    Raises DiskFull, and UsageError where nothing can be written.
    """
    partial = path.with_name(path.name + _PARTIAL)
    with writable(path):
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Map what the file system says to our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            message = "no space left for the export"
            raise DiskFull(message, source=str(path)) from error
        message = f"cannot be written: {error.strerror or error}"
        raise UsageError(message, source=str(path)) from error


def folder_for(path: Path) -> Path:
    """Make the folder of an export; raises UsageError for one that holds something else than an earlier export."""
    with writable(path):
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()) and not (path / MANIFEST).is_file() and not _only_partial(path):
            message = "the folder holds other files, and no export"
            raise UsageError(message, source=str(path))
    return path


def _only_partial(path: Path) -> bool:
    """Whether an export into an empty folder was interrupted before its manifest."""
    return (path / f"{MANIFEST}{_PARTIAL}").is_file()


def announce(folder: Path) -> None:
    """Say that an export has begun in an empty folder, so that an interrupted one is known again."""
    if not (folder / MANIFEST).exists():
        with writable(folder):
            (folder / f"{MANIFEST}{_PARTIAL}").touch()


def finish(folder: Path, rows: Mapping[str, int], about: Mapping[str, object]) -> dict[str, Any]:
    """Remove what an earlier export left and this one has not, and write the manifest."""
    for name in _earlier(folder) - set(rows):
        (folder / name).unlink(missing_ok=True)
    files = [{"name": name, "rows": n, "sha256": _sha256(folder / name)} for name, n in sorted(rows.items())]
    manifest = {**about, "files": files}
    with whole_file(folder / MANIFEST) as file:
        file.write((json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode())
    return manifest


def _earlier(folder: Path) -> set[str]:
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return set()
    names = {file["name"] for file in json.loads(manifest.read_text(encoding="utf-8"))["files"]}
    return {name for name in names if name == Path(name).name}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

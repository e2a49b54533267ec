"""Files that are there whole or not at all, in steps so small that a test can stop between any two of them."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_native_id
from typing import Final

from pipeline.errors import DiskFull, StoreUnavailable

PARTIAL: Final = ".partial"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BLANK: Final = 64 * 1024


class Disk:
    """The steps that change the disk; each raises OSError."""

    def make_folder(self, path: Path) -> None:
        """Make one folder, in a parent that is there."""
        path.mkdir(exist_ok=True)

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write a file and wait until it is safe."""
        with path.open("wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, path: Path, target: Path) -> None:
        """Give a file another name, in place of what has it."""
        path.replace(target)

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are safe."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def blank(self, path: Path) -> None:
        """Overwrite a file with zeros where it lies, and wait until that is safe."""
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _BLANK)))
            file.flush()
            os.fsync(file.fileno())

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()


def put(disk: Disk, path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file under another name and give it its own once it is safe; raises DiskFull, StoreUnavailable.

    The other name holds process and thread, so that two of them cannot write into one file.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}-{get_native_id()}{PARTIAL}")
    with declared(path):
        try:
            disk.write(partial, chunks)
        except OSError:
            with suppress(OSError):  # the first failure is the one to tell
                disk.remove(partial)
            raise
        disk.rename(partial, path)
        disk.sync_folder(path.parent)


def make_folders(disk: Disk, root: Path, path: Path) -> None:
    """Make the folders from a root down to a path, each safe in its parent; raises DiskFull, StoreUnavailable."""
    with declared(path):
        root.mkdir(parents=True, exist_ok=True)
        for folder in (*reversed(path.relative_to(root).parents[:-1]), path.relative_to(root)):
            if not (root / folder).is_dir():
                disk.make_folder(root / folder)
                disk.sync_folder((root / folder).parent)


def remove(disk: Disk, path: Path) -> None:
    """Remove a file; raises DiskFull, StoreUnavailable."""
    with declared(path):
        disk.remove(path)
        disk.sync_folder(path.parent)


def destroy(disk: Disk, path: Path) -> None:
    """Overwrite and remove a file; raises DiskFull, StoreUnavailable.

    It loses its name first: nobody may find zeros under it. What is left after a crash still ends in `.partial`.
    """
    with declared(path):
        doomed = path if path.name.endswith(PARTIAL) else path.with_name(path.name + PARTIAL)
        if doomed != path:
            disk.rename(path, doomed)
            disk.sync_folder(path.parent)
        disk.blank(doomed)
        disk.remove(doomed)
        disk.sync_folder(path.parent)


@contextmanager
def declared(path: Path) -> Iterator[None]:
    """Map what the file system says to our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            message = "no space left for the archive"
            raise DiskFull(message, source=str(path)) from error
        message = f"the archive cannot be used: {error.strerror or error}"
        raise StoreUnavailable(message, source=str(path)) from error

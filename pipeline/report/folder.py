"""The report's folder: a page is written only when it changed, and what is no longer made is removed.

A manifest names the files that are ours; nothing else in the folder is ever touched.
"""

import errno
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.errors import DiskFull, UsageError

MANIFEST: Final = "report.json"
_KIND: Final = "kommunestatus report"
_PARTIAL: Final = ".partial"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass
class Folder:
    """A folder that a report is written into."""

    path: Path
    written: int = 0
    unchanged: int = 0
    _made: set[str] = field(default_factory=set)
    _ours: set[str] = field(default_factory=set)

    @staticmethod
    def at(path: Path) -> "Folder":
        """Take a folder for a report; raises UsageError for one that holds something else, or cannot be written."""
        with _declared(path):
            path.mkdir(parents=True, exist_ok=True)
            manifest = path / MANIFEST
            if manifest.is_file():
                return Folder(path, _ours=_listed(manifest))
            if any(path.iterdir()):
                message = "the folder holds other files, and no report"
                raise UsageError(message, source=str(path))
        return Folder(path)

    def announce(self, names: set[str]) -> None:
        """Name what is about to be made, so that a report that was cut off can be taken up or removed."""
        self._ours |= names
        self._list(self._ours)

    def write(self, name: str, content: bytes) -> None:
        """Put a file in place, whole or not at all; one that holds the same already is left alone."""
        target = self.path / name
        self._made.add(name)
        with _declared(target):
            if target.is_file() and target.read_bytes() == content:
                self.unchanged += 1
                return
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(target.name + _PARTIAL)
            partial.write_bytes(content)
            partial.replace(target)
        self.written += 1

    def finish(self) -> int:
        """Remove our files that were not made this time, and say how many."""
        old = self._ours - self._made
        with _declared(self.path):
            for name in sorted(old):
                (self.path / name).unlink(missing_ok=True)
        self._list(self._made)
        return len(old)

    def _list(self, names: set[str]) -> None:
        content = json.dumps({"kind": _KIND, "files": sorted(names)}, indent=1) + "\n"
        target = self.path / MANIFEST
        with _declared(target):
            partial = target.with_name(MANIFEST + _PARTIAL)
            partial.write_text(content, encoding="utf-8")
            partial.replace(target)


def _listed(manifest: Path) -> set[str]:
    """Read the names in a manifest; raises UsageError for one that is not a report's, or leads out of its folder."""
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise _foreign(manifest) from error
    names = found.get("files") if isinstance(found, dict) and found.get("kind") == _KIND else None
    if not isinstance(names, list) or not all(isinstance(name, str) and _stays_inside(name) for name in names):
        raise _foreign(manifest)
    return set(names)


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _foreign(manifest: Path) -> UsageError:
    return UsageError("not the manifest of a report", source=str(manifest))


@contextmanager
def _declared(path: Path) -> Iterator[None]:
    """Map what the file system says to our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            message = "no space left for the report"
            raise DiskFull(message, source=str(path)) from error
        message = f"cannot be written: {error.strerror or error}"
        raise UsageError(message, source=str(path)) from error

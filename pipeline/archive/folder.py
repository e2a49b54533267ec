"""The archive: a folder where every body lies under its hash, and every exchange in a note under its own.

    bodies/ab/abcd….gz              a body, compressed; its name is the SHA-256 of what is inside
    exchanges/2026/11/24/cdef….json a note on an exchange of that day (UTC); its name is the SHA-256 of the file

A body is safe before a note names it, and a file is never changed in place: whatever stops between two steps leaves
a valid archive, at worst with a `.partial` file that `verify` names and `sweep` removes.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Final, Literal

from pydantic import ValidationError

from pipeline.archive.disk import PARTIAL, Disk, declared, destroy, make_folders, put, remove
from pipeline.archive.notes import ExchangeNote, digest
from pipeline.errors import IntegrityViolation
from schemas.page import RawPage

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LEVEL: Final = 4  # the usual 6 costs twice the time for six per cent
_UNREADABLE: Final = (EOFError, zlib.error, gzip.BadGzipFile)
Kind = Literal["hash_mismatch", "orphan_note", "leftover"]


@dataclass(frozen=True)
class Problem:
    """Something in the archive that should not be so."""

    kind: Kind
    """A file that is not what its name says; a note without its body; a file that was never finished."""
    path: str
    """The file, relative to the archive."""


@dataclass(frozen=True)
class Archive:
    """A content-addressed folder; raises DiskFull when it cannot grow, StoreUnavailable when it cannot be used."""

    root: Path
    disk: Disk = field(default_factory=Disk)
    _folding: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)
    """Held while folders are made: who finds one there may take it for safe."""

    def keep(self, body: bytes, exchange: ExchangeNote) -> str:
        """Keep a body and the note on its exchange; gives the body's hash. What is there already stays as it is."""
        sha = digest(body)
        self._put_body(sha, body)
        self._put_note(exchange.model_copy(update={"sha256": sha}))
        return sha

    def body(self, sha: str) -> bytes:
        """Read a body; raises IntegrityViolation when it is missing, or is not what its name says."""
        path = self._body_path(sha)
        with declared(path):
            kept = path.read_bytes() if path.is_file() else None
        if kept is None:
            raise _violated(path, "a body is missing")
        try:
            body = gzip.decompress(kept)
        except _UNREADABLE as error:
            raise _violated(path, "a body is damaged") from error
        if digest(body) != sha:
            raise _violated(path, "a body is not what its name says")
        return body

    def hashes(self) -> Iterator[str]:
        """The hashes of all bodies in order, also of those that no note names (a crash came between)."""
        for path in self._files("bodies"):
            if path.suffix == ".gz":
                yield path.stem

    def exchanges(self, since: datetime | None = None) -> Iterator[ExchangeNote]:
        """The notes by time, then address; earlier days than that of `since` are not read.

        Raises IntegrityViolation for a note that is damaged.
        """
        first = self._day(since) if since else self.root
        for day in self._days():
            if day >= first:
                notes = [(path, _read(path)) for path in _notes(day)]
                notes.sort(key=lambda pair: (pair[1].fetched_at, pair[1].url, pair[0].name))
                yield from (note for _, note in notes if since is None or note.fetched_at >= since)

    def pages(self) -> Iterator[RawPage]:
        """The page of every exchange that brought one (status 200), in the order of the exchanges."""
        for note in self.exchanges():
            if note.status == HTTPStatus.OK:
                yield RawPage(
                    url=note.url,
                    body=self.body(note.sha256),
                    content_type=note.content_type,
                    fetched_at=note.fetched_at,
                )

    def verify(self) -> Iterator[Problem]:
        """Read everything and name what is wrong."""
        for path in self._files("bodies"):
            if problem := self._body_problem(path):
                yield Problem(problem, self._relative(path))
        for path in self._files("exchanges"):
            if problem := self._note_problem(path):
                yield Problem(problem, self._relative(path))

    def sweep(self) -> int:
        """Destroy what was never finished; gives the number of files. Only while nobody else writes."""
        leftovers = [path for part in ("bodies", "exchanges") for path in self._files(part) if path.suffix == PARTIAL]
        for path in leftovers:
            destroy(self.disk, path)
        return len(leftovers)

    def replace(self, sha: str, new_body: bytes) -> str:
        """Put a body in the place of another, which is destroyed; gives the new hash.

        The notes on it name the new one, and the old hash as `erased_from`. After a crash, the same call finishes it.
        """
        new = digest(new_body)
        if new == sha:
            return sha
        self._put_body(new, new_body)
        for path, note in list(self._notes_on(sha)):
            self._put_note(note.model_copy(update={"sha256": new, "erased_from": sha}))
            remove(self.disk, path)
        old = self._body_path(sha)
        for path in (old, *sorted(old.parent.glob(f"{old.name}*{PARTIAL}"))):
            if path.is_file():
                destroy(self.disk, path)
        return new

    def _put_body(self, sha: str, body: bytes) -> None:
        path = self._body_path(sha)
        if not path.exists():
            self._make_folders(path.parent)
            put(self.disk, path, [gzip.compress(body, _LEVEL, mtime=0)])

    def _put_note(self, note: ExchangeNote) -> None:
        content = note.encoded()
        path = self._day(note.fetched_at) / f"{digest(content)}.json"
        if not path.exists():
            self._make_folders(path.parent)
            put(self.disk, path, [content])

    def _make_folders(self, path: Path) -> None:
        with self._folding:
            make_folders(self.disk, self.root, path)

    def _body_path(self, sha: str) -> Path:
        if not _HASH.fullmatch(sha):
            message = "not the hash of a body"
            raise IntegrityViolation(message, source=sha[:80])
        return self.root / "bodies" / sha[:2] / f"{sha}.gz"

    def _notes_on(self, sha: str) -> Iterator[tuple[Path, ExchangeNote]]:
        for day in self._days():
            for path in _notes(day):
                if (note := _read(path)).sha256 == sha:
                    yield path, note

    def _day(self, moment: datetime) -> Path:
        return self.root / "exchanges" / moment.astimezone(UTC).strftime("%Y/%m/%d")

    def _days(self) -> tuple[Path, ...]:
        return self._folders("exchanges/*/*/*")

    def _folders(self, pattern: str) -> tuple[Path, ...]:
        with declared(self.root):
            return tuple(sorted(path for path in self.root.glob(pattern) if path.is_dir()))

    def _files(self, part: str) -> Iterator[Path]:
        for folder in self._days() if part == "exchanges" else self._folders("bodies/*"):
            with declared(folder):
                files = sorted(folder.iterdir())
            yield from files

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _body_problem(self, path: Path) -> Kind | None:
        if path.suffix == PARTIAL:
            return "leftover"
        try:
            self.body(path.stem)
        except IntegrityViolation:
            return "hash_mismatch"
        return None

    def _note_problem(self, path: Path) -> Kind | None:
        if path.suffix == PARTIAL:
            return "leftover"
        try:
            body = self._body_path(_read(path).sha256)
        except IntegrityViolation:
            return "hash_mismatch"
        return None if body.is_file() else "orphan_note"


def _notes(day: Path) -> list[Path]:
    return sorted(day.glob("*.json"))


def _read(path: Path) -> ExchangeNote:
    with declared(path):
        content = path.read_bytes()
    if digest(content) != path.stem:
        raise _violated(path, "a note is not what its name says")
    try:
        return ExchangeNote.model_validate_json(content)
    except ValidationError as error:
        raise _violated(path, "a note of another form") from error


def _violated(path: Path, message: str) -> IntegrityViolation:
    return IntegrityViolation(message, source=str(path))

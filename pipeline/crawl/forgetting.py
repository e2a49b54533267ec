"""`forget`: a person's data out of rows, versions, feed, archive and what we exported, verified by a byte scan.

The order makes every repetition safe: suppress first, so that no run brings the person back, and the store in the same
transaction; then the archive; then the space that deleted rows leave; last the scan, which alone may say it is done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, Table, Text, delete, func, insert, select, update

from pipeline.archive import Archive
from pipeline.erasure import Target, mask
from pipeline.erasure.pages import mask_page
from pipeline.erasure.records import mask_record
from pipeline.erasure.scanning import scan
from pipeline.erasure.suppression import suppression_of
from pipeline.errors import ErasureIncomplete
from pipeline.store import load_all
from pipeline.store.changes import Change, note
from pipeline.store.engine import compact, hold_the_pen, writing
from pipeline.store.operations import (
    CHANGED_VALUES,
    CORRECTIONS,
    ERASURES,
    FETCHES,
    RUNS,
    SIGHTINGS,
    SUPPRESSIONS,
    URLS,
)
from pipeline.store.save import write_version
from pipeline.store.tables import ARTICLES, VERSIONS
from schemas.record import StatusRecord

_OF_VERSION: Final = ("article_id", "number", "cause", "series_version", "page_bytes", "content_type", "version_id")
_TEXTS: Final[tuple[Table, ...]] = (CHANGED_VALUES, CORRECTIONS, FETCHES, RUNS, SIGHTINGS, URLS)
"""Tables beside the records whose texts may repeat what a page says."""
_AT_ONCE: Final = 200


@dataclass(frozen=True)
class Forgotten:
    """What an erasure did."""

    articles: int
    versions: int
    pages: int
    files: int
    """Files of exports and reports that were removed."""


@dataclass(frozen=True)
class Erasure:
    """Some targets, everywhere."""

    engine: Engine
    archive: Archive
    targets: tuple[Target, ...]
    now: datetime
    code_version: str
    salt: bytes
    """Key of a store's first suppression; later ones share it, so that many cost no more than one."""

    def run(self, made: Sequence[Path] = ()) -> Forgotten:
        """Erase, and verify; `made` are the folders of exports and reports made by us.

        Raises ErasureIncomplete when the scan still finds a target, and what the store and the archive raise.
        """
        with writing(self.engine) as connection:
            hold_the_pen(connection)
            self._suppress(connection)
            articles, versions = self._versions(connection)
            for table in _TEXTS:
                self._table(connection, table)
        pages = self._archive()
        files = self._made(made)
        compact(self.engine)
        left = scan([*self._store_files(), self.archive.root, *made], self.targets)
        self._audit(len(articles), pages, complete=not left)
        if left:
            message = f"still found in {len(left)} file{'' if len(left) == 1 else 's'}, first in {left[0]}"
            raise ErasureIncomplete(message)
        return Forgotten(len(articles), versions, pages, files)

    def _suppress(self, connection: Connection) -> None:
        there = connection.execute(select(SUPPRESSIONS.c.salt)).scalar()
        salt = bytes.fromhex(there) if there else self.salt
        for target in self.targets:
            suppression = suppression_of(target, salt)
            connection.execute(delete(SUPPRESSIONS).where(SUPPRESSIONS.c.digest == suppression.digest))
            row = {"kind": suppression.kind, "salt": suppression.salt, "digest": suppression.digest}
            connection.execute(insert(SUPPRESSIONS).values(**row, words=suppression.words, made_at=self.now))

    def _versions(self, connection: Connection) -> tuple[set[str], int]:
        """Write every version that names a target anew; returns the articles, and how many versions."""
        articles: set[str] = set()
        n = 0
        ids = list(connection.execute(select(VERSIONS.c.version_id).order_by(VERSIONS.c.version_id)).scalars())
        for start in range(0, len(ids), _AT_ONCE):
            chunk = ids[start : start + _AT_ONCE]
            for version_id, record in zip(chunk, list(load_all(connection, chunk)), strict=True):
                masked = mask_record(record, self.targets)
                if masked != record:
                    articles.add(_rewrite(connection, version_id, masked))
                    n += 1
        for article_id in sorted(articles):
            self._event(connection, article_id)
        return articles, n

    def _event(self, connection: Connection, article_id: str) -> None:
        url = connection.execute(select(ARTICLES.c.url).where(ARTICLES.c.article_id == article_id)).scalar_one()
        change = Change("erased", article_id, "person", url, self.code_version, happened_at=self.now)
        note(connection, change)

    def _table(self, connection: Connection, table: Table) -> None:
        keys = list(table.primary_key)
        free = [column for column in table.c if isinstance(column.type, Text) and column not in keys]
        for row in connection.execute(select(table)).mappings().all():
            masked = {column.name: mask(row[column.name], self.targets) for column in free if row[column.name]}
            changed = {name: value for name, value in masked.items() if value != row[name]}
            if changed:
                this = [column == row[column.name] for column in keys]
                connection.execute(update(table).where(*this).values(**changed))

    def _archive(self) -> int:
        """Mask the archived pages; the rows that name them follow."""
        if not self.archive.root.is_dir():
            return 0
        n = 0
        for sha256 in list(self.archive.hashes()):
            body = self.archive.body(sha256)
            masked = mask_page(body, self.targets)
            if masked != body:
                self._rename(sha256, self.archive.replace(sha256, masked))
                n += 1
        self.archive.sweep()
        return n

    def _rename(self, old: str, new: str) -> None:
        with writing(self.engine) as connection:
            for table in (VERSIONS, FETCHES, URLS):
                connection.execute(update(table).where(table.c.page_sha256 == old).values(page_sha256=new))

    def _made(self, folders: Iterable[Path]) -> int:
        """Remove the files of exports and reports that hold a target; the next export or report makes them anew."""
        found = scan(folders, self.targets)
        for path in found:
            path.unlink()
        return len(found)

    def _store_files(self) -> list[Path]:
        database = self.engine.url.database
        if self.engine.dialect.name != "sqlite" or not database or database == ":memory:":
            return []
        return [Path(database), *Path(database).parent.glob(f"{Path(database).name}-*")]

    def _audit(self, articles: int, pages: int, *, complete: bool) -> None:
        with writing(self.engine) as connection:
            n = 1 + (connection.execute(select(func.max(ERASURES.c.erasure_id))).scalar() or 0)
            rows = [
                {
                    "erasure_id": n + place,
                    "kind": target.kind,
                    "articles": articles,
                    "pages": pages,
                    "complete": complete,
                    "made_at": self.now,
                }
                for place, target in enumerate(self.targets)
            ]
            connection.execute(insert(ERASURES), rows)


def _rewrite(connection: Connection, version_id: str, record: StatusRecord) -> str:
    """Put a record in the place of a version; returns the id of its article."""
    this = VERSIONS.c.version_id == version_id
    kept = dict(connection.execute(select(*VERSIONS.c[*_OF_VERSION]).where(this)).mappings().one())
    article = ARTICLES.c.article_id == kept["article_id"]
    latest = connection.execute(select(ARTICLES.c.latest_version).where(article)).scalar()
    connection.execute(delete(VERSIONS).where(this))
    write_version(connection, record, kept)
    connection.execute(update(ARTICLES).where(article).values(latest_version=latest))
    return str(kept["article_id"])

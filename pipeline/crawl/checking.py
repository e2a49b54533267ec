"""`check`: the invariants of the store and the archive, each problem with a name; and `rebuild`, from the archive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, func, select, text

from pipeline.archive import Archive
from pipeline.store import latest_versions, load_all
from pipeline.store.engine import reading
from pipeline.store.operations import CHANGES, FETCHES, RUNS
from pipeline.store.rows import record_hash
from pipeline.store.tables import ANSWERS, ARTICLES, EVIDENCE, VERSIONS
from schemas.record import StatusRecord
from schemas.social_economy import KEYS

_AT_ONCE: Final = 200


@dataclass(frozen=True)
class Violation:
    """Something that contradicts an invariant."""

    invariant: str
    """Its name."""
    where: str
    """The row or file."""
    message: str
    """What is wrong."""


def check(engine: Engine, archive: Archive | None) -> Iterator[Violation]:
    """Look at every invariant; `archive` None says that there is none, which a store without runs may do without."""
    with reading(engine) as connection:
        for look in (_database, _progress, _made_by, _versions, _records, _quotes, _feed):
            yield from look(connection)
        yield from _archive(connection, archive) if archive else _without_archive(connection)


def _database(connection: Connection) -> Iterator[Violation]:
    """The database's own checks."""
    if connection.dialect.name != "sqlite":
        return
    for (message,) in connection.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            yield Violation("integrity_check", "sqlite", message)
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Violation("foreign_keys", f"{table} row {row}", f"points to a row of {parent} that is not there")


def _progress(connection: Connection) -> Iterator[Violation]:
    """A finished run has an outcome for all that it planned, and one that is not finished is not called so."""
    query = (
        select(RUNS.c.run_id, func.count())
        .join(FETCHES, FETCHES.c.run_id == RUNS.c.run_id)
        .where(RUNS.c.status == "finished", FETCHES.c.state.is_(None))
        .group_by(RUNS.c.run_id)
    )
    for run_id, n in connection.execute(query):
        yield Violation("planned_is_settled", run_id, f"{n} URLs of a finished run have no outcome")


def _made_by(connection: Connection) -> Iterator[Violation]:
    """A record names its page, the code and the series that made it."""
    named = ("page_sha256", "article_sha256", "code_version", "series_version")
    for column in named:
        for (version_id,) in connection.execute(select(VERSIONS.c.version_id).where(VERSIONS.c[column] == "")):
            yield Violation("record_names_its_makers", version_id, f"{column} is empty")


def _versions(connection: Connection) -> Iterator[Violation]:
    """The versions of an article count from 1 without gaps up to its newest."""
    query = (
        select(ARTICLES.c.article_id, ARTICLES.c.latest_version, func.count(), func.max(VERSIONS.c.number))
        .outerjoin(VERSIONS, VERSIONS.c.article_id == ARTICLES.c.article_id)
        .group_by(ARTICLES.c.article_id, ARTICLES.c.latest_version)
    )
    for article_id, latest, n, highest in connection.execute(query):
        if not latest == n == highest:
            yield Violation("versions_never_fall", article_id, f"{n} versions up to {highest}, the newest is {latest}")
    whole = select(ANSWERS.c.version_id, func.count()).group_by(ANSWERS.c.version_id)
    for version_id, n in connection.execute(whole.having(func.count() != len(KEYS))):
        yield Violation("all_answers", version_id, f"{n} answers of {len(KEYS)}")


def _records(connection: Connection) -> Iterator[Violation]:
    """A record that is read back is the one that was saved."""
    ids = latest_versions(connection, gone=True)
    query = select(VERSIONS.c.version_id, VERSIONS.c.record_sha256)
    hashes = {row.version_id: row.record_sha256 for row in connection.execute(query)}
    for start in range(0, len(ids), _AT_ONCE):
        for version_id, read in _read_back(connection, ids[start : start + _AT_ONCE]):
            if isinstance(read, Exception):
                yield Violation("record_reads_back", version_id, f"its rows make no record: {type(read).__name__}")
            elif record_hash(read) != hashes[version_id]:
                yield Violation("record_hash", version_id, "the rows are not those that were saved")


def _read_back(connection: Connection, ids: Sequence[str]) -> list[tuple[str, StatusRecord | Exception]]:
    """The records of some versions, each by itself where one of them is none: a row is missing or not valid."""
    try:
        return list(zip(ids, load_all(connection, ids), strict=True))
    except (ValueError, KeyError) as error:
        if len(ids) == 1:
            return [(ids[0], error)]
    return [pair for version_id in ids for pair in _read_back(connection, [version_id])]


def _quotes(connection: Connection) -> Iterator[Violation]:
    """Every quote stands in its text, also in old versions."""
    start, end = EVIDENCE.c.start_offset, EVIDENCE.c.end_offset
    printed = func.substr(VERSIONS.c.text, start + 1, end - start)
    query = (
        select(EVIDENCE.c.version_id, EVIDENCE.c.path)
        .join(VERSIONS, VERSIONS.c.version_id == EVIDENCE.c.version_id)
        .where(printed != EVIDENCE.c.quote)
    )
    for version_id, path in connection.execute(query):
        yield Violation("evidence", f"{version_id} {path}", "the quote does not stand at its offsets")


def _feed(connection: Connection) -> Iterator[Violation]:
    """The change feed has no gaps, and begins every article."""
    n, highest = connection.execute(select(func.count(), func.max(CHANGES.c.change_id))).one()
    if n != (highest or 0):
        yield Violation("feed_without_gaps", "changes", f"{n} events up to {highest}")
    begun = select(CHANGES.c.article_id).where(CHANGES.c.op == "insert")
    for (article_id,) in connection.execute(select(ARTICLES.c.article_id).where(ARTICLES.c.article_id.not_in(begun))):
        yield Violation("feed_begins_articles", article_id, "the feed does not tell of its beginning")


def _archive(connection: Connection, archive: Archive) -> Iterator[Violation]:
    """Every file is what its name says, and every body that a run fetched is there."""
    for problem in archive.verify():
        yield Violation(f"archive_{problem.kind}", problem.path, "the archive is damaged or was interrupted")
    there = set(archive.hashes())
    query = select(FETCHES.c.url, FETCHES.c.page_sha256).where(FETCHES.c.page_sha256.is_not(None)).distinct()
    for url, sha256 in connection.execute(query):
        if sha256 not in there:
            yield Violation("archived_before_stored", url, f"the body {sha256[:12]}… is not in the archive")


def _without_archive(connection: Connection) -> Iterator[Violation]:
    """Bodies that runs fetched must be somewhere."""
    query = select(func.count(func.distinct(FETCHES.c.page_sha256))).where(FETCHES.c.page_sha256.is_not(None))
    n = connection.execute(query).scalar()
    if n:
        yield Violation("archived_before_stored", "archive", f"the archive of {n} fetched bodies is not there")

"""`replay`: the archive read again with today's code, without the network; says which values the rules changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Engine, select

from pipeline.archive import Archive, ExchangeNote
from pipeline.errors import OverBudget, UsageError
from pipeline.store import SaveResult, save
from pipeline.store.engine import reading, writer
from pipeline.store.operations import CHANGED_VALUES, CHANGES
from pipeline.store.tables import ADDRESSES
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

Made = StatusRecord | Rejection | OverBudget
ReadAll = Callable[[Iterable[RawPage]], Iterable[tuple[RawPage, Made]]]
"""Reads many pages, in the order given."""


_BATCH: Final = 25
"""Records in one transaction: to store more at a stretch takes longer than the workers have pages in hand."""


@dataclass
class Replayed:
    """What came of a replay."""

    pages: int = 0
    saved: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    """How often the value of a field changed."""


def newest_pages(archive: Archive, engine: Engine) -> Iterator[RawPage]:
    """The last page of every article, and of every address that has none, in the order in which they came."""
    with reading(engine) as connection:
        query = select(ADDRESSES.c.url, ADDRESSES.c.article_id)
        articles = {row.url: row.article_id for row in connection.execute(query)}
    last: dict[str, ExchangeNote] = {}
    for note in archive.exchanges():
        if note.status == 200:  # noqa: PLR2004 -- OK
            key = articles.get(note.url, note.url)
            last.pop(key, None)
            last[key] = note
    yield from (page_of(archive, note) for note in last.values())


def all_pages(archive: Archive) -> Iterator[RawPage]:
    """Every page that ever came, in order; the same body of an address in a row only once."""
    last: dict[str, str] = {}
    for note in archive.exchanges():
        if note.status == 200 and last.get(note.url) != note.sha256:  # noqa: PLR2004 -- OK
            last[note.url] = note.sha256
            yield page_of(archive, note)


def page_of(archive: Archive, note: ExchangeNote) -> RawPage:
    """The page of an exchange."""
    body = archive.body(note.sha256)
    return RawPage(url=note.url, body=body, content_type=note.content_type, fetched_at=note.fetched_at)


def replay(
    engine: Engine, pages: Iterable[RawPage], read_all: ReadAll, *, batch: int = _BATCH, run_id: str | None = None
) -> Replayed:
    """Read pages and save their records, a batch in one transaction; raises what `save` raises."""
    done = Replayed()
    start = _last_change(engine)
    with writer(engine) as connection:
        for made in _batches(read_all(pages), batch):
            with connection.begin():
                _save_all(connection, made, done, run_id)
    done.changed = _changed_by_rules(engine, start)
    done.saved.setdefault(SaveResult.UNCHANGED, 0)
    return done


def _save_all(connection: Connection, made: Iterable[tuple[RawPage, Made]], done: Replayed, run_id: str | None) -> None:
    for page, result in made:
        done.pages += 1
        if isinstance(result, StatusRecord):
            done.saved[save(connection, result, page, run_id=run_id, seen=False)] += 1
        else:
            done.rejected[result.reason] += 1


def _batches(made: Iterable[tuple[RawPage, Made]], size: int) -> Iterator[list[tuple[RawPage, Made]]]:
    batch: list[tuple[RawPage, Made]] = []
    for one in made:
        batch.append(one)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _last_change(engine: Engine) -> int:
    with reading(engine) as connection:
        return (
            connection.execute(select(CHANGES.c.change_id).order_by(CHANGES.c.change_id.desc()).limit(1)).scalar() or 0
        )


def _changed_by_rules(engine: Engine, start: int) -> Counter[str]:
    query = (
        select(CHANGED_VALUES.c.path)
        .join(CHANGES, CHANGES.c.change_id == CHANGED_VALUES.c.change_id)
        .where(CHANGES.c.change_id > start, CHANGES.c.cause == "rules", CHANGED_VALUES.c.kind == "value")
    )
    with reading(engine) as connection:
        return Counter(connection.execute(query).scalars())


def refuse_used(engine: Engine) -> None:
    """Raise UsageError for a store that holds something already."""
    if _last_change(engine):
        message = "the store is not empty; a rebuilt one is made beside it, and then takes its place"
        raise UsageError(message, source=engine.url.render_as_string(hide_password=True))

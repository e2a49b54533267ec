"""Records into the store, out of it, and on to another database."""

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import Engine

from pipeline.export import WRITERS, Options, export, feed
from pipeline.run import extract
from pipeline.store import engine_for, migrate, save
from pipeline.store.engine import reading, writing
from schemas.page import RawPage
from schemas.record import StatusRecord
from tools.bench.effort import Effort
from tools.bench.figures import Figure, Section, interleaved
from tools.bench.pages import another_article, dressed_pages

_AT_ONCE: Final = 100
_DIFFERENT: Final = 44
_ROUNDS: Final = 3

Made = tuple[StatusRecord, RawPage]


class _Stores:
    """Empty stores in a folder, and one that is full."""

    def __init__(self, folder: Path, records: Sequence[Made]) -> None:
        self.folder = folder
        self.records = records
        self._numbers = count()
        self.full = self.empty()
        _in_batches(self.full, records)

    def name(self) -> Path:
        """A path that nothing has yet."""
        return self.folder / str(next(self._numbers))

    def empty(self) -> Engine:
        """A store with tables and nothing else."""
        engine = engine_for(f"sqlite:///{self.name()}.sqlite3")
        migrate(engine)
        return engine

    def saved(self, how: Callable[[Engine, Sequence[Made]], None]) -> float:
        """Articles a second that are saved."""
        engine = self.empty()
        return self._rate(lambda: how(engine, self.records), engine)

    def fed(self) -> float:
        """Articles a second that another database takes over."""
        engine = self.empty()
        with reading(self.full) as connection:
            return self._rate(lambda: feed(connection, engine, Options()), engine)

    def exported(self, format_: str) -> float:
        """Articles a second that are written to files."""
        with reading(self.full) as connection:
            return self._rate(lambda: export(connection, self.name(), format_, Options(), code_version="bench"))

    def _rate(self, work: Callable[[], object], engine: Engine | None = None) -> float:
        began = time.perf_counter()
        work()
        seconds = time.perf_counter() - began
        if engine is not None:
            engine.dispose()
        return len(self.records) / seconds


def measure(effort: Effort) -> Section:
    """Articles a second into the store, to another database, and to files of each format."""
    with TemporaryDirectory() as folder:
        stores = _Stores(Path(folder), _records(effort.records))
        samples = interleaved(_tasks(stores), min(_ROUNDS, effort.repeats))
        stores.full.dispose()
    return Section(
        title="The store",
        how=(
            f"{effort.records:,} records of different articles, SQLite with a rollback journal, by the clock on the "
            f"wall; batches are {_AT_ONCE} articles in one transaction. Feed and exports give quotes only, the default."
        ),
        figures=tuple(Figure(name, "articles/s", values) for name, values in samples.items()),
    )


def _tasks(stores: _Stores) -> Mapping[str, Callable[[], float]]:
    return {
        "save, in batches": lambda: stores.saved(_in_batches),
        "save, one transaction each": lambda: stores.saved(_one_by_one),
        "feed to another store": stores.fed,
        **{f"export as {format_}": _export(stores, format_) for format_ in WRITERS},
    }


def _export(stores: _Stores, format_: str) -> Callable[[], float]:
    return lambda: stores.exported(format_)


def _records(number: int) -> list[Made]:
    dressed = dressed_pages(min(number, _DIFFERENT))
    pages = [another_article(dressed[n % len(dressed)], n) for n in range(number)]
    return [(extract(page.body, url=page.url), page) for page in pages]


def _in_batches(engine: Engine, records: Sequence[Made]) -> None:
    for start in range(0, len(records), _AT_ONCE):
        with writing(engine) as connection:
            for record, page in records[start : start + _AT_ONCE]:
                save(connection, record, page)


def _one_by_one(engine: Engine, records: Sequence[Made]) -> None:
    for record, page in records:
        save(engine, record, page)

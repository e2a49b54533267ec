"""Extracts and stores page after page, each another article, and reads clock, memory and size at some marks.

Task: `marks` (pages), `folder` (for the store). Answer: `marks`, a list of pages, extract_seconds, store_seconds
(processor time), resident_bytes, store_bytes.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import count, islice
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from pipeline.run import extract
from pipeline.store import engine_for, migrate, save
from pipeline.store.engine import writing
from pipeline.workers.memory import resident
from schemas.page import RawPage
from tools.bench.pages import another_article, dressed_pages
from tools.bench.processes import asked, say

_PAGES: Final = 22
"""Different pages that take turns; few, since they count as memory."""
_AT_ONCE: Final = 100
"""Articles in one transaction."""


@dataclass
class Mark:
    """What was used up to here, by the pages; memory by the whole process."""

    pages: int = 0
    extract_seconds: float = 0.0
    store_seconds: float = 0.0
    resident_bytes: int = 0
    store_bytes: int = 0


def endure(marks: list[int], folder: Path) -> Iterator[Mark]:
    """Work up to each mark, in rising order."""
    path = folder / "store.sqlite3"
    engine = engine_for(f"sqlite:///{path}")
    migrate(engine)
    pages = _pages()
    extract_and_store(engine, list(islice(pages, _PAGES)))  # what is compiled at first use
    size, used = path.stat().st_size, Mark()
    for mark in marks:
        while used.pages < mark:
            batch = list(islice(pages, min(_AT_ONCE, mark - used.pages)))
            extracted, stored = extract_and_store(engine, batch)
            used.pages += len(batch)
            used.extract_seconds += extracted
            used.store_seconds += stored
        used.resident_bytes, used.store_bytes = resident(), path.stat().st_size - size
        yield Mark(**asdict(used))
    engine.dispose()


def extract_and_store(engine: Engine, pages: list[RawPage]) -> tuple[float, float]:
    """Seconds of processor time that extracting took, and storing, in one transaction."""
    began = time.process_time()
    made = [(extract(page.body, url=page.url), page) for page in pages]
    extracted = time.process_time()
    with writing(engine) as connection:
        for record, page in made:
            save(connection, record, page)
    return extracted - began, time.process_time() - extracted


def _pages() -> Iterator[RawPage]:
    dressed = dressed_pages(_PAGES)
    for number in count():
        yield another_article(dressed[number % len(dressed)], number)


if __name__ == "__main__":
    task = asked()
    found = [asdict(mark) for mark in endure(task["marks"], Path(task["folder"]))]
    say(sys.stdout, {"marks": found})

"""What is ready at a time is committed together, and each URL learns what came of its own record."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from pipeline.crawl.desk import Desk
from pipeline.crawl.ledger import Body, Ledger, Settlement
from pipeline.crawl.outcome import Outcome
from pipeline.crawl.planning import Planned
from pipeline.errors import StoreUnavailable
from pipeline.run import extract_page
from pipeline.store import SaveResult
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.crawling import article
from tests.stores import store

Results = Desk[Settlement, SaveResult | None]
NOW = datetime(2026, 5, 1, tzinfo=UTC)
URLS = tuple(f"https://avis.example/{number}/" for number in range(4))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = store(tmp_path / "store.sqlite3", lock_wait=0.05)
    yield engine
    engine.dispose()


def ledger_of(engine: Engine) -> Ledger:
    ledger = Ledger.resume_or_begin(engine, "run", {}, lambda: NOW, "1")
    ledger.plan([Planned(url, "avis") for url in URLS])
    return Ledger(engine, ledger.run_id, "1", lambda: NOW, patience=0.1)


async def settled(desk: Results, *made: Settlement) -> list[SaveResult | BaseException | None]:
    return await asyncio.gather(*(desk.settle(one) for one in made), return_exceptions=True)


def test_what_is_ready_at_a_time_is_one_transaction(engine: Engine) -> None:
    ledger = ledger_of(engine)
    desk = Desk(ledger.settle)
    page = RawPage(url=URLS[1], body=article("02"))
    record = extract_page(page)
    assert isinstance(record, StatusRecord)
    commits: list[object] = []
    event.listen(engine, "commit", commits.append)
    found = asyncio.run(
        settled(
            desk,
            Settlement(Outcome(URLS[0], "gone")),
            Settlement(Outcome(URLS[1], "ok"), Body(page), record),
            Settlement(Outcome(URLS[2], "failed")),
        )
    )
    assert found == [None, SaveResult.NEW, None]
    assert len(commits) == 1
    assert asyncio.run(settled(desk, Settlement(Outcome(URLS[3], "gone")))) == [None]
    assert ledger.states() == {"gone": 2, "ok": 1, "failed": 1}


def test_all_learn_of_a_commit_that_fails_and_none_is_settled(engine: Engine) -> None:
    ledger = ledger_of(engine)
    desk = Desk(ledger.settle)
    with engine.connect() as other:
        other.exec_driver_sql("COMMIT")
        other.exec_driver_sql("BEGIN IMMEDIATE")
        found = asyncio.run(settled(desk, *(Settlement(Outcome(url, "gone")) for url in URLS[:2])))
        assert [type(one) for one in found] == [StoreUnavailable, StoreUnavailable]
        assert ledger.states() == {"queued": 4}


def test_a_commit_waits_for_the_pages_that_are_being_read(engine: Engine) -> None:
    ledger = ledger_of(engine)
    desk = Desk(ledger.settle)
    commits: list[object] = []
    event.listen(engine, "commit", commits.append)

    async def read(url: str, seconds: float) -> None:
        with desk.expecting():
            await asyncio.sleep(seconds)
        await desk.settle(Settlement(Outcome(url, "failed")))

    async def read_all() -> None:
        await asyncio.gather(read(URLS[0], 0), read(URLS[1], 0.001))

    asyncio.run(read_all())
    assert len(commits) == 1

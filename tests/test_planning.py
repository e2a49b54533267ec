"""The plan of a run: each URL once, in the order found, however many there are."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, select

from pipeline.crawl.ledger import Ledger
from pipeline.crawl.planning import Planned
from pipeline.store.engine import reading
from pipeline.store.operations import FETCHES, SIGHTINGS, URLS
from tests.stores import store

NOW = datetime(2026, 5, 1, tzinfo=UTC)
MANY = [Planned(f"https://avis.example/{number:04}/", "avis", ("sitemap",)) for number in range(1_203)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    engine = store(tmp_path / "store.sqlite3")
    yield Ledger.resume_or_begin(engine, "run", {}, lambda: NOW, "1")
    engine.dispose()


def plan(ledger: Ledger, *planned: Planned) -> int:
    return ledger.plan(planned, [(one.url, source) for one in planned for source in one.found_by])


def counts(engine: Engine) -> list[int]:
    with reading(engine) as connection:
        return [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (FETCHES, SIGHTINGS, URLS)
        ]


def test_a_long_plan_keeps_its_order_and_each_url_once(ledger: Ledger) -> None:
    more = Planned("https://avis.example/more/", "avis", ("related", "feed"))
    assert plan(ledger, *MANY) == len(MANY)
    assert plan(ledger, MANY[7], more, MANY[1_100]) == 1
    assert plan(ledger, *MANY, more) == 0
    assert [url for url, _ in ledger.queued()] == [one.url for one in (*MANY, more)]
    assert counts(ledger.engine) == [1_204, 1_205, 1_204]


def test_what_was_met_in_an_earlier_run_is_planned_again(ledger: Ledger) -> None:
    plan(ledger, *MANY[:3])
    ledger.end("finished", 0, {})
    later = Ledger.resume_or_begin(ledger.engine, "run", {}, lambda: NOW.replace(hour=1), "1")
    assert plan(later, *MANY[:4]) == 4
    assert counts(ledger.engine) == [7, 7, 4]


def test_to_plan_a_few_reads_no_more_the_longer_the_plan_is(ledger: Ledger) -> None:
    plan(ledger, *MANY)
    read: list[str] = []
    event.listen(ledger.engine, "before_cursor_execute", lambda *told: read.append(told[2]))
    assert plan(ledger, *MANY[:4]) == 0
    selects = [statement for statement in read if statement.startswith("SELECT")]
    assert len(selects) == 2
    assert all(" IN (" in statement for statement in selects)

"""What the report says of runs and doubts, of articles that are gone, and of a municipality over time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from pipeline.report.build import Options
from pipeline.report.quality import Score
from pipeline.store import engine_for, migrate
from pipeline.store.engine import writing
from pipeline.store.lifecycle import Missing, mark_gone
from pipeline.store.operations import FETCHES, RUNS
from tests.records import URL, full_record
from tests.test_report import OTHER, files_of, filled, keep, make, record_of, store

__all__ = ["filled", "store"]

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
RUN = {"run_id": "r1", "command": "run", "status": "finished", "started_at": NOON, "finished_at": NOON}


def add_run(engine: Engine) -> None:
    """Store a run with a page that is fine, one that drifted, and one that is still queued."""
    plain = {"run_id": "r1", "site": "avisen", "missing": None, "message": None}
    fetches = [
        {**plain, "url": URL, "position": 0, "state": "ok"},
        {**plain, "url": "https://avis.example/ny", "position": 1, "state": "drift", "missing": "goals,advisory"},
        {**plain, "url": "https://avis.example/senere", "position": 2, "state": None},
    ]
    fetches[1]["message"] = "two questions <are> missing"
    with writing(engine) as connection:
        connection.execute(insert(RUNS).values(**RUN, exit_code=4, code_version="1"))
        connection.execute(insert(FETCHES), fetches)


def text_of(folder: Path, name: str) -> str:
    """A page of a report."""
    return (folder / name).read_text(encoding="utf-8")


def test_quality_shows_the_latest_run(store: Engine, tmp_path: Path) -> None:
    add_run(store)
    make(store, tmp_path / "out", Options(scores=(Score("stance", 0.991, 0.975),)))
    page = text_of(tmp_path / "out", "quality.html")
    assert "2026-01-02 12:00 UTC" in page
    assert "Hvad vil man opnå?, Sparring og rådgivning" in page
    assert "two questions &lt;are&gt; missing" in page
    assert "99,1 %" in page
    assert "97,5 %" in page


def test_quality_counts_every_state_and_what_is_queued(store: Engine, tmp_path: Path) -> None:
    add_run(store)
    make(store, tmp_path / "out", Options(lang="en"))
    page = text_of(tmp_path / "out", "quality.html")
    row = page.split('<tr><th scope="row">avisen</th>')[1].split("</tr>")[0]
    assert row.count('<td class="amount">1</td>') == 3
    assert row.count('<td class="amount">0</td>') == 8


def test_the_review_queue_leads_to_the_answer(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "out")
    page = text_of(tmp_path / "out", "quality.html")
    queue = page.split('<div class="wide queue"')[1].split("</div>")[0]
    assert queue.count("#goals") == 2, "one of each article"
    assert "bør ses efter" in queue


@pytest.mark.parametrize("lang", ["da", "en"])
def test_an_empty_store_makes_a_report_that_says_so(store: Engine, tmp_path: Path, lang: str) -> None:
    for url in (URL, OTHER):
        with writing(store) as connection:
            assert mark_gone(connection, Missing(url, 410, NOON), code_version="1")
    make(store, tmp_path / "out", Options(lang="da" if lang == "da" else "en"))
    page = text_of(tmp_path / "out", "index.html")
    assert ("ingen artikler" in page) == (lang == "da")
    assert "<b>0</b>" in page


def test_an_article_that_is_gone_keeps_its_page_and_leaves_the_numbers(store: Engine, tmp_path: Path) -> None:
    with writing(store) as connection:
        mark_gone(connection, Missing(OTHER, 410, NOON), code_version="1")
    make(store, tmp_path / "out")
    files = files_of(tmp_path / "out")
    assert sum(b"2. januar 2026" in page for name, page in files.items() if name.startswith("article/")) == 1
    assert files["data/articles.jsonl"].count(b"\n") == 1
    assert b"findes ikke l" in files["municipality/0320.html"]


def test_a_municipality_shows_what_changed_between_articles(store: Engine, tmp_path: Path) -> None:
    make(store, tmp_path / "out")
    page = text_of(tmp_path / "out", "municipality/0320.html")
    changes = page.split('id="changes"')[1].split("</section>")[0]
    assert "2017" in changes.split("<ul")[0]
    assert changes.count("<li>") == 1, "the strategy alone"
    assert changes.index("Ja · aftale") < changes.index("På vej · aftale")
    assert 'href="mailto:bo@faxe.example"' in page


def test_a_single_article_has_nothing_to_compare_with(tmp_path: Path, store: Engine) -> None:
    place = {"code": "0336", "name": "Stevns", "official_name": "Stevns Kommune", "region": "Region Sjælland"}
    record = full_record().municipality
    assert record is not None
    stevns = record.model_copy(update=place)
    url = "https://avis.example/stevns-2019/"
    keep(store, record_of(url, b"four", municipality=stevns), b"four")
    make(store, tmp_path / "out")
    assert "kun én artikel" in text_of(tmp_path / "out", "municipality/0336.html")


def test_an_article_without_a_municipality_is_named_by_its_heading(tmp_path: Path, store: Engine) -> None:
    keep(store, record_of("https://avis.example/hvem/", b"five", municipality=None, title="Hvem er vi?"), b"five")
    make(store, tmp_path / "out")
    assert "Hvem er vi?" in text_of(tmp_path / "out", "data/articles.jsonl")
    assert "Ingen kommune fundet" in "".join(
        page.decode() for name, page in files_of(tmp_path / "out").items() if name.startswith("article/")
    )


def test_both_databases_make_the_same_report(postgres_url: str, tmp_path: Path) -> None:
    for name, url in (("postgres", postgres_url), ("sqlite", f"sqlite:///{tmp_path / 'other.db'}")):
        engine = engine_for(url)
        migrate(engine)
        for page, body in ((URL, b"one"), (OTHER, b"two")):
            keep(engine, record_of(page, body), body)
        add_run(engine)
        make(engine, tmp_path / name)
        engine.dispose()
    assert files_of(tmp_path / "postgres") == files_of(tmp_path / "sqlite")

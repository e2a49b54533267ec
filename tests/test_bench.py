"""The harness of the benchmark: that its pages are fit to measure on, and that it says what it measured."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.run import extract_page
from schemas.page import RawPage
from schemas.record import StatusRecord
from tools.bench import storing
from tools.bench.__main__ import main
from tools.bench.chart import svg
from tools.bench.effort import QUICK, Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.machine import Machine
from tools.bench.markdown import number, page
from tools.bench.pages import LARGEST, SMALLEST, another_article, articles, changed_records, dressed_pages, invented
from tools.bench.processes import serving
from tools.bench.tasks import crawl
from tools.bench.tasks.endure import endure
from tools.bench.tasks.run import run

IDLE = Machine(cores=2, system="Linux", python="CPython 3.11", versions=("spacy 3",), load=0.1)
MISSED = Figure("a <b> & c", "×", (3.0, 1.0, 2.0), Bar("at most", 1.0))
MET = Figure("pages", "pages/s", (900.0,), Bar("at least", 450.0))
PLAIN = Figure("plain", "ms", (0.25,))
SECTION = Section("A title", "How it was done.", (MISSED, MET, PLAIN), ("peer is not installed: left out",))


def test_pages_are_the_same_every_time_and_spread_over_the_sizes() -> None:
    pages = dressed_pages(11)
    sizes = [len(page.body) for page in pages]
    assert pages == dressed_pages(11)
    assert sizes[0] < 1.6 * SMALLEST
    assert 0.95 * LARGEST < sizes[-1] <= LARGEST


def test_the_chrome_changes_no_record() -> None:
    pages = dressed_pages(11)
    assert changed_records(pages) == []
    other = pages[0].model_copy(update={"body": pages[0].body.replace(b"Kolding", b"Aalborg")})
    assert changed_records((other,)) == [other.url]


def test_another_article_is_read_as_one_of_its_own() -> None:
    base = articles()[0]
    made = [extract_page(another_article(base, n)) for n in (7, 8)]
    records = [record for record in made if isinstance(record, StatusRecord)]
    assert len({record.source.url for record in records}) == 2
    assert len({record.source.article_sha256 for record in records}) == 2
    assert len({record.source.canonical_url for record in records}) == 2


def test_invented_words_never_repeat() -> None:
    words = [invented(n) for n in range(20_000)]
    assert len(set(words)) == len(words)
    assert all(word.isalpha() and word.isascii() for word in words)


def test_a_figure_is_held_to_its_bar_by_its_median() -> None:
    assert (MISSED.median, MISSED.met) == (2.0, False)
    assert (MET.met, PLAIN.met) == (True, None)
    assert ratio("r", (1.0, 6.0), (2.0, 3.0)).values == (0.5, 2.0)


def test_tasks_take_turns_and_each_begins_once() -> None:
    order: list[str] = []

    def task(name: str) -> float:
        order.append(name)
        return float(len(order))

    samples = interleaved({"a": lambda: task("a"), "b": lambda: task("b")}, 2)
    assert order == ["a", "b", "b", "a"]
    assert samples == {"a": (1.0, 4.0), "b": (2.0, 3.0)}


def test_the_page_says_what_is_met() -> None:
    text = page([SECTION], IDLE, "2026-11-24", "chart.svg")
    assert "| a <b> & c | 2.00 × | 1.00 – 3.00 | at most 1.00 | **not met** |" in text
    assert "| pages | 900 pages/s |  | at least 450 | met |" in text
    assert "| plain | 0.25 ms |  |  |  |" in text
    assert "Measured on 2026-11-24 on 2 cores" in text
    assert "peer is not installed: left out." in text


@pytest.mark.parametrize(("value", "text"), [(12345.6, "12,346"), (99.94, "99.9"), (1.234, "1.23"), (0.0123, "0.012")])
def test_numbers_have_three_figures(value: float, text: str) -> None:
    assert number(value) == text


def test_the_chart_draws_how_much_of_its_bar_a_figure_uses() -> None:
    root = ET.fromstring(svg([SECTION]))  # noqa: S314 -- our own SVG
    bars = [(bar.get("class"), bar.get("width")) for bar in root.iter("{http://www.w3.org/2000/svg}rect")][1:]
    assert bars == [("missed", "560.0"), ("met", "140.0")]
    assert "a <b> & c" in [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_marks_count_pages_and_what_they_cost(tmp_path: Path) -> None:
    first, last = endure([3, 6], tmp_path)
    assert (first.pages, last.pages) == (3, 6)
    assert 0 < first.extract_seconds < last.extract_seconds
    assert 0 < first.store_bytes < last.store_bytes
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        (articles_stored,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    assert articles_stored == 22 + 6


def test_the_store_is_measured_in_every_way() -> None:
    section = storing.measure(Effort(records=3, repeats=1))
    assert len(section.figures) == 7
    assert all(figure.median > 0 for figure in section.figures)


def test_a_crawl_fetches_every_page_of_the_site_once() -> None:
    seen: list[str] = []

    async def keep(given: RawPage) -> bool:
        seen.append(given.url)
        return True

    with serving("tools.bench.tasks.site", {"pages": 5}) as site:
        answer = asyncio.run(crawl.crawl(site["urls"], crawl.settings_for(4), keep))
    assert sorted(seen) == sorted(site["urls"])
    assert answer["done"] == 5


def test_the_command_measures_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick", "--only", "extraction", "--out", str(tmp_path), "--date", "2026-11-24"]) == 0
    text = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == text
    assert f"{QUICK.pages} constructed pages" in text
    assert "| kommunestatus / the least |" in text
    assert ET.parse(tmp_path / "benchmarks.svg").getroot().tag.endswith("svg")  # noqa: S314 -- our own SVG


def test_the_scheduled_run_stores_every_page_of_the_site(tmp_path: Path) -> None:
    with serving("tools.bench.tasks.site", {"pages": 3}) as site:
        answer = run(site["site"], 4, tmp_path / "run")
    assert answer["done"] == len(site["urls"]) == 3

"""The report as a browser shows it from disk: no finding of axe, no broken policy, keyboard and hash work.

Needs the system's Chromium; skipped where there is none.
"""

import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.report.build import Options
from pipeline.report.quality import Score
from pipeline.store import engine_for, migrate
from tests.records import full_record
from tests.test_report import OTHER, keep, make, record_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
PAGES = ["index", "matrix", "municipalities", "quality", "downloads", "municipality/0320", "article/*"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of two articles of a municipality."""
    folder = tmp_path_factory.mktemp("report")
    engine = engine_for(f"sqlite:///{folder / 'store.db'}")
    migrate(engine)
    first = full_record()
    keep(engine, record_of(first.source.url, b"one"), b"one")
    period = {"start": "2017-01-01", "end": "2017-12-31", "precision": "year", "text": "2017"}
    planned = first.answers.strategy.model_copy(update={"stance": "planned"})
    answers = first.answers.model_copy(update={"procurement": first.answers.rsv_only_policy, "strategy": planned})
    keep(engine, record_of(OTHER, b"two", period=period, published_on="2017-03-01", answers=answers), b"two")
    make(engine, folder / "out", Options(scores=(Score("stance", 0.99, 0.975),)))
    engine.dispose()
    return folder / "out"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose every complaint fails the test: errors of scripts, and what the policy forbids."""
    context = browser.new_context()
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert not complaints


def address(report: Path, name: str) -> str:
    """A page's address on disk; a star is the first that fits."""
    name, _, fragment = name.partition("#")
    return f"{next(iter(sorted(report.glob(f'{name}.html')))).as_uri()}#{fragment}"


def findings(page: Page) -> list[dict[str, Any]]:
    """What axe finds in a page; it may not fetch the styles anew, since the policy forbids that."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")
    return [{"rule": one["id"], "at": [node["html"] for node in one["nodes"]]} for one in found["violations"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, report: Path, name: str, scheme: Literal["light", "dark"], width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(report, name))
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing runs off the side"


def test_the_matrix_filters_by_its_address_and_keeps_it(page: Page, report: Path) -> None:
    page.goto(address(report, "matrix#question=procurement&kind=blank"))
    assert page.locator("tbody tr").count() == 1
    page.locator("#kind").select_option("")
    assert page.locator("tbody tr").count() == 2
    assert page.url.endswith("#question=procurement")
    page.locator("#find").fill("intet svar har dette ord")
    assert page.locator("tbody tr").count() == 0


def test_every_number_of_the_first_page_leads_to_as_many_articles(page: Page, report: Path) -> None:
    page.goto(address(report, "index"))
    links = page.locator("main a[href*='matrix.html#']:not(.sums a)")
    words = "(link.querySelector('title') || link).textContent"
    found = links.evaluate_all(f"links => links.map(link => [link.getAttribute('href'), {words}])")
    assert len(found) > 20
    for href, text in found:
        number, articles = int(re.findall(r"\d+", text)[-1]), 2 if "→" in text else 1
        page.goto(address(report, "matrix#" + href.partition("#")[2]))
        assert page.locator("tbody tr").count() == number * articles, (href, text)


def test_the_matrix_goes_by_keyboard(page: Page, report: Path) -> None:
    page.goto(address(report, "matrix"))
    page.locator("tbody a").first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused.endswith("#strategy")
    assert page.locator("tbody tr").nth(1).locator("a:focus").count() == 1
    assert page.locator('tbody a[tabindex="0"]').count() == 1
    assert "Ja, en aftale fra 2016" in page.locator("#peek q").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/*.html#strategy")


def test_sorting_says_so(page: Page, report: Path) -> None:
    page.goto(address(report, "matrix"))
    head = page.locator("thead th").nth(1)
    for order, first in (("ascending", "2017"), ("descending", "2019")):
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == order
        assert page.locator("tbody tr").first.locator("td").first.inner_text() == first


def test_a_value_lights_its_sentence_and_back(page: Page, report: Path) -> None:
    page.goto(address(report, "article/*"))
    page.locator("#f-social_enterprises-quantities-count a").first.focus()
    assert page.locator("mark.lit").all_inner_texts() == ["Ca. 12"]
    page.locator("mark", has_text="Renere natur").first.hover()
    assert [text.split("\n")[1] for text in page.locator(".fact.lit").all_inner_texts()] == [
        "bæredygtighed",
        "Renere natur",
    ]


def test_the_theme_can_be_chosen(page: Page, report: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address(report, "index"))
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-toggle]").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_first_page_is_light(report: Path) -> None:
    loaded = ["index.html", "assets/map.css", "assets/report.css", "assets/report.js"]
    assert sum((report / name).stat().st_size for name in loaded) <= 300_000

"""The charts: every number is drawn to scale, said in words, and no text escapes."""

import re
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from pipeline.report.charts import Count, Point, Stack, bars, counts, sparkline, stacked, steps
from pipeline.report.charts_marks import KINDS
from pipeline.report.measures import Bounds
from tests.conftest import ROOT

SVG: Final = "{http://www.w3.org/2000/svg}"
ROWS: Final = (Count("yes", "Ja", 40), Count("no", "Nej", 10, "matrix.html#no"), Count("silent", "Intet svar", 0))
STACKS: Final = (Stack("Strategi", ROWS[:2]), Stack("Indkøb", ()))
POINTS: Final = (Point("2016", Bounds(8, 8)), Point("2018", Bounds(10, 20)), Point("2021", Bounds(15, None)))
CHARTS: Final = {
    "bars": bars(ROWS, title="Strategi", lang="da"),
    "stacked": stacked(STACKS, title="Svar", lang="da"),
    "steps": steps((2016, 2018), {"yes": (1, 4), "no": (2, 0)}, title="Over tid", lang="da"),
    "sparkline": sparkline(POINTS, title="Antal", lang="da"),
}


def parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314 -- what the code under test has just written


def svg(name: str) -> ET.Element:
    return next(parsed(CHARTS[name]).iter(f"{SVG}svg"))


def shapes(drawing: str, tag: str, css: str) -> list[dict[str, str]]:
    return [one.attrib for one in parsed(drawing).iter(f"{SVG}{tag}") if one.get("class") == css]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_a_name_and_says_its_numbers(name: str) -> None:
    root = svg(name)
    assert root.get("role") == ("group" if "href" in CHARTS[name] else "img")
    assert root.get("aria-label") == root.findtext(f"{SVG}title") != ""
    assert [one.tag for one in root][:2] == [f"{SVG}title", f"{SVG}desc"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bars", "Ja 40, Nej 10, Intet svar 0"),
        ("stacked", "Strategi: Ja 40, Nej 10; Indkøb: "),
        ("steps", "Ja: 2016 1, 2018 4; Nej: 2016 2, 2018 0"),
        ("sparkline", "2016: 8, 2018: 10–20, 2021: mindst 15"),
    ],
)
def test_descriptions(name: str, said: str) -> None:
    assert svg(name).findtext(f"{SVG}desc") == said


def test_bars_are_to_scale_and_nought_stays_visible() -> None:
    widths = [float(one["width"]) for one in shapes(CHARTS["bars"], "rect", "shape") if one["height"] == "12"]
    assert widths == [316, 79, 1.5]


def test_a_number_leads_to_its_articles() -> None:
    (link,) = svg("bars").iter(f"{SVG}a")
    assert (link.get("href"), link.get("class")) == ("matrix.html#no", "kind-no")


def test_parts_of_a_stack_fill_the_row() -> None:
    parts = [one for one in shapes(CHARTS["stacked"], "rect", "shape") if one["height"] == "18" and "rx" not in one]
    assert [(float(one["x"]), float(one["width"])) for one in parts] == [(0.6, 286.8), (288.6, 70.8)]


def test_the_legend_names_the_kinds_in_use_once() -> None:
    rows = (Stack("a", ROWS), Stack("b", ROWS))
    items = ["".join(one.itertext()) for one in parsed(stacked(rows, title="x", lang="da")).iter("li")]
    assert items == ["Ja", "Nej"]


def test_steps_share_one_scale_and_keep_the_years_apart() -> None:
    yes, no = (one["d"] for one in shapes(CHARTS["steps"], "path", "step"))
    assert yes == "M0 63.5H0.0V63.5H60.0V26.0H90.0"
    assert no == "M0 51.0H0.0V51.0H60.0V76.0H90.0"


def test_a_range_is_drawn_from_its_lower_to_its_upper_end() -> None:
    (closed,) = shapes(CHARTS["sparkline"], "path", "range")
    assert closed["d"] == "M87.0 27.0V8.0"
    (open_above,) = shapes(CHARTS["sparkline"], "path", "open")
    assert open_above["d"].startswith("M162.0 17.5V2.0M")


@pytest.mark.parametrize(
    "drawing",
    [
        bars((), title="x", lang="en"),
        stacked((), title="x", lang="en"),
        steps((), {}, title="x", lang="en"),
        steps((), {"yes": ()}, title="x", lang="en"),
        steps((2018,), {"yes": (0,)}, title="x", lang="en"),
        sparkline((), title="x", lang="en"),
        sparkline((Point("2018", Bounds(0, 0)),), title="x", lang="en"),
    ],
)
def test_next_to_nothing_is_still_a_chart(drawing: str) -> None:
    assert not re.search(r"nan|inf|-\d+\.?\d*\"", drawing)
    assert "<desc>" in drawing
    parsed(drawing)


def test_hostile_text_leaves_the_drawing_unchanged() -> None:
    hostile = "</text><script>alert(1)</script>\x00\"'&"
    rows = tuple(Count(row.kind, hostile, row.count, hostile if row.href else None) for row in ROWS)
    drawing = bars(rows, title=hostile, lang="da")
    assert [one.tag for one in parsed(drawing).iter()] == [one.tag for one in parsed(CHARTS["bars"]).iter()]
    points = tuple(Point(hostile, point.bounds) for point in POINTS)
    spark = sparkline(points, title=hostile, lang="da")
    assert [one.tag for one in parsed(spark).iter()] == [one.tag for one in parsed(CHARTS["sparkline"]).iter()]
    assert not re.search(r"<script|style=|\son\w+=", drawing + spark)


def test_every_class_of_a_drawing_is_in_the_stylesheet() -> None:
    css = (ROOT / "pipeline" / "report" / "assets" / "map.css").read_text(encoding="utf-8")
    used = {
        name
        for drawing in CHARTS.values()
        for names in re.findall(r'class="([^"]*)"', drawing)
        for name in names.split()
    }
    used -= {"chart-bars", "chart-stacked", "chart-steps"}  # names for a page to place them by
    assert sorted(name for name in used if not re.search(rf"\.{name}\b", css)) == []


def test_a_tally_is_counted_in_its_order_and_language() -> None:
    found = counts({"yes": ("a", "b"), "no": ()}, "en", {"yes": "matrix.html#yes"})
    assert found == (Count("yes", "Yes", 2, "matrix.html#yes"), Count("no", "No", 0))
    assert counts({"planned": ("a",)}, "da")[0].label == KINDS["planned"].da

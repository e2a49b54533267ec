"""The tile map: its layout is Denmark, every tile speaks, colour never stands alone, and no text escapes."""

import csv
import re
from importlib.resources import files
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from pipeline.danish.municipalities import all_municipalities
from pipeline.report.charts_marks import KINDS, Lang, bounds_words, level_words, number, text
from pipeline.report.map import PHRASES, Shade, Tile, legend_words, shades, tile_map, tiles
from pipeline.report.measures import STANCE_KINDS, STATUSES, STEPS, Bounds, Measure, Reading
from tests.conftest import ROOT
from tools.tile_layout import DRAWING, OFFICIAL, Place, drawn, fidelity, places

SVG: Final = "{http://www.w3.org/2000/svg}"
CSS: Final = (ROOT / "pipeline" / "report" / "assets" / "map.css").read_text(encoding="utf-8")


def layout(drawing: str = DRAWING) -> list[Place]:
    with OFFICIAL.open(encoding="utf-8", newline="") as file:
        return places(csv.DictReader(file), drawn(drawing))


def tile(name: str) -> Tile:
    return next(one for one in tiles() if all_municipalities()[one.code].name == name)


def figure(values: dict[str, Shade], links: dict[str, str] | None = None, lang: Lang = "da") -> ET.Element:
    return parsed(tile_map(values, lang=lang, links=links or {}, title="Strategi"))


def parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314 -- what the code under test has just written


def labels(root: ET.Element) -> dict[str, str]:
    found = (one.get("aria-label", "").partition(": ") for one in root.iter() if "tile " in one.get("class", ""))
    return {name: says for name, _, says in found}


def test_every_municipality_has_one_tile_and_one_short_name() -> None:
    assert {one.code for one in tiles()} == set(all_municipalities())
    assert len({one.short for one in tiles()}) == len({(one.column, one.row) for one in tiles()}) == len(tiles()) == 98
    assert {len(one.short) for one in tiles()} <= {3, 4, 5}


def test_the_file_is_the_drawing() -> None:
    lines = files("pipeline.report").joinpath("tiles.csv").read_text(encoding="utf-8").splitlines()
    rows = [tuple(row.values()) for row in csv.DictReader(lines)]
    assert rows == [(one.code, one.short, str(one.column), str(one.row)) for one in layout()]


def test_the_drawing_is_true_to_the_map() -> None:
    found = fidelity(layout())
    assert found.neighbours >= 0.94
    assert found.north >= 0.965
    assert found.east >= 0.99


def test_a_mirrored_country_is_not_true() -> None:
    mirrored = "\n".join(reversed(DRAWING.strip("\n").split("\n")))
    assert fidelity(layout(mirrored)).north < 0.1


@pytest.mark.parametrize(
    ("drawing", "message"),
    [
        (DRAWING.replace("Læsø", "Samsø"), "Læsø"),
        (DRAWING.replace("Læsø", "Odder"), "drawn twice"),
        (DRAWING.replace("Læsø", "Atlan"), "no municipality"),
        (DRAWING.replace("Læsø", "Fr"), "short for"),
    ],
)
def test_a_drawing_that_misses_one_is_refused(drawing: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        layout(drawing)


def test_islands_lie_in_the_water() -> None:
    taken = {one.centre for one in tiles()}
    for name in ("Læsø", "Samsø", "Fanø", "Ærø", "Langeland", "Bornholm"):
        x, y = tile(name).centre
        assert [place for place in taken if 0 < abs(place[0] - x) + abs(place[1] - y) < 140] == [], name


@pytest.mark.parametrize(
    ("western", "eastern"), [("Fanø", "Esbjerg"), ("Odder", "Samsø"), ("Middelfart", "Nyborg"), ("Nyborg", "Slagelse")]
)
def test_west_is_west_of_the_belts(western: str, eastern: str) -> None:
    assert tile(western).centre[0] < tile(eastern).centre[0]


def test_every_tile_says_its_name_and_what_holds() -> None:
    root = figure({"0851": Shade("no", "har ingen strategi (2018)")}, {"0851": "municipality/0851.html"})
    assert labels(root)["Aalborg"] == "har ingen strategi (2018)"
    assert labels(root)["Odense"] == "ingen artikel"
    assert len(labels(root)) == 98
    (link,) = root.iter(f"{SVG}a")
    assert (link.get("href"), link.get("class")) == ("municipality/0851.html", "tile kind-no")
    assert link.findtext(f"{SVG}title") == "Aalborg: har ingen strategi (2018)"


def test_the_legend_counts_the_kinds_in_use() -> None:
    root = figure({"0851": Shade("no", "x"), "0101": Shade("no", "x"), "0461": Shade("yes", "x")}, lang="en")
    assert [" ".join("".join(item.itertext()).split()) for item in root.iter("li")] == [
        "Yes 1",
        "No 2",
        "No article 95",
    ]


def test_each_kind_has_a_colour_and_a_sign_of_its_own() -> None:
    for group in (STANCE_KINDS, STATUSES, tuple(f"level{step}" for step in range(5))):
        assert len({(KINDS[kind].line, KINDS[kind].solid) for kind in group}) == len(group)
    assert [kind for kind in KINDS if f".kind-{kind} " not in CSS and f".kind-{kind}," not in CSS] == []
    assert [kind for kind in KINDS if not KINDS[kind].line + KINDS[kind].solid] == ["none"]


def themes() -> list[dict[str, str]]:
    """The colours of the light theme, of the dark one by preference, and of the dark one by choice."""
    roots = re.findall(r":root[^{]*\{([^}]*)\}", CSS)
    return [dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", root)) for root in roots]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_ink_reads_on_every_surface_in_light_and_dark() -> None:
    light, dark, chosen = themes()
    assert dark == chosen
    assert light.keys() == dark.keys()
    for theme in (light, dark):
        inks = {f"map-{name}": "map-page" for name in ("ink", "faint", "focus")}
        inks |= {name: name.removesuffix("-ink") for name in theme if name.endswith("-ink") and name != "map-ink"}
        assert len(inks) == 14
        assert [ink for ink, on in inks.items() if contrast(theme[ink], theme[on]) < 4.5] == []


def test_text_is_text_and_nothing_is_styled_inline() -> None:
    hostile = "</text><script>alert(1)</script>\x00\"'&"
    drawing = tile_map({"0851": Shade("no", hostile)}, lang="da", links={"0851": '"><b>'}, title=hostile)
    benign = figure({"0851": Shade("no", "x")}, {"0851": "x"})
    assert [one.tag for one in parsed(drawing).iter()] == [one.tag for one in benign.iter()]
    assert not re.search(r"<script|style=|\son\w+=", drawing)


@pytest.mark.parametrize(
    ("measure", "kind", "bounds", "da", "en"),
    [
        ("strategy", "no", None, "har ingen strategi (2018)", "has no strategy (2018)"),
        ("strategy", "silent", None, "ved det ikke eller opgør det ikke (2018)", "does not know or keep count (2018)"),
        ("enterprises", "level1", Bounds(1, 1), "1 socialøkonomisk virksomhed (2018)", "1 social enterprise (2018)"),
        (
            "enterprises",
            "level4",
            Bounds(1200, None),
            "mindst 1.200 socialøkonomiske virksomheder (2018)",
            "at least 1,200 social enterprises (2018)",
        ),
        ("jobs", "level2", Bounds(15, 20), "15–20 job til udsatte (2018)", "15–20 jobs for vulnerable people (2018)"),
        ("coverage", "level2", Bounds(2, 2), "2 artikler", "2 articles"),
    ],
)
def test_what_a_tile_says(measure: Measure, kind: str, bounds: Bounds | None, da: str, en: str) -> None:
    readings = {"0851": Reading("0851", kind, "unknown", "a", 2018, bounds)}
    assert shades(readings, measure, "da")["0851"] == Shade(kind, da)
    assert shades(readings, measure, "en")["0851"] == Shade(kind, en)


def test_both_languages_have_the_same_phrases() -> None:
    keys = [{group: set(phrases) for group, phrases in PHRASES[lang].items()} for lang in ("da", "en")]
    assert keys[0] == keys[1]
    assert set(PHRASES["da"]["silent"]) == set(STATUSES)


def test_levels_are_named_by_their_numbers() -> None:
    assert list(level_words("enterprises", "da").values()) == ["0", "1–4", "5–9", "10–19", "20 eller flere"]
    assert level_words("coverage", "en")["level2"] == "2"
    assert legend_words("strategy", "da") == {}
    assert all(set(legend_words(measure, "en")) < set(KINDS) for measure in ("enterprises", "jobs", "coverage"))
    assert set(STEPS) == {"enterprises", "jobs", "coverage"}


def test_numbers_and_text_as_each_language_prints_them() -> None:
    assert (number(1234.5, "da"), number(1234.5, "en"), number(12.0, "da")) == ("1.234,5", "1,234.5", "12")
    assert bounds_words(Bounds(None, 15), "da") == "højst 15"
    assert text("a\x00<b>\N{NO-BREAK SPACE}æ") == "a\N{REPLACEMENT CHARACTER}&lt;b&gt;\N{NO-BREAK SPACE}æ"

"""The tile map of Denmark as inline SVG: one equal hexagon a municipality, from `tiles.csv`.

Colours and type are classes of `assets/map.css`, since the report allows no inline styles; each kind has a sign beside
its colour, and a municipality without an article is an outline.
"""

import csv
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from pipeline.danish.municipalities import all_municipalities
from pipeline.report.charts_marks import KINDS, Lang, bounds_words, level_words, sign, text
from pipeline.report.measures import SILENT, STEPS, Measure, Reading

NONE: Final = "none"
BORNHOLM: Final = "0400"
_WIDTH: Final = 100
"""Width of a tile, in units of the drawing."""
_ROW: Final = _WIDTH * math.sqrt(3) / 2
_MARGIN: Final = 24
# A little smaller than its place, for a seam between tiles; the stroke rounds the corners.
_RADIUS: Final = _WIDTH / math.sqrt(3) - 7
_HEXAGON: Final = "".join(
    f"{'L' if corner else 'M'}{_RADIUS * math.sin(math.radians(60 * corner)):.1f} "
    f"{-_RADIUS * math.cos(math.radians(60 * corner)):.1f}"
    for corner in range(6)
)

_DA: Final[Mapping[str, Mapping[str, str]]] = {
    "strategy": {
        "yes": "har en strategi eller aftale",
        "partly": "har det med i en anden strategi",
        "planned": "har en strategi på vej",
        "no": "har ingen strategi",
        "unclear": "svarer, men ikke entydigt, om strategi",
    },
    "procurement": {
        "yes": "tænker dem ind i sine indkøb",
        "partly": "tænker dem delvis ind i sine indkøb",
        "planned": "er ved at tænke dem ind i sine indkøb",
        "no": "tænker dem ikke ind i sine indkøb",
        "unclear": "svarer, men ikke entydigt, om indkøb",
    },
    "enterprises": {"one": "{} socialøkonomisk virksomhed", "many": "{} socialøkonomiske virksomheder"},
    "jobs": {"one": "{} job til udsatte", "many": "{} job til udsatte"},
    "coverage": {"one": "{} artikel", "many": "{} artikler"},
    SILENT: {
        "answered": "svarer uden at give et tal",
        "unknown": "ved det ikke eller opgør det ikke",
        "not_applicable": "spørgsmålet er ikke relevant",
        "declined": "ønsker ikke at svare",
        "refers": "henviser til et andet svar",
        "blank": "svaret står tomt",
        "not_asked": "er ikke spurgt",
    },
    NONE: {NONE: "ingen artikel"},
}
_EN: Final[Mapping[str, Mapping[str, str]]] = {
    "strategy": {
        "yes": "has a strategy or agreement",
        "partly": "has it as a part of another strategy",
        "planned": "has a strategy under way",
        "no": "has no strategy",
        "unclear": "answers about a strategy, not clear-cut",
    },
    "procurement": {
        "yes": "buys with them in mind",
        "partly": "buys with them in mind in part",
        "planned": "is preparing to buy with them in mind",
        "no": "does not buy with them in mind",
        "unclear": "answers about purchases, not clear-cut",
    },
    "enterprises": {"one": "{} social enterprise", "many": "{} social enterprises"},
    "jobs": {"one": "{} job for vulnerable people", "many": "{} jobs for vulnerable people"},
    "coverage": {"one": "{} article", "many": "{} articles"},
    SILENT: {
        "answered": "answers without a number",
        "unknown": "does not know or keep count",
        "not_applicable": "the question does not apply",
        "declined": "does not wish to answer",
        "refers": "refers to another answer",
        "blank": "the answer is blank",
        "not_asked": "was not asked",
    },
    NONE: {NONE: "no article"},
}
PHRASES: Final[Mapping[Lang, Mapping[str, Mapping[str, str]]]] = {"da": _DA, "en": _EN}


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a municipality stands."""

    code: str
    """Four-digit code."""
    short: str
    """Its name in three to five letters."""
    column: int
    """From the west; odd rows stand half a tile further east."""
    row: int
    """From the north."""

    @property
    def centre(self) -> tuple[float, float]:
        """The tile's middle, in units of the drawing."""
        return (self.column + (self.row % 2) / 2) * _WIDTH, self.row * _ROW


@dataclass(frozen=True, slots=True)
class Shade:
    """How one tile looks, and what it says."""

    kind: str
    """One of KINDS."""
    says: str
    """What holds for the municipality, without its name: `har ingen strategi (2018)`."""


@cache
def tiles() -> tuple[Tile, ...]:
    """Read the layout, from north to south and west to east: the order in which the keyboard goes through it."""
    lines = files("pipeline.report").joinpath("tiles.csv").read_text(encoding="utf-8").splitlines()
    found = (Tile(row["code"], row["short"], int(row["column"]), int(row["row"])) for row in csv.DictReader(lines))
    return tuple(sorted(found, key=lambda tile: (tile.row, tile.column)))


def shades(readings: Mapping[str, Reading], measure: Measure, lang: Lang) -> dict[str, Shade]:
    """Turn a measure's readings into what tile_map shows."""
    return {code: Shade(reading.kind, _says(reading, measure, lang)) for code, reading in readings.items()}


def _says(reading: Reading, measure: Measure, lang: Lang) -> str:
    phrases = PHRASES[lang]
    if reading.kind == SILENT:
        said = phrases[SILENT][reading.status]
    elif reading.bounds:
        one = reading.bounds.low == reading.bounds.high == 1
        said = phrases[measure]["one" if one else "many"].format(bounds_words(reading.bounds, lang))
    else:
        said = phrases[measure][reading.kind]
    # Articles are counted over all years.
    return said if reading.year is None or measure == "coverage" else f"{said} ({reading.year})"


def legend_words(measure: Measure, lang: Lang) -> dict[str, str]:
    """Name the kinds of a measure where its numbers say more than the kind's own word."""
    return level_words(measure, lang) if measure in STEPS else {}


def tile_map(
    values: Mapping[str, Shade],
    *,
    lang: Lang,
    links: Mapping[str, str],
    title: str,
    words: Mapping[str, str] | None = None,
) -> str:
    """Draw the map with its legend, as one HTML figure.

    `values` and `links` go by municipality code; a municipality missing in `values` has no article, one missing in
    `links` cannot be followed. `title` names the map for a screen reader, `words` rename kinds in the legend.
    """
    silent = Shade(NONE, PHRASES[lang][NONE][NONE])
    shown = {tile.code: values.get(tile.code, silent) for tile in tiles()}
    drawn = "".join(_tile(tile, shown[tile.code], links.get(tile.code)) for tile in tiles())
    svg = (
        f'<svg class="tile-map-svg" role="group" aria-label="{text(title)}" viewBox="{_view()}" '
        f'xmlns="http://www.w3.org/2000/svg">{_inset()}{drawn}</svg>'
    )
    counts = Counter(shade.kind for shade in shown.values())
    legend = "".join(_legend(counts, {kind: KINDS[kind].word(lang) for kind in KINDS} | dict(words or {})))
    return f'<figure class="tile-map">{svg}<ul class="map-legend">{legend}</ul></figure>'


def _view() -> str:
    xs, ys = zip(*(tile.centre for tile in tiles()), strict=True)
    side, top = _WIDTH / 2 + _MARGIN, _WIDTH / math.sqrt(3) + _MARGIN
    left, upper = min(xs) - side, min(ys) - top
    return f"{left:.0f} {upper:.0f} {max(xs) + side - left:.0f} {max(ys) + top - upper:.0f}"


def _inset() -> str:
    """Frame Bornholm, which lies further east than the map goes."""
    x, y = next(tile.centre for tile in tiles() if tile.code == BORNHOLM)
    side = _WIDTH * 0.7
    size = f'width="{2 * side:g}" height="{2 * side:g}"'
    return f'<rect class="inset" x="{x - side:g}" y="{y - side:.1f}" {size} rx="12"/>'


def _tile(tile: Tile, shade: Shade, href: str | None) -> str:
    x, y = tile.centre
    label = text(f"{all_municipalities()[tile.code].name}: {shade.says}")
    inner = (
        f'<title>{label}</title><path class="shape" d="{_HEXAGON}Z"/>'
        f'<text class="short short-{len(tile.short)}" y="2" aria-hidden="true">{text(tile.short)}</text>'
        f"{sign(shade.kind, 0, 25, 12)}"
    )
    place = f'class="tile kind-{shade.kind}" transform="translate({x:g} {y:.1f})" aria-label="{label}"'
    return f'<a {place} href="{text(href)}">{inner}</a>' if href else f'<g {place} role="img">{inner}</g>'


def _legend(counts: Mapping[str, int], words: Mapping[str, str]) -> Iterator[str]:
    for kind in KINDS:
        if counts[kind]:
            swatch = f'<path class="shape" d="{_HEXAGON}Z"/>{sign(kind, 0, 0, 22)}'
            yield (
                f'<li><svg class="swatch kind-{kind}" viewBox="-58 -62 116 124" aria-hidden="true">{swatch}</svg>'
                f'{text(words[kind])} <span class="count">{counts[kind]}</span></li>'
            )

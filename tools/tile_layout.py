"""Writes `pipeline/report/tiles.csv`, the tile map of Denmark: one equal hexagon a municipality, all 98.

Run with `python -m tools.tile_layout`. The drawing below was made by hand on the coordinates of
`schemas/municipalities.csv`, because an assignment by distance alone closes the belts and moves the islands: greater
Copenhagen has as many municipalities as half of Jylland. The command checks the drawing against the official list and
prints how true it is to the map, so that a change of the drawing can be judged.
"""

import csv
import math
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

# Rows from north to south, six characters a column; odd rows stand half a tile further east, as they are drawn here.
DRAWING: Final = """
                              Hjør  Frhv
                     Thist Jamm  Brsl        Læsø
                  Mors        Aalb
               Stru  Vhim  Reb   Mari
            Lemv  Skive Vibo  Rand  NDju                                                  Hels
               Hols  Hern  Favr  SDju                                            Grib  Hill  Fdbg
            Rksk  Ikast Silk  Aarh                                            Hals  Alle  Hørs
               Vard  Bill  Skan  Odder       Sams                          Frsu  Eged  Fure  Rude
            Esbj  Vejle Hede  Hors                                Odsh              Ball  Lyng  Gent
   Fanø        Vejen Kold  Frcia       Midd  NFyn  Kert        Kalu  Holb  Lejr  Albe  Herl  Glad  Kbh
            Tønd  Hade                    Asse  Oden  Nyb         Sorø  Rosk  HTaa  Glos  Rødo  Frb   Tårn
               Aabr  Sønd              Faab  Sven              Slag  Ring  Ishø  Vall  Brøn  Hvid        Drag
                                                      Lang        Næst  Køge  Solr  Grev
                                       Ærø                           Vord  Faxe  Stev

                                                               Loll  Guld                          Born
"""
_COLUMN: Final = 6

# A short name is the beginning of one municipality's name, save these.
SHORT: Final = {
    "Frhv": "Frederikshavn",
    "Brsl": "Brønderslev",
    "Vhim": "Vesthimmerlands",
    "NDju": "Norddjurs",
    "SDju": "Syddjurs",
    "Rksk": "Ringkøbing-Skjern",
    "Fdbg": "Fredensborg",
    "Frsu": "Frederikssund",
    "Frcia": "Fredericia",
    "NFyn": "Nordfyns",
    "HTaa": "Høje-Taastrup",
    "Frb": "Frederiksberg",
    "Kbh": "København",
    "Aabr": "Aabenraa",
    "Ring": "Ringsted",
    "Brøn": "Brøndby",
}
_ROOT: Final = Path(__file__).resolve().parents[1]
OFFICIAL: Final = _ROOT / "schemas" / "municipalities.csv"
TILES: Final = _ROOT / "pipeline" / "report" / "tiles.csv"
_KM_A_DEGREE: Final = 111.2
_ROW_HEIGHT: Final = math.sqrt(3) / 2
"""Rows of hexagons are this far apart, in widths of a tile."""
_NEAR: Final = 2
"""Tiles within which a neighbour is still beside its neighbour."""
_FAR: Final = 40
"""Kilometres from which on a direction has to be kept; nearer than that, equal tiles cannot."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality on the map and in the drawing."""

    code: str
    name: str
    short: str
    east: float
    """Kilometres east of Greenwich along 56 degrees north."""
    north: float
    """Kilometres north of the equator."""
    column: int
    row: int

    @property
    def x(self) -> float:
        """Where the tile stands, in widths of a tile."""
        return self.column + (self.row % 2) / 2

    def steps(self, other: "Place") -> float:
        """How many tiles apart two tiles are, centre to centre."""
        return math.hypot(self.x - other.x, (self.row - other.row) * _ROW_HEIGHT)

    def kilometres(self, other: "Place") -> float:
        """How far apart two municipalities are."""
        return math.hypot(self.east - other.east, self.north - other.north)


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How true a drawing is to the map; shares from 0 to 1."""

    neighbours: float
    """Of each place's three nearest, how many are drawn at most two tiles away."""
    north: float
    """Of the pairs more than 40 km apart from north to south, how many have the northern one on a higher row."""
    east: float
    """The same from east to west."""


def drawn(drawing: str) -> dict[str, tuple[int, int]]:
    """Where each short name stands: column and row. Raises ValueError for a name drawn twice."""
    tiles: dict[str, tuple[int, int]] = {}
    for row, line in enumerate(drawing.strip("\n").split("\n")):
        for found in re.finditer(r"\S+", line):
            if found[0] in tiles:
                message = f"{found[0]} is drawn twice"
                raise ValueError(message)
            tiles[found[0]] = (found.start() // _COLUMN, row)
    return tiles


def places(official: Iterable[Mapping[str, str]], tiles: Mapping[str, tuple[int, int]]) -> list[Place]:
    """Every municipality with its tile, in official order. Raises ValueError unless each has exactly one."""
    rows = list(official)
    shorts = {_named(short, [row["name"] for row in rows]): short for short in tiles}
    if len(shorts) != len(tiles) or {row["name"] for row in rows} != set(shorts):
        missing = sorted({row["name"] for row in rows} - set(shorts))
        message = f"not every municipality has one tile; without: {', '.join(missing) or 'none'}"
        raise ValueError(message)
    return [_place(row, shorts[row["name"]], tiles) for row in rows]


def _named(short: str, names: Iterable[str]) -> str:
    if short in SHORT:
        return SHORT[short]
    matching = [name for name in names if name.startswith(short)]
    if len(matching) != 1:
        message = f"{short} is short for {matching or 'no municipality'}"
        raise ValueError(message)
    return matching[0]


def _place(row: Mapping[str, str], short: str, tiles: Mapping[str, tuple[int, int]]) -> Place:
    column, line = tiles[short]
    north = float(row["lat"]) * _KM_A_DEGREE
    east = float(row["lon"]) * _KM_A_DEGREE * math.cos(math.radians(56))
    return Place(row["code"], row["name"], short, east, north, column, line)


def fidelity(drawing: list[Place]) -> Fidelity:
    """Measure a drawing. Bornholm is an inset, so its neighbours do not count; its directions do."""
    main = [place for place in drawing if place.name != "Bornholm"]
    near = [place.steps(other) <= _NEAR for place in main for other in sorted(main, key=place.kilometres)[1:4]]
    north = [
        (a.row < b.row) == (a.north > b.north) and a.row != b.row
        for a, b in combinations(drawing, 2)
        if abs(a.north - b.north) > _FAR
    ]
    east = [
        (a.x > b.x) == (a.east > b.east) and a.x != b.x
        for a, b in combinations(drawing, 2)
        if abs(a.east - b.east) > _FAR
    ]
    return Fidelity(_share(near), _share(north), _share(east))


def _share(kept: list[bool]) -> float:
    return sum(kept) / len(kept)


def main() -> None:
    """Write the file and say how true it is."""
    with OFFICIAL.open(encoding="utf-8", newline="") as file:
        drawing = places(csv.DictReader(file), drawn(DRAWING))
    with TILES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "short", "column", "row"))
        writer.writerows((place.code, place.short, place.column, place.row) for place in drawing)
    sys.stdout.write(f"{fidelity(drawing)}\n")


if __name__ == "__main__":
    main()

"""Small charts as inline SVG, without a library: bars, stacked bars, steps over years, and a sparkline with ranges.

Each has a name and a description that says every number in words; text stands in the chart, colours are classes of
`assets/map.css`, and each kind has its sign. A drawing is 360 units wide, so that its type can be read on a phone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from pipeline.report.charts_marks import KINDS, Lang, bounds_words, number, sign, text
from pipeline.report.measures import Bounds

_WIDTH: Final = 360
_ROW: Final = 40
"""Height of a row of bars: its label, the bar, and air."""
_BAR: Final = 12
_NUMBER: Final = 44
"""Room for a number behind the longest bar."""
_STACK: Final = 18
_ROOM_FOR_NUMBER: Final = 18
_ROOM_FOR_SIGN: Final = 38
_PANEL: Final = (108, 92)
"""Width and height of one of several small charts, without the gap between them."""
_GAP: Final = 18
_PANELS: Final = 3
_SPARK: Final = (150, 46)
"""Width and height of a sparkline's plot; its labels stand below."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of one kind."""

    kind: str
    """One of KINDS: its colour and sign."""
    label: str
    count: int
    href: str | None = None
    """Where the articles behind the number are shown."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of a stacked chart: what makes up its whole."""

    label: str
    parts: tuple[Count, ...]

    @property
    def whole(self) -> int:
        """The sum of the parts."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class Point:
    """A count at one time, with the range that its text leaves open."""

    label: str
    """The time, as printed below the chart."""
    bounds: Bounds


def counts(tally: Mapping[str, Sequence[str]], lang: Lang, links: Mapping[str, str] | None = None) -> tuple[Count, ...]:
    """Count a tally of articles by kind, in its order; `links` go by kind."""
    given = links or {}
    return tuple(
        Count(kind, KINDS[kind].word(lang), len(articles), given.get(kind)) for kind, articles in tally.items()
    )


def bars(rows: Sequence[Count], *, title: str, lang: Lang) -> str:
    """Draw a distribution as horizontal bars, one a row, its label above and its number behind."""
    longest = max((row.count for row in rows), default=0) or 1
    drawn = "".join(_linked(row, _bar(row, index, longest, lang)) for index, row in enumerate(rows))
    links = any(row.href for row in rows)
    return _svg("bars", (title, _said(rows, lang)), (_WIDTH, _ROW * len(rows)), drawn, links=links)


def _bar(row: Count, index: int, longest: int, lang: Lang) -> str:
    top = index * _ROW
    # A thin line stays where there is nothing, so that nought is seen to be nought.
    width = max(1.5, row.count / longest * (_WIDTH - _NUMBER))
    return (
        f"{_badge(row, top)}"
        f'<rect class="shape" x="0" y="{top + 20}" width="{width:.1f}" height="{_BAR}" rx="2"/>'
        f'<text class="number" x="{width + 7:.1f}" y="{top + 31}">{number(row.count, lang)}</text>'
    )


def _badge(part: Count, top: float) -> str:
    """Draw a kind's sign on its colour, and its label beside it."""
    return (
        f'<rect class="shape" x="0" y="{top}" width="15" height="15" rx="3"/>{sign(part.kind, 7.5, top + 7.5, 4.2)}'
        f'<text x="21" y="{top + 12}">{text(part.label)}</text>'
    )


def stacked(rows: Sequence[Stack], *, title: str, lang: Lang) -> str:
    """Draw what each row is made up of, as parts of one length, with a legend; the result is one HTML figure."""
    drawn = "".join(_stack(row, index * (_ROW + 4), lang) for index, row in enumerate(rows))
    said = "; ".join(f"{row.label}: {_said(row.parts, lang)}" for row in rows)
    links = any(part.href for row in rows for part in row.parts)
    svg = _svg("stacked", (title, said), (_WIDTH, (_ROW + 4) * len(rows)), drawn, links=links)
    return f'<figure class="chart-figure">{svg}<ul class="map-legend">{"".join(_legend(rows))}</ul></figure>'


def _stack(row: Stack, top: float, lang: Lang) -> str:
    scale = _WIDTH / (row.whole or 1)
    starts = accumulate((part.count * scale for part in row.parts), initial=0.0)
    placed = zip(row.parts, pairwise(starts), strict=True)
    parts = "".join(_linked(part, _part(part, place, top, lang)) for part, place in placed if part.count)
    return f'<text x="0" y="{top + 13}">{text(row.label)}</text>{parts}'


def _part(part: Count, place: tuple[float, float], top: float, lang: Lang) -> str:
    start, end = place
    middle, width = (start + end) / 2, end - start
    size = f'width="{max(width - 1.2, 0.6):.1f}" height="{_STACK}"'
    signed = width > _ROOM_FOR_SIGN
    inside = (
        f'<text class="inside" x="{middle + (8 if signed else 0):.1f}" y="{top + 33}">{number(part.count, lang)}</text>'
        if width > _ROOM_FOR_NUMBER
        else ""
    )
    return (
        f"<title>{text(part.label)}: {number(part.count, lang)}</title>"
        f'<rect class="shape" x="{start + 0.6:.1f}" y="{top + 20}" {size}/>'
        f"{sign(part.kind, middle - 9, top + 29, 4.5) if signed else ''}{inside}"
    )


def _legend(rows: Sequence[Stack]) -> Iterator[str]:
    labels = {part.kind: part.label for row in rows for part in row.parts if part.count}
    for kind in (kind for kind in KINDS if kind in labels):
        swatch = f'<rect class="shape" x="-9" y="-9" width="18" height="18" rx="3"/>{sign(kind, 0, 0, 5)}'
        svg = f'<svg class="swatch kind-{kind}" viewBox="-11 -11 22 22" aria-hidden="true">{swatch}</svg>'
        yield f"<li>{svg}{text(labels[kind])}</li>"


def steps(years: Sequence[int], series: Mapping[str, Sequence[int]], *, title: str, lang: Lang) -> str:
    """Draw how often each kind was answered in each year: one small step line a kind, all to the same scale.

    `years` ascend; each of the series, by kind, has a number for each year.
    """
    top = max((value for values in series.values() for value in values), default=0) or 1
    panels = "".join(
        _panel(index, Count(kind, KINDS[kind].word(lang), values[-1]), (years, values), top)
        for index, (kind, values) in enumerate(series.items())
        if values
    )
    rows = ((KINDS[kind].word(lang), zip(years, values, strict=True)) for kind, values in series.items())
    said = "; ".join(f"{word}: {', '.join(f'{year} {number(one, lang)}' for year, one in row)}" for word, row in rows)
    lines = -(-len(series) // _PANELS)
    return _svg("steps", (title, said), (_WIDTH, lines * (_PANEL[1] + _GAP)), panels, links=False)


def _panel(index: int, last: Count, data: tuple[Sequence[int], Sequence[int]], top: int) -> str:
    years, values = data
    (width, height), base = _PANEL, _PANEL[1] - 16
    span = (years[-1] - years[0] + 1) or 1
    # A year is as wide as a year, also where a year has no article.
    lefts = [(year - years[0]) / span * (width - 18) for year in (*years, years[-1] + 1)]
    heights = [base - value / top * (base - 26) for value in values]
    path = "".join(f"H{left:.1f}V{y:.1f}" for left, y in zip(lefts, heights, strict=False)) + f"H{lefts[-1]:.1f}"
    x, y = (index % _PANELS) * (width + _GAP), index // _PANELS * (height + _GAP)
    return (
        f'<g class="kind-{last.kind}" transform="translate({x} {y})">'
        f"{_badge(last, 0)}"
        f'<path class="area" d="M0 {base}{path}V{base}Z"/><path class="step" d="M0 {heights[0]:.1f}{path}"/>'
        f'<path class="axis" d="M0 {base}H{width - 18}"/>'
        f'<text class="number" x="{lefts[-1] + 4:.1f}" y="{heights[-1] + 4:.1f}">{last.count}</text>'
        f'<text class="tick" x="0" y="{height - 2}">{years[0]}</text>'
        f'<text class="tick end" x="{width - 18}" y="{height - 2}">{years[-1] if len(years) > 1 else ""}</text></g>'
    )


def sparkline(points: Sequence[Point], *, title: str, lang: Lang) -> str:
    """Draw a count over time as a line through its lower ends, with a bar up to the upper end of each range.

    A range that is open above ends in an arrow. Points stand at equal distances.
    """
    ends = [end for point in points for end in (point.bounds.low, point.bounds.high) if end is not None]
    top = max(ends, default=0) or 1
    step = _SPARK[0] / max(len(points) - 1, 1)
    placed = [(12 + index * step, point.bounds) for index, point in enumerate(points)]
    line = " ".join(f"{x:.1f},{_height(bounds.least, top):.1f}" for x, bounds in placed)
    marks = "".join(_range(x, bounds, top) for x, bounds in placed)
    said = ", ".join(f"{point.label}: {bounds_words(point.bounds, lang)}" for point in points)
    drawn = f'<polyline class="spark" fill="none" points="{line}"/>{marks}{"".join(_ends(points, lang))}'
    return _svg("sparkline", (title, said), (_SPARK[0] + 24, _SPARK[1] + 34), drawn, links=False)


def _height(value: float, top: float) -> float:
    return 8 + (1 - value / top) * (_SPARK[1] - 8)


def _range(x: float, bounds: Bounds, top: float) -> str:
    low, high = _height(bounds.least, top), 2.0 if bounds.high is None else _height(bounds.high, top)
    if bounds.high is None:
        arrow = f"V{high:.1f}M{x - 3:.1f} {high + 4:.1f}L{x:.1f} {high:.1f}L{x + 3:.1f} {high + 4:.1f}"
        whisker = f'<path class="open" fill="none" d="M{x:.1f} {low:.1f}{arrow}"/>'
    else:
        whisker = f'<path class="range" fill="none" d="M{x:.1f} {low:.1f}V{high:.1f}"/>' if high != low else ""
    return f'{whisker}<circle class="dot" cx="{x:.1f}" cy="{low:.1f}" r="3"/>'


def _ends(points: Sequence[Point], lang: Lang) -> Iterator[str]:
    """Label the first and the last point."""
    places = ((0, "", points[:1]), (_SPARK[0] + 24, " end", points[1:][-1:]))
    for x, anchor, found in places:
        for point in found:
            printed = text(bounds_words(point.bounds, lang))
            yield (
                f'<text class="number{anchor}" x="{x}" y="{_SPARK[1] + 17}">{printed}</text>'
                f'<text class="tick{anchor}" x="{x}" y="{_SPARK[1] + 31}">{text(point.label)}</text>'
            )


def _linked(part: Count, drawn: str) -> str:
    group = f'class="kind-{part.kind}"'
    return f'<a {group} href="{text(part.href)}">{drawn}</a>' if part.href else f"<g {group}>{drawn}</g>"


def _said(parts: Iterable[Count], lang: Lang) -> str:
    return ", ".join(f"{part.label} {number(part.count, lang)}" for part in parts)


def _svg(name: str, words: tuple[str, str], size: tuple[float, float], drawn: str, *, links: bool) -> str:
    """Wrap a drawing with its title and description; one with links is a group, since an image hides what is in it."""
    title, said = (text(part) for part in words)
    role = "group" if links else "img"
    return (
        f'<svg class="chart chart-{name}" role="{role}" aria-label="{title}" viewBox="0 0 {size[0]:g} {size[1]:g}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{title}</title><desc>{said}</desc>{drawn}</svg>'
    )

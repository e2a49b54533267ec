"""The figures that have a bar, as one picture: how much of its bar each one uses. Hand-made SVG, light and dark."""

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from tools.bench.figures import Figure, Section
from tools.bench.markdown import number

_WIDTH: Final = 720
_LEFT: Final = 16
_UNIT: Final = 280
"""Width of a bar that is just met."""
_MOST: Final = 2.4
"""A share beyond this is cut off, with a gap before its end."""
_ROW: Final = 46
_TOP: Final = 56

_STYLE: Final = """
text{font:13px system-ui,sans-serif;fill:#1c2733}.title{font-weight:600;font-size:15px}
.small{font-size:12px;fill:#51606f}
.ground{fill:#fff}.met{fill:#2f7d5b}.missed{fill:#b4552d}.line{stroke:#1c2733;stroke-width:1.5;stroke-dasharray:4 3}
.spread{stroke:#1c2733;stroke-width:1.5}
@media (prefers-color-scheme:dark){text{fill:#e8edf2}.small{fill:#a9b6c3}.ground{fill:#141b22}.met{fill:#55b58a}
.missed{fill:#e08a5f}.line,.spread{stroke:#e8edf2}}
"""


def svg(sections: Sequence[Section]) -> str:
    """The picture; of figures without a bar there is nothing to draw."""
    figures = [figure for section in sections for figure in section.figures if figure.bar]
    height = _TOP + _ROW * len(figures) + 16
    rows = "".join(_row(figure, _TOP + _ROW * n) for n, figure in enumerate(figures))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="t d">'
        f'<title id="t">Benchmarks beside their bars</title><desc id="d">{_words(figures)}</desc>'
        f"<style>{_STYLE}</style>"
        f'<rect class="ground" width="{_WIDTH}" height="{height}" rx="8"/>'
        f'<text class="title" x="{_LEFT}" y="24">How much of its bar each figure uses</text>'
        f'<text class="small" x="{_LEFT}" y="42">Up to the dashed line it is met; the thin line is the spread.</text>'
        f"{rows}</svg>\n"
    )


def _row(figure: Figure, y: int) -> str:
    kind = "met" if figure.met else "missed"
    width = _x(_share(figure, figure.median)) - _LEFT
    ends = sorted(_x(_share(figure, value)) for value in (min(figure.values), max(figure.values)))
    spread = f'<path class="spread" d="M{ends[0]:.1f} {y + 27}H{ends[1]:.1f}"/>' if ends[0] < ends[1] else ""
    end = f"M{_x(_MOST) - 24} {y + 37}l8 -20h6l-8 20z"
    cut = f'<path class="ground" d="{end}"/>' if _share(figure, figure.median) > _MOST else ""
    return (
        f'<text x="{_LEFT}" y="{y + 12}">{escape(figure.name)}</text>'
        f'<text class="small" x="{_WIDTH - _LEFT}" y="{y + 12}" text-anchor="end">{escape(_said(figure))}</text>'
        f'<rect class="{kind}" x="{_LEFT}" y="{y + 19}" width="{width:.1f}" height="16" rx="3"/>{spread}{cut}'
        f'<path class="line" d="M{_LEFT + _UNIT} {y + 15}v24"/>'
    )


def _share(figure: Figure, value: float) -> float:
    """What part of the bar a value uses: up to 1 it is met, whether the bar is a most or a least."""
    if figure.bar is None or not value:
        return 0.0
    return value / figure.bar.value if figure.bar.bound == "at most" else figure.bar.value / value


def _x(share: float) -> float:
    return _LEFT + _UNIT * min(share, _MOST)


def _said(figure: Figure) -> str:
    bar = f"{figure.bar.bound} {number(figure.bar.value)}" if figure.bar else ""
    return f"{number(figure.median)} {figure.unit}, {bar}: {'met' if figure.met else 'not met'}"


def _words(figures: Sequence[Figure]) -> str:
    return escape(". ".join(f"{figure.name}: {_said(figure)}" for figure in figures))

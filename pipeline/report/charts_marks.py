"""What the map and the charts share: the kinds of answer with their signs and words, safe text, and numbers as printed.

A kind is told by a colour (the class `kind-…`, see `assets/map.css`) and by a sign, never by colour alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal
from xml.sax.saxutils import escape

from pipeline.report.measures import STEPS, Bounds

Lang = Literal["da", "en"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of answer looks and reads."""

    da: str
    en: str
    line: str = ""
    """Path of the sign's strokes, in a box from -1 to 1."""
    solid: str = ""
    """Path of the sign's filled parts, in the same box."""

    def word(self, lang: Lang) -> str:
        """Name the kind in a language."""
        return self.da if lang == "da" else self.en


_RING: Final = "M-.75 0A.75 .75 0 1 0 .75 0A.75 .75 0 1 0 -.75 0Z"
_CHECK: Final = "M-.85 .05L-.25 .65L.9 -.65"


def _dots(count: int) -> str:
    """Draw dots side by side, as on a die laid out in a row."""
    first = -0.4 * (count - 1)
    circle = "a.3 .3 0 1 0 .6 0a.3 .3 0 1 0 -.6 0Z"
    return "".join(f"M{first + 0.8 * place - 0.3:.2f} 0{circle}" for place in range(count))


KINDS: Final[Mapping[str, Kind]] = {
    "yes": Kind("Ja", "Yes", line=_CHECK),
    "partly": Kind("Delvis", "Partly", line=_RING, solid="M0 -.75A.75 .75 0 0 0 0 .75Z"),
    "planned": Kind("På vej", "Planned", line="M-.8 0H.8M.25 -.55L.8 0L.25 .55"),
    "no": Kind("Nej", "No", line="M-.65 -.65L.65 .65M.65 -.65L-.65 .65"),
    "unclear": Kind("Ikke entydigt", "Not clear-cut", line="M-.9 .2C-.6 -.5 -.25 -.4 0 0S.6 .5 .9 -.2"),
    "answered": Kind("Besvaret", "Answered", line=_CHECK),
    "unknown": Kind(
        "Ved ikke", "Not known", line="M-.5 -.4A.5 .5 0 1 1 .15 .05Q0 .15 0 .4", solid="M-.17 .7h.34v.34h-.34Z"
    ),
    "not_applicable": Kind("Ikke relevant", "Not applicable", line=f"{_RING}M-.7 .7L.7 -.7"),
    "declined": Kind("Vil ikke svare", "Declined", line=f"{_RING}M-.4 0H.4"),
    "refers": Kind("Henviser", "Refers", line="M-.8 0H.8M.25 -.55L.8 0L.25 .55"),
    "blank": Kind("Tomt", "Blank", line=_RING),
    "not_asked": Kind("Ikke spurgt", "Not asked", solid=_dots(1)),
    "level0": Kind("0", "0", line="M-.45 0A.45 .6 0 1 0 .45 0A.45 .6 0 1 0 -.45 0Z"),
    "level1": Kind("Trin 1", "Level 1", solid=_dots(1)),
    "level2": Kind("Trin 2", "Level 2", solid=_dots(2)),
    "level3": Kind("Trin 3", "Level 3", solid=_dots(3)),
    "level4": Kind("Trin 4", "Level 4", solid=_dots(4)),
    "silent": Kind("Intet svar", "No answer", line="M-.6 0H.6"),
    "none": Kind("Ingen artikel", "No article"),
}
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OR_MORE: Final = {"da": "eller flere", "en": "or more"}


def level_words(measure: str, lang: Lang) -> dict[str, str]:
    """Name the levels of a counted measure by the numbers they stand for, as `5–9`."""
    steps = STEPS[measure]
    words = {"level0": "0"}
    for place, step in enumerate(steps, start=1):
        last = steps[place] - 1 if place < len(steps) else None
        words[f"level{place}"] = _range(step, last, lang)
    return words


def _range(first: float, last: float | None, lang: Lang) -> str:
    if last is None:
        return f"{number(first, lang)} {_OR_MORE[lang]}"
    return number(first, lang) if first == last else f"{number(first, lang)}–{number(last, lang)}"


def number(value: float, lang: Lang) -> str:
    """Print a number with at most one decimal: 1.234,5 in Danish, 1,234.5 in English."""
    printed = f"{value:,.1f}".removesuffix(".0")
    return printed.translate(str.maketrans(",.", ".,")) if lang == "da" else printed


def bounds_words(bounds: Bounds, lang: Lang) -> str:
    """Print a count as the text has it: 12, 15–20, at least 20, at most 15."""
    at_least, at_most = ("mindst", "højst") if lang == "da" else ("at least", "at most")
    if bounds.low is None:
        return f"{at_most} {number(bounds.high or 0, lang)}"
    if bounds.high is None:
        return f"{at_least} {number(bounds.low, lang)}"
    return _range(bounds.low, bounds.high, lang)


def text(words: str) -> str:
    """Escape text for an element's content or a quoted attribute; characters that XML forbids become U+FFFD."""
    allowed = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words)
    return escape(allowed, {'"': "&quot;", "'": "&#39;"})


def sign(kind: str, x: float, y: float, size: float) -> str:
    """Draw a kind's sign around a point; `size` is half its width, in units of the drawing."""
    shape = KINDS[kind]
    parts = (
        f'<path class="sign-line" fill="none" stroke="currentColor" d="{shape.line}"/>' if shape.line else "",
        f'<path fill="currentColor" d="{shape.solid}"/>' if shape.solid else "",
    )
    drawn = "".join(parts)
    return f'<g class="sign" transform="translate({x:g} {y:g}) scale({size:g})">{drawn}</g>' if drawn else ""

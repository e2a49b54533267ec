"""Templates made ready once: everything that is put into a page is escaped, and a missing word stops the report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from pipeline.report.charts_marks import KINDS, Lang, number, sign
from pipeline.report.links import at_sentence, safe_url
from pipeline.report.measures import STANCES
from pipeline.report.words import day_words, words

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True)
class Renderer:
    """Makes pages in one language."""

    lang: Lang
    shared: Mapping[str, object] = field(default_factory=dict)
    """What every page is told."""

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("pipeline.report"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters |= {
            "day": self.day,
            "moment": self.moment,
            "number": lambda value: number(value, self.lang),
            "safe_url": safe_url,
            "at_sentence": at_sentence,
        }
        environment.globals |= {
            "w": words(self.lang),
            "lang": self.lang,
            "policy": POLICY,
            "sign": drawn_sign,
            "bare_sign": bare_sign,
            "kinds": {name: kind.word(self.lang) for name, kind in KINDS.items()},
            "stances": STANCES,
            **self.shared,
        }
        return environment

    def page(self, template: str, *, root: str = "", **values: Any) -> bytes:  # noqa: ANN401 -- what a template takes
        """Make a page; `root` leads from it to the report's folder."""
        return self._environment.get_template(template).render(root=root, **values).encode()

    def day(self, value: date | str | None) -> str:
        """Print a day in words; nothing for None."""
        if value is None:
            return ""
        return day_words(date.fromisoformat(value) if isinstance(value, str) else value, self.lang)

    def moment(self, value: datetime | None) -> str:
        """Print a moment in UTC to the minute; nothing for None."""
        return "" if value is None else f"{value:%Y-%m-%d %H:%M} UTC"


def bare_sign(kind: str) -> Markup:
    """Draw a kind's sign, in a box from -1 to 1."""
    # The sign is the project's own drawing, made from a closed list: no text of a page is in it.
    return Markup(sign(kind, 0, 0, 1))  # noqa: S704 -- see above


def drawn_sign(kind: str) -> Markup:
    """Draw a kind's sign as a small image that a screen reader passes over."""
    box = Markup('<svg class="sign-box" viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">{}</svg>')
    return box.format(bare_sign(kind))

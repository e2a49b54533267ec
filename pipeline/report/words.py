"""The report's own words, in Danish and in English: two tables with the same keys."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from pipeline.report.charts_marks import Lang

Words = Mapping[str, Mapping[str, str]]
"""Words by section and name."""

_MONTHS: Final[Mapping[Lang, str]] = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}


@cache
def words(lang: Lang) -> Words:
    """Read the words of a language."""
    text = files("pipeline.report").joinpath(f"words.{lang}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def day_words(day: date, lang: Lang) -> str:
    """Print a day as people do: 7. maj 2019, 7 May 2019."""
    month = _MONTHS[lang].split()[day.month - 1]
    return f"{day.day}. {month} {day.year}" if lang == "da" else f"{day.day} {month} {day.year}"

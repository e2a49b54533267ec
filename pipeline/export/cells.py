"""Cells that a spreadsheet must not take for formulas, and the way back."""

from datetime import date, datetime
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
MARK: Final = "'"
"""Stands before a cell that would be a formula; a spreadsheet hides it."""


def cell(value: object) -> str:
    """A value as a cell's text. Only text is defused: a number begins with a minus by right."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime() | date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case str():
            return defused(value)
        case _:
            return str(value)


def defused(text: str) -> str:
    """The text with a mark before it when it would be a formula; text that begins with marks gets one more."""
    return MARK + text if text.lstrip(MARK).startswith(_FORMULA) else text


def plain(text: str) -> str:
    """The text as it was before `defused`."""
    return text.removeprefix(MARK) if text.lstrip(MARK).startswith(_FORMULA) else text

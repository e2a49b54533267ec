"""The hand-written cases of fixtures/danish, and the lines of a text as the readers are given them."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent.parent / "fixtures" / "danish"


def cases(name: str) -> list[Mapping[str, Any]]:
    """Return the cases of one file."""
    rows: list[Mapping[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return rows


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return start and end of each line."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    return [(start, start + len(line)) for start, line in zip(starts, text.split("\n"), strict=True)]

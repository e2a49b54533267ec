"""Word lists as patterns: a small notation for stems and phrases, so that lists stay readable as data."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final

from pipeline.danish.needles import NEEDLE_MIN, Branch
from pipeline.danish.wordings import Wordings

_MARKS: Final = re.compile("[~…]+")
_UP_TO_THREE: Final = r" (?:[\w'-]+ ){0,3}"


def phrases(words: str) -> Wordings:
    """Make one of a list of lower-case stems and phrases, the longest first, each between word boundaries.

    White space parts the entries. In an entry `~` stands for any letters, `_` for a space and `…` for up to three
    words in between: `frivillig~`, `få_det_bedre`, `styrke…virksomhederne`.
    """
    return Wordings(_branches(words), (r"(?<![\w-])(?:", r")(?![\w-])"))


def _branches(words: str) -> Iterator[Branch]:
    for entry in sorted(set(words.split()), key=len, reverse=True):
        pattern = re.escape(entry).replace("\\~", "~").replace("_…", "…").replace("…_", "…").replace("_", " ")
        letters = _MARKS.split(entry.replace("_", " "))
        needs = tuple((part.strip(),) for part in letters if len(part.strip()) >= NEEDLE_MIN)
        yield Branch(pattern.replace("~", r"[\w'-]*").replace("…", _UP_TO_THREE), needs)


def word_lists(name: str) -> dict[str, Any]:
    """Load a word list of this package: what stands in `name`.toml."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))

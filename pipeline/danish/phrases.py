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
    return Wordings(_branches(words), (r"(?<![\w-])(?:", r")(?![\w-])"), spell=_spelt)


def _branches(words: str) -> Iterator[Branch]:
    for entry in sorted(set(words.split()), key=len, reverse=True):
        if entry.isalpha():  # most are plain words; thousands are read before the first page
            yield Branch(entry, ((entry,),))
        else:
            parts = [part.strip() for part in _MARKS.split(entry.replace("_", " "))]
            yield Branch(entry, tuple((part,) for part in parts if len(part) >= NEEDLE_MIN))


def _spelt(entry: str) -> str:
    """The entry as a pattern."""
    pattern = re.escape(entry).replace("\\~", "~").replace("_…", "…").replace("…_", "…").replace("_", " ")
    return pattern.replace("~", r"[\w'-]*").replace("…", _UP_TO_THREE)


def word_lists(name: str) -> dict[str, Any]:
    """Load a word list of this package: what stands in `name`.toml."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))

"""Word lists as patterns: a small notation for stems and phrases, so that lists stay readable as data."""

import re
import tomllib
from importlib.resources import files
from typing import Any, Final

_UP_TO_THREE: Final = r" (?:[\w'-]+ ){0,3}"


def phrases(words: str) -> re.Pattern[str]:
    """Compile a list of lower-case stems and phrases, the longest first, each between word boundaries.

    White space parts the entries. In an entry `~` stands for any letters, `_` for a space and `…` for up to three
    words in between: `frivillig~`, `få_det_bedre`, `styrke…virksomhederne`.
    """
    entries = sorted(set(words.split()), key=len, reverse=True)
    joined = "|".join(re.escape(entry).replace("\\~", "~") for entry in entries)
    joined = joined.replace("_…", "…").replace("…_", "…").replace("_", " ")
    joined = joined.replace("~", r"[\w'-]*").replace("…", _UP_TO_THREE)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])")


def word_lists(name: str) -> dict[str, Any]:
    """Load a word list of this package: what stands in `name`.toml."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))

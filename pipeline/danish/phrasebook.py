"""Loads phrase books: Danish patterns that are data, kept in the TOML files beside this module.

In a file the table `atoms` names parts of patterns; `<name>` puts one in, also in an atom further down. `…` stands for
a few words, `~` for a few words of the same clause. Every other key is a list of patterns, matched in lower case from
the beginning of a word. White space needs no care: a line's is folded to single spaces.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Final

from pipeline.danish.needles import branches_of
from pipeline.danish.wordings import Wordings

GAP: Final = r".{0,45}?"
"""What `…` stands for: a few words between two parts; bounded, so that matching stays linear."""
NEAR: Final = r"[^,.;:]{0,60}?"
"""What `~` stands for: the same within a clause, for what a negation must not reach over."""
_ATOM: Final = re.compile(r"<([a-z]\w*)>")


@cache
def phrasebook(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of one file, atoms put in; an atom that the file lacks is a KeyError."""
    data = tomllib.loads(resources.files("pipeline.danish").joinpath(f"{name}.toml").read_text("utf-8"))
    atoms: dict[str, str] = {}
    for key, pattern in data.pop("atoms", {}).items():
        atoms[key] = f"(?:{_put_in(pattern, atoms)})"
    return {key: tuple(_put_in(pattern, atoms) for pattern in patterns) for key, patterns in data.items()}


def _put_in(pattern: str, atoms: Mapping[str, str]) -> str:
    return _ATOM.sub(lambda match: atoms[match.group(1)], pattern)


def pattern_of(fragments: Iterable[str]) -> Wordings:
    """Make one of patterns that begin at a word."""
    spelt = (fragment.replace("…", GAP).replace("~", NEAR) for fragment in fragments)
    return Wordings(branch for fragment in spelt for branch in branches_of(fragment))

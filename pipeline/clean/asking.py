"""Where a page asks the questions of the series: the text nodes, what they ask, and the elements that hold them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

from pipeline.clean.nodes import Printed, ancestors

Recognise = Callable[[str], tuple[str, ...]]
"""Given printed words: the question keys that they ask, none for anything else."""

PROTECTED_KEYS: Final = 3
"""An element that asks so many of the questions is no chrome, whatever it is called."""
_ASKING: Final = re.compile(r"[?:]\)?\s{0,9}$")
_ASKING_MAX: Final = 12
_QUESTION_MAX: Final = 300
_BLOCKS: Final = frozenset(
    "p div td th li dt dd h1 h2 h3 h4 h5 h6 summary section article main body details table tr ul ol dl center".split()
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A place that asks a question of the series."""

    words: LexborNode
    """The text node, or its last part."""
    keys: tuple[str, ...]


def questions_asked(printed: Printed, recognise: Recognise) -> list[Asked]:
    """Every place that asks a question of the series, in document order."""
    found = []
    read: dict[int, str] = {}
    for node, words in printed:
        if len(words) > _QUESTION_MAX or not (_is_asking(words) or _is_named(node)):
            continue
        block = _block(node)
        if block.mem_id not in read:  # a block of 20,000 lines may ask in each
            read[block.mem_id] = (block.text() or "").strip()
        whole = read[block.mem_id]
        keys = recognise((whole if len(whole) <= _QUESTION_MAX and _is_asking(whole) else words).strip())
        if keys:
            found.append(Asked(node, keys))
    return found


def _is_asking(words: str) -> bool:
    return _ASKING.search(words, max(0, len(words) - _ASKING_MAX)) is not None


def _is_named(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and parent.tag in {"dt", "summary"}


def _block(node: LexborNode) -> LexborNode:
    parent = node.parent
    while parent is not None and parent.tag not in _BLOCKS and parent.parent is not None:
        parent = parent.parent
    return parent if parent is not None else node


def before_sisters(printed: Printed, marks: list[LexborNode], asked: list[Asked]) -> list[Asked]:
    """Without what is asked in comments: behind the sister links only keys that were asked before come again."""
    order = {node.mem_id: place for place, (node, _) in enumerate(printed)} if marks else {}
    for mark in marks:
        place = order[mark.mem_id]
        before = [other for other in asked if order[other.words.mem_id] < place]
        after = {key for other in asked[len(before) :] for key in other.keys}
        known = {key for other in before for key in other.keys}
        if len(known) >= PROTECTED_KEYS and after and after <= known:
            return before
    return asked


def keys_below(asked: list[Asked]) -> dict[int, set[str]]:
    """For each element (by memory id) the question keys asked inside it."""
    below: dict[int, set[str]] = {}
    for place in asked:
        for ancestor in ancestors(place.words):
            below.setdefault(ancestor.mem_id, set()).update(place.keys)
    return below

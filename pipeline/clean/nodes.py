"""Going over the nodes of a page that lexbor has parsed."""

from collections.abc import Iterator
from typing import TypeAlias

from selectolax.lexbor import LexborNode

Printed: TypeAlias = list[tuple[LexborNode, str]]
"""Text nodes with their words, in document order."""


def printed_in(body: LexborNode) -> Printed:
    """The text nodes that hold more than white space, with their words, in document order."""
    nodes = ((node, node.text_content) for node in body.traverse(include_text=True) if node.is_text_node)
    return [(node, words) for node, words in nodes if words and not words.isspace()]


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The node and all that contain it, inside out."""
    current: LexborNode | None = node
    while current is not None:
        yield current
        current = current.parent

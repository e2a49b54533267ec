"""Finds the article's own heading among those of a page, by what the head calls the page."""

from functools import cache
from typing import Final

from rapidfuzz import fuzz
from selectolax.lexbor import LexborHTMLParser, LexborNode

# How like one of the head's names (0 to 100) a heading below h1 must be to count as the title.
_TITLE_MIN: Final = 60
# Heads call a page by two or three names; each is compared with each heading.
_MOST_NAMES: Final = 20


def heading_of(tree: LexborHTMLParser, titles: tuple[str, ...]) -> LexborNode | None:
    """The article's heading: an h1 that the head names, else what is most like a name, else the first h1."""

    @cache
    def likeness(words: str) -> float:
        names = titles[:_MOST_NAMES]
        inside = any(words in name for name in names)
        return max(95.0 * inside, *(fuzz.ratio(words, name) for name in names)) if names else 0.0

    ranked = []
    for place, node in enumerate(tree.css("h1,h2,.entry-title,.post-title")):
        if not (words := " ".join((node.text() or "").split())):
            continue
        linked = node.tag != "h1" and node.css_first("a") is not None
        rank = likeness(words) + 10 * (node.tag == "h1") - 40 * linked
        if rank >= _TITLE_MIN or node.tag == "h1":
            ranked.append((rank, -place, node))
    return max(ranked, key=lambda rank: rank[:2])[2] if ranked else None

"""Finds the article's own heading among those of a page, by what the head calls the page."""

import re
from functools import cache
from typing import Final

from rapidfuzz import fuzz
from selectolax.lexbor import LexborHTMLParser, LexborNode

# How like one of the head's names (0 to 100) a heading below h1 must be to count as the title.
_TITLE_MIN: Final = 60
# Heads call a page by two or three names; each is compared with each heading.
_MOST_NAMES: Final = 20
_HOME: Final = re.compile(r"\s{0,9}(?:(?:https?:)?//[^/?#\s]{1,253})?/?\s{0,9}", re.IGNORECASE)


def heading_of(tree: LexborHTMLParser, titles: tuple[str, ...]) -> LexborNode | None:
    """The article's heading: an h1 that the head names, else what is most like a name, else the first h1.

    The head names the site too; its name is a heading in many themes, but it leads home, and is less like the whole.
    """

    @cache
    def likeness(words: str) -> tuple[float, float]:
        names = titles[:_MOST_NAMES]
        likest = max((fuzz.ratio(words, name) for name in names), default=0.0)
        return max(95.0 * any(words in name for name in names), likest), likest

    ranked = []
    for place, node in enumerate(tree.css("h1,h2,.entry-title,.post-title")):
        if not (words := " ".join((node.text() or "").split())):
            continue
        linked = node.tag != "h1" and node.css_first("a") is not None
        score, likest = likeness(words)
        rank = score + 10 * (node.tag == "h1") - 40 * linked - 60 * _leads_home(node)
        if rank >= _TITLE_MIN or node.tag == "h1":
            ranked.append((rank, likest, -place, node))
    return max(ranked, key=lambda rank: rank[:3])[3] if ranked else None


def _leads_home(node: LexborNode) -> bool:
    if "site-title" in (node.attributes.get("class") or ""):
        return True
    return any(
        "home" in (link.attributes.get("rel") or "").split() or _HOME.fullmatch(link.attributes.get("href") or "")
        for link in node.css("a")
    )

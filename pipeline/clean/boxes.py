"""Boxes that themes and editors set into an article: sign-ups, invitations, teasers of other articles."""

import re
from collections.abc import Callable
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.clean.nodes import Printed, ancestors, printed_in

_SIGN_UP: Final = re.compile(
    r"^\s{0,9}(?:tilmeld (?:dig|jer)\b|abonn[eé]r på|få (?:vores |de )?nyhedsbrev|gå ikke glip af|"
    r"(?:skriv|meld) dig (?:op|til)\b|modtag (?:vores )?nyhedsbrev|nyhedsbrevet udkommer)",
    re.IGNORECASE,
)
_TEASER_LINK: Final = "h2 a,h3 a,a[rel=bookmark]"
# A link that is set as a button, in a box that is named as one, invites to something else.
_BUTTONS: Final = "a[class*=button],a[class*=btn]"
_BOX_NAME: Final = re.compile(r"box|blurb|call-?to-?action|callout|promo|banner", re.IGNORECASE)
# A box around a sign-up is short; the article is not. The longest in the trials had 190 characters.
_BOX_MAX: Final = 420
# What stands in it before the invitation is a label (*Nyhedsbrev*); more belongs to the answer around the box.
_BOX_LABEL_MAX: Final = 40


def is_teaser(article: LexborNode) -> bool:
    """Whether an article element presents another article: its heading is a link."""
    return article.css_first(_TEASER_LINK) is not None


def take_boxes_out(tree: LexborHTMLParser, is_guarded: Callable[[LexborNode], bool]) -> None:
    """Removes teasers of other articles, and boxes that invite with a button; nothing that is guarded."""
    for node in tree.css("article"):
        if not is_guarded(node) and is_teaser(node):
            node.decompose()
    short = _Short()
    for link in tree.css(_BUTTONS):
        box = _box_of(link, short, is_guarded)
        if box is not None:
            box.decompose()


class _Short:
    """Tells the words of elements that are short enough for a box; a long one is read once, however many ask."""

    def __init__(self) -> None:
        self._long: set[int] = set()

    def words(self, node: LexborNode) -> str | None:
        """The words of an element, None past the length of a box."""
        if node.mem_id in self._long:
            return None
        words = (node.text() or "").strip()
        if len(words) > _BOX_MAX:
            self._long.add(node.mem_id)
            return None
        return words


def _box_of(link: LexborNode, short: _Short, is_guarded: Callable[[LexborNode], bool]) -> LexborNode | None:
    """The outermost box, by its class, that a link set as a button invites from."""
    box = None
    for node in ancestors(link):
        if is_guarded(node) or short.words(node) is None:
            break
        if _BOX_NAME.search(node.attributes.get("class") or ""):
            box = node
    return box


def without_sign_ups(body: LexborNode, keys_below: dict[int, set[str]]) -> Printed:
    """The text nodes of a body, sign-up boxes that are set into the text taken out."""
    printed = printed_in(body)
    if not (signs := [(node, words.strip()) for node, words in printed if _SIGN_UP.match(words)]):
        return printed
    short = _Short()
    for node, sign in signs:
        box = None
        for ancestor in ancestors(node):
            words = short.words(ancestor)
            if words is None or words.find(sign) > _BOX_LABEL_MAX:
                break
            if ancestor.mem_id in keys_below or ancestor.tag == "body":
                break
            box = ancestor
        if box is not None and box.parent is not None:
            box.decompose()
    return printed_in(body)

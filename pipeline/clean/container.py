"""Finds the article in a page: a cheap parse (lexbor), chrome taken out, the smallest element that holds it all.

The container is where the questions are: the lowest common ancestor of what the series asks, widened until it holds a
lead before the first question and the links after the last. Class names only help to take chrome out, and never take
out what holds several questions: a theme may call its columns `widget`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.clean.asking import PROTECTED_KEYS, Asked, Recognise, before_sisters, keys_below, questions_asked
from pipeline.clean.boxes import is_teaser, take_boxes_out, without_sign_ups
from pipeline.clean.headings import heading_of
from pipeline.clean.nodes import ancestors, printed_in

_NEVER_TEXT: Final = (
    "script,style,noscript,template,svg,iframe,object,embed,select,textarea,input,head,figcaption,caption,map,"
    "title,noframes,noembed,datalist,audio,video,canvas,progress,meter,annotation,rp,dialog:not([open])"
)
_CHROME_TAGS: Final = "nav,aside,footer,header,form,button"
_CHROME_WORDS: Final = frozenset(
    (
        "nav navigation navbar menu breadcrumb breadcrumbs broedkrumme brodkrumme sti sidebar comment comments respond "
        "reply related relaterede share sharing sharedaddy social cookie cookies consent cc newsletter nyhedsbrev "
        "signup subscribe subscription tilmelding mc4wp cta cta3 promo teaser banner advert advertisement annonce ads "
        "topbar meta byline author postinfo dato date caption skip readmore pagination pager tagcloud popup modal "
        "search login toc rating rm print boks billedtekst fotokredit credit credits copyright disqus footer colophon "
        "postmeta postmetadata metadata terms readingtime laesetid"
    ).split()
)
_CHROME_PAIRS: Final = re.compile(
    r"\b(?:top-bar|read-more|recent-entries|post-info|post-date|entry-date|post-terms|reading-time|site-header|"
    r"see-also-box|more-posts|post-navigation|nav-links|widget-posts|e-mail-signup|widget_\w+)\b|(?:^|\s)widget(?:\s|$)"
)
_HIDDEN_WORDS: Final = re.compile(r"screen-reader|visually-hidden|\bsr-only\b|skip-link|skip-to")
_HIDDEN_STYLE: Final = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_FOLDING: Final = re.compile(r"accordion|toggle|collaps|panel|faq|\btabs?\b|details|answer|svar", re.IGNORECASE)
_WORDS: Final = re.compile(r"[a-zæøå0-9]+", re.IGNORECASE)
_SISTERS: Final = re.compile(r"^\s{0,9}(?:se|læs) også\b", re.IGNORECASE)
_LEAD_MIN: Final = 60
# Class names that long are nobody's vocabulary.
_NAMES_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of a page: the container's HTML, the title, and the keys that were recognised."""

    html: str
    title: str | None
    keys: frozenset[str]
    articles: int
    """How many teasers with a linked heading the page lists."""
    page_text: str
    """All text of the page's body up to some length, to say what a page is that is no article."""


def cut(tree: LexborHTMLParser, recognise: Recognise, titles: tuple[str, ...]) -> Cut:
    """The container of the article; titles are what the page's head calls it, to find the heading by."""
    body = tree.body
    if body is None:
        return Cut("", None, frozenset(), 0, "")
    for node in tree.css(_NEVER_TEXT):
        node.decompose()
    asked = questions_asked(printed_in(body), recognise)
    below = keys_below(asked)
    _take_copies_out(tree, asked, below)
    title = heading_of(tree, titles)
    articles = sum(map(is_teaser, tree.css("article")))
    page_text = (body.text(separator=" ") or "")[:2000]
    _take_out(tree, below, title)
    printed = without_sign_ups(body, below)
    marks = [node for node, words in printed if _SISTERS.match(words)]
    asked = before_sisters(printed, marks, questions_asked(printed, recognise))
    found = frozenset(key for place in asked for key in place.keys)
    if not asked:
        return Cut("", title.text() if title else None, found, articles, page_text)
    container = _container([place.words for place in asked], marks, title)
    return Cut(container.html or "", title.text() if title else None, found, articles, page_text)


def _take_copies_out(tree: LexborHTMLParser, asked: list[Asked], keys_below: dict[int, set[str]]) -> None:
    """Removes what is hidden and asks only what is asked in sight too: nobody can have read its answers."""
    hidden = {
        node.mem_id: node
        for node in tree.css("[hidden],[style]")
        if len(keys_below.get(node.mem_id, ())) >= PROTECTED_KEYS and _is_hidden(node)
    }
    if not hidden:
        return
    veils = {place.words.mem_id: [n.mem_id for n in ancestors(place.words) if n.mem_id in hidden] for place in asked}
    in_sight = {key for place in asked if not veils[place.words.mem_id] for key in place.keys}
    for outermost in {veil[-1] for veil in veils.values() if veil}:
        if keys_below[outermost] <= in_sight:
            hidden[outermost].decompose()


def _take_out(tree: LexborHTMLParser, keys_below: dict[int, set[str]], title: LexborNode | None) -> None:
    """Removes chrome by tag, by the words of class and id, by hiddenness, and sign-up boxes by what they say."""
    kept = {node.mem_id for node in ancestors(title)} if title is not None else set()

    def guarded(node: LexborNode, fewest: int) -> bool:
        return node.mem_id in kept or len(keys_below.get(node.mem_id, ())) >= fewest

    for node in tree.css(_CHROME_TAGS):
        if not guarded(node, PROTECTED_KEYS) and not (node.tag == "button" and _opens_panel(node)):
            node.decompose()
    for node in tree.css("[class],[id],[hidden],[style],[role]"):
        if (
            node.tag not in {"html", "body", "main", "article"}
            and _is_chrome(node)
            and not guarded(node, PROTECTED_KEYS)
            and not _lists_sisters(node)
        ):
            node.decompose()
    take_boxes_out(tree, lambda node: guarded(node, 1))


def _lists_sisters(node: LexborNode) -> bool:
    """Whether an element that is named for reading on holds the sister links, and no button alone."""
    names = (node.attributes.get("class") or "").lower()
    if "readmore" not in names and "read-more" not in names:
        return False
    return bool(_SISTERS.match(node.text() or "")) and len(node.css("a")) > 1


def _is_chrome(node: LexborNode) -> bool:
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    if attributes.get("role") in {"navigation", "complementary", "search", "banner", "contentinfo"}:
        return True
    return (_known_names if len(names) <= _NAMES_MAX else _names_chrome)(names) or _is_hidden(node)


def _names_chrome(names: str) -> bool:
    """Whether class and id say that an element is chrome, or is for nobody to see."""
    if not _CHROME_WORDS.isdisjoint(_WORDS.findall(names)) or _CHROME_PAIRS.search(names):
        return True
    return _HIDDEN_WORDS.search(names) is not None


# A theme names its elements alike on all its pages.
_known_names: Final = lru_cache(maxsize=4096)(_names_chrome)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    hidden = "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or "")
    # A folded accordion panel is hidden until it is clicked, and holds an answer.
    return bool(hidden) and not any(_folds(ancestor) for ancestor in islice(ancestors(node), 3))


def _opens_panel(button: LexborNode) -> bool:
    """Whether a button is the header of a folded panel: it asks, or it stands in an accordion."""
    return "?" in (button.text() or "") or any(_folds(node) for node in islice(ancestors(button), 3))


def _folds(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        bool(_FOLDING.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")) or node.tag == "details"
    )


def _container(asked: list[LexborNode], marks: list[LexborNode], title: LexborNode | None) -> LexborNode:
    """The lowest common ancestor of the questions, widened until it holds the lead and the sister links."""
    chains = [[node.mem_id for node in ancestors(node)] for node in asked]
    common = set(chains[0]).intersection(*chains[1:])
    holder = next(node for node in ancestors(asked[0]) if node.mem_id in common)
    with_sisters = _holders(marks)
    for ancestor in ancestors(holder):
        if ancestor.tag == "html":
            break
        holder = ancestor
        if _has_lead(ancestor, asked[0], title) and (not marks or ancestor.mem_id in with_sisters):
            break
    return holder


def _holders(nodes: list[LexborNode]) -> set[int]:
    """The memory ids of all elements that hold one of the nodes."""
    holders: set[int] = set()
    for node in nodes:
        for ancestor in ancestors(node):
            if ancestor.mem_id in holders:
                break
            holders.add(ancestor.mem_id)
    return holders


def _has_lead(node: LexborNode, first: LexborNode, title: LexborNode | None) -> bool:
    """Whether running text stands before the first question."""
    inside_title = {part.mem_id for part in title.traverse(include_text=True)} if title is not None else set()
    for part in node.traverse(include_text=True):
        if part.mem_id == first.mem_id:
            return False
        if part.is_text_node and len(part.text_content or "") >= _LEAD_MIN and part.mem_id not in inside_title:
            return True
    return False

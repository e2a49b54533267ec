"""What a page's head says of it: names, canonical address, publication date."""

import json
import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.clean.addresses import is_split
from pipeline.clean.decode import without_controls
from pipeline.danish.periods import date_in_path, publication_date

_ARTICLE_TYPES: Final = frozenset({"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "Report"})
# Pages that are no article may carry a date of their own; it is asked last, and lists never.
_LIST_TYPES: Final = frozenset({"CollectionPage", "SearchResultsPage", "BreadcrumbList", "Person", "Organization"})
_NOT_THE_ARTICLES: Final = re.compile(r"comment|widget|sidebar|related|recent|respond|footer|teaser", re.IGNORECASE)
_OF_THE_ARTICLE: Final = re.compile(r"\b(?:entry|post|article)-?(?:meta|footer|info)\b", re.IGNORECASE)
_MAX_NODES: Final = 500


def titles(tree: LexborHTMLParser) -> tuple[str, ...]:
    """What the head calls the page: og:title, JSON-LD headline, title element."""
    names = [
        node.attributes.get("content") or ""
        for node in tree.css('meta[property="og:title"],meta[name="twitter:title"],meta[name="title"]')
    ]
    names += [str(thing["headline"]) for thing in _things(tree) if isinstance(thing.get("headline"), str)]
    element = tree.css_first("head title") or tree.css_first("title")
    names.append(element.text() if element is not None else "")
    return tuple(dict.fromkeys(" ".join(name.split()) for name in map(without_controls, names) if name.strip()))


def canonical(tree: LexborHTMLParser) -> str | None:
    """The address that the page names as its own, as printed."""
    for node in tree.css('link[rel="canonical"],meta[property="og:url"]'):
        address = node.attributes.get("href") or node.attributes.get("content")
        if address and address.strip():
            return address.strip()
    return None


def base(tree: LexborHTMLParser) -> str | None:
    """The base address that the page sets for its relative links."""
    node = tree.css_first("base[href]")
    return (node.attributes.get("href") or None) if node is not None else None


def published(tree: LexborHTMLParser, url: str) -> tuple[str, str] | tuple[None, None]:
    """Publication date in Danish local time and where it stood, in the order that the contract gives."""
    for where, value in _candidates(tree):
        if date := publication_date(value):
            return date, where
    for address in filter(is_split, (canonical(tree) or "", url)):
        if date := date_in_path(address):
            return date, "url"
    return None, None


def _candidates(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    things = [thing for thing in _things(tree) if isinstance(thing.get("datePublished"), str)]
    for articles_only in (True, False):
        for thing in things:
            kinds = _kinds(thing)
            if bool(kinds & _ARTICLE_TYPES) == articles_only and not kinds & _LIST_TYPES:
                yield "json_ld", str(thing["datePublished"])
    for node in tree.css('meta[property="article:published_time"],meta[name="article:published_time"]'):
        yield "meta", node.attributes.get("content") or ""
    known: dict[int, bool] = {}
    for node in tree.css("time[datetime]"):
        if not _elsewhere(node, known):
            yield "time", node.attributes.get("datetime") or ""


def _elsewhere(node: LexborNode, known: dict[int, bool]) -> bool:
    """Whether a time element belongs to a comment, a side bar or another article.

    `known` holds the answers for elements that contain it, by memory id; each element is looked at once.
    """
    climbed = []
    verdict = False
    parent = node.parent
    while parent is not None and not verdict:
        if parent.mem_id in known:
            verdict = known[parent.mem_id]
            break
        climbed.append(parent.mem_id)
        attributes = parent.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        named = parent.tag != "body" and _NOT_THE_ARTICLES.search(names) is not None
        verdict = named or parent.tag == "aside" or (parent.tag == "footer" and not _OF_THE_ARTICLE.search(names))
        parent = parent.parent
    known.update(dict.fromkeys(climbed, verdict))
    return verdict


def _kinds(thing: dict[str, object]) -> set[str]:
    kind = thing.get("@type")
    return {str(part) for part in kind} if isinstance(kind, list) else {str(kind)}


def _things(tree: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Every object of the page's JSON-LD, graphs opened; broken JSON is no data."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting: list[object] = [json.loads(node.text() or "")]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MAX_NODES:
            seen += 1
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting += thing
            elif isinstance(thing, dict):
                yield thing
                waiting += [
                    part for name, part in thing.items() if name in {"@graph", "mainEntity", "mainEntityOfPage"}
                ]

"""The container's HTML to lines: one for each block or line break, the printed words exact, with offsets.

BeautifulSoup reads the container only. White space folds as a browser folds it; a table row of a data table is one
line, its cells joined by tabs; an HTML list's own bullets and numbers are not text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, ProcessingInstruction, Tag

from pipeline.danish.letters import composed
from schemas.page import Line, LineKind, Link, Piece

MAX_DEPTH: Final = 256
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_BLOCKS: Final = frozenset(
    (
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figure footer form h1 h2 "
        "h3 h4 h5 h6 header body hr html legend li main menu nav ol p pre section summary table "
        "tbody td tfoot th thead tr ul"
    ).split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_SECTION: Final = frozenset({*_HEADINGS, "button", "summary"})
_STRONG: Final = frozenset({"strong", "b", "em", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "th"})
_BOLD_STYLE: Final = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)|font-style\s{0,3}:\s{0,3}italic")
_TERM_CLASS: Final = re.compile(
    r"accordion-?(?:header|title|heading|button|trigger)|(?:toggle|faq|panel|tab)-?(?:header|title|heading|question)|"
    r"question|spoergsmaal|sporgsmal",
    re.IGNORECASE,
)
_SKIPPED: Final = (Comment, Doctype, ProcessingInstruction)
# Two cells side by side in two rows make a table of data; e-mails are laid out in tables of one cell a row.
_DATA_CELLS: Final = 2
_PROSE: Final = frozenset({"h1", "h2", "h3", "p"})
_LINK_SHARE: Final = 0.8


class TooDeepError(Exception):
    """The container nests deeper than MAX_DEPTH; the page is quarantined."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What the enclosing elements say of the words."""

    strong: bool = False
    href: str | None = None
    kind: LineKind = LineKind.TEXT
    level: int = 0


@dataclass(slots=True)
class Draft:
    """A line that is being written: folded words, how they are set, and the links in them."""

    style: _Style
    opens_block: bool
    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: bool = False
    strong_end: int = 0
    all_strong: bool = True
    links: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The line as it will be printed."""
        return "".join(self.parts)

    @property
    def is_link(self) -> bool:
        """Whether all but a few marks of the line is a link."""
        return sum(end - start for start, end, _ in self.links) >= _LINK_SHARE * self.length

    def add(self, raw: str, style: _Style) -> None:
        """Appends words, white space folded as a browser folds it."""
        # Letters of ASCII are neither composed nor invisible; the look is cheaper than the work.
        words = raw if raw.isascii() else _INVISIBLE.sub("", composed(raw))
        if not words or words.isspace():
            self.gap = self.gap or bool(words)
            return
        folded = " ".join(words.split())
        if (self.gap or words[0].isspace()) and self.length:
            folded = " " + folded
        self.gap = words[-1].isspace()
        if not self.length:
            self.style = style
        start = self.length + folded.startswith(" ")
        self.parts.append(folded)
        self.length += len(folded)
        self.all_strong = self.all_strong and style.strong
        if self.all_strong:
            self.strong_end = self.length
        if style.href:
            self._link(start, style.href)

    def _link(self, start: int, href: str) -> None:
        if self.links and self.links[-1][2] == href and self.links[-1][1] >= start - 1:
            start = self.links.pop()[0]
        self.links.append((start, self.length, href))


@dataclass(slots=True)
class Row:
    """A row of a data table: the lines of each cell."""

    cells: list[list[Draft]]


class _Writer:
    """Collects lines while the tree is walked."""

    def __init__(self) -> None:
        self.done: list[Draft | Row] = []
        self._draft = Draft(_Style(), opens_block=True)

    def words(self, raw: str, style: _Style) -> None:
        self._draft.add(raw, style)

    def end_line(self, *, block: bool) -> None:
        """Ends the line; a block end, or a second line break in a row, opens a new block."""
        draft = self._draft
        opens = block or not draft.length
        if draft.length:
            self.done.append(draft)
        elif draft.opens_block:
            opens = True
        self._draft = Draft(_Style(), opens_block=opens)


def drafts_of(html: str) -> list[Draft | Row]:
    """The lines and table rows of a container, in order. Raises TooDeepError past MAX_DEPTH."""
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    writer = _Writer()
    _walk(soup, _Style(), writer, 0)
    writer.end_line(block=True)
    return writer.done


def from_title(drafts: list[Draft | Row], title: str) -> list[Draft | Row]:
    """The lines from the title on; what stands above it in the container is chrome. It is set in front if absent."""
    heading = Draft(_Style(strong=True, kind=LineKind.HEADING, level=1), opens_block=True)
    heading.add(title, heading.style)
    for place, draft in enumerate(drafts):
        if isinstance(draft, Draft) and draft.words == heading.words:
            return [heading, *drafts[place + 1 :]]
    return [heading, *drafts]


def _walk(node: Tag, style: _Style, writer: _Writer, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise TooDeepError
    for child in node.children:
        if isinstance(child, NavigableString):
            if not isinstance(child, _SKIPPED):
                writer.words(str(child), style)
        elif isinstance(child, Tag):
            _enter(child, style, writer, depth)


def _enter(tag: Tag, style: _Style, writer: _Writer, depth: int) -> None:
    name = tag.name
    if name == "br":
        writer.end_line(block=False)
    elif name == "table" and _is_data(tag):
        writer.end_line(block=True)
        _table(tag, style, writer, depth)
    elif name in _BLOCKS or _is_term(tag):
        writer.end_line(block=True)
        _walk(tag, _inside(tag, style), writer, depth + 1)
        writer.end_line(block=True)
    else:
        _walk(tag, _inside(tag, style), writer, depth + 1)


def _inside(tag: Tag, style: _Style) -> _Style:
    """The style of the words inside a tag."""
    name = tag.name
    look = tag.attrs.get("style")
    strong = style.strong or name in _STRONG or bool(look and _BOLD_STYLE.search(str(look)))
    href = str(tag.get("href") or "") or style.href if name == "a" else style.href
    kind, level = style.kind, style.level
    if name in _HEADINGS:
        kind, level = LineKind.HEADING, _HEADINGS[name]
    elif name == "li":
        kind = _item_kind(tag)
    elif _is_term(tag):
        kind = LineKind.TERM
    elif name == "dd":
        kind = LineKind.TEXT
    return _Style(strong, href, kind, level)


def _item_kind(item: Tag) -> LineKind:
    """How the own words of a list item are set; one that has a heading, or several paragraphs, is a section."""
    names = _names_inside(item)
    if "ul" in names or "ol" in names:
        return LineKind.PARENT_ITEM
    return LineKind.ITEM if _SECTION.isdisjoint(names) and names.count("p") <= 1 else LineKind.TEXT


def _names_inside(tag: Tag) -> list[str]:
    """The names of the elements in a tag; to ask BeautifulSoup's `find` for each costs ten times as much."""
    return [inner.name for inner in tag.descendants if isinstance(inner, Tag)]


def _is_term(tag: Tag) -> bool:
    if tag.name in {"dt", "summary", "button"}:
        return True
    names = tag.get("class") if tag.name in {"div", "a", "span", "p"} else None
    return bool(names) and _TERM_CLASS.search(str(names)) is not None


def _rows(table: Tag) -> Iterator[list[Tag]]:
    for row in table.find_all("tr"):
        yield [cell for cell in row.children if isinstance(cell, Tag) and cell.name in {"td", "th"}]


def _is_data(table: Tag) -> bool:
    names = _names_inside(table)
    if "table" in names or table.get("role") == "presentation":
        return False
    full = [sum(1 for cell in row if cell.get_text(strip=True)) for row in _rows(table)]
    wide = sum(count >= _DATA_CELLS for count in full)
    return wide >= _DATA_CELLS or (wide == 1 and len(full) == 1 and _PROSE.isdisjoint(names))


def _table(table: Tag, style: _Style, writer: _Writer, depth: int) -> None:
    for row in _rows(table):
        cells = []
        for cell in row:
            inner = _Writer()
            _walk(cell, _inside(cell, style), inner, depth + 3)
            inner.end_line(block=True)
            cells.append([draft for draft in inner.done if isinstance(draft, Draft)])
        if any(cells):
            writer.done.append(Row(cells))


def laid_out(drafts: Iterable[Draft | Row]) -> tuple[str, tuple[Line, ...], tuple[Link, ...]]:
    """Puts the lines one after the other and counts their offsets."""
    text: list[str] = []
    lines: list[Line] = []
    links: list[Link] = []
    at = 0
    for draft in drafts:
        if isinstance(draft, Row):
            words, line = _row_line(draft, at, links)
        else:
            words = draft.words
            line = _text_line(draft, at)
            links += _links(draft, at, words)
        text.append(words)
        lines.append(line)
        at += len(words) + 1
    return "\n".join(text), tuple(lines), tuple(links)


def _text_line(draft: Draft, at: int) -> Line:
    return Line(
        start=at,
        end=at + draft.length,
        kind=draft.style.kind,
        level=draft.style.level,
        strong_end=at + draft.strong_end,
        opens_block=draft.opens_block,
    )


def _links(draft: Draft, at: int, words: str) -> list[Link]:
    return [Link(start=at + a, end=at + b, text=words[a:b], url=href) for a, b, href in draft.links]


def _row_line(row: Row, at: int, links: list[Link]) -> tuple[str, Line]:
    words = ""
    pieces = []
    for column, cell in enumerate(row.cells):
        words += "\t" if column else ""
        for place, draft in enumerate(cell):
            words += " " if place else ""
            piece = draft.words
            start = at + len(words)
            links += _links(draft, start, piece)
            pieces.append(Piece(start=start, end=start + len(piece), kind=draft.style.kind, cell=column))
            words += piece
    words = words.rstrip("\t")
    line = Line(start=at, end=at + len(words), kind=LineKind.ROW, strong_end=at, pieces=tuple(pieces))
    return words, line

"""What stands between fetching and segmenting: the raw page and the cleaned article."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from schemas.base import Model


class RawPage(Model):
    """A page as it was fetched: bytes, and where they came from."""

    url: str
    """The address that was asked for; also the base of relative links, unless the page names another."""
    body: bytes = Field(repr=False)
    """The bytes of the body, decompressed, otherwise untouched."""
    content_type: str | None = None
    """The Content-Type header, if there was one; its charset is tried after UTF-8."""
    fetched_at: datetime | None = None
    """When it was fetched, if known; the extraction itself has no clock."""


class LineKind(StrEnum):
    """How a line is set on the page."""

    TEXT = "text"
    """Running text: a paragraph, or a part of one between two line breaks."""
    HEADING = "heading"
    """h1 to h6."""
    TERM = "term"
    """dt, summary, or an accordion's header: set as the name of what follows."""
    ITEM = "item"
    """An innermost list item."""
    PARENT_ITEM = "parent_item"
    """The own words of a list item that holds a list; no item itself."""
    ROW = "row"
    """A row of a data table, its cells joined by tabs."""


class Piece(Model):
    """A part of a line: a whole line is one piece; a table row has one for each block of each cell."""

    start: int
    """First character in the article's text."""
    end: int
    """One past the last character."""
    kind: LineKind = LineKind.TEXT
    """How the piece is set."""
    cell: int = 0
    """The column of the table row it stands in, from 0."""


class Line(Model):
    """One line of the article: a block, or what stands between two line breaks."""

    start: int
    """First character in the article's text."""
    end: int
    """One past the last character."""
    kind: LineKind = LineKind.TEXT
    """How the line is set."""
    level: int = 0
    """Heading level 1 to 6, else 0."""
    strong_end: int = 0
    """Up to here (in the article's text) the line is emphasised from its start; equals end for a wholly bold line."""
    opens_block: bool = True
    """True when a new block or an empty line stands before it; False after a single line break."""
    pieces: tuple[Piece, ...] = ()
    """The parts of a table row; empty for any other line."""


class Link(Model):
    """A link in the article's text."""

    start: int
    """First character of the link's words in the article's text."""
    end: int
    """One past the last character."""
    text: str
    """The link's words."""
    url: str
    """The target, absolute."""


class CleanNote(Model):
    """Something that cleaning had to mend; becomes a warning of the record."""

    code: str
    """A warning code of the record."""
    message: str
    """What was found, in words."""


class Article(Model):
    """A page without its chrome: the printed text, line by line, with offsets."""

    url: str
    """The page's address."""
    canonical_url: str | None = None
    """The address that the page names as its own, absolute."""
    title: str
    """The article's own heading as printed; the first line of the text."""
    text: str
    """The printed text, one line per block or line break."""
    lines: tuple[Line, ...]
    """The lines, in order, with offsets into the text."""
    links: tuple[Link, ...] = ()
    """The links in the text, in order."""
    published_on: str | None = None
    """Publication date in Danish local time, ISO 8601."""
    published_from: str | None = None
    """Where the date stood: json_ld, meta, time or url."""
    notes: tuple[CleanNote, ...] = ()
    """What cleaning had to mend."""

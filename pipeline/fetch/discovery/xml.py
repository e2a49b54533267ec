"""Reads sitemaps and feeds: XML of strangers, in one pass, without entities, and bounded.

expat fetches nothing by itself. A document that brings declarations of its own (entities, attributes with defaults) is
refused before the first of them can grow; sitemaps and feeds need none.
"""

from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.parsers import expat

from pipeline.errors import BadResponse

_MOST_DEPTH: Final = 64
_MOST_CHARS: Final = 2083
"""Of one text; a longer one is no address, title or date, and is read as empty."""


@dataclass(slots=True)
class Entry:
    """One child of the document that tells of a page: its texts and links by local name."""

    texts: dict[str, str] = field(default_factory=dict)
    """The first text of each of its own children that has one: loc, lastmod, title, link, updated."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """rel and href of the links that are attributes, as Atom has them; rel is `alternate` unless given."""


@dataclass(frozen=True, slots=True)
class Document:
    """A sitemap or feed."""

    root: str
    """Local name of the outermost element."""
    entries: tuple[Entry, ...]
    """In printed order."""


@dataclass(slots=True)
class _Reader:
    source: str
    """The address of the document, for errors."""
    names: frozenset[str]
    """What an entry may be called."""
    most: int
    """The most entries."""
    root: str = ""
    entries: list[Entry] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    entry_depth: int = 0
    """At how many open elements the entry began; 0 outside of one."""
    words: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self.root = self.root or local
        self.path.append(local)
        if len(self.path) > _MOST_DEPTH:
            self.refuse(f"elements nest deeper than {_MOST_DEPTH}")
        if not self.entry_depth and local in self.names:
            self.entry_depth = len(self.path)
            self.entries.append(Entry())
            if len(self.entries) > self.most:
                self.refuse(f"more than {self.most} entries")
        elif len(self.path) == self.entry_depth + 1:
            self.words.clear()
            if local == "link" and "href" in attributes:
                self.entries[-1].links.append((attributes.get("rel", "alternate"), attributes["href"]))

    def text(self, words: str) -> None:
        if self.entry_depth and len(self.path) > self.entry_depth:
            self.words.append(words)

    def end(self, _name: str) -> None:
        local = self.path.pop()
        depth = len(self.path)
        if self.entry_depth and depth == self.entry_depth:
            text = "".join(self.words).strip()
            if text and len(text) <= _MOST_CHARS:
                self.entries[-1].texts.setdefault(local, text)
            self.words.clear()
        elif depth < self.entry_depth:
            self.entry_depth = 0

    def document_type(self, _name: str, _system: str | None, _public: str | None, has_declarations: bool) -> None:  # noqa: FBT001 -- as expat calls it
        if has_declarations:
            self.refuse("it brings declarations of its own")

    def refuse(self, why: str) -> NoReturn:
        message = f"the XML is not read: {why}"
        raise BadResponse(message, source=self.source)


def read_xml(body: bytes, source: str, names: frozenset[str], most: int) -> Document:
    """Read the entries of a document; `names` are the local names that an entry may have.

    Raises BadResponse for what is no XML, nests too deep, brings declarations or has more than `most`
    entries.
    """
    reader = _Reader(source, names, most)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.document_type
    try:
        parser.Parse(body.lstrip(), True)  # noqa: FBT003 -- the parser takes no keywords
    except expat.ExpatError as error:
        message = f"no XML: {error}"
        raise BadResponse(message, source=source) from error
    return Document(reader.root, tuple(reader.entries))

"""An article's text cut at every edge of its evidence, so that spans may nest and overlap and the page stays plain."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.report.facts import Fact


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line that the same values rest on."""

    text: str
    anchors: tuple[str, ...] = ()
    """The values, the one with the shortest span first; none for what nothing rests on."""
    starts: tuple[str, ...] = ()
    """The values whose first span begins here."""

    @property
    def depth(self) -> int:
        """How many spans lie over it, up to three."""
        return min(len(self.anchors), 3)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text."""

    pieces: tuple[Piece, ...]
    question: str | None = None
    """Key of the question that it prints."""
    gap: bool = False
    """Whether nothing is shown of it."""


def lines_of(text: str, facts: Iterable[Fact], questions: Sequence[tuple[str, str]]) -> tuple[Line, ...]:
    """Cut a text into lines and pieces.

    `questions` are the keys with their printed headings; each is sought in a line of its own, in the order given.
    Lines without anything to show become one gap.
    """
    spans = sorted({(s.start, s.end, fact.anchor) for fact in facts for s in fact.spans})
    firsts: dict[str, int] = {}
    for start, _, anchor in spans:
        firsts.setdefault(anchor, start)
    return tuple(_without_repeated_gaps(_lines(text, spans, firsts, dict(_headings(text, questions)))))


Spans = Sequence[tuple[int, int, str]]


def _headings(text: str, questions: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """Find the line that prints each question, by its number."""
    lines = text.split("\n")
    taken: set[int] = set()
    for key, heading in questions:
        wanted = heading.split("\n")[0]
        number = next((at for at, line in enumerate(lines) if at not in taken and wanted in line), None)
        if number is not None:
            taken.add(number)
            yield number, key


def _lines(text: str, spans: Spans, firsts: dict[str, int], headings: dict[int, str]) -> Iterator[Line]:
    start, waiting = 0, 0
    open_: list[tuple[int, int, str]] = []
    for number, line in enumerate(text.split("\n")):
        end = start + len(line)
        while waiting < len(spans) and spans[waiting][0] < end:
            open_.append(spans[waiting])
            waiting += 1
        open_ = [span for span in open_ if span[1] > start]
        yield Line(tuple(_pieces(text, (start, end), open_, firsts)), headings.get(number), gap=not line.strip())
        start = end + 1


def _pieces(text: str, edge: tuple[int, int], spans: Spans, firsts: dict[str, int]) -> Iterator[Piece]:
    start, end = edge
    edges = {start, end} | {at for span in spans for at in span[:2] if start < at < end}
    for left, right in pairwise(sorted(edges)):
        over = sorted((last - first, anchor) for first, last, anchor in spans if first <= left and right <= last)
        anchors = tuple(dict.fromkeys(anchor for _, anchor in over))
        starts = tuple(anchor for anchor in anchors if firsts[anchor] == left)
        yield Piece(text[left:right], anchors, starts)


def _without_repeated_gaps(lines: Iterable[Line]) -> Iterator[Line]:
    before = False
    for line in lines:
        if not (line.gap and before):
            yield line
        before = line.gap

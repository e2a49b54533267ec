"""What an answer enumerates: its list items as printed, and the line that heads a list. Prose is never cut."""

from dataclasses import dataclass

from pipeline.danish.clauses import AnswerText
from schemas.answers import Item


@dataclass(frozen=True, slots=True)
class Listing:
    """Items that stand in a row, and what stands before them."""

    head: str
    """The line before the first item; empty for a list that opens the answer."""
    items: tuple[Item, ...]


def _item(answer: AnswerText, start: int, end: int) -> Item:
    return Item(text=" ".join(answer.source[start:end].split()), evidence=(answer.span(start, end),))


def listings(answer: AnswerText) -> tuple[Listing, ...]:
    """The lists of an answer, in order; a line that is no item ends one."""
    found: list[Listing] = []
    head, row = "", []
    for start, end, is_item in answer.lines:
        if is_item and answer.source[start:end].strip():
            row.append(_item(answer, start, end))
            continue
        if row:
            found.append(Listing(head, tuple(row)))
        head, row = answer.source[start:end], []
    if row:
        found.append(Listing(head, tuple(row)))
    return tuple(found)


def items_of(answer: AnswerText) -> tuple[Item, ...]:
    """Every item of an answer, as printed, its white space folded, each with its line as evidence."""
    return tuple(item for listing in listings(answer) for item in listing.items)

"""What stands between segmenting and reading: a printed question with what is printed under it."""

from schemas.base import Model
from schemas.page import LineKind


class AnswerLine(Model):
    """One line of an answer, with its list marker dropped."""

    start: int
    """First character after the marker, in the article's text."""
    end: int
    """One past the last character."""
    kind: LineKind = LineKind.TEXT
    """ITEM for what the answer itself enumerates, PARENT_ITEM for the head of a nested list."""


class Segment(Model):
    """A printed question and its answer."""

    number: int
    """Position among all printed questions, from 1."""
    question: str
    """The question as printed, numbering and prefixes dropped."""
    question_start: int
    """First character of the question in the article's text."""
    question_end: int
    """One past the last character."""
    keys: tuple[str, ...]
    """The question keys it asks, none for a question that the series does not know, two for a merged one."""
    match: float
    """How well the question matched its keys, 0 to 1; 1 where it is the usual wording."""
    lines: tuple[AnswerLine, ...] = ()
    """The answer's lines; empty when nothing, or only a dash, dots or a question mark is printed."""


class Segmented(Model):
    """An article cut into lead, questions, contact lines and related links."""

    lead: tuple[AnswerLine, ...]
    """The lines between title and first question."""
    segments: tuple[Segment, ...]
    """The questions in printed order."""
    contact: tuple[AnswerLine, ...]
    """The contact lines after the last answer."""
    related: tuple[int, ...]
    """Indexes of the article's links that stand under Se også."""
    unclaimed: tuple[AnswerLine, ...] = ()
    """Lines that belong to none of the above."""

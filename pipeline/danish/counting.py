"""What stands around a number: its clause, the words on both sides, and whether it is a figure of here and now.

A number can be of the past (`dengang 8`), hoped for (`målet er 20`), of elsewhere (`på landsplan`), for each (`2 i
hver`), a part (`heraf 4`), a whole that a part is taken from (`4 af de 17`), or a flow (`to nye`).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.figure_cues import (
    ADDED,
    AIM,
    DEFINITE,
    DENIED_LATER,
    EACH,
    ELSEWHERE,
    EVENT,
    EXTRA,
    FLOW,
    FLOW_NOUN,
    HOPE,
    LIST_JOINT,
    NOW,
    OF_ONE,
    PART,
    PAST,
    PRESENT,
    RESPECTIVELY,
    SURVIVES,
    TOTAL,
    TURN,
    WHOLE,
    YEAR_AFTER,
    YEAR_ALONE,
    YEAR_BEFORE,
)
from pipeline.danish.nouns import noun_after
from pipeline.danish.numbers import Mention, mentions
from pipeline.danish.numerals import lowered

_NEAR: Final = 200
_LABEL_MARKS: Final = frozenset((":", "(", "–", "—", "-", "/"))


@dataclass(frozen=True)
class Context:
    """A number with the words around it, all in lower case."""

    mention: Mention
    clause: Clause
    near: str
    """The clause, at most some two hundred characters on each side of the number."""
    before: str
    """From the number before it, or from the start of its clause; a label that introduces it is taken along."""
    after: str
    """Up to the next number or the end of the clause."""
    follow: str
    """What a clause in apposition adds (`, der er registrerede`, ` (frivillige)`), up to the next number."""
    lead: str
    """The sentence up to the number."""
    label_start: int
    """Where `before` begins in the article's text."""
    listed: bool = False
    """Whether it stands in a bare run of numbers (`7, 9 og 14 ansatte`), each of something else."""
    bracketed: bool = False
    """Whether it stands in brackets that a number stands before."""
    broken_down: bool = False
    """Whether a number and then a colon stand before it in its sentence (`Fire: to i Nakskov, to i Maribo`)."""

    @cached_property
    def around(self) -> str:
        """Its clause, a label before it, and what follows in apposition."""
        return f"{self.before} # {self.near} {self.follow}"

    @cached_property
    def survives(self) -> bool:
        """Whether it is what is left of a number before it (`hvoraf 7 stadig eksisterer`)."""
        return bool(SURVIVES.search(self.after))

    @cached_property
    def respectively(self) -> bool:
        """Whether it belongs to one of several things named before (`henholdsvis 12 og 5`)."""
        return bool(RESPECTIVELY.search(self.lead))

    @cached_property
    def of_one(self) -> bool:
        """Whether it is a figure of a single enterprise (`den største har 12 ansatte`)."""
        return bool(OF_ONE.search(self.lead))

    @property
    def opens(self) -> bool:
        """Whether it is the first number of its clause, so that the words before it are its own."""
        return self.label_start <= self.clause.start

    @cached_property
    def past(self) -> bool:
        """Whether the figure is of another time than now."""
        then = self.follow if self.follow.startswith("da ") else ""
        return bool(PAST.search(self.near) or PAST.search(then)) and not self.present

    @cached_property
    def year(self) -> int | None:
        """The year that the figure names for itself (`12 i 2018`, `i 2015 var der 8`)."""
        found = YEAR_AFTER.search(self.after) or YEAR_ALONE.match(self.follow) or YEAR_BEFORE.search(self.before)
        return int(found[1]) if found else None

    @cached_property
    def present(self) -> bool:
        """Whether the clause says that it speaks of today."""
        return bool(PRESENT.search(self.near))

    @cached_property
    def total(self) -> bool:
        """Whether the figure is called a total."""
        return bool(TOTAL.search(f"{self.before} {self.after}"))

    @cached_property
    def part(self) -> bool:
        """Whether the figure is a part of another (`heraf 4`, `52 (29 kvinder og 23 mænd)`)."""
        return (bool(PART.search(self.near)) or (self.bracketed and not self.total)) and not self.survives

    @cached_property
    def whole(self) -> bool:
        """Whether the figure is the whole that another is a part of (`4 af de 17`)."""
        return bool(WHOLE.search(self.before))

    @cached_property
    def definite(self) -> bool:
        """Whether it points back to a number given before (`de 5 ligger i byen`)."""
        return bool(DEFINITE.search(self.before))

    @cached_property
    def extra(self) -> bool:
        """Whether it comes beside the figure asked for (`derudover 3`)."""
        return bool(EXTRA.search(self.before))

    @cached_property
    def added(self) -> bool:
        """Whether it is added to another figure (`og derudover 5`)."""
        return bool(ADDED.search(self.before))

    @cached_property
    def hoped(self) -> bool:
        """Whether the figure is a target, a plan or a possibility."""
        lead = TURN.split(self.lead)[-1]
        aimed = AIM.search(self.near) or AIM.search(lead)
        own = f"{self.before} # {self.after}"
        return bool(HOPE.search(own) or DENIED_LATER.search(self.after + self.follow) or (aimed and not self.present))

    @cached_property
    def elsewhere(self) -> bool:
        """Whether the figure is of other municipalities or the country."""
        return bool(ELSEWHERE.search(self.near))

    @cached_property
    def each(self) -> bool:
        """Whether the figure holds for each of several, which is not multiplied."""
        return bool(EACH.search(self.near))

    @cached_property
    def flow(self) -> bool:
        """Whether it counts what came or went, not what there is."""
        gone = FLOW.search(self.after) or FLOW.search(self.follow) or FLOW.search(self.before)
        gone = gone or EVENT.search(self.lead)
        return bool(FLOW_NOUN.search(self.after) or (gone and not NOW.search(self.near)))

    @property
    def usable(self) -> bool:
        """Whether the figure may be the one asked for at all."""
        elsewhere = self.elsewhere or self.each or self.of_one or self.respectively or self.listed
        return not (elsewhere or self.flow or (self.hoped and not self.mention.none))


def contexts(answer: AnswerText) -> tuple[Context, ...]:
    """Find the numbers of an answer with what stands around them, in order."""
    found: list[Context] = []
    for number, group in groupby(answer.clauses, lambda clause: clause.line):
        start, end, _ = answer.lines[number]
        line = _Line(answer.source, tuple(group))
        found += _line_contexts(line, mentions(answer.source[start:end], start), end)
    return tuple(found)


@dataclass(frozen=True)
class _Line:
    """The clauses of one line."""

    source: str
    clauses: tuple[Clause, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    @cached_property
    def sentences(self) -> dict[int, int]:
        """Where each sentence starts."""
        return {clause.sentence: clause.start for clause in reversed(self.clauses)}

    def at(self, offset: int) -> int:
        """Find the clause that an offset stands in, or the last one that starts before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def lower(self, start: int, end: int) -> str:
        return lowered(self.source[start : max(start, end)])


def _line_contexts(line: _Line, found: tuple[Mention, ...], end: int) -> Iterator[Context]:
    previous = line.clauses[0].start
    found = tuple(mention for mention in found if not mention.weak or _names(line, mention))
    first, sentence, bracketed = previous, -1, False
    for position, mention in enumerate(found):
        following = found[position + 1].start if position + 1 < len(found) else end
        context = _context(line, mention, previous, following)
        if context.clause.sentence != sentence:
            first, sentence, bracketed = mention.end, context.clause.sentence, False
        elif position:
            bracketed = _is_open(line.source[found[position - 1].end : mention.start], opened=bracketed)
        yield replace(
            context,
            bracketed=bracketed,
            broken_down=":" in line.source[first : min(first + _NEAR, mention.start)],
            listed=_in_run(line, found, position),
        )
        previous = mention.end


def _is_open(words: str, *, opened: bool) -> bool:
    """Whether a bracket is open behind words of which `opened` tells whether one was open before them."""
    return ")" not in words and (opened or "(" in words)


def _in_run(line: _Line, found: tuple[Mention, ...], position: int) -> bool:
    """Whether nothing but a comma or og parts a number from the next or the one before."""
    pairs = ((position - 1, position), (position, position + 1))
    return any(
        LIST_JOINT.match(line.lower(found[left].end, min(found[right].start, found[left].end + _NEAR)))
        for left, right in pairs
        if left >= 0 and right < len(found)
    )


def _context(line: _Line, mention: Mention, previous: int, following: int) -> Context:
    at, last = line.at(mention.first), line.at(mention.end - 1)
    clause, ending = line.clauses[at], line.clauses[last]
    begin = max(previous, line.clauses[_label(line, at, previous)].start)
    sentence = line.sentences[clause.sentence]
    return Context(
        mention,
        clause,
        near=line.lower(max(clause.start, mention.start - _NEAR), min(ending.end, mention.end + _NEAR)),
        before=line.lower(begin, mention.start),
        after=line.lower(mention.end, min(following, ending.end)),
        follow=_apposition(line, last, following),
        lead=line.lower(max(sentence, mention.start - _NEAR), mention.start),
        label_start=begin,
    )


def _names(line: _Line, mention: Mention) -> bool:
    """Whether en or et stands before a noun that is asked for, and so may be the number one."""
    after = line.lower(mention.end, mention.end + _NEAR)
    return noun_after(after, plural=False).name in {"enterprise", "registered"}


def _label(line: _Line, at: int, previous: int) -> int:
    """Go back over the clauses that label a number: `Fleksjob og skånejob: 12`, `frivillige (34)`."""
    while at and line.clauses[at - 1].start >= previous and _goes_on(line.clauses[at - 1], line.clauses[at]):
        at -= 1
    return at


def _goes_on(clause: Clause, following: Clause) -> bool:
    """Whether a label goes on in the next clause."""
    return clause.sentence == following.sentence and following.opened_by in _LABEL_MARKS


def _apposition(line: _Line, at: int, limit: int) -> str:
    """Read on where the next clause says more of the number: a relative clause, or words in brackets."""
    if at + 1 >= len(line.clauses) or line.clauses[at + 1].sentence != line.clauses[at].sentence:
        return ""
    following = line.clauses[at + 1]
    relative = following.tokens[0].lower in {"der", "som", "hvor", "da"} and following.opened_by == ","
    if not relative and following.opened_by not in {"(", "–", "—", "-"}:
        return ""
    return line.lower(following.start, min(limit, following.end))

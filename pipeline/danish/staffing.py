"""Which number of an answer is how many ordinary employees, flexijobs and sheltered jobs, placements and volunteers.

Printed labels (`Frivillige: 25`), table rows, and prose (`61 ordinært ansatte, godt 50 på fleksjob`) are read alike:
each number takes its group from the words after it, from a label before it, or from what the sentence speaks of.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, get_args

from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import Context, contexts
from pipeline.danish.enterprise_cues import KNOWING
from pipeline.danish.nouns import is_full_time, noun_after
from pipeline.danish.numerals import lowered
from pipeline.danish.staff_labels import KINDS, Group, Kind, Label, columns_of, kind_of, labels_of
from schemas.answers import Quantity

_COORDINATES: Final = re.compile(r"\b(?:og|samt|men|mens|plus|hvoraf|heraf)\b|[,;]")
_OPENS_OTHER: Final = re.compile(r"^\s*(?:og|samt|men|mens|plus)\b")
_GRAMMATICAL: Final = re.compile(r"\b(?:i|på|med|har|er|til|fra|hos|af|som|der)\b")
_COUNTS_SHELTERED: Final = re.compile(r"\b(?:\d{1,4}|en|et|én|ét) (?:[^\W\d_]+ ){0,2}skåne")
_LEADS_TO: Final = re.compile(r"\b(?:ført til|resulteret i|mundet ud|overgået til|gået videre)\b")
_THROUGHPUT: Final = re.compile(
    r"\b(?:igennem|siden (?:\d{4}|starten|begyndelsen|åbningen)|gennem (?:årene|tiden)|i tidens løb|sammenlagt siden)\b"
)
_TOGETHER: Final = re.compile(r"^[^(:]*(?:\b(?:og|samt|plus)\b|\+)[^(]*$")
_TAKES_UP: Final = re.compile(
    r"^\s*(?:og |så )?(?:nemlig|dvs\.?|altså|(?:dem|her|det) (?:er(?: der| det| vi)?|har (?:vi|de)))\s*$"
)
_SCAN: Final = 120
_REACH: Final = 300  # how far back the group that is spoken of may have been named


class _Named(NamedTuple):
    """The group of a number, and the words that say so."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number of people of one group."""

    context: Context
    named: _Named
    score: int

    @property
    def value(self) -> tuple[int | float | None, int | float | None]:
        return self.context.mention.min, self.context.mention.max


@dataclass(frozen=True, slots=True)
class Staff:
    """What was read, and which groups had figures that could not be told apart."""

    quantities: dict[str, Quantity]
    unsure: tuple[str, ...] = ()


def workforce_figures(answer: AnswerText) -> Staff:
    """Read the groups of the workforce; a group whose parts are printed without a total has no figure."""
    found = list(_Reader(answer).candidates())
    sheltered = bool(_COUNTS_SHELTERED.search(lowered(answer.text)))
    read: dict[str, Quantity] = {}
    unsure = []
    for group in get_args(Group):
        candidates = _of_group(found, group, apart=sheltered)
        best = _best(candidates)
        if best:
            read[group] = _quantity(answer, best)
        elif candidates:
            unsure.append(group)
    return Staff(read, tuple(unsure))


@dataclass(frozen=True)
class _Reader:
    """One answer with its labels and table headers."""

    answer: AnswerText

    @cached_property
    def labels(self) -> dict[int, Label]:
        return labels_of(self.answer)

    @cached_property
    def columns(self) -> dict[int, dict[int, Kind]]:
        return columns_of(self.answer)

    @cached_property
    def openings(self) -> dict[int, int]:
        """The first sentence after each label: what comes later stands on its own."""
        return {
            clause.line: clause.sentence
            for clause in reversed(self.answer.clauses)
            if clause.line in self.labels and clause.end > self.labels[clause.line].end
        }

    def candidates(self) -> Iterator[_Candidate]:
        """Find the group of each number, in the order in which the places that name it are to be trusted."""
        for context in contexts(self.answer):
            if not _is_figure(context):
                continue
            named = self._in_table(context) if context.clause.line in self.columns else self._in_words(context)
            if named:
                yield _Candidate(context, named, _score(context))

    def _in_table(self, context: Context) -> _Named | None:
        line, mention = context.clause.line, context.mention
        column = self.answer.source.count("\t", self.answer.lines[line][0], mention.start)
        kind = self.columns[line].get(column)
        return _Named(kind, mention.start, mention.end) if kind else None

    def _in_words(self, context: Context) -> _Named | None:
        if context.part:
            return _after(context)
        line = context.clause.line
        label = self.labels.get(line) if context.clause.sentence == self.openings.get(line) else None
        return (
            (_labelled(context, label) if label else None)
            or _after(context)
            or _before(context)
            or _following(context)
            or _taken_up(context)
            or _spoken_of(self.answer, context)
        )


def _is_figure(context: Context) -> bool:
    noun = noun_after(context.after, plural=context.mention.max not in {0, 1})
    near = _near_kind(context.after)
    apart = context.part or (context.mention.none and noun.name == "other")
    if (apart and not near) or (
        context.whole and not (near and not _GRAMMATICAL.search(context.after[: near.start()]))
    ):
        return False
    nobody_knows = context.mention.none and KNOWING.search(context.after)
    return context.usable and not context.mention.weak and not nobody_knows


def _score(context: Context) -> int:
    """Rank: today's figure before an old one, a total before a part, those there before those who passed through."""
    throughput = bool(_THROUGHPUT.search(context.near))
    return (
        3 * context.present
        + 3 * context.total
        - 5 * context.past
        - 6 * throughput
        - 4 * context.part
        - bool(context.year)
    )


def _near_kind(after: str) -> re.Match[str] | None:
    """Find the group named right after a number: `14 ordinært ansatte`, `32 borgere i fleksjob`."""
    match = KINDS.search(after[:_SCAN])
    if match is None or _OPENS_OTHER.search(after):
        return None
    gap = after[: match.start()]
    noun = noun_after(gap)
    if _LEADS_TO.search(gap):
        return None
    other = noun.name == "other" and _GRAMMATICAL.search(gap) and not gap.endswith(" som ")
    return None if other or noun.name in {"enterprise", "registered"} or _COORDINATES.search(gap) else match


def _after(context: Context) -> _Named | None:
    match = _near_kind(context.after)
    mention = context.mention
    return _Named(kind_of(match), mention.start, mention.end + match.end()) if match else None


def _before(context: Context) -> _Named | None:
    """Find the group named before a number: `frivillige (34)`, `I fleksjob er der 12`, `frivillige er der 9 af`."""
    noun = noun_after(context.after, plural=context.mention.max not in {0, 1})
    if noun.name in {"other", "enterprise", "registered"}:
        return None
    begin = 0
    if not context.opens:
        cuts = [match.end() for match in _COORDINATES.finditer(context.before)]
        if not cuts:
            return None
        begin = cuts[-1]
    matches = list(KINDS.finditer(context.before, begin))
    if not matches or len({kind_of(match) for match in matches}) > 1:
        return None
    mention = context.mention
    return _Named(kind_of(matches[0]), context.label_start + matches[0].start(), mention.end + noun.end)


def _following(context: Context) -> _Named | None:
    match = KINDS.search(context.follow)
    mention = context.mention
    return _Named(kind_of(match), mention.start, mention.end) if match else None


def _taken_up(context: Context) -> _Named | None:
    """Take the group of the clause before, where the number follows: `i fleksjob, nemlig 64`, `og dem er der 12 af`."""
    alone = not (context.before.strip() or context.after.strip(" ."))
    matches = list(KINDS.finditer(context.lead)) if alone or _TAKES_UP.match(context.before) else []
    mention = context.mention
    if not matches:
        return None
    start = mention.start - len(context.lead) + matches[-1].start()
    near = mention.end - start <= _SCAN // 2
    return _Named(kind_of(matches[-1]), start if near else mention.start, mention.end)


def _spoken_of(answer: AnswerText, context: Context) -> _Named | None:
    """Take the group last named where a sentence goes on without it: `Nu er der ca. 30 tilbage`."""
    noun = noun_after(context.after)
    if noun.name not in {"elided", "target"} or not context.present:
        return None
    clause, mention = context.clause, context.mention
    start = max(answer.lines[clause.line][0], mention.start - _REACH)
    matches = list(KINDS.finditer(lowered(answer.source[start : mention.start])))
    if not matches:
        return None
    short = clause.end - clause.start <= _SCAN // 2
    begin = clause.start if short else mention.start
    return _Named(kind_of(matches[-1]), begin, max(mention.end, clause.end if short else 0))


def _labelled(context: Context, label: Label) -> _Named | None:
    mention, near = context.mention, _near_kind(context.after)
    if mention.start < label.end or (near and not _agree(kind_of(near), label.kind)):
        return None
    noun = noun_after(context.after, plural=mention.max not in {0, 1})
    if noun.name == "other" and context.label_start > label.end + 1:
        return None
    part = near and label.kind == "both"
    kind = kind_of(near) if near and part else label.kind
    return _Named(kind, label.start, mention.end + (noun.end if noun.name != "other" else 0))


def _agree(kind: Kind, other: Kind) -> bool:
    flex = {"both", "flex", "sheltered"}
    return kind == other or {kind, other} <= flex


def _of_group(found: Iterable[_Candidate], group: Group, *, apart: bool) -> list[_Candidate]:
    """Collect the candidates of a group; flexijobs and sheltered jobs counted apart are parts without a total."""
    if group != "flex_and_sheltered":
        return [candidate for candidate in found if candidate.named.kind == group]
    flex = [candidate for candidate in found if candidate.named.kind in {"both", "flex", "sheltered"}]
    whole = [candidate for candidate in flex if candidate.named.kind == "both"]
    apart = apart or any(candidate.named.kind == "sheltered" for candidate in flex)
    return whole if whole or apart else flex


def _best(candidates: list[_Candidate]) -> _Candidate | None:
    """Choose the best; None where two figures of today fit equally well."""
    if not candidates:
        return None
    newest = max((candidate.context.year or 0 for candidate in candidates), default=0)
    candidates = [candidate for candidate in candidates if (candidate.context.year or newest) == newest]
    best = max(candidates, key=lambda candidate: candidate.score)
    rivals = [other for other in candidates if other.score == best.score and other.value != best.value]
    return None if any(_is_rival(best, other) for other in rivals) else best


def _is_rival(best: _Candidate, other: _Candidate) -> bool:
    """Whether a second figure is a part beside the first; under one label only `12 og 5` is, not `12 (2 på barsel)`."""
    same_line = best.context.clause.line == other.context.clause.line
    labelled = best.named.start == other.named.start
    return not (same_line and labelled) or bool(_TOGETHER.match(other.context.before))


def _quantity(answer: AnswerText, candidate: _Candidate) -> Quantity:
    context, mention = candidate.context, candidate.context.mention
    full_time = is_full_time(context.after[: _SCAN // 2]) or (context.opens and is_full_time(context.before))
    evidence = answer.span(candidate.named.start, candidate.named.end)
    return Quantity(
        min=mention.min,
        max=mention.max,
        approximate=mention.approximate,
        unit="full_time_equivalents" if full_time else "persons",
        evidence=(evidence,),
    )

"""Which number of an answer is how many ordinary employees, flexijobs and sheltered jobs, placements and volunteers.

The printed labels (`Frivillige: 25`), table rows, and prose (`61 ordinært ansatte, godt 50 på fleksjob`) are read alike:
each number takes its group from the words after it, from a label before it, or from what the sentence speaks of.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import Context, contexts
from pipeline.danish.nouns import is_full_time, noun_after
from pipeline.danish.numerals import lowered
from schemas.answers import Quantity
from schemas.evidence import Span

Group = Literal["ordinary", "flex_and_sheltered", "placements", "volunteers"]
Kind = Literal["ordinary", "both", "flex", "sheltered", "placements", "volunteers"]

_FLEX: Final = r"fle(?:ks|x|gs|k)\w*"
_SHELTERED: Final = r"sk(?:å|aa)n\w*"
_JOIN: Final = r"[- ]{0,2}(?:,|/|&|\+|og|eller|samt|el\.|hhv\.)[ ]?"
_KINDS: Final = re.compile(
    rf"\b(?P<both>{_FLEX}{_JOIN}(?:i |på )?{_SHELTERED}|{_SHELTERED}{_JOIN}(?:i |på )?{_FLEX}|støttede? \w+)"
    rf"|\b(?P<flex>{_FLEX})|\b(?P<sheltered>{_SHELTERED})"
    r"|\b(?P<ordinary>(?<!ikke )(?<!ikke-)ordin[æe]r\w*(?: ansat\w*| medarbejder\w*)?|fastansat\w*|faste? (?:medarbejdere|ansatte|folk|stab)"
    r"|almindelig\w* (?:ansat\w*|vilkår|ansættelse\w*|løn\w*|medarbejdere)|overenskomst\w*|lønnede|ustøtte\w*"
    r"|uden (?:løn)?tilskud|normale? (?:vilkår|løn\w*))"
    r"|\b(?P<placements>(?:virksomheds)?pra[kt]*ik\w*|(?<!fleks)\w*forløb\w*|afklaring\w*|arbejdsprøv\w*|nytteindsats\w*|(?:job|arbejds)træning"
    r"|aktivering\w*)"
    r"|\b(?P<volunteers>frivill?i[gl]?g?e?s?\b(?!t)|frivilliggrupp\w*|frivilligkorps\w*|frivilligstab\w*|ulønnede?)"
)
_COORDINATES: Final = re.compile(r"\b(?:og|samt|men|mens|plus|hvoraf|heraf)\b|[,;]")
_OPENS_OTHER: Final = re.compile(r"^\s*(?:og|samt|men|mens|plus)\b")
_GRAMMATICAL: Final = re.compile(r"\b(?:i|på|med|har|er|til|fra|hos|af|som|der)\b")
_THROUGHPUT: Final = re.compile(
    r"\b(?:igennem|siden (?:\d{4}|starten|begyndelsen|åbningen)|gennem (?:årene|tiden)|i tidens løb|sammenlagt siden)\b"
)
_TOGETHER: Final = re.compile(r"^[^(:]*(?:\b(?:og|samt|plus)\b|\+)[^(]*$")
_TAKES_UP: Final = re.compile(r"^\s*(?:og |så )?(?:nemlig|dvs\.?|altså|(?:dem|her|det) (?:er (?:der|det|vi)|har (?:vi|de)))\s*$")
_FILLED: Final = re.compile(r"[^\W_]")
_LABEL_LENGTH: Final = 90
_SCAN: Final = 120
_REACH: Final = 300  # how far back the group that is spoken of may have been named


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of people of one group."""

    context: Context
    kind: Kind
    score: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Staff:
    """What was read, and which groups had figures that could not be told apart."""

    quantities: dict[Group, Quantity]
    unsure: tuple[Group, ...] = ()


def workforce_figures(answer: AnswerText) -> Staff:
    """Read the groups of the workforce; a group whose parts are printed without a total has no figure."""
    found = list(_candidates(answer))
    read: dict[Group, Quantity] = {}
    unsure: list[Group] = []
    for group in get_args(Group):
        candidates = _of_group(found, group)
        best = _best(candidates)
        if best:
            read[group] = _quantity(answer, best)
        elif candidates:
            unsure.append(group)
    return Staff(read, tuple(unsure))


def has_figures_or_words(answer: AnswerText) -> bool:
    """Whether anything but labels is printed."""
    return any(_FILLED.search(lowered(answer.source[start:end]).rpartition(":")[2]) for start, end, _ in answer.lines)


def _candidates(answer: AnswerText) -> Iterator[Candidate]:
    labels, columns = _labels(answer), _columns(answer)
    openings = {
        clause.line: clause.sentence
        for clause in reversed(answer.clauses)
        if clause.line in labels and clause.end > labels[clause.line].end
    }
    for context in contexts(answer):
        if not _is_figure(context):
            continue
        line, mention = context.clause.line, context.mention
        label = labels.get(line) if context.clause.sentence == openings.get(line) else None
        if line in columns:
            column = answer.source.count("\t", answer.lines[line][0], mention.start)
            yield from (
                Candidate(context, kind, _score(context), (mention.start, mention.end))
                for at, kind in columns[line]
                if at == column
            )
            continue
        found = _labelled(context, label) if label else None
        found = found or _after(context) or _before(context) or _following(context) or _taken_up(context) or _spoken_of(answer, context)
        if found:
            kind, start, end = found
            yield Candidate(context, kind, _score(context), (start, end))


def _is_figure(context: Context) -> bool:
    noun = noun_after(context.after, plural=context.mention.max not in {0, 1})
    missing = context.mention.none and noun.name == "other"
    if (missing or context.whole) and not _near_kind(context.after):
        return False
    return context.usable and not (context.part or context.mention.weak)


def _score(context: Context) -> int:
    """Rank: today's figure before an old one, a total before a part, those there before those who passed through."""
    throughput = bool(_THROUGHPUT.search(context.near))
    return 3 * context.present + 3 * context.total - 5 * context.past - 6 * throughput - bool(context.year)


def _kind_of(match: re.Match[str]) -> Kind:
    names: tuple[Kind, ...] = get_args(Kind)
    return next(name for name in names if match[name])


def _near_kind(after: str) -> re.Match[str] | None:
    """Find the group named right after a number: `14 ordinært ansatte`, `32 borgere i fleksjob`."""
    match = _KINDS.search(after[:_SCAN])
    if match is None or _OPENS_OTHER.search(after):
        return None
    gap = after[: match.start()]
    noun = noun_after(gap)
    other = noun.name == "other" and _GRAMMATICAL.search(gap) and not gap.endswith(" som ")
    return None if other or noun.name in {"enterprise", "registered"} or _COORDINATES.search(gap) else match


def _after(context: Context) -> tuple[Kind, int, int] | None:
    match = _near_kind(context.after)
    mention = context.mention
    return (_kind_of(match), mention.start, mention.end + match.end()) if match else None


def _before(context: Context) -> tuple[Kind, int, int] | None:
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
    matches = list(_KINDS.finditer(context.before, begin))
    if not matches or len({_kind_of(match) for match in matches}) > 1:
        return None
    mention = context.mention
    return _kind_of(matches[0]), context.label_start + matches[0].start(), mention.end + noun.end


def _following(context: Context) -> tuple[Kind, int, int] | None:
    match = _KINDS.search(context.follow)
    mention = context.mention
    return (_kind_of(match), mention.start, mention.end) if match else None


def _taken_up(context: Context) -> tuple[Kind, int, int] | None:
    """Take the group of the clause before, where the number comes after it: `i fleksjob, nemlig 64`, `og dem er der 12 af`."""
    matches = list(_KINDS.finditer(context.lead)) if _TAKES_UP.match(context.before) else []
    mention = context.mention
    if not matches:
        return None
    lead = mention.start - len(context.lead)
    start = lead + matches[-1].start()
    return _kind_of(matches[-1]), start if mention.end - start <= _SCAN // 2 else mention.start, mention.end


def _spoken_of(answer: AnswerText, context: Context) -> tuple[Kind, int, int] | None:
    """Take the group last named where a sentence goes on without it: `Nu er der ca. 30 tilbage`."""
    noun = noun_after(context.after)
    if noun.name not in {"elided", "target"} or not context.present:
        return None
    clause, mention = context.clause, context.mention
    start = max(answer.lines[clause.line][0], mention.start - _REACH)
    matches = list(_KINDS.finditer(lowered(answer.source[start : mention.start])))
    short = clause.end - clause.start <= _SCAN // 2
    return (_kind_of(matches[-1]), clause.start if short else mention.start, max(mention.end, clause.end)) if matches else None


@dataclass(frozen=True, slots=True)
class _Label:
    kind: Kind
    start: int
    end: int
    """Where its value begins."""


def _labels(answer: AnswerText) -> dict[int, _Label]:
    """Find the lines that open with a group's label; a label that fills its line holds for the next line."""
    found: dict[int, _Label] = {}
    waiting: _Label | None = None
    for number, (start, end, _) in enumerate(answer.lines):
        line = lowered(answer.source[start:end])
        label = _label(line, start)
        if label is None and waiting and line[:1].isdecimal():
            found[number] = waiting
        if label:
            found[number] = label
        waiting = label if label and not _FILLED.search(line, label.end - start) else None
    return found


def _columns(answer: AnswerText) -> dict[int, list[tuple[int, Kind]]]:
    """Find the rows below a header row that names two groups or more, with the group of each column."""
    found: dict[int, list[tuple[int, Kind]]] = {}
    header: list[tuple[int, Kind]] = []
    for number, (start, end, _) in enumerate(answer.lines):
        cells = lowered(answer.source[start:end]).split("\t")
        named = [(column, _kind_of(match)) for column, cell in enumerate(cells) if (match := _KINDS.search(cell))]
        if len(named) > 1 and not any(char.isdecimal() for cell in cells for char in cell):
            header = named
        elif header and len(cells) > 1 and not named:
            found[number] = header
        else:
            header = []
    return found


def _label(line: str, start: int) -> _Label | None:
    cut = min((at for mark in (":", "\t", " – ", " - ", "=") if (at := line.find(mark)) > 0), default=-1)
    if cut < 0 or cut > _LABEL_LENGTH or any(char.isdecimal() for char in line[:cut]) or line.count(":") > 1:
        return None
    matches = list(_KINDS.finditer(line[:cut]))
    if not matches:
        return None
    kinds = {_kind_of(match) for match in matches}
    if len(kinds) > 1 and not kinds <= {"flex", "sheltered", "both"}:
        return None
    kind: Kind = "both" if len(kinds) > 1 else _kind_of(matches[0])
    return _Label("both" if kind == "flex" and "skåne" in line[:cut] else kind, start, start + cut)


def _labelled(context: Context, label: _Label) -> tuple[Kind, int, int] | None:
    mention, near = context.mention, _near_kind(context.after)
    if mention.start < label.end or (near and not _agree(_kind_of(near), label.kind)):
        return None
    noun = noun_after(context.after, plural=mention.max not in {0, 1})
    parts = _KINDS.search(context.after)
    kind = _kind_of(parts) if parts and _kind_of(parts) in {"flex", "sheltered"} and label.kind == "both" else label.kind
    return kind, label.start, mention.end + (noun.end if noun.name != "other" else 0)


def _agree(kind: Kind, other: Kind) -> bool:
    flex = {"both", "flex", "sheltered"}
    return kind == other or {kind, other} <= flex


def _of_group(found: Iterable[Candidate], group: Group) -> list[Candidate]:
    """Collect the candidates of a group; flexijobs and sheltered jobs counted apart are parts without a total."""
    if group != "flex_and_sheltered":
        return [candidate for candidate in found if candidate.kind == group]
    flex = [candidate for candidate in found if candidate.kind in {"both", "flex", "sheltered"}]
    whole = [candidate for candidate in flex if candidate.kind == "both"]
    if whole or any(candidate.kind == "sheltered" for candidate in flex):
        return whole
    return flex


def _best(candidates: list[Candidate]) -> Candidate | None:
    """Choose the best; None where two figures of today fit equally well."""
    if not candidates:
        return None
    newest = max((candidate.context.year or 0 for candidate in candidates), default=0)
    candidates = [candidate for candidate in candidates if (candidate.context.year or newest) == newest]
    best = max(candidates, key=lambda candidate: candidate.score)
    rivals = [other for other in candidates if other.score == best.score and _value(other) != _value(best)]
    return None if any(_is_rival(best, other) for other in rivals) else best


def _is_rival(best: Candidate, other: Candidate) -> bool:
    """Whether a second figure is a part beside the first; under one label only `12 og 5` is, not `12 (2 på barsel)`."""
    same_line = best.context.clause.line == other.context.clause.line
    labelled = best.span[0] == other.span[0]
    return not (same_line and labelled) or bool(_TOGETHER.match(other.context.before))


def _value(candidate: Candidate) -> tuple[int | float | None, int | float | None]:
    return candidate.context.mention.min, candidate.context.mention.max


def _quantity(answer: AnswerText, candidate: Candidate) -> Quantity:
    context, mention = candidate.context, candidate.context.mention
    full_time = is_full_time(context.after[: _SCAN // 2]) or (context.opens and is_full_time(context.before))
    evidence: Span = answer.span(*candidate.span)
    return Quantity(
        min=mention.min,
        max=mention.max,
        approximate=mention.approximate,
        unit="full_time_equivalents" if full_time else "persons",
        evidence=(evidence,),
    )

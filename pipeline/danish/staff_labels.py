"""The groups of a workforce by name, and the labels and table headers that print them."""

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from pipeline.danish.clauses import AnswerText
from pipeline.danish.numerals import lowered

Group = Literal["ordinary", "flex_and_sheltered", "placements", "volunteers"]
Kind = Literal["ordinary", "both", "flex", "sheltered", "placements", "volunteers"]

_FLEX: Final = r"fle(?:ks|x|gs|k)\w*"
_SHELTERED: Final = r"sk(?:å|aa)n\w*"
_JOIN: Final = r"[- ]{0,2}(?:,|/|&|\+|og|eller|samt|el\.|hhv\.)[ ]?"
KINDS: Final = re.compile(
    rf"\b(?P<both>{_FLEX}{_JOIN}(?:i |på )?{_SHELTERED}|{_SHELTERED}{_JOIN}(?:i |på )?{_FLEX}|støttede? \w+)"
    rf"|\b(?P<flex>{_FLEX})|\b(?P<sheltered>{_SHELTERED})"
    r"|\b(?P<ordinary>(?<!ikke )(?<!ikke-)ordin[æe]r\w*(?: ansat\w*| medarbejder\w*)?|fastansat\w*"
    r"|faste? (?:medarbejdere|ansatte|folk|stab)"
    r"|almindelig\w* (?:ansat\w*|vilkår|ansættelse\w*|løn\w*|medarbejdere)|overenskomst\w*|lønnede|ustøtte\w*"
    r"|uden (?:løn)?tilskud|normale? (?:vilkår|løn\w*))"
    r"|\b(?P<placements>(?:virksomheds)?pra[kt]*ik\w*|(?<!fleks)\w*forløb\w*|afklaring\w*|arbejdsprøv\w*"
    r"|nytteindsats\w*|(?:job|arbejds)træning"
    r"|aktivering\w*)"
    r"|\b(?P<volunteers>frivill?i[gl]?g?e?s?\b(?!t)|frivilliggrupp\w*|frivilligkorps\w*|frivilligstab\w*|ulønnede?)"
)
_FILLED: Final = re.compile(r"[^\W_]")
_MARKS: Final = (":", "\t", " – ", " - ", "=")
_LABEL_LENGTH: Final = 90  # characters; what is longer is a sentence


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a group at the start of a line; offsets are into the article's text."""

    kind: Kind
    start: int
    end: int
    """Where its value begins."""


def labels_of(answer: AnswerText) -> dict[int, Label]:
    """Find the lines that open with a group's label; a label that fills its line holds for the next line."""
    found: dict[int, Label] = {}
    waiting: Label | None = None
    for number, (start, end, _) in enumerate(answer.lines):
        line = lowered(answer.source[start:end])
        label = _label(line, start)
        if label is None and waiting and line[:1].isdecimal():
            found[number] = waiting
        if label:
            found[number] = label
        waiting = label if label and not _FILLED.search(line, label.end - start) else None
    return found


def columns_of(answer: AnswerText) -> dict[int, dict[int, Kind]]:
    """Find the rows below a header row that names two groups or more, with the group of each column."""
    found: dict[int, dict[int, Kind]] = {}
    header: dict[int, Kind] = {}
    for number, (start, end, _) in enumerate(answer.lines):
        cells = lowered(answer.source[start:end]).split("\t")
        named = {column: kind_of(match) for column, cell in enumerate(cells) if (match := KINDS.search(cell))}
        if len(named) > 1 and not any(char.isdecimal() for cell in cells for char in cell):
            header = named
        elif header and len(cells) > 1 and not named:
            found[number] = header
        else:
            header = {}
    return found


def _label(line: str, start: int) -> Label | None:
    cut, mark = min(((at, mark) for mark in _MARKS if (at := line.find(mark)) > 0), default=(-1, ""))
    several = mark != "\t" and line.count(mark) > 1
    if cut < 0 or cut > _LABEL_LENGTH or several or any(char.isdecimal() for char in line[:cut]):
        return None
    matches = list(KINDS.finditer(line[:cut]))
    if not matches:
        return None
    kinds = {kind_of(match) for match in matches}
    if len(kinds) > 1 and not kinds <= {"flex", "sheltered", "both"}:
        return None
    kind: Kind = "both" if len(kinds) > 1 else kind_of(matches[0])
    return Label("both" if kind == "flex" and "skåne" in line[:cut] else kind, start, start + cut)


def kind_of(match: re.Match[str]) -> Kind:
    """Tell which group a match of KINDS names."""
    names: tuple[Kind, ...] = get_args(Kind)
    return next(name for name in names if match[name])

"""Figures as a person reads them: precision, recall and F1 by group, and what was taken for what."""

from collections.abc import Iterable, Mapping
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.evaluate.bank import BankScores
from pipeline.evaluate.counts import Counts, Miss, Share
from pipeline.evaluate.gold import Scores

# From these rates on a figure is shown in green or yellow, else in red: the project's own bars.
_GOOD, _FAIR = 0.97, 0.90
_MISS_STYLES: Final = {"missed": "yellow", "wrong": "red", "status": "magenta", "segment": "cyan", "evidence": "blue"}


def gold_table(scores: Scores, *, details: bool) -> RenderableType:
    """Lay out the figures of whole pages; with details, each missed and wrong fact first."""
    table = _table("group")
    for name in sorted(scores.groups):
        _add(table, name, scores.groups[name])
    table.add_section()
    _add(table, "all facts", scores.all_facts)
    _add(table, "text lines", scores.lines)
    shares = {"segments right": scores.segments, "non-articles rejected": scores.rejected}
    grounded = Text(f"ungrounded values {len(scores.ungrounded)}", style="red" if scores.ungrounded else "green")
    bad = (Text(f"  {value}", style="red") for value in scores.ungrounded)
    return Group(*_misses(scores.misses, details=details), table, _shares(shares), grounded, *bad)


def bank_table(scores: BankScores, *, details: bool) -> RenderableType:
    """Lay out the figures of single answers; with details, each missed and wrong value first."""
    fields, questions = _table("field"), _table("field and question")
    for name in sorted(scores.fields):
        _add(fields, name, scores.fields[name])
    for name in sorted(scores.by_question):
        _add(questions, name, scores.by_question[name])
    macro = Text("status macro-F1 ") + _rate(scores.macro_f1)
    shares = {"status right": scores.accuracy, "evidence fits": scores.evidence}
    confusions = (_confusion("status", scores.status), _confusion("stance", scores.stance))
    return Group(*_misses(scores.misses, details=details), questions, fields, *confusions, _shares(shares), macro)


def _table(first: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    table.add_column(first)
    for name in ("P", "R", "F1", "right", "wrong", "missed"):
        table.add_column(name, justify="right")
    return table


def _add(table: Table, name: str, counts: Counts) -> None:
    rates = (_rate(counts.precision), _rate(counts.recall), _rate(counts.f1))
    table.add_row(Text(name), *rates, str(counts.right), str(counts.wrong), str(counts.missed))


def _rate(rate: float) -> Text:
    style = "green" if rate >= _GOOD else "yellow" if rate >= _FAIR else "red"
    return Text(f"{rate:.3f}", style=style)


def _shares(shares: Mapping[str, Share]) -> Text:
    parts = (Text(f"{name} {share.right}/{share.of} ") + _rate(share.rate) for name, share in shares.items())
    return Text(" · ").join(parts)


def _misses(misses: Iterable[Miss], *, details: bool) -> tuple[Text, ...]:
    if not details:
        return ()
    return tuple(
        Text(f"{miss.where}  ") + Text(miss.kind, style=_MISS_STYLES[miss.kind]) + Text(f"  {miss.what}")
        for miss in misses
    )


def _confusion(name: str, confusion: Mapping[tuple[str, str], int]) -> Table:
    """Show what was read (across) where the gold has what (down)."""
    labels = sorted({label for pair in confusion for label in pair})
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    table.add_column(f"{name}: gold ↓ read →")
    for label in labels:
        table.add_column(label, justify="right")
    for gold in labels:
        table.add_row(
            Text(gold, style="bold"), *(_cell(confusion.get((gold, got), 0), right=gold == got) for got in labels)
        )
    return table


def _cell(count: int, *, right: bool) -> Text:
    if not count:
        return Text("·", style="dim")
    return Text(str(count), style="green" if right else "red")

"""One record as a person reads it: who and when, each question with value and evidence, and what to check.

Everything that comes from a page is put in as plain text, never as markup.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipeline.present.words import PROSE, SIGNS, TITLES, spans_of_answer, values_in_words
from schemas.answers import Answer, QuestionKey
from schemas.evidence import Span
from schemas.record import Contact, RecordWarning, Respondent, StatusRecord
from schemas.social_economy import KEYS

WIDTH: Final = 100
_MOST_QUOTES: Final = 4
_LONGEST_QUOTE: Final = 150
_REVIEW: Final = "⚑"
_STANCES: Final = {"yes": "bold green", "no": "bold red", "partly": "bold yellow", "planned": "bold blue"}


def record_table(record: StatusRecord, width: int = WIDTH) -> RenderableType:
    """Lay a record out for so many columns; where they are few, the status stands below the question."""
    return Group(_header(record), _answers(record, narrow=width < WIDTH), *_footer(record))


def _header(record: StatusRecord) -> Panel:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, value in _facts(record):
        facts.add_row(label, value)
    title = Text(f" {record.title} ", style="bold")
    return Panel(facts, title=title, title_align="left", border_style="blue", box=box.ROUNDED)


def _facts(record: StatusRecord) -> Iterator[tuple[str, Text]]:
    place, period = record.municipality, record.period
    missing = Text("not found", style="yellow")
    yield "Municipality", Text(f"{place.official_name} ({place.code}), {place.region}") if place else missing
    yield "Period", Text(f"{period.text} ({period.start} to {period.end})") if period else missing
    yield "Published", Text(record.published_on) if record.published_on else missing
    for number, person in enumerate(record.respondents):
        yield "" if number else "Interviewed", _person(person)
    for number, contact in enumerate(record.contacts):
        yield "" if number else "Contact", _contact(contact)
    yield "Source", Text(record.source.url, style="dim")


def _person(person: Respondent) -> Text:
    role = Text(f", {person.role}", style="dim") if person.role else Text()
    return Text(person.name) + role


def _contact(contact: Contact) -> Text:
    parts = (contact.name, contact.role, contact.phone, contact.email)
    return Text(" · ").join(Text(part) for part in parts if part)


def _answers(record: StatusRecord, *, narrow: bool) -> Table:
    table = Table(box=box.HORIZONTALS, expand=True, show_lines=True, padding=(0, 1, 0, 0), border_style="dim")
    table.add_column("Question", width=22)
    if not narrow:
        table.add_column("Status", width=16)
    table.add_column("Value", width=25, overflow="fold")
    table.add_column("Evidence", ratio=1, overflow="fold")
    review = {(warning.field or "").split(".")[1] for warning in record.warnings if _about_answer(warning)}
    for key in KEYS:
        answer = record.answers.of(key)
        question, status = _question(key, answer), _status(answer, to_check=key in review)
        asked = [question + Text("\n") + status] if narrow else [question, status]
        table.add_row(*asked, _value(answer), _evidence(answer))
    return table


def _about_answer(warning: RecordWarning) -> bool:
    return (warning.field or "").startswith("answers.")


def _question(key: QuestionKey, answer: Answer) -> Text:
    style = "dim" if answer.status == "not_asked" else "bold"
    return Text.assemble((TITLES[key], style), (f"\n{key}", "dim"))


def _status(answer: Answer, *, to_check: bool) -> Text:
    sign = SIGNS[answer.status]
    check = [(f"\n{_REVIEW} to check", "yellow")] if to_check else []
    return Text.assemble((f"{sign.mark} {sign.words}", sign.style), *check)


def _value(answer: Answer) -> Text:
    lines = [Text(phrase, style=_STANCES.get(phrase, "bold")) for phrase in values_in_words(answer)]
    if not lines and answer.status == "answered":
        lines.append(Text(PROSE, style="italic dim"))
    lines += (Text(f"-> {target}", style="cyan") for target in answer.refers_to)
    if answer.taken_from:
        lines.append(Text("(values from there)", style="dim"))
    return Text("\n").join(lines)


def _evidence(answer: Answer) -> Text:
    spans = spans_of_answer(answer)
    quotes = [_quote(span) for span in spans[:_MOST_QUOTES]]
    if len(spans) > _MOST_QUOTES:
        quotes.append(Text(f"and {len(spans) - _MOST_QUOTES} more", style="dim"))
    return Text("\n").join(quotes)


def _quote(span: Span) -> Text:
    words = " ".join(span.quote.split())
    shown = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return Text(f"»{shown}«", style="italic")


def _footer(record: StatusRecord) -> Iterator[RenderableType]:
    yield _tally(record)
    notes = Table.grid(padding=(0, 2))
    notes.add_column(style="dim", no_wrap=True)
    notes.add_column(overflow="fold")
    for number, extra in enumerate(record.unmatched_questions):
        notes.add_row("" if number else "Other questions", Text(extra.question))
    if record.organisations:
        notes.add_row("Organisations", Text(", ".join(organisation.name for organisation in record.organisations)))
    for number, link in enumerate(record.related):
        notes.add_row("" if number else "See also", Text(link.title))
    for number, warning in enumerate(record.warnings):
        notes.add_row("" if number else Text("Warnings", style="yellow"), _warning(warning))
    if notes.row_count:
        yield Panel(notes, box=box.ROUNDED, border_style="dim")


def _tally(record: StatusRecord) -> Text:
    counts = Counter(record.answers.of(key).status for key in KEYS)
    parts = (
        Text(f"{sign.mark} {counts[name]} {sign.words}", style=sign.style)
        for name, sign in SIGNS.items()
        if counts[name]
    )
    return Text(" ") + Text("  ").join(parts)


def _warning(warning: RecordWarning) -> Text:
    where = f" {warning.field.removeprefix('answers.')}" if warning.field else ""
    return Text(f"{_REVIEW} {warning.code}{where}", style="yellow") + Text(f": {warning.message}", style="default")

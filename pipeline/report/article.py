"""One article's page: its text with the evidence marked, the values beside it, and how it changed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import RowMapping

from pipeline.report.charts_marks import Lang
from pipeline.report.facts import Fact, Shown, about, links_of, shown_answers
from pipeline.report.marks import Line, lines_of
from pipeline.report.source import Stored
from pipeline.report.words import words
from pipeline.store.changes import Difference, differences
from schemas.record import RecordWarning, StatusRecord

REVIEW: Final = "needs_review"
# Comparing line by line takes time in the square of the lines, when they are all alike.
_COMPARED: Final = 1500
_CONTEXT: Final = 1
_LONGEST: Final = 400
"""Characters of a changed value that are printed."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One value before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a comparison of two texts."""

    op: str
    """`+` came, `-` went, a blank stayed, `@` passes over what is the same."""
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version, and what it changed."""

    row: RowMapping
    values: tuple[Changed, ...] = ()
    text: tuple[TextLine, ...] = ()
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the page of an article shows."""

    stored: Stored
    answers: tuple[Shown, ...]
    about: tuple[Fact, ...]
    lines: tuple[Line, ...]
    versions: tuple[Version, ...]
    """The newest first."""

    @property
    def record(self) -> StatusRecord:
        """The newest version's record."""
        return self.stored.record

    @property
    def article_id(self) -> str:
        """The article's id, which names the page."""
        return str(self.stored.article["article_id"])

    @property
    def code(self) -> str | None:
        """The municipality's code."""
        return self.record.municipality.code if self.record.municipality else None

    def warnings_of(self, key: str) -> list[RecordWarning]:
        """List the warnings about an answer."""
        prefix = f"answers.{key}"
        return [found for found in self.record.warnings if f"{found.field}.".startswith(f"{prefix}.")]

    @property
    def warnings(self) -> list[RecordWarning]:
        """List the warnings that are about no answer."""
        return [found for found in self.record.warnings if not (found.field or "").startswith("answers.")]

    @property
    def review(self) -> bool:
        """Whether a person should look at it."""
        return any(found.code == REVIEW for found in self.record.warnings)

    @staticmethod
    def links(shown: Shown) -> tuple[tuple[str, str], ...]:
        """Give the links of an answer."""
        return links_of(shown.answer)


def article_page(stored: Stored, lang: Lang) -> ArticlePage:
    """Prepare an article for its page."""
    record = stored.record
    answers = shown_answers(record, stored.corrections, lang)
    beside = about(record, lang)
    facts = [*beside, *(fact for shown in answers for fact in _with_evidence(shown, lang))]
    questions = [(shown.key, shown.answer.question) for shown in answers if shown.answer.question]
    return ArticlePage(
        stored=stored,
        answers=answers,
        about=beside,
        lines=lines_of(record.text, facts, questions),
        versions=tuple(_versions(stored, lang))[::-1],
    )


def _with_evidence(shown: Shown, lang: Lang) -> Iterator[Fact]:
    """Give an answer's values, and the answer itself for the clause behind its status."""
    yield from shown.facts
    status = words(lang)["status"][shown.status]
    yield Fact(f"answers.{shown.key}", words(lang)["fields"]["status"], status, shown.answer.evidence)


def _versions(stored: Stored, lang: Lang) -> Iterator[Version]:
    first, *others = stored.versions
    yield Version(first)
    records = pairwise([*stored.earlier, stored.record])
    for row, (before, after) in zip(others, records, strict=True):
        values = tuple(changed_values(before, after, lang))
        lines = before.text.split("\n"), after.text.split("\n")
        if before.text == after.text:
            yield Version(row, values)
        elif max(map(len, lines)) > _COMPARED:
            yield Version(row, values, too_long=True)
        else:
            yield Version(row, values, tuple(_text_lines(*lines)))


def changed_values(before: StatusRecord, after: StatusRecord, lang: Lang) -> Iterator[Changed]:
    """Name the values that differ between two records, not their places or their texts."""
    for difference in differences(before.model_dump(mode="json"), after.model_dump(mode="json")):
        if difference.kind == "value":
            yield _changed(difference, lang)


def _changed(difference: Difference, lang: Lang) -> Changed:
    name = difference.path.rsplit(".", 1)[-1]
    both = (printed(name, value, lang) for value in (difference.before, difference.after))
    return Changed(label_of(difference.path, lang), *both)


def label_of(path: str, lang: Lang) -> str:
    """Name a field in words where the report has them: Strategi eller aftale · Holdning."""
    known = words(lang)
    parts = [part for part in path.split(".") if part not in {"answers", "quantities"} and not part.isdigit()]
    return " · ".join(
        known["questions"].get(part) or known["quantities"].get(part) or known["fields"].get(part) or part
        for part in parts
    )


def printed(name: str, value: object, lang: Lang) -> str:
    """Print a value of a record in words, its evidence left out; nothing for none."""
    known = words(lang)
    match value:
        case None:
            return known["fields"]["nothing"]
        case bool():
            return known["fields"][str(value).lower()]
        case str():
            section = {"kind": "strategy_kind"}.get(name, name)
            return known.get(section, {}).get(value, value)[:_LONGEST]
        case list():
            return "; ".join(_part(part, lang) for part in value)[:_LONGEST] or known["fields"]["nothing"]
        case _:
            return _part(value, lang)[:_LONGEST]


def _part(value: Any, lang: Lang) -> str:  # noqa: ANN401 -- any JSON
    if not isinstance(value, dict):
        return str(value)
    for name in ("text", "name", "title", "message", "question"):
        if isinstance(value.get(name), str):
            return words(lang)["themes"].get(value[name], value[name])
    return json.dumps({key: part for key, part in value.items() if key != "evidence"}, ensure_ascii=False)


def _text_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[TextLine]:
    compared = unified_diff(before, after, n=_CONTEXT, lineterm="")
    for place, line in enumerate(compared):
        # The first two lines name files.
        if place > 1:
            yield TextLine("@", "") if line.startswith("@@") else TextLine(line[:1], line[1:])


def title_of(record: StatusRecord) -> str:
    """Name an article by its municipality and period, or by its own heading."""
    if record.municipality is None:
        return record.title
    period = record.period.text if record.period else ""
    return " · ".join(part for part in (record.municipality.name, period) if part)

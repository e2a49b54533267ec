"""A record as facts to be shown: each value in words, with its places in the text, and what a person said of it.

A correction wins; what the machine had read stays beside it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import RowMapping

from pipeline.report.charts_marks import KINDS, Lang, bounds_words, number
from pipeline.report.measures import UNCLEAR, Bounds
from pipeline.report.words import Words, day_words, words
from schemas.answers import (
    Answer,
    EnterprisesAnswer,
    GoalsAnswer,
    ItemsAnswer,
    Quantity,
    QuestionKey,
    StrategyAnswer,
    WorkforceAnswer,
)
from schemas.evidence import Evidence, Span
from schemas.record import StatusRecord
from schemas.social_economy import KEYS, Answers

Corrections = Mapping[str, RowMapping]
"""What people said of an article, by field."""

_PLAIN: Final[Mapping[str, str]] = {
    "stance": "stance",
    "kind": "strategy_kind",
    "since": "",
    "under_revision": "fields",
    "sentiment": "sentiment",
}
"""An answer's plain values, and the section of words that names them; none for a number."""


def _column_names() -> Iterator[str]:
    """Name the values of every answer as the view latest_status does."""
    for key in KEYS:
        answer = Answers().of(key)
        yield f"{key}_status"
        yield from (f"{key}_{name}" for name in _PLAIN if hasattr(answer, name))
        yield from (f"{key}_{name}_{bound}" for name, _ in quantities_of(answer) for bound in ("min", "max"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One value."""

    field: str
    """Where it stands in the record, dotted."""
    label: str
    """What it is, in the report's language."""
    words: str
    """The value in words."""
    spans: Evidence = ()
    """Where it stands in the text."""
    printed: bool = False
    """Whether the words are the article's own, in Danish."""
    machine: str | None = None
    """What the machine had read, where a person corrected it."""
    note: str | None = None
    """Why, in the person's words."""
    stale: bool = False
    """Whether the text has changed since the correction."""

    @property
    def anchor(self) -> str:
        """Name the value within its page."""
        return self.field.removeprefix("answers.").replace(".", "-")


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer."""

    key: QuestionKey
    status: str
    kind: str
    """Its colour and sign: one of KINDS."""
    brief: str
    """The answer in a few words, for a cell."""
    answer: Answer
    facts: tuple[Fact, ...]
    values: Mapping[str, str | float | None]
    """The values as measures read them, by column of the view latest_status."""

    @property
    def quote(self) -> str:
        """The words behind it, in the order of the text; what stands inside another quote is not said twice."""
        spans = sorted(self.answer.evidence, key=lambda span: (span.start, -span.end))
        outermost: list[Span] = []
        for span in spans:
            if not outermost or span.end > outermost[-1].end:
                outermost.append(span)
        return " … ".join(span.quote for span in outermost)


def shown_answers(record: StatusRecord, corrections: Corrections, lang: Lang) -> tuple[Shown, ...]:
    """Show the eleven answers of a record, in the order of the series."""
    reader = _Reader(corrections, lang, words(lang))
    return tuple(reader.shown(key, record.answers.of(key)) for key in KEYS)


@dataclass(frozen=True, slots=True)
class _Reader:
    corrections: Corrections
    lang: Lang
    words: Words

    def shown(self, key: QuestionKey, answer: Answer) -> Shown:
        """Show one answer."""
        status = str(self.said(f"answers.{key}.status", answer.status))
        plain = {name: self._plain_value(key, answer, name) for name in _PLAIN if hasattr(answer, name)}
        counts = dict(self._counts(key, answer))
        facts = (*self._status(key, answer), *self._plain_facts(key, answer), *self._figures(key, answer))
        kind = plain.get("stance") or (UNCLEAR if status == "answered" and "stance" in plain else status)
        return Shown(
            key=key,
            status=status,
            kind=kind,
            brief=self._brief(plain, counts, answer) or KINDS[kind].word(self.lang),
            answer=answer,
            facts=(*facts, *self._listed(key, answer)),
            values=_columns(key, status, plain, counts),
        )

    def said(self, field: str, machine: object) -> object:
        """Prefer what a person said of a field."""
        return self.corrections[field]["value"] if field in self.corrections else machine

    def _plain_value(self, key: str, answer: Answer, name: str) -> str | None:
        value = self.said(f"answers.{key}.{name}", getattr(answer, name))
        return None if value in (None, False, "false") else str(value).lower()

    def _status(self, key: str, answer: Answer) -> Iterator[Fact]:
        """Say the status where a person corrected it; elsewhere it stands in the answer's head."""
        field = f"answers.{key}.status"
        if field in self.corrections:
            yield self._fact(field, self.words["status"][str(self.said(field, answer.status))], answer.evidence)

    def _plain_facts(self, key: str, answer: Answer) -> Iterator[Fact]:
        for name, section in _PLAIN.items():
            field = f"answers.{key}.{name}"
            value = self._plain_value(key, answer, name) if hasattr(answer, name) else None
            if value is not None:
                yield self._fact(field, self.words[section][value] if section else value, answer.evidence)
            elif field in self.corrections:
                yield self._fact(field, self.words["fields"]["nothing"], answer.evidence)

    def _figures(self, key: str, answer: Answer) -> Iterator[Fact]:
        for name, quantity in quantities_of(answer):
            field = f"answers.{key}.quantities.{name}"
            if field in self.corrections:
                bounds = _bounds_said(self.corrections[field])
                printed = bounds_words(bounds, self.lang) if bounds else self.words["fields"]["nothing"]
                yield self._fact(field, printed, quantity.evidence if quantity else ())
            elif quantity:
                yield self._fact(field, self._quantity(quantity), quantity.evidence)

    def _counts(self, key: str, answer: Answer) -> Iterator[tuple[str, tuple[Bounds, str]]]:
        """Give each count with its bounds and its words."""
        for name, quantity in quantities_of(answer):
            field = f"answers.{key}.quantities.{name}"
            if field in self.corrections:
                bounds = _bounds_said(self.corrections[field])
                if bounds:
                    yield name, (bounds, bounds_words(bounds, self.lang))
            elif quantity:
                yield name, (Bounds(quantity.min, quantity.max), self._quantity(quantity))

    def _quantity(self, quantity: Quantity) -> str:
        """Print a count: ca. 20, mindst 60, 7,5 årsværk (opgjort 2018)."""
        section = self.words["quantities"]
        as_of = f"({section['as_of']} {quantity.as_of.value})" if quantity.as_of else ""
        bounds = bounds_words(Bounds(quantity.min, quantity.max), self.lang)
        parts = (section["about"] if quantity.approximate else "", bounds, section[quantity.unit], as_of)
        return " ".join(part for part in parts if part)

    def _listed(self, key: str, answer: Answer) -> Iterator[Fact]:
        if isinstance(answer, GoalsAnswer):
            for place, theme in enumerate(answer.themes):
                field = f"answers.{key}.themes.{place}"
                yield Fact(field, self.words["fields"]["theme"], self.words["themes"][theme.name], theme.evidence)
        if isinstance(answer, ItemsAnswer):
            for place, item in enumerate(answer.items):
                field = f"answers.{key}.items.{place}"
                yield Fact(field, self.words["fields"]["item"], item.text, item.evidence, printed=True)

    def _fact(self, field: str, printed: str, spans: Evidence) -> Fact:
        name = field.rsplit(".", 1)[-1]
        label = self.words["quantities" if ".quantities." in field else "fields"][name]
        said = self.corrections.get(field)
        if said is None:
            return Fact(field, label, printed, spans)
        machine = self._machine(name, json.loads(said["machine_value"] or "null"))
        return Fact(field, label, printed, spans, machine=machine, note=said["note"], stale=said["stale"])

    def _machine(self, name: str, value: Any) -> str:  # noqa: ANN401 -- any JSON
        if value is None:
            return self.words["fields"]["nothing"]
        if isinstance(value, dict):
            return bounds_words(Bounds(value["min"], value["max"]), self.lang)
        section = {"status": "status", **_PLAIN}.get(name)
        text = str(value).lower()
        return self.words[section].get(text, text) if section else text

    def _brief(self, plain: Mapping[str, str | None], counts: Mapping[str, tuple[Bounds, str]], answer: Answer) -> str:
        """Say what an answer states in a few words: Ja · aftale · 2016, ca. 20 · 60 job, 3 punkter; else nothing."""
        found = [self.words[_PLAIN[name]][value] if _PLAIN[name] else value for name, value in _told(plain)]
        found += [f"{printed} {self.words['brief'][name]}".strip() for name, (_, printed) in counts.items()]
        if not found and isinstance(answer, GoalsAnswer) and answer.themes:
            found = [self.words["themes"][theme.name] for theme in answer.themes]
        if not found and isinstance(answer, ItemsAnswer) and answer.items:
            fields = self.words["fields"]
            many = len(answer.items)
            found = [fields["one"] if many == 1 else fields["more"].format(number(many, self.lang))]
        return " · ".join(found)


def _told(plain: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, value in plain.items():
        if value is not None and name != "under_revision":
            yield name, value


def _bounds_said(correction: RowMapping) -> Bounds | None:
    low, high = correction["min"], correction["max"]
    return None if low is None and high is None else Bounds(low, high)


def _columns(
    key: str, status: str, plain: Mapping[str, str | None], counts: Mapping[str, tuple[Bounds, str]]
) -> dict[str, str | float | None]:
    columns: dict[str, str | float | None] = {f"{key}_status": status}
    columns |= {f"{key}_{name}": value for name, value in plain.items()}
    for name, (bounds, _) in counts.items():
        columns |= {f"{key}_{name}_min": bounds.low, f"{key}_{name}_max": bounds.high}
    return columns


def quantities_of(answer: Answer) -> Iterator[tuple[str, Quantity | None]]:
    """Give the counts that an answer may hold, by name."""
    if isinstance(answer, EnterprisesAnswer | WorkforceAnswer):
        for name in type(answer.quantities).model_fields:
            yield name, getattr(answer.quantities, name)


def about(record: StatusRecord, lang: Lang) -> tuple[Fact, ...]:
    """Show what a record says beside its answers: where, when, who, whom to ask, which organisations."""
    fields = words(lang)["fields"]
    return tuple(_about(record, fields, lang))


def _about(record: StatusRecord, fields: Mapping[str, str], lang: Lang) -> Iterator[Fact]:
    if record.municipality:
        place = record.municipality
        yield Fact(
            "municipality", fields["municipality"], f"{place.name}, {place.region}", place.evidence, printed=True
        )
    if record.period:
        yield Fact("period", fields["period"], record.period.text, record.period.evidence, printed=True)
    if record.published_on:
        day = day_words(date.fromisoformat(record.published_on), lang)
        yield Fact("published_on", fields["published_on"], day)
    for place_, person in enumerate(record.respondents):
        yield _printed(f"respondents.{place_}", fields["respondent"], (person.name, person.role), person.evidence)
    for place_, contact in enumerate(record.contacts):
        parts = (contact.name, contact.role, contact.phone, contact.email)
        yield _printed(f"contacts.{place_}", fields["contact"], parts, contact.evidence)
    for place_, organisation in enumerate(record.organisations):
        yield _printed(f"organisations.{place_}", fields["organisation"], (organisation.name,), organisation.evidence)


def _printed(field: str, label: str, parts: Iterable[str | None], spans: Evidence) -> Fact:
    return Fact(field, label, ", ".join(part for part in parts if part), spans, printed=True)


def links_of(answer: Answer) -> tuple[tuple[str, str], ...]:
    """Give the words and targets of an answer's links."""
    return tuple((link.text, link.url) for link in answer.links) if isinstance(answer, StrategyAnswer) else ()


COLUMNS: Final = tuple(_column_names())
"""Columns of an article's values."""

"""What can be right or wrong about a record: a flat set of facts, the same for a record and for a person's gold.

A fact is a group, a key and a value. Values follow the contract; evidence is measured apart.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import Annotated, Final, NamedTuple

from pydantic import AliasChoices, AliasPath, BaseModel, BeforeValidator, ConfigDict, Field

from pipeline.evaluate.normal import folded, unmarked
from schemas.answers import QuestionKey
from schemas.record import StatusRecord
from schemas.social_economy import KEYS

STRATEGY_FACTS: Final = "strategy_facts"


class Fact(NamedTuple):
    """One thing that a record states."""

    group: str
    key: str
    value: Hashable


def _part(name: str) -> BeforeValidator:
    """Take a value as it is, or out of the object that carries its evidence."""
    return BeforeValidator(lambda value: value[name] if isinstance(value, Mapping) else value)


class _Loose(BaseModel):
    """Reads gold and records alike: what is not compared is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Count(_Loose):
    """A quantity without its evidence."""

    min: float | None
    max: float | None
    approximate: bool
    unit: str


class AnswerValues(_Loose):
    """What is compared of an answer, whatever its kind."""

    status: str | None = None
    question: str | None = None
    text: str | None = None
    refers_to: tuple[str, ...] = ()
    stance: str | None = None
    kind: str | None = None
    since: int | None = None
    under_revision: bool = False
    links: tuple[Annotated[str, _part("url")], ...] = ()
    quantities: dict[str, Count | None] = Field(default_factory=dict)
    sentiment: str | None = None
    themes: tuple[Annotated[str, _part("name")], ...] = ()
    items: tuple[Annotated[str, _part("text")], ...] = ()


class _Period(_Loose):
    start: str
    end: str
    precision: str


class _Person(_Loose):
    name: str | None = None
    role: str | None = None
    phone: str | None = None
    email: str | None = None


class _Unmatched(_Loose):
    question: str


class _Related(_Loose):
    title: str
    url: str | None = None


class RecordValues(_Loose):
    """What is compared of a record."""

    title: str | None = None
    municipality: str | None = Field(
        default=None, validation_alias=AliasChoices("municipality_code", AliasPath("municipality", "code"))
    )
    period: _Period | None = None
    published_on: str | None = None
    respondents: tuple[_Person, ...] = ()
    contacts: tuple[_Person, ...] = ()
    answers: dict[QuestionKey, AnswerValues] = Field(default_factory=dict)
    unmatched_questions: tuple[_Unmatched, ...] = ()
    organisations: tuple[Annotated[str, _part("name")], ...] = ()
    related: tuple[_Related, ...] = ()

    def answer(self, key: QuestionKey) -> AnswerValues:
        """Look up the answer to a question, empty if there is none."""
        return self.answers.get(key, AnswerValues())

    @classmethod
    def of(cls, record: StatusRecord) -> "RecordValues":
        """Take from a record what is compared."""
        return cls.model_validate(record.model_dump(mode="json"))


def facts_of(record: RecordValues) -> set[Fact]:
    """Flatten a record."""
    found = {*_meta(record), *_people(record), *_names(record)}
    for key in KEYS:
        found.update(answer_facts(key, record.answer(key)))
    return found


def _meta(record: RecordValues) -> Iterator[Fact]:
    period = record.period
    values = {
        "municipality": record.municipality,
        "period": (period.start, period.end, period.precision) if period else None,
        "published_on": record.published_on,
        "title": _folded(record.title),
    }
    yield from (Fact("meta", name, value) for name, value in values.items() if value is not None)


def _people(record: RecordValues) -> Iterator[Fact]:
    for person in record.respondents:
        name = _folded(person.name)
        yield Fact("people", "respondent", name)
        if person.role:
            yield Fact("people", "respondent_role", (name, folded(person.role).lower()))
    for contact in record.contacts:
        for channel, value in (("phone", contact.phone), ("email", contact.email)):
            if value:
                yield Fact("people", channel, (_folded(contact.name), value))


def _names(record: RecordValues) -> Iterator[Fact]:
    for extra in record.unmatched_questions:
        yield Fact("unmatched", "question", folded(extra.question))
    for organisation in record.organisations:
        yield Fact("organisations", "name", folded(organisation).lower())
    for link in record.related:
        yield Fact("related", "link", (folded(link.title), link.url))


def answer_facts(key: QuestionKey, answer: AnswerValues) -> Iterator[Fact]:
    """Flatten one answer: status, pointers and values."""
    single = {"status": answer.status, "stance": answer.stance, "sentiment": answer.sentiment}
    yield from (Fact(group, key, value) for group, value in single.items() if value is not None)
    yield from (Fact("refers_to", key, target) for target in answer.refers_to)
    yield from _strategy_facts(answer)
    for name, count in answer.quantities.items():
        if count is not None:
            yield Fact("quantity", f"{key}.{name}", (count.min, count.max, count.approximate, count.unit))
    yield from (Fact("themes", key, theme) for theme in answer.themes)
    yield from (Fact("items", key, unmarked(item)) for item in answer.items)


def _strategy_facts(answer: AnswerValues) -> Iterator[Fact]:
    single = {"kind": answer.kind, "since": answer.since, "under_revision": answer.under_revision or None}
    yield from (Fact(STRATEGY_FACTS, name, value) for name, value in single.items() if value is not None)
    yield from (Fact(STRATEGY_FACTS, "link", link) for link in answer.links)


def _folded(text: str | None) -> str | None:
    return None if text is None else folded(text)

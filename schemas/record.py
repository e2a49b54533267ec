"""The record: what one article becomes."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, Literal, Self

from pydantic import BaseModel, Field, model_validator

from schemas.base import Model
from schemas.evidence import Evidence, Grounded, Span
from schemas.social_economy import Answers

SCHEMA_VERSION: Final = "1"

Precision = Literal["month", "quarter", "half_year", "range", "season", "year"]
WarningCode = Literal[
    "needs_review",
    "no_municipality",
    "several_municipalities",
    "no_period",
    "no_publication_date",
    "weak_question_match",
    "repeated_question",
    "pointer_without_target",
    "unclaimed_text",
    "mojibake",
    "bad_bytes",
    "control_characters",
    "long_run",
    "cpr_number",
]
PublishedFrom = Literal["json_ld", "meta", "time", "url"]


class Source(Model):
    """Where a record came from, and what made it."""

    url: str
    """The address of the page."""
    canonical_url: str | None = None
    """The address that the page names as its own."""
    fetched_at: datetime | None = None
    """When the page was fetched; null unless given."""
    page_sha256: str
    """Hash of the raw bytes."""
    article_sha256: str
    """Hash of the cleaned text and links; a new version of an article follows it."""
    code_version: str
    """Version of the code that read it."""


class Municipality(Model):
    """A Danish municipality."""

    code: str
    """Official four-digit code."""
    name: str
    """Short name."""
    official_name: str
    """Official name."""
    region: str
    """Region, as of 2026."""
    evidence: Evidence = ()
    """Where it is printed."""


class Period(Model):
    """The time that an article speaks of."""

    start: str
    """First day, ISO 8601."""
    end: str
    """Last day, ISO 8601."""
    precision: Precision
    """How precisely it is printed."""
    text: str
    """As printed."""
    evidence: Evidence = ()
    """Where it is printed."""


class Respondent(Grounded):
    """Who was interviewed."""

    name: str
    """The person's name."""
    role: str | None = None
    """As printed, without the name."""


class Contact(Grounded):
    """A person or office whose phone or e-mail the article prints."""

    name: str | None = None
    """As printed beside the number."""
    role: str | None = None
    """Only if printed there too."""
    phone: str | None = None
    """E.164."""
    email: str | None = None
    """Lower-case."""


class Organisation(Grounded):
    """An enterprise, association, foundation, network, school or agency named in the article."""

    name: str
    """The fullest form printed."""


class UnmatchedQuestion(Model):
    """A question that the series does not know, kept whole."""

    question: str
    """As printed."""
    text: str | None = None
    """As printed; null when nothing is."""


class RelatedLink(Model):
    """A sister article under Se også."""

    title: str
    """The link's words."""
    url: str
    """The target, absolute."""
    municipality_code: str | None = None
    """The municipality its title names."""
    period: Period | None = None
    """The period its title names."""


class RecordWarning(Model):
    """Something that a person or an operator should know about the record."""

    code: WarningCode
    """Which, from the closed list."""
    message: str
    """What, in words."""
    field: str | None = None
    """The field it is about, dotted."""
    evidence: Evidence = ()
    """Where it stands."""


class StatusRecord(Model):
    """One article as data. Every span is checked against the record's own text."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    """Version of this contract."""
    series: str
    """Which series of articles."""
    source: Source
    """Where it came from."""
    title: str
    """The article's own heading as printed."""
    municipality: Municipality | None = None
    """Which municipality; null with a warning when none was found."""
    period: Period | None = None
    """Which time; null when none is printed."""
    published_on: str | None = None
    """Publication date in Danish local time."""
    published_from: PublishedFrom | None = None
    """Where the publication date stood."""
    text: str = Field(min_length=1)
    """The article, cleaned: one line per block or line break."""
    respondents: tuple[Respondent, ...] = ()
    """Who was interviewed, in order."""
    contacts: tuple[Contact, ...] = ()
    """Whom to ask."""
    answers: Answers
    """The eleven questions."""
    unmatched_questions: tuple[UnmatchedQuestion, ...] = ()
    """Questions that the series does not know."""
    organisations: tuple[Organisation, ...] = ()
    """Organisations named."""
    related: tuple[RelatedLink, ...] = ()
    """Sister articles."""
    warnings: tuple[RecordWarning, ...] = ()
    """What to know about it."""

    @model_validator(mode="after")
    def _grounded(self) -> Self:
        for span in spans_of(self):
            if self.text[span.start : span.end] != span.quote:
                message = f"text[{span.start}:{span.end}] is not {span.quote!r}"
                raise ValueError(message)
        return self

    @property
    def degraded(self) -> bool:
        """Whether the record lacks what a database keys on."""
        return self.municipality is None


_NESTED: Final = (tuple, BaseModel)


def spans_of(value: tuple[object, ...] | BaseModel) -> Iterator[Span]:
    """Every span anywhere in a model, in field order."""
    if isinstance(value, Span):
        yield value
        return
    for part in value if isinstance(value, tuple) else vars(value).values():
        if part and isinstance(part, _NESTED):
            yield from spans_of(part)

"""The tables, typed and commented; the comments are the data dictionary.

A value's `path` is where it stands in the record (`answers.goals.items.0`), and joins it to its rows of `evidence`.
Column names and closed lists are the contract's. Ids derive from content, so that the same pages in the same order
make the same rows everywhere.
"""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC also by a database that knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn into UTC; ValueError for a time that does not say its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"{value.isoformat()} names no time zone"
            raise ValueError(message)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def _must(name: str, kind: type[TypeEngine[Any]], comment: str) -> Column[Any]:
    return Column(name, kind, nullable=False, comment=comment)


def _may(name: str, kind: type[TypeEngine[Any]], comment: str) -> Column[Any]:
    return Column(name, kind, nullable=True, comment=comment)


def _key(name: str, kind: type[TypeEngine[Any]], comment: str) -> Column[Any]:
    return Column(name, kind, primary_key=True, comment=comment)


def _value_table(name: str, comment: str, *columns: Column[Any]) -> Table:
    version = Column(
        "version_id",
        Text,
        ForeignKey("versions.version_id", ondelete="CASCADE"),
        primary_key=True,
        comment="The version of an article that states it.",
    )
    return Table(name, METADATA, version, *columns, comment=comment)


def _path() -> Column[Any]:
    return _key("path", Text, "Where it stands in the record, dotted; joins to evidence.path.")


def _question_key() -> Column[Any]:
    return _must("question_key", Text, "Key of the question, such as strategy or social_enterprises.")


def _position() -> Column[Any]:
    return _must("position", Integer, "Its place among its like in the record, from 0.")


ARTICLES: Final = Table(
    "articles",
    METADATA,
    _key("article_id", Text, "The article, over all its versions and addresses; derived from its first address."),
    _must("series", Text, "Series of articles, such as social_economy."),
    _must("url", Text, "The address at which it was first read."),
    _must("latest_version", Integer, "Number of its newest version; join versions.number for what holds now."),
    comment="One row for each published article.",
)
ADDRESSES: Final = Table(
    "addresses",
    METADATA,
    _key("url", Text, "An address at which the article was read."),
    Column("article_id", Text, ForeignKey("articles.article_id"), nullable=False, index=True, comment="The article."),
    comment="Every address of an article; several addresses may lead to the same one.",
)
VERSIONS: Final = Table(
    "versions",
    METADATA,
    _key("version_id", Text, "Article and number, joined by a dot."),
    Column("article_id", Text, ForeignKey("articles.article_id"), nullable=False, comment="The article."),
    _must("number", Integer, "Counts the versions of the article, from 1."),
    _must("cause", Text, "Why it was made: first_seen, source (the page changed) or rules (the code changed)."),
    _must("series", Text, "Series of articles, as in the record."),
    _must("schema_version", Text, "Version of the contract of the record."),
    _must("series_version", Text, "Version of the meaning of the series' questions."),
    _must("code_version", Text, "Version of the code that read the page."),
    _must(
        "record_sha256", Text, "Hash of the record without the circumstances of the fetch; decides what is a change."
    ),
    _must("article_sha256", Text, "Hash of the cleaned text and links."),
    _must("page_sha256", Text, "Hash of the bytes of the page; names it in the archive."),
    _must("page_bytes", Integer, "Size of the page in bytes."),
    _may("content_type", Text, "Content-Type header that came with the page."),
    _may("fetched_at", Instant, "When the page was fetched, UTC; null if not known."),
    _must("url", Text, "The address of the page."),
    _may("canonical_url", Text, "The address that the page names as its own."),
    _must("title", Text, "The article's own heading as printed."),
    _may("municipality_code", Text, "Official four-digit code; null if none was found."),
    _may("municipality_name", Text, "Short name of the municipality."),
    _may("municipality_official_name", Text, "Official name of the municipality."),
    _may("municipality_region", Text, "Region of the municipality, as of 2026."),
    _may("period_start", Date, "First day of the time that the article speaks of; null if none is printed."),
    _may("period_end", Date, "Last day of it."),
    _may("period_precision", Text, "month, quarter, half_year, range, season or year."),
    _may("period_text", Text, "The period as printed."),
    _may("published_on", Date, "Publication date in Danish local time."),
    _may("published_from", Text, "Where that date stood: json_ld, meta, time or url."),
    _must("text", Text, "The article, cleaned: one line per block or line break; evidence points into it."),
    UniqueConstraint("article_id", "number"),
    Index(None, "municipality_code", "period_start", "series"),
    Index(None, "canonical_url", "article_sha256"),
    comment="Every version of every article: what its page said, as one version of the code read it.",
)
ANSWERS: Final = _value_table(
    "answers",
    "The eleven questions of a version, one row each, also those not asked.",
    _path(),
    _question_key(),
    _must("status", Text, "answered, unknown, not_applicable, declined, refers, blank or not_asked."),
    _may("question", Text, "The printed heading; null when the question is not in the article."),
    _may("text", Text, "All that is printed under the question."),
    _may("taken_from", Text, "The question whose values a bare pointer took over."),
    _may("stance", Text, "yes, no, partly or planned; null when a careful reader cannot tell, or another kind."),
    _may("kind", Text, "Of strategy: strategy, agreement or policy."),
    _may("since", Integer, "Of strategy: the year from which the present one holds."),
    _may("under_revision", Boolean, "Of strategy: whether a new version is in the making."),
    _may("sentiment", Text, "Of rsv_experience: positive, negative, mixed, neutral or none."),
)
POINTERS: Final = _value_table(
    "pointers",
    "The questions to which an answer points, as in Se ovenstående.",
    _path(),
    _question_key(),
    _position(),
    _must("refers_to", Text, "Key of the question pointed to."),
)
ANSWER_LINKS: Final = _value_table(
    "answer_links",
    "The links in an answer about the strategy.",
    _path(),
    _question_key(),
    _position(),
    _must("text", Text, "The link's words."),
    _must("url", Text, "The target, absolute."),
)
QUANTITIES: Final = _value_table(
    "quantities",
    "The counts that answers give: exact when min equals max, one-sided when one of them is null.",
    _path(),
    _question_key(),
    _must("name", Text, "count, jobs, ordinary, flex_and_sheltered, placements or volunteers."),
    _may("min", Float, "The least it may be; null when only an upper bound is printed."),
    _may("max", Float, "The most it may be; null when only a lower bound is printed."),
    _must("approximate", Boolean, "Whether the text hedges an exact figure (ca., knap, omkring)."),
    _must("unit", Text, "What is counted: enterprises, persons or full_time_equivalents."),
    _may("as_of", Text, "The year or date that the figure names for itself."),
)
ITEMS: Final = _value_table(
    "items",
    "What answers themselves enumerate.",
    _path(),
    _question_key(),
    _position(),
    _must("text", Text, "As printed, marker removed."),
)
THEMES: Final = _value_table(
    "themes",
    "What the municipality wants to achieve, from the closed list of themes.",
    _path(),
    _question_key(),
    _position(),
    _must("name", Text, "The theme, such as employment or inclusion."),
)
RESPONDENTS: Final = _value_table(
    "respondents",
    "Who was interviewed. Personal data.",
    _path(),
    _position(),
    _must("name", Text, "The person's name."),
    _may("role", Text, "As printed, without the name."),
)
CONTACTS: Final = _value_table(
    "contacts",
    "People and offices whose phone or e-mail the article prints. Personal data, apart from all else.",
    _path(),
    _position(),
    _may("name", Text, "As printed beside the number."),
    _may("role", Text, "Only if printed there too."),
    _may("phone", Text, "E.164, such as +4525200131."),
    _may("email", Text, "Lower-case."),
)
ORGANISATIONS: Final = _value_table(
    "organisations",
    "Enterprises, associations, foundations, networks, schools and agencies named in the article.",
    _path(),
    _position(),
    _must("name", Text, "The fullest form printed."),
)
RELATED_LINKS: Final = _value_table(
    "related_links",
    "The sister articles under Se også.",
    _path(),
    _position(),
    _must("title", Text, "The link's words."),
    _must("url", Text, "The target, absolute."),
    _may("municipality_code", Text, "The municipality that the title names."),
    _may("period_start", Date, "First day of the period that the title names."),
    _may("period_end", Date, "Last day of it."),
    _may("period_precision", Text, "month, quarter, half_year, range, season or year."),
    _may("period_text", Text, "That period as printed."),
)
UNMATCHED_QUESTIONS: Final = _value_table(
    "unmatched_questions",
    "Printed questions that the series does not know, kept whole.",
    _path(),
    _position(),
    _must("question", Text, "As printed."),
    _may("text", Text, "As printed under it; null when nothing is."),
)
WARNINGS: Final = _value_table(
    "warnings",
    "What a person or an operator should know about a version.",
    _path(),
    _position(),
    _must("code", Text, "Which, from the contract's closed list."),
    _must("message", Text, "What, in words."),
    _may("field", Text, "The field it is about, dotted."),
)
EVIDENCE: Final = _value_table(
    "evidence",
    "Where values stand: versions.text from start_offset up to end_offset is the quote.",
    _path(),
    _key("position", Integer, "Its place among the spans of the value, from 0."),
    _must("start_offset", Integer, "First character, in Unicode code points, from 0."),
    _must("end_offset", Integer, "One past the last character."),
    _must("quote", Text, "The characters between them."),
)
EVIDENCE.append_constraint(CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="span"))

VALUES: Final = tuple(table for table in METADATA.sorted_tables if "version_id" in table.c and table is not VERSIONS)
"""The tables whose rows belong to one version."""

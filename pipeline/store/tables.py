"""The tables, typed and commented; the comments are the data dictionary.

A value's `path` is where it stands in the record (`answers.goals.items.0`), and joins it to its rows of `evidence`.
Column names and closed lists are the contract's. Ids derive from content, so that the same pages in the same order
make the same rows everywhere.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from pipeline.store.columns import METADATA, Instant, key, may, must, path, position, question_key, value_table

ARTICLES: Final = Table(
    "articles",
    METADATA,
    key("article_id", Text, "The article, over all its versions and addresses; derived from its first address."),
    must("series", Text, "Series of articles, such as social_economy."),
    must("url", Text, "The address at which it was first read."),
    must("latest_version", Integer, "Number of its newest version; join versions.number for what holds now."),
    Column("state", Text, nullable=False, server_default="live", comment="live, or gone from the web."),
    may("gone_since", Instant, "When it was found to be gone, UTC; null while it is live."),
    comment="One row for each published article.",
)
ADDRESSES: Final = Table(
    "addresses",
    METADATA,
    key("url", Text, "An address at which the article was read."),
    Column("article_id", Text, ForeignKey("articles.article_id"), nullable=False, index=True, comment="The article."),
    comment="Every address of an article; several addresses may lead to the same one.",
)
VERSIONS: Final = Table(
    "versions",
    METADATA,
    key("version_id", Text, "Article and number, joined by a dot."),
    Column("article_id", Text, ForeignKey("articles.article_id"), nullable=False, comment="The article."),
    must("number", Integer, "Counts the versions of the article, from 1."),
    must("cause", Text, "Why it was made: first_seen, source (the page changed) or rules (the code changed)."),
    must("series", Text, "Series of articles, as in the record."),
    must("schema_version", Text, "Version of the contract of the record."),
    must("series_version", Text, "Version of the meaning of the series' questions."),
    must("code_version", Text, "Version of the code that read the page."),
    must("record_sha256", Text, "Hash of the record without the circumstances of the fetch; decides what is a change."),
    must("article_sha256", Text, "Hash of the cleaned text and links."),
    must("page_sha256", Text, "Hash of the bytes of the page; names it in the archive."),
    must("page_bytes", Integer, "Size of the page in bytes."),
    may("content_type", Text, "Content-Type header that came with the page."),
    may("fetched_at", Instant, "When the page was fetched, UTC; null if not known."),
    must("url", Text, "The address of the page."),
    may("canonical_url", Text, "The address that the page names as its own."),
    must("title", Text, "The article's own heading as printed."),
    may("municipality_code", Text, "Official four-digit code; null if none was found."),
    may("municipality_name", Text, "Short name of the municipality."),
    may("municipality_official_name", Text, "Official name of the municipality."),
    may("municipality_region", Text, "Region of the municipality, as of 2026."),
    may("period_start", Date, "First day of the time that the article speaks of; null if none is printed."),
    may("period_end", Date, "Last day of it."),
    may("period_precision", Text, "month, quarter, half_year, range, season or year."),
    may("period_text", Text, "The period as printed."),
    may("published_on", Date, "Publication date in Danish local time."),
    may("published_from", Text, "Where that date stood: json_ld, meta, time or url."),
    must("text", Text, "The article, cleaned: one line per block or line break; evidence points into it."),
    UniqueConstraint("article_id", "number"),
    Index(None, "municipality_code", "period_start", "series"),
    Index(None, "canonical_url", "article_sha256"),
    Index(None, "article_sha256"),
    comment="Every version of every article: what its page said, as one version of the code read it.",
)
ANSWERS: Final = value_table(
    "answers",
    "The eleven questions of a version, one row each, also those not asked.",
    path(),
    question_key(),
    must("status", Text, "answered, unknown, not_applicable, declined, refers, blank or not_asked."),
    may("question", Text, "The printed heading; null when the question is not in the article."),
    may("text", Text, "All that is printed under the question."),
    may("taken_from", Text, "The question whose values a bare pointer took over."),
    may("stance", Text, "yes, no, partly or planned; null when a careful reader cannot tell, or another kind."),
    may("kind", Text, "Of strategy: strategy, agreement or policy."),
    may("since", Integer, "Of strategy: the year from which the present one holds."),
    may("under_revision", Boolean, "Of strategy: whether a new version is in the making."),
    may("sentiment", Text, "Of rsv_experience: positive, negative, mixed, neutral or none."),
)
POINTERS: Final = value_table(
    "pointers",
    "The questions to which an answer points, as in Se ovenstående.",
    path(),
    question_key(),
    position(),
    must("refers_to", Text, "Key of the question pointed to."),
)
ANSWER_LINKS: Final = value_table(
    "answer_links",
    "The links in an answer about the strategy.",
    path(),
    question_key(),
    position(),
    must("text", Text, "The link's words."),
    must("url", Text, "The target, absolute."),
)
QUANTITIES: Final = value_table(
    "quantities",
    "The counts that answers give: exact when min equals max, one-sided when one of them is null.",
    path(),
    question_key(),
    must("name", Text, "count, jobs, ordinary, flex_and_sheltered, placements or volunteers."),
    may("min", Float, "The least it may be; null when only an upper bound is printed."),
    may("max", Float, "The most it may be; null when only a lower bound is printed."),
    must("approximate", Boolean, "Whether the text hedges an exact figure (ca., knap, omkring)."),
    must("unit", Text, "What is counted: enterprises, persons or full_time_equivalents."),
    may("as_of", Text, "The year or date that the figure names for itself."),
)
ITEMS: Final = value_table(
    "items",
    "What answers themselves enumerate.",
    path(),
    question_key(),
    position(),
    must("text", Text, "As printed, marker removed."),
)
THEMES: Final = value_table(
    "themes",
    "What the municipality wants to achieve, from the closed list of themes.",
    path(),
    question_key(),
    position(),
    must("name", Text, "The theme, such as employment or inclusion."),
)
RESPONDENTS: Final = value_table(
    "respondents",
    "Who was interviewed. Personal data.",
    path(),
    position(),
    must("name", Text, "The person's name."),
    may("role", Text, "As printed, without the name."),
)
CONTACTS: Final = value_table(
    "contacts",
    "People and offices whose phone or e-mail the article prints. Personal data, apart from all else.",
    path(),
    position(),
    may("name", Text, "As printed beside the number."),
    may("role", Text, "Only if printed there too."),
    may("phone", Text, "E.164, such as +4525200131."),
    may("email", Text, "Lower-case."),
)
ORGANISATIONS: Final = value_table(
    "organisations",
    "Enterprises, associations, foundations, networks, schools and agencies named in the article.",
    path(),
    position(),
    must("name", Text, "The fullest form printed."),
)
RELATED_LINKS: Final = value_table(
    "related_links",
    "The sister articles under Se også.",
    path(),
    position(),
    must("title", Text, "The link's words."),
    must("url", Text, "The target, absolute."),
    may("municipality_code", Text, "The municipality that the title names."),
    may("period_start", Date, "First day of the period that the title names."),
    may("period_end", Date, "Last day of it."),
    may("period_precision", Text, "month, quarter, half_year, range, season or year."),
    may("period_text", Text, "That period as printed."),
)
UNMATCHED_QUESTIONS: Final = value_table(
    "unmatched_questions",
    "Printed questions that the series does not know, kept whole.",
    path(),
    position(),
    must("question", Text, "As printed."),
    may("text", Text, "As printed under it; null when nothing is."),
)
WARNINGS: Final = value_table(
    "warnings",
    "What a person or an operator should know about a version.",
    path(),
    position(),
    must("code", Text, "Which, from the contract's closed list."),
    must("message", Text, "What, in words."),
    may("field", Text, "The field it is about, dotted."),
)
EVIDENCE: Final = value_table(
    "evidence",
    "Where values stand: versions.text from start_offset up to end_offset is the quote.",
    path(),
    key("position", Integer, "Its place among the spans of the value, from 0."),
    must("start_offset", Integer, "First character, in Unicode code points, from 0."),
    must("end_offset", Integer, "One past the last character."),
    must("quote", Text, "The characters between them."),
)
EVIDENCE.append_constraint(CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="span"))

VALUES: Final = tuple(table for table in METADATA.sorted_tables if "version_id" in table.c and table is not VERSIONS)
"""The tables whose rows belong to one version."""

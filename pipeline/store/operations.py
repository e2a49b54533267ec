"""The tables beside the records: what changed, what runs did, what people corrected, who asked to be forgotten."""

from typing import Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from pipeline.store.columns import METADATA, Instant, key, may, must


def _of_article() -> Column[str]:
    article = ForeignKey("articles.article_id")
    return Column("article_id", Text, article, nullable=False, index=True, comment="The article that it is about.")


def _of_run() -> Column[str]:
    return Column("run_id", Text, ForeignKey("runs.run_id"), primary_key=True, comment="The run.")


CHANGES: Final = Table(
    "changes",
    METADATA,
    Column(
        "change_id",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="Counts from 1 without gaps, in the order of commit: the cursor of the change feed.",
    ),
    must("op", Text, "insert, update, alias, gone, revived, correction or erased."),
    _of_article(),
    may("version_id", Text, "The version that came of it; null when no version did."),
    must(
        "cause", Text, "first_seen, source (the page changed), rules (the code changed), person, or site (gone, back)."
    ),
    must("url", Text, "The address that it was seen at."),
    may("run_id", Text, "The run that found it; null for a single command."),
    may("happened_at", Instant, "When the page was fetched or the person spoke, UTC; null if not known."),
    must("schema_version", Text, "Version of the contract of the record."),
    must("series_version", Text, "Version of the meaning of the series' questions."),
    must("code_version", Text, "Version of the code that wrote it."),
    comment="Everything that ever happened to an article, in order; kommunestatus changes prints it.",
)
CHANGED_VALUES: Final = Table(
    "changed_values",
    METADATA,
    Column(
        "change_id",
        Integer,
        ForeignKey("changes.change_id", ondelete="CASCADE"),
        primary_key=True,
        comment="The change.",
    ),
    key("path", Text, "The field, dotted, such as answers.strategy.stance."),
    must("kind", Text, "value, text (as printed), evidence (only where it stands) or source (about the page)."),
    may("before", Text, "What it was, as JSON; null when it was not there."),
    may("after", Text, "What it became, as JSON; null when it is no longer there."),
    comment="Field by field, what an update or a correction changed. An insert has none: its version says all.",
)
RUNS: Final = Table(
    "runs",
    METADATA,
    key("run_id", Text, "Start of the run in UTC, and a hash of what it was asked to do."),
    must("command", Text, "run or replay."),
    must(
        "status", Text, "running, finished or stopped; a run that was killed stays running until the next resumes it."
    ),
    must("started_at", Instant, "When it began, UTC."),
    may("finished_at", Instant, "When it ended, UTC; null while it runs."),
    may("exit_code", Integer, "What the process ended with."),
    must("code_version", Text, "Version of the code."),
    may("summary", Text, "States, new, changed, gone, drift, durations, as JSON."),
    comment="Every scheduled run and replay.",
)
FETCHES: Final = Table(
    "fetches",
    METADATA,
    _of_run(),
    key("url", Text, "The address, in canonical spelling."),
    must("position", Integer, "Its place in the plan of the run, from 0."),
    must("site", Text, "Name of the site in the configuration."),
    may("state", Text, "Exactly one of the ten states of a URL; null while it is queued."),
    may("reason", Text, "The reason as a word, when it is not ok or unchanged."),
    may("message", Text, "The reason in words."),
    may("http_status", Integer, "Status of the last response."),
    may("attempts", Integer, "How often it was asked for."),
    may("page_sha256", Text, "Hash of the body that came; names it in the archive."),
    may("article_id", Text, "The article that it led to."),
    may("missing", Text, "The questions that a drifted page lacks, joined by commas."),
    may("requested_at", Instant, "When it was asked for, UTC."),
    may("finished_at", Instant, "When its outcome was stored, UTC."),
    Index(None, "url"),
    comment="Every URL of every run with its one outcome: planned = states + still queued.",
)
URLS: Final = Table(
    "urls",
    METADATA,
    key("url", Text, "The address, in canonical spelling."),
    must("site", Text, "Name of the site in the configuration."),
    may("etag", Text, "Validator of the last body, for the next conditional request."),
    may("last_modified", Text, "The other validator, as sent."),
    may("page_sha256", Text, "Hash of the last body."),
    may("modified", Instant, "When it last changed, as its sources said when the last body came, UTC."),
    may("state", Text, "Its state in the last run that came to it."),
    may("next_attempt_at", Instant, "Not to be asked for before, UTC."),
    may("missed_at", Instant, "When it was first answered with 404 in a row, UTC."),
    may("code_version", Text, "Version of the code that read the last body."),
    comment="What is known of every URL between runs; its validators commit with the record they belong to.",
)
SIGHTINGS: Final = Table(
    "sightings",
    METADATA,
    _of_run(),
    key("url", Text, "The address, in canonical spelling."),
    key("source", Text, "The source that named it: wordpress, sitemap, feed, links and so on."),
    comment="Which source found which URL; sources cross-check each other.",
)
CORRECTIONS: Final = Table(
    "corrections",
    METADATA,
    Column("article_id", Text, ForeignKey("articles.article_id"), primary_key=True, comment="The article."),
    key("field", Text, "The field, dotted, such as answers.strategy.stance or answers.workforce.quantities.ordinary."),
    may("value", Text, "What holds, as the person wrote it; null for no value."),
    may("min", Float, "Of a quantity: the least it may be."),
    may("max", Float, "Of a quantity: the most it may be."),
    may("note", Text, "Why, in the person's words."),
    may("machine_value", Text, "What the machine had read when the person spoke, as JSON."),
    must("article_sha256", Text, "Hash of the text that the person saw."),
    must("stale", Boolean, "Whether the text has changed since: the correction still holds, and should be looked at."),
    may("made_at", Instant, "When it was given, UTC."),
    comment="What people say against the machine; it wins in every output, and the machine's value stays beside it.",
)
SUPPRESSIONS: Final = Table(
    "suppressions",
    METADATA,
    key("digest", Text, "Keyed hash of what was erased; the thing itself is kept nowhere."),
    must("kind", Text, "email, phone or name."),
    must("salt", Text, "Key of the hash, hexadecimal."),
    must("words", Integer, "How many words it has."),
    may("made_at", Instant, "When it was asked for, UTC."),
    comment="What must be masked when a page is read again.",
)
ERASURES: Final = Table(
    "erasures",
    METADATA,
    Column("erasure_id", Integer, primary_key=True, autoincrement=False, comment="Counts from 1."),
    must("kind", Text, "email, phone or name."),
    must("articles", Integer, "How many articles held it."),
    must("pages", Integer, "How many archived pages held it."),
    must("complete", Boolean, "Whether the byte scan afterwards found nothing."),
    may("made_at", Instant, "When it was done, UTC."),
    comment="That something was erased, when and how widely; never what.",
)

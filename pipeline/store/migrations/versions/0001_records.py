"""Articles, their versions, and every value of a record with its evidence.

What a column means is said once, in `store/tables.py`.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None
branch_labels: Final = None
depends_on: Final = None


def upgrade() -> None:
    """Make the tables."""
    _articles()
    _versions()
    _answers()
    _lists()
    _table(
        "evidence",
        sa.Column("path", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        *_ints("start_offset", "end_offset"),
        *_texts("quote"),
        sa.CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="span"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("article_id", sa.Text(), primary_key=True),
        *_texts("series", "url"),
        *_ints("latest_version"),
    )
    op.create_table(
        "addresses",
        sa.Column("url", sa.Text(), primary_key=True),
        sa.Column("article_id", sa.Text(), sa.ForeignKey("articles.article_id"), nullable=False, index=True),
    )


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("version_id", sa.Text(), primary_key=True),
        sa.Column("article_id", sa.Text(), sa.ForeignKey("articles.article_id"), nullable=False),
        *_ints("number"),
        *_texts("cause", "series", "schema_version", "series_version", "code_version"),
        *_texts("record_sha256", "article_sha256", "page_sha256"),
        *_ints("page_bytes"),
        *_maybe_texts("content_type"),
        sa.Column("fetched_at", sa.DateTime(timezone=True)),
        *_texts("url"),
        *_maybe_texts("canonical_url"),
        *_texts("title"),
        *_maybe_texts("municipality_code", "municipality_name", "municipality_official_name", "municipality_region"),
        *_period(),
        sa.Column("published_on", sa.Date()),
        *_maybe_texts("published_from"),
        *_texts("text"),
        sa.UniqueConstraint("article_id", "number"),
    )
    op.create_index(None, "versions", ["municipality_code", "period_start", "series"])
    op.create_index(None, "versions", ["canonical_url", "article_sha256"])


def _answers() -> None:
    _value_table(
        "answers",
        *_texts("question_key", "status"),
        *_maybe_texts("question", "text", "taken_from", "stance", "kind"),
        sa.Column("since", sa.Integer()),
        sa.Column("under_revision", sa.Boolean()),
        *_maybe_texts("sentiment"),
    )
    _value_table("pointers", *_texts("question_key"), *_ints("position"), *_texts("refers_to"))
    _value_table("answer_links", *_texts("question_key"), *_ints("position"), *_texts("text", "url"))
    _value_table(
        "quantities",
        *_texts("question_key", "name"),
        sa.Column("min", sa.Float()),
        sa.Column("max", sa.Float()),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        *_texts("unit"),
        *_maybe_texts("as_of"),
    )
    _value_table("items", *_texts("question_key"), *_ints("position"), *_texts("text"))
    _value_table("themes", *_texts("question_key"), *_ints("position"), *_texts("name"))


def _lists() -> None:
    _value_table("respondents", *_ints("position"), *_texts("name"), *_maybe_texts("role"))
    _value_table("contacts", *_ints("position"), *_maybe_texts("name", "role", "phone", "email"))
    _value_table("organisations", *_ints("position"), *_texts("name"))
    _value_table(
        "related_links",
        *_ints("position"),
        *_texts("title", "url"),
        *_maybe_texts("municipality_code"),
        *_period(),
    )
    _value_table("unmatched_questions", *_ints("position"), *_texts("question"), *_maybe_texts("text"))
    _value_table("warnings", *_ints("position"), *_texts("code", "message"), *_maybe_texts("field"))


def _value_table(name: str, *columns: sa.Column[Any]) -> None:
    _table(name, sa.Column("path", sa.Text(), primary_key=True), *columns)


def _table(name: str, *columns: sa.Column[Any] | sa.Constraint) -> None:
    version = sa.ForeignKey("versions.version_id", ondelete="CASCADE")
    op.create_table(name, sa.Column("version_id", sa.Text(), version, primary_key=True), *columns)


def _period() -> list[sa.Column[Any]]:
    days: list[sa.Column[Any]] = [sa.Column("period_start", sa.Date()), sa.Column("period_end", sa.Date())]
    return days + _maybe_texts("period_precision", "period_text")


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _maybe_texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text()) for name in names]


def _ints(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]

"""Changes, runs, corrections and erasure; whether an article is still on the web.

What a column means is said once, in `store/tables.py` and `store/operations.py`.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"
branch_labels: Final = None
depends_on: Final = None

_WHAT_HAPPENED: Final = """
INSERT INTO changes (change_id, op, article_id, version_id, cause, url, happened_at, schema_version, series_version,
                     code_version)
SELECT row_number() OVER (ORDER BY number, article_id), CASE number WHEN 1 THEN 'insert' ELSE 'update' END, article_id,
       version_id, cause, url, fetched_at, schema_version, series_version, code_version
FROM versions
"""
"""The versions that are there already are the first events of the feed."""


def upgrade() -> None:
    """Make the tables."""
    op.add_column("articles", sa.Column("state", sa.Text(), nullable=False, server_default="live"))
    op.add_column("articles", _moment("gone_since"))
    op.create_index(None, "versions", ["article_sha256"])
    _changes()
    op.execute(_WHAT_HAPPENED)
    _runs()
    op.create_table(
        "corrections",
        sa.Column("article_id", sa.Text(), sa.ForeignKey("articles.article_id"), primary_key=True),
        sa.Column("field", sa.Text(), primary_key=True),
        *_maybe_texts("value"),
        sa.Column("min", sa.Float()),
        sa.Column("max", sa.Float()),
        *_maybe_texts("note", "machine_value"),
        *_texts("article_sha256"),
        sa.Column("stale", sa.Boolean(), nullable=False),
        _moment("made_at"),
    )
    _erasure()


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("change_id", sa.Integer(), primary_key=True, autoincrement=False),
        *_texts("op"),
        sa.Column("article_id", sa.Text(), sa.ForeignKey("articles.article_id"), nullable=False, index=True),
        *_maybe_texts("version_id"),
        *_texts("cause", "url"),
        *_maybe_texts("run_id"),
        _moment("happened_at"),
        *_texts("schema_version", "series_version", "code_version"),
    )
    op.create_table(
        "changed_values",
        sa.Column("change_id", sa.Integer(), sa.ForeignKey("changes.change_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("path", sa.Text(), primary_key=True),
        *_texts("kind"),
        *_maybe_texts("before", "after"),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("run_id", sa.Text(), primary_key=True),
        *_texts("command", "status"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        _moment("finished_at"),
        sa.Column("exit_code", sa.Integer()),
        *_texts("code_version"),
        *_maybe_texts("summary"),
    )
    op.create_table(
        "fetches",
        _run(),
        sa.Column("url", sa.Text(), primary_key=True),
        *_ints("position"),
        *_texts("site"),
        *_maybe_texts("state", "reason", "message"),
        sa.Column("http_status", sa.Integer()),
        sa.Column("attempts", sa.Integer()),
        *_maybe_texts("page_sha256", "article_id", "missing"),
        _moment("requested_at"),
        _moment("finished_at"),
    )
    op.create_index(None, "fetches", ["url"])
    _urls()


def _urls() -> None:
    op.create_table(
        "urls",
        sa.Column("url", sa.Text(), primary_key=True),
        *_texts("site"),
        *_maybe_texts("etag", "last_modified", "page_sha256"),
        _moment("modified"),
        *_maybe_texts("state"),
        _moment("next_attempt_at"),
        _moment("missed_at"),
        *_maybe_texts("code_version"),
    )
    op.create_table(
        "sightings",
        _run(),
        sa.Column("url", sa.Text(), primary_key=True),
        sa.Column("source", sa.Text(), primary_key=True),
    )


def _erasure() -> None:
    op.create_table(
        "suppressions",
        sa.Column("digest", sa.Text(), primary_key=True),
        *_texts("kind", "salt"),
        *_ints("words"),
        _moment("made_at"),
    )
    op.create_table(
        "erasures",
        sa.Column("erasure_id", sa.Integer(), primary_key=True, autoincrement=False),
        *_texts("kind"),
        *_ints("articles", "pages"),
        sa.Column("complete", sa.Boolean(), nullable=False),
        _moment("made_at"),
    )


def _run() -> sa.Column[Any]:
    return sa.Column("run_id", sa.Text(), sa.ForeignKey("runs.run_id"), primary_key=True)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True))


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _maybe_texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text()) for name in names]


def _ints(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]

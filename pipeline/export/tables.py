"""What an export holds: one query a table, in an order of its own, so that equal stores give equal files."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Select, Table, and_, select

from pipeline.store.current import current_answers, current_articles, current_quantities
from pipeline.store.operations import CORRECTIONS
from pipeline.store.ordering import by_bytes
from pipeline.store.tables import (
    ARTICLES,
    CONTACTS,
    EVIDENCE,
    ITEMS,
    ORGANISATIONS,
    POINTERS,
    RELATED_LINKS,
    RESPONDENTS,
    THEMES,
    UNMATCHED_QUESTIONS,
    WARNINGS,
)
from pipeline.store.views import latest_status

PRINTED: Final[Mapping[str, frozenset[str]]] = {
    "answers": frozenset({"text"}),
    "unmatched_questions": frozenset({"text"}),
}
"""The columns that hold an article's text beyond its quotes; an export of quotes only lacks them."""
PERSONAL: Final = frozenset({"contacts"})
"""The tables that an export without contacts lacks."""

_ABOUT: Final = ("article_id", "url", "municipality_code", "municipality_name", "period_start")
_VALUES: Final[Mapping[str, Table]] = {
    "items": ITEMS,
    "themes": THEMES,
    "pointers": POINTERS,
    "organisations": ORGANISATIONS,
    "respondents": RESPONDENTS,
    "contacts": CONTACTS,
    "unmatched_questions": UNMATCHED_QUESTIONS,
    "related_links": RELATED_LINKS,
    "warnings": WARNINGS,
}


def tables() -> dict[str, Select[Any]]:
    """Each table's query by its name; all but `articles` and `corrections` speak of articles that are not gone."""
    status = latest_status().subquery("status")
    return {
        "latest_status": select(status).order_by(
            *by_bytes(status.c.municipality_code, status.c.period_start, status.c.url)
        ),
        "articles": select(ARTICLES).order_by(*by_bytes(ARTICLES.c.article_id)),
        "answers": _quoted(current_answers(), "answers"),
        "quantities": _quoted(current_quantities(), "quantities"),
        **{name: _listed(table) for name, table in _VALUES.items()},
        "evidence": _evidence(),
        "corrections": select(CORRECTIONS).order_by(*by_bytes(CORRECTIONS.c.article_id, CORRECTIONS.c.field)),
    }


def _quoted(query: Select[Any], name: str) -> Select[Any]:
    """The rows with the first quote of each, and where it stands."""
    rows = query.subquery(name)
    first = and_(EVIDENCE.c.version_id == rows.c.version_id, EVIDENCE.c.path == rows.c.path, EVIDENCE.c.position == 0)
    spans = EVIDENCE.c["start_offset", "end_offset", "quote"]
    return select(rows, *spans).outerjoin(EVIDENCE, first).order_by(*by_bytes(rows.c.article_id, rows.c.path))


def _listed(table: Table) -> Select[Any]:
    current = current_articles()
    own = [column for column in table.c if column.name != "version_id"]
    query = select(*current.c[*_ABOUT], *[column.label(_distinct(column.name)) for column in own])
    return query.join(table, table.c.version_id == current.c.version_id).order_by(
        *by_bytes(current.c.article_id, table.c.path)
    )


def _distinct(name: str) -> str:
    """A related link has a url, a municipality and a period of its own."""
    return f"own_{name}" if name in _ABOUT else name


def _evidence() -> Select[Any]:
    current = current_articles()
    own = [column for column in EVIDENCE.c if column.name != "version_id"]
    query = select(current.c.article_id, current.c.url, *own)
    query = query.join(EVIDENCE, EVIDENCE.c.version_id == current.c.version_id)
    return query.order_by(*by_bytes(current.c.article_id, EVIDENCE.c.path, EVIDENCE.c.position))

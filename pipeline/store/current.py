"""What holds now: the newest version of every article that is not gone, corrections by people included."""

from collections.abc import Mapping
from functools import reduce
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, func, literal, null, select
from sqlalchemy.sql.selectable import FromClause, Subquery

from pipeline.store.operations import CORRECTIONS
from pipeline.store.tables import ANSWERS, ARTICLES, QUANTITIES, VERSIONS

COUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "social_enterprises": ("count", "jobs"),
    "registered_enterprises": ("count", "jobs"),
    "workforce": ("ordinary", "flex_and_sheltered", "placements", "volunteers"),
}
PLAIN: Final = ("status", "stance", "kind", "sentiment")
ABOUT: Final = (
    "article_id",
    "version_id",
    "url",
    "title",
    "municipality_code",
    "municipality_name",
    "region",
    "period_start",
    "period_end",
    "period_text",
    "published_on",
)

Column = ColumnElement[Any]


def current_articles() -> Subquery:
    """The newest version of each article that is not gone, one row an article."""
    return (
        select(
            VERSIONS.c.article_id,
            VERSIONS.c.version_id,
            VERSIONS.c.url,
            VERSIONS.c.title,
            VERSIONS.c.municipality_code,
            VERSIONS.c.municipality_name,
            VERSIONS.c.municipality_region.label("region"),
            VERSIONS.c.period_start,
            VERSIONS.c.period_end,
            VERSIONS.c.period_text,
            VERSIONS.c.published_on,
        )
        .join(ARTICLES, and_(ARTICLES.c.article_id == VERSIONS.c.article_id, ARTICLES.c.state == "live"))
        .where(VERSIONS.c.number == ARTICLES.c.latest_version)
        .subquery("current")
    )


def current_answers() -> Select[Any]:
    """One row an answer of each live article; `corrected` names the values that a person gave."""
    current = current_articles()
    source: FromClause = current.join(ANSWERS, ANSWERS.c.version_id == current.c.version_id)
    columns: list[Column] = [*current.c[*ABOUT], ANSWERS.c.question_key, ANSWERS.c.path]
    people: list[Column] = []
    for name in (*PLAIN, "since", "under_revision"):
        said = CORRECTIONS.alias(f"said_{name}")
        field = ANSWERS.c.path + literal("." + name)
        source = source.outerjoin(said, and_(said.c.article_id == current.c.article_id, said.c.field == field))
        machine = _number(ANSWERS.c[name]) if name == "under_revision" else ANSWERS.c[name]
        columns += [case((said.c.field.is_not(None), _typed(name, said.c.value)), else_=machine).label(name)]
        people += [case((said.c.field.is_not(None), literal(name + " ")), else_=literal(""))]
    by_people = func.trim(reduce(lambda left, right: left + right, people))
    return select(*columns, func.nullif(by_people, "").label("corrected"), *ANSWERS.c["question", "text"]).select_from(
        source
    )


def _typed(name: str, value: Column) -> Column:
    """A correction as the column's type; a truth is 1 or 0, since not every database adds up booleans."""
    if name == "since":
        return cast(value, Integer)
    if name == "under_revision":
        return case((value == "true", 1), (value == "false", 0))
    return value


def _number(truth: Column) -> Column:
    return case((truth, 1), (truth.is_(False), 0))


def current_quantities() -> Select[Any]:
    """One row a count that the machine read or a person gave; the machine's own bounds stay beside it."""
    current = current_articles()
    names = [(key, name) for key, counts in COUNTS.items() for name in counts]
    rows = [
        select(
            literal(key).label("question_key"), literal(name).label("name"), literal(path_of(key, name)).label("path")
        )
        for key, name in names
    ]
    asked = rows[0].union_all(*rows[1:]).subquery("asked")
    source = (
        current.join(asked, literal(value=True))
        .outerjoin(QUANTITIES, and_(QUANTITIES.c.version_id == current.c.version_id, QUANTITIES.c.path == asked.c.path))
        .outerjoin(
            CORRECTIONS, and_(CORRECTIONS.c.article_id == current.c.article_id, CORRECTIONS.c.field == asked.c.path)
        )
    )
    spoken = CORRECTIONS.c.field.is_not(None)
    bounds = [case((spoken, CORRECTIONS.c[name]), else_=QUANTITIES.c[name]).label(name) for name in ("min", "max")]
    return (
        select(
            *current.c[*ABOUT],
            *asked.c,
            *bounds,
            case((spoken, null()), else_=_number(QUANTITIES.c.approximate)).label("approximate"),
            QUANTITIES.c.unit,
            case((spoken, literal("person")), else_=literal("machine")).label("read_by"),
            QUANTITIES.c.min.label("machine_min"),
            QUANTITIES.c.max.label("machine_max"),
        )
        .select_from(source)
        .where(QUANTITIES.c.path.is_not(None) | CORRECTIONS.c.value.is_not(None))
    )


def path_of(key: str, name: str) -> str:
    """Where a quantity stands in the record."""
    return f"answers.{key}.quantities.{name}"

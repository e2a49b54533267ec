"""The views a person begins with: what holds now, corrections by people included.

They are made anew whenever tables migrate or a view is missing, so they need no numbered script of their own.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    extract,
    func,
    inspect,
    literal,
    select,
)
from sqlalchemy.sql.selectable import Subquery

from pipeline.store.current import ABOUT, COUNTS, PLAIN, current_answers, current_articles, current_quantities, path_of
from pipeline.store.operations import CHANGED_VALUES, CHANGES
from pipeline.store.tables import ANSWERS, THEMES
from schemas.answers import Status, ThemeName
from schemas.social_economy import KEYS

STANCES: Final = ("strategy", "strategy_use", "rsv_only_policy", "advisory", "procurement")

Column = ColumnElement[Any]


def make_views(connection: Connection) -> None:
    """Make every view anew."""
    drop_views(connection)
    for name, query in view_queries(connection.dialect).items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")
        if connection.dialect.supports_comments:
            connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{COMMENTS[name]}'")


def drop_views(connection: Connection) -> None:
    """Drop every view; tables cannot be changed below them."""
    for name in reversed(list(COMMENTS)):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def has_views(connection: Connection) -> bool:
    """Whether every view is there."""
    return set(COMMENTS) <= set(inspect(connection).get_view_names())


COMMENTS: Final[Mapping[str, str]] = {
    "current_answers": "The answers of every article that is not gone, in its newest version; corrections win.",
    "current_quantities": "The counts of every article that is not gone, in its newest version; corrections win.",
    "latest_status": "One row a municipality and period, one column a value: the newest article that is not gone.",
    "timeline": "Each answer beside the one that the municipality gave the time before.",
    "coverage": "How often each question was answered, and how not, by year of the period.",
    "value_changes": "What changed in a value between two versions of an article, and why.",
}
"""What each view holds; views may use those before them."""


def view_queries(dialect: Dialect) -> dict[str, str]:
    """The query of each view as SQL of a database."""
    queries = {
        "current_answers": current_answers(),
        "current_quantities": current_quantities(),
        "latest_status": latest_status(),
        "timeline": _timeline(),
        "coverage": _coverage(),
        "value_changes": _value_changes(),
    }
    return {
        name: str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        for name, query in queries.items()
    }


def latest_status() -> Select[Any]:
    """One row a municipality and period, from the newest of its articles that is not gone."""
    answers, counts, goals = _wide_answers(), _wide_counts(), _wide_themes()
    newest = _newest()
    return (
        select(
            *newest.c[*ABOUT],
            *_values(answers),
            *_values(counts),
            *[func.coalesce(column, 0).label(column.name) for column in _values(goals)],
        )
        .join(answers, answers.c.version_id == newest.c.version_id)
        .outerjoin(counts, counts.c.version_id == newest.c.version_id)
        .outerjoin(goals, goals.c.version_id == newest.c.version_id)
        .where(newest.c.rank == 1)
    )


def _newest() -> Subquery:
    """The articles, those of one municipality and period ranked from the last published."""
    current = current_articles()
    rank = func.row_number().over(
        partition_by=(
            func.coalesce(current.c.municipality_code, current.c.article_id),
            current.c.period_start,
            current.c.period_end,
        ),
        order_by=(current.c.published_on.is_(None), current.c.published_on.desc(), current.c.article_id),
    )
    return select(*current.c, rank.label("rank")).subquery("newest")


def _wide_answers() -> Subquery:
    answers = current_answers().subquery("answers")
    return _wide(answers, [_answer_column(answers, key, name) for key in KEYS for name in _columns_of(key)])


def _wide_counts() -> Subquery:
    counts = current_quantities().subquery("quantities")
    columns = [
        func.max(case((counts.c.path == path_of(key, name), counts.c[bound]))).label(f"{key}_{name}_{bound}")
        for key, names in COUNTS.items()
        for name in names
        for bound in ("min", "max")
    ]
    return _wide(counts, columns)


def _wide_themes() -> Subquery:
    themed = select(ANSWERS.c.version_id, THEMES.c.name).join(
        THEMES, and_(THEMES.c.version_id == ANSWERS.c.version_id, ANSWERS.c.question_key == "goals")
    )
    themes = themed.subquery("themed")
    return _wide(themes, [_has_theme(themes, name) for name in get_args(ThemeName)])


def _columns_of(key: str) -> tuple[str, ...]:
    if key == "strategy":
        return ("status", "stance", "kind", "since", "under_revision")
    if key == "rsv_experience":
        return ("status", "sentiment")
    return ("status", "stance") if key in STANCES else ("status",)


def _answer_column(answers: Subquery, key: str, name: str) -> Column:
    return func.max(case((answers.c.question_key == key, answers.c[name]))).label(f"{key}_{name}")


def _has_theme(themes: Subquery, name: str) -> Column:
    return func.max(case((themes.c.name == name, 1), else_=0)).label(f"goals_{name}")


def _wide(rows: Subquery, columns: Sequence[Column]) -> Subquery:
    name = f"wide_{rows.name}"
    return select(rows.c.version_id, *columns).group_by(rows.c.version_id).subquery(name)


def _values(rows: Subquery) -> list[Column]:
    return [column for column in rows.c if column.name != "version_id"]


def _timeline() -> Select[Any]:
    answers, quantities = current_answers().subquery("answers"), current_quantities().subquery("quantities")
    who = (answers.c.municipality_code, answers.c.question_key)
    order = (answers.c.period_start, answers.c.published_on, answers.c.article_id)
    then = [
        func.lag(answers.c[name]).over(partition_by=who, order_by=order).label(f"previous_{name}")
        for name in ("period_text", "status", "stance")
    ]
    counts = _wide_by_question(quantities)
    return (
        select(
            answers.c.municipality_code,
            answers.c.municipality_name,
            answers.c.region,
            answers.c.period_start,
            answers.c.period_text,
            answers.c.question_key,
            *answers.c[*PLAIN, "since"],
            *[counts.c[name] for name in ("count_min", "count_max", "jobs_min", "jobs_max")],
            *then,
            answers.c.article_id,
            answers.c.version_id,
            answers.c.path,
        )
        .outerjoin(
            counts, and_(counts.c.version_id == answers.c.version_id, counts.c.question_key == answers.c.question_key)
        )
        .where(answers.c.municipality_code.is_not(None))
    )


def _wide_by_question(quantities: Subquery) -> Subquery:
    columns = [
        func.max(case((quantities.c.name == name, quantities.c[bound]))).label(f"{name}_{bound}")
        for name in ("count", "jobs")
        for bound in ("min", "max")
    ]
    keys = (quantities.c.version_id, quantities.c.question_key)
    return select(*keys, *columns).group_by(*keys).subquery("counts")


def _coverage() -> Select[Any]:
    answers = current_answers().subquery("answers")
    year = cast(extract("year", answers.c.period_start), Integer)
    return select(
        answers.c.question_key,
        year.label("year"),
        func.count().label("articles"),
        *[func.sum(case((answers.c.status == status, 1), else_=0)).label(status) for status in get_args(Status)],
    ).group_by(answers.c.question_key, year)


def _value_changes() -> Select[Any]:
    return (
        select(
            *CHANGES.c["change_id", "op", "cause", "happened_at", "article_id", "version_id", "url"],
            *CHANGED_VALUES.c["path", "before", "after"],
        )
        .join(CHANGED_VALUES, CHANGED_VALUES.c.change_id == CHANGES.c.change_id)
        .where(CHANGED_VALUES.c.kind == cast(literal("value"), Text))
    )

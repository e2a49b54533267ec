"""The tables told to people: as SQL, and as a data dictionary in Markdown made from the comments and docstrings."""

from collections.abc import Iterator
from typing import Any, Final, get_args

from pydantic import BaseModel
from sqlalchemy import Column, Table, create_mock_engine
from sqlalchemy.schema import DDLElement

from pipeline.store.operations import CHANGES
from pipeline.store.views import COMMENTS, view_queries
from schemas.record import StatusRecord

_TABLES: Final = CHANGES.metadata.sorted_tables


def ddl() -> str:
    """The tables with their comments, and the views, as PostgreSQL takes them; SQLite has the same without comments."""
    statements: list[str] = []

    def keep(element: DDLElement, *_arguments: Any, **_options: Any) -> None:  # noqa: ANN401 -- as SQLAlchemy calls it
        statements.append(str(element.compile(dialect=engine.dialect)).strip())

    engine = create_mock_engine("postgresql+psycopg://", keep)
    CHANGES.metadata.create_all(engine, checkfirst=False)
    statements += [f"CREATE VIEW {name} AS\n{query}" for name, query in view_queries(engine.dialect).items()]
    return "".join(f"{statement};\n\n" for statement in statements)


def data_dictionary() -> str:
    """What every view, table and column holds, and every field of a record."""
    parts = ["# Data dictionary\n", "## Views: where to begin\n"]
    parts += [f"- `{name}`: {words}" for name, words in COMMENTS.items()]
    parts.append("\nA version's rows are joined by `version_id`; a value and its quotes by `version_id` and `path`.\n")
    for table in _TABLES:
        parts += [f"## Table `{table.name}`\n", f"{table.comment}\n", *_columns(table), ""]
    parts += ["## The record as JSON\n", "| field | type | holds |", "|---|---|---|"]
    parts += [f"| `{path}` | {kind} | {words} |" for path, kind, words in _fields(StatusRecord)]
    return "\n".join(parts) + "\n"


def _columns(table: Table) -> list[str]:
    rows = [f"| `{column.name}` | {_column_kind(column)} | {column.comment} |" for column in table.columns]
    return ["| column | type | holds |", "|---|---|---|", *rows]


def _column_kind(column: Column[Any]) -> str:
    return str(column.type).lower() + ("" if column.nullable else ", never null")


def _fields(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, str, str]]:
    for name, field in model.model_fields.items():
        here = f"{path}.{name}".lstrip(".")
        yield here, _kind(field.annotation), field.description or ""
        if name != "evidence":
            for part in _models_in(field.annotation):
                yield from _fields(part, here)


def _kind(annotation: Any) -> str:  # noqa: ANN401 -- an annotation is any object
    if isinstance(annotation, type):
        return annotation.__name__
    words = str(annotation).replace("typing.", "")
    return " or ".join(str(part) for part in get_args(annotation)) if words.startswith("Literal") else _short(words)


def _short(words: str) -> str:
    for module in ("schemas.answers.", "schemas.evidence.", "schemas.record.", "datetime."):
        words = words.replace(module, "")
    return words.replace("|", "or")


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)

"""An order that is the same in every database: by bytes, nothing first, whatever language it was made for."""

from typing import Any

from sqlalchemy import ColumnElement, Text, UnaryExpression
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class _ByBytes(UnaryExpression[str]):
    """A text in the order of its bytes, nothing first, whatever the language of the database."""

    inherit_cache = True


@compiles(_ByBytes)
def _plain(element: _ByBytes, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 -- as SQLAlchemy calls it
    return compiler.process(element.element, **options) + " NULLS FIRST"


@compiles(_ByBytes, "postgresql")
def _collated(element: _ByBytes, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 -- as above
    return compiler.process(element.element, **options) + ' COLLATE "C" NULLS FIRST'


def by_bytes(*columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """What rows are ordered by: equal stores give equal files."""
    return [_ByBytes(column) if isinstance(column.type, Text) else column.nulls_first() for column in columns]

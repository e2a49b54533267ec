"""What the tables are made of: kinds of columns, each with its comment, since the comments are the data dictionary."""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, Integer, MetaData, Table, Text, TypeDecorator
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


def must(name: str, kind: type[TypeEngine[Any]], comment: str) -> Column[Any]:
    """A column that always holds a value."""
    return Column(name, kind, nullable=False, comment=comment)


def may(name: str, kind: type[TypeEngine[Any]], comment: str) -> Column[Any]:
    """A column that may be null."""
    return Column(name, kind, nullable=True, comment=comment)


def key(name: str, kind: type[TypeEngine[Any]], comment: str) -> Column[Any]:
    """A column of the primary key."""
    return Column(name, kind, primary_key=True, comment=comment)


def value_table(name: str, comment: str, *columns: Column[Any]) -> Table:
    """A table whose rows belong to one version of an article."""
    version = Column(
        "version_id",
        Text,
        ForeignKey("versions.version_id", ondelete="CASCADE"),
        primary_key=True,
        comment="The version of an article that states it.",
    )
    return Table(name, METADATA, version, *columns, comment=comment)


def path() -> Column[Any]:
    """Where a value stands."""
    return key("path", Text, "Where it stands in the record, dotted; joins to evidence.path.")


def question_key() -> Column[Any]:
    """The question that a value answers."""
    return must("question_key", Text, "Key of the question, such as strategy or social_enterprises.")


def position() -> Column[Any]:
    """The place of a value among its like."""
    return must("position", Integer, "Its place among its like in the record, from 0.")

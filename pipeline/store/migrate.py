"""Brings a database to today's tables: numbered scripts, each in one transaction with the row that records it."""

from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import Engine, inspect, text
from sqlalchemy.schema import SetColumnComment, SetTableComment

from pipeline.errors import UsageError
from pipeline.store.engine import reading, writer, writing
from pipeline.store.operations import CHANGES
from pipeline.store.views import drop_views, has_views, make_views

SCRIPTS: Final = Path(__file__).parent / "migrations"

_ONE_AT_A_TIME: Final = Lock()
"""Alembic keeps what it is doing in module globals: two threads would undo each other."""


def migrate(engine: Engine, *, versions: Path = SCRIPTS / "versions") -> None:
    """Run the migrations that the database lacks; none when it is current. `versions` holds the numbered scripts.

    A script that fails leaves no trace, those before it stay, and the next call begins with it again.

    Raises UsageError when the database was made by a newer version, or holds tables of another program by the same
    names; StoreUnavailable and DiskFull as `writing` does.
    """
    newest = max(path.name.split("_")[0] for path in versions.glob("[0-9]*_*.py"))
    present = revision(engine)
    if present == newest and _complete(engine):
        return
    if present is not None and present > newest:
        message = f"the store was made by a newer version (its tables are at {present}, this one knows {newest})"
        raise UsageError(message)
    if present is None:
        _refuse_foreign(engine)
    with writing(engine) as connection:
        drop_views(connection)
    _upgrade(engine, versions)
    _comment(engine)
    with writing(engine) as connection:
        make_views(connection)


def _refuse_foreign(engine: Engine) -> None:
    with reading(engine) as connection:
        taken = sorted(CHANGES.metadata.tables.keys() & set(inspect(connection).get_table_names()))
    if taken:
        message = f"another program's table {taken[0]} is in this database; give the store one of its own"
        raise UsageError(message, source=engine.url.render_as_string(hide_password=True))


def _complete(engine: Engine) -> bool:
    with reading(engine) as connection:
        return has_views(connection)


def revision(engine: Engine) -> str | None:
    """Tell the number of the last migration that the database has seen; None for an empty one."""
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine, versions: Path) -> None:
    # Alembic takes a second to import, and a current database does not need it.
    from alembic import command  # noqa: PLC0415 -- see above
    from alembic.config import Config  # noqa: PLC0415 -- see above

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("version_locations", str(versions))
    config.set_main_option("path_separator", "newline")
    with _ONE_AT_A_TIME, writer(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _comment(engine: Engine) -> None:
    """Write the comments of `tables.py` into a database that keeps comments; SQLite does not."""
    if not engine.dialect.supports_comments:
        return
    with writing(engine) as connection:
        for table in CHANGES.metadata.sorted_tables:
            connection.execute(SetTableComment(table))
            for column in table.columns:
                connection.execute(SetColumnComment(column))

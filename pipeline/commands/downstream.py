"""Commands for those who use the data elsewhere: export, feed, changes, schema."""
# ruff: noqa: PLC0415 -- `--help` must not pay for SQLAlchemy

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pipeline.commands.common import declared, opened
from pipeline.errors import IntegrityViolation

if TYPE_CHECKING:
    from sqlalchemy import Connection

Store = Annotated[str | None, typer.Option(help="The store, as an SQLAlchemy URL.")]
WholeText = Annotated[
    bool, typer.Option("--whole-text/--quotes-only", help="Give away the articles' text too; it is the publisher's.")
]
RedactContacts = Annotated[
    bool, typer.Option("--redact-contacts", help="Leave out contacts and mask them in the text.")
]


class ExportFormat(StrEnum):
    """What an export is written as."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    SQLITE = "sqlite"


class SchemaFormat(StrEnum):
    """How the schema is told."""

    JSON = "json"
    SQL = "sql"
    MARKDOWN = "markdown"
    DATASETTE = "datasette"


_SEMICOLON: Final = ";"


def export(  # noqa: PLR0913 -- each parameter is an option of the command
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="A folder: new, empty, or of an earlier export.")],
    *,
    format_: Annotated[ExportFormat, typer.Option("--format", help="What to write.")] = ExportFormat.CSV,
    since: Annotated[int, typer.Option(min=0, help="Only articles changed after this cursor of the change feed.")] = 0,
    whole_text: WholeText = False,
    redact_contacts: RedactContacts = False,
    semicolon: Annotated[bool, typer.Option("--semicolon", help="CSV as Danish Excel wants it.")] = False,
    store: Store = None,
) -> None:
    """Write the store as files with a manifest; the same store gives the same bytes."""
    with declared():
        from pipeline.assemble import code_version
        from pipeline.export import Options
        from pipeline.export import export as write
        from pipeline.store.engine import reading

        options = Options(
            whole_text=whole_text,
            contacts=not redact_contacts,
            since=since,
            delimiter=_SEMICOLON if semicolon else ",",
        )
        with opened(store) as engine, reading(engine) as connection:
            _refuse_beyond(since, connection)
            summary = write(connection, dest, format_, options, code_version=code_version())
        for name, rows in summary.rows.items():
            typer.echo(f"{rows:>8}  {dest / name}", err=True)
        typer.echo(f"cursor {summary.cursor}", err=True)


def _refuse_beyond(cursor: int, connection: "Connection") -> None:
    """Raise IntegrityViolation for a cursor that the store never gave: its reader would wait for ever, unawares."""
    from pipeline.store.follow import cursor_of

    newest = cursor_of(connection)
    if cursor > newest:
        message = (
            f"cursor {cursor} lies beyond the newest, {newest}: another store, or a restored one; begin again with 0"
        )
        raise IntegrityViolation(message)


def feed(
    target: Annotated[str, typer.Argument(metavar="TARGET", help="The other database, as an SQLAlchemy URL.")],
    *,
    whole_text: WholeText = False,
    redact_contacts: RedactContacts = False,
    store: Store = None,
) -> None:
    """Bring another database to where the store is, with tables of its own; go on from there next time."""
    with declared():
        from pipeline.export import Options
        from pipeline.export import feed as bring
        from pipeline.store import engine_for
        from pipeline.store.engine import reading

        options = Options(whole_text=whole_text, contacts=not redact_contacts)
        there = engine_for(target)
        try:
            with opened(store) as engine, reading(engine) as connection:
                events = bring(connection, there, options)
        finally:
            there.dispose()
        typer.echo(f"{events} event{'' if events == 1 else 's'} applied", err=True)


def changes(
    *,
    since: Annotated[int, typer.Option(min=0, help="The last cursor that was read; 0 begins at the beginning.")] = 0,
    whole_text: WholeText = False,
    redact_contacts: RedactContacts = False,
    store: Store = None,
) -> None:
    """Print what happened to the articles since a cursor, one JSON object a line, in order."""
    with declared():
        from pipeline.export import Options
        from pipeline.store import changes_since
        from pipeline.store.engine import reading

        options = Options(whole_text=whole_text, contacts=not redact_contacts)
        with opened(store) as engine, reading(engine) as connection:
            _refuse_beyond(since, connection)
            for event in changes_since(connection, since, options.fit):
                sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")


def schema(
    *,
    format_: Annotated[SchemaFormat, typer.Option("--format", help="How to tell it.")] = SchemaFormat.JSON,
) -> None:
    """Print the JSON Schema of a record, the tables as SQL, a data dictionary, or what Datasette is to show."""
    with declared():
        sys.stdout.write(_told(format_))


def _told(format_: SchemaFormat) -> str:
    if format_ is SchemaFormat.JSON:
        from pipeline.schema_export import json_schema
        from schemas.record import StatusRecord

        return json_schema(StatusRecord)
    if format_ is SchemaFormat.DATASETTE:
        from pipeline.store.datasette import metadata

        return metadata("kommunestatus")
    from pipeline.store.dictionary import data_dictionary, ddl

    return ddl() if format_ is SchemaFormat.SQL else data_dictionary()


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (export, feed, changes, schema):
        app.command()(command)

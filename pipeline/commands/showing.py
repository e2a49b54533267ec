"""The command for people who would rather look."""
# ruff: noqa: PLC0415 -- `--help` must not pay for SQLAlchemy and Jinja

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.common import declared, opened
from pipeline.commands.downstream import RedactContacts, Store
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.report.quality import Score


class Language(StrEnum):
    """The language of a report's own words."""

    DA = "da"
    EN = "en"


def report(  # noqa: PLR0913 -- each parameter is an option of the command
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder: new, empty, or of an earlier report.")],
    *,
    lang: Annotated[
        Language, typer.Option("--lang", help="The report's own words; articles stay Danish.")
    ] = Language.DA,
    quotes_only: Annotated[
        bool, typer.Option("--quotes-only", help="For publishing: of an article's text only the quotes.")
    ] = False,
    redact_contacts: RedactContacts = False,
    figures: Annotated[
        Path | None, typer.Option(help="What `evaluate GOLD --format json` printed, for the page on quality.")
    ] = None,
    store: Store = None,
) -> None:
    """Make a web report from the store: static files that open from disk; begin with index.html."""
    with declared():
        from pipeline.present.progress import counting
        from pipeline.report.build import Options, build
        from pipeline.store.engine import reading

        options = Options(
            lang=lang.value, quotes_only=quotes_only, redact_contacts=redact_contacts, scores=_scores(figures)
        )
        with opened(store) as engine, reading(engine) as connection, counting(sys.stderr, "articles") as progress:
            made = build(connection, folder, options, progress)
        told = f"{made.written} written, {made.unchanged} unchanged, {made.removed} removed"
        typer.echo(f"{folder / 'index.html'} ({told})", err=True)


def _scores(figures: Path | None) -> "tuple[Score, ...]":
    """The figures of an evaluation, by group; raises UsageError for a file that holds none."""
    from pipeline.report.quality import Score

    if figures is None:
        return ()
    try:
        groups = json.loads(figures.read_text(encoding="utf-8"))["groups"]
        return tuple(Score(name, group["precision"], group["recall"]) for name, group in groups.items())
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = "no figures of an evaluation"
        raise UsageError(message, source=str(figures)) from error


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(report)

"""The command line: arguments in, printing out. What costs time to import is imported by the command that needs it."""
# ruff: noqa: PLC0415 -- `--help` must not pay for spaCy, pydantic and rich

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pipeline.commands import downstream, operating, people, scaling, showing
from pipeline.commands.common import EVERYWHERE, declared, report, settings_of, store_of
from pipeline.commands.process import interruptible, prepare_streams
from pipeline.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from pipeline.extraction import Extraction
    from schemas.record import StatusRecord

# What Typer makes of an interruption that strikes before a command has begun.
_ABORTED: Final = 130

app = typer.Typer(
    help="Turns published Danish status articles into data that a database can trust.",
    add_completion=False,
    rich_markup_mode=None,  # plain help: rich doubles what it costs
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


class RecordFormat(StrEnum):
    """How records are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


class FigureFormat(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSON = "json"


@app.command()
def extract(  # noqa: PLR0913 -- each parameter is an option of the command
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, http(s) URLs, or -")],
    *,
    url: Annotated[str | None, typer.Option(help="The page's address, where the page does not tell it.")] = None,
    format_: Annotated[
        RecordFormat | None,
        typer.Option("--format", help="Default: table on a terminal, else json: an object, an array for several."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write one NAME.json a page into this folder.")] = None,
    save: Annotated[bool, typer.Option("--save", help="Save the records in the store.")] = False,
    store: Annotated[str | None, typer.Option(help="The store, as an SQLAlchemy URL.")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from private addresses too.")] = False,
) -> None:
    """Read pages and show a record for each.

    Pages that are no status articles are listed on standard error. Exit code 0 if any record came out, 4 if none.
    """
    with declared():
        from pipeline.extraction import Extraction, Reader
        from pipeline.run import extract_page

        settings = settings_of(allow_private=EVERYWHERE if allow_private else None)
        _refuse_odd(sources, url)
        extraction = Extraction.of(sources, url)
        reader = Reader(settings, extract_page, lambda: datetime.now(UTC), sys.stdin.buffer, report)
        results = extraction.results(reader)
        if save:
            results = extraction.save(results, store_of(store))
        if out:
            results = extraction.write(results, out)
        records = (result.record for result in results)
        if out and not format_:
            made = sum(1 for _ in records)
            typer.echo(f"{made} record{'' if made == 1 else 's'} written to {out}", err=True)
        else:
            _print_records(records, format_ or _usual_format(), single=extraction.single)
        _sum_up(extraction)
    raise typer.Exit(extraction.exit_code)


def _refuse_odd(sources: Sequence[str], url: str | None) -> None:
    """Raise UsageError for a source without a name, which would mean this folder, and for a --url that is none."""
    if "" in sources:
        message = "a source without a name"
        raise UsageError(message)
    if url is not None and not url.startswith(("http://", "https://")):
        message = "--url is the web address of the page"
        raise UsageError(message, source=url)


def _usual_format() -> RecordFormat:
    return RecordFormat.TABLE if sys.stdout.isatty() else RecordFormat.JSON


def _print_records(records: Iterable["StatusRecord"], format_: RecordFormat, *, single: bool) -> None:
    from pipeline.present import printing

    if format_ is RecordFormat.TABLE:
        printing.print_tables(records, sys.stdout)
    elif format_ is RecordFormat.JSONL:
        printing.print_lines(records, sys.stdout)
    elif single:
        printing.print_object(records, sys.stdout)
    else:
        printing.print_array(records, sys.stdout)


def _sum_up(extraction: "Extraction") -> None:
    if extraction.saved:
        typer.echo("saved: " + ", ".join(f"{n} {what}" for what, n in sorted(extraction.saved.items())), err=True)
    if not extraction.made and not extraction.failures:
        typer.echo("kommunestatus: no page (*.html, *.htm) in the folder", err=True)


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="A folder of NAME.gold.json with NAME.html, or a bank of answers: *.jsonl")
    ],
    *,
    format_: Annotated[FigureFormat, typer.Option("--format", help="How to print the figures.")] = FigureFormat.TABLE,
    details: Annotated[bool, typer.Option("--details", help="List each missed and wrong value.")] = False,
) -> None:
    """Measure what is read against what people read: precision, recall and F1."""
    with declared():
        from pipeline import run
        from pipeline.evaluate.bank import BankScores, evaluate_bank
        from pipeline.evaluate.gold import evaluate_folder
        from pipeline.present.printing import print_json, print_table
        from pipeline.present.scores import bank_table, gold_table

        folder = gold.is_dir()
        scores = evaluate_folder(gold, run.extract_page) if folder else evaluate_bank(gold, run.read_answer)
        if format_ is FigureFormat.JSON:
            print_json(scores.figures(details=details), sys.stdout)
        elif isinstance(scores, BankScores):
            print_table(bank_table(scores, details=details), sys.stdout)
        else:
            print_table(gold_table(scores, details=details), sys.stdout)


downstream.register(app)
people.register(app)
operating.register(app)
showing.register(app)
scaling.register(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code of reliability's list, and lets a bug's traceback through."""
    prepare_streams()
    try:
        with interruptible():
            app(arguments, prog_name="kommunestatus")
    except KeyboardInterrupt:
        return ExitCode.STOPPED
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else ExitCode.DONE
        return ExitCode.STOPPED if code == _ABORTED else code
    return ExitCode.DONE


if __name__ == "__main__":
    sys.exit(main())

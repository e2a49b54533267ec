"""The command for more pages than one process reads: shards to a dataset, on all cores or on a cluster."""
# ruff: noqa: PLC0415 -- `--help` must not pay for spaCy and Ray

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.common import declared, settings_of

if TYPE_CHECKING:
    from pipeline.scale import Scaled


class DatasetFormat(StrEnum):
    """What a dataset is written as."""

    PARQUET = "parquet"
    JSONL = "jsonl"


def scale(  # noqa: PLR0913 -- each parameter is an option of the command
    in_uri: Annotated[str, typer.Argument(metavar="IN", help="A folder of *.warc, *.warc.gz, *.parquet, *.txt")],
    out_uri: Annotated[str, typer.Argument(metavar="OUT", help="The dataset's folder: new, or of an earlier run.")],
    *,
    shards: Annotated[int, typer.Option(min=1, help="At least so many shards: Parquet files are cut by rows.")] = 1,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read shards; more than one needs Ray.")] = 1,
    format_: Annotated[DatasetFormat, typer.Option("--format", help="What to write.")] = DatasetFormat.PARQUET,
    address: Annotated[str | None, typer.Option(help="A running Ray cluster, instead of one of our own.")] = None,
) -> None:
    """Read many archived pages into one dataset with a manifest; what is done already is not done again."""
    with declared():
        from pipeline.scale import Job
        from pipeline.scale import scale as run
        from pipeline.scale.engines import ray_engine, run_here

        engine = ray_engine(workers, address) if workers > 1 or address else run_here
        scaled = run(Job(in_uri, out_uri, shards, format_.value), engine, settings_of())
        _sum_up(scaled)
    raise typer.Exit(scaled.exit_code)


def _sum_up(scaled: "Scaled") -> None:
    for uri, failure in scaled.failures.items():
        typer.echo(f"kommunestatus: {uri}: {failure.reason}: {failure.message}", err=True)
    for uri, failed in scaled.damaged.items():
        typer.echo(f"kommunestatus: {uri}: {failed} page{'' if failed == 1 else 's'} could not be read", err=True)
    states = ", ".join(f"{n} {state}" for state, n in sorted(scaled.states.items()) if n)
    typer.echo(f"{scaled.done} shards read, {scaled.skipped} done before; pages: {states or 'none'}", err=True)
    for name, rows in sorted(scaled.rows.items()):
        typer.echo(f"{rows:>8}  {name}", err=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(scale)

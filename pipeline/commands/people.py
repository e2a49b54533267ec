"""Commands for people: those who know better (correct, review) and those who want to be forgotten."""
# ruff: noqa: PLC0415 -- `--help` must not pay for SQLAlchemy

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.common import declared, opened
from pipeline.commands.downstream import Store
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from pipeline.erasure import Target


def correct(  # noqa: PLR0913 -- each parameter is an option of the command
    article: Annotated[str | None, typer.Argument(help="An address of the article, or its id.")] = None,
    field: Annotated[str | None, typer.Argument(help="The field, such as answers.strategy.stance.")] = None,
    value: Annotated[str | None, typer.Argument(help="yes, 2016, true, 12, 15-20, 20+, <40; - for no value.")] = None,
    *,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    file: Annotated[Path | None, typer.Option(help="corrections.csv, or review.csv filled in.")] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the correction of the field back.")] = False,
    gold: Annotated[
        Path | None, typer.Option(help="Write the corrected articles into this folder, for evaluate.")
    ] = None,
    archive: Annotated[Path | None, typer.Option("--archive", help="The folder of the archive, for --gold.")] = None,
    store: Store = None,
) -> None:
    """Say what holds where the machine reads wrong: it wins in every output and survives every new reading."""
    with declared():
        from pipeline.assemble import code_version
        from pipeline.store import corrections as given
        from pipeline.store.engine import writing
        from pipeline.store.people import correct_all, corrections_in

        now, version = datetime.now(UTC), code_version()
        with opened(store) as engine, writing(engine) as connection:
            if gold:
                _write_gold(connection, gold, archive)
            elif file:
                done = correct_all(connection, corrections_in(file), now, code_version=version)
                typer.echo(f"{done.new} new, {done.unchanged} unchanged", err=True)
            elif withdraw and article and field:
                found = given.withdraw(connection, article, field, now, code_version=version)
                typer.echo("withdrawn" if found else "there was no such correction", err=True)
            elif article and field and value:
                said = given.Correction(article, field, None if value == given.NO_VALUE else value, note)
                new = given.correct(connection, said, now, code_version=version)
                typer.echo("corrected" if new else "unchanged", err=True)
            else:
                message = "say ARTICLE FIELD VALUE, or ARTICLE FIELD --withdraw, or --file, or --gold"
                raise UsageError(message)


def _write_gold(connection: "Connection", folder: Path, archive: Path | None) -> None:
    from pipeline.archive import Archive
    from pipeline.commands.operating import places
    from pipeline.export.gold import write_gold

    n = write_gold(connection, folder, Archive(places(archive, None, None).archive).body)
    typer.echo(f"{n} corrected article{'' if n == 1 else 's'} in {folder}", err=True)


def review(
    dest: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write, such as review.csv.")],
    *,
    semicolon: Annotated[bool, typer.Option("--semicolon", help="As Danish Excel wants it.")] = False,
    store: Store = None,
) -> None:
    """Write the doubtful values with their quotes; fill in the column `value`, and give it to `correct --file`."""
    with declared():
        from pipeline.export.plain import write_rows
        from pipeline.store.engine import reading
        from pipeline.store.people import REVIEW_COLUMNS
        from pipeline.store.people import review as doubtful

        with opened(store) as engine, reading(engine) as connection:
            rows = write_rows(dest, REVIEW_COLUMNS, doubtful(connection), ";" if semicolon else ",")
        typer.echo(f"{rows} value{'' if rows == 1 else 's'} to review in {dest}", err=True)


def forget(  # noqa: PLR0913 -- each parameter is an option of the command
    *,
    email: Annotated[
        list[str] | None, typer.Option(help="An e-mail address of the person; may be given often.")
    ] = None,
    phone: Annotated[list[str] | None, typer.Option(help="A phone number of the person.")] = None,
    name: Annotated[list[str] | None, typer.Option(help="The person's full name.")] = None,
    made: Annotated[
        list[Path] | None, typer.Option(help="A folder of an export or report made from the store.")
    ] = None,
    archive: Annotated[Path | None, typer.Option("--archive", help="The folder of the archive.")] = None,
    store: Store = None,
) -> None:
    """Erase a person from store, archive, exports and reports, for good: a later run masks them too.

    Exit code 13 when a byte scan afterwards still finds something. What is erased is never printed.
    """
    with declared():
        from secrets import token_bytes

        from pipeline.archive import Archive
        from pipeline.assemble import code_version
        from pipeline.commands.operating import places
        from pipeline.crawl.forgetting import Erasure
        from pipeline.crawl.lock import run_lock

        targets = _targets(email or (), phone or (), name or ())
        where = places(archive, None, store)
        with run_lock(where.archive), opened(where.store) as engine:
            erasure = Erasure(
                engine, Archive(where.archive), targets, datetime.now(UTC), code_version(), token_bytes(32)
            )
            done = erasure.run(made or ())
        typer.echo(
            f"erased from {done.articles} articles ({done.versions} versions), {done.pages} archived pages, "
            f"{done.files} files"
        )


def _targets(emails: Sequence[str], phones: Sequence[str], names: Sequence[str]) -> "tuple[Target, ...]":
    from pipeline.erasure import email_target, name_target, phone_target

    targets = [*map(email_target, emails), *map(phone_target, phones), *map(name_target, names)]
    if not targets:
        message = "say --email, --phone or --name"
        raise UsageError(message)
    return tuple(targets)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (correct, review, forget):
        app.command()(command)

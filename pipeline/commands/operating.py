"""Commands for those who run it: run, replay, check, rebuild, warc, schedule."""
# ruff: noqa: PLC0415 -- `--help` must not pay for SQLAlchemy and httpx

import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.common import USUAL_CONFIG, configured, declared, opened, settings_of
from pipeline.commands.downstream import Store
from pipeline.errors import IntegrityViolation, UsageError

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.settings import Settings

ConfigFile = Annotated[Path, typer.Option("--config", help="The configuration.")]
ArchiveFolder = Annotated[Path | None, typer.Option("--archive", help="The folder of the archive.")]


class ScheduleFormat(StrEnum):
    """What is printed."""

    ALL = "all"
    SERVICE = "service"
    TIMER = "timer"
    CRON = "cron"


def run(
    *,
    config: ConfigFile = USUAL_CONFIG,
    full: Annotated[bool, typer.Option("--full", help="Fetch everything, changed or not.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="No more URLs than so many of each site.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Tell each step as a JSON object a line.")] = False,
    store: Store = None,
) -> None:
    """Do the scheduled run: discover, fetch what is new or changed, archive, extract, store, sum up."""
    with declared():
        from pipeline.assemble import code_version
        from pipeline.crawl.session import Asked, Session
        from pipeline.present.progress import telling
        from pipeline.run import extract_page

        with telling(sys.stdout, sys.stderr, as_json=json_) as notice:
            session = Session(
                _with_sites(config, store),
                Asked(full=full, limit=limit),
                extract_page,
                lambda: datetime.now(UTC),
                notice,
                code_version(),
            )
            summary = session.run()
            notice("finished", summary)
    raise typer.Exit(summary["exit_code"])


def _with_sites(path: Path, store: str | None) -> "Config":
    """The configuration of a run; raises UsageError for one without sites, which would do nothing and look healthy."""
    known = configured(path, store)
    if known is None or not known.sites:
        message = "sites: none is named, there is nothing to run"
        raise UsageError(message, source=str(path))
    return known


def replay(
    *,
    archive: ArchiveFolder = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="The configuration that names archive and store.")
    ] = None,
    history: Annotated[
        bool, typer.Option("--history", help="Read every page that ever came, not only the last.")
    ] = False,
    store: Store = None,
) -> None:
    """Read the archive again with today's code, without the network; tell which values the rules changed."""
    with declared():
        from pipeline.archive import Archive
        from pipeline.crawl.replaying import all_pages, newest_pages
        from pipeline.crawl.replaying import replay as read_again
        from pipeline.crawl.session import plan_of
        from pipeline.run import extract_page
        from pipeline.workers import Workers

        where = places(archive, config, store)
        kept = Archive(_there(where.archive))
        with opened(where.store) as engine, Workers(plan_of(where.settings, extract_page)) as workers:
            pages = all_pages(kept) if history else newest_pages(kept, engine)
            done = read_again(engine, pages, workers.results)
        saved = ", ".join(f"{n} {what}" for what, n in sorted(done.saved.items()))
        typer.echo(f"{done.pages} pages read again: {saved}")
        for reason, n in sorted(done.rejected.items()):
            typer.echo(f"{n} no record: {reason}")
        for path, n in sorted(done.changed.items()):
            typer.echo(f"{n} changed by the rules: {path}")


@dataclass(frozen=True)
class Places:
    """What a command works on."""

    archive: Path
    store: str
    settings: "Settings"


def places(archive: Path | None, config: Path | None, store: str | None) -> Places:
    """The archive and the store, from the flags, else from the configuration, else the usual ones."""
    from pipeline.config.models import FileKeys

    # Two flags say it all: then a configuration of the folder, which may be of something else, is not even read.
    known = None if config is None and archive and store else configured(config, store)
    if known is None:
        settings = settings_of(store=store)
        return Places(archive or FileKeys.model_fields["archive"].get_default(), settings.store, settings)
    return Places(archive or known.archive, known.settings.store, known.settings)


def _there(archive: Path) -> Path:
    """Let a folder pass that is there; raises UsageError for one that is not, which would look like an empty one."""
    if not archive.is_dir():
        message = "there is no archive"
        raise UsageError(message, source=str(archive))
    return archive


def check(
    *,
    archive: ArchiveFolder = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="The configuration that names archive and store.")
    ] = None,
    store: Store = None,
) -> None:
    """Check the invariants of store and archive; exit code 12 when one does not hold."""
    with declared():
        from pipeline.archive import Archive
        from pipeline.crawl.checking import check as look

        where = places(archive, config, store)
        kept = Archive(where.archive) if where.archive.is_dir() else None
        with opened(where.store) as engine:
            n = 0
            for violation in look(engine, kept):
                n += 1
                typer.echo(f"{violation.invariant}: {violation.where}: {violation.message}")
        if n:
            message = f"{n} invariant{'' if n == 1 else 's'} violated"
            raise IntegrityViolation(message)
        typer.echo("store and archive are sound" if kept else "the store is sound; there is no archive")


def rebuild(
    target: Annotated[str, typer.Argument(metavar="TARGET", help="A new, empty store, as an SQLAlchemy URL.")],
    *,
    archive: ArchiveFolder = None,
    config: Annotated[Path | None, typer.Option("--config", help="The configuration that names the archive.")] = None,
) -> None:
    """Make a store anew from the archive, every page in the order in which it came."""
    with declared():
        from pipeline.archive import Archive
        from pipeline.crawl.replaying import all_pages, refuse_used
        from pipeline.crawl.replaying import replay as read_again
        from pipeline.crawl.session import plan_of
        from pipeline.run import extract_page
        from pipeline.workers import Workers

        where = places(archive, config, None)
        kept = Archive(_there(where.archive))
        with opened(target, may_be_new=True) as engine, Workers(plan_of(where.settings, extract_page)) as workers:
            refuse_used(engine)
            done = read_again(engine, all_pages(kept), workers.results)
        saved = ", ".join(f"{n} {what}" for what, n in sorted(done.saved.items()))
        typer.echo(f"{done.pages} pages read: {saved}")


def warc(
    dest: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write, such as archive.warc.gz.")],
    *,
    archive: ArchiveFolder = None,
    config: Annotated[Path | None, typer.Option("--config", help="The configuration that names the archive.")] = None,
) -> None:
    """Write the archive as one WARC file that standard readers open; the same archive gives the same bytes."""
    with declared():
        from pipeline.archive import Archive, write_warc

        write_warc(Archive(_there(places(archive, config, None).archive)), dest)
        typer.echo(f"{dest} ({dest.stat().st_size} bytes)", err=True)


def schedule(
    *,
    config: ConfigFile = USUAL_CONFIG,
    format_: Annotated[ScheduleFormat, typer.Option("--format", help="What to print.")] = ScheduleFormat.ALL,
) -> None:
    """Print systemd units and a cron line that do the run of this installation every night."""
    with declared():
        from pipeline import schedule as texts

        program = shutil.which(sys.argv[0]) or shutil.which("kommunestatus")
        if program is None:
            message = "the program kommunestatus is not on the PATH"
            raise UsageError(message)
        configured(config, None)
        here = texts.Installation(Path(program).absolute(), config.absolute(), config.absolute().parent)
        parts = {
            ScheduleFormat.SERVICE: texts.service(here),
            ScheduleFormat.TIMER: texts.timer(),
            ScheduleFormat.CRON: texts.cron(here),
        }
        if format_ is not ScheduleFormat.ALL:
            sys.stdout.write(parts[format_])
            return
        for name, text in zip(("kommunestatus.service", "kommunestatus.timer", "crontab"), parts.values(), strict=True):
            sys.stdout.write(f"# {name}\n{text}\n")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (run, replay, check, rebuild, warc, schedule):
        app.command()(command)

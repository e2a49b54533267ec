"""What every command does alike: settings, the store, and how a failure is told and what the process ends with."""
# ruff: noqa: PLC0415 -- `--help` must not pay for pydantic and SQLAlchemy

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import typer

from pipeline.errors import DiskFull, ExitCode, KommunestatusError, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from pipeline.settings import Settings

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
EVERYWHERE: Final = ("0.0.0.0/0", "::/0")
"""All networks, private ones included."""


def settings_of(**flags: object) -> "Settings":
    """Take the settings; one that cannot be meant is an error of usage."""
    from pydantic import ValidationError

    from pipeline.settings import settings_with

    try:
        return settings_with(**flags)
    except ValidationError as error:
        first = error.errors()[0]
        message = f"setting {'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
        raise UsageError(message) from error


def report(error: KommunestatusError) -> None:
    """Say what failed in one line on standard error: where, why as a word, at which stage, and in words."""
    where = f"{error.source}: " if error.source else ""
    line = _CONTROLS.sub(" ", f"kommunestatus: {where}{error.reason} ({error.stage}): {error.message}")
    typer.secho(line, err=True, fg=typer.colors.RED)


@contextmanager
def opened(store: str | None) -> Iterator["Engine"]:
    """The store of the flag, or of the settings, with today's tables; raises UsageError, StoreUnavailable, DiskFull."""
    from pipeline.store import engine_for, migrate

    engine = engine_for(settings_of(store=store).store)
    try:
        migrate(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def declared() -> Iterator[None]:
    """End with the code of a declared error; what is not declared is a bug and keeps its traceback."""
    try:
        yield
        sys.stdout.flush()
    except KommunestatusError as error:
        report(error)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as signal:
        raise typer.Exit(ExitCode.STOPPED) from signal
    except BrokenPipeError:
        _silence()
        raise typer.Exit(ExitCode.DONE) from None
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        message = "standard output cannot be written"
        report(DiskFull(message))
        raise typer.Exit(ExitCode.DISK_FULL) from error


def _silence() -> None:
    """Let nobody write to a pipe whose reader has gone, the interpreter's last flush included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())

"""What every command does alike: settings, the store, and how a failure is told and what the process ends with."""
# ruff: noqa: PLC0415 -- `--help` must not pay for pydantic and SQLAlchemy

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from pipeline.errors import (
    DiskFull,
    ExitCode,
    FileUnusable,
    KommunestatusError,
    Stopped,
    StoreUnavailable,
    UsageError,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from pipeline.config import Config
    from pipeline.settings import Settings

USUAL_CONFIG: Final = Path("kommunestatus.toml")
"""The configuration of the folder that a command is started in: its store and archive are what the command means."""
EVERYWHERE: Final = ("0.0.0.0/0", "::/0")
"""All networks, private ones included."""
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BUGS: Final = frozenset({errno.EBADF, errno.EFAULT})
"""What a program does wrong; everything else about a named file is the system's own no."""


def settings_of(**flags: object) -> "Settings":
    """Take the settings from flags and environment; one that cannot be meant is an error of usage."""
    from pydantic import ValidationError

    from pipeline.settings import settings_with

    try:
        return _tellable(settings_with(**flags))
    except ValidationError as error:
        first = error.errors()[0]
        message = f"setting {'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
        raise UsageError(message) from error
    except ValueError as error:  # pydantic-settings' own, of what is no JSON
        message = f"the environment: {error}; a list is given as JSON"
        raise UsageError(message) from error


def configured(config: Path | None, store: str | None) -> "Config | None":
    """The configuration that a flag names, else the one of this folder, where there is one. Raises UsageError."""
    from pipeline.config import load_config

    found = config or (USUAL_CONFIG if USUAL_CONFIG.is_file() else None)
    if found is None:
        return None
    known = load_config(found, os.environ, store=store)
    _tellable(known.settings, origin=str(found))
    return known


def _tellable(settings: "Settings", *, origin: str | None = None) -> "Settings":
    """Let settings pass whose texts a request and the system can take as they are. Raises UsageError."""
    for name in ("user_agent", "store"):
        text = getattr(settings, name)
        if text != text.strip() or not text.isprintable():
            message = f"setting {name}: control characters, or white space around it"
            raise UsageError(message, source=origin)
    return settings


def store_of(store: str | None) -> str:
    """The store's URL: of the flag, else of the environment, of this folder's configuration, or the usual one."""
    if store is not None:
        return store
    known = configured(None, None)
    return (known.settings if known else settings_of()).store


def report(error: KommunestatusError) -> None:
    """Say what failed in one line on standard error: where, why as a word, at which stage, and in words."""
    where = f"{error.source}: " if error.source else ""
    line = _CONTROLS.sub(" ", f"kommunestatus: {where}{error.reason} ({error.stage}): {error.message}")
    typer.secho(line, err=True, fg=typer.colors.RED)


@contextmanager
def opened(store: str | None, *, may_be_new: bool = False) -> Iterator["Engine"]:
    """The store of the flag, or else as `store_of` says, with today's tables.

    One that is not there is an error, where it may not be new: a slip in its name must not look like an empty store.
    Raises UsageError, StoreUnavailable, DiskFull.
    """
    from pipeline.store import engine_for, migrate
    from pipeline.store.migrate import revision

    url = store_of(store)
    if not may_be_new:
        _refuse_absent(url)
    engine = engine_for(url)
    try:
        if not may_be_new and revision(engine) is None:
            raise _no_store(engine.url.render_as_string(hide_password=True))
        migrate(engine)
        yield engine
    finally:
        engine.dispose()


def _refuse_absent(url: str) -> None:
    """Raise StoreUnavailable for an SQLite file that is not there, before opening makes it."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except ArgumentError:
        return  # who opens it says what is wrong
    file = parsed.database if parsed.get_backend_name() == "sqlite" else None
    if file and not file.startswith((":", "file:")) and not Path(file).exists():
        raise _no_store(url)


def _no_store(url: str) -> StoreUnavailable:
    return StoreUnavailable("there is no store here; `run` and `extract --save` make one", source=url)


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
        report(Stopped("by a signal; what is kept is whole, start the same command again"))
        raise typer.Exit(ExitCode.STOPPED) from signal
    except BrokenPipeError:
        _silence()
        raise typer.Exit(ExitCode.DONE) from None
    except OSError as error:
        refused = _refused(error)
        if refused is None:
            raise
        report(refused)
        raise typer.Exit(refused.exit_code) from error


def _refused(error: OSError) -> KommunestatusError | None:
    """What the system's own no means, where nothing nearer to it has named it; None for a bug."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
    if error.errno in _FULL:
        return DiskFull(f"cannot be written: {error.strerror}", source=name)
    if name is None or error.errno in _BUGS:
        return None
    return FileUnusable(f"cannot be used: {error.strerror}", source=name)


def _silence() -> None:
    """Let nobody write to a pipe whose reader has gone, the interpreter's last flush included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())

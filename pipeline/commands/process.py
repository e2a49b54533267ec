"""The process around a command: its standard streams, and the signals that end it."""

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_AGAIN: Final = 0.02
"""Seconds of work until an interruption that was swallowed comes again."""


def prepare_streams() -> None:
    """Print UTF-8 into files and pipes whatever the locale; a terminal that lacks a letter shows a question mark.

    A process that was started without one of the three streams gets an empty one in its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 -- open as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


@contextmanager
def interruptible() -> Iterator[None]:
    """Let SIGTERM end what happens inside as Ctrl-C does: orderly, by KeyboardInterrupt.

    Python drops an exception that a destructor or a callback of the garbage collector raises, and a signal can strike
    just there: then it comes again. Only the main thread hears signals; in others nothing is changed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    dropped = sys.unraisablehook

    def drop(what: "UnraisableHookArgs") -> None:
        if what.exc_type is KeyboardInterrupt:
            signal.setitimer(signal.ITIMER_VIRTUAL, _AGAIN)
        else:
            dropped(what)

    numbers = (signal.SIGTERM, signal.SIGVTALRM)
    before = [signal.signal(number, signal.default_int_handler) for number in numbers]
    sys.unraisablehook = drop
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        sys.unraisablehook = dropped
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)

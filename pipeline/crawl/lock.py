"""One run at a time: a lock that its owner's end releases, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pipeline.errors import AnotherRun

_NAME: Final = "run.lock"


@contextmanager
def run_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of an archive's folder; raises AnotherRun at once when another process holds it.

    The kernel drops the lock of a process that dies, so that no dead owner can block the next run. What the file says
    is for people only.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _NAME).open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = "another run holds the lock"
            raise AnotherRun(message, source=str(folder / _NAME)) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield

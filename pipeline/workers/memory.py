"""What this process holds in memory, and a limit for a while."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_STATM: Final = Path("/proc/self/statm")
_OOM_SCORE: Final = Path("/proc/self/oom_score_adj")
_MOST_EXPENDABLE: Final = "1000"


def resident() -> int:
    """Bytes of memory in use, 0 where the system does not tell."""
    return _pages(1)


@contextmanager
def address_space(extra_bytes: int) -> Iterator[None]:
    """Let the address space grow by so many bytes inside; what asks for more meets MemoryError.

    Nothing is limited where the system does not tell how large it is.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    in_use = _pages(0)
    if in_use:
        known = [bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min([in_use + extra_bytes, *known]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def be_expendable() -> None:
    """When the machine runs out of memory, this process goes first, before the run and the database."""
    if _OOM_SCORE.exists():
        _OOM_SCORE.write_text(_MOST_EXPENDABLE, encoding="ascii")


def _pages(column: int) -> int:
    """A column of the kernel's figures about this process, in bytes: 0 its address space, 1 what is resident."""
    if not _STATM.exists():
        return 0
    return int(_STATM.read_text(encoding="ascii").split()[column]) * resource.getpagesize()

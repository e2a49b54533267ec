"""What one page may cost at the prompt: parsers and patterns are where a hostile page denies service.

The scheduled run gives each page to a process that can be killed; a single command has only an alarm and a limit on its
address space, so a page that holds a C function beyond the alarm is stopped by the byte limits alone.
"""

import resource
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from pipeline.errors import OverBudget

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_AGAIN: Final = 0.05
"""Seconds until the alarm rings again: what it raises in a destructor is swallowed there."""
_STATM: Final = Path("/proc/self/statm")


class _Rung(BaseException):
    """The alarm; no `Exception`, so that nothing on the way takes it for an error of its own."""


@contextmanager
def page_budget(seconds: float, extra_bytes: int) -> Iterator[None]:
    """Bound what happens inside in wall time and in memory beyond what is in use; raises OverBudget.

    In another thread than the main one nothing is bounded: alarms reach only that one, and the limit is the process's.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    old_handler = signal.signal(signal.SIGALRM, _ring)
    old_limits = _limit_memory(extra_bytes)
    dropped = sys.unraisablehook

    def drop(what: "UnraisableHookArgs") -> None:
        if what.exc_type is not _Rung:  # that one rings again, and is nothing to tell
            dropped(what)

    sys.unraisablehook = drop
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    except MemoryError as error:
        signal.setitimer(signal.ITIMER_REAL, 0)
        message = f"the page needs more than {extra_bytes} bytes of memory"
        raise OverBudget(message) from error
    except _Rung as error:
        signal.setitimer(signal.ITIMER_REAL, 0)
        message = f"the page takes longer than {seconds:g} s"
        raise OverBudget(message) from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = dropped
        signal.signal(signal.SIGALRM, old_handler)
        resource.setrlimit(resource.RLIMIT_AS, old_limits)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise _Rung


def _limit_memory(extra_bytes: int) -> tuple[int, int]:
    """Lower the limit on the address space; hands back the limits before. Where /proc is absent nothing is lowered."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if _STATM.exists():
        limit = int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + extra_bytes
        known = [bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min([limit, *known]), hard))
    return soft, hard

"""What every worker is told before its first page; crosses to it as JSON."""

from collections.abc import Callable
from typing import Final

from pydantic import Field

from schemas.base import Model
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

MIB: Final = 1024 * 1024
READY: Final = b"ready"
"""What the nursery says when it can fork workers."""
PID_BYTES: Final = 4
"""How many bytes tell the process id of a worker."""
Extract = Callable[[RawPage], StatusRecord | Rejection]


class Plan(Model):
    """How pages are read, what one may cost, and when a worker has served long enough."""

    extract: str
    """The function that reads a page, as `module:function`; it is imported where the pages are read."""
    page_seconds: float = Field(gt=0)
    """Wall time for one page, its way to the worker and back included."""
    page_memory: int = Field(gt=0)
    """Bytes of address space for one page, beyond what the worker has when the page arrives."""
    pages: int = Field(default=2000, gt=0)
    """A worker is renewed after so many pages: what a library keeps of them ends with it."""
    growth: int = Field(default=128 * MIB, gt=0)
    """A worker is renewed when its resident memory has grown by so many bytes."""


def name_of(extract: str | Extract) -> str:
    """The `module:function` of a function; raises TypeError for one that another process cannot import."""
    if isinstance(extract, str):
        return extract
    module, name = extract.__module__, getattr(extract, "__qualname__", ".")
    if module == "__main__" or "." in name or "<" in name:
        message = f"{extract!r} is no function of a module that can be imported"
        raise TypeError(message)
    return f"{module}:{name}"

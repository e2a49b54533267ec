"""kommunestatus: published Danish status articles into data that a database can trust.

`from pipeline import extract` gives the record of one page; nothing heavy is imported until it is asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.run import extract

__all__ = ["extract"]


def __getattr__(name: str) -> object:
    """The public call, imported when it is first asked for."""
    if name == "extract":
        from pipeline import run  # noqa: PLC0415 -- spaCy costs over a second

        return run.extract
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)

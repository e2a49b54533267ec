"""What came of a shard: counts, files, and by which rules it was read."""

from typing import Final, Literal

from pydantic import Field

from pipeline.assemble import code_version
from pipeline.errors import ExitCode
from pipeline.settings import Settings
from schemas.base import Model
from schemas.record import SCHEMA_VERSION
from schemas.social_economy import SERIES_VERSION

State = Literal["ok", "degraded", "not_an_article", "drift", "quarantined", "failed"]
STATES: Final[tuple[State, ...]] = ("ok", "degraded", "not_an_article", "drift", "quarantined", "failed")
"""Of every page exactly one; the names are those of a run."""


class Rules(Model):
    """What decides on the outcome of a page beside its bytes; a shard that was read by other rules is read again."""

    code_version: str
    """Of this package."""
    schema_version: str
    """Of the contract."""
    series_version: str
    """Of the questions."""
    decoded_bytes: int
    """The most that a body may weigh."""
    page_seconds: float
    """The most that reading a page may take."""
    page_memory: int
    """The most memory (bytes) that reading a page may take."""


class ShardResult(Model):
    """A shard that is done."""

    shard: str
    """Its name: the hash of its content, and the range of rows if it is one."""
    states: dict[State, int]
    """How many of its pages ended in each state."""
    files: dict[str, str]
    """The SHA-256 of its `records.parquet` and `rejections.parquet`."""
    rules: Rules
    """By which it was read."""
    skipped: bool = Field(default=False, exclude=True)
    """Whether it was done already."""

    @property
    def pages(self) -> int:
        """All pages of the shard, those that could not be read included."""
        return sum(self.states.values())


class ShardFailure(Model):
    """A shard that could not be done; nothing of it was written."""

    reason: str
    """Why, as a word."""
    message: str
    """Why, in words."""
    exit_code: ExitCode
    """What the process ends with if nothing worse happens."""


def rules_of(settings: Settings) -> Rules:
    """The rules of today's code and these settings."""
    return Rules(
        code_version=code_version(),
        schema_version=SCHEMA_VERSION,
        series_version=SERIES_VERSION,
        decoded_bytes=settings.decoded_bytes,
        page_seconds=settings.page_seconds,
        page_memory=settings.page_memory,
    )

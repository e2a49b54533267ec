"""Every setting with its default, in this one place; `KOMMUNESTATUS_*` in the environment beats it.

What a page may weigh before it is parsed is no setting: it stands in `clean/limits.py`, so that the same bytes become
the same record everywhere.
"""

import os
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, IPvAnyNetwork

ENV_PREFIX: Final = "KOMMUNESTATUS_"
KIB: Final = 1024
MIB: Final = 1024 * KIB


class Settings(BaseModel):
    """Limits and places; lists are given as JSON in the environment."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    store: str = "sqlite:///kommunestatus-data/kommunestatus.sqlite3"
    """Where records are saved: an SQLAlchemy URL."""
    user_agent: str = "kommunestatus/0.1 (reads published municipal status articles; a person runs it)"
    """Who asks, as told to every server."""
    allow_private: tuple[IPvAnyNetwork, ...] = ()
    """Networks that may be asked although they are not public: for tests and own networks."""

    wire_bytes: int = Field(default=5 * MIB, gt=0)
    """The most that a body may weigh on the wire."""
    decoded_bytes: int = Field(default=10 * MIB, gt=0)
    """The most that a body may weigh inflated; also of a file."""
    inflation_ratio: int = Field(default=200, gt=0)
    """The most that a body may grow; a 1.6 KB body that inflates to gigabytes is an attack."""
    inflation_floor: int = Field(default=MIB, gt=0)
    """Up to this size (bytes) any ratio is fine: a page of blanks shrinks well."""
    content_codings: int = Field(default=2, ge=0)
    """The most layers of compression."""

    total_seconds: float = Field(default=60, gt=0)
    """For one exchange, all redirects included; a read timeout alone never fires on a slow trickle."""
    dns_seconds: float = Field(default=5, gt=0)
    """To resolve a name."""
    connect_seconds: float = Field(default=5, gt=0)
    """To connect, the TLS handshake included."""
    idle_seconds: float = Field(default=15, gt=0)
    """Between two bytes."""
    redirects: int = Field(default=5, ge=0)
    """The most redirects to follow."""
    url_chars: int = Field(default=2083, gt=0)
    """The longest URL."""
    header_bytes: int = Field(default=64 * KIB, gt=0)
    """The most that the headers of a response may weigh."""
    delay_seconds: float = Field(default=1, ge=0)
    """Between two requests to a site; its Crawl-delay counts where that is longer."""
    connections: int = Field(default=16, gt=0)
    """The most requests to a site at once, where no delay makes it one."""
    attempts: int = Field(default=3, gt=0)
    """To fetch a page, the first one included."""
    retry_seconds: float = Field(default=0.5, gt=0)
    """Before the second attempt, doubled for each further one, up to as much again at random."""
    patience_seconds: float = Field(default=10, ge=0)
    """The longest pause that a site may ask for and that is waited for; what must wait longer is deferred."""

    page_seconds: float = Field(default=10, gt=0)
    """To read one page."""
    page_memory: int = Field(default=1024 * MIB, gt=0)
    """Bytes of memory to read one page, beyond what is in use."""


def settings_with(**flags: object) -> Settings:
    """Take defaults, environment and the flags that are not None; later beats earlier.

    Raises ValidationError, and pydantic-settings' SettingsError for what is no JSON.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    return Settings.model_validate(_from_environment() | given)


def _from_environment() -> dict[str, object]:
    """What the environment sets; the library that reads it takes 60 ms to load, which few starts need."""
    if not any(name.upper().startswith(ENV_PREFIX) for name in os.environ):
        return {}
    from pydantic_settings import BaseSettings, SettingsConfigDict  # noqa: PLC0415 -- see above

    class FromEnvironment(Settings, BaseSettings):
        model_config = SettingsConfigDict(env_prefix=ENV_PREFIX)

    return FromEnvironment().model_dump(exclude_unset=True)

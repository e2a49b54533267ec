"""What a site's robots.txt allows (RFC 9309), once it is there."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from protego import Protego

AGENT: Final = "kommunestatus"
"""The product token that robots.txt may name."""
MOST_BYTES: Final = 512 * 1024
"""What follows is not read; the RFC asks for 500 KiB at the least."""
GOOD_FOR: Final = 24 * 60 * 60.0
"""How long a robots.txt holds, in seconds; the RFC allows no longer."""
_LONGEST_DELAY: Final = 6 * 60 * 60.0
"""Past this a Crawl-delay (seconds) is a slip of the pen, or a trap."""


@dataclass(frozen=True)
class Rules:
    """What may be asked for, and how fast."""

    protego: Protego
    delay: float
    """The Crawl-delay in seconds, 0 without one."""

    @classmethod
    def of(cls, body: bytes) -> "Rules":
        """Read a robots.txt, whatever it holds; an empty one allows everything."""
        protego = Protego.parse(body[:MOST_BYTES].decode("utf-8-sig", "replace"))
        return cls(protego, min(_LONGEST_DELAY, max(0.0, protego.crawl_delay(AGENT) or 0.0)))

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """What its Sitemap lines say."""
        return tuple(self.protego.sitemaps)

    def allow(self, url: str) -> bool:
        """Whether the URL may be asked for."""
        return self.protego.can_fetch(url, AGENT)


NO_RULES: Final = Rules.of(b"")
"""Of a site that has no robots.txt."""
ROBOTS_AGAIN: Final = 15 * 60.0
"""Seconds until a robots.txt that did not come is asked for again."""


def says_there_is_none(status: int) -> bool:
    """Whether a status means that a site has no rules: 204, and any 4xx save the one that says "not now"."""
    if status == HTTPStatus.NO_CONTENT:
        return True
    return status // 100 == 4 and status != HTTPStatus.TOO_MANY_REQUESTS  # noqa: PLR2004 -- 4xx

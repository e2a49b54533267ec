"""Where what came of URLs waits for its commit: all that is ready at a time goes into one transaction.

To commit is to wait for the disk, several times as long as everything else that storing a record takes.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from pipeline.crawl.ledger import Ledger, Settlement
from pipeline.store import SaveResult

_PATIENCE: Final = 0.05
"""Seconds that a commit waits while other pages are being read: about two commits of a usual disk."""


@dataclass
class Desk:
    """Takes what came of each URL, and answers once it is committed."""

    ledger: Ledger
    _expected: int = 0
    _waiting: list[Settlement] = field(default_factory=list)
    _commit: asyncio.Task[list[SaveResult | None]] | None = None

    @contextmanager
    def expecting(self) -> Iterator[None]:
        """Say that a page is being read inside, so that a commit waits a moment for what comes of it."""
        self._expected += 1
        try:
            yield
        finally:
            self._expected -= 1

    async def settle(self, made: Settlement) -> SaveResult | None:
        """Commit, together with what else is ready; what one of them raises, all of them raise: as `Ledger.settle`."""
        if self._commit is None:
            self._commit = asyncio.create_task(self._all())
        place = len(self._waiting)
        self._waiting.append(made)
        return (await self._commit)[place]

    async def _all(self) -> list[SaveResult | None]:
        await asyncio.sleep(_PATIENCE if self._expected else 0)  # whoever is ready by then comes along
        made, self._waiting, self._commit = self._waiting, [], None
        return self.ledger.settle(*made)

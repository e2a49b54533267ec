"""Where what came of URLs waits for its commit: all that is ready at a time goes into one transaction.

To commit is to wait for the disk, several times as long as everything else that storing a record takes.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

Made = TypeVar("Made")
Saved = TypeVar("Saved")

_PATIENCE: Final = 0.05
"""Seconds that a commit waits while other pages are being read: about two commits of a usual disk."""


@dataclass
class Desk(Generic[Made, Saved]):
    """Takes what came of each URL, and answers once it is committed."""

    commit: Callable[[list[Made]], list[Saved]]
    """Stores what came of some URLs in one transaction, and says what became of each."""
    _expected: int = 0
    _waiting: list[Made] = field(default_factory=list)
    _under_way: asyncio.Task[list[Saved]] | None = None

    @contextmanager
    def expecting(self) -> Iterator[None]:
        """Say that a page is being read inside, so that a commit waits a moment for what comes of it."""
        self._expected += 1
        try:
            yield
        finally:
            self._expected -= 1

    async def settle(self, made: Made) -> Saved:
        """Commit, together with what else is ready; what one of them raises, all of them raise."""
        if self._under_way is None:
            self._under_way = asyncio.create_task(self._all())
        place = len(self._waiting)
        self._waiting.append(made)
        return (await self._under_way)[place]

    async def _all(self) -> list[Saved]:
        await asyncio.sleep(_PATIENCE if self._expected else 0)  # whoever is ready by then comes along
        made, self._waiting, self._under_way = self._waiting, [], None
        return self.commit(made)

"""How much is measured."""

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True)
class Effort:
    """Numbers of pages and of repeats."""

    pages: int = 220
    """Constructed pages."""
    rounds: int = 3
    """How often every extractor reads every page."""
    starts: int = 9
    """How often every command starts."""
    marks: tuple[int, ...] = (1_000, 5_000, 10_000, 20_000)
    """Where memory, time and size are read while pages are extracted and stored."""
    repeats: int = 5
    """How often workers and crawlers run."""
    crawled: int = 400
    """Pages of the site."""
    records: int = 1_000
    """Records in the store."""

    def up_to(self, longest: int) -> "Effort":
        """The same with no more pages than so many extracted and stored."""
        marks = tuple(mark for mark in self.marks if mark < longest)
        return replace(self, marks=(*marks, longest))


FULL: Final = Effort()
QUICK: Final = Effort(pages=4, rounds=1, starts=1, marks=(11, 22), repeats=1, crawled=11, records=11)
"""Enough to see that everything works; its figures mean nothing."""

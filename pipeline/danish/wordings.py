"""Many patterns as one, at the price of the few that a text can match.

An alternation of a hundred patterns takes milliseconds to compile and is tried at every letter of every clause, though
hardly any clause holds the letters that one of them needs. `Wordings` tries only the alternatives whose needles stand
in the text, and compiles an alternative when it is tried first. What it finds is what the one pattern would find.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

from pipeline.danish.needles import Branch, Needles, may_match, rarest

_GRAM: Final = 3
# Fewer patterns are tried faster than they are told apart.
_FEW: Final = 8
_ONLY: Final = (0,)
_NONE: Final = ()
# Letters that stand in every other line of Danish, and so tell no lines apart.
_COMMON: Final = frozenset(
    (
        "er |en |et |og | de| er| og| me| vi| ha| fo| ti| en| af| ko| so|der|det|den|til|for|med|har|som|ing|nge|gen|"
        "ere|ede|kke|ikk|kom|omm|ver|ste|ter"
    ).split("|")
)
# With more needles than this a few patterns are tried at once.
_NEEDLES_MAX: Final = 20


@lru_cache(maxsize=256)
def _grams(text: str) -> frozenset[str]:
    """Every three letters that stand together in a text; its clauses are asked a hundred times over."""
    return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)))


class Wordings:
    """Patterns of which the leftmost match counts, and of two that begin at one place the one listed first."""

    def __init__(
        self,
        branches: Iterable[Branch],
        frame: tuple[str, str] = (r"\b(?:", ")"),
        flags: int = 0,
        spell: Callable[[str], str] = str,
    ) -> None:
        """`branches` is drawn at the first search, `spell` makes a branch's words a pattern when it is compiled.

        `frame` stands around each; with re.IGNORECASE case does not matter.
        """
        self._drawn = branches
        self._spell = spell
        self._frame = frame
        self._flags = flags
        self._folds = bool(flags & re.IGNORECASE)
        self._compiled: dict[int, re.Pattern[str]] = {}

    @cached_property
    def _branches(self) -> tuple[Branch, ...]:
        branches = tuple(self._drawn)
        if 1 < len(branches) < _FEW:
            branches = (_joined([Branch(self._spell(branch.pattern), branch.needs) for branch in branches]),)
            self._spell = str
        return branches

    @cached_property
    def _needs(self) -> tuple[Needles, ...] | None:
        """What the only branch needs; None where there are several."""
        return self._branches[0].needs if len(self._branches) == 1 else None

    @cached_property
    def _index(self) -> dict[str, list[tuple[str, int]]]:
        """The branches by three letters of each of their rarest needles."""
        index: dict[str, list[tuple[str, int]]] = {}
        for place, branch in enumerate(self._branches):
            for needle in rarest(branch.needs) if _is_indexed(branch) else ():
                index.setdefault(_gram(needle), []).append((needle, place))
        return index

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._index)

    @cached_property
    def _others(self) -> tuple[int, ...]:
        """The branches that the index cannot rule out: without a needle of three letters, or without any."""
        return tuple(place for place, branch in enumerate(self._branches) if not _is_indexed(branch))

    @cached_property
    def _further(self) -> tuple[tuple[Needles, ...], ...]:
        """What each branch needs beside what the index has asked for."""
        return tuple(
            tuple(needles for needles in branch.needs if needles != rarest(branch.needs) or not _is_indexed(branch))
            for branch in self._branches
        )

    def _likely(self, text: str) -> Sequence[int]:
        """The places of the branches that the text could match, in order."""
        lower = text.lower() if self._folds else text
        if self._needs is not None:
            return _ONLY if may_match(self._needs, lower) else _NONE
        index, further = self._index, self._further
        places = {place for place in self._others if may_match(further[place], lower)} if self._others else set()
        for gram in self._keys & _grams(lower):
            for needle, place in index[gram]:
                if needle in lower and may_match(further[place], lower):
                    places.add(place)
        return sorted(places) if places else _NONE

    def _pattern(self, place: int) -> re.Pattern[str]:
        pattern = self._compiled.get(place)
        if pattern is None:
            before, after = self._frame
            spelt = self._spell(self._branches[place].pattern)
            pattern = re.compile(f"{before}{spelt}{after}", self._flags)
            self._compiled[place] = pattern
        return pattern

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the start of the text."""
        return next((match for place in self._likely(text) if (match := self._pattern(place).match(text))), None)

    def search(self, text: str) -> re.Match[str] | None:
        """The leftmost match."""
        places = self._likely(text)
        if not places:
            return None
        best: re.Match[str] | None = None
        for place in places:
            match = self._pattern(place).search(text)
            if match and (best is None or match.start() < best.start()):
                best = match
        return best

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, none inside another, from left to right."""
        places = self._likely(text)
        if len(places) == 1:
            yield from self._pattern(places[0]).finditer(text)
        elif places:
            yield from self._merged(text, places)

    def _merged(self, text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
        """The matches of several branches; each looks on only from its own last match, so that time stays linear."""
        waiting = {place: match for place in places if (match := self._pattern(place).search(text))}
        while waiting:
            best = waiting[min(waiting, key=lambda place: (waiting[place].start(), place))]
            yield best
            start = max(best.end(), best.start() + 1)
            for other in [place for place, match in waiting.items() if match.start() < start]:
                later = self._pattern(other).search(text, start)
                if later:
                    waiting[other] = later
                else:
                    del waiting[other]

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match replaced by what `replace` makes of it."""
        parts, end = [], 0
        for match in self.finditer(text):
            parts += [text[end : match.start()], replace(match)]
            end = match.end()
        return "".join((*parts, text[end:]))


def _joined(branches: Sequence[Branch]) -> Branch:
    """A few branches as one."""
    known = all(branch.needs for branch in branches)
    needles = tuple(dict.fromkeys(needle for branch in branches if known for needle in rarest(branch.needs)))
    pattern = "|".join(branch.pattern for branch in branches)
    return Branch(pattern, (needles,) if 0 < len(needles) <= _NEEDLES_MAX else ())


def _gram(needle: str) -> str:
    """Three letters of a needle, the first ones that are not found in every other line."""
    grams = ["".join(gram) for gram in zip(needle, needle[1:], needle[2:], strict=False)]
    return next((gram for gram in grams if gram not in _COMMON), grams[0])


def _is_indexed(branch: Branch) -> bool:
    return bool(branch.needs) and all(len(needle) >= _GRAM for needle in rarest(branch.needs))

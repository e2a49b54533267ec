"""Reads off a pattern the letters that anything it matches must hold: its needles.

To ask whether a few letters stand in a text costs a tenth of asking a pattern, and needs no compiling. Whatever the
reader does not understand it takes for something that may be empty: a needle may be lacking, but is never wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

Needles: TypeAlias = tuple[str, ...]
"""Letters of which at least one stands in every match."""


class Branch(NamedTuple):
    """One alternative of a pattern."""

    pattern: str
    needs: tuple[Needles, ...]
    """Of each of these, one needle must stand in the text, in lower case; none where nothing is known."""


NEEDLE_MIN: Final = 2
_PART: Final = re.compile(
    r"(?P<letters>[\w ,'-]+(?![?*+{]))|(?P<open>\((?:\?(?:P<\w+>|[a-z-]*:|<?[=!]))?)|(?P<close>\))|(?P<bar>\|)|"
    r"(?P<times>(?:[?*+]|\{\d*,?\d*\})\??)|(?P<other>\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[.^$…~])|(?P<letter>.)",
    re.DOTALL,
)


@dataclass(slots=True)
class _Group:
    """A group that is being read: the needs of the branches behind, and of the branch at hand."""

    unread: bool = False
    """Whether it only looks ahead or behind: what stands there is in the text, but perhaps in no match."""
    branches: list[list[Needles]] = field(default_factory=list)
    needs: list[Needles] = field(default_factory=list)
    run: str = ""
    """The letters that stand together just now."""
    inner: Needles = ()
    """The needles of the group that was closed just now."""

    def settle(self) -> None:
        """Keep what was read last: nothing can make it optional any more."""
        if len(self.run) >= NEEDLE_MIN:
            self.needs.append((self.run.lower(),))
        elif self.inner:
            self.needs.append(self.inner)
        self.run, self.inner = "", ()

    def take(self, kind: str, text: str) -> None:
        """Go on with what is no bracket."""
        if kind in {"letters", "letter"}:
            if self.inner:
                self.settle()
            self.run += text
        elif kind == "bar":
            self.end_branch()
        elif kind == "times" and (text[0] in "?*" or text.startswith(("{0", "{,"))):
            self.run, self.inner = self.run[:-1], ()
            self.settle()
        else:
            self.settle()

    def end_branch(self) -> None:
        """Keep what the branch needs; the next one begins."""
        if self.run or self.inner:
            self.settle()
        self.branches.append(self.needs)
        self.needs = []

    def close(self) -> Needles:
        """The rarest needles of each branch; none as soon as one has none."""
        self.end_branch()
        if self.unread or not all(self.branches):
            return ()
        return tuple(dict.fromkeys(needle for needs in self.branches for needle in rarest(needs)))


def rarest(needs: list[Needles] | tuple[Needles, ...]) -> Needles:
    """The needles that are found least often: the longest, then the fewest."""
    return needs[0] if len(needs) == 1 else max(needs, key=_rarity)


def _rarity(needles: Needles) -> tuple[int, int]:
    return min(map(len, needles)), -len(needles)


def branches_of(pattern: str) -> Iterator[Branch]:
    """Cut a pattern at the bars outside all groups."""
    stack = [_Group()]
    start = 0
    for part in _PART.finditer(pattern):
        kind, group = part.lastgroup or "", stack[-1]
        if kind == "letters" and not group.inner:
            group.run += part.group()
        elif kind == "open":
            group.settle()
            stack.append(_Group(unread=part.group()[-1] in "=!"))
        elif kind == "close":
            inner = stack.pop().close()
            stack[-1].inner = inner
        else:
            group.take(kind, part.group())
        if kind == "bar" and len(stack) == 1:
            yield Branch(pattern[start : part.start()], tuple(stack[0].branches.pop()))
            start = part.end()
    stack[0].end_branch()
    yield Branch(pattern[start:], tuple(stack[0].branches.pop()))


def needs_of(pattern: str) -> tuple[Needles, ...]:
    """What a whole pattern needs, its branches taken together."""
    branches = tuple(branches_of(pattern))
    return branches[0].needs if len(branches) == 1 else next(branches_of(f"(?:{pattern})")).needs


def may_match(needs: tuple[Needles, ...], lower: str) -> bool:
    """Whether a lower-case text holds what a pattern needs."""
    for needles in needs:
        for needle in needles:
            if needle in lower:
                break
        else:
            return False
    return True

"""Every reader of Danish takes time in proportion to what it reads, whatever is repeated.

The readers are found by what their parameters are, so that a new module is measured without being named here.
"""

import ast
import inspect
import pkgutil
import re
import time
import typing
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from math import inf
from types import FunctionType, ModuleType
from typing import Any, Final

import pytest

import pipeline.danish
import pipeline.questions
from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.numerals import Word, words_of
from pipeline.danish.wordings import Wordings
from pipeline.questions.leaves import LEAVES
from pipeline.questions.merged import ACTIVITIES

GROWTH: Final = 2.5
"""The most that twice the text may cost of once the text."""
SHORTEST: Final = 1000
LONGEST: Final = 16_000
"""Characters; the text is made longer until reading it can be told from noise."""
NOISE: Final = 0.002
"""Seconds that are told from noise."""
TRIALS: Final = 4
"""A measure that looks bad is taken again, more carefully."""
PIECES: Final = (
    *("ikke ", "ja, ", "12 ", "1", ",", "(", "- ", ". A", "a", "Aa ", "se svar ", "ca. 1-2 "),
    *("vi har en strategi ", "12 34 56 78 ", "a@b.dk "),
)
"""What is repeated, beside the words that a module looks for."""
FAILING: Final[dict[str, str]] = {}
"""Readers that fail today, and why: strict expected failures, so that a mended one is noticed."""
QUESTION: Final = "Hvilke aktiviteter er iværksat, og hvordan hjælper kommunen de socialøkonomiske virksomheder?"
WORD: Final = re.compile(r"[a-zæøå]{3,20}")


@dataclass(frozen=True)
class Text:
    """A text in every form that a reader may want; what is made here is not measured."""

    words: str
    answer: AnswerText
    clauses: tuple[Clause, ...]
    lower: str

    @classmethod
    @cache
    def of(cls, piece: str, length: int, mark: int) -> "Text":
        """Repeat a piece; `mark` makes equal texts differ, so that no cache answers for a reader."""
        words = piece * (length // len(piece)) + f" {mark}"
        answer = AnswerText.of(QUESTION, words)
        return cls(words, answer, answer.clauses, answer.lower)


Given = Callable[[Text], Iterable[tuple[Any, ...]]]
READ: Final[dict[tuple[Any, ...], Given]] = {
    (AnswerText,): lambda text: [(text.answer,)],
    (AnswerText, Clause, int, int): lambda text: [(text.answer, c, c.start, c.end) for c in text.clauses],
    (AnswerText, Wordings): lambda text: [(text.answer, ACTIVITIES)],
    (Clause,): lambda text: [(clause,) for clause in text.clauses],
    (Clause, int): lambda text: [(clause, clause.end) for clause in text.clauses],
    (Iterable[Clause],): lambda text: [(text.clauses,)],
    (Sequence[Clause],): lambda text: [(text.clauses,)],
    (str,): lambda text: [(text.words,)],
    (str, int): lambda text: [(text.words, 0)],
    (str, str): lambda text: [(text.words, text.lower)],
    (str, int, int): lambda text: [(text.words, 0, len(text.words))],
    (str, int, int, int): lambda text: [(text.words, 0, len(text.words), 0)],
    (str, Sequence[tuple[int, int]]): lambda text: [(text.words, [(0, len(text.words))])],
    (str, Sequence[tuple[int, int]], Collection[str]): lambda text: [(text.words, [(0, len(text.words))], ())],
    (Sequence[str],): lambda text: [(text.words.split(),)],
    (Iterable[str],): lambda text: [(text.words.split(),)],
    (Sequence[Word], int): lambda text: [(words_of(text.words), 0)],
}
"""How a reader is called that takes parameters of these kinds."""


def modules() -> Iterator[ModuleType]:
    for package in (pipeline.danish, pipeline.questions):
        for found in pkgutil.iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{found.name}")


def functions(module: ModuleType) -> Iterator[FunctionType]:
    """The public functions of a module, freed of their caches."""
    for name, value in vars(module).items():
        function = inspect.unwrap(value) if callable(value) else None
        if isinstance(function, FunctionType) and function.__module__ == module.__name__ and not name.startswith("_"):
            yield function


def hints(function: FunctionType) -> dict[str, Any]:
    try:
        return typing.get_type_hints(function)
    except NameError:  # a type that only the checker imports: of a model, not of a text
        return {}


def kinds(function: FunctionType) -> tuple[Any, ...] | None:
    """The types of the parameters of a reader; None for what makes patterns or reads no text."""
    known = hints(function)
    parameters = inspect.signature(function).parameters.values()
    if (
        function.__name__ == "one_of"
        or known.get("return") is Wordings
        or any(one.name in {"pattern", "name", "fragments"} for one in parameters)
    ):
        return None
    positional = [one for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
    taken = tuple(known.get(one.name) for one in positional)
    return taken if taken in READ else None


def own_words(module: ModuleType) -> tuple[str, ...]:
    """Some of the words that a module looks for, in its own lines or in its word list, and many of them together."""
    lines = list(told(module))
    lists = [resources.files("pipeline.danish").joinpath(f"{line}.toml") for line in lines if line.isidentifier()]
    lines += [found.read_text(encoding="utf-8") for found in lists if found.is_file()]
    words = list(dict.fromkeys(word for line in lines for word in WORD.findall(line)))
    some = [f"{word} " for word in words[:: max(1, len(words) // 3)][:3]]
    return (*some, " ".join(words[:: max(1, len(words) // 10)]) + " ") if some else ()


def told(module: ModuleType) -> Iterator[str]:
    """The texts in the constants of a module."""
    constants = [
        node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    for node in (part for constant in constants for part in ast.walk(constant)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


READERS: Final = [(module, function) for module in modules() for function in functions(module) if kinds(function)]


def seconds(function: FunctionType, piece: str, length: int, mark: int) -> float:
    """What it costs to read a text."""
    calls = list(READ[kinds(function) or ()](Text.of(piece, length, mark)))
    named = {one.name: False for one in inspect.signature(function).parameters.values() if one.kind is one.KEYWORD_ONLY}
    started = time.process_time()
    for arguments in calls:
        read = function(*arguments, **named)
        if isinstance(read, Iterator):
            deque(read, maxlen=0)
    return time.process_time() - started


def growth(function: FunctionType, piece: str) -> float:
    """How much more twice the text costs; the best of a few trials, for other work only ever makes it look worse."""
    length = SHORTEST
    once = seconds(function, piece, length, 0)
    while once < NOISE and length < LONGEST:
        length *= 2
        once = seconds(function, piece, length, 0)
    if once < NOISE:
        return 0
    best = inf
    for trial in range(1, TRIALS + 1):
        once = min(once, seconds(function, piece, length, trial))
        best = min(best, min(seconds(function, piece, 2 * length, mark) for mark in range(trial)) / once)
        if best <= GROWTH:
            break
    return best


def name_of(module: ModuleType, function: FunctionType) -> str:
    return f"{module.__name__.rpartition('.')[2]}.{function.__name__}"


def known(module: ModuleType, function: FunctionType) -> list[pytest.MarkDecorator]:
    reason = FAILING.get(name_of(module, function))
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


@pytest.mark.parametrize(
    ("module", "function"), [pytest.param(*reader, id=name_of(*reader), marks=known(*reader)) for reader in READERS]
)
def test_time_grows_with_the_text(module: ModuleType, function: FunctionType) -> None:
    grown = {piece: round(growth(function, piece), 1) for piece in (*PIECES, *own_words(module))}
    assert {piece: times for piece, times in grown.items() if times > GROWTH} == {}


def test_every_leaf_and_every_module_that_reads_is_measured() -> None:
    measured = {module.__name__ for module, _ in READERS}
    assert {f"pipeline.questions.{key}" for key in LEAVES} <= measured
    assert len(READERS) > 40
    assert set(FAILING) <= {name_of(*reader) for reader in READERS}

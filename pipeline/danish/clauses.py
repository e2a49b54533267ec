"""Cuts a line into sentences, clauses and tokens, all with offsets into the article's text.

A clause is what stands between commas, semicolons, colons, dashes and sentence ends. Danish puts a comma before every
subordinate clause (Retskrivningsordbogen § 50), so this cut needs no parser.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Final, NamedTuple

from schemas.evidence import Span

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_SENTENCE_ENDS: Final = frozenset({".", "!", "?", "…", "...", "?!"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "/"})
# Longer runs than this without white space keep the tokeniser busy for seconds.
_CHUNK: Final = re.compile(r"\S{1,200}")
# A vocabulary keeps every word that it meets: 0.3 KB each, without end. To begin another takes 36 ms. A memory zone of
# spaCy frees the words, but its table of them still grows (28 MiB over a million words), and costs as much time.
VOCABULARY_MAX: Final = 20_000
# Longer clauses than this are nobody's: readers look from word to word in a clause. The longest met had 31 words.
_CLAUSE_MAX: Final = 300
_ORDINAL: Final = re.compile(r"^\d{1,6}\.$")
# Abbreviations whose full stop the Danish tokeniser of spaCy takes for the end of a sentence.
_ABBREVIATIONS: Final = frozenset("ml mhb mht ift ifm pga inkl ekskl vedr ang hhv bl evt mio mia tlf pkt spm".split())
_QUOTES: Final = "»«\"'”“„’()"
_MONTHS: Final = frozenset(
    "januar februar marts april maj juni juli august september oktober november december kvartal halvår".split()
)


class Token(NamedTuple):
    """A word, number or mark; offsets are into the article's text."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The shortest stretch that can carry a value: no comma, no sentence end inside."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    text: str
    """The clause as printed."""
    lower: str
    """The same in lower case."""
    opened_by: str
    """The mark before it: a comma, colon, dash, or nothing at the start of a sentence."""
    closed_by: str
    """The mark after it: a comma, a sentence end, or nothing at the end of a line."""
    sentence: int
    """Which sentence of the answer it stands in, from 0."""
    line: int
    """Which line of the answer it stands in, from 0."""

    def __hash__(self) -> int:
        """Place and words tell clauses apart; to go through all tokens would cost ten times as much."""
        return hash((self.start, self.text))

    def has(self, *words: str) -> bool:
        """Whether any of the (lower-case, whole) words stands in the clause."""
        return any(token.lower in words for token in self.tokens)


@contextmanager
def _commands_left_out() -> Iterator[None]:
    """Let spaCy be imported without its command line, whose HTTP clients and templates are a third of what it loads.

    `import spacy` takes one function of it, which stands empty here; `import spacy.cli` works afterwards as ever.
    """
    name = "spacy.cli.info"
    empty = ModuleType(name)
    vars(empty)["info"] = None
    if sys.modules.setdefault(name, empty) is not empty:
        yield
        return
    try:
        yield
    finally:
        del sys.modules[name]


@cache
def tokenizer() -> "Tokenizer":
    """The Danish tokeniser of spaCy: `spacy.blank("da").tokenizer` without the pipeline around it, in half the time."""
    with _commands_left_out():
        from spacy.lang.da import Danish  # noqa: PLC0415 -- 0.4 s: only those who read pay for it
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415
    from spacy.vocab import Vocab  # noqa: PLC0415

    danish = Danish.Defaults
    return Tokenizer(
        Vocab(),
        rules=danish.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(danish.prefixes or ()).search,
        suffix_search=compile_suffix_regex(danish.suffixes or ()).search,
        infix_finditer=compile_infix_regex(danish.infixes or ()).finditer,
        token_match=danish.token_match,
        url_match=danish.url_match,
    )


@lru_cache(maxsize=1 << 14)
def _cut(chunk: str) -> tuple[tuple[str, str, int], ...]:
    """The tokens of letters without white space, each with its lower case and its place.

    The tokeniser reads every such chunk by itself, and most of a page's were met on the pages before.
    """
    if len(tokenizer().vocab) > VOCABULARY_MAX:
        tokenizer.cache_clear()
    return tuple((token.text, token.text.lower(), token.idx) for token in tokenizer()(chunk))


def tokens_of(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of one line, white space left out; offset is added to every position."""
    found = []
    for chunk in _CHUNK.finditer(text):
        start = offset + chunk.start()
        for words, lower, place in _cut(chunk.group()):
            found.append(Token(words, lower, start + place, start + place + len(words)))
    return tuple(found)


def _ends_sentence(previous: Token | None, token: Token, following: Token | None) -> bool:
    """Whether a sentence ends with this token; `18. De 5` ends one, `den 18. juni` and `2. kvartal` do not."""
    if token.text in _SENTENCE_ENDS:
        return not (previous and previous.lower in _ABBREVIATIONS and following is not None)
    if following is None:
        return False
    opens_upper = following.text.lstrip(_QUOTES)[:1].isupper()
    return bool(_ORDINAL.match(token.text)) and opens_upper and following.lower not in _MONTHS


def _cuts(tokens: tuple[Token, ...]) -> Iterator[tuple[list[Token], str, str, bool]]:
    """Runs of tokens with the marks around them, and whether the run ends its sentence."""
    run: list[Token] = []
    opened = ""
    for position, token in enumerate(tokens):
        if token.text[-1].isalnum():  # all but a few tokens are words, and a word ends nothing
            run.append(token)
            continue
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        ends = _ends_sentence(tokens[position - 1] if position else None, token, following)
        spaced = token.text != "-" or _spaced(tokens, position)
        if ends and _ORDINAL.match(token.text):
            run.append(Token(token.text[:-1], token.lower[:-1], token.start, token.end - 1))
        if ends:
            yield run, opened, token.text[-1], True
            run, opened = [], ""
        elif _CLAUSE_ENDS.issuperset(token.text) and spaced:  # spaCy takes `):` for a face
            yield run, opened, token.text[0], False
            run, opened = [], token.text[-1]
        else:
            run.append(token)
    yield run, opened, "", True


def _spaced(tokens: tuple[Token, ...], position: int) -> bool:
    before = tokens[position - 1].end if position else -1
    after = tokens[position + 1].start if position + 1 < len(tokens) else -1
    return tokens[position].start > before and tokens[position].end < after


def clauses_of(source: str, start: int, end: int, *, line: int = 0, sentence: int = 0) -> tuple[Clause, ...]:
    """The clauses of source[start:end], one line of text; numbering of lines and sentences goes on from the given."""
    clauses = []
    for run, opened, closed, last in _cuts(tokens_of(source[start:end], start)):
        for begin in range(0, len(run), _CLAUSE_MAX):
            tokens = tuple(run[begin : begin + _CLAUSE_MAX])
            first, past = tokens[0].start, tokens[-1].end
            text = source[first:past]
            before, after = "" if begin else opened, closed if begin + _CLAUSE_MAX >= len(run) else ""
            clauses.append(Clause(tokens, first, past, text, text.lower(), before, after, sentence, line))
        sentence += bool(last and clauses and clauses[-1].sentence == sentence)
    return tuple(clauses)


@dataclass(frozen=True)
class AnswerText:
    """An answer as the readers see it: its lines and clauses, with offsets into the article's text."""

    source: str
    """The article's whole text; every offset counts in it."""
    question: str
    """The question as printed."""
    lines: tuple[tuple[int, int, bool], ...]
    """Start and end of each line, its list marker dropped, and whether it is a list item."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses of the answer, in order."""
        found: list[Clause] = []
        for number, (start, end, _) in enumerate(self.lines):
            sentence = found[-1].sentence + 1 if found else 0
            found += clauses_of(self.source, start, end, line=number, sentence=sentence)
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """The lines as printed, joined by newlines."""
        return "\n".join(self.source[start:end] for start, end, _ in self.lines)

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    def span(self, start: int, end: int) -> Span:
        """The evidence of source[start:end]."""
        return Span.of(self.source, start, end)

    def clause_span(self, clause: Clause) -> Span:
        """The evidence of a clause."""
        return Span.of(self.source, clause.start, clause.end)

    def sentence_of(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses of the sentence that a clause stands in."""
        return tuple(other for other in self.clauses if other.sentence == clause.sentence)

    @classmethod
    def of(cls, question: str, text: str) -> "AnswerText":
        """An answer that stands alone: its text is the whole source."""
        lines, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                lines.append((start, start + len(line), False))
            start += len(line) + 1
        return cls(text, question, tuple(lines))

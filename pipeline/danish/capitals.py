"""Finds the runs of capitalised words in a text, and says what stands before them.

Danish capitalises names only; the first word of a sentence is the exception, and is told apart here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.danish import organisation_cues as cues
from pipeline.danish.proper_names import UPPER, is_place

_WORD: Final = (
    rf"(?:(?:[{UPPER}]\.){{1,3}}(?=[ ]?[{UPPER}])|(?:Sct|Skt|St|Dr|Chr)\.(?=[ ][{UPPER}])"
    rf"|(?!I\b|{cues.LEGAL_FORM}(?!\w))"
    rf"(?:[{UPPER}][\w’]{{0,40}}(?:'[a-zæøå]{{1,4}})?|\d[{UPPER}])(?:[-/&+][{UPPER}]?\w{{1,40}}){{0,3}})"
)
_NUMBER: Final = r"\d{1,3}(?=[,.;:)]?(?:\s(?:på|i|og|har|er|som|der|til|med|hos|eller|kan)\b|$|\n|[,;:)]|\.(?:\s|$)))"
# Prepositions that stand inside a name: *Mad fra Muld ApS*, *Foreningen Sakskøbing i Farver*.
_INSIDE: Final = r"[ ](?:fra|på|til|uden|med|for|i|af)[ ]"
# Where a run may begin: a capital, or a digit before one, at the start of a word.
_CAPITAL: Final = re.compile(rf"[{UPPER}](?<![\w@./&-].)|\d(?=[{UPPER}])(?<![\w@./&-].)")
_RUN: Final = re.compile(
    rf"(?:{_WORD}(?:[ ](?:(?:[&+]|of|and|the)[ ])?(?:{_WORD}|{_NUMBER})){{0,7}}"
    rf"(?:[ ]og[ ](?:{'|'.join(sorted(cues.SECOND_TRADES))})(?!\w|[ -][{UPPER}]|{_INSIDE}[{UPPER}]))?"
    rf"(?:,?[ ]{cues.LEGAL_FORM})?)(?![\w@-]|\.[a-z])"
)
_HYPHENATED: Final = re.compile(rf"[{UPPER}]\w{{2,20}}-\s(?:og|&)\s$")
_FURTHER: Final = re.compile(
    rf"\s(?P<link>for|af|til|på|med|uden|om|i)\s(?:den\s|det\s|de\s)?{_WORD}(?:\s{_WORD}){{0,3}}"
    rf"(?:(?<=\w)\sog\s(?!Fond|Foren|Caf|Hus|Netv|Selskab){_WORD}(?=[\s.,;)]|$))?"
)
_LINE_ENDS: Final = ("", "\n", "\t")
_LEGAL_END: Final = re.compile(rf" {cues.LEGAL_FORM}$")
_FIRM_BEFORE: Final = re.compile(rf"(?<![\w.-])(?:{'|'.join(sorted(cues.SECOND_TRADES))}){_INSIDE}$")
_SENTENCE_ENDS: Final = frozenset(".!?:…")
_OPENING: Final = frozenset("»\"“”'(„")
_ABBREVIATIONS: Final = frozenset(
    """
    sct f.eks bl.a hhv ca pct mio kr mv m.v evt inkl ekskl nr jf tlf m pga ift mht mhb vedr osv dvs fx skt st pr pt d v
    """.split()
)
_QUOTES: Final = frozenset("»\"“”„'")
_BY_NAME: Final = ("ved navn ", "virksomhed, der hedder ")
_LOOK_BACK: Final = 60


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words."""

    text: str
    """The article's text."""
    start: int
    end: int
    opens: bool
    """Whether it opens a sentence, so that its first capital says nothing."""
    words: list[str]
    """Its words, connecting signs and numbers left out."""
    before: str
    """What stands before it in its range, without an opening quote."""
    last_before: str
    """The word right before it, in lower case."""
    quoted: bool
    """Whether it opens a quotation."""

    @property
    def introduced(self) -> bool:
        """Whether a noun for what it is stands before it: *caféen*, *firmaet*."""
        return cues.ends_in(self.last_before, cues.KIND_NOUNS) or self.before.endswith(_BY_NAME)


def _run(text: str, start: int, end: int, floor: int, *, opens: bool) -> Run:
    before = text[max(floor, start - _LOOK_BACK) : start]
    quoted = before[-1:] in _QUOTES
    before = before[:-1] if quoted else before
    words = [word for word in text[start:end].split() if word[:1].isalpha() or word[-1:].isalpha()]
    last_before = before[before.rfind(" ", 0, -1) + 1 :].rstrip() if before.endswith(" ") else ""
    return Run(text, start, end, opens, words, before, last_before.lower(), quoted)


def runs_of(text: str, start: int, end: int) -> Iterator[Run]:
    """Yield the capitalised runs, words that only open a sentence dropped."""
    position = start
    while capital := _CAPITAL.search(text, position, end):
        first = capital.start()
        match = _RUN.match(text, first, end)
        position = match.end() if match else capital.end()
        if not match:
            continue
        opens = _opens_sentence(text, first, start)
        if opens and text[first - 2 : first] != ": " and not _could_open(match.group()):
            continue
        trimmed = _after_openers(text, first, position) if opens else first
        run = _run(text, trimmed, position, start, opens=opens and trimmed == first)
        if run.words:
            whole = _extended(run, start, end)
            position = max(position, whole.end)
            yield whole


def _opens_sentence(text: str, position: int, floor: int) -> bool:
    """Whether what begins at position is the first word of a sentence, quotation marks and dashes before it aside."""
    position -= text[max(0, position - 1)] in _OPENING
    if position <= floor or text[position - 1] in "\n\t":
        return True
    if position - floor > 1 and text[position - 1] == " ":
        mark = text[position - 2]
        dashed = mark in "–—•-" and position - 2 in {floor, text.rfind("\n", 0, position) + 1}
        ends = mark in _SENTENCE_ENDS and not (mark == "." and _abbreviated(text, position - 2))
        return dashed or ends
    return False


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop there belongs to an abbreviation."""
    return text[text.rfind(" ", 0, stop) + 1 : stop].strip("()»").lower() in _ABBREVIATIONS


def _after_openers(text: str, start: int, end: int) -> int:
    """Return where the name begins behind words such as *Ifølge* and *Vores* at the start of a sentence.

    A noun such as *Snedkeriet* has its capital from its place only where it is the very first word, and more is printed
    than the name.
    """
    words = text[start:end].split(" ")
    position = start
    alone = text[end : end + 1] in _LINE_ENDS
    for word, following in zip(words, [*words[1:], ""], strict=True):
        article = word in cues.ARTICLES and not (following[:1].isupper() and following.endswith("e"))
        first = position == start and not alone and not is_place(following)
        kind = following and first and not cues.opens_name(word) and _is_kind(word)
        if not (word in cues.SENTENCE_OPENERS or article or kind):
            break
        position += len(word) + 1
    return min(position, end)


def _is_kind(word: str) -> bool:
    return any(cues.ends_in(word, nouns) for nouns in (cues.KIND_NOUNS, cues.OTHER_NOUNS))


def _extended(run: Run, floor: int, end: int) -> Run:
    """Take in what a preposition or a hyphen ties to the name: *Huset på Havnen*, *Social- og Boligstyrelsen*."""
    head = cues.opens_name(run.words[0]) or run.words[0].lower() in cues.TRADES
    alone = len(run.words) == 1 and (head or run.introduced)
    named = len(run.words) > 1 and cues.opens_name(run.words[0])
    joins = alone or named or cues.ends_in(run.words[-1], cues.JOINING)
    further = _FURTHER.match(run.text, run.end, end) if joins else None
    if further and _ties(run, further, alone=alone):
        return replace(run, end=further.end())
    firm = _FIRM_BEFORE.search(run.before)
    if firm and _LEGAL_END.search(run.text, run.start, run.end):
        return _run(run.text, run.start - len(firm.group()), run.end, floor, opens=False)
    hyphenated = _HYPHENATED.search(run.before) if run.before.endswith(("- og ", "- & ")) else None
    start = run.start - len(hyphenated.group()) if hyphenated else run.start
    return _run(run.text, start, run.end, floor, opens=False) if hyphenated else run


def _ties(run: Run, further: re.Match[str], *, alone: bool) -> bool:
    """Whether a preposition behind a name belongs to it; *i* seldom does, since places follow it."""
    if further["link"] in {"for", "af"}:
        return alone or cues.ends_in(run.words[-1], cues.JOINING) or run.words[0].lower() in cues.ASSOCIATIONS
    if further["link"] != "i":
        return further["link"] == "om" or (alone and not run.opens)
    word, following = run.words[0].lower(), further.group().split()[1]
    generic = word in cues.ASSOCIATIONS
    if is_place(following) or following in cues.OF_VILLAGES:
        named = word in cues.TRADES or (not generic and cues.ends_in(word, cues.ASSOCIATIONS))
        return alone and not run.opens and named
    return generic and not alone


def _could_open(word: str) -> bool:
    """Whether one word at the start of a sentence can be a name at all: most are capitalised for their place only."""
    if word in cues.SENTENCE_OPENERS:
        return False
    if word.removesuffix("s") in cues.KNOWN:
        return True
    plain = word.isalpha() and word[1:].islower()
    return not plain or cues.opens_name(word) or cues.is_single_head(word.removesuffix("s"))

"""Finds the organisations that an article names: enterprises, associations, foundations, networks, schools, agencies.

Danish capitalises names only, so every capitalised run inside a sentence is a name; the words in it and beside it tell
whether it is an organisation, a person, a place, a department, or a strategy. What stays open counts only when it is
listed with one that does not.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.danish import organisation_cues as cues
from pipeline.danish.proper_names import UPPER, is_department_word, is_given_name, is_place
from pipeline.danish.roles import names_role
from schemas.evidence import Span
from schemas.record import Organisation

_WORD: Final = (
    rf"(?:(?:[{UPPER}]\.){{1,3}}(?=[ ]?[{UPPER}])|(?!I\b|{cues.LEGAL_FORM}(?!\w))"
    rf"(?:[{UPPER}][\w’]{{0,40}}(?:'[a-zæøå]{{1,4}})?|\d[{UPPER}])(?:[-/&+][{UPPER}]?\w{{1,40}}){{0,3}})"
)
_NUMBER: Final = r"\d{1,3}(?=[,.;:)]?(?:\s(?:på|i|og|har|er|som|der|til|med|hos|eller|kan)\b|$|\n|[,;:)]|\.(?:\s|$)))"
# Where a run may begin: a capital, or a digit before one, at the start of a word.
_CAPITAL: Final = re.compile(rf"[{UPPER}](?<![\w@./&-].)|\d(?=[{UPPER}])(?<![\w@./&-].)")
_RUN: Final = re.compile(
    rf"(?:{_WORD}(?:[ ](?:(?:[&+]|of|and|the)[ ])?(?:{_WORD}|{_NUMBER})){{0,7}}"
    rf"(?:,?[ ]{cues.LEGAL_FORM})?)(?![\w@-]|\.[a-z])"
)
_LEGAL: Final = re.compile(rf"\b{cues.LEGAL_FORM}(?!\w)")
_HYPHENATED: Final = re.compile(rf"[{UPPER}]\w{{2,20}}-\s(?:og|&)\s$")
_FURTHER: Final = re.compile(
    rf"\s(?P<link>for|af|til|på|med|uden)\s(?:den\s|det\s|de\s)?{_WORD}(?:\s{_WORD}){{0,3}}"
    rf"(?:(?<=\w)\sog\s(?!Fond|Foren|Caf|Hus|Netv|Selskab){_WORD}(?=[\s.,;)]|$))?"
)
_SENTENCE_ENDS: Final = frozenset(".!?:…")
_OPENING: Final = frozenset("»\"“”'(„")
_ABBREVIATIONS: Final = frozenset(
    """
    f.eks bl.a hhv ca pct mio kr mv m.v evt inkl ekskl nr jf tlf m pga ift mht mhb vedr osv dvs fx skt st pr pt d v
    """.split()
)
_QUOTES: Final = frozenset("»\"“”„'")
_BY_NAME: Final = ("ved navn ", "virksomhed, der hedder ")
_COMPASS: Final = frozenset("Nord Syd Øst Vest Midt By C N S V Ø NV SV NØ SØ".split())
_ARTICLES: Final = frozenset({"Den", "Det", "De"})
_NOTHING: Final = cues.NO_ORGANISATION | _ARTICLES
_LISTED: Final = re.compile(r"(?:\s?[,/]|,?\s(?:og|samt|eller|&))\s(?:(?:også|på|hos|fra|til)\s)?")
_PLURAL_ACRONYM: Final = re.compile(r"[A-ZÆØÅ]['’]?(?:er|erne|ere|ne|en|et)$")
_LAW: Final = re.compile(r"\b(?:lov|bekendtgørelse)\w{0,20}\s(?:nr\.\s\d+\s)?om\s$", re.IGNORECASE)
_LOOK_BACK: Final = 60
_SHORTEST_GENITIVE: Final = 4
_SHORTEST_FIRST_PART: Final = 2


@dataclass(frozen=True, slots=True)
class _Run:
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


def _run(text: str, start: int, end: int, floor: int, *, opens: bool) -> _Run:
    before = text[max(floor, start - _LOOK_BACK) : start]
    quoted = before[-1:] in _QUOTES
    before = before[:-1] if quoted else before
    words = [word for word in text[start:end].split() if word[:1].isalpha() or word[-1:].isalpha()]
    last_before = before[before.rfind(" ", 0, -1) + 1 :].rstrip() if before.endswith(" ") else ""
    return _Run(text, start, end, opens, words, before, last_before.lower(), quoted)


def _runs(text: str, start: int, end: int) -> Iterator[_Run]:
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
            yield _extended(run, start, end)


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
    """Return where the name begins behind words such as *Ifølge* and *Vores* at the start of a sentence."""
    words = text[start:end].split(" ")
    position = start
    for word, following in zip(words, [*words[1:], ""], strict=True):
        article = word in _ARTICLES and not (following[:1].isupper() and following.endswith("e"))
        kind = following and not _opens_name(word) and _is_kind(word)
        if not (word in cues.SENTENCE_OPENERS or article or kind):
            break
        position += len(word) + 1
    return min(position, end)


def _is_kind(word: str) -> bool:
    return any(cues.ends_in(word, nouns) for nouns in (cues.KIND_NOUNS, cues.OTHER_NOUNS))


def _extended(run: _Run, floor: int, end: int) -> _Run:
    """Take in what a preposition or a hyphen ties to the name: *Huset på Havnen*, *Social- og Boligstyrelsen*."""
    alone = len(run.words) == 1 and (_opens_name(run.words[0]) or run.introduced)
    further = _FURTHER.match(run.text, run.end, end) if alone else None
    if further and (not run.opens or further["link"] in {"for", "af"}):
        return replace(run, end=further.end())
    hyphenated = _HYPHENATED.search(run.before) if run.before.endswith(("- og ", "- & ")) else None
    start = run.start - len(hyphenated.group()) if hyphenated else run.start
    return _run(run.text, start, run.end, floor, opens=False) if hyphenated else run


def _judge(run: _Run, people: frozenset[str]) -> bool | None:
    """Whether a run is an organisation; None when it could be."""
    legal = _LEGAL.search(run.text, run.start, run.end)
    if legal:
        return legal.start() > run.start
    if run.quoted or run.introduced:
        return run.introduced and not _is_person(run, people)
    if _is_other(run, people):
        return False
    return _judge_single(run) if len(run.words) == 1 else _judge_several(run)


def _opens_name(word: str) -> bool:
    """Whether a name can begin with the word: *Fonden Tredje Spor*, *Café Spidsen*."""
    return word.lower() in cues.FIRST_WORDS or cues.ends_in(word, cues.FIRST_HEADS)


def _is_headed(word: str) -> bool:
    """Whether a word is what an organisation can be called: *Vækstklub*, *Bryghus-Café*, *Foods*."""
    return cues.ends_in(word, cues.HEADS) or word.lower().rsplit("-", 1)[-1] in cues.WHOLE_HEADS


def _single_head(word: str) -> bool:
    return cues.ends_in(word[_SHORTEST_FIRST_PART:], cues.SINGLE_HEADS)


def _is_sure(word: str) -> bool:
    """Whether a word is an organisation wherever it stands: *Erhvervsstyrelsen*, *BusinessAalborg*."""
    return bool(cues.CAMEL_CASE.match(word)) or cues.ends_in(word[_SHORTEST_FIRST_PART:], cues.SURE_HEADS)


def _could_open(word: str) -> bool:
    """Whether one word at the start of a sentence can be a name at all: most are capitalised for their place only."""
    if word in cues.SENTENCE_OPENERS:
        return False
    plain = word.isalpha() and word[1:].islower()
    return not plain or _opens_name(word) or _single_head(word.removesuffix("s"))


def _is_other(run: _Run, people: frozenset[str]) -> bool:
    """Whether the run is a person, place, department, strategy, event or anything else that is no organisation."""
    words = run.words
    nothing = all(word in _NOTHING or is_department_word(word) or _PLURAL_ACRONYM.search(word) for word in words)
    numbered = run.opens and len(words) == 1 and run.text[run.end - 1].isdigit() and not _is_headed(words[0])
    places = all(is_place(word) or word in _COMPASS for word in words)
    opening = None if len(words) == 1 or words[0] in _ARTICLES else words[0]
    headed = opening and (_opens_name(opening) or cues.ends_in(opening, cues.SINGLE_HEADS))
    other = not headed and cues.ends_in(words[-1], cues.OTHER_KINDS)
    other = other or cues.any_is(words[:1], cues.OFFICES) or _follows_other(run)
    return bool(nothing or numbered or places or other or _is_person(run, people))


def _follows_other(run: _Run) -> bool:
    """Whether the word before says that the name is a strategy's, a law's, a place's or the like."""
    noun = cues.ends_in(run.last_before, cues.OTHER_NOUNS) or run.last_before in cues.OTHER_WORDS
    return noun or bool(run.last_before == "om" and _LAW.search(run.before))


def _is_person(run: _Run, people: frozenset[str]) -> bool:
    words = [word.removesuffix("s") if word not in people else word for word in run.words]
    if all(word in people for word in words):
        return True
    if _is_headed(run.words[-1]) or (len(words) > 1 and _opens_name(words[0])):
        return False
    titled = len(words) > 1 and run.last_before[-1:].isalpha() and names_role(run.last_before)
    speaks = bool(cues.PERSON_VERB_AFTER.match(run.text, run.end))
    titled = titled or (len(words) > 1 and names_role(words[0]) and is_given_name(words[1]))
    return titled or speaks or is_given_name(run.words[0]) or is_given_name(words[0])


def _judge_several(run: _Run) -> bool:
    if _opens_name(run.words[0]) or _is_headed(run.words[-1]):
        return True
    return run.last_before not in cues.LOCATIVES


def _judge_single(run: _Run) -> bool | None:
    word = run.words[0]
    if _bare(run) in cues.KNOWN or _is_sure(_bare(run)) or run.end - run.start > len(word):
        return True
    if word.lower() in cues.GENERIC:
        return False
    if run.opens or run.last_before in cues.LOCATIVES:
        listable = _single_head(_bare(run)) or run.before.endswith(": ")
        return None if listable and run.opens else False
    sure = _single_head(_bare(run)) or cues.PARTNER_BEFORE.search(run.before)
    return True if sure or cues.VERB_AFTER.match(run.text, run.end) else None


def _bare(run: _Run) -> str:
    """Return the name without a possessive -s."""
    name = run.text[run.start : run.end].rstrip(",")
    if name.endswith(("'s", "’s")):
        return name[:-2]
    last = name.rsplit(" ", 1)[-1]
    if not name.endswith("s") or len(last) < _SHORTEST_GENITIVE:
        return name.rstrip("'’")
    own = cues.ends_in(last, cues.OWN_S) or (is_place(last) and not is_place(last[:-1]))
    own = own or bool(cues.NO_GENITIVE_AFTER.match(run.text, run.end))
    return name if own and not _single_head(last[:-1]) else name[:-1]


def _accepted(runs: Sequence[_Run], people: frozenset[str]) -> list[_Run]:
    """Return the organisations, and the open ones that are listed with them."""
    verdicts = [_judge(run, people) for run in runs]
    order = range(1, len(runs))
    for at, beside in [*((at, at - 1) for at in order), *((at - 1, at) for at in reversed(order))]:
        if verdicts[at] is None and verdicts[beside]:
            first, second = sorted((at, beside))
            text = runs[at].text
            verdicts[at] = True if _LISTED.fullmatch(text, runs[first].end, runs[second].start) else None
    return [run for run, verdict in zip(runs, verdicts, strict=True) if verdict]


def _is_short_form(name: str, fuller: str) -> bool:
    """Whether a name is a shorter form of another: *Fjordbroen* of *Foreningen Fjordbroen*."""
    short, words = name.casefold(), fuller.casefold().split()
    if len(name) >= len(fuller):
        return False
    definite = {word + ending for word in words for ending in ("et", "en", "t", "n")}
    return f" {short} " in f" {' '.join(words)} " or (len(words) > 1 and short in definite)


def find_organisations(
    text: str, ranges: Sequence[tuple[int, int]], exclude: Collection[str]
) -> tuple[Organisation, ...]:
    """Find the organisations named in the given ranges of the text, each once and in its fullest form.

    `exclude` holds the names of persons; neither they nor their first or last names alone are organisations.
    """
    people = frozenset(part for name in exclude for part in name.split() if not _is_headed(name.rsplit(maxsplit=1)[-1]))
    found: dict[str, tuple[str, _Run]] = {}
    for start, end in ranges:
        for run in _accepted(list(_runs(text, start, end)), people):
            name = _bare(run)
            found.setdefault(name.casefold(), (name, run))
    names = [name for key, (name, _) in found.items() if not (key.endswith("s") and key[:-1] in found)]
    return tuple(
        Organisation(name=name, evidence=(Span.of(text, run.start, run.start + len(name)),))
        for name, run in found.values()
        if name in names and not any(_is_short_form(name, other) for other in names)
    )

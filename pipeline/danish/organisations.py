"""Finds the organisations that an article names: enterprises, associations, foundations, networks, schools, agencies.

Danish capitalises names only, so every capitalised run inside a sentence is a name; the words in it and beside it tell
whether it is an organisation, a person, a place, a department, or a strategy. What stays open counts only when it is
listed with one that does not.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from pipeline.danish import organisation_cues as cues
from pipeline.danish.capitals import Run, runs_of
from pipeline.danish.personal import is_personal
from pipeline.danish.proper_names import is_department_word, is_given_name, is_place
from pipeline.danish.roles import names_role
from schemas.evidence import Span
from schemas.record import Organisation

_LEGAL: Final = re.compile(rf"\b{cues.LEGAL_FORM}(?!\w)")
_COMPASS: Final = frozenset("Nord Syd Øst Vest Midt By C N S V Ø NV SV NØ SØ".split())
_OF_A_MUNICIPALITY: Final = frozenset({"kommune", "kommunes"})
# *CO2-udledning*, *RSV-ordningen*: common nouns.
_ACRONYM_COMPOUND: Final = re.compile(r"[A-ZÆØÅ0-9]{2,6}-[a-zæøå]{3,}$")
# *Går De et par døre længere ned*: nobody's name.
_POLITE: Final = frozenset({"De", "Dem", "Deres", "I"})
_NOTHING: Final = cues.NO_ORGANISATION | cues.ARTICLES
_LISTED: Final = re.compile(r"(?:\s?[,/]|,?\s(?:og|samt|eller|&))\s(?:(?:også|på|hos|fra|til)\s)?")
_PLURAL_ACRONYM: Final = re.compile(r"[A-ZÆØÅ]['’]?(?:er|erne|ere|ne|en|et)$")
_LAW: Final = re.compile(r"\b(?:lov|bekendtgørelse)\w{0,20}\s(?:nr\.\s\d+\s)?om\s$", re.IGNORECASE)
_SHORTEST_GENITIVE: Final = 4
# *Socialøkonomis*: no ice cream.
_SCIENCES: Final = ("omis", "ogis", "afis")


def _judge(run: Run, people: frozenset[str]) -> bool | None:
    """Whether a run is an organisation; None when it could be."""
    legal = _LEGAL.search(run.text, run.start, run.end)
    if legal:
        return legal.start() > run.start
    if run.quoted or run.introduced:
        return run.introduced and not _is_person(run, people)
    if _is_other(run, people):
        return False
    return _judge_single(run) if len(run.words) == 1 else _judge_several(run)


def _is_other(run: Run, people: frozenset[str]) -> bool:
    """Whether the run is a person, place, department, strategy, event or anything else that is no organisation."""
    words = run.words
    nothing = all(word in _NOTHING or is_department_word(word) or _PLURAL_ACRONYM.search(word) for word in words)
    numbered = run.opens and len(words) == 1 and run.text[run.end - 1].isdigit() and not cues.is_headed(words[0])
    places = all(is_place(word) or word in _COMPASS for word in words)
    opening = None if len(words) == 1 or words[0] in cues.ARTICLES else words[0]
    headed = opening and (
        cues.opens_name(opening) or cues.ends_in(opening, cues.SINGLE_HEADS) or opening.endswith("riet")
    )
    other = not headed and cues.ends_in(words[-1], cues.OTHER_KINDS)
    other = other or words[0].lower() in cues.OFFICES or _follows_other(run) or _is_department(words)
    other = other or bool(_ACRONYM_COMPOUND.match(words[-1]))
    other = other or _is_village(words) or words[-1] in _POLITE or words[-1] in cues.OTHER_WORDS_AS_LAST
    other = other or (len(words) > 1 and cues.ends_in(words[0], cues.OTHER_NOUNS))
    return bool(nothing or numbered or places or other or _is_person(run, people))


def _is_village(words: list[str]) -> bool:
    return len(words) > 1 and words[0] in cues.OF_VILLAGES and not cues.is_headed(words[-1])


def _is_department(words: list[str]) -> bool:
    """Whether a part of a municipality is named: *Virksomhedsservice Syd*, *Aalborg Kommunes Beredskab*."""
    if any(word.lower() in _OF_A_MUNICIPALITY for word in words[1:]):
        return True
    rest = all(is_place(word) or word in _COMPASS or is_department_word(word) for word in words[1:])
    return rest and is_department_word(words[0]) and not words[0].startswith("Erhverv")


def _follows_other(run: Run) -> bool:
    """Whether the word before says that the name is a strategy's, a law's, a place's or the like."""
    noun = cues.ends_in(run.last_before, cues.OTHER_NOUNS) or run.last_before in cues.OTHER_WORDS
    return noun or bool(run.last_before == "om" and _LAW.search(run.before))


def _is_person(run: Run, people: frozenset[str]) -> bool:
    words = [word.removesuffix("s") if word not in people else word for word in run.words]
    if all(word in people for word in words):
        return True
    if cues.is_headed(run.words[-1]) or (len(words) > 1 and cues.opens_name(words[0])):
        return False
    titled = len(words) > 1 and run.last_before[-1:].isalpha() and names_role(run.last_before)
    speaks = bool(cues.PERSON_VERB_AFTER.match(run.text, run.end))
    titled = titled or (len(words) > 1 and names_role(words[0]) and is_given_name(words[1]))
    return titled or speaks or is_given_name(run.words[0]) or is_given_name(words[0])


def _judge_several(run: Run) -> bool:
    if cues.opens_name(run.words[0]) or cues.is_headed(run.words[-1]):
        return True
    return run.last_before not in cues.LOCATIVES


def _judge_single(run: Run) -> bool | None:
    word = run.words[0]
    if _bare(run) in cues.KNOWN or cues.is_sure(_bare(run)) or run.end - run.start > len(word):
        return True
    if word.lower() in cues.GENERIC:
        return False
    if run.opens or run.last_before in cues.LOCATIVES:
        listable = cues.is_single_head(_bare(run)) or run.before.endswith(": ")
        return None if listable and run.opens else False
    sure = cues.is_single_head(_bare(run)) or cues.PARTNER_BEFORE.search(run.before)
    acts = run.last_before not in cues.PREPOSITIONS and cues.VERB_AFTER.match(run.text, run.end)
    return True if sure or acts else None


def _bare(run: Run) -> str:
    """Return the name without a possessive -s."""
    name = run.text[run.start : run.end].rstrip(",")
    if name.endswith(("'s", "’s")):
        return name[:-2]
    last = name.rsplit(" ", 1)[-1]
    if not name.endswith("s") or len(last) < _SHORTEST_GENITIVE:
        return name.rstrip("'’")
    own = (cues.ends_in(last, cues.OWN_S) and not (last.endswith(_SCIENCES) or last[:-1].isupper())) or (
        is_place(last) and not is_place(last[:-1])
    )
    own = own or bool(cues.NO_GENITIVE_AFTER.match(run.text, run.end))
    return name if own and not cues.is_single_head(last[:-1]) else name[:-1]


def _accepted(runs: Sequence[Run], people: frozenset[str]) -> list[Run]:
    """Return the organisations, and the open ones that are listed with them."""
    verdicts = [_judge(run, people) for run in runs]
    order = range(1, len(runs))
    for at, beside in [*((at, at - 1) for at in order), *((at - 1, at) for at in reversed(order))]:
        if verdicts[at] is None and verdicts[beside]:
            first, second = sorted((at, beside))
            text = runs[at].text
            verdicts[at] = True if _LISTED.fullmatch(text, runs[first].end, runs[second].start) else None
    return [run for run, verdict in zip(runs, verdicts, strict=True) if verdict]


def _short_forms(names: Iterable[str]) -> dict[str, int]:
    """Each shorter form of the names, folded (*fjordbroen* of *Foreningen Fjordbroen*), with its longest full form."""
    longest: dict[str, int] = {}
    for name in names:
        words = name.casefold().split()
        places = range(len(words) + 1)
        forms = {" ".join(words[first:past]) for first in places for past in places[first + 1 :]}
        if len(words) > 1:
            forms |= {word + ending for word in words for ending in ("et", "en", "t", "n")}
        for form in forms:
            longest[form] = max(longest.get(form, 0), len(name))
    return longest


def find_organisations(
    text: str, ranges: Sequence[tuple[int, int]], exclude: Collection[str]
) -> tuple[Organisation, ...]:
    """Find the organisations named in the given ranges of the text, each once and in its fullest form.

    `exclude` holds the names of persons; neither they nor their first or last names alone are organisations. Names of
    offices among them exclude nothing.
    """
    people = frozenset(part for name in exclude if is_personal(name.split()) for part in name.split())
    found: dict[str, tuple[str, Run]] = {}
    for start, end in ranges:
        for run in _accepted(list(runs_of(text, start, end)), people):
            name = _bare(run)
            found.setdefault(name.casefold(), (name, run))
    names = {name for key, (name, _) in found.items() if not (key.endswith("s") and key[:-1] in found)}
    forms = _short_forms(names)
    return tuple(
        Organisation(name=name, evidence=(Span.of(text, run.start, run.start + len(name)),))
        for name, run in found.values()
        if name in names and len(name) >= forms.get(name.casefold(), 0)
    )

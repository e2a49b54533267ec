"""Tells personal names from the names of offices, towns and organisations."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.danish.organisation_cues import HEADS, WHOLE_HEADS, ends_in, opens_name
from pipeline.danish.proper_names import is_department_word, is_given_name, is_place

_OFFICE: Final = re.compile(
    r".*(?:kommune|center|centret|hus|huset|styrelsen|råd|rådet|forvaltning\w*|netværk|forening\w*|fonden|skole|afdeling\w*"
    r"|udvalg\w*|strategi\w*|nyhedsbrev\w*|kvartal|dage|dagene|festival\w*|messe\w*|topmøde\w*|konference\w*)s?$|\d",
    re.IGNORECASE,
)
_COMPASS: Final = frozenset({"Nord", "Syd", "Øst", "Vest", "Midt"})


def is_office_word(word: str) -> bool:
    """Tell whether a word names a municipality, an office or the like, and can be no part of a personal name."""
    return bool(_OFFICE.match(word))


def is_personal(words: Sequence[str]) -> bool:
    """Tell whether the words are a person's name: a known given name first, or two words that name nothing else."""
    if not words or any(map(is_office_word, words)):
        return False
    return is_given_name(words[0]) or (len(words) > 1 and not any(map(_names_no_person, words)))


def _names_no_person(word: str) -> bool:
    """Whether a word is seldom part of a personal name: a town, a department, a kind of organisation."""
    organised = ends_in(word, HEADS) or word.lower() in WHOLE_HEADS or opens_name(word)
    return organised or word in _COMPASS or is_place(word) or is_department_word(word)

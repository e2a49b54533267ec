"""What Danish proper names are made of: the atoms that the readers of people, contacts and organisations share."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from pipeline.danish.municipalities import all_municipalities

UPPER: Final = "A-ZÆØÅÄÖÜÉÁŠÇ"
# One part of a person's name: Lone, Jens-Ole, McDonald, O'Brien, J., M.-L.; all capitals are read too (LONE HANSEN).
NAME_PART: Final = (
    r"(?:(?:Chr|Kr|Th|Fr|Aa|Ph|Joh|Alb|Edv|Vilh)\.(?=\s[A-ZÆØÅ])"
    rf"|[{UPPER}][\w’']{{1,24}}(?:[-‑][{UPPER}][\w’']{{0,24}}){{0,2}}|[{UPPER}]\.(?:[-‑ ]?[{UPPER}]\.)?)"
)
PARTICLE: Final = r"(?:von|van|af|de|del|della|der|den|la|le|el|al|bin|ibn|da|dos|zu|du|ter)"
_LAST_PART: Final = rf"[{UPPER}][\w’']{{1,24}}(?:[-‑][{UPPER}][\w’']{{0,24}}){{0,2}}"
PERSON: Final = rf"{NAME_PART}(?:\s(?:{PARTICLE}\s){{0,2}}{NAME_PART}){{0,4}}\s(?:{PARTICLE}\s){{0,2}}{_LAST_PART}"

# Nouns that name what a person does, alone or as the last part of a compound (virksomhedskonsulent, kontorchef).
_ROLE_STEMS: Final = (
    r"konsulent|chef|leder|direktør|koordinator|medarbejder|rådgiver|sekretær|fuldmægtig|borgmester|rådmand|formand"
    r"|forperson|forkvinde|ansvarlig|udvikler|vejleder|specialist|assistent|manager|partner|jurist|økonom|planlægger"
    r"|mægler|redaktør|inspektør|sagsbehandler|kurator|ambassadør|pædagog|lærer|socialrådgiver|formidler|mentor"
    r"|tovholder|ildsjæl|stifter|iværksætter|indehaver|bestyrer|forstander|rektor|byrådsmedlem|studerende|student"
    r"|praktikant|indkøber|controller|analytiker|arkitekt|facilitator|agent|strateg|supervisor|coach|terapeut"
    r"|sygeplejerske|akademiker|guide|driver|lead|officer|kommunikatør|bibliotekar|ingeniør|frontfigur|politiker"
    r"|næstformand|kasserer|sparringspartner|jobcoach|projektmager|tilsynsførende|sagkyndig|håndværker|kontaktperson"
    r"|vært|værtinde|præst|provst|psykolog|revisor|advokat|buddy|ejer|medejer|grundlægger|medlem|kok|gartner|smed|minister|fundraiser|underviser"
    r"|forsker|designer|repræsentant|talsperson|talsmand|initiativtager|trainee|pedel|entreprenør|bager|tømrer|murer|maler|kunstner|forfatter|træner|arbejder|håndværksmester|købmand"
)
ROLE_NOUN: Final = rf"(?:[\w-]{{0,40}}?(?:{_ROLE_STEMS})(?:e?n|t)?)"
ROLE_NOUN_PLURAL: Final = rf"(?:[\w-]{{0,40}}?(?:{_ROLE_STEMS})(?:e?rne|e?r|e|ene|ne))"


@cache
def _words(section: str) -> frozenset[str]:
    source = files("pipeline.danish").joinpath("proper_names.toml").read_text(encoding="utf-8")
    words: str = tomllib.loads(source)[section]
    return frozenset(words.split())


def is_given_name(word: str) -> bool:
    """Tell whether a word is a common given name; of a double name the first part decides."""
    names = _words("given_names")
    return word in names or re.split("[-‑]", word, maxsplit=1)[0] in names


@cache
def _place_names() -> frozenset[str]:
    official = {part for m in all_municipalities().values() for part in (m.name, *m.name.split("-"))}
    return _words("places") | official | {"København", "Vesthimmerland", "Mors"}


def is_place(word: str) -> bool:
    """Tell whether a word is a Danish town, island or region, or its genitive."""
    places = _place_names()
    return word in places or (word.endswith("s") and word[:-1].rstrip("'’") in places)


def is_department_word(word: str) -> bool:
    """Tell whether a word is one of those that municipal departments are named with."""
    return word in _words("departments")

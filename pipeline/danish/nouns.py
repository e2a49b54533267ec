"""What a number counts: classes of Danish nouns, and how the noun after a number is found.

Danish puts the noun right after the number, adjectives between them (`17 små lokale virksomheder`). A word of grammar
in its place means that the noun is understood (`27 er på listen`); any other noun means that something else is counted.
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

NounClass = Literal["enterprise", "loose_enterprise", "registered", "job", "target", "staff", "elided", "other"]

_WORDS: Final[dict[NounClass, str]] = {
    "registered": (
        r"rsv(?:['’]?(?:er|erne|ere|s))?|rsv-\w+|regi?st\w{0,3}r\w{0,3}(?:de|t)|registrering(?:er|erne)?|godkendte?"
    ),
    "enterprise": (
        r"(?:social|socio)?-?vir\w{0,3}s?o?m?h\w{0,2}d(?:er|erne|en|ers|ernes|s)?|s-virksomhed\w*|søv(?:['’]?er)?"
        r"|so[cs]i[ao]\w{0,3}[øo]k\w*"
    ),
    "loose_enterprise": (
        r"(?:initiativ|aktør|firma|foretagende|organisation|enhed|projekt|tiltag|arbejdsfællesskab|foretagend)"
        r"(?:er|erne|r|en|et)?|steder|navne"
    ),
    "job": (
        r"jobs?|job(?:bene|bet|ene)|job(?:tal|mål|del|sid|antal|skab)\w*|job(?:åbning|mulighed)er|beskæftigede"
        r"|arbejdsplads(?:er|erne)?|\w*stilling(?:er|erne)?|årsværk(?:ene)?|fuldtids\w+|ansættelse(?:r|rne)?"
        r"|ansættelsesforhold|(?:fleks|flex|skåne|små|deltids|støttede)-?job(?:s|bene)?"
    ),
    "target": (
        r"(?:med)?borger(?:e|ne)|mennesker|personer|pers|udsatte|ledige|langtidsledige|folk|unge|\w*modtagere"
        r"|\w*pensionister|fleks\w*jobbere|flygtninge|mænd|kvinder|sjæle|individer|mand|indvandrere|psykisk\w*"
        r"|sindslidende|handicappede|sårbare|hjemløse|kandidater|aktivitetsparate|jobparate"
    ),
    "staff": r"(?:med)?ansatte|medarbejder(?:e|ne)?|lønmodtagere|kolleger|hoveder|fastansatte|lønnede|arbejdere",
}
"""Misspellings that drop or swap a letter (`virksomhder`, `registrede`) are let in."""
_CLASSES: Final = {name: re.compile(rf"^(?:{words})$") for name, words in _WORDS.items()}
_UNITS: Final = re.compile(
    r"\b(?:årsværk\w*|helårsværk|fuldtidsstilling\w*|fuldtidsækvivalent\w*|heltidsstilling\w*)\b"
)
_QUALIFIERS: Final = re.compile(r"^(?:regi?st\w{0,3}r\w{0,3}(?:de|t)|godkendte?|so[cs]i[ao]\w{0,3}[øo]k\w*)$")
"""Adjectives that may also stand alone: `4 registrerede`."""
_EMPTY: Final = frozenset(
    "stykker stk styk styks stks i alt ialt aktive aktiv lokale lokal små store mindre større egentlige reelle"
    " kendte forskellige enkelte af dem os".split()
)
"""Words that may stand where the noun would, and count nothing of their own."""
_GRAMMAR: Final = frozenset(
    "er var har havde bliver blev være været kan kunne skal skulle vil ville må måtte bør får fik fået have haft"
    " står stod findes fandtes ligger lå hører hørte holder holdt drives drev driver kører kørte arbejder"
    " arbejdede fungerer opfylder lever kalder tæller talte beskæftiger beskæftigede ansætter skaber skabte regnes"
    " betegnes udgør omfatter består bor i på af til fra med ved for om under over efter hos uden inden blandt"
    " mellem ifølge pr per gennem siden mod ud og eller men samt plus mens dog så da når hvis fordi at som der"
    " hvor hvoraf heraf deraf hvad hvilket nu her lige pt allerede alene endnu stadig fortsat faktisk tilsammen"
    " sammenlagt samlet tilbage indtil ikke også nok vist vel jo altså derfor ca cirka omkring mindst højst kun"
    " blot bare igen måske formentlig desværre heldigvis typisk dertil vi jeg de det den man han hun os dem mig"
    " sig dig vores deres jeres disse denne dette hele alle begge nåede nåde tror mener gætter siger sagde lyder"
    " hedder kommer kom går gik ser kender vidste giver gav indgår deltager medvirker drejer dækker oplyser"
    " registreres tilbyder hjælper tager tog bruger laver yder knytter ansat åbner lukker opstår vokser modtager"
    " producerer søger ønsker fordeler fordelt fremgår optræder opererer eksisterer forbliver skifter viser"
    " varierer svinger svarer betyder oplever vælger fortsætter samler dannes blevet ansættes optaget noteret"
    " opført tilknyttet beskæftiget igennem lykkedes tilmeldt".split()
)
_SUBJECTS: Final = frozenset(("vi", "jeg", "de", "det", "der", "man", "den", "kommunen"))
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_PLURAL_ENDINGS: Final = ("e", "r")
_BARE_PLURALS: Final = tuple(
    "hold forløb besøg tilbud bud hus spor led kort dyr børn ting skridt træk fag lån valg salg par sæt svar"
    " møbler år mål point medlem navn lokalråd råd udvalg bord værksted sted projekt fællesskab samarbejd netværk"
    " selskab initiativ kurs ben nye cvr-nr tv stk".split()
)
_NOUN_WINDOW: Final = 6  # adjectives before the noun, and the noun
_SCAN: Final = 160


class Noun(NamedTuple):
    """What a number counts, and how many characters after the number the noun ends."""

    name: NounClass
    end: int


@lru_cache(maxsize=1 << 12)
def noun_class(word: str) -> NounClass | None:
    """Tell the class of one lower-case word, or None for a word of no class."""
    return next((name for name, pattern in _CLASSES.items() if pattern.match(word)), None)


def noun_after(after: str, *, plural: bool = True) -> Noun:
    """Find what the words after a number say that it counts; after one or none any word may be a noun."""
    words = [(match.group(), match.end()) for match in _WORD.finditer(after[:_SCAN])][: _NOUN_WINDOW + 1]
    content = 0
    for position, (word, end) in enumerate(words):
        name = noun_class(word)
        if name and _QUALIFIERS.match(word):
            return _qualified(Noun(name, end), words[position + 1 :])
        if name:
            return Noun(name, end)
        if word in _GRAMMAR or (position == 0 and len(words) > 1 and words[1][0] in _SUBJECTS):
            break
        if plural and position == 0 and word not in _EMPTY and not _may_be_plural(word):
            break
        content += word not in _EMPTY
    return Noun("other" if content else "elided", 0)


def _may_be_plural(word: str) -> bool:
    """Whether a word may be a noun or adjective in the plural; an adverb such as `efterhånden` may not."""
    return word.endswith(_PLURAL_ENDINGS + _BARE_PLURALS)


def _qualified(found: Noun, rest: list[tuple[str, int]]) -> Noun:
    """Go on from an adjective to its noun: `registrerede socialøkonomiske virksomheder`, `registrerede borgere`."""
    for word, end in rest:
        name = noun_class(word)
        if name is None:
            return found
        found = Noun(name if name in {"target", "staff", "job"} else found.name, end)
        if not _QUALIFIERS.match(word):
            return found
    return found


def last_noun(before: str) -> Noun | None:
    """Find the last noun of a known class before a number; end counts from the start of the text."""
    tail = max(0, len(before) - _SCAN)
    found = None
    for match in _WORD.finditer(before, tail):
        name = noun_class(match.group())
        if name:
            found = Noun(name, match.end())
    return found


def is_full_time(text: str) -> bool:
    """Whether the words speak of full-time equivalents (`årsværk`, `fuldtidsstillinger`)."""
    return bool(_UNITS.search(text))

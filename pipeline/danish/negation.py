"""Negation in a Danish clause: four word lists and how far each reaches.

As in the qualifiers of clinical text readers: words that negate what follows, words that negate what stands before
them, words that end a negation's reach, and pseudo-negations, which look negated and are not.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.danish.clauses import Clause

NOT: Final = frozenset({"ikke", "ikk", "ikek", "ej", "aldrig", "næppe"})
"""Adverbs; in a main clause they negate both ways: `det har vi ikke`."""
NONE: Final = frozenset({"ingen", "inge", "intet", "ingenting", "hverken"})
"""Determiners and pronouns; `vi har ingen aftale` denies the verb before them too."""
LACKING: Final = frozenset(
    {
        "mangler",
        "mangle",
        "manglede",
        "manglet",
        "savner",
        "savnede",
        "undlader",
        "undlod",
        "undladt",
        "undlade",
        "fravalgt",
        "fravælger",
        "fravalgte",
        "afviser",
        "afvist",
        "afviste",
        "undgår",
        "undgå",
        "undgået",
        "afstår",
        "afstået",
    }
)
"""Verbs that deny their object."""
BEFORE: Final = NOT | NONE | LACKING | {"uden"}
"""Words that negate what follows them."""
AFTER: Final = NOT | NONE | {"mangler", "udestår", "udebliver"}
"""Words that negate what stands before them."""

_SUBJECT: Final = "vi|jeg|man|de|den|det|han|hun|kommunen|byrådet|der"
_VERB: Final = (
    "har|havde|er|var|bliver|blev|kan|kunne|vil|ville|skal|skulle|må|gør|får|giver|bruger|bruges|arbejder|samarbejder|"
    "følger|køber|hjælper|laver|ser|tager|går|står|findes|prøver|forsøger|ønsker|håber|holder|vælger|behandler|støtter|"
    "henviser|tilbyder|anvender|stiller|ved|tror|mener|synes|regner|forventer|afventer"
)
TERMINATING: Final = (
    r"men|derimod|hvorimod|hvorfor|undtagen|medmindre|fordi|eftersom|idet|hvis|når|mens|selvom|selv\s+om|om\s+end",
    r"bortset\s+fra|udover|ud\s+over|til\s+gengæld",
    rf"så\s+(?:{_VERB}|{_SUBJECT})",
    rf"da\s+(?:{_SUBJECT})",
    rf"om\s+(?:{_SUBJECT}|hvorvidt)",
    rf"(?:og|samt)\s+(?:{_SUBJECT}|{_VERB})",
    rf"(?:og|eller|samt)\s+(?:slet\s+)?(?:{'|'.join(sorted(NOT | NONE | {'uden'}))})",
)
"""Where a negation's reach ends; at a plain conjunction only if a new subject, verb or negator follows it."""
SUBORDINATE: Final = (
    rf"at\s+(?:{_SUBJECT})",
    rf"som\s+(?:{_SUBJECT}|{_VERB}|ikke|aldrig)",
    r"(?<!\ber )(?<!\bhar )(?<!\bfindes )(?<!\bvar )(?<!\bligger )der\s+(?:ikke|aldrig)",
)
"""Openings of a subordinate clause: a negation inside stays there, one before it reaches in (`tror ikke at vi har`)."""

_DENIABLE: Final = (
    r"uden|undlade|undladt|undgå|undgået|mangle|manglet|fravalgt|afvist|ingen|intet|sig(?:e|er)\s+nej|"
    r"(?:til\s+at\s+)?komme\s+uden\s?om"
)
_MERELY: Final = r"kun|bare|blot|alene|udelukkende|mindst|desto\s+mindre"
_BOUND: Final = r"(?:under|over|mindre\s+end|færre\s+end|flere\s+end|mere\s+end)\s+\w+"
PSEUDO: Final = (
    rf"(?:ikke|aldrig|ej|næppe)\s+(?:helt\s+|ligefrem\s+)?(?:{_MERELY}|{_DENIABLE}|{_BOUND}|så\s+få|sandt|andet\s+end)",
    rf"(?:kan|kunne|vil|ville|skal)\s+(?:\w+\s+)?ikke\s+(?:\w+\s+)?(?:{_DENIABLE}|klage|benægte|afvise)",
    r"ikke\s+(?:kan|vil|skal|kunne|ville)\s+(?:sige\s+nej|komme\s+uden\s?om|klage|benægte|afvise)",
    r"(?:ikke|ingen|uden)\s+(?:nogen\s+)?(?:tvivl|hemmelighed|undtagelse|problemer|omsvøb|forbehold|tøven|besvær)",
    r"uden\s+(?:for|om|at\s+(?:tøve|blinke|prale)|videre)",
    r"intet\s+mindre\s+end|hvis\s+ikke|om\s+ikke\s+(?:andet|før)|tøver\s+ikke|ikke\s+tøve",
    r"(?:mangler|mangle|savner|manglede)\s+(?:vi\s+)?(?:ikke|aldrig|hverken|næppe)|(?:ingen|intet)\s+(?:mangler|savner)",
)
"""What looks negated and is not, double negations among it."""


def _compiled(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{part})\b" for part in parts))


_TERMINATING: Final = _compiled(TERMINATING)
_SUBORDINATE: Final = _compiled(SUBORDINATE)
_PSEUDO: Final = _compiled(PSEUDO)
_INFINITIVE: Final = re.compile(rf"\s+at\s+(?!(?:{_SUBJECT})\b)")


@dataclass(frozen=True, slots=True)
class _Reach:
    """A negator and how far it reaches on either side; offsets are into the clause's text."""

    start: int
    left: int
    right: int


@lru_cache(maxsize=512)
def _reaches(clause: Clause) -> tuple[_Reach, ...]:
    """Find the negators of a clause; pseudo-negations and the `hverken` of `ikke i hverken x eller y` are left out."""
    text = clause.lower
    hard = [match.start() for match in _TERMINATING.finditer(text)]
    soft = sorted(hard + [match.start() for match in _SUBORDINATE.finditer(text)])
    pseudo = [match.span() for match in _PSEUDO.finditer(text)]
    found: list[_Reach] = []
    for token in clause.tokens:
        start, end = token.start - clause.start, token.end - clause.start
        echo = token.lower == "hverken" and bool(found)
        if token.lower not in BEFORE | AFTER or echo or any(first <= start < past for first, past in pseudo):
            continue
        backward = token.lower in AFTER and not (token.lower in NOT and _INFINITIVE.match(text, end))
        left = max((at for at in soft if at <= start), default=0) if backward else start
        right = min((at for at in hard if at > start), default=len(text)) if token.lower in BEFORE else start
        found.append(_Reach(start, left, right))
    return tuple(found)


def negated(clause: Clause, start: int) -> bool:
    """Whether the word at the article offset `start` is denied by its clause.

    Two negations that both reach the word make it positive; a pseudo-negation (`ikke uden`, `ikke kun`) is none.
    """
    at = start - clause.start
    return sum(reach.left <= at < reach.right and reach.start != at for reach in _reaches(clause)) % 2 == 1


def denies(clause: Clause) -> bool:
    """Whether the clause holds any negation that is no pseudo-negation."""
    return bool(_reaches(clause))

"""Words around a number that say how exactly it is meant: `about`, `least`, `most`, or `denied`.

`over 20` is a lower bound and `under 20` an upper one, with the number as printed; `ikke under` is a lower one again.
The hedge that stands next to the number decides, save that a bound outside `ca.` wins (`mindst ca. 20`).
"""

import re
from typing import Final, Literal, NamedTuple, cast

Kind = Literal["about", "least", "most", "denied"]

WINDOW: Final = 60
"""Characters searched on each side of a number; the longest hedge with its fillers has fewer."""
_DEGREE: Final = r"(?:(?:lidt|godt|langt|noget|pænt|lige|en del|betydeligt|stadig|klart|et stykke|et godt stykke)\s)?"
_NOT_MUCH: Final = (
    r"(?:ikke|næppe|aldrig|sjældent)\s(?:(?!om\b|at\b|hvor\b|men\b|og\b|kun\b"
    r"|bare\b)[^\W\d_]+\s){0,3}(?:tale om\s)?"
)
_MORE: Final = r"(?:mere|flere|højere|større) end"
_LESS: Final = r"(?:mindre|færre|lavere|ringere) end"
_LISTS: Final = "ud hen liste listen opgørelse oversigt oversigten overblik kendskab fordelt".split()
_NO_LIST: Final = "".join(rf"(?<!{word}\s)" for word in _LISTS)
"""A list over 20 enterprises says nothing of more than 20."""
_ROUGHLY: Final = (
    r"ca\b\.?|cirka|circa|omkring|omkr\.|omtrent|rundt regnet|henved|hen (?:ved|i?mod)|skønsmæssigt|tilnærmelsesvis"
    r"|i omegnen(?: af)?|i nærheden af|i retning af|plus ?/? ?minus|\+ ?/ ?-|±|~|≈|groft (?:sagt|regnet)"
)
# Nor a number: *7 virksomheder med ca. 25 job* says nothing of the 7.
_NO_WORD_AHEAD: Final = r"(?=\s?(?:[.,;:!()–-](?!\s?\d)|$))"
_NOUN: Final = r"(?:\s(?!(?:og|samt|men|plus)\b)[^\W\d_]+){1,3},?\s"
_BEFORE_WORDS: Final = {
    "most": rf"{_NOT_MUCH}(?:over|{_MORE})|(?:aller)?høje?st|maks(?:imalt|imum)?\b\.?|max\b\.?|op til|op ?i?mod"
    rf"|{_DEGREE}(?:under|{_LESS})|ikke engang|i bedste fald|≤|<",
    "least": rf"{_NOT_MUCH}(?:under|{_LESS})|{_DEGREE}{_NO_LIST}(?:over|{_MORE})|(?:aller)?mindst|minimum|min\."
    r"|minimalt|i hvert fald|i det mindste|≥|>",
    "about": rf"{_ROUGHLY}|knapt?|små|tæt på|nær|næsten|stort set|så godt som|nærmest"
    r"|nærmer (?:sig|os|vi os|de sig)|vel|vist(?:nok)?|måske|nok|snart"
    r"|godt(?: og vel)?|(?:noget|nogle?) (?:som|der ligner)|anslået|skønnet|estimeret|vurderet(?: til)?"
    r"|i (?:under|over)kanten af|ikke (?:helt|(?:ret )?langt fra)|sådan noget|deromkring|lige ved",
    "denied": r"ikke(?: de)?|næppe",
}
_FILLER_WORDS: Final = (
    r"i alt|ialt|alt i alt|sammenlagt|tilsammen|samlet|de|vores|kun|blot|bare|præcis|netop|hele|der er|et sted"
)
_AFTER_WORDS: Final = {
    "least": r"eller (?:flere|mere|derover|højere)\b|og (?:opefter|opad|derover)\b"
    rf"|(?:som minimum|i hvert fald|i det mindste|mindst|minimum|plus|lavt (?:sat|regnet|skønnet)){_NO_WORD_AHEAD}",
    "most": r"eller (?:færre|mindre|derunder)\b"
    r"|(?:højst|maks\b\.?|maksimalt|max\b\.?|(?:som )?maksimum|på det (?:højeste|meste)|højt (?:sat|regnet)|som mest)"
    rf"{_NO_WORD_AHEAD}",
    "about": r"(?:eller (?:der ?omkring|omkring det|så|lignende|noget i den (?:retning|stil))|deromkring)\b"
    rf"|(?:{_ROUGHLY}|efter bedste skøn|i runde tal|(?:vil|ville) (?:jeg|vi) (?:tro|skyde på|gætte på|anslå|skønne)"
    rf"|(?:skyder|gætter|anslår|skønner) (?:jeg|vi)(?: på)?){_NO_WORD_AHEAD}",
}


def _named(words: dict[str, str]) -> str:
    return "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in words.items())


_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_named(_BEFORE_WORDS)})\s?(?:(?:{_FILLER_WORDS})\s){{0,2}}$")
_PLUS: Final = re.compile(r"\s?\+(?!\s?[\d/])")
_AFTER: Final = re.compile(rf",?\s?(?:{_named(_AFTER_WORDS)})")
_AFTER_NOUN: Final = re.compile(rf"{_NOUN}(?:{_named(_AFTER_WORDS)})")


class Hedge(NamedTuple):
    """What a hedge says, and how many characters it takes beside the number."""

    kind: Kind
    length: int


def hedge_before(text: str) -> Hedge | None:
    """Read the hedge at the end of the lower-case text that stands before a number."""
    window = text[-WINDOW:]
    match = _BEFORE.search(window)
    return Hedge(cast("Kind", match.lastgroup), len(window) - match.start()) if match else None


def hedge_after(text: str) -> Hedge | None:
    """Read the hedge at the start of the lower-case text after a number; length 0 where its noun comes between."""
    window = text[:WINDOW]
    if plus := _PLUS.match(window):
        return Hedge("least", plus.end())
    if match := _AFTER.match(window):
        return Hedge(cast("Kind", match.lastgroup), match.end())
    match = _AFTER_NOUN.match(window)
    return Hedge(cast("Kind", match.lastgroup), 0) if match else None

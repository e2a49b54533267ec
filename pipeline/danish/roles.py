"""Reads what a person does from the words beside the name, as printed and without the name."""

import re
from typing import Final, NamedTuple

from pipeline.danish.proper_names import ROLE_NOUN, ROLE_NOUN_PLURAL, UPPER

_FUNCTION_WORDS: Final = frozenset(
    """
    af alene allerede altså at begge blandt blev både da de dem den denne der deres derefter derfor det dette dig
    dog du efter egen eller en end endnu er et for foruden fra først før gennem gjorde gøre gør ham han hans har
    havde have hende hendes her hos hun hvad hvem hver hvilke hvis hvor hvordan hvorfor i idet ifølge igen ikke ind
    inden især jeg jo kan kun kunne lige med meget mellem men mens mod ned nemlig netop nogle nok nu når og også om
    omkring op os over pr på samt sammen selv siden sig sin sine sit skal skulle som således så sådan til tit tog
    trods ud uden under var ved vel vi via vil ville vores være været besøgt fanget fået givet interviewet mødt
    mødte mødtes ringet snakket spurgt spurgte stillet svar svaret taget talt talte kontakt kontakte kontaktes ring
    ringe ringer skriv skrive skriver mail henvend henvende henvendelse oplysninger rettes yderligere information
    venligst gerne information spørg svarer fortæller siger forklarer besvarer beretter oplyser
    """.split()
)
_WORD: Final = r"[\w’'./&-]{1,40}"
_NOUN_WORD: Final = re.compile(rf"\b{ROLE_NOUN}\b", re.IGNORECASE)
_PLURAL_WORD: Final = re.compile(rf"\b{ROLE_NOUN_PLURAL}\b", re.IGNORECASE)
_AS: Final = (
    r"(?:(?:er|var|arbejder|fungerer|virker|sidder|optræder|blev|tiltrådte)\s(?:\w{1,15}\s){0,3}?(?:ansat\s)?som"
    r"|har\s(?:\w{1,15}\s){0,4}?været(?:\sansat\ssom)?|har\s(?:titel|titlen|stilling|stillingen)\s(?:af|som)|er\s(?:ansat\ssom|udnævnt\stil)|er|bestrider\sstillingen\ssom)"
)
_ADVERBS: Final = (
    r"(?:(?:i\sdag|til\sdaglig|dagligt|nu|også|for\stiden|i\søjeblikket|netop|allerede|stadig|fortsat"
    r"|(?:den|en)(?=\s))\s){0,2}"
)
_DAILY: Final = r"(?:(?:til\sdaglig|i\sdag|nu)\s)?"
# What may stand between a name and the role: *fra Jobcenter X*, *, 47 år*, *(tidligere Holm)*.
_FROM_WHERE: Final = (
    rf"(?:\s(?:fra|i|ved|hos)\s(?:{_WORD}\s){{0,5}}?{_WORD}(?=\s?[,(–])|,\s\d\d(?:\sår)?(?=,)"
    rf"|\s\((?![^)]{{0,40}}{ROLE_NOUN})[^)]{{1,30}}\)(?=,))?"
)
_AFTER_NAME: Final = re.compile(
    rf"""{_FROM_WHERE}(?:
      ,\s(?:der|som|hvor\s(?:hun|han))\s(?:\w{{1,15}}\s){{0,4}}?(?P<relative>{_AS})\s{_ADVERBS}
    | ,\s(?:der|som)\s(?P<as>som\s)
    | ,?\s(?P<verb>{_AS})\s{_ADVERBS}
    | (?P<comma>,\s){_DAILY}
    | \s(?P<paren>\(){_DAILY}
    | \s(?P<dash>[–—-]\s){_DAILY}
    | \s(?P<bare>(?={ROLE_NOUN}\b))
    )""",
    re.VERBOSE,
)
_WHERE: Final = re.compile(rf"(?:,\shvor|;|,?\s(?:og|men))\s(?:hun|han|som|der)\s(?:{_AS})\s{_ADVERBS}")
_HYPHENATED: Final = re.compile(r"[\w-]{2,30}-\s(?:og|&)\s$")
_PRONOUN: Final = re.compile(rf"[.!?]?\s(?:Hun|Han)\s(?:{_AS})\s{_ADVERBS}")
_STOP_WORD: Final = (
    r"om|har|havde|svarer|svarede|svaret|fortæller|fortalte|siger|forklarer|besvarer|er|var|blev|vil|kan|skal|tager|tog"
    r"|giver|gav|stiller|deltager|gør|ser|mener|oplyser|beretter|efter|siden|gennem|igennem|mens|da|fordi|hvordan|hvad|hvor|når|inden|via|pr\."
    r"|over\sen|på\svegne|på\sspørgsmål\w*|i\sforbindelse|i\sanledning|til\sen|som|der|at|sammen\smed|løfter|sætter|deler|fører"
)
_ROLE_END: Final = re.compile(
    rf"""\s?[;:()?!]|\s[–—-]\s|\.(?=\s[^a-zæøå]|\s?$)|\n|$
    | \s(?:{_STOP_WORD})(?=[\s,.:]|$)
    | (?<!-),
    """,
    re.VERBOSE,
)
# The commas in *chef for Erhverv, Bosætning og Arbejdsmarked* do not end the role.
_CAPITAL_LIST: Final = re.compile(
    rf"\b(?=[{UPPER}])(?!{ROLE_NOUN}\b)[{UPPER}][\w-]{{1,30}}(?:,\s[{UPPER}][\w-]{{1,30}}){{1,4}}\s(?:og|&|samt)\s[{UPPER}]"
)
# Behind a name and a comma these open a statement, and no title that is unknown here.
_VERB_ENDINGS: Final = ("r", "ede", "te")
# Adjectives stand before a role (*strategisk konsulent*); words that end so are verbs, or end a clause.
_NO_ADJECTIVE: Final = (",", ".", ":", "ede", "te", "er")
# What leads over to the next person at the end of the words about one: *… og projektleder*.
_NEXT: Final = re.compile(r",?\s(?:og|samt|&)(?:\s(?!(?:og|samt)\b)[\w-]{1,40}){0,4}\s?$")
# What may stand between a role and the name behind it: *leder **af Jobcenter X**, Lone …*.
_PLACE_OF_WORK: Final = re.compile(
    r"(?P<where>\s(?:i|for|af|ved|på|hos|fra)(?:\s(?!(?:er|var|har|hedder|bliver)\b)[\w&-]{1,40},?){1,9}?)?,?\s"
)
_LEFT_OVER: Final = re.compile(r",?\s(?:og|men|samt|så)$")
_LONGEST_ROLE: Final = 160
_SENTENCE_ENDS: Final = (".", "!", "?", "\n", "")
_LOOK_BACK: Final = 140
_LOOK_AHEAD: Final = 1200  # as long as a sentence of a lead may be
_MOST_ADJECTIVES: Final = 4


class Role(NamedTuple):
    """A role where it is printed, and where the words about the person end."""

    text: str
    start: int
    end: int
    past: int


def names_role(words: str) -> bool:
    """Tell whether the words hold a noun for what one person does (*projektleder*)."""
    return bool(_NOUN_WORD.search(words))


def _is_role(words: str, *, sure: bool) -> bool:
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    noun, plural = _NOUN_WORD.search(words), _PLURAL_WORD.search(words)
    if plural and (not noun or plural.start() <= noun.start()) and plural.end() > (noun.end() if noun else 0):
        return False
    if sure or not first[:1].islower():
        return bool(noun) and (sure or bool(_NOUN_WORD.match(words)))
    verb = first in _FUNCTION_WORDS or first.endswith(_VERB_ENDINGS)
    return bool(noun) or (not verb and len(first) > 3)  # noqa: PLR2004 -- shorter words are no titles


def _role_end(text: str, start: int, limit: int) -> int:
    listed = _CAPITAL_LIST.search(text, start, limit)
    for closing in _ROLE_END.finditer(text, start, limit):
        if not (listed and listed.start() <= closing.start() < listed.end()):
            return closing.start()
    return limit


def role_after(text: str, start: int, end: int) -> Role | None:
    """Read the role behind a name that ends at start: *…, der er konsulent i X*, *… (projektleder)*.

    The role ends at end, where the sentence ends or the next person begins. None if there is none.
    """
    opening = _AFTER_NAME.match(text, start, end)
    # Behind a comma almost any noun is a title; elsewhere only a word known to be one.
    role = _role_from(text, opening.end(), end, sure=not opening["comma"]) if opening else None
    later = None if role else _WHERE.search(text, start, min(end, start + _LOOK_AHEAD))
    return _role_from(text, later.end(), end, sure=True) if later else role


def _role_from(text: str, first: int, end: int, *, sure: bool) -> Role | None:
    limit = min(end, first + _LONGEST_ROLE)
    last = _role_end(text, first, limit)
    leads_on = _NEXT.search(text, first, last) if last == end and text[end : end + 1] not in _SENTENCE_ENDS else None
    last = leads_on.start() if leads_on else last
    words = _LEFT_OVER.sub("", text[first:last].strip())
    last = first + len(words)
    if not _is_role(words, sure=sure) or words.split()[0].lower() in _FUNCTION_WORDS:
        return None
    return Role(words, first, last, last + (text[last : last + 1] == ")"))


def role_in_next_sentence(text: str, start: int, end: int) -> Role | None:
    """Read the role from a sentence right behind that speaks of one person only: *… Hun er leder.*."""
    opening = _PRONOUN.match(text, start, end)
    return _role_from(text, opening.end(), end, sure=True) if opening else None


def _length_before_noun(words: str) -> int:
    """Return how many characters of the words before a role belong to it: *strategisk *, *social- og *."""
    kept = 0
    pair = _HYPHENATED.search(words)
    if pair:
        return len(pair.group())
    for word in reversed(words.split()[-_MOST_ADJECTIVES:]):
        if word.lower() in _FUNCTION_WORDS or word.endswith(_NO_ADJECTIVE) or not word[:1].islower():
            break
        kept += len(word) + 1
    return kept


def role_before(text: str, floor: int, start: int) -> Role | None:
    """Read the role before a name that begins at start: *centerchef Lone …*, *leder af X, Lone …*; or None."""
    begin = max(floor, start - _LOOK_BACK)
    for noun in reversed(list(_NOUN_WORD.finditer(text, begin, start))):
        rest = _PLACE_OF_WORK.fullmatch(text, noun.end(), start)
        if rest and not _PLURAL_WORD.fullmatch(noun.group()):
            first = noun.start() - _length_before_noun(text[begin : noun.start()])
            last = noun.end() + len((rest["where"] or "").rstrip(","))
            return Role(text[first:last], first, last, last)
    return None

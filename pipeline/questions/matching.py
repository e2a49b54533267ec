"""Recognises a printed question by what it asks, however it is worded.

First the usual wordings (exact, then fuzzy for misspellings), then the meaning-bearing words: each key has a list of
word groups that must all be there. The order of `_ASKS` settles what two keys could claim: *Hvor mange er registrerede*
is a count before it is about registration.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from pipeline.danish.needles import branches_of
from pipeline.danish.wordings import Wordings
from schemas.answers import QuestionKey

USUAL_WORDINGS: Final[dict[str, QuestionKey]] = {
    "har i en strategi for socialøkonomiske virksomheder eller en aftale": "strategy",
    "bruges strategien aftalen aktivt": "strategy_use",
    "hvad ønsker kommunen at opnå gennem en prioritering af socialøkonomiske virksomheder": "goals",
    "hvor mange socialøkonomiske virksomheder har i i kommunen": "social_enterprises",
    "hvor mange socialøkonomiske virksomheder har i i kommunen og hvor mange jobs har de skabt til udsatte": (
        "social_enterprises"
    ),
    "hvor mange er registrerede socialøkonomiske virksomheder": "registered_enterprises",
    "hvor mange er registrerede socialøkonomiske virksomheder og hvor mange jobs har de skabt til udsatte": (
        "registered_enterprises"
    ),
    "sammensætningen af medarbejdere": "workforce",
    "er der en speciel politik om at kommunen kun samarbejder med rsv": "rsv_only_policy",
    "hvilke erfaringer har kommunen med rsv ordningen": "rsv_experience",
    "hvilke aktiviteter har kommunen iværksat for at fremme socialøkonomiske virksomheder": "activities",
    "hjælper kommunen f eks med sparring til socialøkonomiske virksomheder og hvordan": "advisory",
    "arbejder kommunen aktivt med indkøbspolitik i forhold til de socioøkonomiske virksomheder i kommunen": (
        "procurement"
    ),
}
# Two misspelt letters in a short wording, four in a long one, still pass; a rewording that drops a word does not.
_FUZZY_MIN: Final = 90
_WORD_FUZZY_MIN: Final = 84
_MAX_QUESTION: Final = 300
_MIN_WORD: Final = 6

_RSV: Final = r"\brsv|registr|\bregister|\bmærket\b"
_STRATEGY: Final = r"strategi|aftale|handl(?:e|ings)plan|politik|\bplan(?:en|er|erne)?\b|partnerskab"
_HOW_MANY: Final = r"hvor mange|hvor stort?\b|\bantal|\btal\b|\btælle"
_SCHEME: Final = r"ordning|registreringen|\blov(?:en|givningen)?\b|\brsv\b"
_NEXT_YEARS: Final = r"frem mod|frem til|næste (?:\w+ )?år|fremtid|fremover"
_USE: Final = (
    r"\bbrug(?:es|er|t)?\b(?! for)|anvend|\bi brug\b|\baktivt?\b|i praksis|hverdag|daglig|efterlev|\blever\b|"
    r"griber? til|betydning|forskel|redskab|arbejdes? (?:der )?(?:\w+ )?(?:efter|ud fra|med den)|følges|omsat"
)


@dataclass(frozen=True, slots=True)
class _Ask:
    """A question key with the words that ask it: every group must be found, the exclusion must not."""

    key: QuestionKey
    groups: tuple[Wordings, ...]
    unless: Wordings | None = None
    score: float = 0.9


def _ask(key: QuestionKey, *groups: str, unless: str = "", score: float = 0.9) -> _Ask:
    return _Ask(key, tuple(map(_wordings, groups)), _wordings(unless) if unless else None, score)


def _wordings(pattern: str) -> Wordings:
    """A pattern that is compiled only for questions that are not worded as usual."""
    return Wordings(branches_of(pattern), ("(?:", ")"))


_ASKS: Final = (
    _ask("procurement", r"indkøb|\bkøb(?:er|es|t|e)?\b|udbud|leverandør|klausul|\bhandle[rs]? (?:\w+ )?(?:med|hos)\b"),
    _ask(
        "workforce",
        r"sammensæt|sammensat|sat sammen|\bfordel(?:er|t|ing)|ansættelsesform|hvem\b.{0,20}\b(?:arbejder|ansat|udfør)|"
        r"^medarbejder|hvor mange (?:medarbejdere|mennesker arbejder|personer arbejder)|\bbestår\b|bemand",
        r"medarbejder|ansat|personale|\bstab|arbejde|bemand|frivillige",
        unless=r"samarbejd",
    ),
    _ask(
        "rsv_only_policy",
        r"\bkun\b|udelukkende|\balene\b|forbehold|\bkrav\b|kræve|betingelse|forudsætning|\bskal\b.{0,40}\bvære\b|"
        r"\bikke[ -](?:er )?(?:rsv|registr)|begrænset til|særlige krav|uden at være",
        _RSV + r"|samarbejd",
        unless=r"hvor mange|erfaring",
    ),
    _ask(
        "rsv_only_policy",
        r"samarbejd|arbejder? (?:i )?sammen",
        r"\bikke (?:er )?(?:rsv|registr)|\bhvem\b",
        unless=r"uden ?for|andre kommuner|nabokommun|på tværs",
        score=0.8,
    ),
    _ask("registered_enterprises", _HOW_MANY + r"|er nogle|er nogen|\bhvor\b", _RSV + r"|optaget", unless=r"erfaring"),
    _ask(
        "rsv_experience",
        r"erfaring|oplev|synes|mener|vurder|gået med|fungerer|glade? for|tilfreds|"
        r"fået ud af|hjælp|har (?:\w+ )?det med|holdning",
        _RSV + "|" + _SCHEME,
        unless=r"hvor mange",
    ),
    _ask("registered_enterprises", r"^(?:antal )?registrerede (?:\w+ ){0,3}", r"\bjob|virksomhed", score=0.8),
    _ask(
        "activities",
        r"^(?:hvilke|hvad for (?:nogle )?|hvad af )\b.{0,40}(?:aktivitet|initiativ|tiltag|indsatser|arrangement)",
        r"iværksat|sat i (?:gang|værk)|igangsat|sætte|taget\b|gennemført|holdt|lavet|\bgør\b|gjort|gang i",
        unless=_STRATEGY,
    ),
    _ask(
        "strategy_use",
        _STRATEGY + r"|\bden\b|\bdet\b|\bdem\b",
        _USE,
        unless=_NEXT_YEARS + "|rådgiv|sparring|socialøkonomiske virksomheder til|" + _RSV,
    ),
    _ask("advisory", r"sparring|rådgiv|vejled|råd og|bistå|\btrække på|\bhjælp|støtte?r?\b.{0,60}\bmed (?:viden|råd)"),
    _ask(
        "activities",
        r"aktivitet|initiativ|iværksat|sat i (?:gang|værk|søen|sving)|sætter? i (?:gang|værk|søen)|søsat|igangsat|"
        r"tiltag|indsatser|"
        r"\bg(?:jort|ør)\b.{0,40}\bfor\b.{0,60}\b(?:fremme|støtte|området|dem\b|udvikle|hjælpe)",
        unless=_STRATEGY,
    ),
    _ask(
        "goals",
        r"opnå|\bmål(?:et|ene|sætning\w*)?\b|formål|hvorfor|ambition|begrundelse|udbytte|effekt|"
        r"\b(?:få|får|have) ud af|komme ud af|fører? til|\bhåber|\bvil ii? med\b|\bbruge\b.{0,60}\btil\b|"
        r"gevinst|visionen?\b|motiv",
        r"priorit|indsats|sats|social|området|byråd|kommune|\bii\b|støtte|virksomhed",
        unless=_NEXT_YEARS + r"|" + _RSV + r"|\btal\b|hvor mange",
    ),
    _ask("strategy", _STRATEGY, unless=_RSV + r"|\bkun\b"),
    _ask("social_enterprises", _HOW_MANY + r"|målt på", r"virksomhed|social|\bjob|arbejdsplads|har fået arbejde"),
    _ask(
        "social_enterprises", r"^(?:og )?hvor mange (?:er (?:der|ii?)|har ii?)\b", unless=r"frivillig|ansat", score=0.6
    ),
)
_VOCABULARY: Final = (
    *("strategi", "strategien", "aftale", "aftalen", "politik", "aktivt", "bruges", "registrerede", "registreret"),
    *(
        "socialøkonomiske",
        "virksomheder",
        "medarbejdere",
        "sammensætningen",
        "sammensætning",
        "erfaringer",
        "ordningen",
    ),
    *("aktiviteter", "iværksat", "initiativer", "sparring", "rådgivning", "indkøbspolitik", "indkøb", "udbud"),
    *("prioritering", "formål", "samarbejder", "udelukkende", "kommunen", "hjælper"),
)
_JOINTS: Final = re.compile(
    r"\?\s|,\s(?:og|samt)\s|,\s(?=hvor mange)|;\s|\sog\s(?=hvor mange|hvordan|bruges|hjælper|er der|har ii?)|\s[–-]\s"
)
# The second half of the usual wording of a count; it never makes a second question.
_JOBS: Final = re.compile(r"^\(?(?:og )?hvor mange (?:jobs?|udsatte|arbejdspladser|har fået|er (?:kommet )?i job)")
_PRONOUN: Final = re.compile(r"(?<=[\w,] )I\b")
_PREFIX: Final = re.compile(r"^(?:spørgsmål\s{0,2}\d{0,2}\s{0,2}[:.]|\(?\d{1,2}[.):]|[–—•·-])\s{0,3}", re.IGNORECASE)
# Labels under the workforce question; each may carry an explanation in brackets.
_LABEL: Final = re.compile(
    r"^(?:antal\s)?(?:ordinær\w*|fleks\w*|skåne\w*|etablerede|praktik\w*|forløb\w*|virksomhedspraktik\w*|"
    r"frivillig\w*|løntilskud\w*)"
    r"(?:[^:?\n]{0,100}:|(?: (?:og |samt |/ ?)?\w{1,20}){0,3}$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Match:
    """The keys that a printed question asks, and how well they fit, 0 to 1."""

    keys: tuple[QuestionKey, ...]
    score: float


def folded(question: str) -> str:
    """The question in lower case, without numbering, brackets and marks: the form in which wordings compare."""
    bare = _PREFIX.sub("", question.strip().lower())
    return " ".join(re.sub(r"[^\w\s-]", " ", bare).split())


def is_label(line: str) -> bool:
    """Whether a line opens with a label of the workforce question (*Ordinært ansatte:*)."""
    return bool(_LABEL.match(line.strip()))


@lru_cache(maxsize=4096)
def match_question(printed: str) -> Match | None:
    """Which keys a printed question asks, in printed order; None when the series does not know it."""
    if not 2 < len(printed) <= _MAX_QUESTION:  # noqa: PLR2004 -- no question has fewer letters
        return None
    plain = folded(printed)
    if usual := USUAL_WORDINGS.get(plain):
        return Match((usual,), 1.0)
    close = process.extractOne(plain, USUAL_WORDINGS.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY_MIN)
    if close:
        return Match((USUAL_WORDINGS[close[0]],), close[1] / 100)
    # The pronoun I is told from the preposition i by its capital; afterwards all is in lower case.
    lower = _PREFIX.sub("", _PRONOUN.sub("ii", printed.strip()).lower())
    if found := _by_meaning(lower):
        return found
    respelt = _respelt(lower)
    return _by_meaning(respelt) if respelt != lower else None


def _by_meaning(lower: str) -> Match | None:
    whole = _first_ask(lower)
    if whole is None:
        return None
    parts = [ask for part in _JOINTS.split(lower) if not _JOBS.match(part) and (ask := _first_ask(part))]
    keys = tuple(dict.fromkeys(ask.key for ask in parts if ask.score == whole.score))
    if len(keys) == 2 and keys in _MERGES:  # noqa: PLR2004 -- never more than two questions were merged
        return Match(keys, whole.score)
    return Match((whole.key,), whole.score)


# Questions that are asked in one breath. Other pairs are one question whose words touch on a second.
_MERGES: Final[frozenset[tuple[QuestionKey, QuestionKey]]] = frozenset(
    {
        ("strategy", "strategy_use"),
        ("social_enterprises", "registered_enterprises"),
        ("registered_enterprises", "social_enterprises"),
        ("activities", "advisory"),
        ("advisory", "activities"),
        ("goals", "activities"),
        ("strategy", "goals"),
        ("registered_enterprises", "rsv_experience"),
        ("rsv_only_policy", "rsv_experience"),
        ("rsv_experience", "rsv_only_policy"),
        ("advisory", "procurement"),
        ("activities", "procurement"),
        ("social_enterprises", "workforce"),
    }
)


def _first_ask(lower: str) -> _Ask | None:
    for ask in _ASKS:
        if all(group.search(lower) for group in ask.groups) and not (ask.unless and ask.unless.search(lower)):
            return ask
    return None


def _respelt(lower: str) -> str:
    """The question with words that are nearly a word of the series put right."""
    words = []
    for word in lower.split():
        near = len(word) >= _MIN_WORD and process.extractOne(
            word, _VOCABULARY, scorer=fuzz.ratio, score_cutoff=_WORD_FUZZY_MIN
        )
        words.append(near[0] if near else word)
    return " ".join(words)

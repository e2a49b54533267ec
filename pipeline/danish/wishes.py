"""Finds the clauses of an answer that are wished for, in contrast to what is told, denied or disclaimed."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.phrases import phrases, word_lists
from pipeline.danish.sentences import sentences_of

_LISTS: Final = {name: phrases(words) for name, words in word_lists("wishes").items()}
_WISH: Final = _LISTS["wish"]
_COMPARATIVE: Final = _LISTS["comparative"]
_FINITE: Final = _LISTS["finite"]
_NOT_OURS: Final = _LISTS["not_ours"]
_ASIDE: Final = _LISTS["aside"]

_INFINITIVE: Final = re.compile(
    r"^(?:og |både |dels |især |først og (?:fremmest|sidst) |frem for alt |mest af alt |kort sagt |naturligvis |"
    r"selvfølgelig |helt enkelt )?(?:at|til at|for at)\b"
)
_SUBORDINATE: Final = re.compile(
    r"^(?:og |eller |men |både |dels |især |også )?"
    r"(?:at|til at|for at|som|der|hvor|hvordan|når|hvis|fordi|så|om|hvad|mens|selv om|da|end|uden|før|inden)\b"
)
_GOES_ON: Final = re.compile(
    r"^(?:og|også|derudover|dernæst|desuden|samtidig|endelig|ligeledes|for det (?:andet|tredje|fjerde)|ikke mindst|"
    r"sidst|det andet|det tredje)\b"
)
_AIM: Final = (
    r"(?:mål|målet|formål\w*|grunden|hovedsagen|derfor|ærinde\w*|hensigt\w*|meningen|pointen|drivkraft\w*|afgørende|"
    r"det vigtigste|noget|det|dem|årsag\w*|begrundelse\w*|motiv\w*|sigtet|efter|ambition\w*|ønske|plan|planer)"
)
# *Det er ikke derfor, vi gør det*; *vi har ingen ambition om, at …*; *en bonus*.
_DISCLAIMER: Final = re.compile(
    rf"\b(?:er|var|bliver|måler|gør|handler|går)(?: \w+){{0,4}} (?:ikke|næppe|aldrig|"
    rf"hverken)(?! (?:mere|meget|værre|så) )(?: \w+){{0,4}} {_AIM}\b|"
    rf"\b(?:har|er) (?:\w+ ){{0,3}}(?:ikke|ingen|aldrig) (?:\w+ ){{0,2}}(?:ambition|ønske|plan|planer|mål) om\b|"
    r"\b(?:har|er) (?:\w+ ){0,2}(?:ikke|aldrig|næppe) (?:\w+ ){0,3}(?:grund|grunden|årsag|årsagen|motivet|drivkraften|"
    r"begrundelsen|formålet|målet|meningen|hensigten|pointen)\b|"
    r"\b(?:ikke|aldrig) (?:\w+ ){0,2}(?:derfor|for den sags skyld|af den grund|sat os (?:noget )?mål|regnet med|"
    r"imod)\b|"
    r"\b(?:var|havde været) (?:mål|målet|formålet|meningen)\b|\bfaldt i salen\b|\bdengang\b|"
    r"\b(?:bonus|sidegevinst\w*|biprodukt\w*|bivirkning\w*|sideeffekt\w*|oveni|ekstra gevinst|biting)\b"
)
# *…, for det hænger sammen med …* tells why; *for det andet* goes on with what is wished for.
_REASON: Final = re.compile(
    r"^for (?!det (?:første|andet|tredje|fjerde|femte)\b)(?:det|den|de|vi|der|her|man|så|en|et|ellers|ingen|alle)\b"
)
_TAKES_BACK: Final = re.compile(r"^(?:men )?(?:det|den|de|begge)\b")
_DENIES: Final = re.compile(r"^(?:men )?det (?:gør|er|vil|skal) (?:det|vi|den) ikke\b")
_CONFIRMS: Final = re.compile(
    r"^(?:og |men )?(?:det|dét|den|begge dele|alt sammen|dem)(?: \w+){0,3} "
    r"(?:vil vi|er målet|er (?:også |vores |et )?mål\w*|ambitionen|vi vil|er meningen|er vores håb|ønsker vi|"
    r"er formålet|"
    r"er visionen|er drømmen|er hensigten|står som mål|er opgaven|skal vi huske)\b|"
    r"^(?:og |men )?det er (?:den slags|det|dét|præcis|rækkefølgen|vejen|opskriften|planen|idéen|tanken|"
    r"kernen)\b|^det vil vi gerne\b"
)


def wished_clauses(answer: AnswerText) -> Iterator[Clause]:
    """The clauses that are wished for, in the order of the text.

    A wish is opened by its own words (*vi vil, målet er, for at*), by a fragment (*Flere i job*), a list item, a line
    under a wish, or a sentence that goes on with one (*Dernæst …*); it reaches to the end of its sentence.
    """
    sentences = sentences_of(answer.clauses)
    wished = False
    for number, sentence in enumerate(sentences):
        after = sentences[number + 1][0].lower if number + 1 < len(sentences) else ""
        if _taken_back(after):
            wished = False
            continue
        text = _text(answer, sentence)
        follows = number > 0 and (sentence[0].line != sentences[number - 1][0].line or bool(_GOES_ON.match(text)))
        confirmed = bool(_CONFIRMS.match(after)) or any(_CONFIRMS.match(clause.lower) for clause in sentence[1:])
        opened = (wished and follows) or answer.lines[sentence[0].line][2] or confirmed or _is_fragment(sentence)
        yield from _reached(sentence, opened=opened)
        wished = opened or bool(_WISH.search(text))


def _reached(sentence: tuple[Clause, ...], *, opened: bool) -> Iterator[Clause]:
    """The clauses of a sentence that a wish reaches.

    A disclaimer takes back all before it and what hangs on it; somebody else's wish takes only what hangs on it.
    """
    last_disclaimer = max((clause.start for clause in sentence if _DISCLAIMER.search(clause.lower)), default=-1)
    skipping = False
    for clause in sentence:
        if clause.start == last_disclaimer or _NOT_OURS.search(clause.lower):
            skipping = True
        elif skipping and not _SUBORDINATE.match(clause.lower):
            skipping = False
        if skipping or clause.start < last_disclaimer or _ASIDE.match(clause.lower) or _REASON.match(clause.lower):
            continue
        opened = opened or bool(_WISH.search(clause.lower))
        if opened or _COMPARATIVE.search(clause.lower):
            yield clause


def _is_fragment(sentence: tuple[Clause, ...]) -> bool:
    """Whether no main clause has a finite verb (*For det første, at øerne har en købmand*), or none behind a colon."""
    if _INFINITIVE.match(sentence[0].lower):
        return True
    if any(clause.opened_by == ":" and not _FINITE.search(clause.lower) for clause in sentence):
        return True
    main = [clause for clause in sentence if not _SUBORDINATE.match(clause.lower)]
    return not any(_FINITE.search(clause.lower) for clause in main)


def _taken_back(after: str) -> bool:
    """Whether the clause that opens the next sentence says that this was not the point (*Det er ikke et mål*)."""
    return bool((_TAKES_BACK.match(after) and _DISCLAIMER.search(after)) or _DENIES.match(after))


def _text(answer: AnswerText, sentence: tuple[Clause, ...]) -> str:
    return answer.source[sentence[0].start : sentence[-1].end].lower()

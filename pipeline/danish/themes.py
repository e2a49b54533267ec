"""Finds the themes that an answer names as something wanted, each with the clause that names it.

A theme's words count where they are wished for: in the clause of a wish (*vi vil, målet er, for at*), in one that
hangs on it, in a fragment (*Flere i job*) or a list item. They do not count where they are denied, disclaimed as a
mere side effect (ruling 9 of the contract), wished for by somebody else, or only told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.negation import negated
from pipeline.danish.phrases import phrases, word_lists
from schemas.answers import Theme, ThemeName
from schemas.evidence import Span

_WORDS: Final = word_lists("themes")
_MORE: Final[dict[ThemeName, re.Pattern[str]]] = {name: phrases(words) for name, words in _WORDS["more"].items()}
_LESS: Final[dict[ThemeName, re.Pattern[str]]] = {name: phrases(words) for name, words in _WORDS["less"].items()}
_REDUCERS: Final = phrases(_WORDS["around"]["reducers"])
_TARGETS: Final = phrases(_WORDS["around"]["targets"])

# A wish opens here; what follows in the sentence hangs on it.
_WISH: Final = re.compile(
    r"\b(?:vil|ønsker|ønske|ønsket|ønskes|skal|bør|håber|håb|håbet|mål|målet|målene|målsætning\w*|hovedmål\w*|"
    r"delmål\w*|formål\w*|hensigt\w*|"
    r"sigte|sigtet|ambition\w*|vision\w*|drøm\w*|tanken|meningen|pointen|ærinde\w*|motiv\w*|drivkraft\w*|"
    r"begrundelse\w*|grunden|gevinst\w*|"
    r"for at|så vi kan|handler|drejer|går efter|søger|stræber|tilstræbe\w*|arbejder (?:for|hen|på|mod)|gælder om|"
    r"vigtig\w*|prioriter\w*|ude efter|"
    r"opnå\w*|bidrage\w*|styrke\w*|fremme\w*|understøtte\w*|sikre\w*|øge\w*|skabe|gerne|brænder for|brug for|"
    r"interesse\w*|"
    r"tror på|skulle|til at|kan vi|vægt på|fokus\w*|efterspørg\w*|værdi i|udbytte\w*|effekt\w*|fordi|forvent\w*|"
    r"satser|acceptere|"
    r"finde os i|se på|ikke ligegyldigt|godt, hvis|lykkes|det er dét|nået langt|siger vi ikke nej)\b",
    re.IGNORECASE,
)
_COMPARATIVE: Final = re.compile(
    r"\b(?:flere|færre|mindre|mere|bedre|øget|øgede|lavere|styrket|styrkede|større|højere|nye|nedbragt|reduceret|"
    r"stærkere|skabe|skabelse)\b",
    re.IGNORECASE,
)
_FINITE: Final = re.compile(
    r"\b(?:er|var|har|havde|kan|kunne|vil|ville|skal|skulle|må|måtte|bliver|blev|får|fik|giver|gav|gør|gjorde|"
    r"går|gik|kommer|kom|står|stod|"
    r"ligger|lå|tager|tog|ser|så|siger|sagde|arbejder|bruger|handler|holder|findes|hører|tror|ved|mener|laver|"
    r"hedder|skaber|"
    r"bidrager|støtter|hjælper|ønsker|håber|finder|mangler|oplever|kender|samarbejder|bor|sidder|tænker|vokser|"
    r"fylder|betyder)\b",
    re.IGNORECASE,
)
_INFINITIVE: Final = re.compile(
    r"^(?:og |både |dels |desuden |især |først og fremmest |primært )?(?:at|til at|for at|om at)\b", re.IGNORECASE
)
# Somebody else's wish, or one that no longer holds.
_NOT_OURS: Final = re.compile(
    r"\b(?:regionen|staten|ministeriet|regeringen|nabokommun\w*|folketinget|det gamle byråd|det tidligere byråd|"
    r"forrige byråd|"
    r"tidligere|oprindelig\w*|dengang|i sin tid|forslag om|faldt i salen|butikken har|virksomhederne har selv|"
    r"sit eget mål|deres eget mål|"
    r"sine egne mål|andre kommuner|nogle kommuner)\b",
    re.IGNORECASE,
)
_DISCLAIMER: Final = re.compile(
    r"\b(?:er|var|bliver|måler|gør|handler|går)(?: \w+){0,4} (?:ikke|næppe|aldrig|hverken)(?: \w+){0,4} "
    r"(?:mål|målet|formål\w*|grunden|hovedsagen|derfor|ærinde\w*|hensigt\w*|meningen|pointen|drivkraft\w*|"
    r"afgørende|det vigtigste|noget|"
    r"det|årsag\w*|begrundelse\w*|motiv\w*|sigtet|efter)\b|"
    r"\b(?:ikke|aldrig) (?:\w+ ){0,2}(?:derfor|for den sags skyld|af den grund|sat os (?:noget )?mål)\b|"
    r"\b(?:bonus|sidegevinst\w*|biprodukt\w*|bivirkning\w*|sideeffekt\w*|sidegevinst\w*|oveni|tilfældig\w*|"
    r"ekstra gevinst|biting)\b",
    re.IGNORECASE,
)
_CONFIRMS: Final = re.compile(
    r"^(?:og |men )?(?:det|dét|den|begge dele|alt sammen|dem)(?: \w+){0,3} "
    r"(?:vil vi|er målet|er (?:også |vores |et )?mål\w*|ambitionen|vi vil|er meningen|er vores håb|ønsker vi|"
    r"er formålet|er visionen|er drømmen|"
    r"vi bruger|er hensigten|står som mål|er opgaven|er det, vi)\b",
    re.IGNORECASE,
)
_COORDINATION: Final = re.compile(r" (?:og|samt|men også) (?!(?:\w+ ){0,1}$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A theme's word in a clause; offsets are into the article's text."""

    name: ThemeName
    start: int
    end: int


def themes_of(answer: AnswerText) -> tuple[Theme, ...]:
    """The themes named as wanted, once each, in the order of the text."""
    found: dict[ThemeName, Span] = {}
    for clause in _wanted_clauses(answer):
        hits = [hit for hit in _hits(clause) if not _denied(clause, hit)]
        for hit in hits:
            found.setdefault(hit.name, _evidence(answer, clause, hit, hits))
    return tuple(Theme(name=name, evidence=(span,)) for name, span in found.items())


def _wanted_clauses(answer: AnswerText) -> Iterator[Clause]:
    sentences = _sentences(answer.clauses)
    for number, sentence in enumerate(sentences):
        text = answer.source[sentence[0].start : sentence[-1].end]
        following = sentences[number + 1] if number + 1 < len(sentences) else ()
        after = answer.source[following[0].start : following[-1].end] if following else ""
        if _NOT_OURS.search(text) or _taken_back(after):
            continue
        yield from _in_reach_of_a_wish(sentence, text, after, is_item=answer.lines[sentence[0].line][2])


def _taken_back(after: str) -> bool:
    """Whether the next sentence says that this was not the point (*Det er ikke et mål for os*)."""
    return bool(re.match(r"(?:men )?(?:det|den|de|begge)\b", after, re.IGNORECASE) and _DISCLAIMER.search(after[:80]))


def _in_reach_of_a_wish(sentence: tuple[Clause, ...], text: str, after: str, *, is_item: bool) -> Iterator[Clause]:
    open_wish = is_item or not _FINITE.search(text) or bool(_INFINITIVE.match(text)) or bool(_CONFIRMS.match(after))
    last_disclaimer = max((clause.start for clause in sentence if _DISCLAIMER.search(clause.text)), default=-1)
    for clause in sentence:
        wish = _WISH.search(clause.text)
        open_wish = open_wish or bool(wish)
        if clause.start <= last_disclaimer:
            continue
        if open_wish or _COMPARATIVE.search(clause.text):
            yield clause


def _hits(clause: Clause) -> list[_Hit]:
    text = _TARGETS.sub(lambda match: "¤" * len(match.group()), clause.lower)
    hits = []
    for name, pattern in _MORE.items():
        hits += [
            _Hit(name, clause.start + match.start(), clause.start + match.end()) for match in pattern.finditer(text)
        ]
    reducer = _REDUCERS.search(text)
    for name, pattern in _LESS.items():
        match = pattern.search(text) if reducer else None
        if match and not any(hit.name == name for hit in hits):
            hits.append(_Hit(name, clause.start + match.start(), clause.start + match.end()))
    return sorted(hits, key=lambda hit: hit.start)


def _denied(clause: Clause, hit: _Hit) -> bool:
    """Whether the clause denies the word; less of something bad is no denial."""
    if hit.name in _LESS and _LESS[hit.name].match(clause.lower, hit.start - clause.start):
        return False
    return negated(clause, hit.start)


def _evidence(answer: AnswerText, clause: Clause, hit: _Hit, hits: list[_Hit]) -> Span:
    """The clause, cut at the conjunctions between different themes, without the words of the wish before it."""
    start, end = clause.start, clause.end
    for match in _COORDINATION.finditer(clause.text):
        at = clause.start + match.start()
        if at < hit.start and any(other.end <= at for other in hits):
            start = clause.start + match.end()
        elif at >= hit.end and any(other.start >= at for other in hits):
            end = at
            break
    return answer.span(start, end)


def _sentences(clauses: tuple[Clause, ...]) -> list[tuple[Clause, ...]]:
    numbers = dict.fromkeys(clause.sentence for clause in clauses)
    return [tuple(clause for clause in clauses if clause.sentence == number) for number in numbers]

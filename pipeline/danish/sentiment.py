"""Reads what an answer thinks of something it has experience of, with the clauses that say so.

Each clause is asked for good and bad words; a negation turns them round, idioms go before the words in them, and a
sentence about somebody else's experience does not count. Good and bad together are `mixed`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.negation import negated
from pipeline.danish.phrases import phrases, word_lists
from schemas.answers import Sentiment

Sign = Literal["good", "bad"]

_TURNED: Final[dict[Sign, Sign]] = {"good": "bad", "bad": "good"}
_LISTS: Final = {name: phrases(words) for name, words in word_lists("sentiment").items()}
_IDIOMS: Final[tuple[tuple[Sign, re.Pattern[str]], ...]] = (
    ("good", _LISTS["good_idioms"]),
    ("bad", _LISTS["bad_idioms"]),
)
_WORDS: Final[tuple[tuple[Sign, re.Pattern[str]], ...]] = (("bad", _LISTS["bad"]), ("good", _LISTS["good"]))
_NEUTRAL: Final = _LISTS["neutral"]
_NO_EXPERIENCE: Final = _LISTS["no_experience"]
_BARE_NONE: Final = re.compile(
    r"^(?:(?:vi har |det har vi |der er |har )?(?:desværre |endnu |overhovedet )*(?:ingen|ikke nogen|intet|nul|"
    r"ikke de store|ikke mange|ingenting))"
    r"(?: endnu| pt\.?| særlige| overhovedet| som helst| nævneværdige| af slagsen)*$|^det har vi (?:endnu )?ikke$",
    re.IGNORECASE,
)
_EXPERIENCE: Final = re.compile(r"\berf(?:aring\w*|\.|\b)", re.IGNORECASE)

_ELSEWHERE: Final = re.compile(
    r"\b(?:nabokommun\w*|andre kommuner|andre steder|i udlandet|i storbritannien|i england|i sverige|i norge|"
    r"i pressen|i medierne|"
    r"på landsplan|i kommunen ved siden af)\b",
    re.IGNORECASE,
)
_HEARSAY: Final = re.compile(
    r"\b(?:der er dem, der|nogle siger|nogen siger|man hører|det siges|det hedder sig|"
    r"kritikere)\b",
    re.IGNORECASE,
)
_REJECTED: Final = re.compile(
    r"^(?:men )?(?:det|den|de)\b[^.]{0,30}\b(?:ikke (?:\w+ )?(?:genkende\w*|enige?|vores (?:oplevelse|erfaring|"
    r"indtryk|billede))|"
    r"(?:oplever|mærker|ser|deler|genkender|kender) (?:vi|jeg) (?:\w+ ){0,2}ikke|holder ikke|er en myte|passer ikke)",
    re.IGNORECASE,
)
_OUTDATED: Final = re.compile(
    r"\b(?:var|havde|frygtede|troede|regnede|forventede|ventede|håbede|i starten|i begyndelsen|oprindelig\w*|"
    r"dengang|tidligere|først)\b",
    re.IGNORECASE,
)
_ON_PAPER: Final = re.compile(
    r"\b(?:på papiret|i teorien|tanken bag|tanken var|hensigten var|"
    r"meningen var)\b",
    re.IGNORECASE,
)
_ELLIPSIS: Final = re.compile(
    r"^(?:men |og )?[\w\s'-]{1,60}\b(?:har|er|gør|kan|virker|gjorde|var) (?:den |det |"
    r"de )?ikke$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer thinks, and the clauses that say it."""

    sentiment: Sentiment
    clauses: tuple[Clause, ...]
    sure: bool = True
    """False where cues of two kinds stand side by side and the stronger one was taken."""


@dataclass(frozen=True, slots=True)
class _Finding:
    sign: Sign
    clause: Clause
    outdated: bool


def judgement(answer: AnswerText) -> Judgement | None:
    """Read the judgement of an answer, None where it passes none that can be read."""
    findings = _current(list(_findings(answer)))
    lacking = _lacking(answer, findings)
    if lacking and (not findings or _EXPERIENCE.search(lacking.text) or all(f.sign == "good" for f in findings)):
        return Judgement("none", (lacking,), sure=not findings)
    good = next((finding.clause for finding in findings if finding.sign == "good"), None)
    bad = next((finding.clause for finding in findings if finding.sign == "bad"), None)
    if good and bad:
        return Judgement("mixed", tuple(dict.fromkeys(sorted((good, bad), key=lambda clause: clause.start))))
    if good:
        return Judgement("positive", (good,))
    if bad:
        return Judgement("negative", (bad,), sure=lacking is None)
    level = next((clause for clause in answer.clauses if _NEUTRAL.search(_around(answer, clause))), None)
    return Judgement("neutral", (level,)) if level else None


def _findings(answer: AnswerText) -> Iterator[_Finding]:
    sentences = _sentences(answer.clauses)
    for number, sentence in enumerate(sentences):
        text = answer.source[sentence[0].start : sentence[-1].end]
        following = sentences[number + 1] if number + 1 < len(sentences) else ()
        rejected = bool(following) and bool(_REJECTED.match(answer.source[following[0].start : following[-1].end]))
        if _ELSEWHERE.search(text) or _REJECTED.match(text) or (_HEARSAY.search(text) and not rejected):
            continue
        for finding in _of_sentence(sentence):
            yield _Finding(_TURNED[finding.sign], finding.clause, outdated=False) if rejected else finding


def _of_sentence(sentence: tuple[Clause, ...]) -> Iterator[_Finding]:
    last: Sign | None = None
    for clause in sentence:
        signs = _signs(clause)
        if not signs and last and _ELLIPSIS.match(clause.text):
            signs = (_TURNED[last],)
        for sign in signs:
            last = sign
            yield _Finding(sign, clause, bool(_OUTDATED.search(clause.text) or _ON_PAPER.search(clause.text)))


def _signs(clause: Clause) -> tuple[Sign, ...]:
    """The signs of a clause, each once, in the order of its words."""
    text, found = _NEUTRAL.sub(_blank, clause.lower), []
    for sign, idioms in _IDIOMS:
        found += [(match.start(), sign) for match in idioms.finditer(text)]
        text = idioms.sub(_blank, text)
    for sign, words in _WORDS:
        for match in words.finditer(text):
            turned = negated(clause, clause.start + match.start())
            found.append((match.start(), _TURNED[sign] if turned else sign))
        text = words.sub(_blank, text)
    return tuple(dict.fromkeys(sign for _, sign in sorted(found)))


def _blank(match: re.Match[str]) -> str:
    return "¤" * len(match.group())


def _current(findings: list[_Finding]) -> list[_Finding]:
    """Without what was thought once or holds on paper only, if there is anything else."""
    return [finding for finding in findings if not finding.outdated] or findings


def _lacking(answer: AnswerText, findings: list[_Finding]) -> Clause | None:
    """The clause that says there is no experience; one that judges does not."""
    judging = {finding.clause.start for finding in findings}
    return next(
        (
            clause
            for clause in answer.clauses
            if clause.start not in judging and (_NO_EXPERIENCE.search(clause.lower) or _BARE_NONE.match(clause.text))
        ),
        None,
    )


def _around(answer: AnswerText, clause: Clause) -> str:
    """The sentence that a clause opens; *hverken til den ene …* may go over a comma."""
    return answer.source[clause.start : answer.sentence_of(clause)[-1].end].lower()


def _sentences(clauses: tuple[Clause, ...]) -> list[tuple[Clause, ...]]:
    numbers = dict.fromkeys(clause.sentence for clause in clauses)
    return [tuple(clause for clause in clauses if clause.sentence == number) for number in numbers]

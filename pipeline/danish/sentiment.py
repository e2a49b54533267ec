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
from pipeline.danish.sentences import LONGEST, sentences_of
from pipeline.danish.wordings import Wordings
from schemas.answers import Sentiment

Sign = Literal["good", "bad"]

_TURNED: Final[dict[Sign, Sign]] = {"good": "bad", "bad": "good"}
_LISTS: Final = {name: phrases(words) for name, words in word_lists("sentiment").items()}
_IDIOMS: Final[tuple[tuple[Sign, Wordings], ...]] = (
    ("good", _LISTS["good_idioms"]),
    ("bad", _LISTS["bad_idioms"]),
)
_WORDS: Final[tuple[tuple[Sign, Wordings], ...]] = (("bad", _LISTS["bad"]), ("good", _LISTS["good"]))
_VOID: Final = _LISTS["void"]
_ATTITUDE: Final = _LISTS["attitude"]
_MIXED: Final = _LISTS["mixed"]
_NEUTRAL: Final = _LISTS["neutral"]
_NO_EXPERIENCE: Final = _LISTS["no_experience"]
_BARE_NONE: Final = re.compile(
    r"^(?:(?:vi har |det har vi |der er |har )?(?:desværre |endnu |overhovedet )*(?:ingen|ikke nogen|intet|nul|"
    r"ikke de store|ikke mange|ingenting))"
    r"(?: endnu| pt\.?| særlige| overhovedet| som helst| nævneværdige| af slagsen| af betydning)*$|"
    r"^det har vi (?:endnu )?ikke$",
    re.IGNORECASE,
)
_EXPERIENCE: Final = re.compile(r"\berf(?:aring\w*|\.|\b)", re.IGNORECASE)

# *godt 20*, *det kan vi godt forstå*.
_PARTICLE: Final = re.compile(
    r"\bgodt (?=\d|en |et |to |tre |fire |fem |ti |halv|hundred)|"
    r"\b(?:forstår|ved|husker|kender|mærker) (?:(?:vi|jeg|dem|den|det|jer) ){1,2}godt\b|"
    r"\b(?:kan|kunne|vil|ville|må|skal) (?:(?:vi|jeg|man|de|den|det) )?(?:\w+ )?godt (?!fungere|gå\b|være)"
)
_NEGATOR: Final = re.compile(r"\b(?:ikke|ingen|aldrig|intet|hverken|næppe)\b")
_RELATIVE: Final = re.compile(r"(?:der|som|hvor|at)\b", re.IGNORECASE)
# What takes a whole sentence to say that there is no experience.
_NEVER_MET: Final = re.compile(
    r"\bhverken\b[^.]{1,120}\berfaring|\b(?:ingen|ikke nogen|ikke en eneste|nul)\b[^.]{1,60}\bregistrere(?:t|de)\b|"
    r"\b(?:ikke|aldrig)\b[^.]{0,40}\b(?:arbejdet med|kontakt med|berøring med|beskæftiget|benyttet|gjort brug|"
    r"afprøvet|"
    r"stiftet bekendtskab|haft noget med|involveret|inde over)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:nabokommun\w*|andre kommuner|andre steder|i udlandet|i storbritannien|i england|i sverige|i norge|"
    r"i pressen|i medierne|"
    r"på landsplan|siger de|mener de andre|i kommunen ved siden af)\b",
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
    r"\b(?:var|havde|frygtede|troede|regnede|forventede|ventede|håbede|i starten|i begyndelsen|oprindelig\w*|dengang|"
    r"tidligere|først)\b",
    re.IGNORECASE,
)
# An answer that opens with its judgement in a word or three (*Mest gode.*) means it, whatever follows.
_HEADLINE: Final = 3
_TURNING: Final = re.compile(
    r"(?:men|dog|til gengæld|omvendt|derimod|på den anden side|imidlertid|når det er sagt|problemet|ulempen|"
    r"haken|bare)\b",
    re.IGNORECASE,
)
_TURN: Final = re.compile(r"\b(?:nu|i dag|siden|men|dog)\b", re.IGNORECASE)
# *Hvis den havde givet adgang, ville vi …*: nothing of that has happened.
_COUNTERFACTUAL: Final = re.compile(
    r"\bhvis\b[^.]{1,120}\b(?:havde|var|fik|blev|kunne)\b[^.]{1,120}\b(?:ville|kunne|skulle|havde)\b", re.IGNORECASE
)
# *Vi synes ikke, den har gjort noget godt*: the negation belongs to what is said, not to the saying.
_RAISED: Final = re.compile(
    r"\b(?:synes|mener|tror|oplever|finder|vurderer|mærker|ser|kan (?:\w+ )?(?:sige|se|påstå)|indtryk|"
    r"oplevelse)(?: \w+){0,3} "
    r"ikke(?: \w+){0,2}$|\bikke (?:\w+ ){0,2}(?:indtryk af|oplevelse af|opfattelse|mener|synes|kan sige|kan se|"
    r"påstå|sige)$",
    re.IGNORECASE,
)
_ON_PAPER: Final = re.compile(
    r"\b(?:på papiret|i teorien|tanken bag|tanken var|hensigten var|"
    r"meningen var)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\b(?:er|har|var|kan|vil|skal|bliver|blev|får|giver|gør|kommer|går|står)\b", re.IGNORECASE)
_DENIED_VERB: Final = re.compile(
    r"(?:(?:er|har|blev|bliver|kom|kan|kunne) (?:(?:vi|jeg|man|de) )?)?(?:aldrig|ikke|ingen)\b|(?:udeblev|udebliver|"
    r"mangler)\b",
    re.IGNORECASE,
)
_ELLIPSIS: Final = re.compile(
    r"^(?:men |og )?[\w\s'-]{1,60}\b(?:har|er|gør|kan|virker|gjorde|var) (?:den |det |de )?ikke$|"
    r"^(?:men |og )?(?:slet |bare |overhovedet |absolut )?ikke (?:for|på|i|hos|når)\b|"
    r"^(?:men |og )?det (?:gør|er|har|kan|vil) [\w\s'-]{1,40} ikke$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer thinks, and the clauses that say it."""

    sentiment: Sentiment | None
    """None where a turn (*men …*) follows that could not be read."""
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
    findings = _current(answer, list(_findings(answer)))
    lacking = _lacking(answer, findings)
    if lacking and (not findings or _EXPERIENCE.search(lacking.text) or all(f.sign == "good" for f in findings)):
        return Judgement("none", (lacking,), sure=not findings)
    good, bad = _strongest(findings, "good"), _strongest(findings, "bad")
    if good and bad:
        return Judgement("mixed", tuple(dict.fromkeys(sorted((good, bad), key=lambda clause: clause.start))))
    if (good or bad) and _turns_away(answer, findings):
        return Judgement(None, tuple(clause for clause in (good, bad) if clause), sure=False)
    if good:
        return Judgement("positive", (good,))
    if bad:
        return Judgement("negative", (bad,), sure=lacking is None)
    level = next((one for one in sentences_of(answer.clauses) if _NEUTRAL.search(_text(answer, one).lower())), None)
    return Judgement("neutral", (level[0],)) if level else None


def _strongest(findings: list[_Finding], sign: Sign) -> Clause | None:
    """The clause that carries a sign best: one that tells an attitude, else the first."""
    clauses = [finding.clause for finding in findings if finding.sign == sign]
    plain = [clause for clause in clauses if not _MIXED.search(clause.lower)] or clauses
    return next((clause for clause in plain if _ATTITUDE.search(clause.lower)), plain[0] if plain else None)


def _turns_away(answer: AnswerText, findings: list[_Finding]) -> bool:
    """Whether a clause turns away from all that was judged, and judges in words that are not known."""
    first = min(findings, key=lambda finding: finding.clause.start).clause
    if first is answer.clauses[0] and len(first.tokens) <= _HEADLINE and first.closed_by in {".", "!"}:
        return False
    last = max(finding.clause.start for finding in findings)
    return any(_TURNING.match(clause.text) for clause in answer.clauses if clause.start > last)


def _findings(answer: AnswerText) -> Iterator[_Finding]:
    sentences = sentences_of(answer.clauses)
    for number, sentence in enumerate(sentences):
        text = _text(answer, sentence)
        rejected = number + 1 < len(sentences) and bool(_REJECTED.match(_text(answer, sentences[number + 1])))
        if _REJECTED.match(text) or _COUNTERFACTUAL.search(text) or (_HEARSAY.search(text) and not rejected):
            continue
        for finding in _of_sentence(sentence):
            if rejected:
                yield _Finding(_TURNED[finding.sign], sentences[number + 1][0], outdated=False)
            else:
                yield finding


def _of_sentence(sentence: tuple[Clause, ...]) -> Iterator[_Finding]:
    last: Sign | None = None
    raised = elsewhere = False
    for place, clause in enumerate(sentence):
        elsewhere = bool(_ELSEWHERE.search(clause.text)) or (elsewhere and bool(_RELATIVE.match(clause.text)))
        signs = () if elsewhere else _signs(clause)
        if not signs and last and _ELLIPSIS.match(clause.text):
            signs = (_TURNED[last],)
        if raised or _denied_later(sentence, place):
            signs = tuple(_TURNED[sign] for sign in signs)
        for sign in signs:
            last = sign
            yield _Finding(sign, clause, bool(_OUTDATED.search(clause.text) or _ON_PAPER.search(clause.text)))
        raised = bool(_RAISED.search(clause.text))


def _denied_later(sentence: tuple[Clause, ...], place: int) -> bool:
    """Whether the verb of a clause that a relative clause cuts in two is denied (*de fordele, man …, aldrig kom*)."""
    if place + 2 >= len(sentence) or _VERB.search(sentence[place].text):
        return False
    return bool(_DENIED_VERB.match(sentence[place + 2].text))


def _signs(clause: Clause) -> tuple[Sign, ...]:
    """The signs of a clause, each once, in the order of its words."""
    if len(clause.tokens) > LONGEST:
        return ()
    text = _PARTICLE.sub(_blank, _NO_EXPERIENCE.sub(_unless_experience, clause.lower))
    text = _VOID.sub(_blank, _NEUTRAL.sub(_blank, text))
    if _MIXED.search(text):
        return ("good", "bad")
    plain, found = _idioms(text)
    negator_used = bool(_NEGATOR.search(text)) and not _NEGATOR.search(plain)
    text = plain
    for sign, words in _WORDS:
        for match in words.finditer(text):
            turned = not negator_used and negated(clause, clause.start + match.start())
            found.append((match.start(), _TURNED[sign] if turned else sign))
        text = words.sub(_blank, text)
    return tuple(dict.fromkeys(sign for _, sign in sorted(found)))


def _idioms(text: str) -> tuple[str, list[tuple[int, Sign]]]:
    """The text with its idioms blanked, and their signs; of two that overlap the longer one counts."""
    matches = [(match, sign) for sign, idioms in _IDIOMS for match in idioms.finditer(text)]
    found: list[tuple[int, Sign]] = []
    for match, sign in sorted(matches, key=lambda pair: len(pair[0].group()), reverse=True):
        if "¤" not in text[match.start() : match.end()]:
            found.append((match.start(), sign))
            text = text[: match.start()] + _blank(match) + text[match.end() :]
    return text, found


def _unless_experience(match: re.Match[str]) -> str:
    """Blank what says that there is none, but not *ingen dårlige erfaringer*."""
    return match.group() if "erf" in match.group() else _blank(match)


def _blank(match: re.Match[str]) -> str:
    return "¤" * len(match.group())


def _current(answer: AnswerText, findings: list[_Finding]) -> list[_Finding]:
    """Leave out what was thought once or holds on paper only, if there is anything else or a turn."""
    current = [finding for finding in findings if not finding.outdated]
    if current or _TURN.search(answer.text):
        return current
    return findings


def _lacking(answer: AnswerText, findings: list[_Finding]) -> Clause | None:
    """The clause that says there is no experience; one that judges does not."""
    judging = {finding.clause.start for finding in findings}
    for sentence in sentences_of(answer.clauses):
        silent = [clause for clause in sentence if clause.start not in judging]
        said = (clause for clause in silent if _NO_EXPERIENCE.search(clause.lower) or _BARE_NONE.match(clause.text))
        lacking = next(said, None)
        if lacking or (silent and _NEVER_MET.search(_text(answer, sentence))):
            return lacking or silent[0]
    return None


def _text(answer: AnswerText, sentence: tuple[Clause, ...]) -> str:
    return answer.source[sentence[0].start : sentence[-1].end]

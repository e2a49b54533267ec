"""Cuts an article into lead, questions with answers, contact lines and sister links, whatever the markup.

A question is recognised by what it asks together with how it is set. The settings in which the known questions stand
(bold, headings, terms, table cells, plain lines) tell which other lines of the article are questions too; a rhetorical
question inside an answer is set as the answer is.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pipeline.segment.lines import answer_line, contact_apart, is_nothing, without_answer_prefix, without_markers
from schemas.page import Article, Line, LineKind
from schemas.rejection import Reason, Rejection, titled_as_article
from schemas.segment import AnswerLine, Segment, Segmented

Matcher = Callable[[str], tuple[tuple[str, ...], float] | None]
"""Given printed words: the question keys that they ask and how well they fit, or None."""

# Three keys were never found together on a page that is no article of the series; two were, in an interview.
MIN_KEYS: Final = 3
_QUESTION_MAX: Final = 300
_PLAIN_MAX: Final = 160
_SURE: Final = 0.95
# A line of which links are less than this is running text.
_LINKED_SHARE: Final = 0.4
_PREFIX: Final = re.compile(
    r"(?:(?:spørgsmål|sp\.?|q)\s{0,2}\d{0,2}\s{0,2}[:.]|\(?\d{1,2}[.):]|[a-z]\)|[–—•·-])\s{0,3}", re.IGNORECASE
)
_HEADER_ROW: Final = re.compile(r"\s{0,3}spørgsmål\s{1,3}svar\s{0,3}", re.IGNORECASE)
_SISTERS: Final = re.compile(r"(?:se|læs) (?:(?P<also>også|tidligere artikler)|mere)\b", re.IGNORECASE)
# *Læs mere eller få en snak: …* with an address or a number is a contact line.
_REACHED: Final = re.compile(r"@|\b(?:tlf|telefon|mobil)\b", re.IGNORECASE)
# A question may be put as a request: *Nævn nogle af de initiativer, I har taget*.
_REQUEST: Final = re.compile(r"(?:nævn|beskriv|fortæl|angiv|giv|uddyb|sæt)\b", re.IGNORECASE)
# A line that opens like this and ends with a colon leads over to a list; it is no question.
_STATEMENT: Final = re.compile(
    r"(?:vi|jeg|det|de|den|der|her|kommunen|han|hun|ja|nej|for|som|når|hvis|men|og|ud over|desuden)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that may be a question: where it stands, how it is set, what it asks."""

    line: int
    start: int
    end: int
    rest: int
    """Where the answer begins if it begins on the same line, else the line's end."""
    setting: str
    keys: tuple[str, ...]
    score: float


def segment_article(article: Article, match: Matcher, is_label: Callable[[str], bool]) -> Segmented | Rejection:
    """The parts of an article, or why it is none of the series.

    `match` recognises a question of the series; `is_label` the labels of a count that belong to an answer.
    """
    found = _headings(article, match, is_label)
    keys = {key for heading in found for key in heading.keys}
    if len(keys) < MIN_KEYS:
        reason: Reason = "questions_missing" if titled_as_article(article.title) else "too_few_questions"
        message = f"{len(keys)} of the series' questions, at least {MIN_KEYS} are needed"
        return Rejection(url=article.url, stage="segment", reason=reason, message=message)
    found = _best_for_each_key(found)
    ends = _sisters(article, found[-1].line)
    lead = [answer_line(line) for line in article.lines[1 : found[0].line]]
    segments, contact = _segments(article, found, ends)
    sisters, unclaimed = _after(article, ends)
    return Segmented(
        lead=tuple(lead), segments=tuple(segments), contact=tuple(contact), related=sisters, unclaimed=unclaimed
    )


def _headings(article: Article, match: Matcher, is_label: Callable[[str], bool]) -> list[_Heading]:
    """The lines that are questions, in order."""
    candidates = []
    for place, line in enumerate(article.lines[1:], 1):
        heading = _candidate(article.text, place, line, match)
        if heading is not None and not is_label(article.text[heading.start : heading.end]):
            candidates.append(heading)
    settings = Counter(heading.setting for heading in candidates if heading.keys)
    if not settings:
        return []
    usual = {setting for setting, count in settings.items() if count > 1 or setting != "plain"}
    dominant = settings.most_common(1)[0][0]
    chosen = [heading for heading in candidates if _is_question(article, heading, usual, dominant)]
    return _joined(article.text, chosen)


def _candidate(text: str, place: int, line: Line, match: Matcher) -> _Heading | None:
    """The line as a question with its setting, or None for what can be none."""
    start, end, setting = line.start, line.end, _setting(line)
    rest = end
    if line.pieces:
        first = [piece for piece in line.pieces if piece.cell == 0]
        if not first or _HEADER_ROW.fullmatch(text, line.start, line.end):
            return None
        start, end = first[0].start, first[-1].end
        rest = end
    elif setting == "bold start":
        end = rest = line.strong_end
        setting = "strong"
    elif setting == "plain" and (cut := _run_in(text, line, match)):
        setting, end, rest = "run-in", cut, cut
    if end - start > _QUESTION_MAX:
        return None
    prefix = _PREFIX.match(text, start, end)
    start = prefix.end() if prefix and prefix.end() < end else start
    asked = match(text[start:end].strip()) if start < end else None
    keys, score = asked or ((), 0.0)
    return _Heading(place, start, end, rest, setting, keys, score)


def _run_in(text: str, line: Line, match: Matcher) -> int | None:
    """Where a question ends that its answer follows on the same line; None when the line is a question as a whole."""
    cut = text.find("? ", line.start, min(line.end, line.start + _QUESTION_MAX))
    whole = line.end - line.start <= _QUESTION_MAX and match(text[line.start : line.end])
    return cut + 1 if cut > 0 and not (whole and whole[1] >= _SURE) else None


def _setting(line: Line) -> str:
    if line.pieces:
        return "row"
    if line.kind in {LineKind.HEADING, LineKind.TERM}:
        return line.kind.value
    if line.strong_end >= line.end:
        return "strong"
    if line.strong_end > line.start:
        return "bold start"
    return "plain"


def _is_question(article: Article, heading: _Heading, usual: set[str], dominant: str) -> bool:
    """Whether a candidate is a question: known ones by their setting, unknown ones by the setting of the known."""
    words = article.text[heading.start : heading.end].rstrip()
    asks = words.endswith(("?", "?)")) or bool(_REQUEST.match(words))
    if heading.setting == "run-in":
        return heading.score >= _SURE and dominant in {"run-in", "plain"}
    if heading.setting == "plain":
        opens = article.lines[heading.line].opens_block and len(words) <= _QUESTION_MAX
        if heading.keys:
            titled = words.endswith(":") and not _STATEMENT.match(words)
            return opens and (heading.score >= _SURE or (dominant == "plain" and (asks or titled)))
        return opens and asks and dominant == "plain" and len(words) <= _PLAIN_MAX
    if heading.keys:
        return heading.setting != "strong" or asks or words.endswith(":") or heading.score >= _SURE
    named = heading.setting in {"term", "row"}
    return heading.setting in usual and heading.setting == dominant and (asks or named)


def _joined(text: str, headings: list[_Heading]) -> list[_Heading]:
    """Questions printed over two lines made one: the second begins with a bracket or asks nothing by itself."""
    joined: list[_Heading] = []
    for heading in headings:
        last = joined[-1] if joined else None
        if last and heading.line == last.line + 1 and text[heading.start] == "(" and last.setting == heading.setting:
            joined[-1] = _Heading(
                heading.line, last.start, heading.end, heading.rest, last.setting, last.keys or heading.keys, last.score
            )
        else:
            joined.append(heading)
    return joined


def _best_for_each_key(headings: list[_Heading]) -> list[_Heading]:
    """Each key stays with the question that fits it best; where another claims it too, that one loses it."""
    best: dict[str, _Heading] = {}
    for heading in headings:
        for key in heading.keys:
            if key not in best or heading.score > best[key].score:
                best[key] = heading
    return [
        _Heading(h.line, h.start, h.end, h.rest, h.setting, tuple(key for key in h.keys if best[key] is h), h.score)
        for h in headings
    ]


def _sisters(article: Article, last: int) -> int:
    """The line of *Se også* after the last question, or the number of lines."""
    for place in range(last + 1, len(article.lines)):
        line = article.lines[place]
        mark = _SISTERS.match(article.text, line.start, line.end)
        if mark and (mark["also"] or _leads_to_pages(article, place)):
            return place
    return len(article.lines)


def _leads_to_pages(article: Article, place: int) -> bool:
    """Whether a line or the one behind it is a link to a page; *Læs mere eller kontakt: …* opens the contact lines."""
    line, following = article.lines[place], article.lines[min(place + 1, len(article.lines) - 1)]
    return not _REACHED.search(article.text, line.start, line.end) and any(
        line.start <= link.start < following.end and link.url.startswith(("http:", "https:")) for link in article.links
    )


def _segments(article: Article, found: list[_Heading], ends: int) -> tuple[list[Segment], list[AnswerLine]]:
    segments = []
    contact: list[AnswerLine] = []
    for number, heading in enumerate(found, 1):
        past = found[number].line if number < len(found) else ends
        lines = _lines_of(article, heading, past)
        if number == len(found):
            lines, contact = contact_apart(article.text, lines)
        lines = without_markers(article.text, lines)
        question = " ".join(article.text[heading.start : heading.end].split())
        segments.append(
            Segment(
                number=number,
                question=question,
                question_start=heading.start,
                question_end=heading.end,
                keys=heading.keys,
                match=heading.score,
                lines=() if is_nothing(article.text, lines) else tuple(lines),
            )
        )
    return segments, contact


def _lines_of(article: Article, heading: _Heading, past: int) -> list[AnswerLine]:
    """The lines under a question: the rest of its own line, then all before the next question."""
    own = article.lines[heading.line]
    lines = []
    if own.pieces:
        lines = [
            AnswerLine(start=piece.start, end=piece.end, kind=piece.kind) for piece in own.pieces if piece.cell > 0
        ]
    elif heading.rest < own.end:
        lines = [AnswerLine(start=heading.rest, end=own.end)]
    lines += [answer_line(line) for line in article.lines[heading.line + 1 : past]]
    if own.kind is LineKind.ITEM:  # the questions are a list: what stands under one of them is no item of the answer
        lines = [AnswerLine(start=line.start, end=line.end) for line in lines]
    return [line for line in without_answer_prefix(article.text, lines) if line.start < line.end]


def _after(article: Article, ends: int) -> tuple[tuple[int, ...], tuple[AnswerLine, ...]]:
    """The indexes of the sister links, and the lines after them that are no links.

    Links inside running text lead to feeds, categories and comment forms.
    """
    if ends >= len(article.lines):
        return (), ()
    starts = [line.start for line in article.lines]
    places = {
        index: bisect_right(starts, link.start) - 1
        for index, link in enumerate(article.links)
        if link.start >= starts[ends]
    }
    linked: Counter[int] = Counter()
    for index, place in places.items():
        linked[place] += article.links[index].end - article.links[index].start
    listing = {
        place
        for place, length in linked.items()
        if place == ends or length >= _LINKED_SHARE * (article.lines[place].end - starts[place])
    }
    sisters = tuple(index for index, place in places.items() if place in listing)
    unclaimed = [line for place, line in enumerate(article.lines) if place > ends and place not in listing]
    return sisters, tuple(map(answer_line, unclaimed))

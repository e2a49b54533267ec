"""The straight line: source, clean, segment, read, assemble. The page that a newcomer reads first.

`extract_page` is a pure function: no clock, no network, no store. The same call serves the prompt, the scheduled run,
a replay of the archive, and a cluster.
"""

from pipeline.assemble import assemble
from pipeline.clean import clean_page
from pipeline.danish.personal_numbers import without_personal_numbers
from pipeline.errors import NotAStatusArticle, Quarantined
from pipeline.questions.answering import answer_segments, read_alone
from pipeline.questions.matching import is_label, match_question
from pipeline.segment import segment_article
from pipeline.segment.lines import alone
from schemas.answers import Answer, QuestionKey
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from schemas.segment import Segment
from schemas.social_economy import SOCIAL_ECONOMY, Series


def extract_page(page: RawPage, series: Series = SOCIAL_ECONOMY) -> StatusRecord | Rejection:
    """The record of a page, or the reason why it is none of the series. Never raises on any bytes."""
    article = clean_page(page, _keys_asked)
    if isinstance(article, Rejection):
        return article
    article = without_personal_numbers(article)
    parts = segment_article(article, _match, is_label)
    if isinstance(parts, Rejection):
        return parts
    answered = answer_segments(article.text, article.links, parts.segments)
    return assemble(page, article, parts, answered, series=series)


def extract(html: bytes, *, url: str, content_type: str | None = None) -> StatusRecord:
    """The record of one page.

    Raises NotAStatusArticle for a page that is none of the series, Quarantined for one past a limit.
    """
    result = extract_page(RawPage(url=url, body=html, content_type=content_type))
    if isinstance(result, StatusRecord):
        return result
    if result.state == "quarantined":
        raise Quarantined(result)
    raise NotAStatusArticle(result)


def read_answer(key: QuestionKey, question: str, text: str) -> Answer:
    """One answer that stands alone, as a bank of answers has them; its spans count in `text`."""
    lines = alone(text)
    segment = Segment(
        number=1, question=question, question_start=0, question_end=0, keys=(key,), match=1.0, lines=lines
    )
    return read_alone(key, text, segment)


def _match(words: str) -> tuple[tuple[str, ...], float] | None:
    match = match_question(words)
    return (match.keys, match.score) if match else None


def _keys_asked(words: str) -> tuple[str, ...]:
    match = match_question(words)
    return match.keys if match else ()

"""Puts a record together: who, where and when, hashes, warnings."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final, cast

from pipeline.danish.channels import is_reachable
from pipeline.danish.contacts import find_contacts
from pipeline.danish.municipalities import Found, find_municipalities
from pipeline.danish.organisations import find_organisations
from pipeline.danish.people import find_respondents
from pipeline.danish.periods import find_period
from schemas.answered import Answered
from schemas.evidence import Span
from schemas.page import Article, RawPage
from schemas.record import (
    Period,
    PublishedFrom,
    RecordWarning,
    RelatedLink,
    Source,
    StatusRecord,
    UnmatchedQuestion,
    WarningCode,
)
from schemas.segment import AnswerLine, Segment, Segmented
from schemas.social_economy import Series

# A question below this score is known by a single word; a person should see whether it is the right one.
_WEAK: Final = 0.85


@cache  # 0.7 ms to read the package's metadata, on every page
def code_version() -> str:
    """The version of the installed code."""
    try:
        return version("kommunestatus")
    except PackageNotFoundError:
        return "0"


def assemble(page: RawPage, article: Article, parts: Segmented, answered: Answered, *, series: Series) -> StatusRecord:
    """The record of an article whose questions were answered."""
    text = article.text
    lead = _whole(parts.lead)
    places = find_municipalities(text, 0, len(article.title))
    if not places and lead:
        places = find_municipalities(text, *lead)
    period = find_period(text, 0, len(article.title))
    if period is None and lead:
        period = find_period(text, *lead)
    respondents = find_respondents(text, *lead) if lead else ()
    contacts = find_contacts(text, _reachable(text, parts))
    people = [*(person.name for person in respondents), *(contact.name for contact in contacts if contact.name)]
    return StatusRecord(
        series=series.name,
        source=_source(page, article),
        title=article.title,
        municipality=places[0].municipality if places else None,
        period=period,
        published_on=article.published_on,
        published_from=cast("PublishedFrom | None", article.published_from),
        text=text,
        respondents=respondents,
        contacts=contacts,
        answers=answered.answers,
        unmatched_questions=tuple(_unmatched(text, parts.segments)),
        organisations=find_organisations(text, _ranges(parts), people),
        related=tuple(_related(article, parts)),
        warnings=tuple(_warnings(article, parts, places, period, answered)),
    )


def _source(page: RawPage, article: Article) -> Source:
    links = [[link.text, link.url] for link in article.links]
    content = json.dumps([article.text, links], ensure_ascii=False, separators=(",", ":"))
    return Source(
        url=page.url,
        canonical_url=article.canonical_url,
        fetched_at=page.fetched_at,
        page_sha256=hashlib.sha256(page.body).hexdigest(),
        article_sha256=hashlib.sha256(content.encode("utf-8", "replace")).hexdigest(),
        code_version=code_version(),
    )


def _whole(lines: Sequence[AnswerLine]) -> tuple[int, int] | None:
    """From the first line's start to the last one's end."""
    return (lines[0].start, lines[-1].end) if lines else None


def _ranges(parts: Segmented) -> list[tuple[int, int]]:
    """Lead, answers and contact lines: where an organisation may be named."""
    lines = [*parts.lead, *(line for segment in parts.segments for line in segment.lines), *parts.contact]
    return [(line.start, line.end) for line in lines]


def _reachable(text: str, parts: Segmented) -> list[tuple[int, int]]:
    """The contact lines, and each line of lead and answers that prints a phone number or an address."""
    contact = [(line.start, line.end) for line in parts.contact]
    others = [place for place in _ranges(parts) if is_reachable(text, *place)]
    return sorted({*contact, *others})


def _unmatched(text: str, segments: Sequence[Segment]) -> Iterator[UnmatchedQuestion]:
    for segment in segments:
        if not segment.keys:
            printed = "\n".join(text[line.start : line.end] for line in segment.lines)
            yield UnmatchedQuestion(question=segment.question, text=printed.replace("\t", " ") or None)


def _related(article: Article, parts: Segmented) -> Iterator[RelatedLink]:
    for index in parts.related:
        link = article.links[index]
        places = find_municipalities(article.text, link.start, link.end)
        yield RelatedLink(
            title=link.text,
            url=link.url,
            municipality_code=places[0].municipality.code if places else None,
            period=find_period(article.text, link.start, link.end),
        )


def _warnings(
    article: Article, parts: Segmented, places: Sequence[Found], period: Period | None, answered: Answered
) -> Iterator[RecordWarning]:
    for note in article.notes:
        yield RecordWarning(code=cast("WarningCode", note.code), message=note.message)
    yield from _missing(article, places, period)
    for segment in parts.segments:
        if segment.keys and segment.match < _WEAK:
            span = Span.of(article.text, segment.question_start, segment.question_end)
            message = f"the question is known by few words; review: {segment.match:.2f}"
            yield RecordWarning(code="weak_question_match", message=message, field=_field(segment), evidence=(span,))
    for line in parts.unclaimed:
        span = Span.of(article.text, line.start, line.end)
        yield RecordWarning(code="unclaimed_text", message="text that belongs to no part", evidence=(span,))
    yield from answered.warnings


def _field(segment: Segment) -> str:
    return f"answers.{segment.keys[0]}.question"


def _missing(article: Article, places: Sequence[Found], period: Period | None) -> Iterator[RecordWarning]:
    if not places:
        yield RecordWarning(code="no_municipality", message="no municipality in title or lead", field="municipality")
    elif len({place.municipality.code for place in places}) > 1:
        evidence = tuple(span for place in places for span in place.municipality.evidence)
        message = "several municipalities; the first was taken"
        yield RecordWarning(code="several_municipalities", message=message, field="municipality", evidence=evidence)
    if period is None:
        yield RecordWarning(code="no_period", message="no period in title or lead", field="period")
    if article.published_on is None:
        yield RecordWarning(code="no_publication_date", message="the page names no date", field="published_on")

"""The whole line: pure, total, grounded."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.markups import MARKUPS, page_of, story_of
from pipeline.errors import NotAStatusArticle, Quarantined
from pipeline.evaluate.facts import Fact, RecordValues, facts_of
from pipeline.run import extract, extract_page
from schemas.page import RawPage
from schemas.record import StatusRecord, spans_of
from schemas.rejection import Rejection
from tests.reading import THREE, URL, page

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "fixtures" / "corpus"
GOLD = [path for path in sorted(CORPUS.glob("*.gold.json")) if "text_lines" in path.read_text(encoding="utf-8")]


def test_the_same_bytes_give_the_same_record() -> None:
    raw = RawPage(url=URL, body=page(THREE).encode())
    assert extract_page(raw) == extract_page(raw)


def test_extract_raises_declared_errors_for_what_is_no_article() -> None:
    with pytest.raises(NotAStatusArticle) as no_article:
        extract(b"<title>Nyt</title><p>Foreningen har faaet ny formand.</p>", url=URL)
    assert no_article.value.rejection.reason == "no_known_question"
    with pytest.raises(Quarantined):
        extract(b"", url=URL)


def test_a_record_from_bytes_carries_hashes_and_where_it_came_from() -> None:
    record = extract(page(THREE).encode(), url=URL)
    assert record.source.url == URL
    assert len(record.source.page_sha256) == len(record.source.article_sha256) == 64
    assert record.municipality is not None
    assert record.municipality.code == "0665"
    assert record.period is not None
    assert (record.period.start, record.period.end, record.period.precision) == ("2020-05-01", "2020-05-31", "month")


def test_chrome_changes_the_page_hash_and_not_the_article_hash() -> None:
    one = extract(page(THREE).encode(), url=URL)
    two = extract(page(THREE, head="<style>.a{}</style>").encode(), url=URL)
    assert one.source.page_sha256 != two.source.page_sha256
    assert one.source.article_sha256 == two.source.article_sha256


def test_no_municipality_is_null_a_warning_and_degraded() -> None:
    html = page(THREE, title="Socialøkonomi – status maj 2020").replace("Lemvig Kommune", "kommunen")
    record = extract(html.encode(), url=URL)
    assert record.municipality is None
    assert record.degraded
    assert "no_municipality" in {warning.code for warning in record.warnings}


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("dash", [False, True], ids=["lists", "typed"])
def test_the_same_facts_come_out_of_every_markup(markup: str, dash: bool) -> None:  # noqa: FBT001 -- parametrised
    """At least 99 of 100 facts that come out of the page as published come out of its retelling too."""
    kept = total = 0
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = extract(path.with_name(path.name.replace(".gold.json", ".html")).read_bytes(), url=gold["url"])
        retold = extract(page_of(story_of(gold), markup, dash=dash), url=gold["url"])
        plain, again = _told(published), _told(retold)
        kept += len(plain & again)
        total += len(plain | again)
    assert kept / total >= 0.99


def _told(record: StatusRecord) -> set[Fact]:
    """The facts of a record but for the links inside answers: gold, and so a retelling, has their words alone."""
    return {fact for fact in facts_of(RecordValues.of(record)) if fact.key != "link" or fact.group == "related"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="Vi har 12 RSV'er, ikke? <b>–.:\t\u00ad§%", max_size=80), min_size=3, max_size=3))
def test_whatever_is_answered_the_record_is_grounded(answers: list[str]) -> None:
    questions = ("Har I en strategi?", "Hvor mange RSV'er har I?", "Sammensætningen af medarbejdere:")
    body = "".join(f"<h3>{q}</h3><p>{a}</p>" for q, a in zip(questions, answers, strict=True))
    result = extract_page(RawPage(url=URL, body=page(body).encode()))
    if isinstance(result, StatusRecord):
        assert all(result.text[span.start : span.end] == span.quote for span in spans_of(result))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record_or_a_reason(body: bytes) -> None:
    assert isinstance(extract_page(RawPage(url=URL, body=body)), StatusRecord | Rejection)

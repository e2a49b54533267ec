"""Answers that want to grow, to go on for ever, or to lead elsewhere: each ends in a declared error or in a bound."""

import asyncio
import contextlib
import dataclasses
import gzip
import json
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.sites import BASE, FakeSite, answer, page, status
from pipeline.config.models import Feed, Listing, Sitemap, WordPress
from pipeline.errors import BadResponse, BadStatus, BodyTooLarge, FetchError, TruncatedBody
from pipeline.fetch.discovery.candidates import MOST_DOCUMENTS, Candidate
from pipeline.fetch.discovery.feed import parse_feed
from pipeline.fetch.discovery.likely import likely
from pipeline.fetch.discovery.listing import parse_listing
from pipeline.fetch.discovery.sitemap import parse_sitemap
from pipeline.fetch.discovery.survey import WebSource, discover, survey
from pipeline.fetch.discovery.wordpress import parse_posts
from pipeline.settings import Settings
from schemas.page import RawPage
from tests.timing import least_seconds

HTML = b"<!DOCTYPE html><html><head><title>Vi er straks tilbage<body><p>&nbsp;Vedligehold"
XHTML = b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Siden findes ikke</p></body></html>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "billion laughs": f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]><urlset><url><loc>&l9;</loc></url></urlset>',
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"a" * 50_000}">]><urlset><url><loc>{"&a;" * 5_000}</loc></url></urlset>',
    "external": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>/&x;</loc></url></urlset>',
    "parameter": '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd">%p;]><urlset/>',
    "attributes": f'<!DOCTYPE r [<!ATTLIST a b CDATA "{"x" * 50_000}">]><urlset>{"<a/>" * 50_000}</urlset>',
    "depth": "<urlset>" + "<a>" * 100_000,
}
NO_XML = {"html": HTML, "json": b'{"a": 1}', "empty": b"", "cut": b"<urlset><url><loc>/a", "undeclared": b"<r>&x;</r>"}


def named_before_failing(source: WebSource, site: FakeSite) -> tuple[list[Candidate], FetchError]:
    """What a source hands on before its error."""
    found: list[Candidate] = []

    async def collect() -> None:
        async for candidate in discover(source, site.search()):
            found.append(candidate)  # noqa: PERF401 -- what came before the error is what matters

    with pytest.raises(FetchError) as raised:
        asyncio.run(collect())
    return found, raised.value


@pytest.mark.parametrize("bomb", BOMBS)
def test_xml_that_would_grow_or_reach_out_is_refused(bomb: str) -> None:
    body = page(BOMBS[bomb].encode())
    begun = time.process_time()
    with pytest.raises(BadResponse):
        parse_sitemap(body, Settings())
    with pytest.raises(BadResponse):
        parse_feed(body)
    assert time.process_time() - begun < 1


def test_a_document_type_that_lies_elsewhere_is_not_fetched() -> None:
    body = b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd"><rss><item><link>/a/</link></item></rss>'
    assert [candidate.url for candidate in parse_feed(page(body))] == [f"{BASE}a/"]


@pytest.mark.parametrize("kind", NO_XML)
def test_what_is_no_xml_is_no_empty_sitemap_or_feed(kind: str) -> None:
    with pytest.raises(BadResponse, match="no XML"):
        parse_sitemap(page(NO_XML[kind]), Settings())
    with pytest.raises(BadResponse, match="no XML"):
        parse_feed(page(NO_XML[kind]))


def test_xml_of_another_kind_is_named() -> None:
    with pytest.raises(BadResponse, match="outermost element is html"):
        parse_sitemap(page(XHTML), Settings())
    with pytest.raises(BadResponse, match="outermost element is html"):
        parse_feed(page(XHTML))
    with pytest.raises(BadResponse, match="outermost element is rss"):
        parse_sitemap(page(b"<rss/>"), Settings())


def test_too_many_entries_and_too_long_addresses_are_bounded() -> None:
    entry = b"<url><loc>/a</loc></url>"
    with pytest.raises(BadResponse, match="more than 50000 entries"):
        parse_sitemap(page(b"<urlset>" + entry * 50_001 + b"</urlset>"), Settings())
    long = b"<urlset><url><loc>/" + b"a" * 3_000 + b"</loc></url>" + entry + b"</urlset>"
    assert [candidate.url for candidate in parse_sitemap(page(long), Settings()).pages] == [f"{BASE}a"]


def test_a_packed_sitemap_is_inflated_within_bounds() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 12_000_000 + b"</urlset>")
    with pytest.raises(BodyTooLarge):
        parse_sitemap(page(bomb), Settings())
    with pytest.raises(TruncatedBody):
        parse_sitemap(page(gzip.compress(b"<urlset/>")[:-9]), Settings())


def index_of(*paths: str) -> bytes:
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{path}</loc></sitemap>' for path in paths)}</sitemapindex>".encode()


def test_sitemaps_that_name_each_other_are_asked_once() -> None:
    site = FakeSite({"/sitemap.xml": index_of("/sitemap.xml", "/b.xml"), "/b.xml": index_of("/sitemap.xml#again")})

    async def collect() -> list[Candidate]:
        return [found async for found in discover(Sitemap(type="sitemap", url=f"{BASE}sitemap.xml"), site.search())]

    assert asyncio.run(collect()) == []
    assert site.asked == [f"{BASE}sitemap.xml", f"{BASE}b.xml"]


def test_indexes_without_end_end_in_an_error() -> None:
    deep = FakeSite({f"/{n}.xml": index_of(f"/{n + 1}.xml") for n in range(50)})
    _, error = named_before_failing(Sitemap(type="sitemap", url=f"{BASE}0.xml"), deep)
    assert (type(error), len(deep.asked)) == (BadResponse, 3)
    paths = [f"/{n}.xml" for n in range(1, 2 * MOST_DOCUMENTS)]
    page_of_each = {path: f"<urlset><url><loc>{path}.html</loc></url></urlset>".encode() for path in paths}
    wide = FakeSite({"/0.xml": index_of(*paths), **page_of_each})
    found, error = named_before_failing(Sitemap(type="sitemap", url=f"{BASE}0.xml"), wide)
    assert (type(error), len(wide.asked), len(found)) == (BadResponse, MOST_DOCUMENTS, MOST_DOCUMENTS - 1)


NO_POSTS = {
    "html": HTML,
    "object": b'{"code": "rest_no_route"}',
    "number": b"[1]",
    "no link": b'[{"id": 1}]',
    "cut": b'[{"id": 1, "link": "https://news.example/',
    "nested": b"[" * 200_000,
    "nested field": b'[{"id": 1, "link": "/a", "x": ' + b"[" * 200_000,
    "huge number": b'[{"id": ' + b"9" * 100_000 + b', "link": "/a"}]',
    "not text": b'[{"id": 1, "link": "\xff"}]',
    "empty": b"",
}


@pytest.mark.parametrize("kind", NO_POSTS)
def test_what_is_no_list_of_posts_is_no_empty_one(kind: str) -> None:
    with pytest.raises(BadResponse, match="no list of posts"):
        parse_posts(page(NO_POSTS[kind]))


def test_a_list_of_posts_of_ten_megabytes_is_not_parsed() -> None:
    body = json.dumps([{"id": 1, "link": "/a", "content": {"rendered": "a" * 10_000_000}}]).encode()
    with pytest.raises(BodyTooLarge, match="at most 4194304"):
        parse_posts(page(body))


def test_posts_that_link_nowhere_are_left_out() -> None:
    links = ["javascript:alert(1)", "data:text/html,a", "http://[", f"{BASE}a/"]
    body = json.dumps([{"id": n, "link": link} for n, link in enumerate(links)]).encode()
    assert [candidate.url for candidate in parse_posts(page(body)).candidates] == [f"{BASE}a/"]


class Endless(FakeSite):
    """A site that has a page at every address: new ones each time, or always the same."""

    def __init__(self, form: str) -> None:
        """Take the answer, with a place for the number of the request."""
        super().__init__({})
        self.form = form

    async def get(self, url: str) -> RawPage:
        """Give the next page."""
        self.asked.append(url)
        return page(self.form.replace("#", str(len(self.asked))).encode(), url)


def test_endless_posts_end_in_an_error_after_what_they_named() -> None:
    site = Endless('[{"id": #, "link": "/?p=#"}]')
    found, error = named_before_failing(WordPress(type="wordpress"), site)
    assert (len(found), len(site.asked)) == (MOST_DOCUMENTS, MOST_DOCUMENTS + 1)
    assert "goes on after 1000 pages" in error.message


def test_posts_that_ignore_the_page_are_not_taken_for_all() -> None:
    posts = ", ".join(f'{{"id": {n}, "link": "/?p={n}"}}' for n in range(100))
    found, error = named_before_failing(WordPress(type="wordpress"), Endless(f"[{posts}]"))
    assert len({candidate.url for candidate in found}) == 100
    assert error.message == "every page of the listing is the same"


def test_endless_feeds_and_listings_end_in_an_error_after_what_they_named() -> None:
    feed = Endless("<rss><item><link>/a#/</link></item></rss>")
    found, error = named_before_failing(Feed(type="feed", url=f"{BASE}feed/", pages=9), feed)
    assert (len(found), len(feed.asked), "after 9 pages" in error.message) == (9, 9, True)
    listing = Endless('<main><a href="/a#/">A</a></main><a rel="next" href="/tag/x/page/1#/">next</a>')
    found, error = named_before_failing(Listing(type="tag", url=f"{BASE}tag/x/", pages=9), listing)
    assert (len(found), len(listing.asked), "after 9 pages" in error.message) == (9, 9, True)


def test_a_calendar_of_empty_pages_is_left_at_the_second() -> None:
    site = Endless('<main><a href="/a/">A</a></main><a rel="next" href="/tag/x/page/1#/">next</a>')

    async def collect() -> list[Candidate]:
        return [found async for found in discover(Listing(type="tag", url=f"{BASE}tag/x/"), site.search())]

    assert [candidate.url for candidate in asyncio.run(collect())] == [f"{BASE}a/"]
    assert len(site.asked) == 2


def test_a_listing_that_would_keep_the_parser_busy_is_not_parsed() -> None:
    source = Listing(type="page", url=BASE)
    with pytest.raises(BadResponse, match="1000000 tags, at most 20000"):
        parse_listing(page(b"<div>" * 1_000_000), source)
    with pytest.raises(BodyTooLarge):
        parse_listing(page(b"a" * 6_000_000), source)


@pytest.mark.parametrize("shape", ["<div>", "<a href=/x>", "<nav><a rel=next href=/tag/x/page/2/>", "<b><p>"])
def test_the_deepest_listing_that_is_parsed_takes_bounded_time(shape: str) -> None:
    body = (shape * (20_000 // shape.count("<"))).encode()
    begun = time.process_time()
    parse_listing(page(body), Listing(type="page", url=BASE))
    assert time.process_time() - begun < 10


def test_a_source_that_names_too_much_is_left_at_the_bound() -> None:
    site = FakeSite({"/map.xml": f"<urlset>{'<url><loc>/?p=1</loc></url>' * 9}</urlset>".encode()})
    search = dataclasses.replace(site.search(sources=[{"type": "sitemap", "url": f"{BASE}map.xml"}]), most=5)
    result = asyncio.run(survey(search, date(2026, 11, 24)))
    assert [(asked.named, str(asked.error)) for asked in result.asked] == [
        (5, "the source names more than 5 addresses")
    ]


@pytest.mark.parametrize("words", ["kommun", "a ", "social ", "%41", "é-", "status"])
def test_long_names_are_judged_in_linear_time(words: str) -> None:
    def seconds(length: int) -> float:
        text = words * (length // len(words))
        return least_seconds(lambda: likely(f"{BASE}{text}", f"x{text}x"))

    likely(BASE, None)
    shorter, longer = (seconds(length) for length in (100_000, 200_000))
    assert longer <= 2.5 * shorter + 0.02


def test_a_missing_feed_is_an_error_and_no_empty_one() -> None:
    for code in (404, 410, 500):
        _, error = named_before_failing(Feed(type="feed", url=f"{BASE}feed/"), FakeSite({"/feed/": status(code)}))
        assert isinstance(error, BadStatus)


PARTS = [answer(name) for name in ("posts.json", "sitemap_index.xml", "post-sitemap.xml", "feed.xml", "tag-1.html")]


@given(st.sampled_from(PARTS), st.integers(0, 2000), st.integers(0, 2000), st.binary(max_size=20))
def test_damaged_answers_are_read_or_refused_and_nothing_else(part: bytes, start: int, gap: int, junk: bytes) -> None:
    body = page(part[:start] + junk + part[start + gap :])
    parsers = (
        parse_posts,
        parse_feed,
        lambda given: parse_sitemap(given, Settings()),
        lambda given: parse_listing(given, Listing(type="page", url=BASE)),
    )
    for parser in parsers:
        with contextlib.suppress(FetchError):
            parser(body)

"""What each source names, and when it ends."""

import asyncio
import dataclasses
import gzip
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from fixtures.sites import BASE, FakeSite, answer, page, status
from pipeline.config.models import Feed, Listing, Sitemap, WordPress
from pipeline.errors import BadResponse, BadStatus, FetchError
from pipeline.fetch.discovery.candidates import Candidate
from pipeline.fetch.discovery.feed import parse_feed
from pipeline.fetch.discovery.listing import parse_listing
from pipeline.fetch.discovery.sitemap import parse_sitemap
from pipeline.fetch.discovery.survey import WebSource, discover
from pipeline.fetch.discovery.wordpress import parse_posts
from pipeline.settings import Settings

KOLDING = f"{BASE}2019/04/01/socialoekonomi-i-kolding-kommune-status-marts-2019/"
TAG = Listing(type="tag", url=f"{BASE}tag/status/")
FEED = Feed(type="feed", url=f"{BASE}feed/")


def named(source: WebSource, site: FakeSite, **keys: object) -> list[Candidate]:
    async def collect() -> list[Candidate]:
        return [candidate async for candidate in discover(source, site.search(**keys))]

    return asyncio.run(collect())


def urls(candidates: list[Candidate] | tuple[Candidate, ...]) -> list[str]:
    return [candidate.url.removeprefix(BASE) for candidate in candidates]


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_posts_that_everyone_may_read_come_with_title_and_change() -> None:
    posts = parse_posts(page(b"\xef\xbb\xbf" + answer("posts.json")))
    assert posts.candidates[0] == Candidate(
        KOLDING, "wordpress", at(2019, 3, 31, 22, 30), "Socialøkonomi i Kolding Kommune – status marts 2019"
    )
    assert urls(posts.candidates)[1:] == ["?p=12", "2020/01/20/vi-soeger-en-studentermedhjaelper/"]
    assert posts.ids == {11, 12, 13, 14, 15, 16}, "what may not be read still counts when a page is compared"


def posts_from(first: int, number: int = 100) -> bytes:
    posts = (f'{{"id": {n}, "link": "{BASE}?p={n}"}}' for n in range(first, first + number))
    return f"[{', '.join(posts)}]".encode()


def rest(answers: Callable[[int], bytes | FetchError], start: str = "/wp-json/wp/v2/posts?") -> FakeSite:
    query = (
        "per_page=100&orderby=id&order=asc&_fields=id%2Clink%2Cslug%2Cstatus%2Cmodified_gmt%2Ctitle%2Ccontent.protected"
    )
    return FakeSite({f"{start}{query}{f'&page={n}' if n > 1 else ''}": answers(n) for n in range(1, 1200)})


def test_posts_are_listed_until_wordpress_says_that_there_are_no_more() -> None:
    site = rest(lambda n: posts_from(n * 100, 100 if n < 3 else 7) if n < 4 else status(400))
    found = named(WordPress(type="wordpress"), site)
    assert len({candidate.url for candidate in found}) == len(found) == 207
    assert len(site.asked) == 4


def test_a_short_page_of_posts_is_not_taken_for_the_last() -> None:
    site = rest(lambda n: posts_from(n * 100, 3) if n < 3 else status(400))
    assert len(named(WordPress(type="wordpress"), site)) == 6, "a plugin may take posts out of a page"


def test_an_empty_page_of_posts_is_the_last() -> None:
    site = rest(lambda n: posts_from(100) if n == 1 else b"[]")
    assert len(named(WordPress(type="wordpress"), site)) == 100
    assert len(site.asked) == 2


def test_plain_permalinks_lead_to_the_interface_in_the_query() -> None:
    pretty = rest(lambda _: status(404))
    site = rest(lambda n: posts_from(1, 2) if n == 1 else status(400), "/?rest_route=/wp/v2/posts&")
    assert urls(named(WordPress(type="wordpress"), FakeSite({**pretty.answers, **site.answers}))) == ["?p=1", "?p=2"]
    soft = rest(lambda _: b"<!DOCTYPE html><h1>Ikke fundet</h1>")
    assert urls(named(WordPress(type="wordpress"), FakeSite({**soft.answers, **site.answers}))) == ["?p=1", "?p=2"]


def test_a_search_asks_for_its_words_and_for_what_changed() -> None:
    site = FakeSite({})
    search = site.search()
    since = datetime.fromisoformat("2022-10-01T02:00:00+02:00")
    source = WordPress(type="wordpress", search=("socialøkonomi",), kinds=("pages",))

    async def ask() -> None:
        async for _ in discover(source, type(search)(search.site, search.get, search.settings, since)):
            pytest.fail("nothing answers")

    with pytest.raises(BadStatus):
        asyncio.run(ask())
    assert site.asked[0].startswith(f"{BASE}wp-json/wp/v2/pages?per_page=100&")
    assert site.asked[0].endswith("&search=social%C3%B8konomi&modified_after=2022-10-01T00%3A00%3A00Z")


@pytest.mark.parametrize("code", [401, 403, 500, 503])
def test_an_interface_that_is_closed_or_broken_is_not_an_empty_one(code: int) -> None:
    site = rest(lambda _: status(code))
    with pytest.raises(BadStatus):
        named(WordPress(type="wordpress"), site)
    assert len(site.asked) == 1


def test_a_sitemap_names_pages_with_their_last_change() -> None:
    read = parse_sitemap(page(answer("post-sitemap.xml")), Settings())
    assert read.sitemaps == ()
    assert read.pages == (
        Candidate(KOLDING, "sitemap", at(2019, 4, 2, 6)),
        Candidate(f"{BASE}2018/11/14/socialoekonomi-i-hj%C3%B8rring-kommune/?a=1", "sitemap", at(2020, 2, 18)),
        Candidate("https://elsewhere.example/socialoekonomi-i-vejle-kommune/", "sitemap"),
    )


def test_an_index_is_followed_to_the_sitemaps_that_can_name_articles() -> None:
    packed = gzip.compress(b"<urlset><url><loc>/om/</loc></url></urlset>")
    site = FakeSite(
        {
            "/sitemap_index.xml": answer("sitemap_index.xml"),
            "/post-sitemap.xml": answer("post-sitemap.xml"),
            "/page-sitemap.xml.gz": packed,
        }
    )
    assert urls(named(Sitemap(type="sitemap"), site))[-1] == "om/"
    assert [url.removeprefix(BASE) for url in site.asked] == [
        "sitemap_index.xml",
        "post-sitemap.xml",
        "page-sitemap.xml.gz",
    ]


def test_the_first_sitemap_is_the_given_one_or_that_of_robots_or_at_the_usual_places() -> None:
    one = b"<urlset><url><loc>/a/</loc></url></urlset>"
    given = FakeSite({"/mine.xml": one})
    assert urls(named(Sitemap(type="sitemap", url=f"{BASE}mine.xml"), given)) == ["a/"]
    usual = FakeSite({"/sitemap.xml": one})
    assert urls(named(Sitemap(type="sitemap"), usual)) == ["a/"]
    assert [url.removeprefix(BASE) for url in usual.asked] == ["sitemap_index.xml", "wp-sitemap.xml", "sitemap.xml"]
    soft = FakeSite({"/sitemap_index.xml": b"<h1>Forside</h1>&nbsp;", "/?sitemap=index": one})
    assert urls(named(Sitemap(type="sitemap"), soft)) == ["a/"]
    with pytest.raises(BadStatus, match="404"):
        named(Sitemap(type="sitemap"), FakeSite({}))


def test_the_sitemaps_of_robots_come_before_the_usual_places() -> None:
    one = b"<urlset><url><loc>/a/</loc></url></urlset>"
    site = FakeSite({"/mine.xml": one, "/sitemap.xml": one})
    search = dataclasses.replace(site.search(), sitemaps=(f"{BASE}mine.xml", f"{BASE}mine.xml#again"))

    async def collect() -> list[Candidate]:
        return [candidate async for candidate in discover(Sitemap(type="sitemap"), search)]

    assert urls(asyncio.run(collect())) == ["a/"]
    assert site.asked == [f"{BASE}mine.xml"]


def test_sitemaps_of_lists_are_not_asked_for_whatever_the_permalinks() -> None:
    kinds = ("posts&#38;sitemap-subtype=post", "taxonomies&#38;sitemap-subtype=category", "users")
    index = "".join(f"<sitemap><loc>/?sitemap={kind}</loc></sitemap>" for kind in kinds)
    site = FakeSite(
        {
            "/?sitemap=index": f"<sitemapindex>{index}</sitemapindex>".encode(),
            "/?sitemap=posts&sitemap-subtype=post": b"<urlset><url><loc>/?p=1</loc></url></urlset>",
        }
    )
    assert urls(named(Sitemap(type="sitemap", url=f"{BASE}?sitemap=index"), site)) == ["?p=1"]
    assert len(site.asked) == 2


def test_an_rss_feed_names_its_items_and_no_scripts() -> None:
    assert parse_feed(page(answer("feed.xml"))) == (
        Candidate(KOLDING, "feed", None, "Socialøkonomi i Kolding Kommune – status marts 2019"),
        Candidate("https://elsewhere.example/socialoekonomi-i-vejle-kommune/", "feed", None, "Et andet sted"),
    )


def test_an_atom_feed_names_the_page_of_each_entry_and_its_change() -> None:
    (entry,) = parse_feed(page(answer("feed.atom")))
    assert entry == Candidate(f"{BASE}kolding/", "feed", at(2022, 10, 3, 8), "Socialøkonomi i Kolding Kommune")


def feed_of(*paths: str) -> bytes:
    items = "".join(f"<item><link>{path}</link></item>" for path in paths)
    return f"<rss><channel>{items}</channel></rss>".encode()


def test_a_feed_is_read_until_a_page_is_not_there() -> None:
    site = FakeSite({"/feed/": feed_of("/a/", "/b/"), "/feed/?paged=2": feed_of("/b/", "/c/")})
    assert urls(named(FEED, site)) == ["a/", "b/", "b/", "c/"]
    assert site.asked[-1] == f"{BASE}feed/?paged=3"


def test_a_feed_without_pages_ends_when_it_repeats_itself() -> None:
    same = feed_of("/a/")
    site = FakeSite({"/feed/?type=rss": same, "/feed/?type=rss&paged=2": same})
    assert urls(named(Feed(type="feed", url=f"{BASE}feed/?type=rss"), site)) == ["a/"]


def test_a_feed_of_which_one_page_is_wanted_is_asked_once() -> None:
    site = FakeSite({"/feed/": feed_of("/a/")})
    assert urls(named(Feed(type="feed", url=f"{BASE}feed/", pages=1), site)) == ["a/"]
    assert len(site.asked) == 1


def test_a_feed_that_fails_on_a_later_page_says_so() -> None:
    with pytest.raises(BadStatus, match="503"):
        named(FEED, FakeSite({"/feed/": feed_of("/a/"), "/feed/?paged=2": status(503)}))


def test_a_listing_gives_the_links_of_its_content_and_the_next_page() -> None:
    read = parse_listing(page(answer("tag-1.html"), f"{BASE}tag/status/"), TAG)
    assert read.candidates == (
        Candidate(
            f"{BASE}2019/04/01/socialoekonomi-i-kolding-kommune/", "tag", None, "Socialøkonomi i Kolding Kommune"
        ),
        Candidate(
            f"{BASE}2018/11/14/socialoekonomi-i-esbjerg-kommune/", "tag", None, "Socialøkonomi i Esbjerg Kommune"
        ),
    )
    assert read.following == f"{BASE}tag/status/page/2/"


def test_a_listing_is_followed_to_its_end_and_not_into_the_next_article() -> None:
    site = FakeSite({"/tag/status/": answer("tag-1.html"), "/tag/status/page/2/": answer("tag-2.html")})
    assert len(named(TAG, site)) == 3
    assert len(site.asked) == 2


def test_a_page_of_links_needs_no_landmarks_and_no_utf_8() -> None:
    read = parse_listing(page(answer("links.html"), f"{BASE}alle/"), Listing(type="page", url=f"{BASE}alle/"))
    assert [(candidate.url.removeprefix(BASE), candidate.title) for candidate in read.candidates] == [
        ("hjoerring/", "Socialøkonomi i Hjørring"),
        ("alle/vejle/", "Vejle"),
    ]
    assert read.following is None


def test_a_listing_without_rel_next_goes_on_at_the_next_number() -> None:
    body = b'<main><a href="/a/">A</a></main><a href="/alle/?side=4">4</a><a href="/alle/?side=3">3</a>'
    source = Listing(type="page", url=f"{BASE}alle/")
    assert parse_listing(page(body, f"{BASE}alle/?side=2"), source).following == f"{BASE}alle/?side=3"


def test_the_content_may_be_named_and_must_then_be_there() -> None:
    source = Listing(type="page", url=f"{BASE}alle/", content=".sidebar")
    read = parse_listing(page(answer("tag-1.html"), f"{BASE}alle/"), source)
    assert urls(read.candidates) == ["2017/12/18/glaedelig-jul-fra-kommunen/"]
    with pytest.raises(BadResponse, match=r"nothing on the page is \.sidebar"):
        parse_listing(page(answer("links.html")), source)

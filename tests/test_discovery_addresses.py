"""One spelling for each page: what is levelled out, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import RefusedByPolicy
from pipeline.fetch.discovery.addresses import canonical, joined, may_be_article, of_site

SAME = [
    ("HTTPS://News.Example/A/", "https://news.example/A/"),
    ("https://news.example", "https://news.example/"),
    ("https://news.example:443/a", "https://news.example/a"),
    ("http://news.example:80/a", "http://news.example/a"),
    ("http://news.example:443/a", "http://news.example:443/a"),
    ("https://news.example/a#top", "https://news.example/a"),
    ("https://news.example/a?", "https://news.example/a"),
    ("https://news.example/a?utm_source=x&utm_medium=y&p=1", "https://news.example/a?p=1"),
    ("https://news.example/a?p=1&fbclid=x&GCLID=y&mc_cid=z&b=2", "https://news.example/a?p=1&b=2"),
    ("https://news.example/?utm%5Fsource=x&p=123", "https://news.example/?p=123"),
    ("https://news.example/hj%c3%b8rring/", "https://news.example/hj%C3%B8rring/"),
    ("https://news.example/hjørring/", "https://news.example/hj%C3%B8rring/"),
    ("https://news.example/%61%2d%7E/", "https://news.example/a-~/"),
    ("https://news.example/a b", "https://news.example/a%20b"),
    ("https://news.example/100%/", "https://news.example/100%25/"),
    ("https://news.example/a/../b/./c/..", "https://news.example/b/"),
    ("https://news.example/../../b", "https://news.example/b"),
    ("https://news.example/%2E%2E/b", "https://news.example/b"),
    ("https://blåbær.example/", "https://xn--blbr-roah.example/"),
    ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
    ("  https://news.example/a\n", "https://news.example/a"),
]
DIFFERENT = [
    ("https://news.example/a", "https://news.example/a/"),
    ("https://news.example/?p=1", "https://news.example/?p=2"),
    ("https://news.example/?p=1", "https://news.example/"),
    ("https://news.example/a", "https://news.example/A"),
    ("https://news.example/a%2Fb", "https://news.example/a/b"),
    ("https://news.example/a%3Fb", "https://news.example/a?b"),
    ("https://news.example/?a=1%26b=2", "https://news.example/?a=1&b=2"),
    ("https://news.example/?a=b+c", "https://news.example/?a=b%2Bc"),
    ("https://news.example/?page_id=1&lang=da", "https://news.example/?page_id=1&lang=en"),
    ("http://news.example/a", "https://news.example/a"),
    ("https://news.example/a", "https://www.news.example/a"),
    ("https://news.example/a", "https://news.example:8443/a"),
    ("https://news.example/a//b", "https://news.example/a/b"),
    ("https://news.example/?utm=1", "https://news.example/?utm=2"),
]
NO_ADDRESS = [
    "javascript:alert(1)",
    "data:text/html,a",
    "mailto:a@news.example",
    "ftp://news.example/",
    "file:///etc/passwd",
    "//news.example/a",
    "/a",
    "",
    "https://",
    "https:///a",
    "https://[::1",
    "https://news.example:99999/",
    "https://news.example:port/",
]


@pytest.mark.parametrize(("written", "spelt"), SAME)
def test_spellings_of_one_page_become_one(written: str, spelt: str) -> None:
    assert canonical(written) == spelt
    assert canonical(spelt) == spelt


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_pages_that_may_differ_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("text", NO_ADDRESS)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    with pytest.raises(RefusedByPolicy):
        canonical(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.text(max_size=30))
def test_a_canonical_address_stays_as_it_is(path: str, query: str) -> None:
    once = canonical(f"https://news.example/{path}?{query}")
    assert canonical(once) == once
    assert once.isascii()


@given(st.text(max_size=80))
def test_any_link_of_a_page_is_an_address_or_none(link: str) -> None:
    url = joined("https://news.example/a/", link)
    assert url is None or url == canonical(url)


def test_links_are_resolved_against_their_page() -> None:
    assert joined("https://news.example/a/b", " ../c?utm_term=x ") == "https://news.example/c"
    assert joined("https://news.example/a/", "//other.example/x") == "https://other.example/x"
    assert joined("https://news.example/a/", "javascript:alert(1)") is None
    assert joined("https://news.example/a/", "http://[oops") is None
    assert joined("https://news.example/a/", "a" * 2084) is None


def test_a_site_is_its_host_with_or_without_www_and_what_else_was_named() -> None:
    base = "https://www.news.example/blog/"
    assert of_site("http://news.example/a", base, ())
    assert of_site("https://old.example/a", base, ("www.old.example",))
    assert not of_site("https://old.example/a", base, ())
    assert not of_site("https://news.example.evil.example/a", base, ())
    assert not of_site("https://news.example:8443/a", base, ())


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("2019/04/01/socialoekonomi-i-kolding-kommune/", True),
        ("?p=12", True),
        ("status.html", True),
        ("tagged/", True),
        ("pages/om/", True),
        ("page/om-kommunerne/", True),
        ("feed/kolding/", True),
        ("tag/status/", False),
        ("category/nyhedsbrev/page/2/", False),
        ("author/redaktionen/", False),
        ("kategori/nyt", False),
        ("kolding/feed/", False),
        ("wp-content/uploads/strategi.PDF", False),
        ("wp-login.php", False),
        ("kolding.jpg", False),
    ],
)
def test_listings_pictures_and_works_are_no_articles(path: str, may: bool) -> None:  # noqa: FBT001 -- a column
    assert may_be_article(f"https://news.example/{path}") is may

"""All sources of a site together: merged, filtered, and one that fails beside the others."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from fixtures.sites import BASE, FakeSite, answer, status
from pipeline.config.models import Site
from pipeline.errors import BadStatus
from pipeline.fetch.discovery.candidates import Candidate, Found, instant, merge
from pipeline.fetch.discovery.likely import likely, wanted
from pipeline.fetch.discovery.survey import Survey, related_candidates, survey
from schemas.record import RelatedLink

DAY = date(2026, 11, 24)
SITE = Site.model_validate({"name": "News", "url": BASE, "sources": [{"type": "sitemap"}]})
KOLDING = f"{BASE}socialoekonomi-i-kolding-kommune/"


def at(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)


def surveyed(site: FakeSite, *sources: dict[str, object], day: date = DAY, **keys: object) -> Survey:
    return asyncio.run(survey(site.search(sources=sources, **keys), day))


def test_what_several_sources_name_is_one_with_its_latest_change() -> None:
    candidates = [
        Candidate(f"{BASE}b/", "wordpress", at(2019)),
        Candidate(f"{BASE}a/", "wordpress"),
        Candidate(f"{BASE}b/?utm_source=rss", "feed", at(2018)),
        Candidate(f"{BASE}a/", "feed", at(2020)),
        Candidate(f"{BASE}b/#top", "feed"),
    ]
    assert merge(candidates) == (
        Found(f"{BASE}b/", ("wordpress", "feed"), at(2019)),
        Found(f"{BASE}a/", ("wordpress", "feed"), at(2020)),
    )


def test_a_time_without_a_zone_is_utc_and_a_junk_one_is_none() -> None:
    assert instant("2019-01-01T00:00:00") == instant("2019-01-01T01:00:00+01:00") == at(2019)
    assert instant("  2019-01-01 ") == at(2019)
    assert [instant(junk) for junk in (None, "", "i går", "2019-13-01")] == [None] * 4


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("socialoekonomi-i-kolding-kommune-status-marts-2019/", None),
        ("socialokonomi-i-aalborg/", None),
        ("status-2-kvartal/", None),
        ("kobenhavn/", None),
        ("hj%C3%B8rring/", None),
        ("nyhedsbrev-nr-5/", "Nyhedsbrev nr. 5: Randers og resten"),
        ("nr-7/", "Ikast‑Brandes svar"),
        ("nr-8/", "Sådan svarede kommunerne"),
        ("nr-9/", "Social økonomi i Århus"),
        ("?p=12", None),
        ("2019/04/01/", None),
    ],
)
def test_what_an_article_might_be_called_is_likely(slug: str, title: str | None) -> None:
    assert likely(f"{BASE}{slug}", title)


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("vi-soeger-en-studentermedhjaelper/", "Vi søger en studentermedhjælper"),
        ("sommerfest-paa-havnen/", "Sommerfest på havnen"),
        ("aarets-virksomhed-kaaret/", "Årets sociale virksomhed er kåret"),
        ("randersgade/", "Åbent hus i Randersgade"),
        ("om-os/", None),
    ],
)
def test_plain_news_are_not(slug: str, title: str | None) -> None:
    assert not likely(f"{BASE}{slug}", title)


def is_wanted(url: str, title: str | None = None, found_by: str = "feed", **keys: object) -> bool:
    return wanted(Candidate(url, found_by, title=title), Site.model_validate(SITE.model_dump() | keys))


def test_only_the_sites_own_articles_are_wanted() -> None:
    assert is_wanted(KOLDING)
    assert not is_wanted("https://elsewhere.example/socialoekonomi-i-kolding-kommune/")
    assert is_wanted("https://elsewhere.example/socialoekonomi-i-kolding-kommune/", hosts=["elsewhere.example"])
    assert not is_wanted(f"{BASE}tag/kolding-kommune/")
    assert not is_wanted(BASE)


def test_the_configuration_decides_beside_the_words() -> None:
    assert not is_wanted(f"{BASE}sommerfest/")
    assert is_wanted(f"{BASE}sommerfest/", any_title=True)
    assert is_wanted(f"{BASE}sommerfest/", found_by="related")
    assert not is_wanted(KOLDING, exclude=["Kolding"])
    assert not is_wanted(KOLDING, "Rettelse: Kolding", exclude=["rettelse:*"])
    assert is_wanted(f"{BASE}fest/", "Sommerfest", include=["*/f?st/"], exclude=["vinter"])
    assert not is_wanted(KOLDING, include=["sommer"])
    assert not is_wanted(KOLDING, include=["kolding"], exclude=["kolding"])


def test_sister_articles_are_followed_on_the_site_alone() -> None:
    links = [
        RelatedLink(title="Aalborg", url=f"{BASE}aalborg/?utm_source=x"),
        RelatedLink(title="Noget andet", url=f"{BASE}noget/"),
        RelatedLink(title="Vejle", url="https://elsewhere.example/vejle/"),
        RelatedLink(title="Skriv", url="mailto:a@news.example"),
    ]
    assert related_candidates(links, SITE) == (
        Candidate(f"{BASE}aalborg/", "related", title="Aalborg"),
        Candidate(f"{BASE}noget/", "related", title="Noget andet"),
    )


def test_every_source_is_asked_and_one_that_fails_stops_no_other() -> None:
    site = FakeSite(
        {
            "/map.xml": answer("post-sitemap.xml"),
            "/feed/": answer("feed.xml"),
            "/feed/?paged=2": status(503),
            "/tag/x/": answer("tag-2.html"),
        }
    )
    result = surveyed(
        site,
        {"type": "sitemap", "url": f"{BASE}map.xml"},
        {"type": "feed", "url": f"{BASE}feed/"},
        {"type": "tag", "url": f"{BASE}tag/x/"},
        {"type": "url", "url": "https://elsewhere.example/fest/#x"},
        {"type": "folder", "path": "saved"},
    )
    assert [(found.url.removeprefix(BASE), found.found_by) for found in result.found] == [
        ("2019/04/01/socialoekonomi-i-kolding-kommune-status-marts-2019/", ("sitemap", "feed")),
        ("2018/11/14/socialoekonomi-i-hj%C3%B8rring-kommune/?a=1", ("sitemap",)),
        ("2018/08/07/socialoekonomi-i-ikast-brande-kommune/", ("tag",)),
        ("https://elsewhere.example/fest/", ("url",)),
    ]
    assert [(asked.kind, asked.named, asked.elsewhere, asked.kept) for asked in result.asked] == [
        ("sitemap", 3, 1, 2),
        ("feed", 2, 1, 1),
        ("tag", 1, 0, 1),
        ("url", 1, 0, 1),
    ]
    errors = [asked.error for asked in result.asked]
    assert isinstance(errors[1], BadStatus)
    assert [error for error in errors if error] == [errors[1]]


def test_what_one_source_calls_a_page_decides_for_all() -> None:
    site = FakeSite(
        {
            "/map.xml": b"<urlset><url><loc>/?p=1</loc></url><url><loc>/?p=2</loc></url></urlset>",
            "/feed/": b"<rss><item><title>Sommerfest</title><link>/?p=1</link></item></rss>",
        }
    )
    result = surveyed(
        site,
        {"type": "sitemap", "url": f"{BASE}map.xml"},
        {"type": "feed", "url": f"{BASE}feed/"},
    )
    assert result.found == (Found(f"{BASE}?p=2", ("sitemap",)),)


def test_a_source_is_asked_until_its_last_day() -> None:
    site = FakeSite({"/tag/x/": answer("tag-2.html")})
    old = {"type": "tag", "url": f"{BASE}tag/x/", "valid_until": DAY}
    assert len(surveyed(site, old).found) == 1
    assert surveyed(site, old, day=date(2026, 11, 25)) == Survey((), ())

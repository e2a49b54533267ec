"""Runs over a real WordPress: every source leads to the articles and no other, and nothing is asked for twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.wordpress import Installation, Ran, WordPress, now, tree, wordpress_site

SOURCES: Final = {
    "wordpress": 'type = "wordpress", kinds = ["posts", "pages"]',
    "search": 'type = "wordpress", search = ["socialøkonomi"]',
    "sitemap": 'type = "sitemap"',
    "feed": 'type = "feed", url = "{base}/feed/"',
    "tag": 'type = "tag", url = "{base}/tag/status-i-kommunerne/"',
    "category": 'type = "category", url = "{base}/category/nyhedsbrev/"',
    "page": 'type = "page", url = "{base}/status-i-kommunerne/"',
}
KINDS: Final = {"wordpress", "sitemap", "feed", "tag", "category", "page"}


@pytest.fixture(scope="module")
def site() -> Iterator[WordPress]:
    """A site that no test changes."""
    with wordpress_site() as site:
        yield site


@pytest.fixture(scope="module")
def all_sources(site: WordPress, tmp_path_factory: pytest.TempPathFactory) -> tuple[Installation, Ran]:
    """What a first run over all sources leaves, and what it said."""
    installation = Installation.reading(site, tmp_path_factory.mktemp("all"), *SOURCES.values())
    return installation, installation.run()


@pytest.mark.parametrize("name", SOURCES)
def test_each_source_alone_leads_to_the_articles_and_no_other(site: WordPress, tmp_path: Path, name: str) -> None:
    installation = Installation.reading(site, tmp_path, SOURCES[name], without=site.dead_links())
    ran = installation.run_at(now)
    assert installation.articles() == site.urls()
    assert installation.rows("SELECT count(*) FROM versions") == [(12,)]
    assert {ran.state(url) for url in site.urls()} == {"ok"}
    kind = "wordpress" if name == "search" else name
    sighted = installation.sighted()
    assert all(kind in sighted[url] for url in site.urls())
    assert set().union(*sighted.values()) <= {kind, "related"}
    installation.check()


def test_all_sources_together_name_every_article(site: WordPress, all_sources: tuple[Installation, Ran]) -> None:
    installation, ran = all_sources
    assert installation.articles() == site.urls()
    assert ran.summary["saved"]["new"] == 12
    sighted = installation.sighted()
    assert {url: sighted[url] - {"related"} for url in site.urls()} == dict.fromkeys(site.urls(), KINDS)
    assert {"related"} <= sighted[site.url("aalborg")]
    installation.check()
    installation.replay()


def test_what_no_visitor_may_see_is_nowhere(site: WordPress, all_sources: tuple[Installation, Ran]) -> None:
    installation, ran = all_sources
    places = {
        "store": installation.store.read_bytes(),
        "archive": b"\n".join(tree(installation.folder / "archive").values()),
        "export": b"\n".join(installation.exported("given").values()),
        "report": b"\n".join(installation.reported().values()),
        "messages": ran.said.encode(),
    }
    seen = b"guldborgsund"
    assert [name for name, content in places.items() if seen not in content.lower()] == []
    # Whatever is done to the letter ø on the way, the end of each of these strings is plain ASCII.
    never = [text.rpartition("ø")[2].encode() for text in site.manifest["never"]]
    assert len(never) == 8
    assert [(name, text) for name, content in places.items() for text in never if text in content] == []

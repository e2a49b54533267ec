"""Runs over a real WordPress while its editors work: what changed is told field by field, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from tests.wordpress import Installation, WordPress, wordpress_site
from tests.wordpress_editors import LONG, MOVED, RENAMED, SHORT, Story, edited


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WordPress, Story]]:
    """A site of its own, with a run after each day of its editors."""
    with wordpress_site() as site:
        yield site, edited(site, tmp_path_factory.mktemp("edited"), 'type = "wordpress", kinds = ["posts", "pages"]')


def test_an_edited_figure_is_a_new_version_with_its_change(story: tuple[WordPress, Story]) -> None:
    site, told = story
    url = site.url("randers")
    changed = told.changed("changed", url)
    assert changed["answers.workforce.quantities.flex_and_sheltered.max"] == ("58", "61")
    assert told.runs["changed"].state(url) == "ok"
    query = "SELECT number, cause FROM versions JOIN articles USING (article_id) WHERE articles.url = ? ORDER BY number"
    assert told.installation.rows(query, url) == [(1, "first_seen"), (2, "source")]


def test_what_an_editor_adds_at_the_end_is_in_the_text(story: tuple[WordPress, Story]) -> None:
    site, told = story
    before, after = told.changed("changed", site.url("hjoerring"))["text"]
    assert (LONG in before, LONG in after) == (False, True)


@pytest.mark.xfail(strict=True, reason="up to 60 characters after the sister links are taken for a label of the theme")
def test_what_an_editor_adds_in_few_words_is_in_the_text(story: tuple[WordPress, Story]) -> None:
    site, told = story
    assert SHORT in told.changed("changed", site.url("koebenhavn")).get("text", ("", ""))[1]


def test_an_article_that_is_only_saved_again_changes_nothing(story: tuple[WordPress, Story]) -> None:
    site, told = story
    url = site.url("svendborg")
    assert urlsplit(url).path in {request.path for request in told.asked["changed"]}
    assert [noted for ran in told.runs for noted in told.happened(ran) if noted[1] == url] == []


def test_a_renamed_article_is_the_same_at_another_address(story: tuple[WordPress, Story]) -> None:
    site, told = story
    assert told.led_to_the_same(site.url("kolding"), MOVED)


def test_a_renamed_article_without_a_period_is_the_same(story: tuple[WordPress, Story]) -> None:
    site, told = story
    assert told.led_to_the_same(site.url("guldborgsund"), RENAMED)
    assert told.installation.rows("SELECT count(*) FROM articles") == [(12,)]


def test_an_article_is_not_gone_while_another_address_leads_to_it(story: tuple[WordPress, Story]) -> None:
    site, told = story
    assert told.runs["day later"].state(site.url("kolding")) in {"ok", "unchanged"}
    assert [url for op, url in told.happened("day later") if op == "gone" and "kolding" in url] == []


def test_a_protected_article_is_drift_and_its_last_good_version_stands(story: tuple[WordPress, Story]) -> None:
    site, told = story
    url = site.url("odense")
    assert (told.runs["changed"].code, told.runs["changed"].state(url)) == (4, "drift")
    assert told.runs["back"].state(url) == "ok"
    assert [noted for ran in told.runs for noted in told.happened(ran) if noted[1] == url] == []
    assert told.installation.rows("SELECT state, latest_version FROM articles WHERE url = ?", url) == [("live", 1)]


def test_what_drifted_stays_drift_until_it_is_back(story: tuple[WordPress, Story]) -> None:
    site, told = story
    later = [told.runs[name] for name in ("unchanged", "day later")]
    assert [(ran.code, ran.state(site.url("odense"))) for ran in later] == [(4, "drift")] * 2


def test_a_binned_article_is_gone_after_a_day_and_revived_when_it_is_back(story: tuple[WordPress, Story]) -> None:
    site, told = story
    url = site.url("esbjerg")
    states = {name: ran.state(url) for name, ran in told.runs.items()}
    assert [states[name] for name in ("changed", "unchanged", "day later")] == ["deferred", "deferred", "gone"]
    assert [states[name] for name in ("back", "maintenance", "afterwards")] == ["ok", "deferred", "unchanged"]
    noted = [(name, op) for name in told.runs for op, at in told.happened(name) if at == url]
    assert noted == [("day later", "gone"), ("back", "revived")]
    assert told.installation.rows("SELECT state, latest_version FROM articles WHERE url = ?", url) == [("live", 1)]


def test_an_unpublished_article_is_gone_after_a_day(story: tuple[WordPress, Story]) -> None:
    site, told = story
    url = site.url("holbaek")
    assert [told.runs[name].state(url) for name in ("back", "afterwards")] == ["deferred", "gone"]
    assert told.installation.rows("SELECT state FROM articles WHERE url = ?", url) == [("gone",)]


def test_a_site_under_maintenance_is_left_alone_and_loses_nothing(story: tuple[WordPress, Story]) -> None:
    _, told = story
    ran = told.runs["maintenance"]
    assert (ran.code, set(ran.summary["states"])) == (10, {"deferred"})
    assert [(request.path, request.status) for request in told.asked["maintenance"]] == [("/robots.txt", 503)]
    assert told.happened("maintenance") == []
    assert told.runs["afterwards"].code == 0
    assert not {"deferred", "drift", "failed"} & set(told.runs["afterwards"].summary["states"])


@dataclass(frozen=True)
class Replayed:
    """What a replay said, and the store before and after it."""

    said: str
    versions: tuple[int, int]
    gone: tuple[set[str], set[str]]


@pytest.fixture(scope="module")
def replayed(story: tuple[WordPress, Story]) -> Replayed:
    """What a replay does to the store that the story left."""
    installation = story[1].installation
    before, gone = _versions(installation), installation.articles("gone")
    said = installation.command("replay", "--archive", str(installation.folder / "archive"))
    installation.check()
    return Replayed(said, (before, _versions(installation)), (gone, installation.articles("gone")))


def _versions(installation: Installation) -> int:
    return int(installation.rows("SELECT count(*) FROM versions")[0][0])


def test_a_replay_makes_no_version(replayed: Replayed) -> None:
    assert " changed" not in replayed.said
    before, after = replayed.versions
    assert before == after >= 14


def test_a_replay_brings_nothing_back(story: tuple[WordPress, Story], replayed: Replayed) -> None:
    before, after = replayed.gone
    assert story[0].url("holbaek") in before
    assert after == before

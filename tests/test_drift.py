"""A layout that changes overnight is still read right, or called drift; never an empty `ok`."""

from pathlib import Path
from typing import Any, Final

import pytest

from fixtures.mutators import BROKEN, READABLE, Mutator
from pipeline.crawl.drift import Baseline, lost
from pipeline.run import extract_page
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.social_economy import KEYS
from tests.crawling import BASE, CORPUS, Newsroom, Web
from tests.records import full_record
from tests.test_crawl import contents

NAMES: Final = tuple(
    sorted(path.name.removesuffix(".html") for path in CORPUS.glob("*.html") if "10-" not in path.name)
)

READ_AS_BEFORE: Final = 0.96
"""The share of facts that a new layout may not cost; the worst, reworded questions, keeps 0.965."""


def page(name: str) -> str:
    body = (CORPUS / f"{name}.html").read_bytes()
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("windows-1252")


def utf8(text: str) -> bytes:
    return text.replace("windows-1252", "utf-8").replace("iso-8859-1", "utf-8").encode("utf-8")


def told(made: object) -> set[tuple[str, str, str]]:
    """The plain facts of a record."""
    if not isinstance(made, StatusRecord):
        return set()
    facts: set[tuple[str, str, str]] = set()
    for key in KEYS:
        answer = made.answers.of(key).model_dump(exclude={"evidence", "text", "question", "links"})
        facts |= {(key, name, repr(_bare(part))) for name, part in answer.items() if part not in (None, (), [], False)}
    return facts


def _bare(value: Any) -> Any:  # noqa: ANN401 -- any JSON
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name != "evidence"}
    return [_bare(part) for part in value] if isinstance(value, list | tuple) else value


def read(text: str, name: str) -> object:
    return extract_page(RawPage(url=f"{BASE}{name}", body=utf8(text)))


@pytest.mark.parametrize("mutator", READABLE.values(), ids=READABLE)
def test_what_a_person_could_still_read_is_read_as_before(mutator: Mutator) -> None:
    kept = asked = 0
    for name in NAMES:
        before, after = told(read(page(name), name)), told(read(mutator(page(name)), name))
        asked += len(before)
        kept += len(before & after)
    assert kept / asked >= READ_AS_BEFORE


@pytest.mark.parametrize("mutator", BROKEN.values(), ids=BROKEN)
def test_what_nobody_could_read_any_more_is_said_and_the_good_versions_stand(tmp_path: Path, mutator: Mutator) -> None:
    names = NAMES[:6]
    web = Web({f"a/{name}": utf8(page(name)) for name in names})
    news = Newsroom(tmp_path, web)
    news.run()
    before = contents(tmp_path)
    for name in names:
        web.pages[f"a/{name}"] = utf8(mutator(page(name)))
    summary = news.run()
    states = {about["state"] for event, about in news.events[-2 * len(names) :] if event == "page"}
    assert summary["exit_code"] in {3, 4}
    assert states & {"drift", "quarantined"}
    assert not summary["states"].get("ok"), summary["states"]
    assert contents(tmp_path) == before


def test_a_new_article_unlike_its_site_is_drift() -> None:
    usual = Baseline(articles=8, by_key=dict.fromkeys(KEYS, 8), questions=11)
    record = full_record()
    few = record.answers.model_copy(update={key: type(record.answers.of(key))() for key in KEYS[3:]})
    thin = record.model_copy(update={"answers": few})
    assert lost(thin, frozenset(), usual) == KEYS[3:]
    assert lost(record, frozenset(), usual) == ()
    assert lost(thin, frozenset(), Baseline(2, {}, 11)) == ()
    assert lost(thin, frozenset(KEYS), usual) == KEYS[3:]

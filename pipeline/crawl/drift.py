"""Says when a page or a site stops looking like the articles that it used to have."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Final

from sqlalchemy import Engine, func, select

from pipeline.store.engine import reading
from pipeline.store.operations import URLS
from pipeline.store.tables import ADDRESSES, ANSWERS, ARTICLES, VERSIONS
from schemas.record import StatusRecord
from schemas.social_economy import KEYS

KEPT: Final = 0.6
"""The share of its earlier questions that an article must still have; edits drop one or two, a broken layout most."""
USUAL: Final = 0.5
"""The share of the questions, usual on its site, that a new article must have; articles do ask fewer at times."""
ENOUGH: Final = 5
"""Articles that a site must have before there is anything usual about it."""


@dataclass(frozen=True)
class Baseline:
    """How the articles of a site look: how many of them ask each question."""

    articles: int
    by_key: dict[str, int]
    questions: float
    """How many questions the middle one of them asks."""

    @property
    def usual(self) -> frozenset[str]:
        """The questions that most of them ask."""
        return frozenset(key for key, n in self.by_key.items() if n * 2 > self.articles)


def baseline(engine: Engine, site: str) -> Baseline:
    """Measure the site's live articles as they are in the store."""
    query = (
        select(VERSIONS.c.version_id, ANSWERS.c.question_key, func.max(ANSWERS.c.status))
        .join(ANSWERS, ANSWERS.c.version_id == VERSIONS.c.version_id)
        .join(ARTICLES, ARTICLES.c.article_id == VERSIONS.c.article_id)
        .join(ADDRESSES, ADDRESSES.c.article_id == ARTICLES.c.article_id)
        .join(URLS, URLS.c.url == ADDRESSES.c.url)
        .where(URLS.c.site == site, VERSIONS.c.number == ARTICLES.c.latest_version, ARTICLES.c.state == "live")
        .group_by(VERSIONS.c.version_id, ANSWERS.c.question_key)
    )
    asked: dict[str, set[str]] = {}
    with reading(engine) as connection:
        for version_id, key, status in connection.execute(query):
            asked.setdefault(version_id, set())
            if status != "not_asked":
                asked[version_id].add(key)
    by_key: dict[str, int] = {key: sum(key in keys for keys in asked.values()) for key in KEYS}
    return Baseline(len(asked), by_key, median(len(keys) for keys in asked.values()) if asked else 0)


def asked_in(record: StatusRecord) -> frozenset[str]:
    """The questions that an article asks."""
    return frozenset(key for key in KEYS if record.answers.of(key).status != "not_asked")


def lost(record: StatusRecord, before: frozenset[str], site: Baseline) -> tuple[str, ...]:
    """The questions that a page lacks so that it no longer looks like an article; empty when it does.

    An article that was read before is compared with itself, a new one with its site.
    """
    now = asked_in(record)
    if before:
        return _sorted(before - now) if len(now & before) < KEPT * len(before) else ()
    if site.articles < ENOUGH or len(now) >= USUAL * site.questions:
        return ()
    return _sorted(site.usual - now)


def _sorted(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in KEYS if key in set(keys))

"""The plan of a run: URLs in the order in which they were found, each once, and which source found them.

What a page leads to is planned with it, so that to plan a few must not cost more the longer the plan is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, Text, bindparam, func, insert, select

from pipeline.store.operations import FETCHES, SIGHTINGS, URLS

_AT_ONCE: Final = 500
"""Addresses asked about together: databases take no more than some thousand values in a statement."""
_NAMED: Final = bindparam("urls", type_=Text, expanding=True)
_MINE: Final = bindparam("of_run", type_=Text)
_PLANNED: Final = select(FETCHES.c.url).where(FETCHES.c.run_id == _MINE, FETCHES.c.url.in_(_NAMED))
_SEEN: Final = select(SIGHTINGS.c.url, SIGHTINGS.c.source).where(
    SIGHTINGS.c.run_id == _MINE, SIGHTINGS.c.url.in_(_NAMED)
)
_TOUCHED: Final = select(URLS.c.url).where(URLS.c.url.in_(_NAMED))
_LENGTH: Final = select(func.count()).select_from(FETCHES).where(FETCHES.c.run_id == _MINE)


@dataclass(frozen=True)
class Planned:
    """A URL that a run is to visit, with what is known of it."""

    url: str
    site: str
    found_by: tuple[str, ...] = ()
    modified: datetime | None = None
    """The latest change that a source tells of now."""
    unchanged: bool = False
    """Whether it is a file whose bytes are those that were read before."""


def add_to_plan(
    connection: Connection, run_id: str, planned: Sequence[Planned], sightings: Iterable[tuple[str, str]]
) -> int:
    """Add URLs to the plan of a run; those in it keep their place. Returns how many are new."""
    there = {url for (url,) in _found(connection, _PLANNED, run_id, [item.url for item in planned])}
    new = [item for item in planned if item.url not in there]
    if new:
        length = connection.execute(_LENGTH, {"of_run": run_id}).scalar_one()
        rows = [
            {"run_id": run_id, "url": item.url, "site": item.site, "position": position}
            for position, item in enumerate(new, start=length)
        ]
        connection.execute(insert(FETCHES), rows)
        _touch(connection, run_id, new)
    _sight(connection, run_id, set(sightings))
    return len(new)


def _sight(connection: Connection, run_id: str, sightings: set[tuple[str, str]]) -> None:
    there = set(_found(connection, _SEEN, run_id, sorted({url for url, _ in sightings})))
    rows = [{"run_id": run_id, "url": url, "source": source} for url, source in sorted(sightings - there)]
    if rows:
        connection.execute(insert(SIGHTINGS), rows)


def _touch(connection: Connection, run_id: str, new: Sequence[Planned]) -> None:
    """Begin to remember the URLs that no run has met before."""
    known = {url for (url,) in _found(connection, _TOUCHED, run_id, [item.url for item in new])}
    rows = [{"url": item.url, "site": item.site} for item in new if item.url not in known]
    if rows:
        connection.execute(insert(URLS), rows)


def _found(connection: Connection, query: Select[Any], run_id: str, urls: Sequence[str]) -> Iterator[Any]:
    for start in range(0, len(urls), _AT_ONCE):
        values = {"of_run": run_id, "urls": urls[start : start + _AT_ONCE]}
        yield from (tuple(row) for row in connection.execute(query, values))

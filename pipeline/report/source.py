"""What the report reads of the store: a query a table for many articles at once, never one for each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Select, select

from pipeline.store import load_all
from pipeline.store.giving import quotes_only, without_contacts
from pipeline.store.operations import CORRECTIONS
from pipeline.store.tables import ARTICLES, VERSIONS
from schemas.evidence import Span
from schemas.record import Contact, StatusRecord

# Texts and values of so many articles are in memory at once.
_AT_ONCE: Final = 200

Fit = Callable[[Sequence[StatusRecord]], Sequence[StatusRecord]]
"""Takes from the versions of an article what must not be shown."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One article as it is stored."""

    article: RowMapping
    """Its row of articles, with the number and date of its newest version."""
    record: StatusRecord
    """Its newest version, fit to be shown."""
    versions: tuple[RowMapping, ...]
    """Rows of all its versions, the oldest first, without their texts."""
    earlier: tuple[StatusRecord, ...]
    """The earlier versions, the oldest first, fit to be shown."""
    corrections: Mapping[str, RowMapping]
    """What people said, by field."""

    @property
    def live(self) -> bool:
        """Whether the page is still on the web."""
        return bool(self.article["state"] == "live")


_VERSION: Final = (
    "version_id",
    "article_id",
    "number",
    "cause",
    "code_version",
    "fetched_at",
    "page_sha256",
    "article_sha256",
)


# Danish order: æ, ø, å come last, and aa counts as å.
_ORDER: Final = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def article_ids(connection: Connection) -> list[str]:
    """List the articles by municipality and period; those of no municipality come last."""
    v = VERSIONS.c
    query = (
        select(ARTICLES.c.article_id, v.municipality_name, v.period_start, v.published_on)
        .join(VERSIONS, VERSIONS.c.article_id == ARTICLES.c.article_id)
        .where(v.number == ARTICLES.c.latest_version)
    )
    return [row["article_id"] for row in sorted(connection.execute(query).mappings(), key=_place)]


def _place(row: RowMapping) -> tuple[bool, str, str, str, str]:
    name = row["municipality_name"]
    # The database's own order of letters is not the same everywhere.
    days = (str(row["period_start"] or ""), str(row["published_on"] or ""))
    return (name is None, danish_order(name or ""), *days, row["article_id"])


def danish_order(name: str) -> str:
    """Turn a name into what sorts as in a Danish dictionary."""
    return name.casefold().replace("aa", "å").translate(_ORDER)


def fit_for(*, whole_text: bool, contacts: bool) -> Fit:
    """Make what takes away from an article's versions that which must not be shown."""

    def fit(versions: Sequence[StatusRecord]) -> Sequence[StatusRecord]:
        known = [contact for record in versions for contact in record.contacts]
        given = versions if contacts else [without_contacts(_with_contacts(record, known)) for record in versions]
        return given if whole_text else [quotes_only(record) for record in given]

    return fit


def _with_contacts(record: StatusRecord, known: Iterable[Contact]) -> StatusRecord:
    """Add the contacts that another version found and this one prints too, so that they are masked in both."""
    found = list(record.contacts)
    for contact in known:
        printed = {span.quote: record.text.find(span.quote) for span in contact.evidence}
        spans = tuple(Span.of(record.text, at, at + len(quote)) for quote, at in printed.items() if at >= 0)
        if spans and contact not in record.contacts:
            found.append(contact.model_copy(update={"evidence": spans}))
    return record.model_copy(update={"contacts": tuple(found)})


def stored(connection: Connection, ids: Sequence[str], fit: Fit) -> Iterator[Stored]:
    """Read articles in the order given, each with its versions and corrections."""
    for start in range(0, len(ids), _AT_ONCE):
        yield from _some(connection, ids[start : start + _AT_ONCE], fit)


def _some(connection: Connection, ids: Sequence[str], fit: Fit) -> Iterator[Stored]:
    articles = _grouped(connection, select(ARTICLES).where(ARTICLES.c.article_id.in_(ids)))
    query = select(*VERSIONS.c[*_VERSION]).where(VERSIONS.c.article_id.in_(ids)).order_by(VERSIONS.c.number)
    versions = _grouped(connection, query)
    corrections = _grouped(connection, select(CORRECTIONS).where(CORRECTIONS.c.article_id.in_(ids)))
    wanted = [version["version_id"] for article in ids for version in versions[article]]
    # The order of what is asked for is the order of what comes.
    records = load_all(connection, wanted)
    for article in ids:
        *earlier, newest = fit([next(records) for _ in versions[article]])
        said = {row["field"]: row for row in corrections.get(article, [])}
        yield Stored(articles[article][0], newest, tuple(versions[article]), tuple(earlier), said)


def _grouped(connection: Connection, query: Select[Any]) -> dict[str, list[RowMapping]]:
    found: dict[str, list[RowMapping]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["article_id"], []).append(row)
    return found

"""The other end of the change feed: applies events to a database until it holds the same tables."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from pipeline.errors import IntegrityViolation
from pipeline.store.changes import Change, Difference, Document, differences, note, version_document
from pipeline.store.engine import hold_the_pen
from pipeline.store.operations import CHANGES, CORRECTIONS
from pipeline.store.save import begin_article, look_again, write_version
from pipeline.store.tables import ADDRESSES, ARTICLES, VERSIONS
from schemas.record import StatusRecord

_MADE: Final = ("cause", "series_version")
"""How a version came to be, which its record does not tell."""


def cursor_of(connection: Connection) -> int:
    """The last event that the database has; 0 for none."""
    return connection.execute(select(func.max(CHANGES.c.change_id))).scalar() or 0


def follow(connection: Connection, event: Document) -> bool:
    """Apply one event in the caller's transaction; False when the database has it already.

    Raises IntegrityViolation when events are missing before it, or when it does not fit what is there.
    """
    hold_the_pen(connection)
    last = cursor_of(connection)
    if event["cursor"] <= last:
        return False
    if event["cursor"] != last + 1:
        message = f"the change feed goes on at {event['cursor']}, the store ends at {last}"
        raise IntegrityViolation(message)
    note(connection, _change(event), _Event(connection, event).apply())
    return True


class _Event:
    """One event on its way into the tables."""

    def __init__(self, connection: Connection, event: Document) -> None:
        self._connection = connection
        self._event = event
        self._article_id: str = event["article_id"]

    def apply(self) -> tuple[Difference, ...]:
        """Change the tables; what changed, field by field."""
        match self._event["op"]:
            case "insert":
                return self._insert()
            case "update":
                return self._update()
            case "alias":
                row = {"url": self._event["url"], "article_id": self._article_id}
                self._connection.execute(insert(ADDRESSES).values(row))
            case "gone":
                self._set_state("gone", _moment(self._event["happened_at"]))
            case "revived":
                self._set_state("live", None)
            case "correction":
                return self._correct()
            case "erased":
                self._erase()
            case unknown:
                message = f"the change feed speaks of {unknown!r}, which this version does not know"
                raise IntegrityViolation(message)
        return ()

    def _insert(self) -> tuple[Difference, ...]:
        document = deepcopy(self._event["record"])
        begin_article(self._connection, self._article_id, document["series"], self._event["url"])
        self._write(document, self._event["version"], self._event)
        return ()

    def _update(self) -> tuple[Difference, ...]:
        number: int = self._event["version"]
        before = version_document(self._connection, f"{self._article_id}.{number - 1}")
        after = deepcopy(before)
        for change in self._event["changes"]:
            _put(after, change["path"].split("."), change["after"])
        self._write(after, number, self._event)
        sha256 = after["source"]["article_sha256"]
        if before["source"]["article_sha256"] != sha256:
            look_again(self._connection, self._article_id, sha256)
        return differences(before, after)

    def _write(self, document: Document, number: int, made: Mapping[str, Any]) -> None:
        page = document["page"]
        record = StatusRecord.model_validate({name: part for name, part in document.items() if name != "page"})
        about = {"article_id": self._article_id, "number": number, "version_id": f"{self._article_id}.{number}"}
        write_version(self._connection, record, {**about, **{name: made[name] for name in _MADE}, **page})

    def _set_state(self, state: str, since: datetime | None) -> None:
        article = update(ARTICLES).where(ARTICLES.c.article_id == self._article_id)
        self._connection.execute(article.values(state=state, gone_since=since))

    def _correct(self) -> tuple[Difference, ...]:
        changes = tuple(Difference(**change) for change in self._event["changes"])
        fields = [change.path for change in changes]
        mine = (CORRECTIONS.c.article_id == self._article_id) & CORRECTIONS.c.field.in_(fields)
        self._connection.execute(delete(CORRECTIONS).where(mine))
        row = self._event["correction"]
        if row:
            self._connection.execute(insert(CORRECTIONS).values({**row, "made_at": _moment(row["made_at"])}))
        return changes

    def _erase(self) -> None:
        """Write every version of the article anew, as it is after the erasure.

        The event tells all versions that there are today; those made after it are not here yet, and come with theirs.
        """
        for number, document in self._event["versions"].items():
            version = VERSIONS.c.version_id == f"{self._article_id}.{number}"
            kept = self._connection.execute(select(*VERSIONS.c[*_MADE]).where(version)).mappings().one_or_none()
            if kept is None:
                continue
            self._connection.execute(delete(VERSIONS).where(version))
            self._write(document, int(number), dict(kept))


def _change(event: Document) -> Change:
    version = event["version"]
    return Change(
        op=event["op"],
        article_id=event["article_id"],
        cause=event["cause"],
        url=event["url"],
        code_version=event["code_version"],
        version_id=f"{event['article_id']}.{version}" if version else None,
        run_id=event["run_id"],
        happened_at=_moment(event["happened_at"]),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _put(document: Document, path: list[str], value: object) -> None:
    """Set a field; an absent one is None, as the record has it."""
    for name in path[:-1]:
        document = document[name]
    document[path[-1]] = value

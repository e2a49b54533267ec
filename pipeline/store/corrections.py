"""What people say against the machine: checked, kept beside the machine's value, and winning in every output."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final, get_args

from pydantic import BaseModel
from sqlalchemy import Connection, RowMapping, delete, insert, select

from pipeline.errors import UsageError
from pipeline.store.changes import Change, Difference, note
from pipeline.store.engine import hold_the_pen
from pipeline.store.load import load
from pipeline.store.operations import CORRECTIONS
from pipeline.store.tables import ADDRESSES, ARTICLES, VERSIONS
from schemas.answers import YEAR_MAX, YEAR_MIN, Sentiment, Stance, Status, StrategyKind
from schemas.record import StatusRecord
from schemas.social_economy import KEYS, Answers

NO_VALUE: Final = "-"
"""What a person writes to say that there is no value."""

_CLOSED: Final[Mapping[str, tuple[str, ...]]] = {
    "status": get_args(Status),
    "stance": get_args(Stance),
    "kind": get_args(StrategyKind),
    "sentiment": get_args(Sentiment),
    "under_revision": ("true", "false"),
}
_NUMBER: Final = r"\d{1,9}(?:[.,]\d{1,3})?"
# 12 · 15-20 · 20+ · <40
_QUANTITY: Final = re.compile(
    rf"(?P<min>{_NUMBER})(?: ?[-–] ?(?P<max>{_NUMBER})|(?P<open>\+))?|[<≤] ?(?P<most>{_NUMBER})"
)


@dataclass(frozen=True)
class Correction:
    """What a person says of one field of an article; `value` None says that there is no value."""

    article: str
    """Any address of the article, or its id."""
    field: str
    """The field, dotted, such as answers.strategy.stance."""
    value: str | None
    """As written: yes, 2016, true, 12, 15-20, 20+, <40."""
    note: str | None = None
    """Why."""


@cache
def fields() -> tuple[str, ...]:
    """The fields that can be corrected, in the order of the record."""
    found = []
    for key in KEYS:
        answer = Answers.model_fields[key].annotation
        names = answer.model_fields if isinstance(answer, type) and issubclass(answer, BaseModel) else {}
        found += [f"answers.{key}.{name}" for name in (*_CLOSED, "since") if name in names]
        if "quantities" in names:
            counts = names["quantities"].annotation
            found += [f"answers.{key}.quantities.{name}" for name in getattr(counts, "model_fields", ())]
    return tuple(found)


def correct(connection: Connection, correction: Correction, made_at: datetime, *, code_version: str) -> bool:
    """Keep a correction, in the caller's transaction; False when the very same is there already.

    It replaces an earlier one of the same field. Raises UsageError for an article that is not there, a field that
    cannot be corrected, and a value that the field cannot have.
    """
    bounds = _checked(correction)
    hold_the_pen(connection)
    article = _article(connection, correction.article)
    record = load(connection, article["version_id"])
    machine = value_at(record, correction.field)
    key = (CORRECTIONS.c.article_id == article["article_id"]) & (CORRECTIONS.c.field == correction.field)
    before = connection.execute(select(CORRECTIONS).where(key)).mappings().first()
    sha256 = record.source.article_sha256
    said = {"value": correction.value, "note": correction.note, "article_sha256": sha256, "stale": False}
    if before and all(before[name] == part for name, part in said.items()):
        return False
    row = {
        "article_id": article["article_id"],
        "field": correction.field,
        **said,
        **bounds,
        "machine_value": json.dumps(machine, ensure_ascii=False),
        "made_at": made_at,
    }
    connection.execute(delete(CORRECTIONS).where(key))
    connection.execute(insert(CORRECTIONS).values(row))
    difference = Difference(correction.field, "value", before["value"] if before else machine, correction.value)
    note(connection, _event(article, code_version, made_at), (difference,))
    return True


def withdraw(connection: Connection, article: str, field: str, made_at: datetime, *, code_version: str) -> bool:
    """Take a correction back, so that the machine's value holds again; False when there is none."""
    hold_the_pen(connection)
    found = _article(connection, article)
    key = (CORRECTIONS.c.article_id == found["article_id"]) & (CORRECTIONS.c.field == field)
    before = connection.execute(select(CORRECTIONS).where(key)).mappings().first()
    if before is None:
        return False
    connection.execute(delete(CORRECTIONS).where(key))
    machine = value_at(load(connection, found["version_id"]), field)
    note(connection, _event(found, code_version, made_at), (Difference(field, "value", before["value"], machine),))
    return True


def value_at(record: StatusRecord, field: str) -> Any:  # noqa: ANN401 -- any value of the record
    """The machine's value of a field, as JSON without its evidence; None where the record has none."""
    value: Any = record.model_dump(mode="json")
    for name in field.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return {name: part for name, part in value.items() if name != "evidence"} if isinstance(value, dict) else value


def bounds_of(text: str) -> tuple[float | None, float | None] | None:
    """Read a quantity as people write it in a correction: 12, 15-20, 20+, <40; None for anything else."""
    found = _QUANTITY.fullmatch(text.strip())
    if found is None:
        return None
    low, high, most = (_float(found[name]) for name in ("min", "max", "most"))
    if most is not None:
        return None, most
    if found["open"]:
        return low, None
    if high is None or low is None:
        return low, low
    return (low, high) if low <= high else None


def _float(text: str | None) -> float | None:
    return None if text is None else float(text.replace(",", "."))


def _checked(correction: Correction) -> dict[str, float | None]:
    """The bounds of a quantity; raises UsageError for what the field cannot hold."""
    if correction.field not in fields():
        message = f"no field to correct: {correction.field!r}"
        raise UsageError(message, source=correction.article)
    if ".quantities." in correction.field and correction.value is not None:
        bounds = bounds_of(correction.value)
        if bounds is None:
            raise _refused(correction, "a count is written as 12, 15-20, 20+ or <40")
        return {"min": bounds[0], "max": bounds[1]}
    if ".quantities." not in correction.field:
        _check_plain(correction)
    return {"min": None, "max": None}


def _check_plain(correction: Correction) -> None:
    value, name = correction.value, correction.field.rsplit(".", 1)[-1]
    if value is None:
        if name == "status":
            raise _refused(correction, "a status is never empty")
    elif name == "since":
        if not (value.isascii() and value.isdigit() and YEAR_MIN <= int(value) <= YEAR_MAX):
            raise _refused(correction, "a year is wanted")
    elif value not in _CLOSED[name]:
        raise _refused(correction, f"one of {', '.join(_CLOSED[name])} is wanted")


def _refused(correction: Correction, why: str) -> UsageError:
    return UsageError(f"{correction.field} cannot be {correction.value!r}: {why}", source=correction.article)


def _article(connection: Connection, name: str) -> RowMapping:
    query = (
        select(*VERSIONS.c["article_id", "version_id", "url"])
        .join(ARTICLES, ARTICLES.c.article_id == VERSIONS.c.article_id)
        .outerjoin(ADDRESSES, ADDRESSES.c.article_id == ARTICLES.c.article_id)
        .where(VERSIONS.c.number == ARTICLES.c.latest_version)
        .where((ADDRESSES.c.url == name) | (ARTICLES.c.article_id == name))
    )
    found = connection.execute(query).mappings().first()
    if found is None:
        message = "no such article in the store"
        raise UsageError(message, source=name)
    return found


def _event(article: RowMapping, code_version: str, made_at: datetime) -> Change:
    return Change(
        op="correction",
        article_id=article["article_id"],
        cause="person",
        url=article["url"],
        code_version=code_version,
        happened_at=made_at,
    )

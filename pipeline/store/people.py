"""Corrections as files: corrections.csv comes in; review.csv goes out with what is doubtful, and comes back in."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, RowMapping, select

from pipeline.errors import UsageError
from pipeline.store.corrections import NO_VALUE, Correction, correct, fields, value_at
from pipeline.store.load import latest_versions, load_all
from pipeline.store.operations import CORRECTIONS
from pipeline.store.tables import VERSIONS
from schemas.record import RecordWarning, StatusRecord

REVIEW_COLUMNS: Final = (
    "article",
    "municipality",
    "period",
    "field",
    "machine_value",
    "quote",
    "reason",
    "value",
    "note",
)
CORRECTION_COLUMNS: Final = ("article", "field", "value", "note")
_NEEDED: Final = ("article", "field", "value")
_LARGEST: Final = 64 * 1024 * 1024


def corrections_in(path: Path) -> Iterator[tuple[int, Correction]]:
    """Read corrections.csv or a filled-in review.csv, each with its line number; lines without a value are passed over.

    Comma or semicolon, with or without byte order mark. `-` as a value says that there is no value. Raises UsageError.
    """
    text = _text(path)
    lines = io.StringIO(text, newline="")
    header = lines.readline()
    rows = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if header.count(";") > header.count(",") else ","
    )
    missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
    if missing:
        message = f"no column {', '.join(missing)}"
        raise UsageError(message, source=str(path))
    try:
        for row in rows:
            correction = _correction(
                {name: (part or "").strip() for name, part in row.items() if isinstance(name, str)}
            )
            if correction:
                yield rows.line_num, correction
    except csv.Error as error:
        message = f"line {rows.line_num}: {error}"
        raise UsageError(message, source=str(path)) from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            message = "too large for a file that people write"
            raise UsageError(message, source=str(path))
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read as UTF-8 text: {error}"
        raise UsageError(message, source=str(path)) from error


def _correction(row: dict[str, str]) -> Correction | None:
    value = row["value"].lstrip("'")  # an export's mark before what a spreadsheet would take for a formula
    if not value:
        return None
    return Correction(row["article"], row["field"], None if value == NO_VALUE else value, row.get("note") or None)


def review(connection: Connection) -> Iterator[dict[str, str]]:
    """The doubtful values with their quotes, one row each, and the corrections whose text has changed since."""
    for record in load_all(connection, latest_versions(connection)):
        doubts = [warning for warning in record.warnings if warning.code == "needs_review" and warning.field]
        for doubt in doubts:
            yield from (_row(record, field, doubt.message, _quote(record, field, doubt)) for field in _fields_of(doubt))
    yield from (_stale(row) for row in connection.execute(_STALE).mappings())


_STALE: Final = (
    select(CORRECTIONS, VERSIONS.c.url, VERSIONS.c.municipality_name, VERSIONS.c.period_text)
    .join(VERSIONS, VERSIONS.c.article_id == CORRECTIONS.c.article_id)
    .where(CORRECTIONS.c.stale, VERSIONS.c.number == 1)
    .order_by(VERSIONS.c.url, CORRECTIONS.c.field)
)


def _stale(row: RowMapping) -> dict[str, str]:
    reason = f"the text changed since it was corrected to {row['value'] or NO_VALUE}"
    about = (row["url"], row["municipality_name"], row["period_text"], row["field"], row["machine_value"], "", reason)
    return dict(zip(REVIEW_COLUMNS, (*(part or "" for part in about), "", ""), strict=True))


def _fields_of(warning: RecordWarning) -> list[str]:
    """The fields that a warning is about and a person can correct; a warning about an answer is about all of it."""
    field = warning.field or ""
    exact = [name for name in fields() if name == field]
    return exact or [name for name in fields() if name.startswith(f"{field}.") and not name.endswith(".status")]


def _row(record: StatusRecord, field: str, reason: str, quote: str) -> dict[str, str]:
    machine = value_at(record, field)
    about = (
        record.source.url,
        record.municipality.name if record.municipality else "",
        record.period.text if record.period else "",
        field,
        NO_VALUE if machine is None else shown(machine),
        quote,
        reason,
    )
    return dict(zip(REVIEW_COLUMNS, (*about, "", ""), strict=True))


def shown(machine: object) -> str:
    """A value as a person would write it in a correction."""
    if isinstance(machine, bool):
        return str(machine).lower()
    if not isinstance(machine, dict):
        return str(machine)
    low, high = machine["min"], machine["max"]
    if low is None:
        return f"<{high:g}"
    return f"{low:g}+" if high is None else f"{low:g}" if low == high else f"{low:g}-{high:g}"


def _quote(record: StatusRecord, field: str, warning: RecordWarning) -> str:
    spans = warning.evidence or getattr(record.answers, field.split(".")[1]).evidence
    return " … ".join(span.quote for span in spans)


@dataclass(frozen=True)
class Done:
    """What came of a file of corrections."""

    new: int
    unchanged: int


def correct_all(
    connection: Connection, found: Iterable[tuple[int, Correction]], made_at: datetime, *, code_version: str
) -> Done:
    """Keep every correction of a file or, when one cannot be meant, none; raises UsageError with its line."""
    counts = Counter[bool]()
    for line, correction in found:
        try:
            counts[correct(connection, correction, made_at, code_version=code_version)] += 1
        except UsageError as error:
            message = f"line {line}: {error.message}"
            raise UsageError(message, source=error.source) from error
    return Done(new=counts[True], unchanged=counts[False])

"""Who asked to be forgotten, as keyed hashes; pages and records are masked by them before anything is kept."""

from typing import Final

from sqlalchemy import Connection, select

from pipeline.erasure import Target
from pipeline.erasure.pages import decoded, mask_page, unescaped, without_tags
from pipeline.erasure.records import mask_record
from pipeline.erasure.suppression import Suppression, found
from pipeline.store.operations import SUPPRESSIONS
from schemas.record import StatusRecord

_ALL: Final = select(*SUPPRESSIONS.c["kind", "salt", "digest", "words"])


def suppressions(connection: Connection) -> tuple[Suppression, ...]:
    """Every suppression of the store."""
    return tuple(Suppression(**row) for row in connection.execute(_ALL).mappings())


def without_suppressed(connection: Connection, record: StatusRecord) -> StatusRecord:
    """The record without the persons who asked to be forgotten."""
    known = suppressions(connection)
    if not known:
        return record
    channels = [part for contact in record.contacts for part in (contact.phone, contact.email, contact.name) if part]
    targets = found("\n".join([record.text, *channels]), known)
    return mask_record(record, targets) if targets else record


def page_without_suppressed(body: bytes, known: tuple[Suppression, ...]) -> bytes:
    """The page as it may be archived: masked, when it names somebody who asked to be forgotten."""
    targets = suppressed_in(body, known) if known else ()
    return mask_page(body, targets) if targets else body


def suppressed_in(body: bytes, known: tuple[Suppression, ...]) -> tuple[Target, ...]:
    """The suppressed persons whom a page names, however its markup writes them."""
    written = unescaped(decoded(body))
    readings = (written, without_tags(written, ""), without_tags(written, " "))
    return tuple(dict.fromkeys(target for reading in readings for target in found(reading, known)))

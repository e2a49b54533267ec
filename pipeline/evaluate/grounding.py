"""Looks for values without valid evidence; the models refuse them, and this does not take their word for it."""

from collections.abc import Iterator
from typing import Final

from schemas.answers import Answer, EnterprisesAnswer, Quantity, WorkforceAnswer
from schemas.record import StatusRecord, spans_of
from schemas.social_economy import KEYS

_OWN_EVIDENCE: Final = ("stance", "sentiment", "kind", "since", "themes")


def ungrounded(record: StatusRecord) -> Iterator[str]:
    """Name each span that is not what the text says, and each value that has none."""
    for span in spans_of(record):
        if not span.quote.strip() or record.text[span.start : span.end] != span.quote:
            yield f"span {span.start}-{span.end} {span.quote!r}"
    for key in KEYS:
        answer = record.answers.of(key)
        if not answer.evidence and (names := _stated(answer)):
            yield f"{key}: {', '.join(names)}"
        yield from (f"{key}.{name}" for name in _bare_quantities(answer))
    for name in ("respondents", "contacts", "organisations"):
        yield from (f"{name}: {value}" for value in getattr(record, name) if not value.evidence)


def _stated(answer: Answer) -> list[str]:
    """Name what an answer states that needs the answer's own evidence."""
    names = [name for name in _OWN_EVIDENCE if getattr(answer, name, None)]
    return names + ["status"] * (answer.status == "unknown")


def _bare_quantities(answer: Answer) -> Iterator[str]:
    if isinstance(answer, EnterprisesAnswer | WorkforceAnswer):
        for name, quantity in answer.quantities:
            if isinstance(quantity, Quantity) and not quantity.evidence:
                yield name

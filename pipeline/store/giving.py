"""What of a record may be given away: an article's text is its publisher's, and contacts are persons."""

from collections.abc import Iterable
from typing import Any, Final

from schemas.answers import Answer
from schemas.record import StatusRecord, spans_of

BLANK: Final = " "
MASK: Final = "█"
DOTS: Final = " … "

Document = dict[str, Any]


def quotes_only(record: StatusRecord) -> StatusRecord:
    """The record with nothing of its text but the title and the quotes, each at its place; values stay whole.

    What stands between the quotes is blanks, so that offsets hold. The text of an answer is its quotes, dots between
    them; a question that the series does not know has none.
    """
    spans = [(span.start, span.end) for span in spans_of(record)]
    kept = [*spans, (0, len(record.title))] if record.text.startswith(record.title) else spans
    document = record.model_dump(mode="json")
    document["text"] = _only(record.text, kept)
    for key, answer in document["answers"].items():
        if answer["text"] is not None:
            answer["text"] = _quotes(getattr(record.answers, key))
    for unmatched in document["unmatched_questions"]:
        unmatched["text"] = None
    return StatusRecord.model_validate(document)


def without_contacts(record: StatusRecord) -> StatusRecord:
    """The record without its contacts: they are gone, and masked wherever their words stand.

    Who was interviewed is no contact, and keeps the name.
    """
    words = contact_words(record)
    document = masked(record.model_dump(mode="json", exclude={"contacts", "source"}), words)
    return StatusRecord.model_validate({**document, "source": record.source.model_dump()})


def contact_words(record: StatusRecord) -> tuple[str, ...]:
    """The names, numbers and addresses of the contacts, as read and as printed, longest first."""
    interviewed = {respondent.name for respondent in record.respondents}
    read = {part for contact in record.contacts for part in (contact.name, contact.phone, contact.email) if part}
    printed = {span.quote for contact in record.contacts for span in contact.evidence}
    return tuple(sorted((read | printed) - interviewed, key=lambda word: (-len(word), word)))


def masked(value: Any, words: tuple[str, ...]) -> Any:  # noqa: ANN401 -- any JSON
    """The value with each of the words masked in every text, character by character."""
    if isinstance(value, str):
        for word in words:
            value = value.replace(word, MASK * len(word))
        return value
    if isinstance(value, dict):
        return {name: masked(part, words) for name, part in value.items()}
    return [masked(part, words) for part in value] if isinstance(value, list) else value


def _quotes(answer: Answer) -> str:
    spans = sorted({(span.start, span.end, span.quote) for span in spans_of(answer)})
    return DOTS.join(quote for _, _, quote in spans) or DOTS.strip()


def _only(text: str, kept: Iterable[tuple[int, int]]) -> str:
    shown = [character if character == "\n" else BLANK for character in text]
    for start, end in kept:
        shown[start:end] = text[start:end]
    return "".join(shown)

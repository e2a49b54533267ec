"""What of a record may be given away: an article's text is its publisher's, and contacts are persons."""

from collections.abc import Iterable
from typing import Any, Final

from schemas.answers import Answer
from schemas.evidence import Span
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
    """The record without its contacts: they are gone, and masked wherever their words stand."""
    spans = [span for contact in record.contacts for span in contact.evidence]
    words = sorted({part for contact in record.contacts for part in _words(contact.name, contact.email)}, key=len)
    document = record.model_dump(mode="json")
    document["contacts"] = []
    masked = _masked(record.text, spans)
    document = _replaced(document, [*reversed(words), *(span.quote for span in spans)])
    document["text"] = _hide(masked, words)
    return StatusRecord.model_validate(_requoted(document, document["text"]))


def _quotes(answer: Answer) -> str:
    spans = sorted({(span.start, span.end, span.quote) for span in spans_of(answer)})
    return DOTS.join(quote for _, _, quote in spans) or DOTS.strip()


def _only(text: str, kept: Iterable[tuple[int, int]]) -> str:
    shown = [character if character == "\n" else BLANK for character in text]
    for start, end in kept:
        shown[start:end] = text[start:end]
    return "".join(shown)


def _masked(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + MASK * (span.end - span.start) + text[span.end :]
    return text


def _words(*parts: str | None) -> list[str]:
    return [part for part in parts if part]


def _hide(text: str, words: Iterable[str]) -> str:
    for word in words:
        text = text.replace(word, MASK * len(word))
    return text


def _replaced(value: Any, words: list[str]) -> Any:  # noqa: ANN401 -- any JSON
    if isinstance(value, str):
        return _hide(value, words)
    if isinstance(value, dict):
        return {name: part if name == "source" else _replaced(part, words) for name, part in value.items()}
    return [_replaced(part, words) for part in value] if isinstance(value, list) else value


def _requoted(value: Any, text: str) -> Any:  # noqa: ANN401 -- any JSON
    """Take each quote from the text anew, which kept its length."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "quote"}:
            return {**value, "quote": text[value["start"] : value["end"]]}
        return {name: _requoted(part, text) for name, part in value.items()}
    return [_requoted(part, text) for part in value] if isinstance(value, list) else value

"""Masks persons in a record: all that is printed, every quote and link, and the contacts that lead to them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import unquote

from pipeline.erasure.masking import MASK, mask
from pipeline.erasure.targets import Target
from schemas.answers import Answer, AnswerLink, Item
from schemas.base import Model
from schemas.evidence import Span
from schemas.record import (
    Contact,
    Organisation,
    Period,
    RecordWarning,
    RelatedLink,
    Respondent,
    StatusRecord,
    UnmatchedQuestion,
)

PRINTED: Final[dict[type[Model], tuple[str, ...]]] = {
    StatusRecord: ("title", "text"),
    Period: ("text",),
    Respondent: ("name", "role"),
    Contact: ("name", "role"),
    Organisation: ("name",),
    Answer: ("question", "text"),
    Item: ("text",),
    AnswerLink: ("text",),
    UnmatchedQuestion: ("question", "text"),
    RelatedLink: ("title",),
    RecordWarning: ("message",),
}
"""The fields that hold words of the page, by model and its subclasses; they keep their length."""
ADDRESSES: Final[dict[type[Model], tuple[str, ...]]] = {AnswerLink: ("url",), RelatedLink: ("url",)}
"""The fields that hold an address of another page, where a person may stand percent-encoded or as a slug."""
CHANNELS: Final[dict[type[Model], tuple[str, ...]]] = {Contact: ("phone", "email")}
"""The fields that reach a person; null when they hold what is to be erased."""

_AnyModel = TypeVar("_AnyModel", bound=Model)
# One character of an address, as UTF-8 in percent-encoding or as itself.
_SIGN: Final = re.compile(
    r"%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}"
    r"|%f[0-4](?:%[89ab][0-9a-f]){3}|.",
    re.IGNORECASE | re.DOTALL,
)
_SLUG_GAPS: Final = str.maketrans("-_+.", "    ")
_SLUG_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def mask_record(record: StatusRecord, targets: Iterable[Target]) -> StatusRecord:
    """The record without the targets; a second time changes nothing.

    Words of the page and quotes get one █ for each code point, so that every offset holds; links to elsewhere are
    masked too. A contact loses the phone or e-mail that is a target, and goes when none is left; a respondent keeps
    the place. Values read from the text, and `source` with its URLs and hashes, stay as they were: a page that comes
    again must be known again.
    """
    wanted = tuple(targets)
    masking = _Masking(wanted, _masked(record.text, wanted))
    fields = masking.fields(record)
    contacts = [(before, masking.model(before)) for before in record.contacts]
    fields["contacts"] = [after for before, after in contacts if _reaches(after) or not _reaches(before)]
    return StatusRecord.model_validate(fields)


@dataclass(frozen=True)
class _Masking:
    """What to erase, and the record's text without it, from which quotes are cut anew."""

    targets: tuple[Target, ...]
    text: str

    def fields(self, model: Model) -> dict[str, object]:
        """The fields of a model, masked as the tables above say."""
        found = {name: self.part(getattr(model, name)) for name in type(model).model_fields}
        for table, masked in ((PRINTED, _masked), (ADDRESSES, _masked_address), (CHANNELS, _kept)):
            for name in _named(table, model):
                value = found[name]
                found[name] = masked(value, self.targets) if isinstance(value, str) else value
        return found

    def model(self, model: _AnyModel) -> _AnyModel:
        """The same model with its fields masked."""
        return type(model).model_validate(self.fields(model))

    def part(self, value: object) -> object:
        """A field's value: quotes are cut anew, models and tuples masked part by part, the rest is as it was."""
        if isinstance(value, Span):
            return Span(start=value.start, end=value.end, quote=self.text[value.start : value.end])
        if isinstance(value, Model):
            return self.model(value)
        return tuple(self.part(part) for part in value) if isinstance(value, tuple) else value


def _named(table: dict[type[Model], tuple[str, ...]], model: Model) -> tuple[str, ...]:
    return tuple(name for kind, names in table.items() if isinstance(model, kind) for name in names)


def _reaches(contact: Contact) -> bool:
    return bool(contact.phone or contact.email)


def _kept(channel: str, targets: tuple[Target, ...]) -> str | None:
    return channel if mask(channel, targets) == channel else None


def _masked(text: str, targets: tuple[Target, ...]) -> str:
    """Mask until nothing changes: a phone taken away may lay bare the name that stood against it."""
    while (masked := mask(text, targets)) != text:
        text = masked
    return text


def _masked_address(url: str, targets: tuple[Target, ...]) -> str:
    """Mask an address also where it is percent-encoded, and names where hyphens and ASCII letters spell them."""
    signs = _SIGN.findall(url)
    plain = "".join(unquote(sign)[0] for sign in signs)
    spaced = plain.translate(_SLUG_GAPS)
    names = [target.value.translate(_SLUG_GAPS) for target in targets if target.kind == "name"]
    slugs = tuple(Target("name", spelled) for name in names for spelled in (name, _ascii(name)))
    hidden = zip(plain, _masked(plain, targets), spaced, _masked(spaced, slugs), strict=True)
    shown = [before == after and apart == masked for before, after, apart, masked in hidden]
    return "".join(sign if show else MASK * len(sign) for sign, show in zip(signs, shown, strict=True))


def _ascii(name: str) -> str:
    """A name as the address of a page spells it: Danish letters as two, others without their accents."""
    apart = unicodedata.normalize("NFD", name.translate(_SLUG_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))

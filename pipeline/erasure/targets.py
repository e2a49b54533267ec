"""Whom to erase: a name, a phone or an e-mail, normalised, and refused where it would hit strangers."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final, Literal

from pipeline.errors import UsageError

Kind = Literal["email", "phone", "name"]

_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_DANISH_DIGITS: Final = 8
_FEWEST_WORDS: Final = 2
_LONGEST_NAME: Final = 200


@dataclass(frozen=True)
class Target:
    """One normalised value to erase; make it by the functions below. Its value stays out of repr and logs."""

    kind: Kind
    value: str = field(repr=False)


def email_target(text: str) -> Target:
    """An e-mail, lower-case. Raises UsageError when it is no address."""
    value = unicodedata.normalize("NFC", text).strip().lower()
    if not _EMAIL.fullmatch(value):
        message = "an e-mail to erase needs a name, an @ and a domain"
        raise UsageError(message)
    return Target("email", value)


def phone_target(text: str) -> Target:
    """A phone as E.164; eight digits are Danish. Raises UsageError for fewer than 8 or more than 15 digits."""
    digits = re.sub(r"[^0-9]", "", text)
    abroad = text.strip().lstrip("(").startswith(("+", "00"))
    digits = digits.removeprefix("00") if abroad else digits
    if not abroad and len(digits) == _DANISH_DIGITS:
        digits = "45" + digits
    elif not abroad or not 8 <= len(digits) <= 15 or (digits.startswith("45") and len(digits) != 10):  # noqa: PLR2004 -- E.164
        message = "a phone to erase needs eight Danish digits, or a country code and 8 to 15 digits in all"
        raise UsageError(message)
    return Target("phone", "+" + digits)


def name_target(text: str) -> Target:
    """A name, NFC, white space folded, casefold. Raises UsageError for one word, or words of one letter alone."""
    words = unicodedata.normalize("NFC", text[: _LONGEST_NAME + 1]).casefold().split()
    long_words = [word for word in words if sum(letter.isalpha() for letter in word) > 1]
    if len(text) > _LONGEST_NAME or len(long_words) < _FEWEST_WORDS:
        message = "a name to erase needs two words of two letters or more, and at most 200 characters"
        raise UsageError(message)
    return Target("name", " ".join(words))

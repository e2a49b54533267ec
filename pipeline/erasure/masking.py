"""Masks persons in text: as many █ as code points, so that every offset holds."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from pipeline.erasure.targets import Kind, Target

MASK: Final = "█"

_GAP: Final = r"[\s\u00ad\u200b]{1,8}"
_GENITIVE: Final = r"(?:['’]?s)?"
_PHONE_GAP: Final = r"[\s.()/\-‐‑–]{0,3}"
_AT: Final = r"\s{0,3}(?:@|[(\[{<]\s?(?:at|a|snabel-?a)\s?[)\]}>]|(?<=\s)(?:at|snabel-?a)(?=\s))\s{0,3}"
_DOT: Final = r"\s?(?:\.|[(\[{<]\s?(?:dot|punktum|prik)\s?[)\]}>])\s?"


def mask(text: str, targets: Iterable[Target]) -> str:
    """`text` with every occurrence of the targets as █, one for each code point; the length is the same.

    A mask may lay bare another target that touched it, so it goes on until nothing changes.
    """
    patterns = [_pattern(target) for target in targets]
    before = None
    while before != text:
        before = text
        for pattern in patterns:
            text = pattern.sub(_covered, text)
    return text


def _covered(found: re.Match[str]) -> str:
    """A mask for each character; lines and cells stay apart."""
    return "".join(character if character in "\n\t" else MASK for character in found.group())


def mask_json(value: object, targets: Iterable[Target]) -> object:
    """The same JSON-like value with the targets masked in every string, keys of objects too."""
    wanted = tuple(targets)
    if isinstance(value, str):
        return mask(value, wanted)
    if isinstance(value, dict):
        return {mask_json(key, wanted): mask_json(part, wanted) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [mask_json(part, wanted) for part in value]
    return value


def _name(value: str) -> str:
    words = _GAP.join("".join(map(_letter, word)) for word in value.split())
    return rf"(?<!\w){words}{_GENITIVE}(?!\w)"


def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def _phone(value: str) -> str:
    digits = value.removeprefix("+")
    danish = digits.startswith("45")
    country = rf"(?:\(?(?:\+|00)45\)?{_PHONE_GAP})?" if danish else r"\(?(?:\+|00)"
    return rf"(?<!\d){country}{_PHONE_GAP.join(digits[2:] if danish else digits)}(?!\d)"


def _email(value: str) -> str:
    local, _, domain = value.partition("@")
    parts = [_DOT.join(map(re.escape, side.split("."))) for side in (local, domain)]
    return rf"(?<![\w.+-]){_AT.join(parts)}(?![\w-])(?!\.\w)"


_WRITTEN: Final[dict[Kind, Callable[[str], str]]] = {"name": _name, "phone": _phone, "email": _email}


def _pattern(target: Target) -> re.Pattern[str]:
    return re.compile(_WRITTEN[target.kind](target.value), re.IGNORECASE)

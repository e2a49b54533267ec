"""Knows an erased person again without keeping who it was: keyed hashes of what was erased, found in new text."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import accumulate, pairwise
from typing import Final

from pipeline.danish.letters import composed
from pipeline.erasure.targets import Kind, Target
from pipeline.errors import UsageError

SALT_BYTES: Final = range(16, blake2b.MAX_KEY_SIZE + 1)
_DIGEST_BYTES: Final = 32

# A word of a name, and the blanks between two, as masking reads them.
_WORD: Final = re.compile(r"\w+")
_GAP: Final = re.compile(r"[\s\u00ad\u200b]{1,8}")

_PHONE: Final = re.compile(r"(?<!\d)(?=(?P<abroad>\+|00)?(?P<digits>[0-9](?:[\s.()/\-‐‑–]{0,3}[0-9]){7,16}))")
_DIGITS: Final = re.compile(r"[0-9]+")
_DANISH: Final = range(8, 9)
_E164: Final = range(8, 16)

_AT: Final = re.compile(
    r"\s{0,3}(?:@|[(\[{<]\s?(?:at|a|snabel-?a)\s?[)\]}>]|(?<=\s)(?:at|snabel-?a)(?=\s))\s{0,3}",
)
_SPELLED_DOT: Final = re.compile(r"\s?[(\[{<]\s?(?:dot|punktum|prik)\s?[)\]}>]\s?")
_DOT: Final = re.compile(r"(\s?\.\s?)")
_LOCAL_BACKWARDS: Final = re.compile(r"[\w+-]{1,64}(?:\s?\.\s?[\w+-]{1,64}){0,15}")
_DOMAIN: Final = re.compile(r"[\w-]{1,63}(?:\s?\.\s?[\w-]{1,63}){1,8}")
_LONGEST_LOCAL: Final = 200


@dataclass(frozen=True)
class Suppression:
    """One erased value as a keyed hash: a row of the store's table `suppressions`.

    It hides whom it stands for from a glance, not from an attack: who has digest and salt (the table keeps both) can
    try all Danish phone numbers in minutes, and names and addresses from a list. Guard the table as personal data.
    """

    kind: Kind
    """What was erased: email, phone or name."""
    salt: str = field(repr=False)
    """Key of the hash, hexadecimal."""
    digest: str = field(repr=False)
    """BLAKE2b of the normalised value under the key, 32 bytes, hexadecimal."""
    words: int
    """How many words a name has, counted as runs of letters and digits; 1 for a phone or an e-mail."""


def suppression_of(target: Target, salt: bytes) -> Suppression:
    """The hash by which `found` knows the target again.

    Take one secret salt for a store: a text costs as many searches as there are salts. Raises UsageError unless the
    salt has 16 to 64 bytes.
    """
    if len(salt) not in SALT_BYTES:
        message = f"a salt has {SALT_BYTES[0]} to {SALT_BYTES[-1]} bytes, not {len(salt)}"
        raise UsageError(message)
    value, words = target.value, 1
    if target.kind == "name":
        spans = [word.span() for word in _WORD.finditer(value)]
        value, words = value[spans[0][0] : spans[-1][1]], len(spans)
    return Suppression(kind=target.kind, salt=salt.hex(), digest=_digest(target.kind, salt, value), words=words)


def found(text: str, suppressions: Iterable[Suppression]) -> tuple[Target, ...]:
    """The suppressed persons that a text names, in the order of the suppressions, ready to be masked in it.

    `text` is text as people read it, or raw, where entities and tags hide what stands between them. The time is in
    proportion to the text and to the number of salts and lengths of names, not to the number of suppressions.
    """
    wanted = tuple(dict.fromkeys(suppressions))
    groups: dict[tuple[Kind, str, int], set[str]] = defaultdict(set)
    for suppression in wanted:
        groups[suppression.kind, suppression.salt, suppression.words].add(suppression.digest)
    hits: dict[str, Target] = {}
    for (kind, salt, words), digests in groups.items():
        key = bytes.fromhex(salt)
        for value in set(_CANDIDATES[kind](text, words)):
            digest = _digest(kind, key, value)
            if digest in digests:
                hits[digest] = Target(kind, value)
    return tuple(hits[suppression.digest] for suppression in wanted if suppression.digest in hits)


def _digest(kind: Kind, salt: bytes, value: str) -> str:
    data = value.encode("utf-8", "replace")
    return blake2b(data, digest_size=_DIGEST_BYTES, key=salt, person=kind.encode()).hexdigest()


def _names(text: str, words: int) -> Iterator[str]:
    """Every run of so many words, as a name target writes it; one in -s also as if the -s were a genitive."""
    plain = _GAP.sub(" ", composed(text).casefold())
    spans = [word.span() for word in _WORD.finditer(plain)]
    for (start, _), (_, end) in zip(spans, spans[words - 1 :], strict=False):
        yield plain[start:end]
        if plain[end - 1] == "s":
            yield plain[start : end - 1]


def _phones(text: str, _words: int) -> Iterator[str]:
    """Every number that begins and ends with a group of digits: eight are Danish, behind + or 00 up to fifteen."""
    for number in _PHONE.finditer(text):
        prefix, lengths = ("+", _E164) if number["abroad"] else ("+45", _DANISH)
        groups = _DIGITS.findall(number["digits"])
        digits = "".join(groups)
        yield from (prefix + digits[:length] for length in accumulate(map(len, groups)) if length in lengths)


def _emails(text: str, _words: int) -> Iterator[str]:
    """Every address around an @ however it is spelled; where a dot has a space beside it, with and without."""
    plain = _SPELLED_DOT.sub(" . ", composed(text).lower())
    for left, right in pairwise(_AT.sub("@", plain).split("@")):
        domains = tuple(_domains(right))
        yield from (f"{local}@{domain}" for local in _locals(left) for domain in domains)


def _locals(left: str) -> Iterator[str]:
    """What may be the name before an @; it opens at the first part, or behind a dot with a space."""
    printed = _LOCAL_BACKWARDS.match(left[-_LONGEST_LOCAL:][::-1])
    parts = _DOT.split(printed.group()[::-1]) if printed else []
    for at in range(0, len(parts), 2):
        if not at or not parts[at - 1].endswith("."):
            yield ".".join(parts[at::2])


def _domains(right: str) -> Iterator[str]:
    """What may be the domain behind an @: two parts or more, up to the last one, or to a dot with a space."""
    printed = _DOMAIN.match(right)
    parts = _DOT.split(printed.group()) if printed else []
    for end in range(3, len(parts) + 1, 2):
        if end == len(parts) or parts[end] != ".":
            yield ".".join(parts[:end:2])


_CANDIDATES: Final[dict[Kind, Callable[[str, int], Iterator[str]]]] = {
    "name": _names,
    "phone": _phones,
    "email": _emails,
}

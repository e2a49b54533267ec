"""Looks for erased persons in bytes, whatever they are: the check after an erasure, which trusts no format.

Bytes are read as UTF-8, windows-1252 and UTF-16, as they are, with escapes undone, and without tags; what stands in
gzip members is looked at too. Other compression (Parquet, zip) hides from a byte scan.
"""

import os
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.erasure.masking import mask
from pipeline.erasure.pages import decoded, uncovered, unescaped, without_tags
from pipeline.erasure.targets import Target
from pipeline.errors import ErasureIncomplete

_CHUNK: Final = 1 << 18
# Longer than a target can be written: 200 letters, each as a long entity in UTF-16.
_OVERLAP: Final = 1 << 14
_MAGIC: Final = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_GZIP_WINDOW: Final = 31
# A body has at most 10 MiB; what is past these limits was not looked at, and counts as a find.
_MOST_INFLATED: Final = 1 << 26
_MOST_NESTED: Final = 64
_DEEPEST: Final = 2
# Where a window is cut inside a word, the word is left to the window that has it whole.
_WORD: Final = 256
_FIRST_WORD: Final = re.compile(rb"\A[\w.+\-\x80-\xff]{1,256}")
_LAST_WORD: Final = re.compile(rb"[\w.+\-\x80-\xff]{1,256}\Z")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_SPACES: Final = re.compile(r"\s{2,}")
_MARKED: Final = re.compile("[A-Za-z][\u0300-\u036f]{1,9}")
_GAP: Final = r"\s{1,8}"
_PHONE_GAP: Final = r"[\s.()/\-‐‑–]{0,3}"
_AT: Final = r"\W{0,4}(?:@|\b(?:at|a|snabel-?a)\b)\W{0,4}"
_DOT: Final = r"\W{0,3}(?:\.|dot|punktum|prik)\W{0,3}"
# In a database the text of one column touches that of the next; a capital is then all that tells where a name begins.
_NAME_BEGINS: Final = r"(?:(?<!\w)|(?-i:(?=[A-ZÀ-ÖØ-Þ])))"
_DANISH: Final = "+45"

_Source = Callable[[int], Iterator[bytes]]
"""Chunks of bytes from an offset on; may be asked again."""


@dataclass(frozen=True, slots=True)
class _Needle:
    target: Target
    words: tuple[str, ...]
    """Stand in every text that has the target, in lower case; a quick look before the pattern."""
    touching: re.Pattern[str]
    """The target, also where other letters or digits touch it."""


def still_there(data: bytes, targets: Iterable[Target]) -> bool:
    """Whether a target stands in the bytes. In binary data (with NUL) it may touch what stands beside it."""
    return _holds(lambda start: _slices(data, start), tuple(map(_needle, targets)))


def scan(paths: Iterable[Path], targets: Iterable[Target]) -> tuple[Path, ...]:
    """The files, of those given and in the folders given, that still hold a target; in order, each once.

    A file that is gone holds nothing. Raises ErasureIncomplete for a file or folder that cannot be read.
    """
    needles = tuple(map(_needle, targets))
    try:
        return tuple(path for path in dict.fromkeys(_files(paths)) if _file_holds(path, needles))
    except OSError as error:
        message = f"what cannot be read cannot be searched for what was erased: {error.strerror}"
        raise ErasureIncomplete(message, source=error.filename) from error


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = (Path(folder, name) for folder, _, names in os.walk(path, onerror=_raise) for name in names)
            yield from sorted(inside)
        else:
            yield path


def _raise(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _file_holds(path: Path, needles: tuple[_Needle, ...]) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _holds(lambda start: _read(file, start), needles)
    except FileNotFoundError:
        return False


def _needle(target: Target) -> _Needle:
    """What to look for in a text."""
    if target.kind == "name":
        words = tuple(target.value.split())
        written = _NAME_BEGINS + _GAP.join(map(re.escape, words))
    elif target.kind == "email":
        words = tuple(re.split("[@.]", target.value))
        sides = [_DOT.join(map(re.escape, side.split("."))) for side in target.value.split("@")]
        written = _AT.join(sides)
    else:
        words = ()
        written = _PHONE_GAP.join(target.value.removeprefix(_DANISH).removeprefix("+"))
    return _Needle(target, words, re.compile(written, re.IGNORECASE))


def _holds(source: _Source, needles: tuple[_Needle, ...], depth: int = 0) -> bool:
    """Whether a needle is in the source, or in a gzip member anywhere in it."""
    members: set[int] = set()
    for place, window in _windows(source(0)):
        if _in_window(window, needles) or (depth and place > _MOST_INFLATED):
            return True
        if depth < _DEEPEST:
            members.update(place + magic.start() for magic in _MAGIC.finditer(window))
    if depth and len(members) > _MOST_NESTED:
        return True
    return any(_holds(_member(source, place), needles, depth + 1) for place in sorted(members))


def _windows(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The chunks, each with the end of the one before, and where each window begins."""
    start, window = 0, b""
    for chunk in chunks:
        if window:
            yield start, window[:-_WORD] + _LAST_WORD.sub(b"", window[-_WORD:])
        if len(window) > _OVERLAP:
            tail = _FIRST_WORD.sub(b"", window[-_OVERLAP:])
            start, window = start + len(window) - len(tail), tail
        window += chunk
    yield start, window


def _slices(data: bytes, start: int) -> Iterator[bytes]:
    for place in range(start, len(data), _CHUNK):
        yield data[place : place + _CHUNK]


def _read(file: BinaryIO, start: int) -> Iterator[bytes]:
    file.seek(start)
    while chunk := file.read(_CHUNK):
        yield chunk


def _member(source: _Source, place: int) -> _Source:
    """What is in the gzip member at a place, as a source; empty when there is none."""

    def inflated(start: int) -> Iterator[bytes]:
        for chunk in _inflated(source(place)):
            yield chunk[start:]
            start = max(0, start - len(chunk))

    return inflated


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """What a gzip member holds, as far as it can be read; no more than a chunk at a time is in memory."""
    member = zlib.decompressobj(wbits=_GZIP_WINDOW)
    try:
        for chunk in chunks:
            rest = chunk
            while rest and not member.eof:
                yield member.decompress(rest, _CHUNK)
                rest = member.unconsumed_tail
            if member.eof:
                break
        if rest := member.flush():
            yield rest
    except zlib.error:
        return  # no gzip, or damaged from here on: nobody can read more of it either


def _in_window(window: bytes, needles: tuple[_Needle, ...]) -> bool:
    binary = b"\x00" in window
    return any(_in_text(text, needles, binary=binary) for text in _readings(window, binary=binary))


def _in_text(text: str, needles: tuple[_Needle, ...], *, binary: bool) -> bool:
    folded = text.casefold()
    likely = (needle for needle in needles if all(word in folded for word in needle.words))
    touched = (needle for needle in likely if needle.touching.search(text))
    return any(binary or mask(text, (needle.target,)) != text for needle in touched)


def _readings(window: bytes, *, binary: bool) -> Iterator[str]:
    """The texts that the bytes may be."""
    yield from _unwrapped(decoded(window))
    for start in (0, 1) if binary else ():
        for codec in ("utf-16-le", "utf-16-be"):
            yield from _unwrapped(window[start:].decode(codec, "replace"))


def _unwrapped(text: str) -> Iterator[str]:
    """A text as it is, with escapes undone once and twice, without tags, and the addresses hidden in it."""
    plain = unescaped(text)
    deeper = unescaped(plain)
    yield from map(_shown, dict.fromkeys((text, plain, deeper)))
    if "<" in deeper:
        yield _shown(without_tags(deeper, ""))
        yield _shown(without_tags(deeper, " "))
    if hidden := uncovered(text):
        yield hidden


def _shown(text: str) -> str:
    """The text as it is printed: nothing invisible, white space folded, letters and their marks as one."""
    folded = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return _MARKED.sub(lambda found: unicodedata.normalize("NFC", found.group()), folded)

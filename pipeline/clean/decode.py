"""Bytes to text, by one rule: byte order mark, strict UTF-8, declared charset, windows-1252.

The parser's own guess is never asked: with charset-normalizer installed it reads undeclared windows-1252 as
windows-1250. One bad byte spoils one character, not the page.
"""

import codecs
import re
from typing import Final

from pipeline.clean.charsets import CODECS
from schemas.page import CleanNote

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED: Final = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_HEADER: Final = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_HEAD_BYTES: Final = 4096
_UTF8_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# The same in UTF-8, where it is looked for: bytes are searched in a tenth of the time that text takes.
_CONTROL_BYTES: Final = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])
# Two patterns, since one that begins with a known byte leaps from one to the next.
_RARE_CONTROLS: Final = (re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])"), re.compile(rb"\xed[\xa0-\xbf]"))
CONTROLS_OUT: Final = CleanNote(code="control_characters", message="control characters or bidi marks were taken out")
# A single letter is looked for in no time.
_MOJIBAKE_SIGNS: Final = ("Ã", "€")
# Two characters that UTF-8 read as windows-1252 leaves for every Danish letter, dash and quote.
_MOJIBAKE: Final = re.compile(r"Ã[\x80-\xbf\u0152-\u2122]|â€")


def decode(body: bytes, content_type: str | None) -> tuple[str, tuple[CleanNote, ...]]:
    """The text of a page and what had to be mended; never raises."""
    text, notes = _decoded(body, content_type)
    if has_controls(text):
        notes.append(CONTROLS_OUT)
        text = without_controls(text)
    if any(sign in text for sign in _MOJIBAKE_SIGNS) and _MOJIBAKE.search(text):
        text, mended = _unmangled(text)
        if mended:
            notes.append(CleanNote(code="mojibake", message="text that was encoded twice was mended"))
    return text, tuple(notes)


def has_controls(text: str) -> bool:
    """Whether a text holds what `without_controls` takes out."""
    utf8 = text.encode("utf-8", "surrogatepass")
    return len(utf8.translate(None, _CONTROL_BYTES)) < len(utf8) or any(rare.search(utf8) for rare in _RARE_CONTROLS)


def without_controls(text: str) -> str:
    """The text without control characters, marks of direction and halves of letters, which no store takes."""
    return _CONTROLS.sub("", text)


def _decoded(body: bytes, content_type: str | None) -> tuple[str, list[CleanNote]]:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _read(body[len(mark) :], name)
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError:
        declared = _declared(body, content_type)
    if declared is None:
        declared = "utf-8" if _mostly_utf8(body) else "cp1252"
    return _read(body, declared)


def _read(raw: bytes, codec: str) -> tuple[str, list[CleanNote]]:
    """The text in a charset; bytes that it lacks become windows-1252 in UTF-8, elsewhere U+FFFD, and are noted."""
    try:
        return raw.decode(codec), []
    except UnicodeDecodeError as error:
        message = f"bytes that are no {codec.upper()}, the first at {error.start}; each read by itself"
    text = raw.decode(codec, "windows1252" if codec == "utf-8" else "replace")
    return text, [CleanNote(code="bad_bytes", message=message)]


def _declared(body: bytes, content_type: str | None) -> str | None:
    """The codec of the declared charset; None when there is none or the web has none of that name."""
    if found := _HEADER.search(content_type or ""):
        return CODECS.get(found.group(1).lower())
    meta = _DECLARED.search(body, 0, _HEAD_BYTES)
    codec = CODECS.get(meta.group(1).decode("ascii").lower()) if meta else None
    # A declaration that can be read byte by byte is not in UTF-16; browsers take it for UTF-8.
    return "utf-8" if codec in {"utf-16-le", "utf-16-be"} else codec


def _mostly_utf8(body: bytes) -> bool:
    """Whether well-formed UTF-8 sequences outnumber the bytes that belong to none."""
    sequences = _UTF8_SEQUENCE.findall(body)
    stray = len(_HIGH.findall(body)) - sum(map(len, sequences))
    return len(sequences) > stray


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Error handler: the offending bytes as windows-1252, the five that it lacks as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("windows1252", _as_windows_1252)


def _unmangled(text: str) -> tuple[str, bool]:
    """Each line that was encoded twice, read right; other lines are left exactly as they are."""
    import ftfy  # noqa: PLC0415 -- 0.1 s for the rare page that needs it

    lines = [ftfy.fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.split("\n")]
    mended = "\n".join(lines)
    return mended, mended != text

"""Undoes content codings with a bound on the result.

Usual clients inflate a 640-byte body into one 300 MB chunk before any cap is asked, and take a gzip stream that was cut
off for a whole one. This reads no more than it may and insists on the end.
"""

import zlib
from typing import Final

from pipeline.errors import BadResponse, BodyTooLarge, TruncatedBody, UnsupportedCoding
from pipeline.settings import Settings

_GZIP: Final = frozenset({"gzip", "x-gzip"})
_MAGIC: Final = b"\x1f\x8b"
_GZIP_WINDOW: Final = 31
# Members may follow one another; real servers send one. Each costs a copy of the rest, so their number is bounded.
_MOST_MEMBERS: Final = 16


def inflated(wire: bytes, content_encoding: str, settings: Settings) -> bytes:
    """Undo the codings of a Content-Encoding header.

    Raises UnsupportedCoding, BodyTooLarge, TruncatedBody (the stream lacks its end) and BadResponse (no gzip stream).
    """
    codings = [name for part in content_encoding.lower().split(",") if (name := part.strip()) not in {"", "identity"}]
    if len(codings) > settings.content_codings or not _GZIP.issuperset(codings):
        message = f"content coding {content_encoding[:60]!r}; gzip was asked for"
        raise UnsupportedCoding(message)
    most = min(settings.decoded_bytes, max(settings.inflation_floor, settings.inflation_ratio * len(wire)))
    body = wire
    for _ in codings:
        body = _gunzip(body, most)
    if len(body) > most:
        raise _too_large(most)
    return body


def _gunzip(data: bytes, most: int) -> bytes:
    out, rest = bytearray(), data
    for _ in range(_MOST_MEMBERS):
        rest = _member(rest, out, most)
        if not rest.startswith(_MAGIC):
            return bytes(out)  # what follows the last member is padding
    message = f"more than {_MOST_MEMBERS} gzip members"
    raise BadResponse(message)


def _member(data: bytes, out: bytearray, most: int) -> bytes:
    """Inflate one member onto `out` and hand back what follows it."""
    member = zlib.decompressobj(wbits=_GZIP_WINDOW)
    try:
        out += member.decompress(data, most + 1 - len(out))
    except zlib.error as error:
        message = f"the gzip stream is corrupt: {error}"
        raise BadResponse(message) from error
    if len(out) > most:
        raise _too_large(most)
    if not member.eof:
        message = "the gzip stream ends before its end"
        raise TruncatedBody(message)
    return member.unused_data


def _too_large(most: int) -> BodyTooLarge:
    message = f"the body inflates past {most} bytes"
    return BodyTooLarge(message)

"""Pages from WARC files (ISO 28500), plain or gzip; needs the extra `warc`.

A crawl's file holds thousands of pages, and one of them may be bad: then it is an error among the pages, and the rest
follows. Python's gzip reads the file, since it insists on checksums and ends, and fastwarc takes the records apart.
"""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.errors import BadResponse, BodyTooLarge, FetchError, TruncatedBody, Unreadable, UsageError
from pipeline.fetch.inflate import inflated
from pipeline.settings import Settings
from schemas.page import RawPage

if TYPE_CHECKING:  # an extra, and who reads other sources needs no fastwarc
    from fastwarc.warc import ArchiveIterator, WarcRecord

_MAGIC: Final = b"\x1f\x8b"
_HTML: Final = frozenset({"text/html", "application/xhtml+xml", ""})
_HEAD_END: Final = b"\r\n\r\n"
_HEX: Final = frozenset(b"0123456789abcdefABCDEF")
_SIZE_DIGITS: Final = 8
_SPOILT: Final = ("CRC check failed", "Incorrect length")
"""How gzip says that what it gave already is wrong."""
_SLACK: Final = 64 * 1024
"""What chunk sizes may weigh beside the chunks of a body that keeps its limit."""


Stream = gzip.GzipFile | BufferedReader


class _Bytewise(BufferedIOBase):
    """Hands on what a stream has, so that what came before an error is not lost with it, and knows how it ended."""

    def __init__(self, stream: Stream) -> None:
        """Read from a stream that somebody else closes."""
        self._stream = stream
        self._tail = b""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read at most `size` bytes, fewer when fewer are at hand."""
        got = self._stream.read1(-1 if size is None else size)
        self._tail = (self._tail + got[-len(_HEAD_END) :])[-len(_HEAD_END) :]
        return got

    def tell(self) -> int:
        """The position, inflated."""
        return self._stream.tell()

    def insist_on_end(self) -> None:
        """Raise EOFError unless what was read last is what stands after every record."""
        if self._tail != _HEAD_END:
            raise EOFError


@dataclass(frozen=True)
class _Answer:
    """An HTTP response, its body as it came over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes


def pages_in_warc(path: Path, settings: Settings) -> Iterator[RawPage | FetchError]:
    """The HTML pages (status 200) of a WARC file, in order; a record that cannot be read is an error in its place.

    A file that is cut or corrupt gives the pages before that, and an error as the last. Raises UsageError without the
    extra, and Unreadable for a file that cannot be opened.
    """
    with closing(_opened(path)) as stream:
        yield from _pages(path, _Bytewise(stream), settings)


def _pages(path: Path, stream: _Bytewise, settings: Settings) -> Iterator[RawPage | FetchError]:
    """Each record is held until the next one begins: only then is the checksum of its member known to be right."""
    held: tuple[RawPage | FetchError, ...] = ()
    last = "its start"
    try:
        for record in _records(path, stream, settings):
            yield from held
            held = ()
            if record.record_id is None:
                break
            last = record.record_id
            held = _outcome(path, record, settings)
        if not any(isinstance(one, TruncatedBody) for one in held):
            stream.insist_on_end()
    except (EOFError, OSError, ValueError, zlib.error) as error:
        if not str(error).startswith(_SPOILT):
            yield from held
        yield _damage(path, last, error)
    else:
        yield from held


def _damage(path: Path, last: str, error: Exception) -> FetchError:
    if isinstance(error, EOFError):
        return TruncatedBody(f"the file ends before its end, after {last}", source=str(path))
    return Unreadable(f"the file is damaged at or after {last}: {error}", source=str(path))


def _opened(path: Path) -> Stream:
    try:
        with path.open("rb") as file:
            packed = file.read(len(_MAGIC)) == _MAGIC
        return gzip.open(path) if packed else path.open("rb")
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise Unreadable(message, source=str(path)) from error


def _records(path: Path, stream: _Bytewise, settings: Settings) -> "ArchiveIterator":
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 -- an extra
    except ImportError as error:
        message = "a WARC file needs fastwarc: install kommunestatus[warc]"
        raise UsageError(message, source=str(path)) from error
    return ArchiveIterator(stream, parse_http=False, max_header_len=settings.header_bytes, stream_detect=False)


def _outcome(path: Path, record: "WarcRecord", settings: Settings) -> tuple[RawPage | FetchError, ...]:
    """The page of a record, or what is wrong with it; nothing for a record of another kind."""
    if record.headers.get("WARC-Type") != "response" or not record.is_http:
        return ()
    try:
        page = _page(record, settings)
    except FetchError as error:
        error.source = f"{path} {record.record_id}"
        return (error,)
    return () if page is None else (page,)


def _page(record: "WarcRecord", settings: Settings) -> RawPage | None:
    block = _block(record, settings)
    if len(block) < min(record.content_length, _most(settings)):
        message = f"{len(block)} bytes came of {record.content_length}"
        raise TruncatedBody(message)
    answer = _answer(block)
    content_type = answer.headers.get("content-type")
    if answer.status != HTTPStatus.OK or (content_type or "").partition(";")[0].strip().lower() not in _HTML:
        return None
    if len(block) > _most(settings):
        message = f"the record is larger than {_most(settings)} bytes"
        raise BodyTooLarge(message)
    if record.headers.get("WARC-Truncated"):
        message = "the crawler says that it cut the body"
        raise TruncatedBody(message)
    return RawPage(
        url=_address(record),
        body=_decoded(answer, settings),
        content_type=content_type,
        fetched_at=record.record_date,
    )


def _address(record: "WarcRecord") -> str:
    """Where the page was; old writers set it in angle brackets. Raises BadResponse for what is not of the web."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if not url.startswith(("http://", "https://")):
        message = "the record names no address on the web"
        raise BadResponse(message)
    return url


def _most(settings: Settings) -> int:
    return settings.header_bytes + settings.decoded_bytes + _SLACK


def _block(record: "WarcRecord", settings: Settings) -> bytes:
    """The record's block; of one past the limit, one byte more than the limit."""
    block: bytes = record.reader.read(_most(settings) + 1)
    return block


def _answer(block: bytes) -> _Answer:
    """Take an HTTP response apart. Raises BadResponse."""
    head, found, body = block.partition(_HEAD_END)
    if not found:
        head, _, body = block.partition(b"\n\n")
    lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    words = lines[0].split(maxsplit=2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not (words[1].isascii() and words[1].isdecimal()):  # noqa: PLR2004 -- version and status
        message = "the record holds no HTTP response"
        raise BadResponse(message)
    named = (line.partition(":") for line in lines[1:])
    return _Answer(int(words[1][:4]), {name.strip().lower(): value.strip() for name, _, value in named}, body)


def _decoded(answer: _Answer, settings: Settings) -> bytes:
    """Undo chunks and content codings; crawlers that undid them already often keep the header."""
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower() and _begins_chunk(body):
        body = _unchunked(body)
    codings = answer.headers.get("content-encoding", "")
    return inflated(body, codings if body.startswith(_MAGIC) or "gzip" not in codings.lower() else "", settings)


def _begins_chunk(body: bytes) -> bool:
    return _chunk_size(body.partition(b"\r\n")[0]) is not None


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not 0 < len(digits) <= _SIZE_DIGITS or not _HEX.issuperset(digits):
        return None
    return int(digits, 16)


def _unchunked(body: bytes) -> bytes:
    """Join the chunks (RFC 9112, 7.1). Raises TruncatedBody when the last is missing, BadResponse for other text."""
    out, at = bytearray(), 0
    while True:
        end = body.find(b"\r\n", at)
        if end < 0:
            message = "the chunks end before the last one"
            raise TruncatedBody(message)
        size = _chunk_size(body[at:end])
        if size is None:
            message = "what stands between two chunks is no size"
            raise BadResponse(message)
        if size == 0:
            return bytes(out)
        chunk = body[end + 2 : end + 2 + size]
        if len(chunk) < size:
            message = "the chunks end before the last one"
            raise TruncatedBody(message)
        out += chunk
        at = end + 2 + size + 2

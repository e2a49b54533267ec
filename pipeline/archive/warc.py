"""The archive as one WARC 1.1 file (ISO 28500:2017), the same bytes for the same archive.

The archive keeps bodies decompressed, so the headers that spoke of the wire are written as `X-Archive-Orig-…`, and
Content-Length is that of the body. Record ids derive from what is recorded, dates are those of the exchanges.
"""

import gzip
import hashlib
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from pipeline.archive.disk import put
from pipeline.archive.folder import Archive
from pipeline.archive.notes import ExchangeNote, Headers, digest

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:kommunestatus:warc")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_ABOUT: Final = b"software: kommunestatus\r\nformat: WARC File Format 1.1\r\n"
_WIRE: Final = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ORIGINAL: Final = "X-Archive-Orig-"
_URL_CHARS: Final = "%!$&'()*+,;=:@/?#[]~"
_LEVEL: Final = 6
_NO_CONTROLS: Final = bytes(byte if byte >= 0x20 and byte != 0x7F else 0x20 for byte in range(256))  # noqa: PLR2004 -- C0, DEL


def write_warc(archive: Archive, path: Path) -> None:
    """Write the exchanges of an archive to a `.warc.gz`, each record a gzip member of its own, whole or not at all.

    Raises IntegrityViolation for a damaged archive, DiskFull and StoreUnavailable.
    """
    put(archive.disk, path, (gzip.compress(record, _LEVEL, mtime=0) for record in _records(archive)))


def _records(archive: Archive) -> Iterator[bytes]:
    first = next(archive.exchanges(), None)
    yield _record(
        "warcinfo", "application/warc-fields", _ABOUT, {"WARC-Date": _date(first.fetched_at if first else _EPOCH)}
    )
    for note in archive.exchanges():
        yield from _exchange(note, archive.body(note.sha256))


def _exchange(note: ExchangeNote, body: bytes) -> Iterator[bytes]:
    """The redirects, the answer and the request of one exchange; they name the note, so that equal ones stay apart."""
    about = {"WARC-Date": _date(note.fetched_at), "X-Archive-Note": digest(note.encoded())}
    targets = [*(hop.url for hop in note.redirects), note.url]
    for hop, target in zip(note.redirects, targets[1:], strict=True):
        head = _head(_status_line(hop.status), (("Location", target), ("Content-Length", "0")))
        yield _http("response", head, about | {"WARC-Target-URI": _uri(hop.url)})
    about["WARC-Target-URI"] = _uri(note.url)
    answer = _head(_status_line(note.status), _answer_headers(note, body)) + body
    response_id = _record_id("response", answer, about)
    yield _http("response", answer, about | {"WARC-Payload-Digest": _sha256(body)})
    yield _http("request", _head(*_asked(note)), about | {"WARC-Concurrent-To": response_id})


def _answer_headers(note: ExchangeNote, body: bytes) -> Headers:
    kept = tuple(
        (_ORIGINAL + name if name.strip().lower() in _WIRE else name, value) for name, value in note.response_headers
    )
    typed = any(name.strip().lower() == "content-type" for name, _ in kept) or note.content_type is None
    own = () if typed else (("Content-Type", note.content_type or ""),)
    return (*kept, *own, ("Content-Length", str(len(body))))


def _asked(note: ExchangeNote) -> tuple[str, Headers]:
    parts = urlsplit(_uri(note.url))
    line = f"GET {parts.path or '/'}{'?' + parts.query if parts.query else ''} HTTP/1.1"
    hosted = any(name.strip().lower() == "host" for name, _ in note.request_headers)
    return line, note.request_headers if hosted else (("Host", parts.netloc), *note.request_headers)


def _status_line(status: int) -> str:
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    return f"HTTP/1.1 {status} {phrase}"


def _head(first_line: str, headers: Headers) -> bytes:
    lines = (first_line, *(f"{name}: {value}" for name, value in headers))
    return b"".join(_line(line) + b"\r\n" for line in lines) + b"\r\n"


def _line(text: str) -> bytes:
    """A header line as it came: a character for each byte, unless it was never so; nothing in it ends the line."""
    try:
        line = text.encode("latin-1")
    except UnicodeEncodeError:
        line = text.encode("utf-8", "replace")
    return line.translate(_NO_CONTROLS)


def _http(kind: str, block: bytes, fields: dict[str, str]) -> bytes:
    return _record(kind, f"application/http;msgtype={kind}", block, fields)


def _record(kind: str, content_type: str, block: bytes, fields: dict[str, str]) -> bytes:
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": _record_id(kind, block, fields),
        **fields,
        "WARC-Block-Digest": _sha256(block),
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    return _head("WARC/1.1", tuple(named.items())) + block + b"\r\n\r\n"


def _record_id(kind: str, block: bytes, fields: dict[str, str]) -> str:
    """Name a record by what it says; what else points at it is no part of that."""
    told = [kind, *(fields.get(name, "") for name in ("WARC-Date", "WARC-Target-URI", "X-Archive-Note"))]
    return f"<{uuid.uuid5(_SPACE, ' '.join([*told, digest(block)])).urn}>"


def _sha256(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _uri(url: str) -> str:
    """An address without what would end a header line."""
    return quote(url, safe=_URL_CHARS)

"""What a server sends: responses that are cut, too much, malformed, or lead elsewhere."""

import gzip
import zlib
from typing import Final

from pipeline.errors import (
    BadRedirect,
    BadResponse,
    BadStatus,
    BodyTooLarge,
    DeadlineExceeded,
    Deferred,
    RefusedByPolicy,
    TruncatedBody,
    UnsupportedCoding,
)

from .article import PERSONAL, Page
from .case import MIB, WireCase


def _reply(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A response; `length` None announces none, and the end of the connection ends the body."""
    announced = () if length is None else (f"Content-Length: {length}",)
    lines = "\r\n".join((f"HTTP/1.1 {status}", *headers, *announced))
    return lines.encode("latin-1") + b"\r\n\r\n" + body


def _page(*headers: str) -> bytes:
    body = Page().bytes()
    return _reply(body, "Content-Type: text/html", *headers, length=len(body))


def _chunked(chunks: bytes) -> bytes:
    return _reply(chunks, "Transfer-Encoding: chunked")


def _coded(body: bytes, coding: str = "gzip") -> bytes:
    return _reply(body, f"Content-Encoding: {coding}", length=len(body))


def _moved(location: str) -> bytes:
    return _reply(b"", f"Location: {location}", status="302 Found", length=0)


def _zipped() -> bytes:
    return gzip.compress(Page().bytes(), mtime=0)


def _broken_sum() -> bytes:
    body = bytearray(_zipped())
    body[-5] ^= 0xFF
    return bytes(body)


_ENCODED: Final = (
    WireCase("gzip", lambda: _coded(_zipped()), None),
    WireCase("gzip-twice", lambda: _coded(gzip.compress(_zipped()), "gzip, gzip"), None),
    WireCase("gzip-then-garbage", lambda: _coded(_zipped() + b"garbage"), None),
    WireCase("gzip-bomb", lambda: _coded(gzip.compress(bytes(60 * MIB))), BodyTooLarge),
    WireCase(
        "gzip-bomb-twice", lambda: _coded(gzip.compress(gzip.compress(bytes(60 * MIB))), "gzip, gzip"), BodyTooLarge
    ),
    WireCase("gzip-three-times", lambda: _coded(_zipped(), "gzip, gzip, gzip"), UnsupportedCoding),
    WireCase("gzip-cut", lambda: _coded(_zipped()[:-20]), TruncatedBody),
    WireCase("gzip-of-nothing", lambda: _coded(b""), TruncatedBody),
    WireCase("gzip-sum-wrong", lambda: _coded(_broken_sum()), BadResponse),
    WireCase("gzip-that-is-none", lambda: _coded(Page().bytes()), BadResponse),
    WireCase("gzip-members", lambda: _coded(gzip.compress(b"") * 1000), BadResponse),
    WireCase("brotli", lambda: _coded(b"\x0b\x02\x80x\x03", "br"), UnsupportedCoding),
    WireCase("deflate", lambda: _coded(zlib.compress(b"x"), "deflate"), UnsupportedCoding),
    WireCase("coding-flood", lambda: _coded(b"x", "gzip, " * 2000 + "gzip"), UnsupportedCoding),
)

_SIZED: Final = (
    WireCase("length-right", _page, None),
    WireCase("length-too-long", lambda: _reply(Page().bytes(), length=MIB), TruncatedBody),
    WireCase("length-negative", lambda: _reply(b"x", length=-1), BadResponse),
    WireCase("length-twice", lambda: _reply(b"xx", "Content-Length: 1", length=2), BadResponse),
    WireCase("length-of-words", lambda: _reply(b"x", "Content-Length: one"), BadResponse),
    WireCase("length-past-all", lambda: _reply(b"x", "Content-Length: " + "9" * 5000), BadResponse),
    WireCase("body-of-6-MiB", lambda: _reply(b"x" * (6 * MIB)), BodyTooLarge),
    WireCase("chunked", lambda: _chunked(b"%x\r\n%b\r\n0\r\n\r\n" % (len(Page().bytes()), Page().bytes())), None),
    WireCase("chunk-cut", lambda: _chunked(b"ff\r\nhalf"), TruncatedBody),
    WireCase("chunk-end-missing", lambda: _chunked(b"4\r\nhalf\r\n"), TruncatedBody),
    WireCase("chunk-size-of-words", lambda: _chunked(b"zz\r\nx\r\n"), TruncatedBody),
    WireCase("chunk-size-past-all", lambda: _chunked(b"f" * 40 + b"\r\nx"), TruncatedBody),
    WireCase(
        "chunks-endless",
        lambda: _chunked(b"1000\r\n" + b"x" * 4096 + b"\r\n") + (b"1000\r\n" + b"x" * 4096 + b"\r\n") * 1500,
        BodyTooLarge,
    ),
    WireCase("chunk-extension-flood", lambda: _chunked(b"1;" + b"x" * 200_000), TruncatedBody),
)

_HEADED: Final = (
    WireCase("closed-at-once", lambda: b"", BadResponse),
    WireCase("no-http", lambda: b"SSH-2.0-OpenSSH\r\n\r\n", BadResponse),
    WireCase("http-0.9", lambda: Page().bytes(), BadResponse),
    WireCase("http-2", lambda: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", BadResponse),
    WireCase("status-of-words", lambda: b"HTTP/1.1 OK fine\r\n\r\n", BadResponse),
    WireCase("status-999", lambda: _reply(b"x", status="999 Denied", length=1), BadStatus),
    WireCase("status-206", lambda: _reply(b"x", status="206 Partial Content", length=1), BadStatus),
    WireCase("status-304", lambda: _reply(status="304 Not Modified"), BadResponse),
    WireCase(
        "status-503-for-ever",
        lambda: _reply(b"x", "Retry-After: 99999999999999", status="503 Busy", length=1),
        Deferred,
    ),
    WireCase("status-of-persons", lambda: _reply(b"x", status=f"404 {PERSONAL[0]} {PERSONAL[1]}", length=1), BadStatus),
    WireCase(
        "status-101", lambda: _reply(b"x", "Upgrade: x", "Connection: upgrade", status="101 Switching"), BadResponse
    ),
    WireCase("early-hints", lambda: _reply(status="103 Early Hints") * 50 + _page(), None),
    WireCase("headers-of-70-KiB", lambda: _page(f"X-Flood: {'y' * 70_000}"), BadResponse),
    WireCase("headers-of-1-MiB", lambda: _page(f"X-Flood: {'y' * MIB}"), BadResponse),
    WireCase("headers-by-thousands", lambda: _page(*(f"X-{number}: y" for number in range(12_000))), BadResponse),
    WireCase("headers-without-end", lambda: b"HTTP/1.1 200 OK\r\nX: y\r\n", BadResponse),
    WireCase("header-without-colon", lambda: _page("nonsense"), BadResponse),
    WireCase("header-name-spaced", lambda: _page("Content-Encoding : gzip"), BadResponse),
    WireCase("header-with-nul", lambda: _page("X: a\x00b"), BadResponse),
    WireCase("header-with-bare-cr", lambda: _page("X: a\rContent-Encoding: gzip"), BadResponse),
    WireCase("header-folded", lambda: _page("X: a\r\n b"), None),
    WireCase("cookie-flood", lambda: _page(*("Set-Cookie: a=b" for _ in range(500))), None),
    WireCase("type-lies", lambda: _reply(Page().bytes(), "Content-Type: image/png"), None),
    WireCase("type-of-junk", lambda: _reply(Page().bytes(), "Content-Type: \xff\xfe; charset=\xe6;;;="), None),
)

_LED: Final = (
    WireCase("moved-to-itself", lambda: _moved("/"), BadRedirect),
    WireCase("moved-nowhere", lambda: _reply(status="301 Moved", length=0), BadRedirect),
    WireCase("moved-to-a-file", lambda: _moved("file:///etc/passwd"), RefusedByPolicy),
    WireCase("moved-to-a-script", lambda: _moved("javascript:alert(1)"), RefusedByPolicy),
    WireCase("moved-to-a-user", lambda: _moved("http://a:b@127.0.0.1/"), RefusedByPolicy),
    WireCase("moved-to-a-number", lambda: _moved("http://2130706433/"), RefusedByPolicy),
    WireCase("moved-by-a-backslash", lambda: _moved("\\\\evil.example\\x"), RefusedByPolicy),
    WireCase("moved-too-far", lambda: _moved("/" + "a" * 5000), RefusedByPolicy),
    WireCase("moved-to-no-address", lambda: _moved("http://["), RefusedByPolicy),
    WireCase("moved-to-no-port", lambda: _moved("http://127.0.0.1:port/"), BadRedirect),
    WireCase("trickle-in-headers", lambda: _reply(b"", "X: " + "y" * 1000), DeadlineExceeded, pause=0.02),
    WireCase(
        "trickle-in-body", lambda: _reply(length=1000)[:-4] + b"\r\n\r\n" + b"x" * 1000, DeadlineExceeded, pause=0.02
    ),
)

WIRE: Final = (*_ENCODED, *_SIZED, *_HEADED, *_LED)

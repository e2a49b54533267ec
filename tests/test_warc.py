"""WARC files as a source: chunks, codings, limits, and files that are cut or corrupt."""

import gzip
import sys
from pathlib import Path

import pytest

from pipeline.errors import (
    BadResponse,
    BodyTooLarge,
    FetchError,
    TruncatedBody,
    Unreadable,
    UnsupportedCoding,
    UsageError,
)
from pipeline.fetch.warc import pages_in_warc
from pipeline.settings import Settings
from schemas.page import RawPage

SETTINGS = Settings()
PAGE = "<p>Ærø Kommune</p>".encode()
pytest.importorskip("fastwarc", reason="the extra warc is not installed")


def zipped(data: bytes) -> bytes:
    """Without the clock in its header: test processes that share the work must agree on a case's name."""
    return gzip.compress(data, mtime=0)


def record(name: str, http: bytes, *more: str, kind: str = "response") -> bytes:
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{name}>",
        "WARC-Date: 2026-01-02T03:04:05Z",
        f"WARC-Target-URI: https://news.example/{name}",
        f"Content-Type: application/http;msgtype={kind}",
        f"Content-Length: {len(http)}",
        *more,
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]).encode() + b"\r\n\r\n" + body


def read(path: Path, content: bytes, settings: Settings = SETTINGS) -> list[RawPage | FetchError]:
    path.write_bytes(content)
    return list(pages_in_warc(path, settings))


def only(path: Path, http: bytes, settings: Settings = SETTINGS) -> RawPage | FetchError:
    (outcome,) = read(path, record("a", http), settings)
    return outcome


def bodies(outcomes: list[RawPage | FetchError]) -> list[bytes]:
    return [outcome.body for outcome in outcomes if isinstance(outcome, RawPage)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "crawl.warc.gz"


def test_a_page_has_the_address_the_type_and_the_time_of_its_record(path: Path) -> None:
    page = only(path, answer(PAGE))
    assert isinstance(page, RawPage)
    assert (page.url, page.body, page.content_type) == ("https://news.example/a", PAGE, "text/html; charset=utf-8")
    assert page.fetched_at is not None
    assert page.fetched_at.isoformat() == "2026-01-02T03:04:05+00:00"


def test_only_pages_that_were_answered_are_pages(path: Path) -> None:
    content = b"".join(
        [
            record("info", b"software: x\r\n", kind="warcinfo"),
            record("asked", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
            record("moved", answer(b"", "Location: /b", status="301 Moved")),
            record("image", answer(b"GIF", kind="image/gif")),
            record("gone", answer(PAGE, status="404 Not Found")),
            record("seen", answer(b""), kind="revisit"),
            record("page", answer(PAGE)),
        ]
    )
    assert bodies(read(path, content)) == [PAGE]
    assert len(read(path, content)) == 1


@pytest.mark.parametrize("packing", ["plain", "a member for each record", "one member"])
def test_every_packing_gives_the_same_pages(path: Path, packing: str) -> None:
    records = [record(name, answer(PAGE + name.encode())) for name in "abc"]
    packed = {
        "plain": b"".join(records),
        "a member for each record": b"".join(zipped(one) for one in records),
        "one member": zipped(b"".join(records)),
    }
    assert bodies(read(path, packed[packing])) == [PAGE + b"a", PAGE + b"b", PAGE + b"c"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"5;x=y\r\n" + PAGE[:5] + b"\r\n0F\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]),
        (PAGE, ["Transfer-Encoding: chunked"]),  # the crawler undid the chunks and kept the header
        (zipped(PAGE), ["Content-Encoding: gzip"]),
        (PAGE, ["Content-Encoding: gzip"]),  # likewise
        (
            b"%x\r\n" % len(zipped(PAGE)) + zipped(PAGE) + b"\r\n0\r\n",
            ["Transfer-Encoding: chunked", "Content-Encoding: gzip"],
        ),
    ],
)
def test_chunks_and_codings_are_undone(path: Path, body: bytes, headers: list[str]) -> None:
    page = only(path, answer(body, *headers))
    assert isinstance(page, RawPage)
    assert page.body == PAGE


@pytest.mark.parametrize(
    ("http", "error"),
    [
        (answer(b"5\r\nabc", "Transfer-Encoding: chunked"), TruncatedBody),
        (answer(b"2\r\nab\r\n", "Transfer-Encoding: chunked"), TruncatedBody),
        (answer(b"2\r\nab\r\nzz\r\n", "Transfer-Encoding: chunked"), BadResponse),
        (answer(zipped(PAGE)[:-9], "Content-Encoding: gzip"), TruncatedBody),
        (answer(b"\x8b\x02", "Content-Encoding: br"), UnsupportedCoding),
        (answer(zipped(b" " * 50_000_000), "Content-Encoding: gzip"), BodyTooLarge),
        (answer(b"x" * 11_000_000), BodyTooLarge),
        (b"no HTTP at all", BadResponse),
    ],
)
def test_a_bad_record_is_an_error_in_its_place_and_the_rest_follows(
    path: Path, http: bytes, error: type[FetchError]
) -> None:
    outcomes = read(path, record("a", answer(PAGE)) + record("bad", http) + record("c", answer(PAGE)))
    assert [type(outcome) for outcome in outcomes] == [RawPage, error, RawPage]
    assert isinstance(outcomes[1], FetchError)
    assert outcomes[1].source == f"{path} <urn:uuid:bad>"


def test_a_page_without_an_address_on_the_web_is_none(path: Path) -> None:
    whole = record("a", answer(PAGE))
    (outcome,) = read(path, whole.replace(b"WARC-Target-URI: https", b"WARC-Target-URI: urn"))
    assert isinstance(outcome, BadResponse)
    (outcome,) = read(path, whole.replace(b"https://news.example/a", b"<https://news.example/a>"))
    assert isinstance(outcome, RawPage)
    assert outcome.url == "https://news.example/a"


def test_what_the_crawler_cut_is_no_page(path: Path) -> None:
    (outcome,) = read(path, record("a", answer(PAGE), "WARC-Truncated: length"))
    assert isinstance(outcome, TruncatedBody)


@pytest.mark.parametrize("packed", [False, True])
def test_wherever_a_file_is_cut_the_pages_before_are_kept_and_the_cut_is_named(path: Path, *, packed: bool) -> None:
    records = [record(name, answer(PAGE)) for name in "ab"]
    parts = [zipped(one) if packed else one for one in records]
    for cut in range(len(parts[0]) + 1, len(parts[0] + parts[1]) - 4, 7):
        outcomes = read(path, (parts[0] + parts[1])[:cut])
        assert bodies(outcomes)[:1] == [PAGE], cut
        assert isinstance(outcomes[-1], TruncatedBody | Unreadable), cut
        assert str(path) in (outcomes[-1].source or "")


@pytest.mark.parametrize("packed", [False, True])
def test_a_corrupt_file_gives_the_pages_before_and_an_error(path: Path, *, packed: bool) -> None:
    records = [record(name, answer(PAGE)) for name in "abc"]
    parts = [zipped(one) if packed else one for one in records]
    at = len(parts[0]) + (len(parts[1]) // 2 if packed else 3)
    content = bytearray(b"".join(parts))
    content[at] ^= 0xFF
    outcomes = read(path, bytes(content))
    assert bodies(outcomes) == [PAGE]
    assert isinstance(outcomes[-1], Unreadable)
    assert "damaged at or after <urn:uuid:" in outcomes[-1].message


def test_junk_after_the_last_record_spoils_no_page(path: Path) -> None:
    outcomes = read(path, zipped(record("a", answer(PAGE))) + b"junk" * 9)
    assert [type(outcome) for outcome in outcomes] == [RawPage, Unreadable]


@pytest.mark.parametrize("content", [b"hello world\n" * 50, zipped(b"hello world\n" * 50), b"\x1f\x8b\x08"])
def test_what_is_no_warc_is_said_to_be_none(path: Path, content: bytes) -> None:
    (outcome,) = read(path, content)
    assert isinstance(outcome, Unreadable | TruncatedBody)


def test_a_file_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(Unreadable, match="No such file"):
        list(pages_in_warc(path, SETTINGS))


def test_without_the_extra_the_message_names_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(UsageError, match=r"kommunestatus\[warc\]"):
        read(path, record("a", answer(PAGE)))

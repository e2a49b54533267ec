"""Bytes to text: æøå exact in every recoverable case, one bad byte spoils one character."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.decode import decode
from pipeline.clean.limits import MAX_ATTRIBUTES, MAX_BODY, MAX_DEPTH, MAX_TAG_BYTES, MAX_TAGS, over_limit
from schemas.page import RawPage

WORDS = "Social økonomi på Ærø – »blåbær«"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (WORDS.encode(), None),
        (codecs.BOM_UTF8 + WORDS.encode(), "text/html; charset=iso-8859-1"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), None),
        (WORDS.encode(), "text/html; charset=windows-1252"),
        (WORDS.encode("cp1252"), "text/html; charset=iso-8859-1"),
        (WORDS.encode("cp1252"), None),
        (b'<meta charset="windows-1252">' + WORDS.encode("cp1252"), None),
        (WORDS.encode("cp1252"), "text/html; charset=no-such-charset"),
        (WORDS.encode("mac_roman"), "text/html; charset=macintosh"),
    ],
)
def test_danish_letters_survive_every_recoverable_encoding(body: bytes, content_type: str | None) -> None:
    text, _ = decode(body, content_type)
    assert text.endswith(WORDS)


def test_one_bad_byte_spoils_one_character() -> None:
    text, notes = decode(WORDS.encode() + b"\xe5 og " + WORDS.encode(), None)
    assert text == f"{WORDS}å og {WORDS}"
    assert [note.code for note in notes] == ["bad_bytes"]


def test_text_that_was_encoded_twice_is_mended_line_by_line() -> None:
    twice = "socialøkonomi – på Ærø".encode().decode("cp1252")
    text, notes = decode(f"{twice}\nCAFÉ Ã la carte".encode(), None)
    assert text == "socialøkonomi – på Ærø\nCAFÉ Ã la carte"
    assert [note.code for note in notes] == ["mojibake"]


def test_control_characters_and_bidi_marks_are_taken_out_with_a_note() -> None:
    text, notes = decode("a\x00b\u202ec\td".encode(), None)
    assert text == "abc\td"
    assert [note.code for note in notes] == ["control_characters"]


@given(st.binary(max_size=300), st.sampled_from([None, "text/html; charset=utf-8", "charset=shift_jis", "charset=hex"]))
def test_any_bytes_decode(body: bytes, content_type: str | None) -> None:
    text, _ = decode(body, content_type)
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"  \n", "empty_page"),
        (b"x" * (MAX_BODY + 1), "body_too_large"),
        (b"<p>" * (MAX_TAGS + 1), "too_many_tags"),
        (b"<p class='" + b"x" * MAX_TAG_BYTES + b"'>", "tag_too_long"),
        (b"<div>" * (MAX_DEPTH + 1), "too_deep"),
        (b"<p" + b" a" * (MAX_ATTRIBUTES + 1) + b">", "too_many_attributes"),
    ],
)
def test_a_page_past_a_limit_is_not_parsed(body: bytes, reason: str) -> None:
    rejection = over_limit(RawPage(url="https://example.org/", body=body))
    assert rejection is not None
    assert rejection.reason == reason
    assert rejection.state == "quarantined"


def test_a_page_at_the_limits_is_parsed() -> None:
    assert over_limit(RawPage(url="https://example.org/", body=b"<p>" * MAX_TAGS)) is None
    assert over_limit(RawPage(url="https://example.org/", body=b"<div>" * MAX_DEPTH)) is None


def test_a_page_that_ends_inside_a_tag_is_parsed() -> None:
    assert over_limit(RawPage(url="https://example.org/", body=b"<p>Nyt</p><a href='/af")) is None

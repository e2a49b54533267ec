"""Masking persons in raw pages: however the markup writes them, and so that the cleaned text keeps its offsets."""

import json
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.erasure import Target, email_target, mask, name_target, phone_target
from pipeline.erasure.pages import mask_page
from pipeline.erasure.scanning import still_there
from pipeline.run import extract_page
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.adversarial.article import Page

CORPUS: Final = Path(__file__).parents[1] / "fixtures" / "corpus"
PAGES: Final = tuple(sorted(CORPUS.glob("*.html")))
URL: Final = "https://news.example/status/"
PERSON: Final = (name_target("Bo Lyngsø"), phone_target("25 20 01 31"), email_target("bo@by.dk"))
PRINTED: Final = ("Bo Lyngsø", "bo lyngsøs", "25 20 01 31", "+45 25200131", "bo@by.dk", "Bo Hansen", "25 20 01 32")
BLANK: Final = "█" * 9


def _persons(page: Path) -> tuple[Target, ...]:
    """The respondents, and the phones and e-mails of the contacts, as the page's gold has them."""
    gold = json.loads(page.with_suffix(".gold.json").read_text(encoding="utf-8"))
    contacts = gold.get("contacts", [])
    return (
        *(name_target(person["name"]) for person in gold.get("respondents", [])),
        *(phone_target(contact["phone"]) for contact in contacts if contact["phone"]),
        *(email_target(contact["email"]) for contact in contacts if contact["email"]),
    )


def _text(body: bytes) -> str:
    record = extract_page(RawPage(url=URL, body=body))
    assert isinstance(record, StatusRecord)
    return record.text


def _masked(printed: str) -> str:
    return mask_page(f"<p>Ring {printed} nu</p>".encode(), PERSON).decode()


def _entities(printed: str) -> str:
    """As WordPress hides an address: now decimal, now hexadecimal, now as it is."""
    written = ("&#{0};", "&#x{0:X};", "{1}", "&#0{0}")
    return "".join(written[at % 4].format(ord(letter), letter) for at, letter in enumerate(printed))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_cleaned_text_of_a_masked_page_is_the_masked_text(page: Path) -> None:
    body, persons = page.read_bytes(), _persons(page)
    if not persons:
        assert mask_page(body, persons) == body
        return
    masked = mask_page(body, persons)
    assert still_there(body, persons)
    assert not still_there(masked, persons)
    assert _text(masked) == mask(_text(body), persons)
    assert "█" in _text(masked)
    assert mask_page(masked, persons) == masked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_without_the_person_stays_byte_for_byte(page: Path) -> None:
    assert mask_page(page.read_bytes(), PERSON) == page.read_bytes()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Bo Lyngsø", BLANK),
        ("Bo&nbsp;Lyngs&oslash;", BLANK),
        ("BO LYNGS&Oslash", BLANK),
        (_entities("Bo Lyngsø"), BLANK),
        ("<b>Bo</b> Lyngsø", "<b>██</b>███████"),
        ("<b>Bo </b>\n\t <i>Lyngsø</i>", "<b>███</b><i>██████</i>"),
        ("Bo Lyng\u00adsø", "███████\u00ad██"),
        ("Bo Lyng&shy;sø", "███████&shy;██"),
        ("B<wbr>o<!-- x --> Lyngs<span title='>'>ø</span>", "█<wbr>█<!-- x -->██████<span title='>'>█</span>"),
        ("Bo          \n                      Lyngsø", BLANK),
        ("Bo<br>Lyngsø", "██<br>██████"),
        ("Bo</p>\n<p>Lyngsø", "██</p>\n<p>██████"),
        ("Bo Lyngsøs", "█" * 10),
        ("Bo LyngsÃ\u00b8", BLANK),
        ("<b>Bo</b> LyngsÃ\u00b8", "<b>██</b>███████"),
        ("<i>Bo</i><i>Lyngsø</i>", "<i>██</i><i>██████</i>"),
        ("&lt;i>Bo&lt;br>Lyngsø", "&lt;i>██&lt;br>██████"),
        ("&NotEqualTilde; Bo Lyngsø", f"&NotEqualTilde; {BLANK}"),
        ("&#9608; Bo Lyngsø", f"&#9608; {BLANK}"),
        ("Bo LyngsÃ\u00b8â€™s", "█" * 11),
        ("25&nbsp;20<b> 01 </b>31", "█████<b>████</b>██"),
        (_entities("bo@by.dk"), "█" * 8),
    ],
)
def test_every_way_to_print_a_person_is_masked_one_for_one(printed: str, expected: str) -> None:
    assert _masked(printed) == f"<p>Ring {expected} nu</p>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<a href="mailto:bo@by.dk?subject=Bo%20Lyngs%C3%B8">', '<a href="mailto:████████?subject=█████████">'),
        ('<a href="mailto:%62o%40by&#46;dk">', '<a href="mailto:████████">'),
        ("<script>'bo\\x40by.dk'</script>", "<script>'████████'</script>"),
        ('<a href="tel:+4525200131">', '<a href="tel:███████████">'),
        ("<img alt='Foto: Bo Lyngsø' title=\"Bo Lyngs&#xF8;\">", f"<img alt='Foto: {BLANK}' title=\"{BLANK}\">"),
        ('<i data-a="[&quot;Bo Lyngs\\u00f8&quot;]">', '<i data-a="[&quot;█████████&quot;]">'),
        ('<script>{"n": "Bo Lyngs\\u00F8"}</script>', '<script>{"n": "█████████"}</script>'),
        ('<script>"<b>Bo<\\/b> Lyngs\\u00f8"</script>', '<script>"<b>██<\\/b>███████"</script>'),
        ('<i title="&lt;b&gt;Bo&lt;/b&gt; Lyngs&amp;oslash;">', '<i title="&lt;b&gt;██&lt;/b&gt;███████">'),
        ("<!-- Bo Lyngsø -->", f"<!-- {BLANK} -->"),
        ("<title>Bo Lyngsø</title>", f"<title>{BLANK}</title>"),
        ("<a title='Bo Lyngsø", f"<a title='{BLANK}"),
    ],
)  # fmt: skip
def test_attributes_scripts_and_comments_are_masked(markup: str, expected: str) -> None:
    assert mask_page(markup.encode(), PERSON).decode() == expected


@pytest.mark.parametrize(
    "other", ["Bo Lyngsøe", "Ebbo Lyngsø", "<b>Bo</b> <b>Lyng</b>", "Bo Hansen", "125 200 131 22", "ebo@by.dk"]
)
def test_nobody_else_is_masked(other: str) -> None:
    assert _masked(other) == f"<p>Ring {other} nu</p>"


@given(st.binary(max_size=300), st.sampled_from((b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<p>&\\u00e6%E6")))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_bytes_come_back_as_they_were(body: bytes, start: bytes) -> None:
    assert mask_page(start + body, PERSON) == start + body


def _cloudflare(address: str, key: int) -> str:
    return bytes((key, *(byte ^ key for byte in address.encode()))).hex()


@pytest.mark.parametrize("holder", ['<a data-cfemail="{}">', '<a href="/cdn-cgi/l/email-protection#{}">'])
def test_what_cloudflare_hides_is_masked_in_hiding(holder: str) -> None:
    masked = mask_page(holder.format(_cloudflare("Bo@by.dk", 0x5B)).encode(), PERSON).decode()
    assert masked == holder.format(_cloudflare("█" * 8, 0x5B))
    stranger = holder.format(_cloudflare("ib@by.dk", 0x5B)).encode()
    assert mask_page(stranger, PERSON) == stranger


def _spelt(draw: st.DrawFn, letter: str) -> str:
    """A letter in any writing, and something invisible beside it."""
    ways = (letter, f"&#{ord(letter)};", f"&#x{ord(letter):x};", f"<i>{letter}</i>", letter.replace("ø", "&oslash;"))
    beside = ("", "", "", "\u00ad", "&shy;", "<!-- -->", "<wbr>", '<span title="a>b">', "</span>", "\u200b")
    return draw(st.sampled_from(ways)) + draw(st.sampled_from(beside))


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    """A sentence with persons in it, erased ones and others, in any markup."""
    printed = draw(st.lists(st.sampled_from(PRINTED), min_size=1, max_size=4))
    spaces = st.sampled_from((" ", "&nbsp;", "\n" + " " * 20, "&#32;\t", " <b> ", "</b> "))
    words = ["".join(draw(spaces) if letter == " " else _spelt(draw, letter) for letter in name) for name in printed]
    return "".join(f" Spørg <b>{word}</b> i dag." for word in words)


@given(_sentences())
@settings(max_examples=50, deadline=None, derandomize=True)
def test_any_markup_of_a_person_gives_the_masked_text_and_leaves_no_trace(sentences: str) -> None:
    body = Page(answer=f"<p>Sådan er det.{sentences}</p>").bytes()
    masked = mask_page(body, PERSON)
    assert _text(masked) == mask(_text(body), PERSON)
    assert still_there(body, PERSON) == (masked != body)
    assert not still_there(masked, PERSON)


def test_windows_1252_is_masked_by_entities_and_keeps_its_other_bytes() -> None:
    body = "<p>Søg \x96 Bo Lyngsø’s søn</p>".encode("cp1252", "replace")
    assert mask_page(body, PERSON) == body.replace("Bo Lyngsø’s".encode("cp1252"), b"&#9608;" * 11)


@pytest.mark.parametrize("printed", ["A\u030ase Holm", "A&#778;se Holm", "&Aring;SE HOLM"])
def test_a_letter_and_its_mark_are_one(printed: str) -> None:
    masked = mask_page(f"<p>{printed}</p>".encode(), [name_target("Åse Holm")])
    assert masked.decode() == "<p>████████</p>"


def test_one_bad_byte_hides_nobody() -> None:
    body = b"\xff<p>Bo Lyngs\xc3\xb8 og Bo Lyngs\xf8</p>"
    assert mask_page(body, PERSON) == b"\xff<p>" + b"&#9608;" * 9 + b" og " + b"&#9608;" * 9 + b"</p>"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_masked_in_its_own_writing(codec: str) -> None:
    body = "\ufeff<p>Bo Lyngsø</p>".encode(codec) + b"x"
    assert mask_page(body, PERSON) == f"\ufeff<p>{BLANK}</p>".encode(codec) + b"x"

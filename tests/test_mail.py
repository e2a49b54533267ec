"""E-mail files as a source: parts, charsets, transfer encodings, addresses, and messages that are broken."""

import base64
import quopri
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BodyTooLarge, FetchError, TruncatedBody, Unreadable
from pipeline.fetch.mail import pages_in_mail
from pipeline.settings import Settings
from schemas.page import RawPage

SETTINGS = Settings()
HTML = "<h1>Ærø Kommune</h1><p>Har kommunen en strategi?</p><p>Nej, ikke endnu – først i år.</p>"
PLAIN = "Kære læser\n\nHar kommunen en strategi?\nNej & ja, 5 < 6.\n"


def read(path: Path, content: bytes) -> list[RawPage | FetchError]:
    path.write_bytes(content)
    return list(pages_in_mail(path, SETTINGS))


def only(path: Path, content: bytes) -> RawPage:
    (page,) = read(path, content)
    assert isinstance(page, RawPage)
    return page


def raw(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(["From: a@news.example", "MIME-Version: 1.0", *headers]).encode() + b"\r\n\r\n" + body


def newsletter() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Status på Ærø"
    message["Date"] = "Tue, 24 Nov 2026 12:00:00 +0100"
    message.set_content(PLAIN)
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(b"<p>an attachment</p>", maintype="text", subtype="html", filename="x.html")
    return message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letter.eml"


def test_the_html_part_is_the_page(path: Path) -> None:
    page = only(path, newsletter().as_bytes())
    assert page.body.decode().strip() == HTML
    assert (page.url, page.content_type, page.fetched_at) == (path.as_uri(), "text/html; charset=utf-8", None)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable", "8bit"])
def test_charset_and_transfer_encoding_are_those_of_the_part(path: Path, charset: str, coding: str) -> None:
    text = HTML.replace("–", "-").encode(charset)
    coded = {"base64": base64.encodebytes(text), "quoted-printable": quopri.encodestring(text), "8bit": text}[coding]
    page = only(path, raw(coded, f"Content-Type: text/html; charset={charset}", f"Content-Transfer-Encoding: {coding}"))
    assert page.body.strip() == text
    assert page.content_type == f"text/html; charset={charset}"


def test_plain_text_becomes_paragraphs_under_its_subject(path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Status <på> Ærø"
    message.set_content(PLAIN, cte="quoted-printable")
    body = only(path, message.as_bytes()).body.decode()
    assert "<h1>Status &lt;p&#229;&gt; &#198;r&#248;</h1>" in body
    assert "<p>Kære læser</p>\n<p>Har kommunen en strategi?<br>\nNej &amp; ja, 5 &lt; 6.</p>" in body


def test_flowed_text_goes_on_over_soft_breaks(path: Path) -> None:
    head = ("Content-Type: text/plain; charset=utf-8; format=flowed",)
    assert (
        b"<p>Nej, ikke endnu.<br>\n-- <br>\nHilsen</p>"
        in only(path, raw(b"Nej, ikke \nendnu.\n-- \nHilsen", *head)).body
    )


def test_an_attached_message_is_a_page_of_its_own(path: Path) -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer.set_content("Se her")
    outer.add_attachment(newsletter())
    pages = read(path, outer.as_bytes())
    assert [b"Se her" in page.body for page in pages if isinstance(page, RawPage)] == [True, False]
    assert isinstance(pages[1], RawPage)
    assert pages[1].body.decode().strip() == HTML


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (
            '<a class="x" href="https://news.example/1?a=1&amp;b=2"><span>Vis i din</span> browser</a>',
            "https://news.example/1?a=1&b=2",
        ),
        ("<A HREF='https://news.example/2'>View in browser</A>", "https://news.example/2"),
        ('<a href="https://news.example/3">Læs online-version</a>', "https://news.example/3"),
        ('<a href="https://news.example/4">En browser til børn</a>', None),
        ('<a href="javascript:alert(1)">Vis i browser</a>', None),
        (f'<a href="https://news.example/{"x" * 3000}">Vis i browser</a>', None),
    ],
)
def test_the_link_to_read_it_in_a_browser_is_the_address(path: Path, link: str, url: str | None) -> None:
    page = only(path, raw((link + HTML).encode(), "Content-Type: text/html; charset=utf-8"))
    assert page.url == (url or path.as_uri())


def test_the_message_s_own_archive_address_counts_and_the_list_s_does_not(path: Path) -> None:
    headers = ("Content-Type: text/html", "List-Archive: <https://lists.example/all>")
    assert only(path, raw(b"<p>x", *headers)).url == path.as_uri()
    assert only(path, raw(b"<p>x", *headers, "Archived-At: <https://lists.example/1>")).url == "https://lists.example/1"


def test_a_message_that_was_cut_is_no_page(path: Path) -> None:
    whole = newsletter().as_bytes()
    (outcome,) = read(path, whole[: whole.index(b"filename=")])
    assert isinstance(outcome, TruncatedBody)
    coded = base64.b64encode(HTML.encode())[:-3]
    (outcome,) = read(path, raw(coded, "Content-Type: text/html", "Content-Transfer-Encoding: base64"))
    assert isinstance(outcome, TruncatedBody)


def test_what_holds_no_text_or_too_much_is_named(path: Path) -> None:
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    for content, error in (
        (b"", Unreadable),
        (raw(b"R0lG", "Content-Type: image/gif", "Content-Transfer-Encoding: base64"), Unreadable),
        (nested, Unreadable),
        (nested[:4000] + b"\n" * 1_000_000, Unreadable),
        (raw(b"--b\n\nx\n" * 1500 + b"--b--", "Content-Type: multipart/mixed; boundary=b"), Unreadable),
        (raw(b"x" * SETTINGS.decoded_bytes), BodyTooLarge),
    ):
        (outcome,) = read(path, content)
        assert type(outcome) is error
        assert outcome.source == str(path)


def test_a_charset_that_is_none_is_left_out(path: Path) -> None:
    for charset in ('charset="x; y"', "charset*0*=x'y'%ff", "charset=\xff", "charset="):
        assert only(path, raw(b"<p>x", f"Content-Type: text/html; {charset}")).content_type in {
            "text/html",
            "text/html; charset=x",
        }


def test_a_file_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(Unreadable, match="No such file"):
        list(pages_in_mail(path, SETTINGS))


_FRAGMENTS = (
    rb"Content-Type: |multipart/mixed|text/html|text/plain|message/rfc822|; boundary=b|--b|--b--| |; charset=|utf-8|?="
    rb"|; charset*0*=x'y'%ff|base64|x-uuencode|begin 666 x|Content-Transfer-Encoding: |Subject: |=?utf-8?b?|=?x?q?="
    rb"|Archived-At: <|<a href=|; format=|Content-Disposition: |attachment|message/delivery-status|message/partial"
    rb"|message/external-body|<p>"
    b"|\n|\n\n|\r\n|\xff\x00"
).split(b"|")


@given(st.lists(st.sampled_from(_FRAGMENTS) | st.binary(max_size=6), max_size=40))
def test_no_message_makes_the_reader_stumble(pieces: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        outcomes = read(Path(folder, "x.eml"), b"".join(pieces))
    assert outcomes
    assert all(isinstance(outcome, RawPage | FetchError) for outcome in outcomes)

"""Pages from e-mail files (`.eml`, RFC 5322): newsletters that were sent and never put on the web.

The part's bytes stay as they are, with the charset that the part declares; a message of plain text becomes the
simplest HTML, so that what follows knows one kind of page.
"""

import html
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
)
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice
from pathlib import Path
from typing import Final

from pipeline.errors import BodyTooLarge, FetchError, TruncatedBody, Unreadable
from pipeline.settings import Settings
from schemas.page import RawPage

_MOST_NESTED: Final = 100
"""Newsletters nest a handful of times."""
_MOST_LOOKS: Final = 20_000_000
"""Each level costs the parser a look at every line; so many take some two seconds."""
_MOST_PARTS: Final = 1000
_NESTING: Final = re.compile(rb"(?i)\bcontent-type[ \t]{0,20}:\s{0,20}(?:multipart|message)/")
_CUT: Final = (CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET: Final = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")
_ANCHORED: Final = re.compile(r"<(https?://[^<>\s]{1,4000})>")
_ANCHOR: Final = re.compile(rb"(?i)<a\s([^<>]{1,4000})>")
_HREF: Final = re.compile(rb"""(?i)\bhref\s{0,9}=\s{0,9}["'](https?://[^"'<>\s]{1,4000})["']""")
_TAG: Final = re.compile(rb"<[^<>]{0,400}>")
_OWN_PAGE: Final = re.compile(
    rb"(?i)\b(?:i|in)\s{1,9}(?:din\s{1,9}|en\s{1,9}|your\s{1,9}|a\s{1,9})?(?:web)?browser|webversion"
    rb"|online[- ]version|\b(?:vis|se|view|read)\s{1,9}online"
)
_MOST_ANCHORS: Final = 500
_ANCHOR_BYTES: Final = 400
_SOFT_BREAK: Final = re.compile(rb"(?<!\n--) \r?\n")
_EMPTY_LINE: Final = re.compile(rb"\r?\n[ \t]{0,200}\r?\n\s{0,2000}")


def pages_in_mail(path: Path, settings: Settings) -> Iterator[RawPage | FetchError]:
    """The pages of a message and of the messages attached to it: the HTML parts, or else the plain text.

    Their address is the one that the message names for itself (Archived-At, or its link to be read in a browser), else
    the file's. List-Archive is none: all messages of a list share it. What is no whole message is an error in its
    place: Unreadable, TruncatedBody, BodyTooLarge. Raises Unreadable for a file that cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(settings.decoded_bytes + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise Unreadable(message, source=str(path)) from error
    if len(content) > settings.decoded_bytes:
        yield BodyTooLarge(f"the message is larger than {settings.decoded_bytes} bytes", source=str(path))
    elif _nests_too_much(content):
        yield Unreadable("the message nests too often for its length", source=str(path))
    else:
        yield from _outcomes(path, message_from_bytes(content), settings)


def _nests_too_much(content: bytes) -> bool:
    nested = len(_NESTING.findall(content))
    return nested > _MOST_NESTED or nested * content.count(b"\n") > _MOST_LOOKS


def _outcomes(path: Path, whole: Message, settings: Settings) -> Iterator[RawPage | FetchError]:
    parts = tuple(islice(whole.walk(), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS:
        yield Unreadable(f"the message has more than {_MOST_PARTS} parts", source=str(path))
        return
    found = [(message, part) for message in _messages(whole) for part in _texts(message)]
    for message, part in found:
        page = _page(path, message, part, settings)
        if any(isinstance(defect, _CUT) for one in (*message.walk(), part) for defect in one.defects):
            yield TruncatedBody("the message ends before its end", source=str(path))
        else:
            yield page
    if not found:
        yield Unreadable("the message holds no text", source=str(path))


def _messages(whole: Message) -> Iterator[Message]:
    """A message, and those attached to it at any depth."""
    yield whole
    for part in whole.walk():
        if part is not whole and part.get_content_type() == "message/rfc822" and part.is_multipart():
            yield from _inside(part)


def _inside(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (one for one in payload if isinstance(one, Message))


def _texts(message: Message) -> tuple[Message, ...]:
    """The parts of a message that are its text: all of HTML, else the first of plain text."""
    leaves = tuple(part for part in _leaves(message) if part.get_content_disposition() != "attachment")
    pages = tuple(part for part in leaves if part.get_content_type() in _HTML and _bytes(part).strip())
    plain = (part for part in leaves if part.get_content_type() == "text/plain" and _bytes(part).strip())
    return pages or tuple(islice(plain, 1))


def _leaves(message: Message) -> Iterator[Message]:
    """The innermost parts, without those of attached messages."""
    if not message.is_multipart():
        yield message
    elif message.get_content_maintype() != "message":
        for part in _inside(message):
            yield from _leaves(part)


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _page(path: Path, message: Message, part: Message, settings: Settings) -> RawPage:
    body = _bytes(part)
    own = _own_address(message, body)
    if part.get_content_type() == "text/plain":
        body = _as_html(_subject(message), body, flowed=str(part.get_param("format", "")).lower() == "flowed")
    charset = part.get_content_charset() or ""
    declared = f"; charset={charset}" if _CHARSET.fullmatch(charset) else ""
    url = own if own is not None and len(own) <= settings.url_chars else path.absolute().as_uri()
    return RawPage(url=url, body=body, content_type=f"text/html{declared}")


def _own_address(message: Message, body: bytes) -> str | None:
    """Where the message says that it can be read on the web."""
    if archived := _ANCHORED.search(str(message.get("Archived-At", ""))):
        return archived[1]
    for anchor in islice(_ANCHOR.finditer(body), _MOST_ANCHORS):
        words = body[anchor.end() : anchor.end() + _ANCHOR_BYTES].partition(b"</a")[0]
        if _OWN_PAGE.search(_TAG.sub(b" ", words)) and (target := _HREF.search(anchor[1])):
            return html.unescape(target[1].decode("utf-8", "replace"))
    return None


def _subject(message: Message) -> str:
    printed = message.get("Subject", "")
    try:
        return str(make_header(decode_header(printed)))
    except (HeaderParseError, LookupError, ValueError):
        return str(printed)  # as it stands, where its coding is broken


def _as_html(subject: str, text: bytes, *, flowed: bool) -> bytes:
    """Set plain text as HTML: empty lines part paragraphs, line breaks stay; in the charset that the text has."""
    if flowed:  # RFC 3676: a blank before the end of a line means that the line goes on
        text = _SOFT_BREAK.sub(b" ", text)
    for mark, reference in ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;")):
        text = text.replace(mark, reference)
    blocks = (block.strip().replace(b"\n", b"<br>\n") for block in _EMPTY_LINE.split(text))
    title = html.escape(subject).encode("ascii", "xmlcharrefreplace")
    head = b"<!DOCTYPE html>\n<title>%b</title>\n<article>\n<h1>%b</h1>\n" % (title, title)
    return head + b"".join(b"<p>%b</p>\n" % block for block in blocks if block) + b"</article>\n"

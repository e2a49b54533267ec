"""Pages that are heavy to parse or to read, up to the limits of the product and past them."""

from collections.abc import Iterator
from typing import Final

from .article import ASKED, STRATEGY, TITLE, Page
from .case import MIB, Outcome, PageCase, warned
from .many import MANY

TEXT: Final = 480_000
"""Characters of text, a little less than a page may hold."""
TAGS: Final = 96_000
"""Tags, a few less than a page may hold."""


def _past(reason: str) -> Outcome:
    return Outcome(reason, "quarantined")


def _answer(more: str) -> bytes:
    return Page(answer=more).bytes()


def _words(piece: str, length: int = TEXT) -> bytes:
    return _answer(f"<p>{piece * (length // len(piece))}</p>")


def _numbered(pattern: str, times: int) -> str:
    return "".join(pattern.format(number) for number in range(times))


def _reopened() -> bytes:
    """Formatting that is never closed is opened again in every paragraph: tags times tags elements."""
    return Page(before=_numbered("<b id={}>", TAGS // 2) + "<p>x" * (TAGS // 2)).bytes()


def _named_often() -> bytes:
    names = _numbered('<meta property="og:title" content="Socialøkonomi {}">', TAGS // 3)
    return Page(head=names, before="<h2>Socialøkonomi i en kommune</h2>" * (TAGS // 3)).bytes()


def _long_names() -> bytes:
    return Page(title=TITLE + " og" * 400_000).bytes()


def _sisters() -> bytes:
    links = _numbered('<li><a href="/{0}">Aalborg {0}</a></li>', TAGS // 4)
    return Page(after=f"<p>Se også</p><ul>{links}</ul>").bytes().replace(b"</article>", b"")


def _marks() -> bytes:
    return _answer('<p>Se også</p><p><a href="/x">Andet</a></p>' * (TAGS // 12))


def _deep_items() -> bytes:
    return _answer("<li><div>" * 120 + "<b>x </b>" * (TAGS // 2 - 500))


def _deep_tables() -> bytes:
    return _answer("<table><tr><td>" * 55 + "<b>x </b>" * (TAGS // 2 - 500))


def _attributes() -> Iterator[str]:
    yield from (f"a{number}=x" for number in range(999))


def _limits() -> Iterator[PageCase]:
    """Past a limit: turned down before a parser sees it."""
    yield PageCase("paragraphs-1M", lambda: b"<p>" * 1_000_000, _past("too_many_tags"))
    yield PageCase("nested-divs", lambda: Page(before="<div>" * 50_000).bytes(), _past("too_deep"))
    yield PageCase("tag-of-5-MiB", lambda: Page(before="<p x='" + "a" * 5 * MIB).bytes() + b"'>", _past("tag_too_long"))
    yield PageCase(
        "attribute-flood", lambda: Page(before=f"<p {_numbered('a{}=x ', 5000)}>").bytes(), _past("too_many_attributes")
    )
    yield PageCase(
        "attribute-flood-slashed",
        lambda: Page(before=f"<p/{_numbered('a{}/', 9000)}>").bytes(),
        _past("too_many_attributes"),
    )
    yield PageCase("body-of-11-MiB", lambda: Page().bytes() + b" x" * (11 * MIB // 2), _past("body_too_large"))
    yield PageCase("text-of-5-MiB", lambda: _words("ord ", 5 * MIB), _past("text_too_long"))
    yield PageCase("nested-unknown", lambda: _answer("<x>" * 3000 + "bund"), _past("too_deep"))
    yield PageCase("nested-formatting", lambda: _answer("<b>" * 1000 + "<code>" * 1000 + "bund"), _past("too_deep"))
    yield PageCase("nested-items", lambda: _answer("<ul><li>" * 5000), _past("too_deep"))
    yield PageCase("nested-buttons", lambda: _answer("<label>" * 2000 + "bund"), _past("too_deep"))
    yield PageCase("nested-with-false-ends", lambda: _answer("<div></section>" * 2000), _past("too_deep"))


def _parsed() -> Iterator[PageCase]:
    """Below every limit of bytes and tags, and work for a parser."""
    yield PageCase("entities-of-5-MiB", lambda: _words("&amp; ", 5 * MIB), _past("text_too_long"))
    yield PageCase("nested-unknown-at-the-limit", lambda: _answer("<x>" * (TAGS // 2) + "bund"), _past("too_deep"))
    yield PageCase(
        "nested-with-false-ends-at-the-limit", lambda: _answer("<div></section>" * 20_000), _past("too_deep")
    )
    yield PageCase("paragraphs-at-the-limit", lambda: _answer("<p>" * TAGS))
    yield PageCase("lines-at-the-limit", lambda: _answer("x<br>" * TAGS))
    yield PageCase("comments-at-the-limit", lambda: _answer("<!-- x -->" * TAGS))
    yield PageCase("cells-by-ten-thousands", lambda: _answer("<table><tr>" + "<td>1" * (TAGS // 2) + "</table>"))
    yield PageCase("rows-at-the-limit", lambda: _answer("<table>" + "<tr><td>a<td>b" * (TAGS // 3) + "</table>"))
    yield PageCase("tables-deep", _deep_tables)
    yield PageCase("items-deep", _deep_items)
    yield PageCase("formatting-reopened", _reopened, _past("too_deep"))
    yield PageCase("names-and-headings", _named_often, holds=(TITLE,))
    yield PageCase("name-and-heading-long", _long_names, _past("text_too_long"))
    yield PageCase(
        "times-nested",
        lambda: Page(before='<time datetime="x">' * 40_000, json_ld="").bytes(),
        warned("no_publication_date"),
    )
    yield PageCase(
        "templates-nested", lambda: Page(before="<template>" * TAGS).bytes(), Outcome("questions_missing", "drift")
    )
    yield PageCase("foreign-nested", lambda: Page(before="<svg>" * TAGS).bytes())
    yield PageCase("attributes-at-the-limit", lambda: Page(before=f"<p {' '.join(_attributes())}>" * 700).bytes())
    yield PageCase("classes-at-the-limit", lambda: Page(before=f'<p class="{"a-b " * 900}">' * 80).bytes())
    yield PageCase("styles-at-the-limit", lambda: Page(before=f'<p style="{"display: " * 900}">' * 80).bytes())
    yield PageCase("sign-ups", lambda: _answer("<p>Tilmeld dig" * TAGS).replace(b"</p></p>", b"</p>"))
    yield PageCase("textarea-of-5-MiB", lambda: Page(after="<textarea>" + "x " * 2 * MIB).bytes())


def _read() -> Iterator[PageCase]:
    """Text as long as it may be, aimed at the readers."""
    yield PageCase("sister-links", _sisters)
    yield PageCase("sister-marks", _marks)
    yield PageCase("headings-that-ask", lambda: _answer("<h2>Hvorfor det?</h2>" * (TAGS // 8)))
    yield PageCase(
        "headings-that-ask-the-same", lambda: _answer(f"<h2>{STRATEGY}</h2>" * 10_000), warned("repeated_question")
    )
    yield PageCase("lines-that-ask", lambda: _answer("Hvor mange er der?<br>" * 20_000), warned("repeated_question"))
    yield PageCase("questions-in-one-line", lambda: _words("Har vi en strategi? "))
    yield PageCase("open-brackets", lambda: _words("(", 10_000), warned("long_run"))
    yield PageCase("question-marks", lambda: _words("?", 100_000), warned("long_run"))
    yield PageCase("no-white-space", lambda: _words("a"), warned("long_run"))
    yield PageCase("dots-and-letters", lambda: _words("a."), warned("long_run"))
    yield PageCase("prose", lambda: _words(ASKED[0][1] + " "))
    yield PageCase("denials", lambda: _words("ikke "))
    yield PageCase("digits", lambda: _words("1 "))
    yield PageCase("names", lambda: _words("Frida Tarp "))
    yield PageCase("commas", lambda: _words(", og "))
    yield PageCase("addresses", lambda: _words("a.b@c.example 12 34 56 78 "))
    yield PageCase("pointers", lambda: _words("se ovenstående svar ", 100_000), warned("pointer_without_target"))


LIMITS: Final = tuple(_limits())
WEIGHT: Final = (*LIMITS, *_parsed(), *_read(), *MANY)

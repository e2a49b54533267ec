"""Bytes that lie about their letters: marks, labels, broken sequences, characters that nobody sees."""

import codecs
from functools import partial
from typing import Final

from .article import DATED, TITLE, Page
from .case import OK, PageCase, warned

_EXACT: Final = (TITLE, "Køber kommunen ind hos socialøkonomiske virksomheder?")
_BAD: Final = warned("bad_bytes")
_TAKEN_OUT: Final = warned("control_characters")


def _utf16(order: str, mark: bytes = b"") -> bytes:
    return mark + Page().html().encode(f"utf-16-{order}")


def _western(charset: str = "utf-8", more: str = "") -> bytes:
    """The page in windows-1252, declared as another charset."""
    page = Page(answer=f"<p>{more}</p>" if more else "").html()
    return page.replace('charset="utf-8"', f'charset="{charset}"').encode("windows-1252")


def _undeclared() -> bytes:
    return Page().html().replace('<meta charset="utf-8">', "").encode("windows-1252")


def _answer(words: bytes | str) -> bytes:
    raw = words if isinstance(words, bytes) else words.encode()
    return Page(instead="<p>Ja, vi har en strategi HERE i kommunen.</p>").bytes().replace(b"HERE", raw)


def _mangled() -> bytes:
    """Every letter encoded twice, as a careless move of a database does."""
    return Page().bytes().decode("windows-1252", "replace").encode()


def _nuls() -> bytes:
    return Page().bytes().replace(b"strategi", b"stra\x00tegi")


def _sprinkled(marks: str) -> bytes:
    return Page().html().replace("virksomheder", f"virk{marks}somheder").encode()


LABELS: Final = ("utf-7", "idna", "punycode", "unicode_escape", "undefined", "rot13", "hz", "utf-32", "x" * 5000)
"""What Python takes for codecs, or nearly; no browser does, and none is a charset of the web."""

ENCODINGS: Final = (
    PageCase("utf8-bom", lambda: codecs.BOM_UTF8 + Page().bytes(), holds=_EXACT),
    PageCase("utf16-le-bom", lambda: _utf16("le", codecs.BOM_UTF16_LE), holds=_EXACT),
    PageCase("utf16-be-bom", lambda: _utf16("be", codecs.BOM_UTF16_BE), holds=_EXACT),
    PageCase("utf16-le-declared", lambda: _utf16("le"), holds=_EXACT, content_type="text/html; charset=utf-16le"),
    PageCase(
        "bom-before-another-header",
        lambda: codecs.BOM_UTF8 + Page().bytes(),
        holds=_EXACT,
        content_type="text/html; charset=gb18030",
    ),
    PageCase("utf8-bom-lies", lambda: codecs.BOM_UTF8 + _western(), _BAD),
    PageCase("utf16-bom-odd-byte", lambda: _utf16("le", codecs.BOM_UTF16_LE) + b"\x00", _BAD),
    PageCase("utf8-declared-latin1", lambda: Page().bytes().replace(b'"utf-8"', b'"iso-8859-1"'), holds=_EXACT),
    PageCase("western-declared-utf8", _western, _BAD, _EXACT),
    PageCase("western-undeclared", _undeclared, holds=_EXACT),
    *(PageCase(f"western-declared-{label[:20]}", partial(_western, label), holds=_EXACT) for label in LABELS),
    PageCase(
        "utf7-markup", lambda: _western("utf-7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"), holds=("+ADw-script",)
    ),
    PageCase("gb18030-lies", lambda: _western("gb18030"), _BAD),
    *(
        PageCase(f"{codec}-undeclared", partial(Page().html().encode, codec), _TAKEN_OUT)
        for codec in ("utf-16-le", "utf-16-be", "utf-32")
    ),
    *(
        PageCase(f"header-lies-{name[:12]}", Page().bytes, holds=_EXACT, content_type=f"text/html; charset={name}")
        for name in ("utf-16", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "cp037", "zlib", "x" * 100_000)
    ),
    PageCase("header-junk", _undeclared, holds=_EXACT, content_type='text/html; charset="' + "\u00e6" * 9000),
    PageCase("overlong", lambda: _answer(b"\xc0\xbcscript\xc0\xbe"), _BAD, lacks=("<script",)),
    PageCase("encoded-surrogates", lambda: _answer(b"\xed\xa0\x80\xed\xb0\x80"), _BAD),
    PageCase("cut-sequence", lambda: Page(after="<p>").bytes() + b"\xc3", _BAD),
    PageCase("nul-in-words", _nuls, _TAKEN_OUT, holds=("en strategi siden 2016",), lacks=("\\u0000",)),
    PageCase("nul-in-tags", lambda: Page().bytes().replace(b"<h2>", b"<h\x002>"), _TAKEN_OUT),
    PageCase("escape-characters", lambda: _answer("\x1b[31m\x07\x08"), _TAKEN_OUT, lacks=("\\u001b", "\x1b")),
    PageCase("bidi", lambda: _answer("\u202e\u2066igetarts\u2069"), _TAKEN_OUT, lacks=("\u202e", "\u2066")),
    PageCase(
        "bidi-entities", lambda: _answer("&#x202e;&#8294;igetarts&#x2069;"), _TAKEN_OUT, lacks=("\u202e", "\u2066")
    ),
    PageCase("control-entities", lambda: _answer("&#27;[31m&#7;&#1;"), _TAKEN_OUT, lacks=("\\u001b", "\\u0001")),
    PageCase(
        "entities-of-nothing", lambda: _answer("&#0;&#xD800;&#x110000;&#99999999999999;&#x;&unknown;"), OK, ("\ufffd",)
    ),
    PageCase("soft-hyphens", lambda: _sprinkled("\u00ad" * 500), holds=_EXACT, lacks=("\u00ad",)),
    PageCase("zero-width-run", lambda: _sprinkled("\u200b\u200d\ufeff\u2060" * 5000), holds=_EXACT, lacks=("\u200b",)),
    PageCase("combining-flood", lambda: _answer("a" + "\u0301" * 100_000), warned("long_run")),
    PageCase("selectors-flood", lambda: _answer("a\ufe0f" * 20_000), warned("long_run")),
    PageCase("no-characters", lambda: _answer("\ufffe\uffff\U0010ffff\ufdd0")),
    PageCase("mojibake", _mangled, warned("mojibake"), ("Socialøkonomi i Kolding Kommune",)),
    PageCase("decomposed-letters", lambda: Page().html().replace("å", "a\u030a").encode(), holds=("på 25 20 01 31",)),
    PageCase(
        "surrogates-in-json-ld",
        lambda: (
            Page(json_ld=DATED[:-1] + ', "headline": "\\ud83d status \\udfff"}')
            .bytes()
            .replace(b"<h1>", b"<p>")
            .replace(b"</h1>", b"</p>")
        ),
    ),
)

"""Markup that parsers disagree about, and text that only looks like an article."""

from functools import partial
from typing import Final

from .article import ASKED, STRATEGY, TITLE, Page
from .case import OK, Outcome, PageCase, warned

DRIFTED: Final = Outcome("questions_missing", "drift")
NO_ARTICLE: Final = Outcome("no_known_question", "not_an_article")
_FAKE: Final = "<h2>Har kommunen en strategi for socialøkonomi?</h2><p>Nej, FALSK.</p>"
_FAKE_SET: Final = "".join(f"<h2>{question}</h2><p>Nej, FALSK.</p>" for question, _ in ASKED)
_NO_DATE: Final = warned("no_publication_date")
_WHOLE: Final = tuple(answer for _, answer in ASKED)


def _inside(opening: str, closing: str) -> bytes:
    """The article inside something that is no text."""
    body = Page().html().partition("<article>")[2].partition("</article>")[0]
    return f"<!DOCTYPE html><title>{TITLE}</title><body>{opening}{body}{closing}</body>".encode()


def _before(more: str) -> bytes:
    return Page(before=more).bytes()


def _answer(more: str) -> bytes:
    return Page(answer=more).bytes()


UNSEEN: Final = {
    "comment": ("<!--", "-->"),
    "comment-unclosed": ("<!--", ""),
    "template": ("<template>", "</template>"),
    "noscript": ("<noscript>", "</noscript>"),
    "textarea": ("<textarea>", "</textarea>"),
    "script": ("<script>", "</script>"),
    "script-unclosed": ("<script>", ""),
    "style": ("<style>", "</style>"),
    "iframe": ("<iframe>", "</iframe>"),
    "svg-title": ("<svg><desc>", "</desc></svg>"),
}

UNSHOWN: Final = {
    "hidden": "<p hidden>{}</p>",
    "display-none": '<p style="display: none">{}</p>',
    "visibility": '<p style="visibility: hidden">{}</p>',
    "for-screen-readers": '<p class="screen-reader-text">{}</p>',
    "declaration": "<!ENTITY x '{}'>",
    "instruction": "<?php {} ?>",
    "end-tag": "</ {}>",
    "srcset": '<picture><source srcset="{}"><img alt="{}"></picture>',
    "template-in-a-table": "<table><template><tr><td>{}</template></table>",
    **{name: f"<{name}>{{}}</{name}>" for name in "template noscript textarea object iframe script style svg".split()},
    **{name: f"<{name}>{{}}</{name}>" for name in "noframes noembed dialog video audio canvas title".split()},
    **{name: f"<{name}>{{}}</{name}>" for name in "progress meter datalist".split()},
    "annotation": "<math><annotation>{}</annotation></math>",
    "ruby": "<ruby>x<rp>{}</rp></ruby>",
}
"""Where a browser shows nothing, inside an answer."""

HIDING: Final = {
    "hidden-attribute": "<div hidden>{}</div>",
    "display-none": '<div style="display:none">{}</div>',
    "display-none-spaced": '<div style="DISPLAY : NONE !important">{}</div>',
    "visibility": '<div style="visibility:hidden">{}</div>',
    "comment": "<!-- {} -->",
    "template": "<template>{}</template>",
    "noscript": "<noscript>{}</noscript>",
    "svg": "<svg><foreignObject>{}</foreignObject></svg>",
    "select": "<select><option>{}</option></select>",
    "object": "<object>{}</object>",
    "iframe-srcdoc": '<iframe srcdoc="{}"></iframe>',
    "aria-hidden": '<div aria-hidden="true" style="position:absolute;left:-9999px">{}</div>',
    "font-size": '<div style="font-size:0">{}</div>',
    "conditional": "<!--[if IE]>{}<![endif]-->",
    "attribute": '<p title="{}"></p>',
}

MARKUP: Final = (
    *(PageCase(f"article-in-{name}", partial(_inside, *pair), DRIFTED) for name, pair in UNSEEN.items()),
    *(
        PageCase(f"fake-answer-{name}", partial(_before, how.format(_FAKE)), lacks=("FALSK",))
        for name, how in HIDING.items()
    ),
    *(
        PageCase(f"unshown-{name}", partial(_answer, how.replace("{}", "FALSK")), OK, _WHOLE, ("FALSK",))
        for name, how in UNSHOWN.items()
    ),
    PageCase("article-hidden-until-a-click", lambda: _inside("<div hidden>", "</div>"), _NO_DATE),
    PageCase("fake-questionnaire-hidden", lambda: _before(f"<div hidden>{_FAKE_SET}</div>"), lacks=("FALSK",)),
    PageCase(
        "fake-questionnaire-below",
        lambda: Page(after=f'<div style="display:none">{_FAKE_SET}</div>').bytes(),
        lacks=("FALSK",),
    ),
    PageCase("cdata", lambda: _answer("<p><![CDATA[<h2>Falsk?</h2>]]></p>")),
    PageCase("plaintext", lambda: Page(after="<plaintext>" + "<b>x" * 1000).bytes()),
    PageCase("plaintext-before", lambda: _before("<plaintext>"), DRIFTED),
    PageCase("comment-unclosed-at-the-end", lambda: Page(after="<!-- " + _FAKE).bytes(), lacks=("FALSK",)),
    PageCase("comment-abrupt", lambda: _answer("<!--><p>Ses</p>--><!---><!--!>-->"), holds=("Ses",)),
    PageCase(
        "mathml-mutation",
        lambda: _answer("<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'>"),
        OK,
        ("Der er 12",),
        ("onerror",),
    ),
    PageCase(
        "svg-mutation", lambda: _answer("<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>"), OK, _WHOLE[1:]
    ),
    PageCase(
        "misnested", lambda: _answer("<b><i><p>Midt</b></i></p></table></div></body></html>"), holds=("Midt", *_WHOLE)
    ),
    PageCase("foster-parented", lambda: _answer("<table><p>Hvad<tr><td>celle</table>"), holds=("celle", *_WHOLE)),
    PageCase("form-in-form", lambda: _before("<form><div></form><form>" * 50), holds=_WHOLE),
    PageCase("frameset", lambda: b"<frameset><frame src=x></frameset>" + Page().bytes(), NO_ARTICLE),
    PageCase(
        "html-in-the-middle", lambda: _answer("<html><head><title>Andet</title><body class=x>"), holds=(TITLE, *_WHOLE)
    ),
    PageCase("same-ids", lambda: _before('<div id="x" class="content"></div>' * 5000), holds=_WHOLE),
    PageCase("cut-in-a-tag", lambda: Page(after='<a href="').bytes()[:-15], holds=_WHOLE),
    PageCase("cut-in-the-middle", lambda: Page().bytes()[: Page().bytes().index("Køber".encode())], holds=_WHOLE[:3]),
    PageCase(
        "upper-case",
        lambda: Page().html().replace("<p>", "<P>").replace("h2>", "H2>").replace("article>", "ARTICLE>").encode(),
        holds=_WHOLE,
    ),
    PageCase("slashes-for-spaces", lambda: Page().html().replace("<p>", "<p/class=x/>").encode(), holds=_WHOLE),
    PageCase("xml-declaration", lambda: b'<?xml version="1.0" encoding="utf-7"?>' + Page().bytes(), holds=_WHOLE),
    PageCase(
        "doctype-bomb",
        lambda: b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + _answer("<p>&b;</p>"),
        OK,
        _WHOLE,
    ),
    PageCase(
        "external-entity",
        lambda: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _answer("<p>&x;</p>"),
        OK,
        _WHOLE,
        ("root:",),
    ),
    PageCase("entity-flood", lambda: _answer("<p>" + "&lt;&amp;&NotEqualTilde;" * 20_000 + "</p>"), warned("long_run")),
    PageCase("empty", lambda: b"", Outcome("empty_page", "quarantined")),
    PageCase("blank", lambda: b" \r\n\t" * 100_000, Outcome("empty_page", "quarantined")),
    PageCase("one-tag-open", lambda: b"<", NO_ARTICLE),
    PageCase("image", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100, NO_ARTICLE),
    PageCase(
        "pdf",
        lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + STRATEGY.encode(),
        Outcome("too_few_questions", "not_an_article"),
    ),
    PageCase("json", lambda: b'{"content": {"rendered": "<p>Hej</p>"}}', NO_ARTICLE),
    PageCase("bare-nuls", lambda: bytes(1_000_000), NO_ARTICLE),
)

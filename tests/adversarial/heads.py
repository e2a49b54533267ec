"""What a page says of itself and where it leads: base, canonical, JSON-LD, links."""

from functools import partial
from typing import Final

from .article import DATED, STRATEGY, TITLE, URL, Page
from .case import OK, PageCase, warned

_NO_DATE: Final = warned("no_publication_date")


def _head(more: str) -> bytes:
    return Page(head=more).bytes()


def _linked(target: str) -> bytes:
    return Page(answer=f'<p>Den findes <a href="{target}">her i kommunen</a>.</p>').bytes()


def _json_ld(text: str) -> bytes:
    return Page(json_ld=text).bytes()


def _dated(value: str) -> str:
    return f'{{"@type": "Article", "datePublished": "{value}"}}'


SCRIPTS: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)",
    " \tjavascript:alert(1)",
    "data:text/html,&lt;script>alert(1)&lt;/script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://news.example/1",
)
NO_DAYS: Final = (
    *("0000-01-01", "0001-01-01", "9999-12-31", "99999-01-01", "-2019-01-01", "2019-02-30", "2019-13-01", "2019-00-00"),
    *("\\ud8002019-03-31", "1e5", "+002019-03-31"),
)
"""What stands for a day of publication, and is none."""
MALFORMED: Final = ("http://[", "http://[::1", "//[x]/", "http://a\u2100b.example/", "http://x:99999999/")
"""Addresses at which careless readers of URLs raise."""

HEADS: Final = (
    *(
        PageCase(
            f"link-{number}",
            partial(_linked, target),
            warned("control_characters") if "&#1;" in target else OK,
            lacks=("alert(1)", "msgbox", "etc/passwd", "blob:"),
        )
        for number, target in enumerate(SCRIPTS)
    ),
    *(PageCase(f"malformed-link-{n}", partial(_linked, bad)) for n, bad in enumerate(MALFORMED)),
    *(PageCase(f"malformed-base-{n}", partial(_head, f'<base href="{bad}">')) for n, bad in enumerate(MALFORMED)),
    *(
        PageCase(f"malformed-canonical-{n}", partial(_head, f'<link rel="canonical" href="{bad}">'))
        for n, bad in enumerate(MALFORMED)
    ),
    PageCase(
        "base-javascript",
        lambda: Page(
            head='<base href="javascript:alert(1)//">', answer='<p>Den findes <a href="x">her</a>.</p>'
        ).bytes(),
        lacks=("alert(1)",),
    ),
    PageCase(
        "base-flood",
        lambda: Page(
            head='<base href="https://evil.example/">' * 20_000, answer='<p>Den findes <a href="/x">her</a>.</p>'
        ).bytes(),
    ),
    PageCase(
        "base-of-files",
        lambda: Page(head='<base href="file:///etc/">', answer='<p><a href="passwd">her</a>').bytes(),
        lacks=("file:", "etc/passwd"),
    ),
    PageCase(
        "base-of-data",
        lambda: Page(head='<base href="data:text/html,x">', answer='<p><a href="x">her</a>').bytes(),
        lacks=("data:",),
    ),
    PageCase(
        "refresh", lambda: _head('<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'), lacks=("alert(1)",)
    ),
    PageCase("link-of-two-lines", lambda: _linked("https://evil.example/&#13;&#10;Cookie: x"), lacks=("\\nCookie",)),
    PageCase(
        "canonical-javascript", lambda: _head('<link rel="canonical" href="javascript:alert(1)">'), lacks=("alert(1)",)
    ),
    PageCase(
        "canonical-elsewhere",
        lambda: _head('<link rel="canonical" href="https://evil.example/x">'),
        holds=(f'"url":"{URL}"',),
    ),
    PageCase("canonical-flood", lambda: _head('<link rel="canonical" href="">' * 20_000)),
    PageCase("json-ld-deep", lambda: _json_ld("[" * 200_000), _NO_DATE),
    PageCase("json-ld-deep-graph", lambda: _json_ld('{"@graph":[' * 20_000 + "]}" * 20_000), _NO_DATE),
    *(PageCase(f"json-ld-no-day-{n}", partial(_json_ld, _dated(day)), _NO_DATE) for n, day in enumerate(NO_DAYS)),
    PageCase("json-ld-lists-in-lists", lambda: _json_ld("[" * 100_000 + "]" * 100_000), _NO_DATE),
    PageCase("json-ld-objects-in-objects", lambda: _json_ld('{"a":' * 100_000 + "1" + "}" * 100_000), _NO_DATE),
    PageCase("json-ld-number-past-python", lambda: _json_ld(DATED[:-1] + ', "x": ' + "1" * 4301 + "}"), _NO_DATE),
    PageCase("json-ld-wide", lambda: _json_ld("[" + "{}," * 300_000 + DATED + "]"), _NO_DATE),
    PageCase("json-ld-huge-number", lambda: _json_ld('{"datePublished": ' + "9" * 100_000 + "}"), _NO_DATE),
    PageCase("json-ld-nan", lambda: _json_ld('{"datePublished": NaN, "headline": Infinity}'), _NO_DATE),
    PageCase(
        "json-ld-of-lists",
        lambda: _json_ld('{"@type": [[], {}], "datePublished": ["2019-03-31"], "headline": {}}'),
        _NO_DATE,
    ),
    PageCase("json-ld-date-flood", lambda: _json_ld(_dated("1" * 500_000)), _NO_DATE),
    PageCase(
        "json-ld-date-of-another-world",
        lambda: _json_ld(_dated("0001-01-01T00:00:00+23:59")),
        warned("no_publication_date"),
    ),
    PageCase(
        "json-ld-date-past-the-end",
        lambda: _json_ld(_dated("9999-12-31T23:59:59-23:59")),
        warned("no_publication_date"),
    ),
    PageCase(
        "json-ld-closes-the-script", lambda: _json_ld('{"x": "</script><h2>Falsk?</h2>"}'), _NO_DATE, lacks=("Falsk",)
    ),
    PageCase("time-flood", lambda: Page(json_ld="", before='<time datetime="x">' * 1000).bytes(), _NO_DATE),
    PageCase("title-flood", lambda: _head("<title>Andet</title>" * 10_000), holds=(TITLE,)),
    PageCase("title-unclosed", lambda: b"<title>" + Page().bytes(), holds=(STRATEGY,)),
    PageCase(
        "title-of-markup", lambda: _head("<title>&lt;script>alert(1)&lt;/script></title>"), OK, lacks=("alert(1)",)
    ),
)

"""The pages that everything is measured on: the articles of the fixtures in constructed chrome, 40 to 200 KB each.

The same number of pages is the same pages, byte for byte, on every machine.
"""

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Final
from urllib.parse import urlsplit

from fixtures.site import FOLDERS
from pipeline.run import extract_page
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from tools.bench.chrome import KINDS, Piece

KB: Final = 1000
SMALLEST: Final = 40 * KB
LARGEST: Final = 200 * KB

_STYLE: Final = re.compile(rb"(?i)(<style\b[^>]{0,200}>)[^<]*(?=</style>)")
_HEAD_ENDS: Final = re.compile(rb"(?i)</head>")
_BODY_BEGINS: Final = re.compile(rb"(?i)<body\b[^>]{0,2000}>")
_BODY_ENDS: Final = re.compile(rb"(?i)</body>")
_CANONICAL: Final = re.compile(rb'(rel="canonical" href="[^"?]{1,500})"')
_TITLE: Final = re.compile(rb"(?i)<h1\b")
_SMALL_WORDS: Final = re.compile(rb" (?:og|til|af|med) ")
_MOST_WORDS: Final = 400
"""Words put into one article; the fixtures have places for about 45."""
_CONSONANTS: Final = "bdfgklmnprstv"
_VOWELS: Final = "aeiou"


def articles() -> tuple[RawPage, ...]:
    """The articles of the fixtures as they are."""
    folder = FOLDERS[0]
    return tuple(_page(gold) for gold in sorted(folder.glob("*.gold.json")) if "answers" in _read(gold))


def _page(gold: Path) -> RawPage:
    body = gold.with_name(gold.name.replace(".gold.json", ".html")).read_bytes()
    return RawPage(url=_read(gold)["url"], body=body)


def _read(gold: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(gold.read_text(encoding="utf-8"))
    return found


def dressed_pages(number: int) -> tuple[RawPage, ...]:
    """So many pages, their sizes spread evenly from the smallest to the largest."""
    bases = articles()
    step = (LARGEST - SMALLEST) / max(1, number - 1)
    return tuple(
        dressed(bases[n % len(bases)], round(SMALLEST + n * step), Random(n))  # noqa: S311 -- pages, not secrets
        for n in range(number)
    )


def dressed(page: RawPage, size: int, rng: Random) -> RawPage:
    """The article in other chrome; the page weighs about `size` bytes, or what its article needs."""
    body = _STYLE.sub(rb"\1", page.body)
    pieces: dict[str, list[str]] = {"head": [], "top": [], "bottom": []}
    left = size - len(body)
    for piece in _pieces(rng):
        left -= len(piece.html)
        if left < 0:
            break
        pieces[piece.place].append(piece.html)
    for place, where in (("head", _HEAD_ENDS), ("top", _BODY_BEGINS), ("bottom", _BODY_ENDS)):
        body = _inserted(body, where, "".join(pieces[place]).encode("ascii"), after=place == "top")
    return page.model_copy(update={"body": body})


def _pieces(rng: Random) -> Iterator[Piece]:
    for n in count():
        yield KINDS[n % len(KINDS)](rng)


def _inserted(body: bytes, where: re.Pattern[bytes], html: bytes, *, after: bool) -> bytes:
    found = where.search(body)
    if found is None:
        return body + html
    at = found.end() if after else found.start()
    return body[:at] + html + body[at:]


def changed_records(pages: tuple[RawPage, ...]) -> list[str]:
    """The addresses of pages whose record is another than that of their article without the constructed chrome."""
    plain = {page.url: _bare(extract_page(page)) for page in articles()}
    return [page.url for page in pages if _bare(extract_page(page)) != plain[page.url]]


def _bare(made: StatusRecord | Rejection) -> object:
    """What was made of a page, without the hash of the bytes it was made from."""
    return made.model_dump(exclude={"source": {"page_sha256"}})


def another_article(page: RawPage, number: int, words: int = _MOST_WORDS) -> RawPage:
    """The page as if it were one more article: an address of its own, and words in it that were never seen before.

    A word more after each of the first `words` small words that stand in most sentences: what was remembered of the
    article does not help, as it would not with an article that is really another.
    """
    fresh = count(number * _MOST_WORDS)

    def followed(small: re.Match[bytes]) -> bytes:
        return small.group() + f"{invented(next(fresh))} ".encode("ascii")

    title = _TITLE.search(page.body)
    split = title.start() if title else 0
    head = _CANONICAL.sub(rb'\1?p=%d"' % number, page.body[:split])
    article = _SMALL_WORDS.sub(followed, page.body[split:], count=words)
    address = f"{urlsplit(page.url)._replace(query='').geturl()}?p={number}"
    return page.model_copy(update={"url": address, "body": head + article})


def invented(number: int) -> str:
    """A word for a number, never the same for two; it sounds like one and means nothing."""
    syllables: list[str] = []
    while number or len(syllables) < 3:  # noqa: PLR2004 -- a shorter word could be a real one
        number, consonant = divmod(number, len(_CONSONANTS))
        number, vowel = divmod(number, len(_VOWELS))
        syllables.append(_CONSONANTS[consonant] + _VOWELS[vowel])
    return "".join(syllables) + "x"

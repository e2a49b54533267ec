"""What others do with the bytes of a page, as functions; one that is not installed is left out and named.

They are imported by name, since the project's own environment has none of them.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final
from warnings import catch_warnings

import spacy
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser
from spacy.tokenizer import Tokenizer

from pipeline.run import extract
from schemas.page import RawPage
from schemas.record import StatusRecord
from tools.bench.pages import articles

Task = Callable[[RawPage], object]

OURS: Final = "kommunestatus"
TRAFILATURA: Final = "trafilatura"
LEAST: Final = "the least"


def ours(page: RawPage) -> StatusRecord:
    """Bytes to a validated record."""
    return extract(page.body, url=page.url)


def least(page: RawPage) -> StatusRecord:
    """The least that Python can do for a record: parse the page, tokenise an article, validate a known record."""
    tokenizer, document = _known()
    LexborHTMLParser(page.body)
    for line in document["text"].splitlines():
        tokenizer(line)
    return StatusRecord.model_validate(document)


@cache
def _known() -> tuple[Tokenizer, dict[str, Any]]:
    """A tokenizer, and the record of the first article."""
    return spacy.blank("da").tokenizer, ours(articles()[0]).model_dump()


def _beautiful_soup() -> Task:
    return lambda page: BeautifulSoup(page.body, "lxml")


def _trafilatura() -> Task:
    call = import_module("trafilatura").extract
    return lambda page: call(page.body)


def _trafilatura_fast() -> Task:
    call = import_module("trafilatura").extract
    return lambda page: call(page.body, fast=True)


def _readability() -> Task:
    document = import_module("readability").Document
    return lambda page: document(page.body.decode("utf-8", "replace")).summary()


def _newspaper() -> Task:
    with catch_warnings(action="ignore"):  # of what it could do with more packages
        article = import_module("newspaper").Article

    def task(page: RawPage) -> object:
        made = article(page.url, language="da", fetch_images=False)
        made.download(input_html=page.body.decode("utf-8", "replace"))
        made.parse()
        return made.text

    return task


_MAKERS: Final[Mapping[str, tuple[str, Callable[[], Task]]]] = {
    TRAFILATURA: ("trafilatura", _trafilatura),
    "trafilatura, fast": ("trafilatura", _trafilatura_fast),
    "BeautifulSoup(lxml), parse only": ("beautifulsoup4", _beautiful_soup),
    "readability-lxml": ("readability-lxml", _readability),
    "newspaper4k": ("newspaper4k", _newspaper),
}


def installed(distribution: str) -> str | None:
    """The version of a distribution; None when it is not installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def extractors() -> tuple[dict[str, Task], tuple[str, ...]]:
    """The peers that are installed, by name, and a line for each that is not."""
    there = {name: make() for name, (distribution, make) in _MAKERS.items() if installed(distribution)}
    return there, tuple(f"{name} is not installed: left out" for name in _MAKERS if name not in there)

"""Danish personal numbers (CPR): found in an article, and masked before anything is read or stored.

A number is six digits that open with a day and a month, and four more. Phone and company numbers have eight digits,
those of goods and invoices thirteen. No check digit tells them from others: since 2007 not every number has one.
"""

import re
from typing import Final

from schemas.page import Article, CleanNote, Link

MASK: Final = "█"
_BIRTHDAY: Final = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}"
_DASH: Final = "[-\u2010-\u2015\u2212]"
# Ten digits in one also number a place of work, and stand in phone numbers from abroad.
_NUMBER: Final = re.compile(
    rf"\bp-?(?:nr\.?|nummer)[: ]{{0,2}}\d{{10}}(?!\d)"
    rf"|(?P<personal>(?<!\d){_BIRTHDAY}(?: ?{_DASH} ?| )\d{{4}}(?!\d)|(?<![\w+]){_BIRTHDAY}\d{{4}}(?!\w))",
    re.IGNORECASE,
)
# In an address only a dash tells a personal number from the number of a page.
_IN_ADDRESS: Final = re.compile(rf"(?<!\d){_BIRTHDAY}-\d{{4}}(?!\d)")
_DIGIT: Final = re.compile(r"\d")


def without_personal_numbers(article: Article) -> Article:
    """The article with a mask for each digit of what looks like a personal number, and a note of how many there are.

    Its text keeps its length, so that every offset holds; an article without such numbers is returned as it is.
    """
    found = [number for number in _NUMBER.finditer(article.text) if number["personal"]]
    links = tuple(_with_masked_address(link) for link in article.links)
    if not found and links == article.links:
        return article
    text = _NUMBER.sub(_masked, article.text)
    note = CleanNote(
        code="cpr_number", message=f"masked, for they look like personal numbers: {len(found)} in the text"
    )
    return article.model_copy(
        update={
            "title": text[: len(article.title)],
            "text": text,
            "links": tuple(link.model_copy(update={"text": text[link.start : link.end]}) for link in links),
            "notes": (*article.notes, note),
        }
    )


def _masked(number: re.Match[str]) -> str:
    return number.group() if number.re is _NUMBER and not number["personal"] else _DIGIT.sub(MASK, number.group())


def _with_masked_address(link: Link) -> Link:
    url = _IN_ADDRESS.sub(_masked, link.url)
    return link if url == link.url else link.model_copy(update={"url": url})

"""A small sound article of the series, to be bent by the hostile inputs; alone it makes a record without a warning."""

from dataclasses import dataclass
from html import escape
from typing import Final

URL: Final = "https://news.example/socialoekonomi-i-kolding-kommune-status-marts-2019/"
TITLE: Final = "Socialøkonomi i Kolding Kommune – status marts 2019"
LEAD: Final = "Vi har talt med Frida Tarp, der er konsulent i kommunen, om de socialøkonomiske virksomheder."
STRATEGY: Final = "Har kommunen en strategi for socialøkonomi?"
PHONE: Final = "25 20 01 31"
EMAIL: Final = "frida.tarp@kolding.example"
CONTACT: Final = f"Kontakt Frida Tarp på {PHONE} eller {EMAIL}"
PERSONAL: Final = ("Frida", "25200131", PHONE, EMAIL)
"""What of the page must never be printed outside its record."""
ASKED: Final = (
    (STRATEGY, "Ja, vi har haft en strategi siden 2016."),
    ("Hvor mange socialøkonomiske virksomheder er der i kommunen?", "Der er 12 virksomheder."),
    ("Hvilke aktiviteter har kommunen iværksat for at fremme socialøkonomi?", "Vi har holdt en messe."),
    ("Køber kommunen ind hos socialøkonomiske virksomheder?", "Nej."),
)
DATED: Final = '{"@type": "Article", "datePublished": "2019-03-31"}'


@dataclass(frozen=True)
class Page:
    """The parts of a page; what is inserted is HTML and is not escaped."""

    title: str = TITLE
    head: str = ""
    """In the head, before all else."""
    before: str = ""
    """In the body, before the article."""
    answer: str = ""
    """After the first answer."""
    instead: str | None = None
    """Instead of the first answer."""
    after: str = ""
    """After the article."""
    json_ld: str = DATED

    def html(self) -> str:
        """The page as markup."""
        first = self.instead if self.instead is not None else f"<p>{ASKED[0][1]}</p>"
        answers = [first + self.answer, *(f"<p>{answer}</p>" for _, answer in ASKED[1:])]
        told = "".join(f"<h2>{question}</h2>{answer}" for (question, _), answer in zip(ASKED, answers, strict=True))
        return (
            f'<!DOCTYPE html><html lang="da"><head>{self.head}<meta charset="utf-8"><title>{escape(self.title)}</title>'
            f'<script type="application/ld+json">{self.json_ld}</script></head><body>{self.before}'
            f"<article><h1>{escape(self.title)}</h1><p>{LEAD}</p>{told}<p>{CONTACT}</p></article>{self.after}</body></html>"
        )

    def bytes(self) -> bytes:
        """The page in UTF-8."""
        return self.html().encode()

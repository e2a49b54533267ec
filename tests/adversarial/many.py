"""Pages of very many things that are each a little different, so that no reader has met them before."""

from collections.abc import Callable, Iterator
from typing import Final

from .article import ASKED, CONTACT, LEAD, Page
from .case import Outcome, PageCase, warned

_LINES: Final = 72_000
"""Lines of a page, three quarters of the tags that it may have."""
_LETTERS: Final = "abdefghiklmnoprstuv"
_UNREAD: Final = Outcome("text_too_long", "quarantined")


def _word(number: int) -> str:
    """A name for a number, of letters alone."""
    places = (number // len(_LETTERS) ** place % len(_LETTERS) for place in range(4))
    return "".join(_LETTERS[place] for place in places).capitalize()


def _phone(number: int) -> str:
    return f"{20 + number // 1_000_000 % 70} {number // 10_000 % 100:02} {number // 100 % 100:02} {number % 100:02}"


def _many(pattern: str, times: int) -> str:
    return "".join(pattern.format(number, word=_word(number), phone=_phone(number)) for number in range(times))


def _after(place: str, more: str) -> bytes:
    """The page with something set behind the words at a place."""
    return Page().html().replace(place, place + more, 1).encode()


def _answer(more: str) -> bytes:
    return Page(answer=more).bytes()


def _of(pattern: str, times: int, place: str = "") -> Callable[[], bytes]:
    """A page with many of a pattern, in the first answer or behind the words of another place."""
    return lambda: _after(place, _many(pattern, times)) if place else _answer(_many(pattern, times))


def _people() -> Iterator[PageCase]:
    """Persons, offices and how to reach them."""
    yield PageCase("phones-on-lines", _of("<br>{phone}", 36_000, CONTACT))
    yield PageCase("phones-in-an-answer", _of("<p>{phone}", 38_000))
    yield PageCase("e-mails-on-lines", _of("<br>a{0}@b.example", 24_000, CONTACT))
    yield PageCase("names-above-phones", _of("<br>Frida {word}<br>{phone}", 18_000, CONTACT))
    yield PageCase("names-joined", lambda: _after(CONTACT, " " + "Ane Bo og " * 20_000 + _many(" {phone}", 18_000)))
    yield PageCase("persons-in-the-lead", _of(" Frida {word}.", 33_000, LEAD))
    yield PageCase("persons-in-a-sentence", _of(", Frida {word}", 33_000, LEAD))
    yield PageCase("persons-and-pronouns", _of(" Frida {word}. Hun er konsulent.", 15_000, LEAD))
    yield PageCase("organisations", _of("Foreningen {word}, ", 28_000))
    yield PageCase("organisations-on-lines", _of("<p>Fonden {word}", 30_000))
    yield PageCase("capitals", _of("{word} ", 90_000), warned("pointer_without_target"))


def _printed() -> Iterator[PageCase]:
    """Lines, headings, links and rows."""
    yield PageCase("links-in-an-answer", _of('<p><a href="/{0}">x</a>', 31_000))
    yield PageCase("links-in-a-line", _of('<a href="/{0}">x</a> ', 47_000))
    yield PageCase("headings-numbered", _of("<h2>{0}. Hvad er nummer {0}?</h2><p>Se svar {0}", 9000))
    yield PageCase("headings-almost", _of("<h2>Har i en {word} stategi for socialøkonmi {0}?</h2>", 8000), _ASKED_AGAIN)
    yield PageCase("headings-in-brackets", _of("<h2>Hvad?</h2><h2>(uddyb {0}?)</h2>", 16_000))
    yield PageCase("items", lambda: _answer("<ul>" + "<li>x" * _LINES))
    yield PageCase("terms", lambda: _answer("<dl>" + "<dt>Hvad?<dd>x" * (_LINES // 2)))
    yield PageCase("lines-numbered", lambda: _answer("1. x<br>" * _LINES))
    yield PageCase("answers-of-nothing", lambda: _answer("Svar: <br>" * 70_000))
    yield PageCase("row-of-many-cells", lambda: _answer("<table><tr><td>a<td>b<tr>" + "<td>c" * 80_000 + "</table>"))
    yield PageCase("marks-in-turn", lambda: _answer("<p>a" + "\u0301\u0316" * 240_000), warned("long_run"))
    yield PageCase("title-of-1-MB", lambda: Page(title="Status" + " x" * 500_000).bytes(), _UNREAD)


def _said() -> Iterator[PageCase]:
    """Clauses and lines that a reader of one question looks for, in its answer."""
    counted, bought = ASKED[1][1], ASKED[3][1]
    yield PageCase(
        "name-pointed-at", lambda: Page(instead="<p>Se svaret under " + "strategi " * 40_000).bytes(), _DOUBT
    )
    yield PageCase("strategies-denied", _of("vi har ikke en strategi, ", 19_000))
    yield PageCase("noes", lambda: _after(bought, " nej," * 90_000))
    yield PageCase("counts-on-lines", _of("<br>{0} virksomheder", 25_000, counted))
    yield PageCase("counts-in-a-clause", _of(" og {0} job og {0} ansatte", 16_000, counted), _DOUBT)


_ASKED_AGAIN: Final = warned("repeated_question")
_DOUBT: Final = warned("needs_review")
MANY: Final = (*_people(), *_printed(), *_said())

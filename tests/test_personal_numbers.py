"""Personal numbers are masked before anything is read; other numbers stand as printed."""

import re

import pytest

from pipeline.run import extract
from schemas.record import StatusRecord
from tests.adversarial.article import CONTACT, TITLE, URL, Page

PERSONAL = ("010180-1234", "0101801234", "010180 1234", "010180\u20111234", "010180\u20131234", "010180 - 1234")
OTHERS = (
    "25 20 01 31",
    "25200131",
    "2520 0131",
    "+4525200131",
    "+3112801234",
    "01.01.2018",
    "2018-01-10",
    "010118-311219",
    "CVR 29189420",
    "EAN 5790001234567",
    "5790 0012 34567",
    "321380-1234",
    "311380-1234",
    "P-nr. 1003123456",
    "p-nummer: 1003123456",
    "1010801234567",
)


def record(**parts: str) -> StatusRecord:
    return extract(Page(**parts).bytes(), url=URL)


def codes(made: StatusRecord) -> set[str]:
    return {warning.code for warning in made.warnings}


@pytest.mark.parametrize("printed", PERSONAL)
def test_every_digit_is_masked_and_nothing_moves(printed: str) -> None:
    plain = record(answer="<p>Skriv aa-bb til os.</p>").text
    made = record(answer=f"<p>Skriv {printed} til os.</p>")
    masked = re.sub(r"\d", "█", printed)
    assert made.text == plain.replace("aa-bb", masked)
    assert made.answers.strategy.text is not None
    assert masked in made.answers.strategy.text
    assert printed not in made.model_dump_json()
    assert codes(made) == {"cpr_number"}


@pytest.mark.parametrize("printed", OTHERS)
def test_other_numbers_stand_as_printed(printed: str) -> None:
    made = record(answer=f"<p>Skriv {printed} til os.</p>")
    assert f"Skriv {printed} til os." in made.text
    assert "cpr_number" not in codes(made)


@pytest.mark.parametrize(
    "parts",
    [
        {"title": f"{TITLE} 010180-1234"},
        {"answer": "<ul><li>010180-1234</li><li>010180-1235</li></ul>"},
        {"answer": "<h2>Hvem er 010180-1234?</h2><p>En borger.</p>"},
        {"answer": '<p>Se <a href="https://x.example/010180-1234/">010180-1234</a>.</p>'},
        {"answer": '<p>Se <a href="https://x.example/010180-1234/">her</a>.</p>'},
        {"answer": f"<p>{CONTACT} eller 010180-1234</p>"},
        {"instead": "<p>Ja, siden 2016, 010180-1234.</p>"},
    ],
)
def test_no_part_of_the_record_holds_one(parts: dict[str, str]) -> None:
    made = record(**parts)
    assert "010180-123" not in made.model_dump_json()
    assert "cpr_number" in codes(made)


def test_the_warning_says_how_many_and_none_of_them() -> None:
    made = record(answer="<p>010180-1234 og 0202801234</p>")
    (warning,) = (warning for warning in made.warnings if warning.code == "cpr_number")
    assert warning.message.endswith("2 in the text")


def test_other_numbers_stand_beside_a_masked_one() -> None:
    made = record(answer="<p>Skriv P-nr. 1003123456 og 010180-1234 til os.</p>")
    assert "P-nr. 1003123456 og ██████-████ til os." in made.text
    assert codes(made) == {"cpr_number"}


def test_the_link_of_a_masked_word_leads_where_it_led() -> None:
    made = record(answer='<p>010180-1234: se <a href="https://x.example/0101801234/">her 010280-1234 nu</a>.</p>')
    assert "██████-████: se her ██████-████ nu." in made.text


def test_the_edges_of_a_birthday() -> None:
    for printed in ("000180-1234", "010080-1234", "011380-1234", "320180-1234"):
        assert printed in record(answer=f"<p>Skriv {printed} til os.</p>").text
    for printed in ("310180-1234", "301280-1234", "010180-0000"):
        assert printed not in record(answer=f"<p>Skriv {printed} til os.</p>").text

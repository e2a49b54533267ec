"""An erased person is known again by a hash: in every spelling that can be masked, nobody else, at a linear cost."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.erasure import Target, email_target, mask, name_target, phone_target
from pipeline.erasure.suppression import found, suppression_of
from pipeline.errors import UsageError
from tests.timing import least_seconds

SALT: Final = b"a salt of the store's own"
PERSON: Final = (
    name_target("Jens-Åge Friis"),
    phone_target("25 20 01 31"),
    email_target("j.friis@frit.aalborg.dk"),
    phone_target("+46 8 123 45 67"),
)
SUPPRESSED: Final = tuple(suppression_of(target, SALT) for target in PERSON)


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Jens-Åge Friis", 0), ("JENS-ÅGE\u00a0FRIIS", 0), ("Jens-Åge\nFriis’", 0), ("jens-åge friiss", 0),
        ("Jens-Åge Friis’s", 0), ("Jens-A\u030age Friis", 0), ("Jens-Åge \u00ad Friis", 0),
        ("25 20 01 31", 1), ("2520 0131", 1), ("25200131", 1), ("+45 25200131", 1), ("+4525200131", 1),
        ("0045-25200131", 1), ("004525200131", 1), ("(+45) 25.20.01.31", 1), ("11 25 20 01 31 12", 1),
        ("j.friis@frit.aalborg.dk", 2), ("J.FRIIS@Frit.Aalborg.DK", 2), ("j.friis (at) frit.aalborg.dk", 2),
        ("j(dot)friis[snabela]frit (punktum) aalborg . dk", 2), ("j.friis snabel-a frit.aalborg.dk. Hej", 2),
        ("Sådan. j.friis@frit.aalborg.dk", 2), ("for at se. j.friis at frit.aalborg.dk for at få", 2),
        ("+46 8 123 45 67", 3), ("0046 (8) 1234567", 3), ("(+46) 8-123-45-67", 3),
    ],
)  # fmt: skip
def test_every_spelling_is_known_again_and_can_be_masked(printed: str, place: int) -> None:
    text = f"Kontakt {printed}, tak."
    assert found(text, SUPPRESSED) == (PERSON[place],)
    assert mask(text, PERSON) != text


@pytest.mark.parametrize(
    "other",
    [
        "Jens Åge Friis", "Jens-Åge, Friis", "Jens-Åge Friisberg", "Mikjens-Åge Friis", "125200131", "252001310",
        "4525200131", "46 8 123 45 67", "aj.friis@frit.aalborg.dk", "a.j.friis@frit.aalborg.dk",
        "j.friis@frit.aalborg.dk.eu", "j.friis@frit.aalborg", "j.friis frit.aalborg.dk",
    ],
)  # fmt: skip
def test_nobody_else_is_found(other: str) -> None:
    assert found(f"se {other} her", SUPPRESSED) == ()


PIECES: Final = [
    *[
        "jens",
        "-åge",
        "Friis",
        "s",
        "'",
        " ",
        " ",
        "\n",
        ".",
        ",",
        "\u00ad",
        "@",
        " at ",
        "(dot)",
        " a ",
        "-",
        "+",
        "(",
    ],
    *["j", "frit", "aalborg", "dk", "25", "20", "01", "31", "2520", "0131", "45", "+45", "00", "46", "8", "1234567"],
    *["Jens-Åge Friis", "25200131", "j.friis", "@frit.aalborg.dk", "frit.aalborg.dk"],
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_found_is_just_what_masking_would_hide(text: str) -> None:
    assert set(found(text, SUPPRESSED)) == {target for target in PERSON if mask(text, [target]) != text}


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert found(text, SUPPRESSED) == ()


def test_what_is_found_comes_in_the_order_of_the_suppressions_once() -> None:
    text = "Jens-Åge Friis, tlf. 25200131, og Jens-Åge Friis"
    assert found(text, SUPPRESSED * 2) == PERSON[:2]
    assert found(text, SUPPRESSED[::-1]) == PERSON[1::-1]
    assert found(text, ()) == ()


def test_names_of_any_number_of_words_and_salts_are_found_together() -> None:
    names = ["Ida Dam", "Bo Lund Dam", "Ane von der Dam", "Jens Friis jr.", "Søs O’Neil"]
    kept = [suppression_of(name_target(name), bytes([at]) * 16) for at, name in enumerate(names)]
    assert [suppression.words for suppression in kept] == [2, 3, 4, 3, 3]
    values = [target.value for target in found(" og ".join(names), kept)]
    assert values == ["ida dam", "bo lund dam", "ane von der dam", "jens friis jr", "søs o’neil"]


@pytest.mark.parametrize("number", ["+372 5555 123", "+1 (234) 567-8901", "00491 2345678901-23"])
def test_numbers_abroad_of_any_length_are_found(number: str) -> None:
    target = phone_target(number)
    assert found(f"tlf. {number}.", [suppression_of(target, SALT)]) == (target,)


def test_nothing_of_the_person_is_kept() -> None:
    for target, suppression in zip(PERSON, SUPPRESSED, strict=True):
        assert target.value not in str(vars(suppression))
        assert suppression.digest not in repr(suppression)
        assert suppression.salt not in repr(suppression)


def test_the_hash_depends_on_kind_and_salt_and_on_nothing_else() -> None:
    kinds = (Target("name", "a b"), Target("phone", "a b"))
    digests = {suppression_of(target, salt).digest for target in kinds for salt in (SALT, SALT[::-1])}
    assert len(digests) == 4
    assert suppression_of(PERSON[0], SALT) == SUPPRESSED[0]
    assert found("25200131", [replace(SUPPRESSED[1], salt=SALT[::-1].hex())]) == ()


@pytest.mark.parametrize("size", [0, 15, 65])
def test_a_salt_that_is_none_is_refused(size: int) -> None:
    with pytest.raises(UsageError):
        suppression_of(PERSON[0], b"x" * size)


def _seconds(text: str) -> float:
    return least_seconds(lambda: found(text, SUPPRESSED))


@pytest.mark.parametrize(
    "unit", ["a@", "a.", "a. ", "a at ", "x", "1", "1 2 ", "+1", "s's ", "-", " ", "(at(", "\u030a"]
)
def test_twice_the_hostile_text_costs_at_most_two_and_a_half_times(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert _seconds(text * 2) <= 2.5 * _seconds(text) + 0.01

"""Masking a person in text and JSON: all spellings, nobody else, no offset moved."""

import pytest

from pipeline.erasure import Target, email_target, mask, mask_json, name_target, phone_target
from pipeline.errors import UsageError

PERSON = (name_target("Jens Friis"), phone_target("25 20 01 31"), email_target("Frit@aalborg.dk"))


@pytest.mark.parametrize(
    "printed",
    [
        "Jens Friis", "JENS\u00a0FRIIS", "Jens\nFriis’", "Jens Friis'", "jens friiss",
        "25 20 01 31", "2520 0131", "+45 25200131", "0045-25200131", "(+45) 25.20.01.31",
        "frit@aalborg.dk", "FRIT@Aalborg.DK", "frit (at) aalborg.dk", "frit[snabela]aalborg.dk", "frit @ aalborg . dk",
    ],
)  # fmt: skip
def test_every_spelling_is_masked_and_the_length_holds(printed: str) -> None:
    text = f"Kontakt {printed}, tak."
    masked = mask(text, PERSON)
    assert len(masked) == len(text)
    assert not any(sign.isalnum() for sign in masked[8 : 8 + len(printed)])
    assert masked.startswith("Kontakt ")
    assert masked.endswith(", tak.")


@pytest.mark.parametrize(
    "other", ["125200131", "252001310", "Jens Friisberg", "kafrit@aalborg.dk", "frit@aalborg.dk.eu"]
)
def test_nobody_else_is_masked(other: str) -> None:
    assert mask(f"se {other} her", PERSON) == f"se {other} her"


def test_strings_anywhere_in_json_are_masked() -> None:
    assert mask_json({"a": ["Jens Friis", 3, None]}, PERSON) == {"a": ["█" * 10, 3, None]}


@pytest.mark.parametrize("short", ["Jens", "J F", "", "x" * 201])
def test_a_name_that_would_hit_strangers_is_refused(short: str) -> None:
    with pytest.raises(UsageError):
        name_target(short)


@pytest.mark.parametrize("short", ["2520013", "112", "+4525", "1" * 16])
def test_a_phone_that_is_too_short_is_refused(short: str) -> None:
    with pytest.raises(UsageError):
        phone_target(short)


def test_an_email_needs_its_at() -> None:
    with pytest.raises(UsageError):
        email_target("frit.aalborg.dk")


def test_values_are_normalised_and_stay_out_of_repr() -> None:
    assert [target.value for target in PERSON] == ["jens friis", "+4525200131", "frit@aalborg.dk"]
    assert "jens" not in repr(PERSON[0])
    assert phone_target("(+45) 25200131") == Target("phone", "+4525200131")

"""Masking costs no more than in proportion to a hostile text."""

import time

import pytest

from pipeline.erasure import email_target, mask, name_target, phone_target

PERSON = (name_target("Jens Friis"), phone_target("25 20 01 31"), email_target("frit@aalborg.dk"))


def _seconds(text: str) -> float:
    spent = []
    for _ in range(7):
        start = time.process_time()
        mask(text, PERSON)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize(
    "unit", ["jens ", "jens" + " " * 9, "2 5 2 0 0 1 3 ", "+45 (", "frit (at) ", "frit   ", "25200131"]
)
def test_twice_the_hostile_text_costs_at_most_two_and_a_half_times(unit: str) -> None:
    text = unit * 40_000
    assert _seconds(text * 2) / _seconds(text) <= 2.5

"""Pointers: the words that send a reader to another answer, and their look-alikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.danish.pointers import find_pointer, says_more

BARE = {
    "Se ovenstående.": "above",
    "Se ovenfor": "above",
    "se  herover".replace("  ", " "): "above",
    "Som ovenfor.": "above",
    "Ditto": "above",
    "Samme svar som ovenfor.": "above",
    "Samme som det forrige.": "above",
    "Vi henviser til ovenstående svar.": "above",
    "Er besvaret ovenfor.": "above",
    "Det fremgår af svaret ovenfor.": "above",
    "Se herunder.": "below",
    "Se næste spørgsmål.": "below",
    "Jf. nedenstående": "below",
    "Jf. svar 1.": "number",
    "Se svaret på spørgsmål 4": "number",
    "Der henvises til punkt 7.": "number",
    "Se første spørgsmål": "number",
    "Jf. svaret om strategi.": "name",
    "Se under spørgsmålet om sparring": "name",
}


@pytest.mark.parametrize(("printed", "direction"), BARE.items())
def test_a_bare_pointer_says_where_to_look_and_nothing_else(printed: str, direction: str) -> None:
    pointer = find_pointer(printed, 0, len(printed))
    assert pointer is not None
    assert pointer.direction == direction
    assert not says_more(printed, ((0, len(printed)),), pointer)


@pytest.mark.parametrize(
    "printed",
    [
        "Ikke relevant, jf. svaret ovenfor.",
        "12. Ang. jobs: se ovenfor",
        "Se ovenstående. Derudover har vi en konsulent.",
        "Jf. svar 2. Aftalen forpligter os.",
    ],
)
def test_words_beside_a_pointer_are_words_of_their_own(printed: str) -> None:
    pointer = find_pointer(printed, 0, len(printed))
    assert pointer is not None
    assert says_more(printed, ((0, len(printed)),), pointer)


@pytest.mark.parametrize(
    "printed",
    [
        "Som nævnt ovenfor har vi en strategi.",
        "jf. udbudslovens § 54",
        "Se på Madam Mos: her laves der mad.",
        "Vi ser gerne flere.",
        "Det samme gælder i nabokommunen.",
        "Loven fra 2014 er god.",
    ],
)
def test_no_pointer(printed: str) -> None:
    assert find_pointer(printed, 0, len(printed)) is None


def test_number_and_name_are_read() -> None:
    numbered = find_pointer("Se svar 12.", 0, 11)
    assert numbered is not None
    assert numbered.number == 12
    named = find_pointer("Jf. svaret om indkøb.", 0, 21)
    assert named is not None
    assert named.name == "indkøb"


@given(st.text(alphabet="se ovnfjr.svar12,", max_size=200), st.integers(0, 50))
def test_a_pointer_stands_where_it_says(text: str, start: int) -> None:
    pointer = find_pointer(text, min(start, len(text)), len(text))
    if pointer is not None:
        assert start <= pointer.start < pointer.end <= len(text)

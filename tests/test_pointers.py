"""Pointers: the words that send a reader to another answer, and their look-alikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.danish.pointers import find_pointer, says_more
from tests.sentences import listed

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


ABOVE = listed(
    """
    Se ovenstående / Jf. ovenfor / Jvf. ovenfor / Jævnfør ovenfor / Læs ovenfor / Vi henviser til ovenstående /
    Der henvises til ovenstående / Med henvisning til ovenstående / Det fremgår af ovenstående / Er besvaret ovenfor /
    Er besvaret i foregående / Se også ovenfor / Se venligst ovenfor / Se igen ovenfor / Se i øvrigt ovenfor /
    Se i stedet svaret ovenfor / Se svarene ovenfor / Se besvarelsen ovenfor / Se spørgsmålet ovenfor /
    Se punktet ovenfor / Se afsnittet ovenfor / Se teksten ovenfor / Se linje ovenfor / Se tabellen ovenfor /
    Se listen ovenfor / Se oversigten ovenfor / Se tallene ovenfor / Se opgørelsen ovenfor / Se skemaet ovenfor /
    Se ovennævnte / Se ovenover / Se oven for / Se herover / Se lige før / Se forrige svar / Se foregående punkt /
    Se tidligere svar / Se forudgående besvarelse / Se ovenpå / Se ovenstående afsnit / Se forrige linje / Ditto / do. /
    Idem / Samme som ovenfor / Det samme som i svaret ovenfor / Som ovenfor / Som i svaret ovenfor / Samme / Samme svar
    """
)
BELOW = listed(
    """
    Se nedenstående / Se nedennævnte / Se nedenunder / Se nedenfor / Se neden for / Se herunder / Se næste svar /
    Se følgende / Se efterfølgende svar / Se senere / Se længere nede
    """
)
RETOLD = listed(
    """
    Som nævnt ovenfor / Som beskrevet ovenfor / der anført ovenfor / er skrevet ovenfor / blev sagt ovenfor /
    har omtalt ovenfor / Vi ser ovenfor / Vi læste det / samme dag / Se her
    """
)
SAYS_NOTHING = listed(
    """
    Se venligst svaret ovenfor, tak / Vi henviser til ovenstående igen / Det samme gælder dette spørgsmål, se ovenfor /
    Det er allerede besvaret ovenfor / Her må jeg blot henvise til ovenstående / Det kan man bare se ovenfor /
    Derfor skal der kun henvises til ovenstående
    """
)
NUMBERED = {
    "Se svar 4": 4,
    "Se svaret på spørgsmål 4": 4,
    "Se spm. 4": 4,
    "Se sp. 4": 4,
    "Se punkt 4": 4,
    "Se pkt. 4": 4,
    "Se nr. 4": 4,
    "Se nummer 4": 4,
    "Se svarene til spørgsmål nr. 4": 4,
    "Se svar under punkt 4": 4,
    "Se svar i punkt 4": 4,
    "Se spørgsmål nummer 12": 12,
    "Se andet spørgsmål": 2,
    "Se tredje svar": 3,
    "Se fjerde punkt": 4,
    "Se femte spørgsmål": 5,
    "Se sjette svar": 6,
    "Se syvende svar": 7,
    "Se ottende svar": 8,
    "Se niende svar": 9,
    "Se tiende svar": 10,
    "Se ellevte svar": 11,
    "Se tolvte svar": 12,
    "Se første svar": 1,
}
NAMED = {
    "Se svaret om indkøb": "indkøb",
    "Se svarene vedr. strategi": "strategi",
    "Se spørgsmålet vedrørende strategi": "strategi",
    "Se afsnittet ang. job": "job",
    "Se punktet angående job": "job",
    "Se besvarelsen under strategi": "strategi",
    "Se under spørgsmålet om sparring": "sparring",
    "Se svaret på spørgsmålet om sparring.": "sparring",
    "Se svaret til punktet om sparring, tak": "sparring",
    "Se svaret ved »job og løn«": "job og løn",
}


@pytest.mark.parametrize(
    ("printed", "direction"), [*((text, "above") for text in ABOVE), *((text, "below") for text in BELOW)]
)
def test_every_word_that_points(printed: str, direction: str) -> None:
    pointer = find_pointer(printed, 0, len(printed))
    assert pointer is not None
    assert (pointer.direction, pointer.number, pointer.name) == (direction, None, None)


@pytest.mark.parametrize("printed", RETOLD)
def test_what_retells_points_nowhere(printed: str) -> None:
    assert find_pointer(printed, 0, len(printed)) is None


@pytest.mark.parametrize(("printed", "number"), NUMBERED.items())
def test_numbers(printed: str, number: int) -> None:
    pointer = find_pointer(printed, 0, len(printed))
    assert pointer is not None
    assert (pointer.direction, pointer.number) == ("number", number)


@pytest.mark.parametrize(("printed", "name"), NAMED.items())
def test_names(printed: str, name: str) -> None:
    pointer = find_pointer(printed, 0, len(printed))
    assert pointer is not None
    assert (pointer.direction, pointer.name) == ("name", name)


@pytest.mark.parametrize("printed", SAYS_NOTHING)
def test_words_that_say_nothing_beside_a_pointer(printed: str) -> None:
    pointer = find_pointer(printed, 0, len(printed))
    assert pointer is not None
    assert not says_more(printed, ((0, len(printed)),), pointer)

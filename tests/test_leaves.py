"""Every leaf on whatever may be printed: it never raises, and what it reads stands where it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.run import read_answer
from schemas.answers import QuestionKey
from schemas.record import spans_of
from schemas.social_economy import KEYS

PHRASES = (
    *(
        "Vi har",
        "ikke",
        "en strategi",
        "fra 2017",
        "men",
        "den bruges",
        "aldrig",
        "ca. 20",
        "heraf 4 registrerede",
        "job",
    ),
    *(
        "ingen",
        "det ved vi ikke",
        "kun RSV",
        "gode erfaringer",
        "papirarbejde",
        "vi køber ind",
        "sparring",
        "flere i arbejde",
    ),
    *(
        "hvis",
        "endnu",
        "årsværk",
        "Ordinært ansatte:",
        "Frivillige:",
        "15-20",
        "et par",
        "halvdelen",
        "nabokommunen",
        "–",
    ),
)
SPOKEN = st.lists(st.sampled_from(PHRASES), max_size=14).map(" ".join)
PRINTED = st.one_of(
    st.lists(st.one_of(SPOKEN, st.text(max_size=30)), max_size=4).map(", ".join),
    st.lists(SPOKEN, max_size=4).map(".\n".join),
)


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=40, deadline=None)
@given(text=PRINTED)
def test_a_leaf_never_raises_and_its_spans_hold(key: QuestionKey, text: str) -> None:
    answer = read_answer(key, "Hvad siger I?", text)
    assert answer.status in {"blank", "answered", "unknown", "declined", "not_applicable", "refers"}
    assert all(text[span.start : span.end] == span.quote for span in spans_of(answer))

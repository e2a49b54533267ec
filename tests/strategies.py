"""Records of any shape, for properties that must hold of all."""

from typing import Final, get_args

from hypothesis import strategies as st

from schemas.answers import (
    GoalsAnswer,
    Item,
    Quantity,
    Stance,
    StanceAnswer,
    Theme,
    ThemeName,
    WorkforceAnswer,
    WorkforceQuantities,
)
from schemas.evidence import Evidence, Span
from schemas.record import Contact, Organisation, RecordWarning, Respondent, StatusRecord, WarningCode
from schemas.social_economy import Answers
from tests.records import source

_WORDS: Final = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    lambda word: bool(word.strip())
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Evidence:
    """One or two spans somewhere in a text."""
    words = [word for word in text.split(" ") if word.strip()]
    chosen = draw(st.lists(st.sampled_from(words), min_size=1, max_size=2))
    return tuple(Span(start=text.index(word), end=text.index(word) + len(word), quote=word) for word in chosen)


@st.composite
def records(draw: st.DrawFn) -> StatusRecord:
    """Any record: odd characters, any mix of statuses and values, every list empty or not."""
    text = " ".join(draw(st.lists(_WORDS, min_size=1, max_size=8)))
    some = spans(text)
    return StatusRecord(
        series="social_economy",
        source=source(article_sha256=draw(st.sampled_from(["a" * 64, "b" * 64]))),
        title=draw(_WORDS),
        text=text,
        published_on=draw(st.none() | st.dates().map(str)),
        respondents=tuple(draw(st.lists(st.builds(Respondent, name=_WORDS, evidence=some), max_size=3))),
        contacts=tuple(draw(st.lists(st.builds(Contact, email=st.none() | _WORDS, evidence=some), max_size=3))),
        organisations=tuple(draw(st.lists(st.builds(Organisation, name=_WORDS, evidence=some), max_size=3))),
        warnings=tuple(
            draw(
                st.lists(
                    st.builds(RecordWarning, code=st.sampled_from(get_args(WarningCode)), evidence=some), max_size=3
                )
            )
        ),
        answers=Answers(
            goals=draw(_goals(some)),
            procurement=draw(_stance(some)),
            workforce=draw(_workforce(some)),
        ),
    )


def _goals(some: st.SearchStrategy[Evidence]) -> st.SearchStrategy[GoalsAnswer]:
    answered = st.builds(
        GoalsAnswer,
        status=st.just("answered"),
        question=_WORDS,
        text=_WORDS,
        evidence=some,
        items=st.lists(st.builds(Item, text=_WORDS, evidence=some), max_size=3).map(tuple),
        themes=st.lists(st.builds(Theme, name=st.sampled_from(get_args(ThemeName)), evidence=some), max_size=3).map(
            tuple
        ),
    )
    return answered | st.builds(GoalsAnswer, status=st.just("blank"), question=_WORDS)


def _stance(some: st.SearchStrategy[Evidence]) -> st.SearchStrategy[StanceAnswer]:
    stated = st.builds(
        StanceAnswer,
        status=st.just("answered"),
        question=_WORDS,
        text=_WORDS,
        evidence=some,
        stance=st.none() | st.sampled_from(get_args(Stance)),
    )
    return stated | st.just(StanceAnswer())


def _workforce(some: st.SearchStrategy[Evidence]) -> st.SearchStrategy[WorkforceAnswer]:
    number = st.integers(0, 10**9) | st.sampled_from([0.5, 7.5])
    exact = st.builds(
        lambda value, approximate, evidence: Quantity(
            min=value, max=value, approximate=approximate, unit="persons", evidence=evidence
        ),
        number,
        st.booleans(),
        some,
    )
    least = st.builds(
        lambda value, evidence: Quantity(min=value, max=None, unit="persons", evidence=evidence), number, some
    )
    return st.builds(
        WorkforceAnswer,
        status=st.just("answered"),
        question=_WORDS,
        text=_WORDS,
        evidence=some,
        quantities=st.builds(
            WorkforceQuantities,
            ordinary=st.none() | exact,
            flex_and_sheltered=st.none() | least,
            placements=st.none() | exact,
            volunteers=st.none() | least,
        ),
        refers_to=st.just(()),
        taken_from=st.none(),
    )

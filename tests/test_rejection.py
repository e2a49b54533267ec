"""Why a page is no record: the state that each reason means, and the titles of the series."""

from typing import get_args

import pytest

from schemas.rejection import STATES, Reason, Rejection, titled_as_article

STATE_OF = {
    "not_an_article": "no_known_question too_few_questions listing_page error_page password_protected",
    "drift": "questions_missing no_text",
    "quarantined": "empty_page body_too_large too_many_tags tag_too_long too_many_attributes too_deep text_too_long",
}
REASONS: tuple[Reason, ...] = get_args(Reason)


@pytest.mark.parametrize("reason", REASONS)
def test_the_state_of_each_reason(reason: Reason) -> None:
    rejection = Rejection(url="https://a.example/", stage="segment", reason=reason, message="2 of 11 questions")
    assert reason in STATE_OF[rejection.state].split()


def test_every_reason_has_a_state() -> None:
    assert set(STATES) == set(REASONS)
    assert sum(len(reasons.split()) for reasons in STATE_OF.values()) == len(REASONS)


@pytest.mark.parametrize(
    ("title", "ours"),
    [
        ("Socialøkonomi i Vejle Kommune – status september 2018", True),
        ("Status: socialøkonomi i Vejle Kommune", True),
        ("STATUS FOR SOCIALØKONOMI I VEJLE KOMMUNE", True),
        ("Økonomi i kommune og status", True),
        ("Socialøkonomi i Vejle – status", False),
        ("Socialøkonomi i Vejle Kommune", False),
        ("Status i Vejle Kommune", False),
        ("Socialøkonomi i Vejle Kommuner – statusser", False),
        ("Sosialøkonomi i Bergen kommune – årsmelding", False),
        (f"Socialøkonomi i Vejle Kommune {'x' * 90} status", False),
        (f"{'x' * 201} Socialøkonomi i Vejle Kommune – status", False),
    ],
)
def test_titles_of_the_series(title: str, ours: bool) -> None:  # noqa: FBT001 -- a table of expectations
    assert titled_as_article(title) is ours

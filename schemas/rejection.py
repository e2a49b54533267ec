"""Why a page became no record, from a closed list."""

import re
from typing import Final, Literal

from schemas.base import Model

Reason = Literal[
    "no_known_question",
    "too_few_questions",
    "questions_missing",
    "listing_page",
    "error_page",
    "password_protected",
    "empty_page",
    "no_text",
    "body_too_large",
    "too_many_tags",
    "tag_too_long",
    "too_many_attributes",
    "too_deep",
    "text_too_long",
]
State = Literal["not_an_article", "drift", "quarantined"]

STATES: Final[dict[Reason, State]] = {
    "no_known_question": "not_an_article",
    "too_few_questions": "not_an_article",
    "questions_missing": "drift",
    "listing_page": "not_an_article",
    "error_page": "not_an_article",
    "password_protected": "not_an_article",
    "empty_page": "quarantined",
    "no_text": "drift",
    "body_too_large": "quarantined",
    "too_many_tags": "quarantined",
    "tag_too_long": "quarantined",
    "too_many_attributes": "quarantined",
    "too_deep": "quarantined",
    "text_too_long": "quarantined",
}

_SERIES_TITLE: Final = re.compile(
    r"(?=.{0,200}økonomi)(?:.{0,200}\bkommune\b.{0,80}\bstatus\b|.{0,200}\bstatus\b.{0,80}\bkommune\b)", re.IGNORECASE
)
"""*Socialøkonomi i X Kommune – status*, in any order; other countries' municipalities have other words for it."""


def titled_as_article(title: str) -> bool:
    """Whether a title is that of an article of the series; without its questions such a page has drifted."""
    return bool(_SERIES_TITLE.match(title))


class Rejection(Model):
    """A page that is no status article, or is not parsed; the reason is data, not an exception."""

    url: str
    """The page's address."""
    stage: Literal["decode", "clean", "segment", "assemble"]
    """The stage that said no."""
    reason: Reason
    """Why, from the closed list."""
    message: str
    """Why, in words, with the figure that decided."""

    @property
    def state(self) -> State:
        """The state of the URL in a run."""
        return STATES[self.reason]

"""Whose list it is when one printed question asks both what was started and how the municipality helps.

The contract: a list belongs to `advisory` when it tells how the municipality helps, to `activities` when it tells what
it has started, and to both only when the text does not divide them.
"""

from typing import Final

from pipeline.danish.clauses import AnswerText
from pipeline.danish.enumeration import Listing, items_of, listings
from pipeline.danish.phrasebook import pattern_of, phrasebook
from pipeline.danish.wordings import Wordings
from schemas.answers import Item

ACTIVITIES: Final = pattern_of(phrasebook("support")["started"])
"""Words for what was started."""
ADVISORY: Final = pattern_of(phrasebook("support")["helping"])
"""Words for how the municipality helps."""


def _asks_both(answer: AnswerText) -> bool:
    question = answer.question.lower()
    return bool(ACTIVITIES.search(question) and ADVISORY.search(question))


def _belongs(listing: Listing, mine: Wordings) -> bool:
    """Whether a list is under a head of this kind; a head of both kinds or none divides nothing."""
    head = listing.head.lower().rpartition(". ")[2]
    started, helps = bool(ACTIVITIES.search(head)), bool(ADVISORY.search(head))
    return started == helps or (started if mine is ACTIVITIES else helps)


def items_for(answer: AnswerText, mine: Wordings) -> tuple[Item, ...]:
    """The items that belong to the key whose words are `mine` (ACTIVITIES or ADVISORY)."""
    if not _asks_both(answer):
        return items_of(answer)
    return tuple(item for listing in listings(answer) if _belongs(listing, mine) for item in listing.items)

"""Inputs that the product fails today, and why: each is a strict expected failure, so that a mended one is noticed."""

from typing import Final

_UNSHOWN: Final = "noframes noembed dialog video audio canvas title progress meter datalist annotation ruby"
_CONTACTS: Final = "danish/contacts.py gathers all that is known for each contact, and many names for each number"
_PEOPLE: Final = "danish/people.py compares each person of the lead with all others"
_ORGANISATIONS: Final = "danish/organisations.py compares each name with all others"
FAILING: Final[dict[str, str]] = {
    **dict.fromkeys(("phones-in-an-answer", "names-above-phones", "names-joined"), _CONTACTS),
    **dict.fromkeys(("persons-in-the-lead", "persons-in-a-sentence", "persons-and-pronouns"), _PEOPLE),
    **dict.fromkeys(("organisations", "organisations-on-lines", "capitals"), _ORGANISATIONS),
    "items": "clean/blocks.py begins three searches of BeautifulSoup for each item of a list",
    "marks-in-turn": "NFC sorts a run of marks by insertion, in C, where no alarm is heard",
    "years-in-a-row-0": "danish/channels.py takes two years for a phone number of an unsure kind, and ends in a bug",
    "period-of-no-time-4": "danish/periods.py makes a period that ends before it begins",
    **dict.fromkeys((f"unshown-{name}" for name in _UNSHOWN.split()), "clean/container.py takes it for text"),
}

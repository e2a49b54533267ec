"""Inputs that the product fails today, and why: each is a strict expected failure, so that a mended one is noticed."""

from typing import Final

_LABELS: Final = "clean/decode.py takes every codec of Python's for a charset; the web's labels are fewer"

FAILING: Final[dict[str, str]] = {
    **dict.fromkeys(
        (
            "western-declared-utf-7",
            "western-declared-idna",
            "western-declared-punycode",
            "western-declared-unicode_escape",
            "western-declared-hz",
            "western-declared-utf-32",
            "utf7-markup",
        ),
        _LABELS,
    ),
    **dict.fromkeys(
        ("utf8-bom-lies", "utf16-bom-odd-byte", "gb18030-lies"),
        "clean/decode.py replaces bytes under a mark or a declared charset without a note",
    ),
    **dict.fromkeys(
        ("bidi-entities", "control-entities"), "clean/decode.py looks before entities are read; blocks.py never does"
    ),
    **dict.fromkeys(
        ("json-ld-date-flood", "json-ld-date-of-another-world", "json-ld-date-past-the-end"),
        "danish/periods.py takes the years 1, 1111 and 9999 for a date of publication",
    ),
    **dict.fromkeys(
        ("question-asked-often", "headings-that-ask-the-same"), "nothing gives the declared warning repeated_question"
    ),
    "fake-questionnaire-below": "clean/container.py keeps what is hidden once it asks three questions, seen or not",
    "attribute-flood-slashed": "clean/limits.py counts white space for attributes; slashes part them too",
    **dict.fromkeys(
        ("lines-at-the-limit", "rows-at-the-limit"),
        "clean/blocks.py takes over 10 s for 96,000 elements",
    ),
    "formatting-reopened": "nothing bounds what the parser opens again: tags times tags elements, 10 s inside lexbor",
    "names-and-headings": "clean/container.py compares each heading with each name of the head",
    "times-nested": "clean/head.py climbs from each time element to the root",
    "sister-links": "blocks.py searches each list item three times; segment seeks each link from line 0",
    "lines-that-ask": "clean/container.py reads the whole block again for each question in it",
    **dict.fromkeys(
        ("prose", "questions-in-one-line"), "danish/lifecycle.py looks through all clauses for each sentence"
    ),
    "commas": "danish/wordings.py is asked for each of 120,000 clauses, many times over",
}

AT_THE_COMMAND_LINE: Final[frozenset[str]] = frozenset()
"""What fails only there."""

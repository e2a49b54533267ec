"""What an answer enumerates: items in a row, the line above them, and nothing of prose."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.enumeration import items_of, listings

LISTS = [
    ("Ja.", []),
    ("- Job\n- Ro", [("", ["Job", "Ro"])]),
    ("Vi tilbyder:\n- Job\n- Ro", [("Vi tilbyder:", ["Job", "Ro"])]),
    ("Ja.\nVi tilbyder:\n- Job\nOg så:\n- Ro\n- Mad", [("Vi tilbyder:", ["Job"]), ("Og så:", ["Ro", "Mad"])]),
    ("- Job\nFærdig.", [("", ["Job"])]),
    ("- Job\nFærdig.\n- Ro", [("", ["Job"]), ("Færdig.", ["Ro"])]),
    ("- Job  og\tløn\n-  \n- Ro", [("", ["Job og løn"]), (" ", ["Ro"])]),
]


def _answer(text: str) -> AnswerText:
    lines, start = [], 0
    for line in text.split("\n"):
        item = line.startswith("- ")
        lines.append((start + 2 * item, start + len(line), item))
        start += len(line) + 1
    return AnswerText(text, "", tuple(lines))


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_lists_with_their_heads(text: str, told: list[tuple[str, list[str]]]) -> None:
    found = listings(_answer(text))
    assert [(listing.head, [item.text for item in listing.items]) for listing in found] == told
    assert [item.text for item in items_of(_answer(text))] == [item for _, items in told for item in items]
    spans = [item.evidence[0] for listing in found for item in listing.items]
    assert all(
        " ".join(span.quote.split()) == item.text for span, item in zip(spans, items_of(_answer(text)), strict=True)
    )

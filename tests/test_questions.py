"""Every leaf against its own sentences: one named test for each case of fixtures/questions/*.toml.

A case has a `text` (two or more lines that open with "- " are list items), what is expected of the reading in `expect`
(`false` where a stance, kind, year, sentiment or quantity must be absent), and either the `evidence` that a span of
the reading must touch or the reason `why` there is no value.
"""

import importlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions.reading import Reading
from schemas.answers import QuestionKey
from schemas.evidence import Span

FOLDER = Path(__file__).parent.parent / "fixtures" / "questions"
NULLABLE = {"stance", "kind", "since", "sentiment"}
FIELDS = {"status", "under_revision", "themes", "items"} | NULLABLE
QUANTITIES = {"count", "jobs", "ordinary", "flex_and_sheltered", "placements", "volunteers"}
MARKER = re.compile(r"^- ", re.MULTILINE)

Case = Mapping[str, Any]


def _cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")


def _answer(case: Case) -> AnswerText:
    text = case["text"].strip("\n")
    plain = AnswerText.of(case.get("question", ""), text)
    if len(MARKER.findall(text)) < 2:
        return plain
    lines = tuple(
        (start + 2, end, True) if text.startswith("- ", start) else (start, end, False) for start, end, _ in plain.lines
    )
    return AnswerText(text, plain.question, lines)


def _read(key: str, answer: AnswerText) -> Reading:
    reading = importlib.import_module(f"pipeline.questions.{key}").read(answer)
    assert isinstance(reading, Reading)
    return reading


def _spans(reading: Reading) -> list[Span]:
    grounded = [*reading.items, *reading.themes, *reading.quantities.values()]
    return [*reading.evidence, *(span for value in grounded for span in value.evidence)]


def _found(reading: Reading, field: str, wanted: object) -> object:
    if field in QUANTITIES:
        quantity = reading.quantities.get(field)
        names = set(wanted) if isinstance(wanted, dict) else set()
        return quantity.model_dump(include=names | {"min", "max", "approximate"}) if quantity else False
    if field == "themes":
        return sorted(theme.name for theme in reading.themes)
    if field == "items":
        return [item.text for item in reading.items]
    return getattr(reading, field)


def _wanted(field: str, wanted: object) -> object:
    """Put what a case expects as `_found` puts it: a quantity in full, `false` for no value at all."""
    if field in QUANTITIES and isinstance(wanted, dict):
        return {"min": None, "max": None, "approximate": False, **wanted}
    if field == "themes" and isinstance(wanted, list):
        return sorted(wanted)
    return None if wanted is False and field in NULLABLE else wanted


@pytest.mark.parametrize(("key", "case"), list(_cases()))
def test_case(key: str, case: Case) -> None:
    answer = _answer(case)
    reading = _read(key, answer)
    for field, wanted in case["expect"].items():
        assert field in FIELDS | QUANTITIES, f"unknown field {field}"
        assert _found(reading, field, wanted) == _wanted(field, wanted), field
    spans = _spans(reading)
    assert spans, "a reading has evidence"
    assert all(answer.source[span.start : span.end] == span.quote for span in spans)
    if "evidence" in case:
        start = answer.source.index(case["evidence"])
        end = start + len(case["evidence"])
        assert any(span.start < end and start < span.end for span in spans), [span.quote for span in spans]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_cases_belong_to_a_question_and_say_what_they_show(path: Path) -> None:
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    names = [case["name"] for case in cases]
    assert path.stem in get_args(QuestionKey)
    assert len(cases) >= 25
    assert len(names) == len(set(names))
    assert all(("evidence" in case) != ("why" in case) for case in cases)

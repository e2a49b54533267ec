"""The contract: what a record must not be, and that its published form is current."""

import json
import re
from collections.abc import Iterator
from inspect import get_annotations
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from pipeline.schema_export import EXPORTED, json_schema
from pipeline.schema_export import main as write_schemas
from schemas.answers import (
    AdvisoryAnswer,
    Answer,
    AsOf,
    EnterpriseQuantities,
    EnterprisesAnswer,
    GoalsAnswer,
    Item,
    ItemsAnswer,
    Quantity,
    SentimentAnswer,
    StanceAnswer,
    Status,
    StrategyAnswer,
    Theme,
    WorkforceAnswer,
    WorkforceQuantities,
)
from schemas.evidence import Evidence, Grounded, Span
from schemas.record import Contact, Organisation, RecordWarning, Respondent, StatusRecord, spans_of
from schemas.social_economy import KEYS, Answers
from tests.conftest import ROOT
from tests.records import at, full_record
from tests.strategies import records

SPAN = at("Ca. 12")
TWELVE = Quantity(min=12, max=12, unit="enterprises", evidence=SPAN)
GROUNDED: dict[type[Grounded], dict[str, Any]] = {
    Quantity: {"min": 1, "max": 1, "unit": "persons"},
    AsOf: {"value": "2018"},
    Item: {"text": "Renere natur"},
    Theme: {"name": "health"},
    Respondent: {"name": "Ida Dam"},
    Contact: {"email": "ida@faxe.example"},
    Organisation: {"name": "Huset Faxe"},
}
VALUES: list[tuple[type[Answer], dict[str, Any]]] = [
    (StanceAnswer, {"stance": "no"}),
    (StrategyAnswer, {"stance": "yes"}),
    (StrategyAnswer, {"kind": "policy"}),
    (StrategyAnswer, {"since": 2016}),
    (StrategyAnswer, {"under_revision": True}),
    (SentimentAnswer, {"sentiment": "none"}),
    (ItemsAnswer, {"items": (Item(text="Ca. 12", evidence=SPAN),)}),
    (GoalsAnswer, {"themes": (Theme(name="health", evidence=SPAN),)}),
    (AdvisoryAnswer, {"stance": "partly"}),
    (AdvisoryAnswer, {"items": (Item(text="Ca. 12", evidence=SPAN),)}),
    (EnterprisesAnswer, {"quantities": EnterpriseQuantities(count=TWELVE)}),
    (WorkforceAnswer, {"quantities": WorkforceQuantities(volunteers=TWELVE)}),
]
VALUE_IDS = [f"{kind.__name__}.{next(iter(value))}" for kind, value in VALUES]
WITHOUT_VALUES = [status for status in get_args(Status) if status != "answered"]


def models(value: object) -> Iterator[BaseModel]:
    """Every model inside a value, itself first."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from models(part)


def declaring(kind: type[BaseModel], name: str) -> str:
    """Name of the model that brings a field into its family."""
    return next(base.__name__ for base in reversed(kind.__mro__) if name in get_annotations(base))


def printed(status: Status) -> dict[str, Any]:
    """Fields that a status demands."""
    if status == "not_asked":
        return {"status": status}
    if status == "blank":
        return {"status": status, "question": "Hvorfor?"}
    return {"status": status, "question": "Hvorfor?", "text": "Derfor.", "evidence": SPAN}


@pytest.mark.parametrize("name", EXPORTED)
def test_the_published_json_schema_is_current(name: str) -> None:
    published = (ROOT / "schemas" / "json" / name).read_text(encoding="utf-8")
    assert published == json_schema(EXPORTED[name]), "run: make schema"


def test_no_other_json_schema_is_published() -> None:
    assert {path.name for path in (ROOT / "schemas" / "json").iterdir()} == set(EXPORTED)


def test_every_schema_is_written_into_a_new_folder(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new" / "json")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new" / "json").iterdir()}
    assert written == {name: json_schema(model) for name, model in EXPORTED.items()}


@pytest.mark.parametrize("name", EXPORTED)
def test_every_field_is_described(name: str) -> None:
    schema = json.loads(json_schema(EXPORTED[name]))
    objects = [schema, *schema.get("$defs", {}).values()]
    silent = [
        f"{part['title']}.{field}"
        for part in objects
        for field, said in part.get("properties", {}).items()
        if not said.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize(("kind", "fields"), GROUNDED.items(), ids=lambda part: getattr(part, "__name__", ""))
def test_a_value_without_evidence_cannot_be_built(kind: type[Grounded], fields: dict[str, Any]) -> None:
    assert kind.model_validate({**fields, "evidence": SPAN}).evidence == SPAN
    for missing in ({}, {"evidence": ()}):
        with pytest.raises(ValidationError, match="evidence"):
            kind.model_validate({**fields, **missing})


def test_every_kind_of_grounded_value_is_tested() -> None:
    assert set(GROUNDED) == set(Grounded.__subclasses__())


@pytest.mark.parametrize("status", [status for status in get_args(Status) if status not in {"blank", "not_asked"}])
def test_a_status_that_the_text_gives_has_evidence(status: Status) -> None:
    assert Answer.model_validate(printed(status)).evidence == SPAN
    with pytest.raises(ValidationError, match=f"status {status} needs evidence"):
        Answer.model_validate(printed(status) | {"evidence": ()})


@pytest.mark.parametrize("status", WITHOUT_VALUES)
@pytest.mark.parametrize(("kind", "value"), VALUES, ids=VALUE_IDS)
def test_only_an_answered_question_has_values(kind: type[Answer], value: dict[str, Any], status: Status) -> None:
    assert kind.model_validate(printed("answered") | value).stated()
    assert not kind.model_validate(printed(status)).stated()
    with pytest.raises(ValidationError, match=f"status {status} has no values"):
        kind.model_validate(printed(status) | value)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "answered", "text": "Ja", "evidence": SPAN}, "a question is printed"),
        ({"status": "not_asked", "question": "Hvorfor?"}, "a question is printed"),
        ({"status": "answered", "question": "Hvorfor?", "evidence": SPAN}, "a text is printed"),
        ({"status": "blank", "question": "Hvorfor?", "text": "-"}, "a text is printed"),
        ({"status": "not_asked", "text": "-"}, "a text is printed"),
        ({"status": "perhaps"}, "Input should be"),
        ({"status": "not_asked", "extra": 1}, "Extra inputs"),
    ],
)
def test_status_question_and_text_agree(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Answer.model_validate(fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"min": None, "max": None},
        {"min": 5, "max": 4},
        {"min": 4, "max": 5, "approximate": True},
        {"min": 4, "max": None, "approximate": True},
        {"min": None, "max": 5, "approximate": True},
        {"min": 4, "max": 4, "unit": "cows"},
    ],
)
def test_a_quantity_that_means_nothing_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Quantity.model_validate({"unit": "persons", "evidence": SPAN} | fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 3, "end": 3, "quote": ""},
        {"start": 4, "end": 3, "quote": "x"},
        {"start": -1, "end": 0, "quote": "x"},
        {"start": 0, "end": 2, "quote": "x"},
        {"start": 0, "end": 2, "quote": " \n"},
    ],
)
def test_a_span_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(fields)


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_text_is_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        span = Span.of(text, start, end)
        assert text[span.start : span.end] == span.quote == text[start:end].strip()
    else:
        with pytest.raises(ValidationError):
            Span.of(text, start, end)


@settings(max_examples=40)
@given(record=records(), data=st.data())
def test_a_record_whose_text_lost_a_span_cannot_be_built(record: StatusRecord, data: st.DataObject) -> None:
    spans = list(spans_of(record))
    assert all(record.text[span.start : span.end] == span.quote for span in spans)
    if not spans:
        return
    hit = data.draw(st.sampled_from(spans))
    place = data.draw(st.integers(hit.start, hit.end - 1))
    other = "y" if record.text[place] == "x" else "x"
    spoiled = record.text[:place] + other + record.text[place + 1 :]
    with pytest.raises(ValidationError, match=re.escape("is not")):
        StatusRecord.model_validate(record.model_dump() | {"text": spoiled})


def test_a_span_past_the_end_of_the_text_is_refused() -> None:
    outside: Evidence = (Span(start=10_000, end=10_001, quote="x"),)
    warning = RecordWarning(code="needs_review", message="", evidence=outside)
    with pytest.raises(ValidationError, match="is not"):
        full_record(warnings=(warning,))


@settings(max_examples=40)
@given(record=records())
def test_json_is_lossless(record: StatusRecord) -> None:
    assert StatusRecord.model_validate_json(record.model_dump_json()) == record


def test_a_record_is_frozen_and_has_no_other_fields() -> None:
    record = full_record()
    with pytest.raises(ValidationError, match="frozen"):
        record.title = "other"  # type: ignore[misc]  # the type checker says the same
    with pytest.raises(ValidationError, match="Extra inputs"):
        full_record(mayor="Ida Dam")


def test_all_questions_are_always_there() -> None:
    assert tuple(Answers.model_fields) == KEYS
    assert {Answers().of(key).status for key in KEYS} == {"not_asked"}


def test_the_hand_made_record_fills_every_field_of_the_contract() -> None:
    """What the store's round trip proves of it, it then proves of every field."""
    declared, filled = set(), set()
    for model in models(full_record()):
        for name in type(model).model_fields:
            field = f"{declaring(type(model), name)}.{name}"
            declared.add(field)
            if getattr(model, name):
                filled.add(field)
    assert declared == filled

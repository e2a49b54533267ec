"""Who is interviewed: hand-written leads, and the leads of the constructed articles."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.danish.people import find_respondents
from tests.danish_cases import cases


@pytest.mark.parametrize("case", cases("respondents"), ids=lambda case: case["lead"][:60])
def test_a_lead_tells_who_is_interviewed(case: Mapping[str, Any]) -> None:
    lead = case["lead"]
    found = find_respondents(lead, 0, len(lead))
    assert [[person.name, person.role or ""] for person in found] == case["people"]


def test_the_evidence_holds_name_and_role_where_they_stand() -> None:
    text = "Titel\nVi har talt med Lone Hansen, der er projektleder i Erhvervshuset.\nSlut"
    (person,) = find_respondents(text, 6, len(text) - 5)
    (span,) = person.evidence
    assert text[span.start : span.end] == span.quote == "Lone Hansen, der er projektleder i Erhvervshuset"


def test_a_role_in_the_next_sentence_has_evidence_of_its_own() -> None:
    text = "Vi har talt med Lone Hansen. Hun er projektleder."
    (person,) = find_respondents(text, 0, len(text))
    assert [span.quote for span in person.evidence] == ["Lone Hansen", "projektleder"]


def test_only_the_given_range_is_read() -> None:
    text = "Vi har talt med Lone Hansen, konsulent.\nSvaret kom fra Mette Skov, direktør."
    assert [person.name for person in find_respondents(text, 0, text.index("\n"))] == ["Lone Hansen"]


def test_the_leads_of_the_constructed_articles(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "text_lines" not in gold:
            continue
        lead = gold["text_lines"][1]
        found = [(person.name, person.role) for person in find_respondents(lead, 0, len(lead))]
        assert found == [(person["name"], person["role"]) for person in gold["respondents"]], path.name


@pytest.mark.parametrize("piece", ["Lone Hansen, ", "Aa ", "konsulent ", "af ", "A. ", "X-y "])
def test_hostile_leads_end_soon(piece: str) -> None:
    text = piece * 1500
    assert len(find_respondents(text, 0, len(text))) <= 1

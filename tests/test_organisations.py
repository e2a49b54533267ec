"""Which organisations are named: hand-written sentences, look-alikes, and the constructed articles."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.danish.organisations import find_organisations
from tests.danish_cases import cases, lines_of


def _names(text: str, people: list[str] | None = None) -> list[str]:
    return [organisation.name for organisation in find_organisations(text, lines_of(text), people or [])]


@pytest.mark.parametrize("case", cases("organisations"), ids=lambda case: case["text"][:60])
def test_sentences(case: Mapping[str, Any]) -> None:
    assert _names(case["text"], case.get("people")) == case["names"]


def test_a_name_counts_once_and_in_its_fullest_form() -> None:
    text = "Fjordbroen er stor.\nVi støtter Foreningen Fjordbroen.\nForeningen Fjordbroens kasserer er glad."
    (organisation,) = find_organisations(text, lines_of(text), [])
    assert organisation.name == "Foreningen Fjordbroen"
    assert text[organisation.evidence[0].start : organisation.evidence[0].end] == "Foreningen Fjordbroen"


def test_known_persons_are_no_organisations() -> None:
    text = "Det er aftalt med Yrja Fossum, og Fossum har skrevet under."
    assert _names(text, ["Yrja Fossum"]) == []


def test_an_office_among_the_contacts_may_be_an_organisation() -> None:
    assert _names("Ring til Pakhus 7 på 76 16 44 10.", ["Pakhus 7", "Lone Hansen"]) == ["Pakhus 7"]


def test_what_is_outside_the_ranges_is_not_read() -> None:
    text = "Vi køber hos Karup Køkken.\nVi køber hos Hald Haveservice."
    found = find_organisations(text, lines_of(text)[1:], [])
    assert [organisation.name for organisation in found] == ["Hald Haveservice"]


def test_addresses_on_the_web_are_no_organisations() -> None:
    assert _names("Skriv til INFO@KARUP-KOEKKEN.DK eller se www.KarupKoekken.dk.") == []


def test_the_constructed_articles(corpus: Path) -> None:
    wrong, missed, right = 0, 0, 0
    for path in sorted(corpus.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "text_lines" not in gold:
            continue
        printed = gold["text_lines"]
        stop = next(at for at, line in enumerate(printed) if line.rstrip(":") in {"Se også", "Læs også"})
        text = "\n".join(printed)
        people = [person["name"] for person in gold["respondents"]]
        found = {o.name for o in find_organisations(text, lines_of(text)[1:stop], people)}
        want = set(gold["organisations"])
        wrong, missed, right = wrong + len(found - want), missed + len(want - found), right + len(found & want)
    assert right / (right + wrong) >= 0.93
    assert right / (right + missed) >= 0.88


@pytest.mark.parametrize("piece", ["Aa og ", "Café ", "Aa ", "A.B.", "Aa-a", "Lone Hansen, "])
def test_hostile_text_ends_soon(piece: str) -> None:
    text = piece * 1500
    assert len(find_organisations(text, [(0, len(text))], [])) <= 1500

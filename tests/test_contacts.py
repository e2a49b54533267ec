"""Whom to ask: hand-written contact lines, numbers that are no phones, and the constructed articles."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.danish.channels import channels_of
from pipeline.danish.contacts import find_contacts
from tests.danish_cases import cases, lines_of


@pytest.mark.parametrize("case", cases("contacts"), ids=lambda case: case["text"][:60])
def test_contact_lines(case: Mapping[str, Any]) -> None:
    text = case["text"]
    found = [
        contact.model_dump(exclude={"evidence"}, exclude_none=True) for contact in find_contacts(text, lines_of(text))
    ]
    assert found == case["contacts"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("tlf. 25 20 01 31", "+4525200131"),
        ("tlf. 2520 0131", "+4525200131"),
        ("tlf. 25200131", "+4525200131"),
        ("25-20-01-31", "+4525200131"),
        ("25.20.01.31", "+4525200131"),
        ("tlf. 252 001 31", "+4525200131"),
        ("tlf. 25 200 131", "+4525200131"),
        ("6551 20 77", "+4565512077"),
        ("+45 25200131", "+4525200131"),
        ("(+45) 25 20 01 31", "+4525200131"),
        ("0045 25 20 01 31", "+4525200131"),
        ("45 25 20 01 31", "+4525200131"),
        ("+46 (0)40 123 45 67", "+46401234567"),
        ("+49 30 1234567", "+49301234567"),
        ("00298 201030", "+298201030"),
        ("telefonnr.: 25 20 01 31 lokal 12", "+4525200131"),
    ],
)
def test_phones_in_every_writing(printed: str, number: str) -> None:
    assert [channel.value for channel in channels_of(printed, 0, len(printed))] == [number]


@pytest.mark.parametrize(
    "printed",
    [
        "CVR-nr. 29189420",
        "cvr 29 18 94 20",
        "CPR 250190-1234",
        "EAN 5798001234567",
        "EAN-nr. 57 98 00 12 34 567",
        "reg. 1234 konto 56789012",
        "kontonr. 34 56 78 90",
        "kl. 08.00-16.00",
        "åbent 10.00-22.00",
        "2018-2019",
        "mellem 2500-3000 borgere",
        "et sted i omegnen af 2500-3000",
        "24.500.000 kr.",
        "25 00 00 00 kr.",
        "sagsnr. 20181234",
        "1. januar 2019 og 31. december 2020",
        "03 20 01 31",
    ],
)
def test_numbers_that_are_no_phones(printed: str) -> None:
    assert channels_of(printed, 0, len(printed)) == []


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("FRIT@Aalborg.DK.", "frit@aalborg.dk"),
        ("jens.holm(at)randers.dk", "jens.holm@randers.dk"),
        ("jens [at] randers [dot] dk", "jens@randers.dk"),
        ("jens snabel-a randers.dk", "jens@randers.dk"),
        ("kontakt (socialøkonomi@nordfyns-kommune.dk)", "socialøkonomi@nordfyns-kommune.dk"),
    ],
)
def test_addresses_in_every_writing(printed: str, address: str) -> None:
    assert [channel.value for channel in channels_of(printed, 0, len(printed))] == [address]


def test_an_answer_that_prints_a_number_makes_a_contact() -> None:
    text = "Mangler man et lokale, kan man ringe til Pakhus 7 på 76 16 44 10; der er som regel ledigt."
    (contact,) = find_contacts(text, lines_of(text))
    assert (contact.name, contact.phone, contact.evidence[0].quote) == (
        "Pakhus 7",
        "+4576164410",
        "Pakhus 7 på 76 16 44 10",
    )


def test_one_contact_for_a_person_printed_twice() -> None:
    text = "Ring til Lone Hansen på 25 20 01 31.\nKontakt: Lone Hansen, loh@viborg.dk"
    (contact,) = find_contacts(text, [lines_of(text)[0], lines_of(text)[1]])
    assert (contact.phone, contact.email) == ("+4525200131", "loh@viborg.dk")
    assert [span.quote for span in contact.evidence] == ["Lone Hansen på 25 20 01 31", "Lone Hansen, loh@viborg.dk"]


def test_the_constructed_articles(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "text_lines" not in gold:
            continue
        text = "\n".join(gold["text_lines"])
        found = [contact.model_dump(exclude={"evidence"}) for contact in find_contacts(text, lines_of(text))]
        assert found == gold["contacts"], path.name


@pytest.mark.parametrize("piece", ["25 20 01 31 ", "a@", "a.", "(", "+45", "9", "Lone Hansen, ", "Aa og "])
def test_hostile_lines_end_soon(piece: str) -> None:
    text = piece * 3000
    assert len(find_contacts(text, [(0, len(text))])) <= 3000

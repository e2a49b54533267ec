"""Which number counts as what: parts and wholes, merged questions, doubts, evidence, and time on hostile text."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import contexts
from pipeline.danish.nouns import noun_after
from pipeline.danish.quantities import asks_for_jobs, is_merged, registered_part
from pipeline.questions import registered_enterprises, social_enterprises, workforce
from pipeline.questions.reading import Reading
from schemas.answers import Quantity
from tests.timing import least_seconds

BANK = Path(__file__).parents[2] / "shared" / "corpus" / "answers.jsonl"
MERGED = "Hvor mange socialøkonomiske virksomheder har I, og hvor mange af dem er registrerede?"
USUAL = "Hvor mange socialøkonomiske virksomheder har I i kommunen? (og hvor mange jobs har de skabt til udsatte?)"
LEAVES: Mapping[str, Callable[[AnswerText], Reading]] = {
    "social_enterprises": social_enterprises.read,
    "registered_enterprises": registered_enterprises.read,
    "workforce": workforce.read,
}
Value = tuple[float | None, float | None, bool, str]


def _value(quantity: Quantity | None) -> Value | None:
    return (quantity.min, quantity.max, quantity.approximate, quantity.unit) if quantity else None


def _values(reading: Reading) -> dict[str, Value | None]:
    return {name: _value(quantity) for name, quantity in reading.quantities.items()}


def test_a_merged_answer_gives_each_question_its_own() -> None:
    answer = AnswerText.of(MERGED, "Mindst 120, hvoraf 64 er RSV'er. Sidstnævnte har 512 ansatte fra målgruppen.")
    assert _values(social_enterprises.read(answer)) == {"count": (120, None, False, "enterprises")}
    assert _values(registered_enterprises.read(answer)) == {
        "count": (64, 64, False, "enterprises"),
        "jobs": (512, 512, False, "persons"),
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ca. 20, heraf 4 registrerede", (4, 4, False, "enterprises")),
        ("17 virksomheder, hvoraf de 5 er registrerede", (5, 5, False, "enterprises")),
        ("25. Knap ti af dem er RSV.", (10, 10, True, "enterprises")),
        ("31, men ingen af dem er registreret", (0, 0, False, "enterprises")),
        ("ca. 20", None),
        ("20, heraf 4 drevet af kommunen", None),
    ],
)
def test_registered_part(text: str, value: Value | None) -> None:
    part = registered_part(AnswerText.of(USUAL, text))
    assert _value(part) == value
    if part:
        assert all(text[span.start : span.end] == span.quote for span in part.evidence)


@pytest.mark.parametrize(
    ("question", "merged"),
    [
        (MERGED, True),
        ("Hvor mange socialøkonomiske virksomheder har I? Og hvor mange er RSV?", True),
        (USUAL, False),
        ("Hvor mange er registrerede socialøkonomiske virksomheder? (og hvor mange jobs har de skabt?)", False),
        ("Hvor mange af virksomhederne er registreret, og hvor mange job har de skabt?", False),
        ("", False),
    ],
)
def test_merged_questions(question: str, merged: bool) -> None:  # noqa: FBT001 -- a table of expectations
    assert is_merged(question) is merged


def test_what_a_question_asks() -> None:
    assert asks_for_jobs(USUAL)
    assert not asks_for_jobs("Hvor mange socialøkonomiske virksomheder findes der i kommunen?")


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (" socialøkonomiske virksomheder", "enterprise"),
        (" små lokale virksomhder", "enterprise"),
        (" registrerede", "registered"),
        (" RSV'er i byen".lower(), "registered"),
        (" registrerede borgere", "target"),
        (" job til udsatte", "job"),
        (" ansatte fra målgruppen", "staff"),
        (" er på listen", "elided"),
        (" efterhånden", "elided"),
        ("", "elided"),
        (" deltagere på mødet", "other"),
        (" landsbyer", "other"),
    ],
)
def test_nouns(after: str, name: str) -> None:
    assert noun_after(after).name == name


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("dengang var der 8", "past"),
        ("i dag er der 14", "present"),
        ("Vores mål er 20", "hoped"),
        ("på landsplan er der 300", "elsewhere"),
        ("2 i hver", "each"),
        ("5 er lukket", "flow"),
        ("4 nye", "flow"),
        ("heraf 4 registrerede", "part"),
        ("af de 17 er mange registreret", "whole"),
        ("de 5 ligger i byen", "definite"),
        ("i alt 30 borgere", "total"),
        ("den største har 12 ansatte", "of_one"),
        ("med henholdsvis 12 i job", "respectively"),
    ],
)
def test_what_is_said_of_a_number(text: str, flag: str) -> None:
    assert getattr(contexts(AnswerText.of("", text))[0], flag)
    assert not getattr(contexts(AnswerText.of("", "Vi har 12 virksomheder"))[0], flag)


def test_a_year_of_its_own() -> None:
    assert [found.year for found in contexts(AnswerText.of("", "12 i 2018, mod 4 i 2015"))] == [2018, 2015]


def test_figures_that_fit_equally_well_are_a_doubt() -> None:
    reading = social_enterprises.read(AnswerText.of(USUAL, "6 inden for fødevarer og 4 inden for genbrug."))
    assert reading.status == "answered"
    assert not reading.quantities
    assert [doubt.field for doubt in reading.doubts] == ["quantities.count"]


def test_an_answer_of_marks_still_has_evidence() -> None:
    reading = workforce.read(AnswerText.of("", "(("))
    assert (reading.status, [span.quote for span in reading.evidence]) == ("answered", ["(("])


def test_that_nobody_can_say_is_no_count_of_none() -> None:
    reading = social_enterprises.read(AnswerText.of(USUAL, "Der er ingen, der kan sige det."))
    assert (reading.status, reading.quantities) == ("unknown", {})


@pytest.mark.parametrize("key", list(LEAVES))
@pytest.mark.parametrize("piece", ["12, ", "12. ", "af de 5 ", "Frivillige: 3\n", "12\t", "virksomheder ", "(12) "])
def test_time_is_linear(key: str, piece: str) -> None:
    def seconds(length: int) -> float:
        answer = AnswerText.of("", piece * (length // len(piece)))
        assert answer.clauses
        return least_seconds(lambda: LEAVES[key](answer))

    seconds(200)
    assert seconds(4_000) < max(24 * seconds(500), 0.5)


@pytest.mark.skipif(not BANK.exists(), reason="the shared answers are not beside this checkout")
def test_floor_on_the_shared_answers() -> None:
    right = given = wanted = 0
    for line in BANK.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["key"] not in LEAVES or row["gold"]["status"] == "blank":
            continue
        reading = LEAVES[row["key"]](AnswerText.of(row["question"], row["text"]))
        gold = {
            name: (value["min"], value["max"], value["approximate"], value["unit"])
            for name, value in (row["gold"].get("quantities") or {}).items()
            if value
        }
        found = _values(reading)
        right += sum(found.get(name) == value for name, value in gold.items())
        given, wanted = given + len(found), wanted + len(gold)
    assert right / given >= 0.95
    assert 2 * right / (given + wanted) >= 0.90

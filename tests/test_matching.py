"""Questions recognised by what they ask: rewordings, misspellings, merges, and what is asked of something else."""

import json
from pathlib import Path

import pytest

from pipeline.questions.matching import is_label, match_question

ROOT = Path(__file__).parent.parent
TRAIN = sorted((ROOT / "fixtures" / "corpus").glob("train-*.jsonl"))


BOTH = ("social_enterprises", "registered_enterprises")


@pytest.mark.parametrize("path", TRAIN, ids=lambda path: path.stem)
def test_the_wordings_of_the_training_answers(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = {
        row["question"] for row in rows if (m := match_question(row["question"])) is None or m.keys != (row["key"],)
    }
    assert wrong == set()


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("Har i en stratgi for socialøkonomske virksomheder eller en aftale?", ("strategy",)),
        ("4. Hvad ønsker komunen at opnå gennem en prioritering af socialøkonomiske virksomheder?", ("goals",)),
        ("Spørgsmål: Bruges strategien aftalen aktivt?", ("strategy_use",)),
        ("Sammensætning af medarbejderne:", ("workforce",)),
        ("Har kommunen nedskrevet en plan for socialøkonomien?", ("strategy",)),
        ("Bliver planen brugt til noget?", ("strategy_use",)),
        ("Hvad er det, kommunen gerne vil opnå?", ("goals",)),
        ("Hvor mange RSV-virksomheder har I, og hvor mange udsatte er i job i dem?", ("registered_enterprises",)),
        ("Stiller I krav om RSV, før I samarbejder?", ("rsv_only_policy",)),
        ("Hvordan har I oplevet registreringsordningen?", ("rsv_experience",)),
        ("Hvilke tiltag har I sat i søen for at fremme socialøkonomien?", ("activities",)),
        ("Kan en iværksætter få vejledning hos jer?", ("advisory",)),
        ("Tænkes socialt ansvar ind, når kommunen sender opgaver i udbud?", ("procurement",)),
        ("Har I en strategi, og bruges den i praksis?", ("strategy", "strategy_use")),
        ("Hvor mange socialøkonomiske virksomheder har I, og hvor mange er registreret?", BOTH),
    ],
)
def test_rewordings(printed: str, keys: tuple[str, ...]) -> None:
    match = match_question(printed)
    assert match is not None
    assert match.keys == keys


@pytest.mark.parametrize(
    "printed",
    [
        "Hvad har corona betydet for jer?",
        "Har I et godt råd til andre kommuner?",
        "Hvordan er økonomien i de socialøkonomiske virksomheder?",
        "Hvad bliver den største udfordring fremover?",
        "Hvilke ambitioner har I frem mod 2025?",
        "Hvad er I mest stolte af?",
        "Hvem sidder med opgaven i kommunen?",
        "Hvor ligger rådhuset?",
        "Hvad koster det så?",
        "",
        "?",
        "Vi har mange gode virksomheder i kommunen, og dem er vi glade for." * 8,
    ],
)
def test_what_the_series_does_not_ask(printed: str) -> None:
    assert match_question(printed) is None


def test_the_pronoun_is_told_from_the_preposition() -> None:
    assert match_question("Få det direkte i indbakken. Hvorfor ikke?") is None


@pytest.mark.parametrize("label", ["Ordinært ansatte:", "Fleksjob og skånejobs: 12", "Frivillige:", "Praktikforløb: 3"])
def test_labels_of_the_workforce_answer(label: str) -> None:
    assert is_label(label)


@pytest.mark.parametrize(
    "line", ["Frivillige hjælper os hver uge med at holde åbent i weekenden", "Se ovenfor", "Ja: altid"]
)
def test_no_labels(line: str) -> None:
    assert not is_label(line)

"""The voting model: what it sees, what it says, when it is silent, and that it is the one that the data teach."""

import hashlib
import json
from functools import partial
from pathlib import Path

import pytest

from pipeline.danish import classifier
from pipeline.danish.classifier import BREAK, LABELS, MODELS, bag, features, stem, theme_votes, vote, words_of
from pipeline.danish.clauses import AnswerText
from schemas.answers import QuestionKey
from tests.timing import least_seconds
from tools.train_model import Guess, choose_threshold, read_rows

MEGABYTE = 1 << 20


def answer(text: str) -> AnswerText:
    return AnswerText.of("Har I en strategi?", text)


@pytest.mark.parametrize(
    ("key", "text", "label", "clause"),
    [
        ("strategy", "Vi kom sent i gang. Nu er en strategi under udarbejdelse.", "planned", "en strategi under"),
        ("strategy", "Kommunen har ingen strategi for området.", "no", "ingen strategi"),
        ("strategy_use", "Strategien er to år gammel. Den bruges hver dag i jobcentret.", "yes", "bruges hver dag"),
        ("rsv_only_policy", "Der skelnes ikke mellem registrerede og uregistrerede.", "no", "skelnes ikke"),
        ("advisory", "Kun i begrænset omfang og kun ved opstart.", "partly", "begrænset omfang"),
        ("procurement", "Vi har sociale klausuler i alle udbud.", "yes", "klausuler i alle udbud"),
    ],
)
def test_votes_on_a_stance_with_the_clause_behind_it(key: QuestionKey, text: str, label: str, clause: str) -> None:
    voted = vote(key, "stance", answer(text))
    assert voted is not None
    assert voted.label == label
    assert clause in voted.clause.text
    assert classifier.thresholds()["stance"] <= voted.confidence <= 1


def test_votes_on_sentiment() -> None:
    good = vote("rsv_experience", "sentiment", answer("Vi er meget tilfredse med samarbejdet."))
    bad = vote("rsv_experience", "sentiment", answer("Ordningen er for besværlig og bureaukratisk."))
    assert good is not None
    assert bad is not None
    assert (good.label, bad.label) == ("positive", "negative")


def test_votes_on_several_themes_each_with_its_clause() -> None:
    votes = theme_votes(answer("Vi vil have flere ledige i job, mindre affald og mere genbrug."))
    clauses = {voted.label: voted.clause.text for voted in votes}
    assert "job" in clauses["employment"]
    assert "genbrug" in clauses["sustainability"]


@pytest.mark.parametrize(
    "text", ["", "…", "12", "Xyzzy qwfp zxcv.", "Indkøbschefen hedder Lone og sidder på rådhuset."]
)
def test_is_silent_rather_than_guesses(text: str) -> None:
    assert vote("procurement", "stance", answer(text)) is None
    assert vote("rsv_experience", "sentiment", answer(text)) is None
    assert theme_votes(answer(text)) == ()


def test_a_negation_reaches_to_the_end_of_its_clause_only() -> None:
    within = set(bag(["ikke", "brugt", BREAK]))
    beyond = set(bag(["ikke", BREAK, "brugt", BREAK]))
    assert any(key >> 32 == 2 for key in within)
    assert not any(key >> 32 == 2 for key in beyond)


def test_inflections_share_a_stem() -> None:
    assert {stem(word) for word in ("strategi", "strategien", "strategier", "strategierne")} == {"strategi"}


def test_a_feature_counts_for_all_questions_and_for_its_own() -> None:
    one, other = (set(features([key, "på", "vej"]).tolist()) for key in ("strategy", "advisory"))
    assert one & other == set(bag(["på", "vej"]))
    assert one != other


def test_a_document_begins_with_its_question_and_drops_marks() -> None:
    assert words_of("goals", answer("Job, ro!").clauses) == ["goals", "job", BREAK, "ro", BREAK]


def test_the_same_answer_gets_the_same_vote() -> None:
    text = answer("Strategien er sendt i høring.")
    assert vote("strategy", "stance", text) == vote("strategy", "stance", text)


def test_the_threshold_is_the_least_that_holds_from_there_on() -> None:
    right = [Guess(0.9 + place / 1000, right=True) for place in range(40)]
    wrong = [Guess(0.6, right=False)] * 20
    assert choose_threshold(right + wrong) == pytest.approx(0.61)
    assert choose_threshold(wrong) > 1
    assert choose_threshold([Guess(0.99, right=False), *right]) == pytest.approx(0.3), "one bad vote decides nothing"


def test_shipped_models_are_small_and_their_labels_known() -> None:
    size = sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file())
    assert size < 10 * MEGABYTE
    for field, labels in LABELS.items():
        assert tuple(json.loads((MODELS / field / "cfg").read_text(encoding="utf-8"))["labels"]) == labels


def test_shipped_models_were_trained_on_the_answers_that_stand_here() -> None:
    figures = json.loads((MODELS / "figures.json").read_text(encoding="utf-8"))
    rows = json.dumps(read_rows(), sort_keys=True).encode()
    assert figures["data_sha256"] == hashlib.sha256(rows).hexdigest(), "run `python -m tools.train_model`"


def test_every_evidence_of_an_own_answer_stands_in_it() -> None:
    own = [row for row in read_rows() if row["source"].startswith("own-")]
    assert len(own) > 1000
    assert [row["id"] for row in own if any(quote not in row["text"] for quote in row["evidence"])] == []


def test_the_card_names_each_threshold() -> None:
    card = (Path(MODELS) / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert all(f"| {field} | {least} |" in card for field, least in classifier.thresholds().items())


def test_hostile_input_costs_time_in_proportion_to_its_length() -> None:
    vote("strategy", "stance", answer("varm op"))
    short, long = (answer("ikke " * length) for length in (2_000, 20_000))
    assert short.clauses
    assert long.clauses
    shorter, longer = (least_seconds(partial(vote, "strategy", "stance", text)) for text in (short, long))
    assert longer < 40 * shorter + 0.05

"""What the voting models see: numbers that they were trained on. Whoever changes one trains the models anew."""

import numpy as np
import pytest
from spacy.vocab import Vocab

from pipeline.danish.classifier import (
    BREAK,
    BUCKETS,
    LABELS,
    Field,
    SingleField,
    architecture,
    bag,
    component,
    features,
    stem,
    theme_votes,
    vote,
    words_of,
)
from pipeline.danish.clauses import AnswerText
from schemas.answers import QuestionKey

FIELDS: tuple[Field, ...] = ("stance", "sentiment", "themes")
SPOKEN = "Den blev opsagt i 2018, og vi har ingen aftale."
# The stems, their pair, the denied stem, the letters of *brugt*, and the families: one, denied, and two together.
NUMBERS = (
    *(1719674338, 3828228865, 4430652161, 8123196161, 10309608930, 12998507593, 13473780122, 16291224025),
    *(17179869191, 17179869201, 21474836497, 25769805585),
)


def _answer(text: str) -> AnswerText:
    return AnswerText.of("Har I en strategi?", text)


def test_every_kind_of_feature_has_its_number() -> None:
    assert tuple(bag(["ikke", "brugt"])) == NUMBERS
    assert tuple(bag(["ikke", "brugt", BREAK])) == NUMBERS
    assert tuple(bag([BREAK, "ikke", "brugt"])) == NUMBERS
    assert bag([]) == bag([BREAK]) == []


def test_what_the_models_were_trained_with() -> None:
    assert (BREAK, BUCKETS) == ("|", 65_536)


def test_the_order_of_two_words_and_their_clause_count() -> None:
    assert bag(["ikke", "brugt"]) != bag(["brugt", "ikke"]) != bag(["brugt", BREAK, "ikke"])


def test_all_digits_are_alike_and_short_words_have_no_letters() -> None:
    assert bag(["2014"]) == bag(["7"])
    assert len(bag(["xyz"])) == 2
    assert len(bag(["xyzw"])) == 2
    assert len(bag(["xyzwv"])) == 2 + 3


@pytest.mark.parametrize("key", ["social_enterprises", "strategy", "goals"])
def test_a_question_has_features_of_its_own(key: QuestionKey) -> None:
    found = features([key, "ikke", "brugt"]).tolist()
    own = {number - shared for number, shared in zip(found[len(NUMBERS) :], NUMBERS, strict=True)}
    assert tuple(found[: len(NUMBERS)]) == NUMBERS
    assert len(own) == 1
    assert own.pop() % (1 << 36) == 0


def test_two_questions_share_no_feature_of_their_own() -> None:
    keys: tuple[QuestionKey, ...] = ("strategy", "strategy_use", "goals", "procurement")
    own = [set(features([key, "brugt"]).tolist()) - set(bag(["brugt"])) for key in keys]
    assert len(set.union(*own)) == sum(map(len, own))


@pytest.mark.parametrize("field", FIELDS)
def test_a_document_has_length_one_and_a_family_counts_twice(field: Field) -> None:
    words = words_of("strategy", _answer(SPOKEN).clauses)
    keys, values, lengths = architecture(field).layers[0].predict([words, ["goals", "xyz"]])
    assert lengths.tolist() == [len(features(words)), len(features(["goals", "xyz"]))]
    whole = values[: lengths[0]]
    assert float(np.linalg.norm(whole)) == pytest.approx(1)
    families = {float(value) for key, value in zip(keys.tolist(), whole, strict=False) if key >> 32 & 15 == 4}
    others = {float(value) for key, value in zip(keys.tolist(), whole, strict=False) if key >> 32 & 15 != 4}
    assert len(families) == len(others) == 1
    assert families.pop() == pytest.approx(2 * others.pop())
    assert architecture(field).layers[0].predict([["goals"]])[1].tolist() == []


@pytest.mark.parametrize("field", FIELDS)
def test_the_network(field: Field) -> None:
    network = architecture(field)
    several = field == "themes"
    assert [layer.name for layer in network.layers] == [
        "danish_bag",
        "sparse_linear",
        "logistic" if several else "softmax_activation",
    ]
    assert network.get_ref("output_layer") is network.layers[1]
    assert network.get_dim("nO") == network.layers[1].get_dim("nO") == len(LABELS[field])
    assert network.layers[1].attrs["v1_indexing"] is False
    assert network.layers[1].get_dim("length") == BUCKETS
    assert network.attrs["multi_label"] is several


@pytest.mark.parametrize("field", FIELDS)
def test_the_component_has_the_labels_in_their_order(field: Field) -> None:
    made = component(field, Vocab())
    assert (made.labels, made.name, made.cfg["threshold"]) == (LABELS[field], field, 0.5)


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        *(("arbejdernes", "arbejd"), ("kommunerne", "kommun"), ("huse", "hus"), ("husene", "hus"), ("husets", "hus")),
        *(("bus", "bus"), ("busse", "buss"), ("ens", "ens"), ("tredje", "tredj"), ("12", "12"), ("ø", "ø")),
        *(("kunst", "kuns"), ("budget", "budg"), ("lande", "land"), ("landes", "land"), ("jobbets", "jobb")),
    ],
)
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


VOTES: list[tuple[QuestionKey, SingleField, str, str, str, float]] = [
    ("strategy", "stance", SPOKEN, "no", "Den blev opsagt i 2018", 0.97),
    ("rsv_experience", "sentiment", "Vi er meget tilfredse.", "positive", "Vi er meget tilfredse", 0.96),
]


@pytest.mark.parametrize(("key", "field", "text", "label", "clause", "about"), VOTES)
def test_how_sure_a_vote_is(  # noqa: PLR0913 -- a table of expectations
    *, key: QuestionKey, field: SingleField, text: str, label: str, clause: str, about: float
) -> None:
    cast = vote(key, field, _answer(text))
    assert cast is not None
    assert (cast.label, cast.clause.text) == (label, clause)
    assert cast.confidence == pytest.approx(about, abs=0.05)
    assert vote(key, field, _answer(text), least=cast.confidence) == cast
    assert vote(key, field, _answer(text), least=cast.confidence + 0.001) is None
    assert vote(key, field, _answer(text), read=label) is None
    assert vote(key, field, _answer(text), read="planned") == cast


def test_how_sure_a_vote_on_a_theme_is() -> None:
    votes = {cast.label: cast for cast in theme_votes(_answer("Vi vil have flere ledige i job, og mere genbrug."))}
    assert votes["employment"].confidence == pytest.approx(0.93, abs=0.05)
    assert votes["sustainability"].clause.text == "og mere genbrug"

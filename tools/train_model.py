"""Trains the voting models of pipeline.danish.classifier: `python -m tools.train_model`, a minute on two cores.

Reads fixtures/corpus/train-*.jsonl and fixtures/train/own-*.jsonl, cross-validates, chooses each field's threshold,
trains on everything and writes pipeline/models/. Seeded and single-threaded: two runs on one machine write
the same bytes. The development bank is never read here.
"""

import hashlib
import json
import random
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from pipeline.danish.classifier import LABELS, MODELS, UNCLEAR, Field, component, words_of
from pipeline.danish.clauses import AnswerText, Clause

ROOT: Final = Path(__file__).parents[1]
DATA: Final = ("fixtures/corpus/train-*.jsonl", "fixtures/train/own-*.jsonl")
ASKED: Final[dict[Field, tuple[str, ...]]] = {
    "stance": ("strategy", "strategy_use", "rsv_only_policy", "advisory", "procurement"),
    "sentiment": ("rsv_experience",),
}
"""The questions that have the field."""
SEED: Final = 20180901
FOLDS: Final = 5
EPOCHS: Final = 12
BATCH: Final = 32
RATE: Final = 0.01
"""Epochs and rate: 10 to 30 and 0.01 to 0.03 gave the same accuracy within a point in cross-validation."""
PRECISION: Final = 0.85
"""What votes that count should reach in cross-validation; at 0.9 they fill few of the values that rules leave open."""
FEWEST: Final = 20
"""From how many votes on a precision is taken seriously."""
STEPS: Final = tuple(step / 100 for step in range(30, 100))

Row = dict[str, Any]
Split = Callable[["Sample"], str]


@dataclass(frozen=True, slots=True)
class Sample:
    """One document to learn from; themes are learned clause by clause, all else answer by answer."""

    words: tuple[str, ...]
    labels: frozenset[str]
    answer: int
    """Which row of the data it comes from."""
    source: str
    """The file it comes from."""
    wording: str
    """The question as printed."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a model that had not seen the answer said: a label, how sure it was, and whether it is right."""

    confidence: float
    right: bool


def read_rows() -> list[Row]:
    """The training answers in a fixed order, each with the file it stands in."""
    paths = [path for pattern in DATA for path in sorted(ROOT.glob(pattern))]
    return [
        {**json.loads(line), "source": path.stem}
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def _overlaps(clause: Clause, text: str, quote: str) -> bool:
    """Whether the clause and the first occurrence of the quote share more than half of the shorter."""
    start = text.find(quote)
    shared = min(clause.end, start + len(quote)) - max(clause.start, start)
    return start >= 0 and 2 * shared > min(clause.end - clause.start, len(quote))


def _documents(field: Field, row: Row) -> list[tuple[tuple[Clause, ...], frozenset[str]]]:
    """The stretches of an answer to learn from, each with its labels."""
    gold, clauses = row["gold"], AnswerText.of(row["question"], row["text"]).clauses
    if field != "themes":
        asked = row["key"] in ASKED[field]
        value = gold.get(field) or UNCLEAR
        return [(clauses, frozenset({value}))] if asked and value in LABELS[field] and clauses else []
    if gold["status"] != "answered" or "themes" not in gold:
        return []
    named = list(zip(gold["themes"], row["evidence"], strict=False))
    return [
        ((clause,), frozenset(theme for theme, quote in named if _overlaps(clause, row["text"], quote)))
        for clause in clauses
    ]


def samples_of(field: Field, rows: Sequence[Row]) -> list[Sample]:
    """All that the data teach about a field."""
    return [
        Sample(tuple(words_of(row["key"], clauses)), labels, number, row["source"], row["question"])
        for number, row in enumerate(rows)
        for clauses, labels in _documents(field, row)
    ]


def train(field: Field, samples: Sequence[Sample]) -> Any:  # noqa: ANN401 -- spaCy's component is untyped
    """A trained component."""
    fix_random_seed(SEED)
    nlp = spacy.blank("da")
    made = component(field, nlp.vocab)
    examples = [
        Example.from_dict(
            Doc(nlp.vocab, words=list(sample.words)),
            {"cats": {label: float(label in sample.labels) for label in LABELS[field]}},
        )
        for sample in samples
    ]
    made.initialize(lambda: examples, nlp=nlp, labels=LABELS[field])
    optimizer, order = Adam(RATE), random.Random(SEED)  # noqa: S311 -- a seeded shuffle, no secret
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            made.update(examples[start : start + BATCH], sgd=optimizer)
    return made


def _folds(samples: Sequence[Sample], group: Split) -> dict[str, int]:
    """A fold for each group, in a seeded order; whoever shares a group stands in the same fold."""
    groups = sorted({group(sample) for sample in samples})
    random.Random(SEED).shuffle(groups)  # noqa: S311
    return {name: place % FOLDS for place, name in enumerate(groups)}


def held_out_scores(field: Field, samples: Sequence[Sample], group: Split) -> dict[int, list[float]]:
    """For each answer the highest score of each label, from a model that saw nothing of the answer's group."""
    fold = _folds(samples, group)
    scores: dict[int, list[float]] = {}
    for number in sorted(set(fold.values())):
        model = train(field, [sample for sample in samples if fold[group(sample)] != number]).model
        held = [sample for sample in samples if fold[group(sample)] == number]
        for sample, row in zip(held, model.predict([sample.words for sample in held]), strict=True):
            before = scores.get(sample.answer, [0.0] * len(row))
            scores[sample.answer] = [max(old, float(new)) for old, new in zip(before, row, strict=True)]
    return scores


def guesses(field: Field, rows: Sequence[Row], scores: dict[int, list[float]], origin: str = "") -> list[Guess]:
    """What the held-out models said of the answers whose file's name begins with origin."""
    found = []
    for answer, row in scores.items():
        if not rows[answer]["source"].startswith(origin):
            continue
        if field == "themes":
            named = rows[answer]["gold"]["themes"]
            found += [Guess(score, label in named) for label, score in zip(LABELS[field], row, strict=True)]
            continue
        best = max(range(len(row)), key=row.__getitem__)
        if LABELS[field][best] != UNCLEAR:
            found.append(Guess(row[best], LABELS[field][best] == rows[answer]["gold"].get(field)))
    return found


def precision_at(votes: Sequence[Guess], threshold: float) -> tuple[float, int]:
    """The share of right ones among the votes from a threshold on, and how many there are."""
    counted = [vote.right for vote in votes if vote.confidence >= threshold]
    return sum(counted) / max(1, len(counted)), len(counted)


def choose_threshold(votes: Sequence[Guess]) -> float:
    """The least threshold from which on none falls below the wanted precision; above 1 if there is none."""
    chosen = 1.01
    for step in reversed(STEPS):
        precision, count = precision_at(votes, step)
        if count >= FEWEST and precision < PRECISION:
            break
        chosen = step if count >= FEWEST else chosen
    return chosen


SPLITS: Final[dict[str, Split]] = {
    "answer": lambda sample: str(sample.answer),
    "wording": lambda sample: sample.wording,
    "file": lambda sample: sample.source,
}


def _figures(votes: Sequence[Guess], threshold: float) -> dict[str, float]:
    precision, count = precision_at(votes, threshold)
    return {"precision": round(precision, 3), "coverage": round(count / max(1, len(votes)), 3)}


def _validate(field: Field, rows: Sequence[Row], samples: Sequence[Sample]) -> Iterator[dict[str, Any]]:
    """The figures of a field, first held out answer by answer, where the threshold is chosen."""
    threshold = 0.0
    for split, group in SPLITS.items():
        scores = held_out_scores(field, samples, group)
        threshold = threshold or choose_threshold(guesses(field, rows, scores))
        by_origin = {origin: _figures(guesses(field, rows, scores, origin), threshold) for origin in ("train-", "own-")}
        yield {"field": field, "held_out_by": split, "threshold": threshold, **by_origin}


def main() -> None:
    """Cross-validates, trains and writes all models, thresholds and figures."""
    rows = read_rows()
    thresholds: dict[str, float] = {}
    figures = []
    for field in LABELS:
        samples = samples_of(field, rows)
        for figure in _validate(field, rows, samples):
            figures.append(figure)
            sys.stdout.write(f"{json.dumps(figure)}\n")
        thresholds[field] = figures[-1]["threshold"]
        shutil.rmtree(MODELS / field, ignore_errors=True)
        train(field, samples).to_disk(MODELS / field, exclude=["vocab"])
    digest = hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
    for name, content in (
        ("thresholds.json", thresholds),
        ("figures.json", {"answers": len(rows), "data_sha256": digest, "cross_validation": figures}),
    ):
        (MODELS / name).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

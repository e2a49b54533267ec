"""Votes on an answer where rules end: three small spaCy text categorisers over one bag of Danish features.

Each is a linear softmax model (spaCy's TextCategorizer), trained by `python -m tools.train_model` and shipped in
pipeline/models/. Its features know Danish and no question: stems, pairs of stems within a clause, stems behind a
negation, stretches of five letters, which find a word inside a compound, and families of words that mean much the same
(pipeline/models/concepts.toml), alone, denied, and two in a clause. Every feature counts twice, once for all
questions and once for the question asked, so that "på vej" teaches five questions and "foretrækker" one.

A vote says how sure it is and names the clause that speaks most for it; below the field's threshold there is none.
"""

import json
import shlex
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args
from zlib import crc32

from pipeline.danish.clauses import AnswerText, Clause
from schemas.answers import QuestionKey, Sentiment, Stance, ThemeName

if TYPE_CHECKING:
    import numpy as np
    from spacy.pipeline.textcat import TextCategorizer
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

SingleField: TypeAlias = Literal["stance", "sentiment"]
Field: TypeAlias = SingleField | Literal["themes"]
Keys: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.uint64]]"
Scores: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float32]]"
Documents: TypeAlias = "Sequence[Sequence[str] | Doc]"

UNCLEAR: Final = "unclear"
"""What an answer teaches that a careful reader cannot place, or that is none; never voted for."""
LABELS: Final[dict[Field, tuple[str, ...]]] = {
    "stance": (*get_args(Stance), UNCLEAR),
    "sentiment": (*get_args(Sentiment), UNCLEAR),
    "themes": get_args(ThemeName),
}
MODELS: Final = Path(__file__).parents[1] / "models"
BREAK: Final = "|"
"""Stands between two clauses: neither a negation nor a pair of words reaches beyond it."""
BUCKETS: Final = 1 << 16
"""Rows of each weight table; twice as many gave the same figures in cross-validation."""

_NEGATIONS: Final = frozenset("ikke ingen intet aldrig hverken nej uden næppe ej ingenting niks heller".split())
_ENDINGS: Final = tuple("ernes erne enes ene ens ets ende ede ers er en et es te e s t".split())
_STEM_MIN, _GRAM = 3, 5
_QUESTIONS: Final[tuple[str, ...]] = get_args(QuestionKey)
_PAIR, _NEGATED, _LETTERS, _FAMILY, _DENIED, _FAMILIES = (kind << 32 for kind in range(1, 7))
"""Tags above the 32 bits of a hash keep the kinds of features apart."""
_FAMILY_WEIGHT: Final = 2.0
"""A family counts as much as two words; chosen between 1 and 2 in cross-validation."""
_FOR_QUESTION: Final = 1 << 36
_HASH: Final = (1 << 32) - 1
_WORDS_MAX: Final = 1 << 13
"""Words remembered with what they count as: 4 MiB."""
_NO_FAMILY: Final[frozenset[int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Vote:
    """What the model takes an answer to say."""

    label: str
    confidence: float
    """The model's own probability, 0 to 1."""
    clause: Clause
    """The clause that speaks most for the label."""


def stem(word: str) -> str:
    """A lower-case word without its commonest inflection; compounds and vowel changes stay."""
    for ending in _ENDINGS:
        if len(word) - len(ending) >= _STEM_MIN and word.endswith(ending):
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=_WORDS_MAX)
def _word(word: str) -> tuple[int, tuple[int, ...]]:
    """The hash of a word's stem, and those of its stretches of letters; digits are all alike."""
    if word.isdigit():
        return crc32(b"#"), ()
    framed = f"^{word}$"
    grams = range(len(framed) - _GRAM + 1) if len(word) >= _GRAM else ()
    letters = tuple(_LETTERS | crc32(framed[at : at + _GRAM].encode()) for at in grams)
    return crc32(stem(word).encode()), letters


@cache
def _families() -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """The families of each word or pair of words, and of each beginning of a word."""
    whole: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    listed = tomllib.loads((MODELS / "concepts.toml").read_text(encoding="utf-8"))
    for number, entries in enumerate(listed.values()):
        for entry in shlex.split(entries):
            known = beginnings if entry.endswith("*") else whole
            known.setdefault(entry.removesuffix("*"), set()).add(number)
    return whole, beginnings


@cache
def _first_words() -> frozenset[str]:
    """The words that a listed pair of words begins with."""
    return frozenset(entry.split(" ")[0] for entry in _families()[0] if " " in entry)


@lru_cache(maxsize=_WORDS_MAX)
def _families_of(word: str) -> frozenset[int]:
    whole, beginnings = _families()
    started = (beginnings.get(word[:end], _NO_FAMILY) for end in range(2, len(word) + 1))
    return _NO_FAMILY.union(whole.get(word, _NO_FAMILY), *started) or _NO_FAMILY


def _clauses(words: Iterable[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for word in words:
        if word != BREAK:
            clause.append(word)
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _add_words(found: set[int], clause: Sequence[str]) -> None:
    """Stems, pairs of stems, stretches of letters, and stems behind a negation."""
    before, denied = 0, False
    for word in clause:
        hashed, letters = _word(word)
        found.add(hashed)
        found.add(_PAIR | ((before * 31 + hashed) & _HASH))
        found.update(letters)
        if denied:
            found.add(_NEGATED | hashed)
        before, denied = hashed, denied or word in _NEGATIONS


def _add_families(found: set[int], clause: Sequence[str]) -> None:
    """Families of words and of neighbouring pairs, those behind a negation, and any two of the clause."""
    pairs, firsts = _families()[0], _first_words()
    before, denied = "", False
    several: set[int] = set()
    for word in clause:
        here = _families_of(word)
        if before in firsts:
            here = here.union(pairs.get(f"{before} {word}", ()))
        if here:
            found.update([_FAMILY | family for family in here])
            several |= here
            if denied:
                found.update([_DENIED | family for family in here])
        before, denied = word, denied or word in _NEGATIONS
    found.update([_FAMILIES | one << 8 | other for one, other in combinations(sorted(several), 2)])


def _found(words: Iterable[str]) -> set[int]:
    found: set[int] = set()
    for clause in _clauses(words):
        _add_words(found, clause)
        _add_families(found, clause)
    return found


def bag(words: Iterable[str]) -> list[int]:
    """The features of lower-case words, each once, in ascending order; clauses are divided by BREAK."""
    return sorted(_found(words))


def features(words: Sequence[str]) -> Keys:
    """The bag of a question key (first word) and an answer's words, once for all questions and once for this one."""
    import numpy as np  # noqa: PLC0415 -- comes with spaCy: only those who read pay for it

    found = _found(words[1:])
    keys = np.fromiter(found, dtype=np.uint64, count=len(found))
    keys.sort()  # as `bag` does, in a fraction of the time
    own = np.uint64(_FOR_QUESTION * (1 + _QUESTIONS.index(words[0])))
    return np.concatenate([keys, keys | own])


def _bags(
    model: "Model[Documents, object]",  # noqa: ARG001 -- thinc's own signature
    documents: "Documents",
    is_train: bool,  # noqa: ARG001, FBT001 -- thinc's own signature
) -> tuple[object, Callable[[object], object]]:
    """Thinc's forward pass: documents to hashed features, each scaled to length one; nothing to learn."""
    import numpy as np  # noqa: PLC0415

    rows = [features([str(word) for word in document]) for document in documents]
    weights = [np.where(row >> 32 & 15 == _FAMILY >> 32, _FAMILY_WEIGHT, 1.0).astype(np.float32) for row in rows]
    values = [weight / max(1.0, float(np.linalg.norm(weight))) for weight in weights]
    lengths = np.array([len(row) for row in rows], dtype=np.int32)
    return (np.concatenate(rows), np.concatenate(values), lengths), lambda _: []


def architecture(field: Field) -> "Model[Documents, Scores]":
    """The untrained network: features, one sparse linear layer, softmax (themes: one logistic for each)."""
    from thinc.api import Logistic, Model, SparseLinear_v2, chain, softmax_activation  # noqa: PLC0415

    several = field == "themes"
    linear = SparseLinear_v2(nO=len(LABELS[field]), length=BUCKETS)
    network: Model[Documents, Scores] = chain(
        Model("danish_bag", _bags), linear, Logistic() if several else softmax_activation()
    )
    network.set_ref("output_layer", linear)
    network.set_dim("nO", len(LABELS[field]))
    network.attrs["multi_label"] = several
    return network


def component(field: Field, vocab: "Vocab") -> "TextCategorizer":
    """The untrained spaCy component of a field, its labels in the order of LABELS."""
    from spacy.pipeline.textcat import TextCategorizer  # noqa: PLC0415
    from spacy.pipeline.textcat_multilabel import MultiLabel_TextCategorizer  # noqa: PLC0415

    kind = MultiLabel_TextCategorizer if field == "themes" else TextCategorizer
    made = kind(vocab, architecture(field), name=field, threshold=0.5)
    for label in LABELS[field]:
        made.add_label(label)
    return made


@cache
def _trained(field: Field) -> "Model[Documents, Scores]":
    from spacy.vocab import Vocab  # noqa: PLC0415

    model: Model[Documents, Scores] = component(field, Vocab()).from_disk(MODELS / field, exclude=["vocab"]).model
    return model


@cache
def thresholds() -> dict[str, float]:
    """From which confidence on a vote counts, by field; chosen in cross-validation by the training tool."""
    loaded: dict[str, float] = json.loads((MODELS / "thresholds.json").read_text(encoding="utf-8"))
    return loaded


def words_of(key: QuestionKey, clauses: Iterable[Clause]) -> list[str]:
    """A document of the model: the question's key, then the words of the clauses, in lower case."""
    words: list[str] = [key]
    for clause in clauses:
        words += (token.lower for token in clause.tokens if token.lower[-1].isalnum())
        words.append(BREAK)
    return words


def vote(
    key: QuestionKey, field: SingleField, answer: AnswerText, *, least: float | None = None, read: str | None = None
) -> Vote | None:
    """The surest label of a field for an answer to a question, or None where the model is not sure enough.

    `least` is the confidence asked for, 0 to 1; the field's threshold if none is given. Nor is there a vote for the
    label that was `read` already: most votes agree, and to find the clause behind one costs as much as the vote.
    """
    clauses = answer.clauses
    if not clauses:
        return None
    model = _trained(field)
    scores = model.predict([words_of(key, clauses)])[0]
    best = int(scores.argmax())
    confidence = float(scores[best])
    if LABELS[field][best] in {UNCLEAR, read} or confidence < (thresholds()[field] if least is None else least):
        return None
    alone = model.predict([words_of(key, (clause,)) for clause in clauses])[:, best]
    return Vote(LABELS[field][best], confidence, clauses[int(alone.argmax())])


def theme_votes(answer: AnswerText) -> tuple[Vote, ...]:
    """The themes that the model finds in an answer to the question of goals, each with its surest clause."""
    clauses = answer.clauses
    if not clauses:
        return ()
    scores = _trained("themes").predict([words_of("goals", (clause,)) for clause in clauses])
    least = thresholds()["themes"]
    surest = zip(LABELS["themes"], scores.max(axis=0), scores.argmax(axis=0), strict=True)
    return tuple(
        Vote(theme, float(confidence), clauses[int(where)])
        for theme, confidence, where in surest
        if confidence >= least
    )

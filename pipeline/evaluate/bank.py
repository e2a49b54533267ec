"""Measures single answers: a bank has one a line, with what a person read and the clause that carries it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import UsageError
from pipeline.evaluate.carrying import carried
from pipeline.evaluate.counts import Counts, Miss, Share, listed, merged, tabulated
from pipeline.evaluate.facts import STRATEGY_FACTS, AnswerValues, Fact, answer_facts
from schemas.answers import Answer, QuestionKey

ReadAnswer = Callable[[QuestionKey, str, str], Answer]

# `status` has figures of its own; a single answer has nothing to point to and no links.
_GROUPS: Final = frozenset({"stance", STRATEGY_FACTS, "sentiment", "quantity", "themes", "items"})
NOTHING: Final = "null"


class BankRow(BaseModel):
    """One answer of a bank."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    id: str
    """Names the row."""
    key: QuestionKey
    """Which question was asked."""
    question: str
    """As printed."""
    text: str
    """The answer as printed."""
    gold: AnswerValues
    """What a person read."""
    evidence: str | tuple[str, ...] | None = None
    """The clause of the deciding value; or one clause a value in the order of the gold's fields, items left out."""


@dataclass(frozen=True)
class BankScores:
    """The figures of one answer, or of many added up."""

    fields: Mapping[str, Counts] = field(default_factory=dict)
    """Values, by field."""
    by_question: Mapping[str, Counts] = field(default_factory=dict)
    """Values, by field and question."""
    status: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often which status was read where the gold has which: (gold, read)."""
    stance: Counter[tuple[str, str]] = field(default_factory=Counter)
    """The same for stances; `null` where there is none."""
    evidence: Share = field(default_factory=Share)
    """Right values whose evidence overlaps the gold clause and is at most twice as long."""
    misses: tuple[Miss, ...] = ()
    """Each missed and wrong value, each wrong status, and each right value whose evidence does not fit."""

    def __add__(self, other: "BankScores") -> "BankScores":
        """Add up, part by part."""
        return BankScores(
            merged(self.fields, other.fields),
            merged(self.by_question, other.by_question),
            self.status + other.status,
            self.stance + other.stance,
            self.evidence + other.evidence,
            self.misses + other.misses,
        )

    @property
    def accuracy(self) -> Share:
        """How often the status was right."""
        return Share(sum(n for (gold, got), n in self.status.items() if gold == got), self.status.total())

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the statuses that were wanted or read, each weighing the same."""
        by_status: dict[str, Counts] = {}
        for (gold, got), n in self.status.items():
            wrong = n * (gold != got)
            by_status = merged(by_status, {gold: Counts(right=n - wrong, missed=wrong)})
            by_status = merged(by_status, {got: Counts(wrong=wrong)})
        return sum(counts.f1 for counts in by_status.values()) / len(by_status) if by_status else 1.0

    def figures(self, *, details: bool = False) -> dict[str, object]:
        """All figures, for JSON; with details, each miss."""
        status = {"accuracy": round(self.accuracy.rate, 4), "macro_f1": round(self.macro_f1, 4)}
        return {
            "fields": tabulated(self.fields),
            "by_question": tabulated(self.by_question),
            "status": {**status, "confusion": _nested(self.status)},
            "stance": {"confusion": _nested(self.stance)},
            "evidence": self.evidence.figures(),
            **listed(self.misses, details=details),
        }


def evaluate_bank(path: Path, read_answer: ReadAnswer) -> BankScores:
    """Measure every answer of a bank, one JSON object a line; raises UsageError where a line is none."""
    total = BankScores()
    for row in bank_rows(path):
        total += score_answer(row, read_answer(row.key, row.question, row.text))
    return total


def bank_rows(path: Path) -> tuple[BankRow, ...]:
    """Read a bank; raises UsageError where a line is no answer."""
    rows: list[BankRow] = []
    try:
        rows.extend(BankRow.model_validate_json(line) for line in path.read_bytes().splitlines())
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise UsageError(message, source=str(path)) from error
    except ValidationError as error:
        message = f"line {len(rows) + 1} is no answer of a bank: {error.errors()[0]['msg']}"
        raise UsageError(message, source=str(path)) from error
    return tuple(rows)


def score_answer(row: BankRow, answer: Answer) -> BankScores:
    """Measure one answer."""
    values = AnswerValues.model_validate(answer.model_dump(mode="json"))
    wanted, got = _facts(row.key, row.gold), _facts(row.key, values)
    fields: dict[str, Counts] = {}
    for fact in dict.fromkeys((*wanted, *got)):
        counts = Counts(int(fact in wanted and fact in got), int(fact not in wanted), int(fact not in got))
        fields = merged(fields, {_field(fact): counts})
    status = (row.gold.status or NOTHING, answer.status)
    evidence = _weighed(row, answer, wanted, got)
    asks_stance = "stance" in row.gold.model_fields_set
    return BankScores(
        fields=fields,
        by_question={f"{name} · {row.key}": counts for name, counts in fields.items()},
        status=Counter([status]),
        stance=Counter([(row.gold.stance or NOTHING, values.stance or NOTHING)] if asks_stance else []),
        evidence=Share(sum(fits for _, fits in evidence), len(evidence)),
        misses=(*_misses(row, status, wanted, got), *_elsewhere(row, evidence)),
    )


def _facts(key: QuestionKey, values: AnswerValues) -> list[Fact]:
    return [fact for fact in answer_facts(key, values) if fact.group in _GROUPS]


def _field(fact: Fact) -> str:
    return fact.key if fact.group == STRATEGY_FACTS else fact.group


def _weighed(row: BankRow, answer: Answer, wanted: list[Fact], got: list[Fact]) -> list[tuple[str, bool]]:
    """Each gold clause of a right value with whether the evidence fits; of the status where no value is wanted."""
    grounds = [fact for fact in wanted if fact.group != "items"] or [Fact("status", row.key, row.gold.status)]
    right = [fact for fact in grounds if fact in got or (fact.group == "status" and fact.value == answer.status)]
    if row.evidence is None or not right:
        return []
    if isinstance(row.evidence, str):
        return [(row.evidence, any(carried(row.text, row.evidence, answer, fact) for fact in right))]
    pairs = zip(grounds, row.evidence, strict=False)
    return [(clause, carried(row.text, clause, answer, fact)) for fact, clause in pairs if fact in right]


def _misses(row: BankRow, status: tuple[str, str], wanted: list[Fact], got: list[Fact]) -> tuple[Miss, ...]:
    where = f"{row.id} {row.key}"
    missed = [Miss(where, "missed", f"{_field(fact)}: {fact.value}") for fact in wanted if fact not in got]
    wrong = [Miss(where, "wrong", f"{_field(fact)}: {fact.value}") for fact in got if fact not in wanted]
    other = [Miss(where, "status", f"{status[1]}, and the gold has {status[0]}")] if status[0] != status[1] else []
    return (*other, *missed, *wrong)


def _elsewhere(row: BankRow, evidence: list[tuple[str, bool]]) -> Iterator[Miss]:
    for clause, fits in evidence:
        if not fits:
            yield Miss(f"{row.id} {row.key}", "evidence", f"not at, or more than »{clause}«")


def _nested(confusion: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Turn (gold, read) pairs into a table by gold, then by what was read."""
    table: dict[str, dict[str, int]] = {}
    for (gold, got), n in sorted(confusion.items()):
        table.setdefault(gold, {})[got] = n
    return table

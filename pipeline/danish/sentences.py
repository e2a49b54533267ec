"""The sentences of an answer, each as the clauses it is made of."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from pipeline.danish.clauses import Clause

LONGEST: Final = 150
"""Tokens. A longer stretch without a comma is no clause of prose; it is not read, which keeps the cost linear."""


def sentences_of(clauses: Sequence[Clause]) -> list[tuple[Clause, ...]]:
    """Group clauses by the sentence they stand in, in the order of the text."""
    return [tuple(group) for _, group in groupby(clauses, key=lambda clause: clause.sentence)]

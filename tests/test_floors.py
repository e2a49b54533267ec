"""Floors under the figures on the project's own pages; what rises may lift its floor, and no floor falls unseen."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from pipeline.evaluate.gold import Scores, evaluate_folder
from pipeline.run import extract_page

_FIXTURES: Final = Path(__file__).parent.parent / "fixtures"
FLOORS: Final[dict[str, dict[str, dict[str, float]]]] = {
    "corpus": json.loads((_FIXTURES / "floors.json").read_text(encoding="utf-8")),
    "writers": json.loads((_FIXTURES / "writers" / "floors.json").read_text(encoding="utf-8")),
}
# Figures are rounded to four places where floors are set.
_ROUNDING: Final = 0.00005


@cache
def scores(folder: str) -> Scores:
    """Measure the pages of a folder once."""
    return evaluate_folder(_FIXTURES / folder, extract_page)


def measured(folder: str) -> dict[str, dict[str, float]]:
    """Name every figure as the floors do."""
    found = scores(folder)
    groups = {name: counts.figures() for name, counts in found.groups.items()}
    overall = {"all facts": found.all_facts.figures(), "text lines": found.lines.figures()}
    return {**groups, **overall, "segments": found.segments.figures()}


def _each() -> Iterator[tuple[str, str, str]]:
    for folder, groups in FLOORS.items():
        yield from ((folder, group, name) for group, floor in groups.items() for name in floor)


@pytest.mark.parametrize(("folder", "group", "name"), list(_each()))
def test_no_figure_is_under_its_floor(folder: str, group: str, name: str) -> None:
    figure, floor = measured(folder).get(group, {name: 1.0})[name], FLOORS[folder][group][name]
    missed = [miss for miss in scores(folder).misses if miss.what.startswith(group)]
    misses = "\n".join(f"{miss.where} {miss.kind} {miss.what}" for miss in missed)
    assert figure >= floor - _ROUNDING, (
        f"{group}: {name} {figure:.4f} is under its floor of {floor:.4f}. Mend what fell; whoever must lower a floor "
        f"says why in CHANGELOG.md.\n{misses}"
    )


@pytest.mark.parametrize("folder", FLOORS)
def test_every_group_has_a_floor(folder: str) -> None:
    assert set(measured(folder)) <= set(FLOORS[folder])


@pytest.mark.parametrize("folder", FLOORS)
def test_every_value_has_its_evidence(folder: str) -> None:
    assert scores(folder).ungrounded == ()


def test_what_is_no_article_is_turned_down() -> None:
    assert scores("corpus").rejected.right == scores("corpus").rejected.of > 0

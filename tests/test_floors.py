"""Floors under the figures on the project's own pages; what rises may lift its floor, and no floor falls unseen."""

import json
from pathlib import Path
from typing import Final

import pytest

from pipeline.evaluate.gold import Scores, evaluate_folder
from pipeline.run import extract_page

FLOORS: Final[dict[str, dict[str, float]]] = json.loads(
    (Path(__file__).parent.parent / "fixtures" / "floors.json").read_text(encoding="utf-8")
)
# Figures are rounded to four places where floors are set.
_ROUNDING: Final = 0.00005


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Measure the constructed pages once."""
    return evaluate_folder(Path(__file__).parent.parent / "fixtures" / "corpus", extract_page)


def measured(scores: Scores) -> dict[str, dict[str, float]]:
    """Name every figure as the floors do."""
    groups = {name: counts.figures() for name, counts in scores.groups.items()}
    overall = {"all facts": scores.all_facts.figures(), "text lines": scores.lines.figures()}
    return {**groups, **overall, "segments": scores.segments.figures()}


@pytest.mark.parametrize(("group", "name"), [(group, name) for group, floor in FLOORS.items() for name in floor])
def test_no_figure_is_under_its_floor(scores: Scores, group: str, name: str) -> None:
    figure, floor = measured(scores).get(group, {name: 1.0})[name], FLOORS[group][name]
    misses = "\n".join(f"{miss.where} {miss.kind} {miss.what}" for miss in scores.misses if miss.what.startswith(group))
    assert figure >= floor - _ROUNDING, (
        f"{group}: {name} {figure:.4f} is under its floor of {floor:.4f}. Mend what fell; whoever must lower a floor "
        f"says why in CHANGELOG.md.\n{misses}"
    )


def test_every_group_has_a_floor(scores: Scores) -> None:
    assert set(measured(scores)) <= set(FLOORS)


def test_what_is_no_article_is_turned_down_and_every_value_has_its_evidence(scores: Scores) -> None:
    assert scores.rejected.right == scores.rejected.of > 0
    assert scores.ungrounded == ()

"""Our figures are those of the shared scorer, to the last fact."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluate.gold import Scores, evaluate_folder
from pipeline.run import extract_page
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

REJECTION = Rejection(url="https://news.example/", stage="segment", reason="listing_page", message="turned down here")


@pytest.mark.parametrize("folder", ["articles", "corpus"])
def test_the_figures_are_those_of_the_shared_scorer(shared: Path, tmp_path: Path, folder: str) -> None:
    made: list[StatusRecord | Rejection] = []

    def extract(page: RawPage) -> StatusRecord | Rejection:
        # The third page is turned down, so that a missing record is counted too.
        made.append(extract_page(page) if len(made) != 2 else REJECTION)
        return made[-1]

    ours = evaluate_folder(shared / folder, extract)
    for path, record in zip(sorted((shared / folder).glob("*.gold.json")), made, strict=True):
        if isinstance(record, StatusRecord):
            (tmp_path / path.name.replace(".gold.json", ".json")).write_text(record.model_dump_json(), encoding="utf-8")
    command = [sys.executable, *map(str, (shared / "eval" / "score.py", shared / folder, tmp_path)), "--details"]
    theirs = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    lines = theirs.splitlines()
    assert [line for line in lines if line[:16].strip() in named(ours)] == list(named(ours).values())
    assert json.loads(lines[-1]) == last_line(ours)
    assert sum("\tmissed\t" in line or "\twrong\t" in line or "\tsegment\t" in line for line in lines) == len(
        ours.misses
    )


def named(scores: Scores) -> dict[str, str]:
    """Write the figures as the scorer prints them."""
    rows = {**dict(sorted(scores.groups.items())), "ALL FACTS": scores.all_facts, "text lines": scores.lines}
    return {
        name: f"{name:<16}{c.precision:>7.3f}{c.recall:>7.3f}{c.f1:>7.3f}{c.right:>7}{c.wrong:>7}{c.missed:>7}"
        for name, c in rows.items()
    }


def last_line(scores: Scores) -> dict[str, object]:
    facts = scores.all_facts
    return {
        "f1": round(facts.f1, 4),
        "precision": round(facts.precision, 4),
        "recall": round(facts.recall, 4),
        "lines_f1": round(scores.lines.f1, 4),
        "segments": round(scores.segments.rate, 4),
        "rejected": f"{scores.rejected.right}/{scores.rejected.of}",
        "ungrounded": len(scores.ungrounded),
    }

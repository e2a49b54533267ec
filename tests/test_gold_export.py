"""Corrected articles come out as gold that `evaluate` takes."""

import json
from datetime import UTC, datetime
from pathlib import Path

from pipeline.archive import Archive
from pipeline.evaluate.gold import evaluate_folder
from pipeline.export.gold import write_gold
from pipeline.run import extract_page
from pipeline.store.corrections import Correction, correct
from pipeline.store.engine import reading, writing
from tests.crawling import BASE, Newsroom, Web, article
from tests.stores import store


def test_what_people_said_is_what_the_machine_is_measured_against(tmp_path: Path) -> None:
    Newsroom(tmp_path, Web({"a/01": article("01"), "a/02": article("02")})).run()
    engine = store(tmp_path / "store.sqlite3")
    said = [
        Correction(f"{BASE}a/01", "answers.strategy_use.stance", "no"),
        Correction(f"{BASE}a/01", "answers.social_enterprises.quantities.count", "15-17"),
        Correction(f"{BASE}a/01", "answers.strategy.since", None),
    ]
    with writing(engine) as connection:
        for correction in said:
            correct(connection, correction, datetime(2026, 5, 1, tzinfo=UTC), code_version="1")
    with reading(engine) as connection:
        assert write_gold(connection, tmp_path / "gold", Archive(tmp_path / "archive").body) == 1
    engine.dispose()
    (file,) = (tmp_path / "gold").glob("*.gold.json")
    gold = json.loads(file.read_text(encoding="utf-8"))
    assert gold["answers"]["strategy_use"]["stance"] == "no"
    assert gold["answers"]["social_enterprises"]["quantities"]["count"]["max"] == 17
    scores = evaluate_folder(tmp_path / "gold", extract_page)
    wrong = scores.all_facts.figures()
    assert (wrong["wrong"], wrong["missed"]) == (3, 2)
    assert scores.segments.figures()["rate"] == 1.0

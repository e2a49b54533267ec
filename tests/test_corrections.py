"""What people say against the machine: it wins, survives a new reading, and can be taken back."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, Engine, select, text

from pipeline.errors import UsageError
from pipeline.store import changes_since, follow, save
from pipeline.store.corrections import Correction, bounds_of, correct, fields, withdraw
from pipeline.store.engine import reading, writing
from pipeline.store.operations import CORRECTIONS
from pipeline.store.people import correct_all, corrections_in, review
from schemas.record import RecordWarning
from tests.records import PAGE, URL, full_record, source
from tests.stores import dump, store

NOW: Final = datetime(2026, 5, 1, 12, tzinfo=UTC)
STANCE: Final = "answers.strategy.stance"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = store(tmp_path / "store.sqlite3")
    save(engine, full_record(), PAGE)
    yield engine
    engine.dispose()


def say(engine: Engine, field: str, value: str | None, article: str = URL) -> bool:
    with writing(engine) as connection:
        return correct(connection, Correction(article, field, value, "looked"), NOW, code_version="1")


def latest(engine: Engine, column: str) -> object:
    with reading(engine) as connection:
        return connection.execute(text(f"SELECT {column} FROM latest_status")).scalar()  # noqa: S608 -- a column's name


@pytest.mark.parametrize(
    ("field", "value", "column", "holds"),
    [
        (STANCE, "no", "strategy_stance", "no"),
        (STANCE, None, "strategy_stance", None),
        ("answers.strategy.since", "2011", "strategy_since", 2011),
        ("answers.strategy.under_revision", "false", "strategy_under_revision", 0),
        ("answers.rsv_experience.sentiment", "mixed", "rsv_experience_sentiment", "mixed"),
        ("answers.procurement.status", "unknown", "procurement_status", "unknown"),
        ("answers.social_enterprises.quantities.count", "15-20", "social_enterprises_count_max", 20),
        ("answers.registered_enterprises.quantities.count", "4", "registered_enterprises_count_min", 4),
        ("answers.social_enterprises.quantities.count", None, "social_enterprises_count_min", None),
    ],
)
def test_a_correction_wins_in_the_views(
    engine: Engine, field: str, value: str | None, column: str, holds: object
) -> None:
    assert latest(engine, column) != holds
    assert say(engine, field, value)
    assert latest(engine, column) == holds


def test_the_machines_value_stays_beside_it(engine: Engine) -> None:
    say(engine, STANCE, "no")
    with reading(engine) as connection:
        kept = connection.execute(select(CORRECTIONS)).mappings().one()
        query = "SELECT corrected FROM current_answers WHERE question_key = 'strategy'"
        assert connection.execute(text(query)).scalar() == "stance"
    assert (kept["value"], kept["machine_value"], kept["note"]) == ("no", '"yes"', "looked")


def test_it_survives_a_new_reading_and_asks_to_be_looked_at_when_the_text_changed(engine: Engine) -> None:
    say(engine, STANCE, "no")
    save(engine, full_record(source=source(code_version="2")), PAGE)
    with reading(engine) as connection:
        assert not connection.execute(select(CORRECTIONS.c.stale)).scalar()
    save(engine, full_record(source=source(article_sha256="b" * 64)), PAGE)
    assert latest(engine, "strategy_stance") == "no"
    with reading(engine) as connection:
        assert connection.execute(select(CORRECTIONS.c.stale)).scalar()
        reasons = [row["reason"] for row in review(connection) if row["field"] == STANCE]
    assert reasons[-1] == "the text changed since it was corrected to no"


def test_the_same_again_changes_nothing_and_a_withdrawn_one_is_gone(engine: Engine, tmp_path: Path) -> None:
    say(engine, STANCE, "no")
    before = dump(tmp_path / "store.sqlite3")
    assert not say(engine, STANCE, "no")
    assert dump(tmp_path / "store.sqlite3") == before
    with writing(engine) as connection:
        assert withdraw(connection, URL, STANCE, NOW, code_version="1")
        assert not withdraw(connection, URL, STANCE, NOW, code_version="1")
    assert latest(engine, "strategy_stance") == "yes"


def test_corrections_travel_in_the_feed(engine: Engine, tmp_path: Path) -> None:
    say(engine, STANCE, "no")
    say(engine, STANCE, "partly")
    say(engine, "answers.workforce.quantities.volunteers", "20+")
    with writing(engine) as connection:
        withdraw(connection, URL, STANCE, NOW, code_version="1")
    copy = store(tmp_path / "copy.sqlite3")
    with reading(engine) as connection, writing(copy) as there:
        assert all(follow(there, event) for event in changes_since(connection, 0))
    assert dump(tmp_path / "copy.sqlite3") == dump(tmp_path / "store.sqlite3")
    copy.dispose()


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        (STANCE, "maybe", "one of yes, no, partly, planned"),
        ("answers.goals.stance", "yes", "no field to correct"),
        ("title", "Faxe", "no field to correct"),
        ("answers.strategy.since", "MMXI", "a year"),
        ("answers.strategy.since", "20160", "a year"),
        ("answers.strategy.status", None, "never empty"),
        ("answers.workforce.quantities.ordinary", "many", "written as 12"),
        ("answers.workforce.quantities.ordinary", "20-15", "written as 12"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(engine: Engine, field: str, value: str | None, why: str) -> None:
    with pytest.raises(UsageError, match=why) as failure:
        say(engine, field, value)
    assert failure.value.source == URL


def test_an_article_that_is_not_there_is_refused(engine: Engine) -> None:
    with pytest.raises(UsageError, match="no such article"):
        say(engine, STANCE, "no", article="https://avis.example/other/")


@pytest.mark.parametrize(
    ("written", "bounds"),
    [("12", (12, 12)), ("15-20", (15, 20)), ("15 – 20", (15, 20)), ("20+", (20, None)), ("<40", (None, 40)),
     ("7,5", (7.5, 7.5)), ("", None), ("ca. 12", None), ("-3", None)],
)  # fmt: skip
def test_counts_are_written_as_people_write_them(
    written: str, bounds: tuple[float | None, float | None] | None
) -> None:
    assert bounds_of(written) == bounds


def test_every_typed_value_can_be_corrected() -> None:
    keys = {field.split(".")[1] for field in fields()}
    assert len(keys) == 11
    assert len(fields()) == len(set(fields())) == 11 + 5 + 3 + 1 + 8


def test_review_goes_out_and_comes_back_filled_in(tmp_path: Path) -> None:
    doubt = RecordWarning(code="needs_review", message="rules and model disagree", field="answers.procurement.stance")
    engine = store(tmp_path / "doubt.sqlite3")
    save(engine, full_record(warnings=(doubt,)), PAGE)
    with reading(engine) as connection:
        (row,) = review(connection)
    assert (row["article"], row["field"], row["reason"]) == (URL, "answers.procurement.stance", doubt.message)
    assert row["quote"]
    file = tmp_path / "review.csv"
    file.write_text(csv_of([row | {"value": "partly", "note": "told by phone"}], ";"), encoding="utf-8-sig")
    with writing(engine) as connection:
        done = correct_all(connection, corrections_in(file), NOW, code_version="1")
    assert (done.new, done.unchanged) == (1, 0)
    assert latest(engine, "procurement_stance") == "partly"
    engine.dispose()


def csv_of(rows: list[dict[str, str]], delimiter: str) -> str:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue()


def test_one_bad_line_keeps_nothing_of_a_file_and_is_named(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "corrections.csv"
    lines = [f"{URL},{STANCE},no,", f"{URL},answers.strategy.kind,treaty,", f"{URL},{STANCE},,"]
    file.write_text("article,field,value,note\n" + "\n".join(lines), encoding="utf-8")

    def keep(connection: Connection) -> None:
        correct_all(connection, corrections_in(file), NOW, code_version="1")

    with pytest.raises(UsageError, match=r"line 3: answers\.strategy\.kind"), writing(engine) as connection:
        keep(connection)
    assert latest(engine, "strategy_stance") == "yes"


@pytest.mark.parametrize("content", [b"article;value\nx;y\n", b"\xff\xfe\x00", b""], ids=["columns", "bytes", "empty"])
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "corrections.csv"
    file.write_bytes(content)
    with pytest.raises(UsageError) as failure:
        list(corrections_in(file))
    assert failure.value.source == str(file)

"""The change feed: what happened, why, field by field; and whoever applies it from zero holds the same tables."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from pipeline.errors import IntegrityViolation
from pipeline.store import changes_since, follow, save
from pipeline.store.changes import Document, differences, document
from pipeline.store.engine import reading, writing
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.records import PAGE, URL, full_record, source
from tests.stores import dump, store
from tests.strategies import records


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = store(tmp_path / "store.sqlite3")
    yield engine
    engine.dispose()


def feed(engine: Engine, cursor: int = 0) -> list[Document]:
    """The feed as it arrives elsewhere: through JSON."""
    with reading(engine) as connection:
        return [json.loads(json.dumps(event)) for event in changes_since(connection, cursor)]


def rebuilt(events: list[Document], path: Path) -> Engine:
    engine = store(path)
    for event in events:
        with writing(engine) as connection:
            assert follow(connection, event)
    return engine


def edited() -> StatusRecord:
    record = full_record(source=source(b"edited", article_sha256="b" * 64))
    strategy = record.answers.strategy.model_copy(update={"stance": "no", "kind": None})
    answers = record.answers.model_copy(update={"strategy": strategy})
    return record.model_copy(update={"answers": answers, "title": record.title})


def test_an_update_says_field_by_field_what_changed_and_why(engine: Engine) -> None:
    save(engine, full_record(), PAGE)
    save(engine, edited(), PAGE.model_copy(update={"body": b"edited"}), run_id="r1")
    first, second = feed(engine)
    assert (first["op"], first["cause"], first["version"]) == ("insert", "first_seen", 1)
    assert (second["op"], second["cause"], second["version"], second["run_id"]) == ("update", "source", 2, "r1")
    values = {
        change["path"]: (change["before"], change["after"]) for change in second["changes"] if change["kind"] == "value"
    }
    assert values == {"answers.strategy.stance": ("yes", "no"), "answers.strategy.kind": ("agreement", None)}


def test_a_value_that_only_stands_elsewhere_is_no_change_of_value() -> None:
    page = {"page_bytes": 1, "content_type": None}
    record = full_record()
    text = "Ny linje\n" + record.text
    moved = json.loads(record.model_dump_json(), object_hook=_later)
    after = StatusRecord.model_validate({**moved, "text": text})
    kinds = {difference.kind for difference in differences(document(record, page), document(after, page))}
    assert kinds == {"text", "evidence"}


def _later(value: Document) -> Document:
    span = set(value) == {"start", "end", "quote"}
    return {**value, "start": value["start"] + 9, "end": value["end"] + 9} if span else value


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=records(), others=st.lists(records(), max_size=3), again=st.booleans())
def test_who_applies_the_feed_from_zero_holds_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, first: StatusRecord, others: list[StatusRecord], *, again: bool
) -> None:
    folder = tmp_path_factory.mktemp("feed")
    engine = store(folder / "one.sqlite3")
    for record in [first, *others, *([first] if again else [])]:
        save(engine, record, PAGE)
    copy = rebuilt(feed(engine), folder / "two.sqlite3")
    assert dump(folder / "one.sqlite3") == dump(folder / "two.sqlite3")
    engine.dispose()
    copy.dispose()


def test_a_feed_is_taken_up_at_a_cursor_and_an_event_twice_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    save(engine, full_record(), PAGE)
    copy = rebuilt(feed(engine), tmp_path / "copy.sqlite3")
    save(engine, edited(), PAGE.model_copy(update={"body": b"edited"}))
    save(engine, full_record(source=source(url="https://avis.example/?p=2", article_sha256="b" * 64)), PAGE)
    with writing(copy) as connection:
        assert [follow(connection, event) for event in feed(engine)] == [False, True, True, True]
        assert not follow(connection, feed(engine)[0])
    assert dump(tmp_path / "store.sqlite3") == dump(tmp_path / "copy.sqlite3")
    copy.dispose()


def test_a_feed_with_a_hole_is_refused(engine: Engine, tmp_path: Path) -> None:
    save(engine, full_record(), PAGE)
    save(engine, edited(), PAGE.model_copy(update={"body": b"edited"}))
    copy = store(tmp_path / "copy.sqlite3")
    with pytest.raises(IntegrityViolation, match="goes on at 2") as failure, writing(copy) as connection:
        follow(connection, feed(engine)[1])
    assert failure.value.exit_code == 12
    copy.dispose()


def test_an_alias_is_an_event(engine: Engine) -> None:
    save(engine, full_record(), PAGE)
    save(engine, full_record(source=source(url="https://avis.example/?p=2")), PAGE)
    assert [(event["op"], event["url"]) for event in feed(engine)] == [
        ("insert", URL),
        ("alias", "https://avis.example/?p=2"),
    ]


def test_the_same_page_again_is_no_event(engine: Engine) -> None:
    save(engine, full_record(), PAGE)
    body = b"<h1>Faxe</h1><footer>new</footer>"
    save(engine, full_record(source=source(body)), RawPage(url=URL, body=body))
    assert len(feed(engine)) == 1

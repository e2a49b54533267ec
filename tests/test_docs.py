"""The README stays true: its commands, exit codes, files and queries are those of the code."""

import json
import re
from typing import Final

import pytest
from sqlalchemy import text
from typer.core import TyperGroup
from typer.main import get_command

from pipeline.cli import app, main
from pipeline.errors import ExitCode
from pipeline.store import engine_for, migrate, save
from pipeline.store.engine import reading
from schemas.record import StatusRecord
from tests.conftest import ROOT
from tests.records import PAGE, full_record, source

README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES: Final = re.findall(r"```sql\n(.+?)```", README, re.DOTALL)
COMMANDS: Final = re.findall(r"^(?:curl .*\| )?kommunestatus (\w+) .*?(?:  #|$)", README, re.MULTILINE)
OPTIONS: Final = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))
EXAMPLE: Final = re.findall(r"```\n\$ kommunestatus extract \S+\n(.+?)```.+?```json\n(.+?)```", README, re.DOTALL)[0]
PATHS: Final = set(re.findall(r"`((?:schemas|pipeline|fixtures|tools|tests|\.ci)/[\w./-]*)`", README))


def commands() -> dict[str, set[str]]:
    """The options of each command."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return {
        name: {
            option
            for parameter in command.params
            for option in (*parameter.opts, *parameter.secondary_opts)
            if option.startswith("--")
        }
        for name, command in group.commands.items()
    }


def test_every_command_is_documented_and_no_other() -> None:
    names = set(commands())
    assert set(re.findall(r"^\| `kommunestatus (\w+)", README, re.MULTILINE)) == names
    assert set(COMMANDS) <= names


def test_every_option_is_documented_and_no_other() -> None:
    assert set[str]().union(*commands().values()) == OPTIONS


def test_exit_codes_are_those_of_the_code() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert told <= set(ExitCode)
    assert told >= {ExitCode.DONE, ExitCode.USAGE, ExitCode.DRIFT, ExitCode.STORE_UNAVAILABLE}


def test_every_file_that_is_named_is_there() -> None:
    assert {path for path in PATHS if not (ROOT / path).exists()} == set()


def test_the_example_is_what_the_command_shows(capsys: pytest.CaptureFixture[str]) -> None:
    shown, excerpt = EXAMPLE
    page = str(ROOT / "fixtures" / "corpus" / "01-kolding.html")
    assert main(["extract", page, "--format", "table"]) == 0
    lines = {line.rstrip() for line in capsys.readouterr().out.splitlines()}
    assert [line for line in shown.splitlines() if line not in lines] == []
    assert main(["extract", page, "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert json.loads(f"{{{excerpt}}}")["count"] == record["answers"]["social_enterprises"]["quantities"]["count"]


def a_year_later() -> StatusRecord:
    """Another article of the municipality, with other answers."""
    record = full_record(source=source(url="https://avis.example/status-faxe-2020/", canonical_url=None))
    assert record.period
    period = record.period.model_copy(update={"start": "2020-01-01", "end": "2020-12-31", "text": "2020"})
    procurement = record.answers.procurement.model_copy(update={"status": "answered", "stance": "yes"})
    answers = record.answers.model_copy(update={"procurement": procurement})
    return record.model_copy(update={"period": period, "answers": answers})


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_readme_finds_something(query: str) -> None:
    engine = engine_for("sqlite://")
    migrate(engine)
    save(engine, full_record(), PAGE)
    save(engine, a_year_later(), PAGE)
    with reading(engine) as connection:
        assert connection.execute(text(query)).all()
    engine.dispose()

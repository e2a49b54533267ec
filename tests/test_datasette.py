"""Datasette shows the store: every description, every facet, and canned questions that find something."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from datasette.app import Datasette

from pipeline.store import save
from pipeline.store.columns import METADATA
from pipeline.store.datasette import metadata
from pipeline.store.views import COMMENTS
from tests.conftest import ROOT
from tests.records import PAGE, full_record
from tests.stores import store
from tests.test_docs import a_year_later

FILE: Final = (ROOT / "datasette.yaml").read_text(encoding="utf-8")
SHOWN: Final = yaml.safe_load(FILE)["databases"]["kommunestatus"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "kommunestatus.sqlite3"
    engine = store(path)
    save(engine, full_record(), PAGE)
    save(engine, a_year_later(), PAGE)
    engine.dispose()
    return path


def ask(database: Path, path: str) -> Any:  # noqa: ANN401 -- any JSON
    async def get() -> Any:  # noqa: ANN401 -- any JSON
        datasette = Datasette([str(database)], metadata=yaml.safe_load(FILE))
        try:
            return await datasette.client.get(f"/kommunestatus/{path}")
        finally:
            for found in datasette.databases.values():
                found.close()
            datasette.executor.shutdown()

    response = asyncio.run(get())
    assert response.status_code == 200, response.text
    return json.loads(response.text)


def test_the_shipped_file_is_the_one_of_the_code() -> None:
    assert metadata("kommunestatus") == FILE


def test_every_table_and_view_is_described() -> None:
    assert set(SHOWN["tables"]) == {*COMMENTS, *METADATA.tables}
    assert all(table["description"] for table in SHOWN["tables"].values())


@pytest.mark.parametrize("query", SHOWN["queries"])
def test_each_question_finds_something(database: Path, query: str) -> None:
    assert ask(database, f"{query}.json?_shape=array&municipality=Faxe")


@pytest.mark.parametrize("table", [name for name, table in SHOWN["tables"].items() if "facets" in table])
def test_facets_are_columns(database: Path, table: str) -> None:
    assert {facet["name"] for facet in ask(database, f"{table}.json")["facet_results"].values()} == set(
        SHOWN["tables"][table]["facets"]
    )


def test_it_is_a_json_api(database: Path) -> None:
    rows = ask(database, "latest_status.json?_shape=array&strategy_stance=yes")
    assert [row["municipality_name"] for row in rows] == ["Faxe", "Faxe"]

"""How Datasette shows the store: titles, descriptions, facets, and questions to begin with."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pipeline.store.operations import CHANGES
from pipeline.store.views import COMMENTS

_FACETS: Final[Mapping[str, tuple[str, ...]]] = {
    "latest_status": ("region", "strategy_stance", "procurement_stance"),
    "current_answers": ("question_key", "status", "stance", "region"),
    "current_quantities": ("question_key", "name", "unit", "read_by"),
    "timeline": ("municipality_name", "question_key"),
    "warnings": ("code",),
    "changes": ("op", "cause"),
    "fetches": ("site", "state"),
}
_QUESTIONS: Final = Path(__file__).with_name("questions.toml")


def metadata(database: str) -> str:
    """The YAML file that Datasette is given beside a database of this name (its file's name without suffix)."""
    tables = {table.name: _table(table.name, table.comment or "") for table in CHANGES.metadata.sorted_tables}
    for table in CHANGES.metadata.sorted_tables:
        tables[table.name]["columns"] = {column.name: column.comment for column in table.columns}
    views = {name: _table(name, words) for name, words in COMMENTS.items()}
    queries = tomllib.loads(_QUESTIONS.read_text(encoding="utf-8"))
    whole = {
        "title": "Danish municipalities on social enterprises",
        "description": "What municipalities answered in published status articles, with the words that say so.",
        "databases": {database: {"queries": queries, "tables": {**views, **tables}}},
    }
    return "\n".join(_yaml(whole)) + "\n"


def _table(name: str, words: str) -> dict[str, Any]:
    about: dict[str, Any] = {"title": name.replace("_", " ").capitalize(), "description": words}
    return about | ({"facets": list(_FACETS[name])} if name in _FACETS else {})


def _yaml(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Block style for mappings; texts and lists as JSON, which YAML reads too."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield f"{indent}{name}:"
            yield from _yaml(part, indent + "  ")
        else:
            yield f"{indent}{name}: {json.dumps(part, ensure_ascii=False)}"

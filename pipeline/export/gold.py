"""Corrected articles as gold for `evaluate`: what a person said stands in for what the machine read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, select

from pipeline.export.writing import whole_file
from pipeline.store import load_all
from pipeline.store.corrections import bounds_of
from pipeline.store.operations import CORRECTIONS
from pipeline.store.tables import ARTICLES, VERSIONS
from schemas.record import StatusRecord

Body = Callable[[str], bytes]
"""The bytes of a page by their hash."""
Document = dict[str, Any]

_TRUTHS: Final = {"true": True, "false": False}
_UNITS: Final = {"count": "enterprises"}


def write_gold(connection: Connection, folder: Path, body: Body) -> int:
    """Write ARTICLE.gold.json and ARTICLE.html for every article that people corrected; returns how many.

    Only corrections are a person's word; everything else in the file is the machine's, and wants to be looked through
    before it is called gold. Raises DiskFull, UsageError, and what `body` raises.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[RowMapping]] = {}
    query = select(CORRECTIONS).order_by(CORRECTIONS.c.article_id, CORRECTIONS.c.field)
    for row in connection.execute(query).mappings():
        found.setdefault(row["article_id"], []).append(row)
    newest = (
        select(VERSIONS.c.article_id, VERSIONS.c.version_id)
        .join(ARTICLES, ARTICLES.c.article_id == VERSIONS.c.article_id)
        .where(VERSIONS.c.number == ARTICLES.c.latest_version, VERSIONS.c.article_id.in_(list(found)))
        .order_by(VERSIONS.c.article_id)
    )
    articles = connection.execute(newest).all()
    records = load_all(connection, [row.version_id for row in articles])
    for article, record in zip(articles, records, strict=True):
        with whole_file(folder / f"{article.article_id}.html") as file:
            file.write(body(record.source.page_sha256))
        with whole_file(folder / f"{article.article_id}.gold.json") as file:
            gold = gold_of(record, found[article.article_id])
            file.write((json.dumps(gold, ensure_ascii=False, indent=1) + "\n").encode())
    return len(articles)


def gold_of(record: StatusRecord, corrections: list[RowMapping]) -> Document:
    """A record as gold has it, with what people said of it."""
    document = _bare(record.model_dump(mode="json"))
    for row in corrections:
        _say(document, row["field"].split("."), row["value"])
    answers = document["answers"]
    for answer in answers.values():
        for name in ("items", "themes"):
            if name in answer:
                answer[name] = [part["text" if name == "items" else "name"] for part in answer[name]]
        if "links" in answer:
            answer["links"] = [link["url"] for link in answer["links"]]
    kept = ("title", "published_on", "respondents", "contacts", "answers", "unmatched_questions", "related")
    return {
        "url": record.source.url,
        "municipality_code": record.municipality.code if record.municipality else None,
        "period": document["period"],
        **{name: document[name] for name in kept},
        "organisations": [organisation["name"] for organisation in document["organisations"]],
        "text_lines": record.text.split("\n"),
        "notes": f"read by the machine, but for {', '.join(row['field'] for row in corrections)}",
    }


def _say(document: Document, path: list[str], value: str | None) -> None:
    for name in path[:-1]:
        document = document[name]
    name = path[-1]
    if value is not None and "quantities" in path:
        low, high = bounds_of(value) or (None, None)
        unit = (document[name] or {}).get("unit") or _UNITS.get(name, "persons")
        document[name] = {"min": low, "max": high, "approximate": False, "unit": unit}
    elif value is not None and name == "since":
        document[name] = int(value)
    else:
        document[name] = _TRUTHS.get(value, value) if value is not None else None


def _bare(value: Any) -> Any:  # noqa: ANN401 -- any JSON
    """A value without where it stands."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name != "evidence"}
    return [_bare(part) for part in value] if isinstance(value, list) else value

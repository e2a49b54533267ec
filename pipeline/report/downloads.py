"""The files beside the pages: what the report shows, as CSV and JSON lines, and what their columns mean."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.report.charts_marks import Lang
from pipeline.report.facts import COLUMNS
from pipeline.report.rows import Row
from pipeline.report.words import words
from schemas.social_economy import KEYS

Value = str | float | None
Record = Mapping[str, Value]

ABOUT: Final = ("article_id", "url", "title", "municipality_code", "municipality_name", "region")
WHEN: Final = ("period", "period_start", "published_on")
ANSWER: Final = ("question", "status", "answer", "quote")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_BOM: Final = "\ufeff"
"""Spreadsheets take a file with it for UTF-8."""


@dataclass(frozen=True, slots=True)
class Download:
    """One table, to be had in two forms."""

    name: str
    columns: tuple[str, ...]
    articles: Sequence[Row]
    of_article: Callable[[Row], Iterable[Record]]
    """The rows that an article makes; they are made anew for each form, since all at once would fill the memory."""

    def rows(self) -> Iterator[Record]:
        """Make the table's rows."""
        return (record for article in self.articles for record in self.of_article(article))

    @property
    def amount(self) -> int:
        """How many rows there are."""
        return sum(1 for _ in self.rows())

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the table's files: name and bytes."""
        yield f"data/{self.name}.csv", as_csv(self.columns, self.rows())
        yield f"data/{self.name}.jsonl", as_json_lines(self.rows())


def downloads(rows: Sequence[Row]) -> tuple[Download, ...]:
    """Make the tables of the articles that are live."""
    answer_columns = (*ABOUT, *WHEN, *ANSWER)
    return (
        Download("articles", (*ABOUT, *WHEN, *COLUMNS), rows, _article),
        Download("answers", answer_columns, rows, _answers),
    )


def _head(row: Row) -> dict[str, Value]:
    status = row.status
    about = (row.article_id, row.url, row.title, status.code, row.name, status.region)
    when = (row.period, status.period_start, status.published_on)
    return dict(zip((*ABOUT, *WHEN), (*about, *when), strict=True))


def _article(row: Row) -> Iterator[Record]:
    yield _head(row) | {name: row.status.values.get(name) for name in COLUMNS}


def _answers(row: Row) -> Iterator[Record]:
    for cell in row.cells:
        said = (cell.key, cell.status, cell.brief, cell.quote or None)
        yield _head(row) | dict(zip(ANSWER, said, strict=True))


def as_csv(columns: Sequence[str], rows: Iterable[Record]) -> bytes:
    """Write CSV that a spreadsheet opens as it is meant: no cell is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return (_BOM + out.getvalue()).encode()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.lstrip("'").startswith(_FORMULA) else value
        case _:
            return f"{value:g}"


def as_json_lines(rows: Iterable[Record]) -> bytes:
    """Write one JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def dictionary(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Say what each column holds, in the order of the files."""
    known = words(lang)
    plain = [(name, known["columns"][name]) for name in (*ABOUT, *WHEN, *ANSWER)]
    return (*plain, *((name, _meaning(name, lang)) for name in COLUMNS))


def _meaning(column: str, lang: Lang) -> str:
    known = words(lang)
    # The longest key first: strategy_use_status is no column of strategy.
    key = max((key for key in KEYS if column.startswith(f"{key}_")), key=len)
    name = column.removeprefix(f"{key}_")
    count, _, bound = name.rpartition("_")
    if bound in {"min", "max"}:
        return f"{known['questions'][key]}: {known['quantities'][count]}, {known['columns'][bound]}"
    return f"{known['questions'][key]}: {known['columns'][name]}"

"""The dataset out of the shards: every page once, whatever order the shards came in."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from pipeline.export.writing import writable
from pipeline.scale.shard import PARTIAL, output
from pipeline.scale.tables import connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMATS: Final = ("parquet", "jsonl")
PART_ROWS: Final = 1_000_000
"""Rows of one part, about: what is sorted at once."""
_AT_ONCE: Final = 256
_RECORDS: Final = """
    SELECT * FROM read_parquet($files)
    WHERE ('0x' || page_sha256[1:8])::BIGINT % $parts = $part
    QUALIFY row_number() OVER (
        PARTITION BY url, page_sha256 ORDER BY source.fetched_at NULLS LAST, shard, "row") = 1
    ORDER BY url, page_sha256
    """
# A page that became a record in one shard and took too long in another is a record.
_REJECTIONS: Final = """
    SELECT * FROM read_parquet($files) AS page
    WHERE ('0x' || coalesce(page_sha256, shard)[1:8])::BIGINT % $parts = $part AND NOT EXISTS (
        SELECT 1 FROM read_parquet($records) AS made
        WHERE made.url = page.url AND made.page_sha256 = page.page_sha256)
    QUALIFY row_number() OVER (
        PARTITION BY url, page_sha256, CASE WHEN url IS NULL THEN shard || "row" END
        ORDER BY fetched_at NULLS LAST, shard, "row") = 1
    ORDER BY url NULLS LAST, page_sha256, shard, "row"
    """
# DuckDB writes a moment in a way of its own; here it is ISO 8601.
_LINES: Final = {
    "records": """
        SELECT json_merge_patch(to_json(one), {
            source: {fetched_at: strftime(source.fetched_at, '%Y-%m-%dT%H:%M:%S.%fZ')}})
        FROM read_parquet($whole) AS one
        """,
    "rejections": """
        SELECT json_merge_patch(to_json(one), {fetched_at: strftime(fetched_at, '%Y-%m-%dT%H:%M:%S.%fZ')})
        FROM read_parquet($whole) AS one
        """,
}


def merge(shards_folder: Path, names: Sequence[str], folder: Path, format_: str) -> dict[str, int]:
    """Write the pages of the shards into files of a folder, each page once; returns the rows of each file.

    A page is its address and the hash of its bytes; of several copies the one fetched first stays, then the one of the
    shard whose name is lowest. Copies share a hash, so they meet in one part. Raises DiskFull.
    """
    files = {kind: [str(output(shards_folder, name, kind)) for name in names] for kind in ("records", "rejections")}
    rows: dict[str, int] = {}
    parts = _parts(files) if names else 0
    for part in range(parts):
        rows |= _merge_part(files, folder, format_, (part, parts))
    return rows


def _parts(files: dict[str, list[str]]) -> int:
    query = "SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata($files)"
    with closing(connect()) as database:
        (found,) = database.execute(query, {"files": [*files["records"], *files["rejections"]]}).fetchall()
    return max(1, -(-int(found[0]) // PART_ROWS))


def _merge_part(files: dict[str, list[str]], folder: Path, format_: str, part: tuple[int, int]) -> dict[str, int]:
    rows = {}
    share = {"part": part[0], "parts": part[1]}
    with writable(folder), TemporaryDirectory(dir=folder, prefix=PARTIAL) as scratch, closing(connect()) as database:
        database.execute("SET temp_directory = $folder", {"folder": scratch})
        records = str(Path(scratch) / "records")
        kinds = {
            "records": (_RECORDS, {"files": files["records"], **share}),
            "rejections": (_REJECTIONS, {"files": files["rejections"], "records": [records], **share}),
        }
        for kind, (query, values) in kinds.items():
            whole = str(Path(scratch) / kind)
            database.sql(query, params=values).write_parquet(whole, compression="zstd")
            (count,) = database.execute("SELECT count(*) FROM read_parquet($whole)", {"whole": whole}).fetchall()
            rows[f"{kind}-{part[0]:05}.{format_}"] = int(count[0])
        for kind, name in zip(kinds, rows, strict=True):
            _in_format(database, Path(scratch) / kind, format_).replace(folder / name)
    return rows


def _in_format(database: "DuckDBPyConnection", whole: Path, format_: str) -> Path:
    """The file itself, or another one beside it with an object a line."""
    if format_ == "parquet":
        return whole
    target = whole.with_suffix(f".{format_}")
    database.execute(_LINES[whole.name], {"whole": str(whole)})
    with target.open("w", encoding="utf-8") as file:
        while rows := database.fetchmany(_AT_ONCE):
            file.writelines(f"{line}\n" for (line,) in rows)
    return target

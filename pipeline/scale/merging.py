"""The dataset out of the shards: every page once, whatever order the shards came in."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from pipeline.scale.shard import PARTIAL, output
from pipeline.scale.tables import connect, written

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMATS: Final = ("parquet", "jsonl")
PART_ROWS: Final = 200_000
"""Rows of one part, about: what is sorted at once."""
_AT_ONCE: Final = 256
_KINDS: Final = ("records", "rejections")
_SPREAD: Final = """
    SELECT *, ('0x' || coalesce(page_sha256, shard)[1:8])::BIGINT % $parts AS part FROM read_parquet($files)
    """
_NOTHING: Final = "SELECT * FROM read_parquet($files) LIMIT 0"
# Which copy stays is decided on the keys alone: records are wide.
_RECORDS: Final = """
    WITH kept AS (
        SELECT shard, "row" FROM read_parquet($records, hive_partitioning = false)
        QUALIFY row_number() OVER (
            PARTITION BY url, page_sha256 ORDER BY source.fetched_at NULLS LAST, shard, "row") = 1)
    SELECT * FROM read_parquet($records, hive_partitioning = false) SEMI JOIN kept USING (shard, "row")
    ORDER BY url, page_sha256
    """
# A page that became a record in one shard and took too long in another is a record.
_REJECTIONS: Final = """
    SELECT * FROM read_parquet($rejections, hive_partitioning = false) AS page
    WHERE NOT EXISTS (
        SELECT 1 FROM read_parquet($records, hive_partitioning = false) AS made
        WHERE made.url = page.url AND made.page_sha256 = page.page_sha256)
    QUALIFY row_number() OVER (
        PARTITION BY url, page_sha256, CASE WHEN url IS NULL THEN shard || ' ' || "row" END
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


Files = dict[str, list[str]]
"""The Parquet files of each kind."""


def merge(
    shards_folder: Path, names: Sequence[str], folder: Path, format_: str, *, part_rows: int = PART_ROWS
) -> dict[str, int]:
    """Write the pages of the shards into files of a folder, each page once; returns the rows of each file.

    A page is its address and the hash of its bytes; of several copies the one fetched first stays, then the one of the
    shard whose name is lowest. Copies share a hash, so they meet in one part. Raises DiskFull, UsageError.
    """
    if not names:
        return {}
    files = {kind: [str(output(shards_folder, name, kind)) for name in names] for kind in _KINDS}
    rows: dict[str, int] = {}
    with written(folder), TemporaryDirectory(dir=folder, prefix=PARTIAL) as name, closing(connect()) as database:
        scratch = Path(name)
        database.execute("SET temp_directory = $folder", {"folder": str(scratch / "spilt")})
        for part, found in enumerate(_parts(database, files, scratch, part_rows)):
            made = _merge_part(database, found, scratch, format_)
            for kind, (path, count) in made.items():
                target = f"{kind}-{part:05}.{format_}"
                path.replace(folder / target)
                rows[target] = count
    return rows


def _parts(database: "DuckDBPyConnection", files: Files, scratch: Path, part_rows: int) -> list[Files]:
    """The files of each part: those of the shards when one part is enough, else their rows, spread by hash."""
    query = "SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata($files)"
    (total,) = database.execute(query, {"files": [path for paths in files.values() for path in paths]}).fetchall()
    parts = -(-int(total[0]) // part_rows)
    if parts <= 1:
        return [files]
    (scratch / "parts").mkdir()
    for kind, paths in files.items():
        spread = database.sql(_SPREAD, params={"files": paths, "parts": parts})
        spread.write_parquet(str(scratch / "parts" / kind), partition_by=["part"], compression="zstd")
        nothing = database.sql(_NOTHING, params={"files": paths[:1]})
        nothing.write_parquet(str(scratch / f"no-{kind}"))
    return [{kind: _files(scratch, kind, part) for kind in _KINDS} for part in range(parts)]


def _files(scratch: Path, kind: str, part: int) -> list[str]:
    found = sorted(str(path) for path in (scratch / "parts" / kind / f"part={part}").glob("*.parquet"))
    return found or [str(scratch / f"no-{kind}")]


def _merge_part(
    database: "DuckDBPyConnection", files: Files, scratch: Path, format_: str
) -> dict[str, tuple[Path, int]]:
    """Write the pages of a part, each once; where its records and rejections are, and how many."""
    whole = {kind: str(scratch / kind) for kind in _KINDS}
    queries = {
        "records": (_RECORDS, {"records": files["records"]}),
        "rejections": (_REJECTIONS, {"records": [whole["records"]], "rejections": files["rejections"]}),
    }
    counts = {}
    for kind, (query, values) in queries.items():
        database.sql(query, params=values).write_parquet(whole[kind], compression="zstd")
        (count,) = database.execute("SELECT count(*) FROM read_parquet($whole)", {"whole": whole[kind]}).fetchall()
        counts[kind] = int(count[0])
    return {kind: (_in_format(database, Path(whole[kind]), format_), counts[kind]) for kind in _KINDS}


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

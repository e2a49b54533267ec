"""`process_shard`: one shard in, its records and rejections out; the same call for every engine."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from pydantic import ValidationError

from pipeline.errors import FetchError, OverBudget
from pipeline.run import extract_page
from pipeline.scale.pages import shard_name, shard_pages
from pipeline.scale.shards import Shard, local_path
from pipeline.scale.states import STATES, Rules, ShardResult, State, rules_of
from pipeline.scale.tables import RECORD_COLUMNS, REJECTION_COLUMNS, write_rows, written
from pipeline.settings import Settings, settings_with
from pipeline.workers import Outcome, Plan, Workers
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

PARTIAL: Final = ".partial-"
"""What the folders of unfinished shards begin with."""
KINDS: Final = {"records": RECORD_COLUMNS, "rejections": REJECTION_COLUMNS}
_WEB: Final = ("http://", "https://")
Row = dict[str, Any]


def process_shard(in_uri: str, out_uri: str, settings: Settings | None = None) -> ShardResult:
    """Read the pages of a shard and write what came of them into a folder; a shard that is done is only looked up.

    The folder gets NAME.records.parquet, NAME.rejections.parquet and last, vouching for both, NAME.json; each is there
    whole or not at all. Pages are read in a process of their own that can be killed, so no page ends the shard. A
    damaged file gives the pages before the damage, and counts it as `failed`. Settings default to the environment's.

    Raises Unreadable for a file that cannot be opened, UsageError, DiskFull.
    """
    shard, folder, settings = Shard.of(in_uri), local_path(out_uri), settings or settings_with()
    name, rules = shard_name(shard), rules_of(settings)
    done = finished(folder, name, rules)
    if done:
        return done.model_copy(update={"skipped": True})
    with written(folder):
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = TemporaryDirectory(dir=folder, prefix=PARTIAL)
    with unfinished as scratch:
        states = _write_lines(Path(scratch), name, _outcomes(shard, settings))
        with written(folder):
            return _publish(Path(scratch), folder, name, states, rules)


def read_page(page: RawPage) -> StatusRecord | Rejection:
    """Read a page; a file is read again at the web address that its page names as its own, for its links."""
    made = extract_page(page)
    if isinstance(made, Rejection) or not page.url.startswith("file:"):
        return made
    home = made.source.canonical_url or ""
    return extract_page(page.model_copy(update={"url": home})) if home.startswith(_WEB) else made


def finished(folder: Path, name: str, rules: Rules) -> ShardResult | None:
    """The result of a shard that was done by the same rules and whose files are as they were written."""
    told = folder / f"{name}.json"
    if not told.is_file():
        return None
    try:
        result = ShardResult.model_validate_json(told.read_bytes())
    except ValidationError:  # of another version of the code
        return None
    whole = all(
        (path := output(folder, name, kind)).is_file() and _sha256(path) == result.files[kind] for kind in KINDS
    )
    return result if whole and result.rules == rules else None


def output(folder: Path, name: str, kind: str) -> Path:
    """Where a shard's records or rejections are."""
    return folder / f"{name}.{kind}.parquet"


def _outcomes(shard: Shard, settings: Settings) -> Iterator[tuple[RawPage | None, Outcome | FetchError]]:
    """What came of each page, and each thing that could not be read, in order."""
    plan = Plan(
        extract=f"{__name__}:{read_page.__name__}", page_seconds=settings.page_seconds, page_memory=settings.page_memory
    )
    errors: list[FetchError] = []

    def readable() -> Iterator[RawPage]:
        for one in shard_pages(shard, settings):
            if isinstance(one, RawPage):
                yield one
            else:
                errors.append(one)

    with Workers(plan, processes=1) as workers:
        yield from workers.results(readable())
    # After the pages: those that stand around an error were read ahead of it.
    yield from ((None, error) for error in errors)


def _write_lines(
    scratch: Path, name: str, outcomes: Iterator[tuple[RawPage | None, Outcome | FetchError]]
) -> Counter[State]:
    states: Counter[State] = Counter(dict.fromkeys(STATES, 0))
    with ExitStack() as stack:
        # Line by line, so that a full disk is met where it is named.
        files = {kind: stack.enter_context((scratch / kind).open("w", 1, encoding="utf-8")) for kind in KINDS}
        for number, (page, outcome) in enumerate(outcomes, 1):
            kind, state, row = _row(page, outcome)
            states[state] += 1
            line = json.dumps({"shard": name, "row": number, **row}, ensure_ascii=False)
            with written(scratch):
                files[kind].write(line + "\n")
    return states


def _row(page: RawPage | None, outcome: Outcome | FetchError) -> tuple[str, State, Row]:
    """Which file a page's row belongs to, the page's state, and the row."""
    if isinstance(outcome, StatusRecord):
        source = outcome.source
        row = {"url": source.url, "page_sha256": source.page_sha256, **outcome.model_dump(mode="json")}
        return "records", "degraded" if outcome.degraded else "ok", row
    state: State = "failed"
    if not isinstance(outcome, FetchError):
        state = "quarantined" if isinstance(outcome, OverBudget) else outcome.state
    row = {
        "state": state,
        "stage": outcome.stage,
        "reason": outcome.reason,
        "message": outcome.message,
        "place": _place(outcome),
    }
    if page is not None:
        fetched_at = page.fetched_at and page.fetched_at.isoformat()
        row |= {"url": page.url, "page_sha256": sha256(page.body).hexdigest(), "fetched_at": fetched_at}
    return "rejections", state, row


def _place(outcome: Outcome | FetchError) -> str | None:
    """Where in its file an error stands: what follows the file's path, which is no part of the content."""
    return outcome.source.rpartition(" ")[2] if isinstance(outcome, FetchError) and outcome.source else None


def _publish(scratch: Path, folder: Path, name: str, states: Counter[State], rules: Rules) -> ShardResult:
    """Make the files, and give each its name once all of them are safe on the disk."""
    for kind, columns in KINDS.items():
        write_rows(scratch / kind, scratch / f"{kind}.parquet", columns)
    files = {kind: _sha256(scratch / f"{kind}.parquet") for kind in KINDS}
    result = ShardResult(shard=name, states=dict(states), files=files, rules=rules)
    (scratch / "json").write_text(result.model_dump_json(indent=2) + "\n", encoding="utf-8")
    moves = {scratch / f"{kind}.parquet": output(folder, name, kind) for kind in KINDS}
    moves[scratch / "json"] = folder / f"{name}.json"
    for path in moves:
        _sync(path)
    for path, target in moves.items():
        path.replace(target)
    _sync(folder)
    return result


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()

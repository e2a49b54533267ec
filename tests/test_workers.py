"""Worker processes: a page that misbehaves costs its own worker, no other page, and leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from pipeline.errors import OverBudget
from pipeline.run import extract_page
from pipeline.workers import ExtractionBugError, Outcome, Plan, Workers
from pipeline.workers.nursery import FIRST_PAGE
from pipeline.workers.plan import Extract, name_of
from pipeline.workers.pool import IN_FLIGHT
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from tests.conftest import ROOT

MIB: Final = 1024 * 1024
PLAN: Final = Plan(extract="tests.misbehaving:act", page_seconds=1, page_memory=256 * MIB)
PARENT: Final = """
from pipeline.workers import Plan, Workers
from schemas.page import RawPage
plan = Plan(extract="tests.misbehaving:act", page_seconds=100, page_memory=1 << 30)
with Workers(plan, processes=1) as workers:
    print(workers.read(RawPage(url="u", body=b"")).message, flush=True)
    print(workers.read(RawPage(url="u", body=b"spin")).message, flush=True)
"""


def pages(*bodies: bytes) -> list[RawPage]:
    return [RawPage(url=f"https://news.example/{number}", body=body) for number, body in enumerate(bodies)]


def pid_of(outcome: Outcome) -> int:
    assert isinstance(outcome, Rejection)
    return int(outcome.message)


def is_alive(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0] != "Z"


def ends(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def spacy_is_there(page: RawPage) -> StatusRecord | Rejection:
    """Whether a page of one byte finds spaCy imported; any other is read."""
    if len(page.body) > 1:
        return extract_page(page)
    return Rejection(url=page.url, stage="clean", reason="no_text", message=str("spacy.vocab" in sys.modules))


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(PLAN, processes=2) as started:
        yield started


def test_workers_read_as_the_call_itself(corpus: Path) -> None:
    articles = pages(*(path.read_bytes() for path in sorted(corpus.glob("*.html"))[:6]))
    plan = Plan(extract="pipeline.run:extract_page", page_seconds=60, page_memory=1024 * MIB)
    with Workers(plan, processes=2) as started:
        assert list(started.results(articles)) == [(page, extract_page(page)) for page in articles]


@pytest.mark.parametrize(
    ("body", "said"),
    [(b"spin", "longer than 1 s"), (b"hoard", "bytes of memory"), (b"exit", "ended"), (b"crash", "ended")],
)
def test_a_page_that_misbehaves_is_named_and_the_others_come(workers: Workers, body: bytes, said: str) -> None:
    outcomes = [outcome for _, outcome in workers.results(pages(b"", body, b"", b""))]
    assert isinstance(outcomes[1], OverBudget)
    assert said in outcomes[1].message
    assert all(isinstance(outcome, Rejection) for outcome in (outcomes[0], *outcomes[2:]))


def test_a_bug_reaches_the_caller_with_its_traceback(workers: Workers) -> None:
    with pytest.raises(ExtractionBugError, match=r"misbehaving.py.*\n(.*\n)*LookupError: nobody expected this"):
        list(workers.results(pages(b"bug")))


def test_pages_are_drawn_only_as_workers_get_on(workers: Workers) -> None:
    drawn = 0

    def drawing() -> Iterator[RawPage]:
        nonlocal drawn
        for page in pages(*[b""] * 2000):
            drawn += 1
            yield page

    ahead = [drawn - done for done, _ in enumerate(workers.results(drawing()))]
    assert len(ahead) == 2000
    assert max(ahead) <= IN_FLIGHT * workers.processes


def test_workers_are_renewed_and_none_is_left() -> None:
    with Workers(PLAN.model_copy(update={"pages": 5}), processes=1) as started:
        pids = [pid_of(outcome) for _, outcome in started.results(pages(*[b""] * 12))]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [5, 5, 2]
    assert not any(is_alive(pid) for pid in pids)


def test_signals_that_end_a_run_are_not_for_workers(workers: Workers) -> None:
    pid = pid_of(workers.read(pages(b"")[0]))
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(pid, number)
    assert pid in {pid_of(outcome) for _, outcome in workers.results(pages(*[b""] * 50))}


def test_a_parent_that_is_killed_leaves_no_worker_behind() -> None:
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        time.sleep(0.2)
        assert is_alive(worker)
        parent.kill()
    assert ends(worker)


def test_a_worker_is_born_with_what_a_first_page_needs() -> None:
    plan = PLAN.model_copy(update={"extract": f"{__name__}:{spacy_is_there.__name__}", "page_seconds": 20})
    with Workers(plan, processes=1) as started:
        told = started.read(pages(b"?")[0])
    assert isinstance(told, Rejection)
    assert told.message == "True"


def test_the_first_page_asks_everything() -> None:
    made = extract_page(RawPage(url="https://first.example/", body=FIRST_PAGE.read_bytes()))
    assert isinstance(made, StatusRecord)
    assert "not_asked" not in {answer.status for _, answer in made.answers}
    assert made.respondents
    assert made.contacts
    assert made.organisations
    assert made.related


def test_a_reader_that_is_not_there_is_a_bug(capfd: pytest.CaptureFixture[str]) -> None:
    plan = PLAN.model_copy(update={"extract": "tests.misbehaving:nobody"})
    with Workers(plan, processes=1) as started, pytest.raises(ExtractionBugError, match="did not start"):
        started.read(pages(b"")[0])
    assert "has no attribute 'nobody'" in capfd.readouterr().err


def test_workers_that_are_not_asked_end_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    with Workers(PLAN, processes=1):
        pass
    assert capfd.readouterr().err == ""


def test_a_reader_is_named_so_that_another_process_finds_it() -> None:
    assert name_of(extract_page) == "pipeline.run:extract_page"
    assert name_of("pipeline.run:extract_page") == "pipeline.run:extract_page"


@pytest.mark.parametrize("reader", [lambda page: extract_page(page), Workers.read])  # noqa: PLW0108 -- has no name
def test_a_reader_that_another_process_cannot_find_is_refused(reader: Extract) -> None:
    with pytest.raises(TypeError, match="no function of a module"):
        name_of(reader)


def test_a_reader_that_is_not_there_is_a_bug_and_no_page_is_to_blame() -> None:
    with (
        Workers(PLAN.model_copy(update={"extract": "tests.misbehaving:nobody"}), processes=1) as started,
        pytest.raises(ExtractionBugError, match="the workers did not start"),
    ):
        started.read(pages(b"")[0])

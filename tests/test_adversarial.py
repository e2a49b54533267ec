"""Hostile inputs end with the name that they must have, through the library and at the command line."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from typing import Final

import httpx
import pytest

from pipeline.cli import main
from pipeline.errors import ExitCode, FetchError, PageRejected, RefusedByPolicy
from pipeline.fetch.client import Client
from pipeline.run import extract, extract_page
from pipeline.settings import Settings
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.adversarial.addresses import ADDRESSES, LITERAL, SPELT
from tests.adversarial.article import PERSONAL, Page
from tests.adversarial.case import MIB, PageCase, UrlCase, WireCase, outcome_of, params
from tests.adversarial.encodings import ENCODINGS
from tests.adversarial.heads import HEADS
from tests.adversarial.heavy import MEMORY, SECONDS, Weighed
from tests.adversarial.known import FAILING
from tests.adversarial.markup import MARKUP
from tests.adversarial.server import serving
from tests.adversarial.weight import LIMITS, WEIGHT
from tests.adversarial.wire import WIRE
from tests.adversarial.words import WORDS

ROOT: Final = Path(__file__).parent.parent
NOW: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)
LOOPBACK: Final = Settings(
    allow_private=(ip_network("127.0.0.0/8"),), total_seconds=1, delay_seconds=0, attempts=1, patience_seconds=0
)
PAGES: Final = (*ENCODINGS, *HEADS, *MARKUP, *WORDS, *LIMITS)
HEAVY: Final = WEIGHT[len(LIMITS) :]
EVERYTHING: Final = os.environ.get("ADVERSARIAL") == "all"
"""Whether heavy pages that are known to fail are run too: each takes the whole of its time."""
STARTED: Final = frozenset(
    (
        "utf16-le-bom bidi nul-in-words json-ld-deep link-0 article-in-comment doctype-bomb empty image formula-0 "
        "injected-1 paragraphs-1M nested-divs personal-data-of-no-article"
    ).split()
)
"""The pages that are also read by a process started for them."""
INTERRUPTED: Final = frozenset({"entities-of-5-MiB", "cells-by-ten-thousands", "sister-marks", "denials", "addresses"})
"""Heavy pages whose readers hear the alarm of the command line."""
COMPLAINT: Final = re.compile(r"kommunestatus: \S.{0,4000}?: (?P<reason>[a-z_]+) \((?P<stage>[a-z]+)\): \S.*\n")
"""One line that names the page, the reason and the stage."""
Printed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    """Run the command line in process; gives exit code, standard output and standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def complaint(err: str, reason: str) -> None:
    """Check that standard error is one clear line, with nothing of the page's persons and nothing for a terminal."""
    said = COMPLAINT.fullmatch(err)
    assert said is not None, err
    assert said["reason"] == reason
    assert not any(personal in err for personal in PERSONAL)
    assert err[:-1].isprintable()


def check_record(case: PageCase, record: StatusRecord) -> None:
    text = record.model_dump_json()
    assert [part for part in case.holds if part not in text] == []
    assert [part for part in case.lacks if part in text] == []
    assert StatusRecord.model_validate_json(text) == record


def test_what_is_known_to_fail_is_still_an_input() -> None:
    names = [case.name for case in (*PAGES, *HEAVY)]
    names += [case.name for case in WIRE] + [case.name for case in ADDRESSES]
    assert len(names) == len(set(names))
    assert set(names) >= set(FAILING)


@pytest.mark.parametrize("case", params(PAGES))
def test_a_page_ends_with_its_name(case: PageCase) -> None:
    body = case.body()
    made = extract_page(RawPage(url=case.url, body=body, content_type=case.content_type))
    assert outcome_of(made) == case.expected
    if isinstance(made, StatusRecord):
        check_record(case, made)
        return
    with pytest.raises(PageRejected) as caught:
        extract(body, url=case.url, content_type=case.content_type)
    assert caught.value.exit_code == case.expected.exit_code


@pytest.mark.parametrize("case", params(case for case in PAGES if case.content_type is None))
def test_the_command_line_says_the_same_of_a_page(case: PageCase, printed: Printed, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(case.body())
    code, out, err = printed("extract", str(page), "--url", case.url)
    assert code == case.expected.exit_code
    if code:
        assert out == ""
        complaint(err, case.expected.name)
    else:
        assert err == ""
        record = StatusRecord.model_validate_json(out)
        assert outcome_of(record) == case.expected
        check_record(case, record)


@pytest.mark.parametrize("case", params(ADDRESSES))
def test_an_address_is_refused_before_a_connection(case: UrlCase) -> None:
    asked: list[str] = []

    async def resolver(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        literal = host.strip("[]")
        return (literal,) if case.url in LITERAL else case.resolved

    def reached(request: httpx.Request) -> httpx.Response:
        pytest.fail(f"asked for {request.url}")

    client = Client(Settings(), lambda: NOW, lambda: httpx.MockTransport(reached), resolver)
    with pytest.raises(RefusedByPolicy):
        client.get(case.url)
    assert not asked or case.url not in SPELT


@pytest.mark.parametrize("case", params(case for case in ADDRESSES if case.url in {*SPELT, *LITERAL}))
def test_the_command_line_refuses_an_address(case: UrlCase, printed: Printed) -> None:
    code, out, err = printed("extract", case.url)
    assert (code, out) == (ExitCode.REFUSED, "")
    complaint(err, "refused")


@pytest.mark.enable_socket
@pytest.mark.parametrize("case", params(WIRE))
def test_a_response_is_whole_or_has_a_name(case: WireCase) -> None:
    with serving(case.sent(), case.pause) as port:
        url = f"http://127.0.0.1:{port}/"
        if case.error is None:
            page = Client(LOOPBACK, lambda: NOW).get(url)
            assert (page.body, page.url) == (Page().bytes(), url)
            return
        with pytest.raises(FetchError) as caught:
            Client(LOOPBACK, lambda: NOW).get(url)
    assert type(caught.value) is case.error
    assert caught.value.source


@pytest.mark.enable_socket
@pytest.mark.parametrize("case", params(WIRE))
def test_the_command_line_says_what_came_over_the_wire(
    case: WireCase, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("total_seconds", "delay_seconds", "attempts", "patience_seconds"):
        monkeypatch.setenv(f"KOMMUNESTATUS_{name.upper()}", str(getattr(LOOPBACK, name)))
    with serving(case.sent(), case.pause) as port:
        code, out, err = printed("extract", f"http://127.0.0.1:{port}/", "--allow-private")
    if case.error is None:
        assert (code, err) == (0, "")
        assert outcome_of(StatusRecord.model_validate_json(out)).name == "record"
        return
    assert (code, out) == (case.error.exit_code, "")
    complaint(err, case.error.reason)


@pytest.fixture(scope="module")
def weighed() -> dict[str, Weighed]:
    """What came of the heavy pages, each read in a process of its own within the limits."""
    names = [case.name for case in HEAVY if case.name not in FAILING or EVERYTHING]
    command = [sys.executable, "-m", "tests.adversarial.heavy", *names]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = [Weighed(**json.loads(line)) for line in done.stdout.splitlines()]
    return {one.name: one for one in found}


@pytest.mark.parametrize("case", params(HEAVY))
def test_a_heavy_page_ends_within_its_budget(case: PageCase, weighed: dict[str, Weighed]) -> None:
    if case.name not in weighed:
        pytest.skip(f"known to fail, and only after its whole time; ADVERSARIAL=all runs it: {FAILING[case.name]}")
    found = weighed[case.name]
    assert (found.ended, found.state or "ok") == (case.expected.name, case.expected.state)
    assert frozenset(found.warnings) == case.expected.warnings
    assert found.seconds <= SECONDS
    assert found.mebibytes <= MEMORY // MIB


@pytest.mark.parametrize("case", [case for case in PAGES if case.name in STARTED], ids=lambda case: case.name)
def test_a_process_of_its_own_says_the_same(case: PageCase, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(case.body())
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(page), "--url", case.url]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == case.expected.exit_code
    if done.returncode:
        complaint(done.stderr, case.expected.name)
    else:
        assert done.stderr == ""
        check_record(case, StatusRecord.model_validate_json(done.stdout))


@pytest.mark.parametrize("case", params(case for case in HEAVY if case.name in INTERRUPTED))
def test_the_command_line_leaves_a_page_that_takes_too_long(
    case: PageCase, printed: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KOMMUNESTATUS_PAGE_SECONDS", "0.1")
    page = tmp_path / "page.html"
    page.write_bytes(case.body())
    code, out, err = printed("extract", str(page))
    assert (code, out) == (ExitCode.SOME_FAILED, "")
    complaint(err, "over_budget")

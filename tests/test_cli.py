"""The command line: what it prints where, and the code it ends with."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.cli import main
from schemas.record import StatusRecord

ARTICLE, LISTING = "01-kolding", "10-gladsaxe"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command; gives its exit code and what it said on standard output and standard error."""
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(capsys, "--help")
    assert code == 0
    assert all(command in out for command in ("extract", "evaluate", "schema"))


def test_help_imports_nothing_heavy() -> None:
    script = "import sys; from pipeline.cli import main; main(['--help']); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert not {"spacy", "pydantic", "rich", "httpx", "sqlalchemy", "lxml", "bs4"} & set(modules)


@pytest.mark.parametrize(
    "arguments", [(), ("nonsense",), ("extract",), ("extract", "-", "--format", "xml"), ("extract", "missing.html")]
)
def test_a_command_that_cannot_be_meant_exits_2(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, _, err = printed(capsys, *arguments)
    assert code == 2
    assert "Traceback" not in err


def test_a_setting_that_cannot_be_meant_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMMUNESTATUS_REDIRECTS", "-1")
    code, _, err = printed(capsys, "extract", "-")
    assert code == 2
    assert err.startswith("kommunestatus: usage (command): setting redirects")


def test_the_schema_is_the_published_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(capsys, "schema")
    published = Path(__file__).parent.parent / "schemas" / "json" / "status_record.json"
    assert (code, out) == (0, published.read_text(encoding="utf-8"))


def test_one_page_gives_one_object(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    code, out, err = printed(capsys, "extract", str(corpus / f"{ARTICLE}.html"))
    assert (code, err) == (0, "")
    assert StatusRecord.model_validate_json(out).municipality is not None


def test_a_folder_gives_an_array_or_lines_and_lists_what_is_no_article(
    capsys: pytest.CaptureFixture[str], corpus: Path
) -> None:
    pages = [str(corpus / f"{name}.html") for name in (ARTICLE, LISTING)]
    code, out, err = printed(capsys, "extract", *pages)
    assert (code, len(json.loads(out))) == (0, 1)
    assert err.startswith(f"kommunestatus: {pages[1]}: listing_page (")
    assert err.count("\n") == 1
    _, lines, _ = printed(capsys, "extract", *pages, "--format", "jsonl")
    assert [json.loads(line) for line in lines.splitlines()] == json.loads(out)


def test_a_page_that_is_no_article_exits_4_with_the_reason(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    code, out, err = printed(capsys, "extract", str(corpus / f"{LISTING}.html"))
    assert (code, out) == (4, "")
    assert "listing_page" in err


def test_a_quarantined_page_exits_3(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "deep.html"
    page.write_bytes(b"<p>" * 100_001)
    code, out, err = printed(capsys, "extract", str(page))
    assert (code, out) == (3, "")
    assert "too_many_tags (decode)" in err


def test_the_table_shows_what_was_read(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    code, out, _ = printed(capsys, "extract", str(corpus / f"{ARTICLE}.html"), "--format", "table")
    assert code == 0
    assert "Kolding Kommune (0621)" in out
    assert max(map(len, out.splitlines())) <= 100


def test_records_go_into_a_folder(capsys: pytest.CaptureFixture[str], corpus: Path, tmp_path: Path) -> None:
    code, out, err = printed(capsys, "extract", str(corpus / f"{ARTICLE}.html"), "--out", str(tmp_path))
    assert (code, out, err) == (0, "", f"1 record written to {tmp_path}\n")
    StatusRecord.model_validate_json((tmp_path / f"{ARTICLE}.json").read_text(encoding="utf-8"))


def test_records_go_into_the_store_once(capsys: pytest.CaptureFixture[str], corpus: Path, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    arguments = ("extract", str(corpus / f"{ARTICLE}.html"), "--save", "--store", store)
    assert printed(capsys, *arguments)[2] == "saved: 1 new\n"
    assert printed(capsys, *arguments)[2] == "saved: 1 unchanged\n"


def test_a_store_that_is_none_is_an_error_of_usage(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    page = str(corpus / f"{ARTICLE}.html")
    assert printed(capsys, "extract", page, "--save", "--store", "nonsense://x")[0] == 2


@pytest.fixture
def site(corpus: Path) -> Iterator[str]:
    """Serve the constructed pages on a loopback port."""
    handler = partial(QuietHandler, directory=str(corpus))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve files and say nothing of it."""

    def log_message(self, *_arguments: object) -> None:
        """Keep standard error for the command."""


def test_a_url_is_fetched_where_it_may_be(capsys: pytest.CaptureFixture[str], site: str) -> None:
    url = f"{site}/{ARTICLE}.html"
    code, out, _ = printed(capsys, "extract", url, "--allow-private")
    source = json.loads(out)["source"]
    assert (code, source["url"]) == (0, url)
    assert source["fetched_at"]
    assert printed(capsys, "extract", url)[0] == 5
    code, out, err = printed(capsys, "extract", f"{site}/none.html", "--allow-private")
    assert (code, out) == (6, "")
    assert "bad_status (fetch): the server answered 404" in err


def test_gold_is_measured(capsys: pytest.CaptureFixture[str], corpus: Path, tmp_path: Path) -> None:
    for suffix in (".html", ".gold.json"):
        (tmp_path / f"{ARTICLE}{suffix}").write_bytes((corpus / f"{ARTICLE}{suffix}").read_bytes())
    code, out, _ = printed(capsys, "evaluate", str(tmp_path), "--format", "json", "--details")
    figures = json.loads(out)
    assert code == 0
    assert figures["text_lines"]["f1"] > 0.9
    assert len(figures["misses"]) >= figures["all_facts"]["missed"]
    assert "all facts" in printed(capsys, "evaluate", str(tmp_path))[1]


def test_a_bank_is_measured(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bank = tmp_path / "bank.jsonl"
    gold = {"status": "answered", "stance": "no"}
    row = {"id": "1", "key": "procurement", "question": "Køber I ind?", "text": "Nej.", "gold": gold, "evidence": "Nej"}
    bank.write_text(json.dumps(row) + "\n", encoding="utf-8")
    code, out, _ = printed(capsys, "evaluate", str(bank), "--format", "json")
    assert (code, json.loads(out)["fields"]["stance"]["right"]) == (0, 1)
    assert "gold ↓ read →" in printed(capsys, "evaluate", str(bank))[1]
    assert printed(capsys, "evaluate", str(tmp_path / "none.jsonl"))[0] == 2

"""Whatever a page says, it is data in the report: no tag, script, link or formula comes of it."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.build import Options
from pipeline.report.charts_marks import Lang
from pipeline.report.downloads import as_csv
from pipeline.report.facts import Fact
from pipeline.report.links import at_sentence, safe_url
from pipeline.report.marks import lines_of
from pipeline.report.rows import inert
from pipeline.store import engine_for, migrate
from schemas.evidence import Span
from schemas.record import StatusRecord
from tests.records import full_record
from tests.test_report import files_of, keep, make, pages_of, record_of

URL = "https://avis.example/status-faxe/"
BODY = b"body"
_FREE = frozenset({"text", "question", "title", "name", "official_name", "role", "message", "quote", "phone", "email"})
# Each as long as what it replaces, so that every span stays where it is.
_PHRASES = {"Faxe Kommune": "</script><b>", "Huset Faxe": "<!-- --!> ", "Ida Dam": '"><img>'}
_PART = re.compile("|".join((*_PHRASES, ".")), re.DOTALL)
_LETTERS = str.maketrans("eanris", "<>\"'&{")


def hostile(value: Any, name: str = "") -> Any:  # noqa: ANN401 -- any JSON
    """Put markup into every string that a page can say, without moving a letter."""
    if isinstance(value, dict):
        return {key: part if key == "themes" else hostile(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [hostile(part, name) for part in value]
    if not isinstance(value, str) or name not in _FREE:
        return value
    return _PART.sub(lambda found: _PHRASES.get(found[0]) or found[0].translate(_LETTERS), value)


def hostile_record() -> StatusRecord:
    """A full record whose page is an attack; its themes keep their names and take the new quotes."""
    document = record_of(URL, BODY).model_dump(mode="json")
    attack = hostile(document)
    for theme in attack["answers"]["goals"]["themes"]:
        theme["evidence"] = hostile(theme["evidence"])
    return StatusRecord.model_validate(attack)


def report_of(record: StatusRecord, folder: Path, options: Options) -> Path:
    """Make the report of a store that holds one record."""
    engine = engine_for(f"sqlite:///{folder / 'store.db'}")
    migrate(engine)
    keep(engine, record, BODY)
    make(engine, folder / "out", options)
    engine.dispose()
    return folder / "out"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_hostile_page_leaves_every_skeleton_as_it_is(tmp_path: Path, lang: Lang) -> None:
    benign = report_of(record_of(URL, BODY), tmp_path / "benign", Options(lang=lang))
    attacked = report_of(hostile_record(), tmp_path / "hostile", Options(lang=lang))
    plain, bad = pages_of(benign), pages_of(attacked)
    assert plain.keys() == bad.keys()
    for name, page in plain.items():
        assert bad[name].tags == page.tags, name
        assert bad[name].attributes == page.attributes, name
    article = next(name for name in bad if name.startswith("article/"))
    assert "&lt;/script&gt;&lt;b&gt;" in (attacked / article).read_text(encoding="utf-8"), "the attack is in the page"


def test_hostile_text_cannot_leave_the_data_script(tmp_path: Path) -> None:
    out = report_of(hostile_record(), tmp_path, Options())
    script = files_of(out)["assets/data.js"].decode()
    assert not set("<>&\u2028\u2029") & set(script)
    data = json.loads(script.removeprefix("const KOMMUNESTATUS = ").removesuffix(";\n"))
    assert "<!--" in json.dumps(data)


@given(st.text())
def test_inert_data_is_the_same_data(text: str) -> None:
    written = inert({"text": text})
    assert json.loads(written) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(written)


def test_links_of_a_page_go_to_the_web_or_nowhere(tmp_path: Path) -> None:
    document = full_record().model_dump(mode="json")
    document["answers"]["strategy"]["links"] = [{"text": "her", "url": "javascript:alert(1)"}]
    document["related"][0]["url"] = "data:text/html,<script>alert(1)</script>"
    document["source"] = record_of(URL, BODY).model_dump(mode="json")["source"]
    out = report_of(StatusRecord.model_validate(document), tmp_path, Options())
    for name, page in pages_of(out).items():
        assert not [link for link in page.links if link.startswith(("javascript:", "data:"))], name


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "http://[",
        "file:///etc/passwd",
        "",
        None,
    ],
)
def test_unsafe_addresses_are_no_links(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    "url", ["https://a.example/x?y=1#z", "http://a.example", "mailto:bo@a.example", "tel:+4511223344"]
)
def test_safe_addresses_are_links(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Ja, en aftale", "Ja%2C%20en%20aftale"),
        ("fleks-job & mere", "fleks%2Djob%20%26%20mere"),
        ("et to tre fire fem seks\nsyv otte", "et%20to%20tre%20fire,syv%20otte"),
        ("ord " * 30, "ord%20ord%20ord%20ord,ord%20ord%20ord%20ord"),
    ],
)
def test_a_text_fragment_names_the_sentence(words: str, fragment: str) -> None:
    assert at_sentence("https://a.example/x#old", words) == f"https://a.example/x#:~:text={fragment}"


def test_a_text_fragment_needs_an_address_of_the_web() -> None:
    assert at_sentence("javascript:alert(1)", "Ja") is None
    assert at_sentence("mailto:bo@a.example", "Ja") is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'="])
def test_no_cell_is_a_formula(start: str) -> None:
    rows: list[dict[str, str | float | None]] = [{"a": f"{start}cmd|' /C calc'!A0", "b": -1.5}]
    text = as_csv(["a", "b"], rows).decode("utf-8-sig")
    [_, cells] = csv.reader(io.StringIO(text, newline=""))
    assert cells[0] == "'" + str(rows[0]["a"])
    assert cells[1] == "-1.5", "a number begins with a minus by right"


@given(st.text(alphabet="ab \n", min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12))))
def test_marks_leave_the_text_as_it_is_however_spans_overlap(text: str, given_spans: list[tuple[int, int]]) -> None:
    spans = [(start, min(start + length, len(text))) for start, length in given_spans if start < len(text)]
    facts = [
        Fact(f"f{place}", "", "", (Span(start=start, end=end, quote=text[start:end]),))
        for place, (start, end) in enumerate(spans)
        if text[start:end].strip()
    ]
    lines = lines_of(text, facts, [])
    pieces = [piece for line in lines for piece in line.pieces]
    shown = "".join(piece.text for piece in pieces)
    assert "".join(shown.split()) == "".join(text.split())
    for fact in facts:
        marked = "".join(piece.text for piece in pieces if fact.anchor in piece.anchors)
        assert "".join(marked.split()) == "".join(fact.spans[0].quote.split())
        assert sum(fact.anchor in piece.starts for piece in pieces) <= 1

"""What a person sees: every value in words, every status by its sign, nothing taken for markup, never too wide."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from pipeline.errors import UsageError
from pipeline.evaluate.bank import BankScores
from pipeline.evaluate.counts import Counts, Miss, Share
from pipeline.evaluate.gold import Scores
from pipeline.present.printing import print_array, print_lines, print_object, print_tables, write_record
from pipeline.present.record import record_table
from pipeline.present.scores import bank_table, gold_table
from pipeline.present.words import SIGNS, TITLES, figure, spans_of_answer, values_in_words
from schemas.answers import GoalsAnswer, Quantity, Theme
from schemas.evidence import Span
from schemas.social_economy import KEYS
from tests.sample import sample_record, seen


def shown(what: RenderableType, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, record=True, highlight=False, markup=False)
    console.print(what)
    return console.export_text()


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"min": 12, "max": 12}, "12"),
        ({"min": 70, "max": 70, "approximate": True}, "about 70"),
        ({"min": 15, "max": 20}, "15-20"),
        ({"min": 20, "max": None}, "at least 20"),
        ({"min": None, "max": 15}, "at most 15"),
        ({"min": 7.5, "max": 7.5}, "7.5"),
    ],
)
def test_a_quantity_is_said_with_its_bounds(bounds: dict[str, object], words: str) -> None:
    quantity = Quantity.model_validate({**bounds, "unit": "persons", "evidence": seen("Frida Tarp")})
    assert figure(quantity) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("strategy", ("yes", "agreement since 2016", "under revision")),
        ("goals", ("employment", "entrepreneurship", "2 listed")),
        ("social_enterprises", ("about 20 enterprises", "at least 60 jobs")),
        ("workforce", ("12-15 ordinary staff (full time)", "at most 40 volunteers")),
        ("rsv_experience", ("positive",)),
        ("registered_enterprises", ()),
    ],
)
def test_each_kind_of_answer_is_said_in_words(key: str, words: tuple[str, ...]) -> None:
    assert values_in_words(getattr(sample_record().answers, key)) == words


def test_every_question_and_status_has_a_title_and_a_sign_of_its_own() -> None:
    assert set(TITLES) == set(KEYS)
    assert len({sign.mark for sign in SIGNS.values()}) == len(SIGNS) == 7
    assert len({sign.style for sign in SIGNS.values()}) == len(SIGNS)


def test_evidence_is_shown_once_outermost_and_in_the_order_of_the_text() -> None:
    inner, outer, first = (
        Span(start=10, end=13, quote="job"),
        Span(start=5, end=13, quote="flere job"[1:]),
        Span(start=0, end=2, quote="Vi"),
    )
    themes = (Theme(name="employment", evidence=(inner,)), Theme(name="health", evidence=(first,)))
    answer = GoalsAnswer(status="answered", question="?", text="x", themes=themes, evidence=(outer, first))
    assert spans_of_answer(answer) == (first, outer)


def test_the_table_says_all_that_a_reader_needs() -> None:
    text = shown(record_table(sample_record()))
    for expected in (
        "Aalborg Kommune (0851), Region Nordjylland",
        "september 2018 (2018-09-01 to 2018-09-30)",
        "2018-09-24",
        "Frida Tarp · +4525200131",
        "-> strategy",
        "»Det er tal, vi ikke har«",
        "○ blank",
        "· not asked",
        "⚑ to check",
        "Hvad er det næste?",
        "Huset Venture",
        "needs_review rsv_experience.sentiment: [red]a close call",
    ):
        assert expected in text
    assert all(key in text for key in KEYS)


@pytest.mark.parametrize("width", [120, 100, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = shown(record_table(sample_record(), width), width)
    assert max(map(len, text.splitlines())) <= width
    assert "»Det er tal, vi ikke har«" in text, "evidence has room"


def test_the_tally_of_every_status_fits_one_line() -> None:
    line = next(line for line in shown(record_table(sample_record())).splitlines() if "5 answered" in line)
    assert all(sign.words in line for sign in SIGNS.values())


def test_a_record_without_place_period_and_date_says_so() -> None:
    bare = sample_record().model_copy(update={"municipality": None, "period": None, "published_on": None})
    assert shown(record_table(bare)).count("not found") == 3


def test_long_evidence_is_cut_at_a_word_and_many_quotes_are_counted() -> None:
    spans = tuple(Span(start=n * 300, end=n * 300 + 200, quote="langt " * 33 + "ja") for n in range(6))
    answer = sample_record().answers.rsv_experience.model_copy(update={"evidence": spans})
    record = sample_record()
    answers = record.answers.model_copy(update={"rsv_experience": answer})
    text = shown(record_table(record.model_copy(update={"answers": answers})), 100)
    assert "langt …«" in " ".join(text.split())
    assert "and 2 more" in text


def test_streams_carry_tables_objects_arrays_and_lines() -> None:
    record = sample_record()
    one, many, none, lines, table = (io.StringIO() for _ in range(5))
    print_object([record], one)
    print_array([record, record], many)
    print_array([], none)
    print_lines([record, record], lines)
    print_tables([record], table)
    assert json.loads(one.getvalue())["answers"]["strategy"]["since"] == 2016
    assert [item["title"] for item in json.loads(many.getvalue())] == [record.title] * 2
    assert json.loads(none.getvalue()) == []
    assert [json.loads(line)["published_on"] for line in lines.getvalue().splitlines()] == ["2018-09-24"] * 2
    assert "\x1b" not in table.getvalue(), "no colour where nobody looks"
    assert "Socialøkonomi" in one.getvalue(), "Danish letters as they are"


def test_a_record_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_record(sample_record(), tmp_path / "new", "a")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.json"]
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_record(sample_record(), tmp_path / "file", "a")


def test_figures_of_pages_are_laid_out_with_their_misses() -> None:
    scores = Scores(
        groups={"stance": Counts(9, 1, 0)},
        rejected=Share(1, 2),
        ungrounded=("page: span",),
        misses=(Miss("page", "wrong", "stance advisory: [b]yes"),),
    )
    brief, full = shown(gold_table(scores, details=False)), shown(gold_table(scores, details=True))
    assert "stance" in brief
    assert "0.900" in brief
    assert "non-articles rejected 1/2" in brief
    assert "ungrounded values 1" in brief
    assert "[b]yes" in full
    assert "[b]yes" not in brief


def test_figures_of_a_bank_are_laid_out_with_what_was_taken_for_what() -> None:
    scores = BankScores(fields={"stance": Counts(1, 0, 1)})
    scores.stance.update({("yes", "yes"): 7, ("yes", "null"): 3})
    scores.status.update({("answered", "unknown"): 2})
    text = shown(bank_table(scores, details=False))
    assert "stance: gold ↓ read →" in text
    assert "status right 0/2" in text
    assert any(line.split() == ["yes", "3", "7"] for line in text.splitlines())

"""The figures: what counts as right, wrong and missed, and that they are those of the shared scorer."""

import json
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluate.bank import BankRow, BankScores, evaluate_bank, score_answer
from pipeline.evaluate.carrying import carried
from pipeline.evaluate.counts import Counts, Share
from pipeline.evaluate.facts import AnswerValues, Fact, RecordValues, answer_facts, facts_of
from pipeline.evaluate.gold import Gold, evaluate_folder, score
from pipeline.evaluate.grounding import ungrounded
from pipeline.evaluate.normal import folded, likeness, unmarked
from schemas.answers import Answer, QuestionKey, StanceAnswer
from schemas.evidence import Span
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from tests.sample import TEXT, URL, sample_record

REJECTION = Rejection(url=URL, stage="segment", reason="listing_page", message="a tag page")


def gold_of(record: StatusRecord, **changes: object) -> Gold:
    """Write down as gold what a record says, with changes."""
    dump = record.model_dump(mode="json")
    return Gold.model_validate({**dump, "url": URL, "text_lines": record.text.split("\n"), **changes})


def test_text_is_compared_without_white_space_invisibles_and_markers() -> None:
    assert folded(" Social\u00adøkonomi \u00a0 i\tAalborg \n\n x ") == "Socialøkonomi i Aalborg\nx"
    assert folded("A\u030a") == "Å"
    assert unmarked("– et\n12. to\nb) tre\n-fire\n2018. fem") == "et\nto\ntre\n-fire\n2018. fem"


def test_likeness_is_by_words() -> None:
    assert likeness("Se ovenfor", "- se OVENFOR.") == 1
    assert likeness(None, "") == 1
    assert likeness("ja", None) == 0
    assert likeness("et to", "to tre") == 0.5


def test_rates_of_nothing_are_one() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1, Share().rate) == (1, 1, 1, 1)
    half = Counts(right=2, wrong=2, missed=0)
    assert (half.precision, half.recall, half.f1) == (0.5, 1, 2 / 3)


def test_a_record_has_a_fact_for_each_thing_it_states() -> None:
    facts = facts_of(RecordValues.of(sample_record()))
    assert {
        Fact("meta", "municipality", "0851"),
        Fact("meta", "period", ("2018-09-01", "2018-09-30", "month")),
        Fact("people", "respondent_role", ("Frida Tarp", "konsulent")),
        Fact("people", "phone", ("Frida Tarp", "+4525200131")),
        Fact("status", "procurement", "not_asked"),
        Fact("refers_to", "strategy_use", "strategy"),
        Fact("strategy_facts", "link", "https://news.example/aftale.pdf"),
        Fact("strategy_facts", "under_revision", value=True),
        Fact("quantity", "social_enterprises.jobs", (60, None, False, "persons")),
        Fact("items", "goals", "Nye virksomheder"),
        Fact("organisations", "name", "huset venture"),
        Fact("related", "link", ("Socialøkonomi i Roskilde Kommune", "https://news.example/roskilde/")),
        Fact("unmatched", "question", "Hvad er det næste?"),
    } <= facts


def test_gold_in_its_own_form_gives_the_same_facts_as_a_record() -> None:
    plain = {"items": ["Nye virksomheder"], "themes": ["employment"], "links": ["https://news.example/aftale.pdf"]}
    grounded = {
        "items": [{"text": "Nye virksomheder", "evidence": []}],
        "themes": [{"name": "employment", "evidence": []}],
        "links": [{"text": "her", "url": "https://news.example/aftale.pdf"}],
    }
    one, other = AnswerValues.model_validate(plain), AnswerValues.model_validate(grounded)
    assert list(answer_facts("goals", one)) == list(answer_facts("goals", other)) != []


def test_a_record_that_says_what_the_gold_says_is_right_throughout() -> None:
    scores = score("page", gold_of(sample_record()), sample_record())
    assert (scores.all_facts.wrong, scores.all_facts.missed, scores.misses) == (0, 0, ())
    assert scores.all_facts.right == len(facts_of(RecordValues.of(sample_record())))
    assert scores.lines == Counts(right=len(TEXT.split("\n")))
    assert scores.segments.rate == 1
    assert scores.ungrounded == ()


def test_a_wrong_value_is_wrong_and_missed_and_named() -> None:
    scores = score("page", gold_of(sample_record(), published_on="2018-09-23"), sample_record())
    assert scores.groups["meta"] == Counts(right=3, wrong=1, missed=1)
    assert {(miss.kind, miss.what) for miss in scores.misses} == {
        ("missed", "meta published_on: 2018-09-23"),
        ("wrong", "meta published_on: 2018-09-24"),
    }


def test_a_page_without_record_misses_everything() -> None:
    scores = score("page", gold_of(sample_record()), None)
    assert (scores.all_facts.right, scores.lines.right, scores.segments.right) == (0, 0, 0)
    assert scores.lines.missed == len(TEXT.split("\n"))


def test_a_page_that_is_no_article_must_give_no_record() -> None:
    gold = Gold(url=URL, not_a_status_article=True)
    assert score("tag", gold, None).rejected == Share(1, 1)
    assert score("tag", gold, sample_record()).groups == {"not an article": Counts(wrong=1)}


def test_values_without_evidence_are_found_even_where_the_models_were_passed_by() -> None:
    record = sample_record()
    bare = record.answers.rsv_experience.model_copy(update={"evidence": ()})
    moved = record.answers.activities.model_copy(update={"evidence": (Span(start=0, end=2, quote="Vi"),)})
    answers = record.answers.model_copy(update={"rsv_experience": bare, "activities": moved})
    found = list(ungrounded(record.model_copy(update={"answers": answers})))
    assert found == ["span 0-2 'Vi'", "rsv_experience: sentiment"]


def test_a_folder_is_read_page_by_page_with_the_address_of_its_gold(tmp_path: Path) -> None:
    asked: list[RawPage] = []

    def extract(page: RawPage) -> StatusRecord | Rejection:
        asked.append(page)
        return sample_record() if page.body == b"article" else REJECTION

    (tmp_path / "a.gold.json").write_text(gold_of(sample_record()).model_dump_json(by_alias=False))
    (tmp_path / "a.html").write_bytes(b"article")
    (tmp_path / "b.gold.json").write_text(
        json.dumps({"url": "https://news.example/tag/", "not_a_status_article": True})
    )
    (tmp_path / "b.html").write_bytes(b"tags")
    scores = evaluate_folder(tmp_path, extract)
    assert [page.url for page in asked] == [URL, "https://news.example/tag/"]
    assert scores.rejected == Share(1, 1)
    assert scores.groups["stance"] == Counts(right=1)


def test_a_folder_without_gold_and_gold_without_page_are_errors_of_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \*\.gold\.json"):
        evaluate_folder(tmp_path, lambda _page: REJECTION)
    (tmp_path / "a.gold.json").write_text(json.dumps({"url": URL}))
    with pytest.raises(UsageError, match="page of a gold file"):
        evaluate_folder(tmp_path, lambda _page: REJECTION)
    (tmp_path / "a.gold.json").write_text("{}")
    with pytest.raises(UsageError, match="not a gold file"):
        evaluate_folder(tmp_path, lambda _page: REJECTION)


ANSWER = "Nej, det gør vi ikke. Vi køber ind, hvor det er billigst."


def row(evidence: str | list[str] | None, **gold: object) -> BankRow:
    return BankRow.model_validate(
        {
            "id": "1",
            "key": "procurement",
            "question": "Køber I ind?",
            "text": ANSWER,
            "gold": {"status": "answered", **gold},
            "evidence": evidence,
        }
    )


def read(stance: str | None, start: int = 0, end: int = 20) -> Answer:
    return StanceAnswer.model_validate(
        {
            "status": "answered",
            "question": "Køber I ind?",
            "text": ANSWER,
            "stance": stance,
            "evidence": [Span.of(ANSWER, start, end)],
        }
    )


@pytest.mark.parametrize(
    ("wanted", "got", "counts"),
    [
        ("no", "no", Counts(right=1)),
        ("no", "yes", Counts(wrong=1, missed=1)),
        ("no", None, Counts(missed=1)),
        (None, "yes", Counts(wrong=1)),
    ],
)
def test_a_value_of_a_bank_is_right_wrong_or_missed(wanted: str | None, got: str | None, counts: Counts) -> None:
    scores = score_answer(row(None, stance=wanted), read(got))
    assert scores.fields == {"stance": counts}
    assert scores.by_question == {"stance · procurement": counts}
    assert scores.stance == {(wanted or "null", got or "null"): 1}


@pytest.mark.parametrize(
    ("start", "end", "fits"), [(0, 20, True), (5, 12, True), (22, 57, False), (0, 57, False), (18, 30, True)]
)
def test_evidence_fits_where_it_overlaps_and_is_at_most_twice_as_long(start: int, end: int, *, fits: bool) -> None:
    answer, fact = read("no", start, end), Fact("stance", "procurement", "no")
    assert carried(ANSWER, "Nej, det gør vi ikke", answer, fact) is fits


def test_evidence_is_asked_of_right_values_only() -> None:
    clause = "Nej, det gør vi ikke"
    assert score_answer(row(clause, stance="no"), read("no")).evidence == Share(1, 1)
    elsewhere = score_answer(row([clause], stance="no"), read("no", 22, 57))
    assert elsewhere.evidence == Share(0, 1)
    assert [(miss.kind, clause in miss.what) for miss in elsewhere.misses] == [("evidence", True)]
    assert score_answer(row(clause, stance="no"), read("yes")).evidence == Share(0, 0)
    assert score_answer(row(None, stance="no"), read("no")).evidence == Share(0, 0)


def test_statuses_weigh_the_same_however_rare() -> None:
    scores = BankScores()
    scores.status.update({("answered", "answered"): 8, ("unknown", "answered"): 1, ("unknown", "unknown"): 1})
    assert scores.accuracy == Share(9, 10)
    assert scores.macro_f1 == pytest.approx((16 / 17 + 2 / 3) / 2)
    assert scores.figures()["status"] == {
        "accuracy": 0.9,
        "macro_f1": round((16 / 17 + 2 / 3) / 2, 4),
        "confusion": {"answered": {"answered": 8}, "unknown": {"answered": 1, "unknown": 1}},
    }


def test_a_bank_is_read_line_by_line(tmp_path: Path) -> None:
    def reader(_key: QuestionKey, _question: str, _text: str) -> Answer:
        return read("no")

    bank = tmp_path / "bank.jsonl"
    bank.write_text(row(None, stance="no").model_dump_json() + "\n" + row(None, stance="yes").model_dump_json() + "\n")
    scores = evaluate_bank(bank, reader)
    assert scores.fields == {"stance": Counts(right=1, wrong=1, missed=1)}
    assert [(miss.kind, miss.what) for miss in scores.misses] == [("missed", "stance: yes"), ("wrong", "stance: no")]
    bank.write_text(row(None).model_dump_json() + "\n{}\n")
    with pytest.raises(UsageError, match="line 2"):
        evaluate_bank(bank, reader)

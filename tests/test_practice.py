"""General Danish for how far something is done: cues, openings, phrase books, lists, and how they are weighed."""

import time

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import SENTENCE_LIMIT, cues, opening, signals
from pipeline.danish.enumeration import items_of, listings
from pipeline.danish.phrasebook import pattern_of, phrasebook
from pipeline.questions import activities, advisory, procurement, rsv_only_policy
from schemas.answers import Stance

BUYS = cues("yes", "køber~hos dem", denied="no")


def answer(text: str, question: str = "") -> AnswerText:
    return AnswerText.of(question, text)


def listed(*lines: tuple[str, bool]) -> AnswerText:
    """An answer of lines, each with whether it is a list item."""
    text = "\n".join(line for line, _ in lines)
    placed, start = [], 0
    for line, is_item in lines:
        placed.append((start, start + len(line), is_item))
        start += len(line) + 1
    return AnswerText(text, "", tuple(placed))


@pytest.mark.parametrize("name", ["practice", "exclusivity", "purchase", "support"])
def test_every_phrase_of_a_book_compiles_alone(name: str) -> None:
    book = phrasebook(name)
    assert book
    for phrases in book.values():
        assert len(phrases) == len(set(phrases))
        for phrase in phrases:
            assert pattern_of((phrase,)).search("") is None, phrase


def test_a_gap_may_cross_a_comma_and_a_near_gap_may_not() -> None:
    assert pattern_of(("køber…hos dem",)).search("køber, når vi kan, hos dem")
    assert pattern_of(("køber~hos dem",)).search("køber altid kaffen hos dem")
    assert pattern_of(("køber~hos dem",)).search("køber, når vi kan, hos dem") is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Vi køber kaffe hos dem.", "yes"),
        ("Vi køber ikke kaffe hos dem.", "no"),
        ("Vi køber ikke kaffe uden at se efter hos dem.", "yes"),
        ("Tidligere køber vi kaffe hos dem.", None),
        ("Måske køber vi kaffe hos dem.", None),
        ("Andre kommuner køber kaffe hos dem.", None),
    ],
)
def test_a_cue_counts_as_a_fact_of_today_or_its_denial(text: str, stance: Stance | None) -> None:
    found = signals(answer(text), (BUYS,))
    assert {signal.stance for signal in found} == ({stance} if stance else set())


def test_a_signal_spans_its_clause_without_the_joining_word() -> None:
    text = "Det er småt, men vi køber kaffe hos dem, når vi kan."
    (found,) = signals(answer(text), (BUYS,))
    assert text[found.start : found.end] == "vi køber kaffe hos dem"


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        ("Ja, altid.", "yes", "Ja"),
        ("Ja tak til mere samarbejde.", None, ""),
        ("Det gør vi.", "yes", "Det gør vi"),
        ("Det gør vi ikke.", "no", "Det gør vi ikke"),
        ("Det har vi talt om.", None, ""),
        ("Ikke som sådan.", "no", "Ikke som sådan"),
        ("Både ja og nej.", "partly", "Både ja og nej"),
        ("I nogen grad.", "partly", "I nogen grad"),
        ("Ikke systematisk.", "partly", "Ikke systematisk"),
        ("Godt spurgt. Nej, vi er for få.", "no", "Nej"),
        ("Det har været svært, men svaret må blive nej.", "no", "svaret må blive nej"),
        ("Vi er en lille kommune.", None, ""),
        ("", None, ""),
    ],
)
def test_openings(text: str, stance: Stance | None, words: str) -> None:
    found = opening(answer(text))
    assert (found.stance if found else None) == stance
    if found:
        assert text[found.start : found.end] == words


def test_items_are_the_item_lines_as_printed() -> None:
    made = listed(("Vi har:", False), ("et  marked", True), ("en messe, hver maj", True), ("Og mere.", False))
    assert [item.text for item in items_of(made)] == ["et marked", "en messe, hver maj"]
    assert [item.evidence[0].quote for item in items_of(made)] == ["et  marked", "en messe, hver maj"]


def test_each_list_has_the_line_before_it_as_its_head() -> None:
    made = listed(("a", True), ("Vi hjælper:", False), ("b", True), ("c", True))
    assert [(found.head, len(found.items)) for found in listings(made)] == [("", 1), ("Vi hjælper:", 2)]


def test_contradictions_abstain_with_a_doubt_that_names_the_places() -> None:
    reading = procurement.read(answer("Vi køber al frugt hos dem. Vi tager ingen særlige hensyn."))
    assert reading.stance is None
    assert [doubt.field for doubt in reading.doubts] == ["stance"]
    assert len(reading.doubts[0].evidence) > 1


def test_nothing_read_is_answered_with_its_first_clause_and_a_doubt() -> None:
    reading = procurement.read(answer("Indkøb er et stort område, siger man."))
    assert (reading.status, reading.stance) == ("answered", None)
    assert reading.evidence[0].quote == "Indkøb er et stort område"
    assert reading.doubts


def test_an_answer_of_marks_alone_still_has_evidence() -> None:
    for leaf in (rsv_only_policy, procurement, advisory, activities):
        assert leaf.read(answer("!!")).evidence


def test_a_status_other_than_answered_states_nothing() -> None:
    for leaf in (rsv_only_policy, procurement, advisory, activities):
        reading = leaf.read(answer("Det ønsker vi ikke at udtale os om."))
        assert (reading.status, reading.stance, reading.items) == ("declined", None, ())


def test_evidence_names_at_most_two_clauses() -> None:
    text = "Ja. Vi køber frugt hos dem. Vi bestiller mad hos dem. Vi har klausuler i alle udbud."
    reading = procurement.read(answer(text))
    assert reading.stance == "yes"
    assert len(reading.evidence) == 2


@pytest.mark.parametrize(
    "piece", ["kun registrerede ", "vi køber ikke ", "ingen, ", "a ", "Vi køber hos dem. ", "Det ved vi. "]
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    made = answer(piece * (20 * SENTENCE_LIMIT // len(piece)))
    assert made.clauses
    started = time.process_time()
    for leaf in (rsv_only_policy, procurement, advisory):
        assert leaf.read(made).evidence
    assert time.process_time() - started < 3

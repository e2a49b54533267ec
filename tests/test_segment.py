"""Segmenting: each question with its answer, whatever the markup."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.markups import MARKUPS, page_of, story_of
from pipeline.questions.matching import is_label
from pipeline.segment import segment_article
from schemas.page import LineKind
from schemas.rejection import Rejection
from schemas.segment import Segmented
from schemas.social_economy import KEYS
from tests.reading import THREE, answer_text, article_of, matched, page, parts_of

ROOT = Path(__file__).parent.parent
GOLD = [path for path in sorted((ROOT / "fixtures" / "corpus").glob("*.gold.json")) if "text_lines" in path.read_text()]


def _squeezed(words: str | None) -> str:
    return "".join(char for char in words or "" if char.isalnum())


def _segmented(html: str | bytes, url: str) -> dict[str, tuple[str, str]]:
    """Question and answer of each key, and of each unknown question under its own words, letters only."""
    article = article_of(html, url)
    found = {}
    for segment in parts_of(article).segments:
        told = (_squeezed(segment.question), _squeezed(answer_text(article, segment)))
        found.update(dict.fromkeys(segment.keys or [segment.question], told))
    return found


def _wanted(gold: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    for key in KEYS:
        answer = gold["answers"][key]
        if answer["question"]:
            yield key, (_squeezed(answer["question"]), _squeezed(answer["text"]))
    for extra in gold["unmatched_questions"]:
        yield extra["question"], (_squeezed(extra["question"]), _squeezed(extra["text"]))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.split(".")[0])
def test_every_question_of_a_constructed_page_with_its_answer(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    html = path.with_name(path.name.replace(".gold.json", ".html")).read_bytes()
    assert _segmented(html, gold["url"]) == dict(_wanted(gold))


@pytest.mark.parametrize("dash", [False, True], ids=["lists", "typed"])
@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.split(".")[0])
def test_the_same_segments_in_every_markup(path: Path, markup: str, dash: bool) -> None:  # noqa: FBT001 -- parametrised
    gold = json.loads(path.read_text(encoding="utf-8"))
    html = page_of(story_of(gold), markup, dash=dash)
    assert _segmented(html, gold["url"]) == dict(_wanted(gold))


def _parts(body: str) -> tuple[str, Segmented]:
    article = article_of(page(body))
    return article.text, parts_of(article)


def test_a_rhetorical_question_inside_an_answer_is_none() -> None:
    body = THREE + "<p><strong>Tilbyder I sparring?</strong><br>Ja.</p><p>Hvad koster det så?</p><p>Ingenting.</p>"
    text, parts = _parts(body)
    assert parts.segments[-1].keys == ("advisory",)
    assert [text[line.start : line.end] for line in parts.segments[-1].lines] == [
        "Ja.",
        "Hvad koster det så?",
        "Ingenting.",
    ]


def test_bold_labels_belong_to_the_answer_under_the_workforce_question() -> None:
    body = THREE.replace("Frivillige: 9", "</p><p><strong>Frivillige:</strong><br>Se ovenstående.")
    text, parts = _parts(body)
    assert [text[line.start : line.end] for line in parts.segments[-1].lines][-2:] == ["Frivillige:", "Se ovenstående."]


@pytest.mark.parametrize("printed", ["-", "–", "?", "…", "...", "- - -", ""])
def test_a_dash_dots_or_a_question_mark_is_no_answer(printed: str) -> None:
    _, parts = _parts(THREE.replace("Nej.", printed))
    assert parts.segments[0].lines == ()


def test_a_marker_is_one_only_in_a_run() -> None:
    text, parts = _parts(THREE.replace("Nej.", "18. De 5 ligger i byen.<br>Resten uden for."))
    assert text[parts.segments[0].lines[0].start :].startswith("18. De 5")
    text, parts = _parts(THREE.replace("Nej.", "Vi har:<br>1. et netværk<br>2. en pulje"))
    assert [text[line.start : line.end] for line in parts.segments[0].lines] == ["Vi har:", "et netværk", "en pulje"]
    assert [line.kind for line in parts.segments[0].lines[1:]] == [LineKind.ITEM] * 2


def test_prefixes_and_numbers_are_dropped_from_question_and_answer() -> None:
    body = THREE.replace("<strong>Har", "<strong>1. Spørgsmål: Har").replace("Nej.", "Svar: Nej.")
    text, parts = _parts(body.replace("1. Spørgsmål:", "Spørgsmål 1:"))
    first = parts.segments[0]
    assert first.question == "Har I en strategi for socialøkonomiske virksomheder eller en aftale?"
    assert text[first.lines[0].start : first.lines[0].end] == "Nej."


def test_an_unknown_question_in_the_setting_of_the_known_is_kept_whole() -> None:
    _, parts = _parts(THREE + "<p><strong>Hvad har corona betydet for jer?</strong><br>Meget.</p>")
    assert parts.segments[-1].keys == ()
    assert parts.segments[-1].question == "Hvad har corona betydet for jer?"


def test_a_key_asked_twice_stays_with_the_better_question() -> None:
    _, parts = _parts(THREE + "<p><strong>Hvor langt er I med en strategi?</strong><br>Langt.</p>")
    assert [segment.keys for segment in parts.segments if "strategi" in segment.question.lower()] == [
        ("strategy",),
        ("strategy_use",),
        (),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "For yderligere oplysninger kontakt: Ane Holm på tlf. 25 20 01 31",
        "Vil du vide mere? Skriv til Ane Holm, ane@lemvig.example",
        "Ane Holm, tlf. 2520 0131",
        "Henvendelse til Ane Holm, ane@lemvig.example",
    ],
)
def test_contact_lines_are_no_part_of_the_last_answer(line: str) -> None:
    text, parts = _parts(THREE + f"<p>{line}</p><p>Se også:<br><a href='/s'>Socialøkonomi i Skive Kommune</a></p>")
    assert [text[part.start : part.end] for part in parts.contact] == [line]
    assert len(parts.related) == 1
    assert line not in answer_text(article_of(page(THREE)), parts.segments[-1])


def test_fewer_than_three_known_questions_make_no_article() -> None:
    only = THREE.split("<p><strong>Samm")[0]
    article = article_of(page(only, title="Interview med en konsulent"))
    rejection = segment_article(article, matched, is_label)
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.state) == ("too_few_questions", "not_an_article")


def test_a_list_of_questions_makes_no_items_of_their_answers() -> None:
    asked = (
        ("Har I en strategi?", "Nej."),
        ("Tilbyder I sparring?", "Ja.<br>Hver dag."),
        ("Køber I ind hos dem?", "Nej."),
    )
    body = "".join(f"<li><strong>{question}</strong><br>{answer}</li>" for question, answer in asked)
    _, parts = _parts(f"<ol>{body}</ol>")
    assert [segment.keys for segment in parts.segments] == [("strategy",), ("advisory",), ("procurement",)]
    assert {line.kind for segment in parts.segments for line in segment.lines} == {LineKind.TEXT}


def test_panels_that_are_list_items_are_sections() -> None:
    asked = (("Har I en strategi?", "Nej."), ("Tilbyder I sparring?", "Ja."), ("Køber I ind hos dem?", "Nej."))
    body = "".join(
        f'<li class="accordion-item"><h4><button>{question}</button></h4>'
        f'<div class="accordion-panel"><p>{answer}</p></div></li>'
        for question, answer in asked
    )
    _, parts = _parts(f"<ul>{body}</ul>")
    assert {line.kind for segment in parts.segments for line in segment.lines} == {LineKind.TEXT}

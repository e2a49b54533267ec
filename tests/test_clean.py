"""Cleaning: the printed text exact, chrome gone, whatever the theme."""

import json
from collections import Counter
from pathlib import Path

import pytest

from schemas.page import Article, LineKind
from schemas.rejection import Rejection
from tests.reading import THREE, article_of, cleaned, page

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "fixtures" / "corpus").glob("*.gold.json"))
ARTICLES = [path for path in GOLD if "text_lines" in path.read_text(encoding="utf-8")]


def _squeezed(line: str) -> str:
    """Letters and digits alone: typed list markers and the white space of gold files do not count."""
    return "".join(char for char in line if char.isalnum())


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda path: path.name.split(".")[0])
def test_every_line_of_a_constructed_page_and_no_other(gold: Path) -> None:
    data = json.loads(gold.read_text(encoding="utf-8"))
    html = gold.with_name(gold.name.replace(".gold.json", ".html")).read_bytes()
    article = article_of(html, data["url"])
    numbered = {str(number) for number in range(1, 13)} | set("abc")
    wanted = Counter(map(_squeezed, data["text_lines"]))
    lines = Counter(_squeezed(line) for line in article.text.split("\n"))
    lost = [line for line in wanted - lines if not any(mark + line in lines for mark in numbered)]
    extra = [line for line in lines - wanted if not any(line.removeprefix(mark) in wanted for mark in numbered)]
    spoken = [line for line in extra if not line.startswith(("Spørgsmål", "Svar"))]
    assert [line for line in lost if f"Spørgsmål{line}" not in lines and f"Svar{line}" not in lines] == []
    assert spoken == []
    assert article.published_on == data["published_on"]
    assert article.title == data["title"]


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda path: path.name.split(".")[0])
def test_lines_and_links_stand_where_they_say(gold: Path) -> None:
    data = json.loads(gold.read_text(encoding="utf-8"))
    article = article_of(gold.with_name(gold.name.replace(".gold.json", ".html")).read_bytes(), data["url"])
    assert "\n".join(article.text[line.start : line.end] for line in article.lines) == article.text
    for link in article.links:
        assert article.text[link.start : link.end] == link.text
        assert link.url.startswith(("http://", "https://", "mailto:"))


def test_white_space_folds_and_invisible_characters_go() -> None:
    article = article_of(page(THREE + "<p>Social\u00adøkonomi\u200b  er\n  &nbsp;godt<b>!</b></p>"))
    assert "Socialøkonomi er godt!" in article.text.split("\n")


def test_a_row_of_a_data_table_is_one_line_with_tabs() -> None:
    rows = "<table><tr><td>Frivillige</td><td>ca.<br>20</td></tr><tr><td>Ordinært ansatte</td><td>4</td></tr></table>"
    article = article_of(page(THREE + rows))
    assert article.text.split("\n")[-2:] == ["Frivillige\tca. 20", "Ordinært ansatte\t4"]


def test_layout_tables_make_lines_of_their_blocks() -> None:
    article = article_of(page(f"<table><tr><td><table><tr><td>{THREE}</td></tr></table></td></tr></table>"))
    assert "Frivillige: 9" in article.text.split("\n")


def test_items_of_nested_lists_are_the_innermost_lines() -> None:
    article = article_of(page(THREE + "<ul><li>Møder<ul><li>morgen</li><li>aften</li></ul></li><li>Lokaler</li></ul>"))
    kinds = {article.text[line.start : line.end]: line.kind for line in article.lines}
    assert kinds["Møder"] is LineKind.PARENT_ITEM
    assert [kinds[words] for words in ("morgen", "aften", "Lokaler")] == [LineKind.ITEM] * 3


@pytest.mark.parametrize(
    "chrome",
    [
        '<div class="share-box"><a href="#">Del på Facebook</a></div>',
        '<div class="box"><h4>Tilmeld dig nyhedsbrevet</h4><p>Få nyt hver uge.</p><form><input></form></div>',
        "<figure><img src=x><figcaption>12 frivillige på værkstedet.</figcaption></figure>",
        "<aside><h3>Seneste</h3><p>Hvor mange socialøkonomiske virksomheder har I i kommunen?</p></aside>",
        '<p>Læs også: <a href="/andet/">Socialøkonomi i Struer Kommune</a></p>',
        '<span style="display:none">Skjult forhåndsvisning af mailen</span>',
        "<script>var tekst = 'Bruges strategien aftalen aktivt?'</script>",
    ],
)
def test_chrome_in_the_middle_of_an_article_is_no_text(chrome: str) -> None:
    first, *rest = THREE.split("</p>", 1)
    plain = article_of(page(THREE)).text
    assert article_of(page(f"{first}</p>{chrome}{''.join(rest)}")).text == plain


def test_folded_accordion_panels_are_text_although_hidden() -> None:
    panels = "".join(
        f'<div class="accordion-item"><button aria-expanded="false">{question}</button>'
        f'<div class="accordion-panel" style="display:none"><p>{answer}</p></div></div>'
        for question, answer in (
            ("Har I en strategi?", "Ja, fra 2019."),
            ("Tilbyder I sparring?", "Hver torsdag."),
            ("Køber I ind hos dem?", "Sjældent."),
        )
    )
    lines = article_of(page(panels)).text.split("\n")
    assert [line for line in lines if line in {"Ja, fra 2019.", "Hver torsdag.", "Sjældent."}] == [
        "Ja, fra 2019.",
        "Hver torsdag.",
        "Sjældent.",
    ]


def test_what_readers_ask_below_the_article_is_not_its_text() -> None:
    comments = (
        '<p>Se også:<br><a href="/a">Socialøkonomi i Skive Kommune</a></p>'
        "<div><h3>2 svar</h3><p>Har I en strategi for socialøkonomiske virksomheder eller en aftale?</p></div>"
    )
    lines = article_of(page(THREE + comments)).text.split("\n")
    assert lines[-1] == "Socialøkonomi i Skive Kommune"


def test_links_are_absolute_and_only_of_the_web() -> None:
    article = article_of(
        page(THREE + '<p>Den kan læses <a href="/doc/a.pdf">her</a> og <a href="javascript:x">der</a></p>')
    )
    assert [(link.text, link.url) for link in article.links] == [("her", "https://www.example.org/doc/a.pdf")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<script type="application/ld+json">{"@type":"Article","datePublished":"2020-05-31T22:15:00Z"}</script>',
            "json_ld",
        ),
        ('<meta property="article:published_time" content="2020-06-01T00:15:00+02:00">', "meta"),
        ('<script type="application/ld+json">{"@type":"Article", broken</script>', None),
        ('<script type="application/ld+json">{"@type":"CollectionPage","datePublished":"2020-06-01"}</script>', None),
    ],
)
def test_publication_date_in_danish_time_and_where_it_stood(head: str, expected: str | None) -> None:
    article = article_of(page(THREE, head=head))
    assert article.published_from == expected
    assert article.published_on == ("2020-06-01" if expected else None)


@pytest.mark.parametrize(
    ("body", "reason", "state"),
    [
        ("<p>" + "Foreningen holdt generalforsamling. " * 20 + "</p>", "questions_missing", "drift"),
        ("", "questions_missing", "drift"),
    ],
)
def test_an_article_without_its_questions_has_drifted(body: str, reason: str, state: str) -> None:
    rejection = cleaned(page(body))
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.state) == (reason, state)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<title>Siden blev ikke fundet</title><body><h1>Ups!</h1><p>404: siden findes ikke.</p>", "error_page"),
        (
            "<title>Beskyttet: Status</title><body><h1>Beskyttet: Status</h1><form>Adgangskode</form>",
            "password_protected",
        ),
        ("<title>Nyt</title><body>" + "<article><h2><a href=/a>En artikel</a></h2></article>" * 4, "listing_page"),
        ("<title>Ny direktør</title><body><h1>Ny direktør</h1><p>Hun begynder i maj.</p>", "no_known_question"),
    ],
)
def test_what_is_no_article_says_why(html: str, reason: str) -> None:
    rejection = cleaned(html)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == reason


def test_elements_nested_too_deep_are_quarantined_not_cut() -> None:
    rejection = cleaned(page("<div>" * 400 + THREE + "</div>" * 400))
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.state) == ("too_deep", "quarantined")


def test_the_real_article_reads_whole(shared: Path) -> None:
    gold = json.loads((shared / "articles" / "aalborg-2018-09.gold.json").read_text(encoding="utf-8"))
    article = article_of((shared / "articles" / "aalborg-2018-09.html").read_bytes(), gold["url"])
    assert isinstance(article, Article)
    assert [_squeezed(line) for line in article.text.split("\n")] == [_squeezed(line) for line in gold["text_lines"]]

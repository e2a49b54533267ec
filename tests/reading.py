"""Cleaning and segmenting with the matcher of the series, as the pipeline strings them together."""

from pipeline.clean import clean_page
from pipeline.questions.matching import is_label, match_question
from pipeline.segment import segment_article
from schemas.page import Article, RawPage
from schemas.rejection import Rejection
from schemas.segment import Segment, Segmented

URL = "https://www.example.org/nyt/artikel/"


def matched(words: str) -> tuple[tuple[str, ...], float] | None:
    match = match_question(words)
    return (match.keys, match.score) if match else None


def keys_asked(words: str) -> tuple[str, ...]:
    match = match_question(words)
    return match.keys if match else ()


def cleaned(html: str | bytes, url: str = URL) -> Article | Rejection:
    body = html.encode() if isinstance(html, str) else html
    return clean_page(RawPage(url=url, body=body), keys_asked)


def article_of(html: str | bytes, url: str = URL) -> Article:
    article = cleaned(html, url)
    assert isinstance(article, Article), article
    return article


def parts_of(article: Article) -> Segmented:
    parts = segment_article(article, matched, is_label)
    assert isinstance(parts, Segmented), parts
    return parts


def answer_text(article: Article, segment: Segment) -> str:
    return "\n".join(article.text[line.start : line.end] for line in segment.lines)


def page(body: str, *, title: str = "Socialøkonomi i Lemvig Kommune – status maj 2020", head: str = "") -> str:
    return (
        f"<html><head><title>{title} – Nyt</title>{head}</head><body><main><h1>{title}</h1>"
        f"<p>Her svarer konsulent Ane Holm på spørgsmål om, hvordan det går i Lemvig Kommune.</p>"
        f"{body}</main></body></html>"
    )


THREE = (
    "<p><strong>Har I en strategi for socialøkonomiske virksomheder eller en aftale?</strong><br>Nej.</p>"
    "<p><strong>Bruges strategien aftalen aktivt?</strong><br>Se ovenfor.</p>"
    "<p><strong>Sammensætningen af medarbejdere:</strong><br>Ordinært ansatte: 4<br>Frivillige: 9</p>"
)

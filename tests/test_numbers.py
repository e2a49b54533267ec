"""Numbers in running Danish: words, hedges, bounds, ranges, and what only looks like a number."""

import pytest

from pipeline.danish.numbers import mentions
from pipeline.danish.numerals import word_value, words_of
from tests.timing import least_seconds

Value = tuple[float | None, float | None, bool]


def _values(text: str) -> list[Value]:
    return [(found.min, found.max, found.approximate) for found in mentions(text) if not found.weak]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("nul", 0),
        ("tolv", 12),
        ("femogtyve", 25),
        ("syvogtredive", 37),
        ("halvtreds", 50),
        ("halvtredsindstyve", 50),
        ("treogtres", 63),
        ("enoghalvfjerds", 71),
        ("niogfirs", 89),
        ("halvfems", 90),
        ("hundrede", 100),
        ("tohundrede", 200),
        ("hundredogtyve", 120),
        ("totusinde", 2000),
        ("første", None),
        ("anden", None),
        ("hundredvis", None),
        ("femte", None),
    ],
)
def test_number_words(word: str, value: int | None) -> None:
    assert word_value(word) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", (14, 14, False)),
        ("1.150 ansatte", (1150, 1150, False)),
        ("1 200 frivillige", (1200, 1200, False)),
        ("22,5 årsværk", (22.5, 22.5, False)),
        ("2½ stilling", (2.5, 2.5, False)),
        ("fem og tyve job", (25, 25, False)),
        ("to hundrede og tolv", (212, 212, False)),
        ("to tusind fem hundrede", (2500, 2500, False)),
        ("halvandet hundrede udsatte", (150, 150, False)),
        ("et halvt hundrede", (50, 50, False)),
        ("halvanden snes", (30, 30, False)),
        ("en snes", (20, 20, False)),
        ("et dusin", (12, 12, False)),
        ("en håndfuld", (5, 5, True)),
        ("en god snes", (20, 20, True)),
        ("et par stykker", (2, 2, True)),
        ("et par og tyve", (22, 22, True)),
        ("et par hundrede", (200, 200, True)),
        ("ingen", (0, 0, False)),
        ("ikke en eneste", (0, 0, False)),
        ("Der er ikke nogen", (0, 0, False)),
        ("Kun én", (1, 1, False)),
        ("den ene af dem", (1, 1, False)),
        ("ca. 20", (20, 20, True)),
        ("knap 60", (60, 60, True)),
        ("godt og vel 60", (60, 60, True)),
        ("små 20", (20, 20, True)),
        ("en 10 stykker", (10, 10, True)),
        ("omkring et dusin", (12, 12, True)),
        ("18 eller deromkring", (18, 18, True)),
        ("12, cirka", (12, 12, True)),
        ("15 virksomheder eller deromkring", (15, 15, True)),
        ("15-20", (15, 20, False)),
        ("15 – 20", (15, 20, False)),
        ("fem-seks i fleksjob", (5, 6, False)),
        ("mellem 15 og 20", (15, 20, False)),
        ("et sted mellem 35 og 40", (35, 40, False)),
        ("70 til 80 jobs", (70, 80, False)),
        ("tre eller fire", (3, 4, False)),
        ("to, måske tre", (2, 3, False)),
        ("ca. 10-12", (10, 12, False)),
        ("20 om vinteren til 45 om sommeren", (20, 45, False)),
        ("mindst 15 og højst 20", (15, 20, False)),
        ("over 20", (20, None, False)),
        ("lidt over 50", (50, None, False)),
        ("ikke under 10", (10, None, False)),
        ("20+", (20, None, False)),
        ("20 eller flere", (20, None, False)),
        ("12 virksomheder som minimum", (12, None, False)),
        ("i hvert fald 8", (8, None, False)),
        ("mindst ca. 20", (20, None, False)),
        ("op mod 35", (None, 35, False)),
        ("maks. 15 ad gangen", (None, 15, False)),
        ("ikke flere end 10", (None, 10, False)),
        ("der er næppe tale om mere end 80", (None, 80, False)),
        ("12 højst", (None, 12, False)),
        ("en oversigt over 20 virksomheder", (20, 20, False)),
        ("antallet er steget fra 4 til 11", (11, 11, False)),
    ],
)
def test_values(text: str, value: Value) -> None:
    assert _values(text) == [value]


def test_a_hedge_before_a_second_number_says_nothing_of_the_first() -> None:
    assert _values("7 virksomheder med ca. 25 job") == [(7, 7, False), (25, 25, True)]


@pytest.mark.parametrize(
    "text",
    [
        "siden 2014",
        "2017-18",
        "strategien 2018-2022",
        "400.000 kr.",
        "2,5 mio. kr.",
        "kr. 5.000",
        "40 %",
        "63 pct. af lønsummen",
        "§ 18-midler",
        "§§ 103 og 104",
        "lov nr. 711 af 25. juni",
        "punkt 3",
        "verdensmål 8",
        "uge 32",
        "tlf. 25 20 01 31",
        "CVR 29189420",
        "+45 2520 0131",
        "den 1. maj 2018",
        "pr. 31/12 2018",
        "1. maj",
        "2018-05-01",
        "kl. 9.30",
        "18-årige",
        "unge mellem 18 og 29 uden job",
        "20 timer om ugen",
        "et forløb på 13 uger",
        "to gange om året",
        "en tredjedel",
        "hver fjerde",
        "ni ud af ti",
        "det 3. år",
        "på én gang",
        "på den ene side",
        "9000 Aalborg",
        "ikke 12",
        "næsten ingen",
        "snesevis",
        "flere hundrede",
    ],
)
def test_no_numbers(text: str) -> None:
    assert _values(text) == []


def test_the_article_is_weak() -> None:
    assert [found.weak for found in mentions("Vi har en virksomhed")] == [True]
    assert [found.weak for found in mentions("Kun en, nemlig X")] == [False]


def test_offsets_count_in_the_article() -> None:
    text = "Der er ca. 20, heraf 4 registrerede."
    found = mentions(text, 100)
    assert [text[one.start - 100 : one.end - 100] for one in found] == ["ca. 20", "4"]
    assert [text[one.first - 100 : one.past - 100] for one in found] == ["20", "4"]


def test_capitals_that_grow_keep_offsets() -> None:
    text = "İİİ 12 virksomheder"
    assert [text[found.start : found.end] for found in mentions(text)] == ["12"]
    assert [text[word.start : word.end] for word in words_of(text)] == ["İİİ", "12", "virksomheder"]


@pytest.mark.parametrize(
    "piece",
    ["hundrede ", "1 ", "1.", "1-", "en ", "et par og ", "mellem 1 og ", "ca. ", "2018 ", "§ 1, ", "ikke ", "(1"],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        return least_seconds(lambda: mentions(text))

    assert seconds(16_000) < max(20 * seconds(2_000), 0.4)

"""The report's numbers, on a few articles that can be counted by hand."""

import pytest

from pipeline.report.measures import (
    Bounds,
    Measure,
    Move,
    Status,
    Value,
    answers_by_status,
    by_municipality,
    figure_by_year,
    moves,
    newest,
    stance_by_year,
    stances,
    totals,
    transitions,
)


def status(article_id: str, code: str | None, start: str | None, **values: Value) -> Status:
    return Status(article_id, code, "Region", start, "2020-01-01", values)


def strategy(stance: str | None, answered: str = "answered") -> dict[str, Value]:
    return {"strategy_status": answered, "strategy_stance": stance}


def count(low: float | None, high: float | None) -> dict[str, Value]:
    found: dict[str, Value] = {"social_enterprises_count_min": low, "social_enterprises_count_max": high}
    return {"social_enterprises_status": "answered", **found}


ARTICLES = [
    status("aal18", "0851", "2018-09-01", **strategy("no"), **count(12, 12)),
    status("aal20", "0851", "2020-01-01", **strategy("planned"), **count(15, 20)),
    status("aal16", "0851", "2016-01-01", **strategy("no"), **count(8, 8)),
    status("kbh18", "0101", "2018-03-01", **strategy("yes"), **count(100, None)),
    status("kbh19", "0101", "2019-03-01", **strategy(None)),
    status("ode18", "0461", "2018-05-01", **strategy(None, "unknown"), **count(0, 0)),
    status("lost", None, "2018-05-01", **strategy("yes")),
]


def test_the_newest_article_of_each_municipality_whatever_the_order() -> None:
    ids = {code: found.article_id for code, found in newest(reversed(ARTICLES)).items()}
    assert ids == {"0101": "kbh19", "0461": "ode18", "0851": "aal20"}


def test_without_a_period_the_day_of_publication_decides() -> None:
    undated = status("undated", "0851", None)
    assert undated.year == 2020
    assert newest([undated, ARTICLES[0]])["0851"] is undated


@pytest.mark.parametrize(
    ("measure", "kinds"),
    [
        ("strategy", {"0101": "unclear", "0461": "silent", "0851": "planned"}),
        ("procurement", {"0101": "silent", "0461": "silent", "0851": "silent"}),
        ("enterprises", {"0101": "silent", "0461": "level0", "0851": "level3"}),
        ("jobs", {"0101": "silent", "0461": "silent", "0851": "silent"}),
        ("coverage", {"0101": "level2", "0461": "level1", "0851": "level3"}),
    ],
)
def test_what_the_map_shows(measure: Measure, kinds: dict[str, str]) -> None:
    readings = by_municipality(ARTICLES, measure)
    assert {code: reading.kind for code, reading in readings.items()} == kinds


def test_a_reading_says_where_it_comes_from() -> None:
    reading = by_municipality(ARTICLES, "enterprises")["0851"]
    assert (reading.article_id, reading.year, reading.bounds) == ("aal20", 2020, Bounds(15, 20))
    assert by_municipality(ARTICLES, "strategy")["0461"].status == "unknown"


@pytest.mark.parametrize(
    ("low", "level"), [(0, 0), (1, 1), (4, 1), (5, 2), (9, 2), (10, 3), (19, 3), (20, 4), (900, 4)]
)
def test_the_steps_of_a_count(low: float, level: int) -> None:
    one = status("one", "0851", "2018-01-01", **count(low, None))
    assert by_municipality([one], "enterprises")["0851"].kind == f"level{level}"


def test_totals() -> None:
    found = totals(ARTICLES, ("strategy", "social_enterprises"))
    assert (found.articles, found.municipalities, found.first_year, found.last_year) == (7, 3, 2016, 2020)
    assert (found.answers, found.asked) == (6 + 5, 7 + 5)
    assert (found.enterprises, found.enterprises_from) == (Bounds(15, 20), ("ode18", "aal20"))


def test_totals_of_nothing() -> None:
    found = totals([], ("strategy",))
    assert (found.articles, found.first_year, found.asked, found.enterprises_from) == (0, None, 0, ())


def test_stances_count_each_municipality_once() -> None:
    tally = stances(ARTICLES)["strategy"]
    given = {kind: articles for kind, articles in tally.items() if articles}
    assert given == {"planned": ("aal20",), "unclear": ("kbh19",), "silent": ("ode18",)}


def test_answers_by_status_count_every_article() -> None:
    tally = answers_by_status(ARTICLES, ("strategy", "goals"))
    assert tally["strategy"]["unknown"] == ("ode18",)
    assert len(tally["strategy"]["answered"]) == 6
    assert len(tally["goals"]["not_asked"]) == 7


def test_years() -> None:
    years = stance_by_year(ARTICLES, "strategy")
    assert list(years) == [2016, 2018, 2019, 2020]
    assert (years[2018]["yes"], years[2018]["no"], years[2018]["silent"]) == (("kbh18",), ("aal18",), ("ode18",))


def test_moves_pass_over_articles_without_a_stance() -> None:
    found = moves(ARTICLES, "strategy")
    assert found == (Move("0851", "no", "no", "aal16", "aal18"), Move("0851", "no", "planned", "aal18", "aal20"))
    assert {pair: len(group) for pair, group in transitions(found).items()} == {("no", "planned"): 1, ("no", "no"): 1}
    assert list(transitions(found)) == [("no", "planned"), ("no", "no")]


def test_a_sum_is_open_above_as_soon_as_one_part_is() -> None:
    figures = {figure.year: figure.bounds for figure in figure_by_year(ARTICLES, "enterprises")}
    assert figures == {2016: Bounds(8, 8), 2018: Bounds(112, None), 2020: Bounds(15, 20)}

"""Periods and publication dates as Danes write them, and the dates that are none of them."""

import pytest

from pipeline.danish.periods import date_in_path, find_period, publication_date


@pytest.mark.parametrize(
    ("printed", "start", "end", "precision"),
    [
        ("september 2018", "2018-09-01", "2018-09-30", "month"),
        ("sept. 2018", "2018-09-01", "2018-09-30", "month"),
        ("MAJ 2021", "2021-05-01", "2021-05-31", "month"),
        ("maj måned 2019", "2019-05-01", "2019-05-31", "month"),
        ("12. marts 2019", "2019-03-01", "2019-03-31", "month"),
        ("12.03.2019", "2019-03-01", "2019-03-31", "month"),
        ("09/2018", "2018-09-01", "2018-09-30", "month"),
        ("februar 2020", "2020-02-01", "2020-02-29", "month"),
        ("2. kvartal 2020", "2020-04-01", "2020-06-30", "quarter"),
        ("andet kvartal 2020", "2020-04-01", "2020-06-30", "quarter"),
        ("3. kv. 2019", "2019-07-01", "2019-09-30", "quarter"),
        ("II. kvartal 2020", "2020-04-01", "2020-06-30", "quarter"),
        ("Q1/2020", "2020-01-01", "2020-03-31", "quarter"),
        ("2018 (juni)", "2018-06-01", "2018-06-30", "month"),
        ("vinteren 19/20", "2019-12-01", "2020-02-29", "season"),
        ("Q4 2019", "2019-10-01", "2019-12-31", "quarter"),
        ("2020, 2. kvartal", "2020-04-01", "2020-06-30", "quarter"),
        ("1. halvår 2019", "2019-01-01", "2019-06-30", "half_year"),
        ("første halvår af 2019", "2019-01-01", "2019-06-30", "half_year"),
        ("anden halvdel af 2019", "2019-07-01", "2019-12-31", "half_year"),
        ("marts-maj 2021", "2021-03-01", "2021-05-31", "range"),
        ("marts til maj 2021", "2021-03-01", "2021-05-31", "range"),
        ("november 2019 - januar 2020", "2019-11-01", "2020-01-31", "range"),
        ("1. og 2. kvartal 2020", "2020-01-01", "2020-06-30", "range"),
        ("foråret og sommeren 2021", "2021-03-01", "2021-08-31", "range"),
        ("efteråret 2020 – foråret 2021", "2020-09-01", "2021-05-31", "range"),
        ("2019-2020", "2019-01-01", "2020-12-31", "range"),
        ("2019/20", "2019-01-01", "2020-12-31", "range"),
        ("forår 2021", "2021-03-01", "2021-05-31", "season"),
        ("sommer 2018", "2018-06-01", "2018-08-31", "season"),
        ("efteråret 2020", "2020-09-01", "2020-11-30", "season"),
        ("vinter 2020", "2020-12-01", "2021-02-28", "season"),
        ("vinteren 2019/2020", "2019-12-01", "2020-02-29", "season"),
        ("vinteren 2019-20", "2019-12-01", "2020-02-29", "season"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
    ],
)
def test_periods_of_a_title(printed: str, start: str, end: str, precision: str) -> None:
    title = f"Socialøkonomi i Vejle Kommune – status {printed}"
    period = find_period(title, 0, len(title))
    assert period is not None
    assert (period.start, period.end, period.precision, period.text) == (start, end, precision, printed)
    assert period.evidence[0].quote == printed


@pytest.mark.parametrize(
    "text",
    [
        "Socialøkonomi i Vejle Kommune – status",
        "status september",
        "status november-januar 2020",
        "Vi har siden 2014 haft en strategi",
        "Strategien 2018-2022 gælder",
        "en aftale vedtaget i 2016",
        "lov nr. 711 af 25. juni 2014",
        "støttet med 2000 kr. og 2020 borgere",
        "frem mod 2025",
        "status (opdateret 3. maj 2020)",
    ],
)
def test_no_part_is_invented_and_other_times_do_not_count(text: str) -> None:
    assert find_period(text, 0, len(text)) is None


def test_a_month_wins_over_a_year_and_status_over_all() -> None:
    title = "Socialøkonomi 2020 (opdateret november 2020) – status marts 2020"
    period = find_period(title, 0, len(title))
    assert period is not None
    assert period.text == "marts 2020"


def test_only_the_given_range_is_read() -> None:
    text = "status\nI foråret 2021 spurgte vi."
    assert find_period(text, 0, 6) is None
    period = find_period(text, 7, len(text))
    assert period is not None
    assert (period.evidence[0].start, period.text) == (9, "foråret 2021")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-09-24", "2018-09-24"),
        ("2018-09-24T23:30:00+00:00", "2018-09-25"),
        ("2018-09-24T22:30:00Z", "2018-09-25"),
        ("2018-12-24T22:30:00Z", "2018-12-24"),
        ("2018-09-24T23:30:00", "2018-09-24"),
        ("Mon, 24 Sep 2018 23:08:00 +0000", "2018-09-25"),
        ("24. september 2018", "2018-09-24"),
        ("mandag d. 24. sept. 2018 kl. 12.00", "2018-09-24"),
        ("07.08.2018", "2018-08-07"),
        ("7/8-2018", "2018-08-07"),
        ("31.02.2019", None),
        ("2018", None),
        ("i går", None),
        ("", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("1111-11-11", None),
        ("1989-12-31", None),
        ("1990-01-01", "1990-01-01"),
        ("2100-12-31", "2100-12-31"),
        ("9999-12-31T23:59:59-23:59", None),
    ],
)
def test_publication_dates(value: str, expected: str | None) -> None:
    assert publication_date(value) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2018/09/24/status/", "2018-09-24"),
        ("https://a.example/nyt/2018-9-4-status", "2018-09-04"),
        ("https://a.example/2018/09/status/", None),
        ("https://a.example/2018/13/24/", None),
        ("https://a.example/?fra=/2018/09/24/", None),
    ],
)
def test_dates_in_paths(url: str, expected: str | None) -> None:
    assert date_in_path(url) == expected

"""Periods and publication dates as Danes write them, and the dates that are none of them."""

import pytest

from pipeline.danish.periods import date_in_path, find_period, publication_date
from tests.sentences import listed


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


MONTHS = listed(
    """
    jan / januar / feb / febr / februar / mar / marts / apr / april / maj /
    jun / juni / jul / juli / aug / august / sep / sept / september / okt / oktober / nov / november / dec / december
    """
)
PRINTED = [
    ("første kvartal 2020", "2020-01-01 2020-03-31 quarter"),
    ("1. kvartal 2020", "2020-01-01 2020-03-31 quarter"),
    ("I. kvartal 2020", "2020-01-01 2020-03-31 quarter"),
    ("III kvartal 2020", "2020-07-01 2020-09-30 quarter"),
    ("IV. kvartal 2020", "2020-10-01 2020-12-31 quarter"),
    ("tredje kvartal 2020", "2020-07-01 2020-09-30 quarter"),
    ("fjerde kvartal 2020", "2020-10-01 2020-12-31 quarter"),
    ("sidste kvartal af 2020", "2020-10-01 2020-12-31 quarter"),
    ("1. kvt 2020", "2020-01-01 2020-03-31 quarter"),
    ("Q2 2020", "2020-04-01 2020-06-30 quarter"),
    ("K3 2020", "2020-07-01 2020-09-30 quarter"),
    ("2. halvår 2020", "2020-07-01 2020-12-31 half_year"),
    ("andet halvår 2020", "2020-07-01 2020-12-31 half_year"),
    ("sidste halvår 2020", "2020-07-01 2020-12-31 half_year"),
    ("første halvdel af 2020", "2020-01-01 2020-06-30 half_year"),
    ("sidste halvdel af året 2020", "2020-07-01 2020-12-31 half_year"),
    ("1.-2. kvartal 2020", "2020-01-01 2020-06-30 range"),
    ("første til tredje kvartal 2020", "2020-01-01 2020-09-30 range"),
    ("1. – 3. kvartal 2020", "2020-01-01 2020-09-30 range"),
    ("forår 2020", "2020-03-01 2020-05-31 season"),
    ("foråret 2020", "2020-03-01 2020-05-31 season"),
    ("sensommeren 2020", "2020-06-01 2020-08-31 season"),
    ("forsommeren 2020", "2020-06-01 2020-08-31 season"),
    ("højsommeren 2020", "2020-06-01 2020-08-31 season"),
    ("midsommer 2020", "2020-06-01 2020-08-31 season"),
    ("efterår 2020", "2020-09-01 2020-11-30 season"),
    ("sommeren 2020", "2020-06-01 2020-08-31 season"),
    ("vinteren 2020", "2020-12-01 2021-02-28 season"),
    ("vinter 18/19", "2018-12-01 2019-02-28 season"),
    ("vinteren 2018-19", "2018-12-01 2019-02-28 season"),
    ("efteråret i 2020", "2020-09-01 2020-11-30 season"),
    ("september måned 2020", "2020-09-01 2020-09-30 month"),
    ("september i 2020", "2020-09-01 2020-09-30 month"),
    ("september, 2020", "2020-09-01 2020-09-30 month"),
    ("september/2020", "2020-09-01 2020-09-30 month"),
    ("2018", "2018-01-01 2018-12-31 year"),
    ("2018/19", "2018-01-01 2019-12-31 range"),
    ("2018-19", "2018-01-01 2019-12-31 range"),
    ("2018–2019", "2018-01-01 2019-12-31 range"),
    ("2018 – 2019", "2018-01-01 2019-12-31 range"),
    ("2018-09", "2018-09-01 2018-09-30 month"),
    ("2018-09-24", "2018-09-01 2018-09-30 month"),
    ("24.9.2018", "2018-09-01 2018-09-30 month"),
    ("24/9 2018", "2018-09-01 2018-09-30 month"),
    ("24-9-2018", "2018-09-01 2018-09-30 month"),
    ("9/2018", "2018-09-01 2018-09-30 month"),
    ("09.2018", "2018-09-01 2018-09-30 month"),
    ("24. september 2018", "2018-09-01 2018-09-30 month"),
    ("1. maj - 30. juni 2018", "2018-05-01 2018-06-30 range"),
    ("maj–juni 2018", "2018-05-01 2018-06-30 range"),
    ("maj til og med juni 2018", "2018-05-01 2018-06-30 range"),
    ("maj t.o.m. juni 2018", "2018-05-01 2018-06-30 range"),
    ("maj/juni 2018", "2018-05-01 2018-06-30 range"),
    ("maj og juni 2018", "2018-05-01 2018-06-30 range"),
    ("maj & juni 2018", "2018-05-01 2018-06-30 range"),
    ("fra maj til den 30. juni 2018", "2018-05-01 2018-06-30 range"),
    ("november 2018 til januar 2019", "2018-11-01 2019-01-31 range"),
    ("2018, 3. kvartal", "2018-07-01 2018-09-30 quarter"),
    ("2018: september", "2018-09-01 2018-09-30 month"),
    ("2018 – september", "2018-09-01 2018-09-30 month"),
    ("2018 (september)", "2018-09-01 2018-09-30 month"),
    ("forår og efterår 2018", "2018-03-01 2018-11-30 range"),
    ("2017 og 2018", "2017-01-01 2018-12-31 range"),
    ("1989", "1989-01-01 1989-12-31 year"),
    ("2099", "2099-01-01 2099-12-31 year"),
]
NO_PERIODS = listed(
    """
    1979 / september 18 / 2018 kr. / 2018 kroner / 2018 pct / 2018 % / 2018 m2 / 2018 virksomheder / 2018 borgere /
    2018 job / 2018 personer / 2018 mennesker / 2018 ansatte / 2018 medlemmer / 2018 kommuner / 2018 timer /
    2018 indbyggere / 2018 stk / 2018-udgaven
    """
)
OF_ANOTHER_TIME = listed(
    """
    opdateret / publiceret / udgivet / siden / før / inden / indtil / frem mod / frem til / mod / årsskiftet / nr. / kl.
    / lov nr. 7 af / tilbage i / allerede i / senest i / sidst i / første gang i / sidste gang i / vedtaget i / vedtog i
    / stiftet i / oprettet i / etableret i / ansat i / begyndte i / startede i / tiltrådte i / underskrevet i /
    indgået i / lanceret i / født i / valget i / kommunalvalget i / strategi / handleplanen for / politik for / fra /
    efter / til
    """
)
DATES = {
    "Fri, 31 Dec 2100 12:00:00 +0000": "2100-12-31",
    "1. jan. 1990": "1990-01-01",
    "31.12.1989": None,
    "5-6-2018": "2018-06-05",
    "5. 6. 2018": "2018-06-05",
    "5/6 2018": "2018-06-05",
    "d. 5. juni 2018": "2018-06-05",
    "2018-06-05 kl. 12": "2018-06-05",
    "2018-13-05": None,
    "0. juni 2018": None,
    "Udgivet 05/06/2018": "2018-06-05",
    "2018-06-05T00:30:00+02:00": "2018-06-05",
    "2018-06-04T22:30:00+00:00": "2018-06-05",
    "12.345.2018": None,
}
PATHS = {
    "https://a.example/2018-09-24": "2018-09-24",
    "https://a.example/2018/9/4/": "2018-09-04",
    "https://a.example/2018/09/24_status": "2018-09-24",
    "https://a.example/2018/09-24/": None,
    "https://a.example/1018/09/24/": None,
    "https://a.example/2018/09/241/": None,
}


def _told(text: str) -> str | None:
    period = find_period(text, 0, len(text))
    return f"{period.start} {period.end} {period.precision}" if period else None


@pytest.mark.parametrize("month", MONTHS)
def test_every_month(month: str) -> None:
    number = 1 + "jan feb mar apr maj jun jul aug sep okt nov dec".split().index(month[:3])
    for printed in (f"status {month} 2021", f"status {month.upper()}. 2021"):
        told = _told(printed)
        assert told is not None
        assert told.startswith(f"2021-{number:02}-01 2021-{number:02}-")


@pytest.mark.parametrize(("printed", "told"), PRINTED)
def test_every_way_to_print_a_period(printed: str, told: str) -> None:
    assert _told(f"status {printed}") == told


@pytest.mark.parametrize("printed", NO_PERIODS)
def test_what_is_no_period(printed: str) -> None:
    assert _told(f"status {printed}") is None


@pytest.mark.parametrize("before", OF_ANOTHER_TIME)
def test_words_before_a_year_of_another_time(before: str) -> None:
    assert _told(f"Kommunen {before} 2018") is None
    assert _told("Kommunen 2018") == "2018-01-01 2018-12-31 year"


@pytest.mark.parametrize(("value", "expected"), DATES.items())
def test_every_way_to_print_a_date(value: str, expected: str | None) -> None:
    assert publication_date(value) == expected


@pytest.mark.parametrize(("url", "expected"), PATHS.items())
def test_every_way_to_put_a_date_in_a_path(url: str, expected: str | None) -> None:
    assert date_in_path(url) == expected

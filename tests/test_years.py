"""The year from which something holds, and the years that are none."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.years import year


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Siden 2014 har vi haft en strategi", 2014),
        ("Den blev vedtaget i 2016", 2016),
        ("Den gælder fra 2017", 2017),
        ("Strategien 2018-2022 er vores nuværende", 2018),
        ("Planen løber fra 2019 til 2023", 2019),
        ("Aftalen er fra 2015", 2015),
        ("Den udløber i 2022", None),
        ("Den gælder til og med 2021", None),
        ("Vi har 2014 borgere uden job", None),
        ("Vi har ingen strategi", None),
    ],
)
def test_the_year_from_which_it_holds(printed: str, expected: int | None) -> None:
    found = [year(clause) for clause in AnswerText.of("", printed).clauses]
    assert next((one.value for one in found if one), None) == expected


def test_a_year_stands_where_it_says() -> None:
    answer = AnswerText.of("", "Efter lang tid blev den vedtaget i 2016.")
    found = year(answer.clauses[-1])
    assert found is not None
    assert "2016" in answer.source[found.start : found.end]

"""The year from which something holds, and the years that are none."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.years import year
from tests.sentences import listed


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


SINCE_2017 = listed(
    """
    Den gælder fra 2017 / Den er gældende fra 2017 / Den gjaldt fra 2017 / Den virker fra 2017 / Med virkning fra 2017 /
    Den trådte i kraft i 2017 / Den træder i kraft 1. januar 2017 / Den løber fra 2017 / Den har løbet siden 2017 /
    Den har kørt siden 2017 / Den kører fra 2017 / Vi har arbejdet efter den siden 2017 / Vi har haft den siden 2017 /
    Den er fulgt siden 2017 / Vores er fra 2017 / Den kører pr. 2017 / Den er 2017-2021 / Den er 2017–2021 /
    Den er 2017 til 2021 / Den er 2017 frem til 2021 / Den er 2017/21 / Siden 2017 / Tilbage fra 2017 / Tilbage i 2017 /
    Årgang 2017 / Dateret 2017 / Af 2017 / Pr. 2017 / (2017) / Siden den 1. januar 2017 / Lavet i 2017 / Sommeren 2017 /
    Efteråret 2017 / Foråret 2017 / Vinteren 2017 / Primo 2017 / Medio 2017 / Ultimo 2017 / Året 2017 / For 2017 /
    Jan. 2017 / Februar 2017 / Marts 2017 / April 2017 / Maj 2017 / Juni 2017 / Juli 2017 / August 2017 / Sept. 2017 /
    Oktober 2017 / November 2017 / Dec. 2017 / Den kom i 2017 og afløste en fra 2013 /
    Den kom i 2017 i stedet for den fra 2013 / Den kom i 2017 og erstattede den gamle fra 2013
    """
)
NO_YEAR = listed(
    """
    Den gælder til og med 2017 / Den løber frem til 2017 / Den gælder indtil 2017 / Den udløber i 2017 /
    Den udløb i 2017 / Vi har 2017 borgere / 2017 personer / 2017 mennesker / 2017 virksomheder / 2017 medarbejdere /
    2017 job / 2017 kr / 2017 kroner / Den er fra 1949 / Den er fra 12017 / Den er fra 20170
    """
)


def _year(text: str) -> int | None:
    found = [year(clause) for clause in AnswerText.of("", text).clauses]
    return next((one.value for one in found if one), None)


@pytest.mark.parametrize("text", SINCE_2017)
def test_every_word_that_says_since_when(text: str) -> None:
    assert _year(text) == 2017


@pytest.mark.parametrize("text", NO_YEAR)
def test_an_end_and_a_count_are_no_beginning(text: str) -> None:
    assert _year(text) is None

"""Where a number stands, with its hedges and without."""

import pytest

from pipeline.danish.numbers import mentions


@pytest.mark.parametrize(
    ("text", "whole", "bare"),
    [
        ("20 eller flere", "20 eller flere", "20"),
        ("mindst ca. 20 eller deromkring", "mindst ca. 20 eller deromkring", "20"),
        ("20 virksomheder eller flere", "20", "20"),
        ("mellem 15 og 20", "mellem 15 og 20", "15 og 20"),
        ("en enkelt", "en enkelt", "en enkelt"),
        ("ikke en", "ikke en", "en"),
        ("20 + 5", "20", "20"),
        ("5 om vinteren til 9 om sommeren", "5 om vinteren til 9 om sommeren", "5 om vinteren til 9 om sommeren"),
        ("mindst 15 og højst 20", "mindst 15 og højst 20", "15 og højst 20"),
    ],
)
def test_where_a_number_stands_with_its_hedges(text: str, whole: str, bare: str) -> None:
    found = mentions(f"Der er {text}.")[0]
    line = f"Der er {text}."
    assert (line[found.start : found.end], line[found.first : found.past]) == (whole, bare)

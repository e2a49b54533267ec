"""What is wished for: how a wish opens, goes on, is confirmed, and is taken back."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.wishes import wished_clauses

WISHED = [
    ("Vi vil have flere i job.", ["Vi vil have flere i job"]),
    ("Flere i job.", ["Flere i job"]),
    ("At få flere i job.", ["At få flere i job"]),
    ("Og at få flere i job.", ["Og at få flere i job"]),
    ("Både at få flere i job og ro.", ["Både at få flere i job og ro"]),
    ("Først og fremmest at få flere i job.", ["Først og fremmest at få flere i job"]),
    ("Frem for alt for at få flere i job.", ["Frem for alt for at få flere i job"]),
    ("Kort sagt til at få flere i job.", ["Kort sagt til at få flere i job"]),
    ("Selvfølgelig at få flere i job.", ["Selvfølgelig at få flere i job"]),
    ("Vi har en café.", []),
    ("Målet er flere i job. Derudover ro. Vi har en café.", ["Målet er flere i job", "Derudover ro"]),
    ("Målet er flere i job. Dernæst ro.", ["Målet er flere i job", "Dernæst ro"]),
    ("Målet er flere i job. Desuden ro.", ["Målet er flere i job", "Desuden ro"]),
    ("Målet er flere i job. Samtidig ro.", ["Målet er flere i job", "Samtidig ro"]),
    ("Målet er flere i job. Endelig er der ro.", ["Målet er flere i job", "Endelig er der ro"]),
    ("Målet er flere i job. For det andet er der ro.", ["Målet er flere i job", "For det andet er der ro"]),
    ("Målet er flere i job. Ikke mindst er der ro.", ["Målet er flere i job", "Ikke mindst er der ro"]),
    ("Målet er flere i job. Også ro er der.", ["Målet er flere i job", "Også ro er der"]),
    ("Målet er flere i job. Vi har en café.", ["Målet er flere i job"]),
    ("Målet er flere i job.\nVi har en café.", ["Målet er flere i job", "Vi har en café"]),
    ("Vi har en café. Det er målet.", ["Vi har en café", "Det er målet"]),
    ("Der er liv i byen. Det vil vi gerne.", ["Der er liv i byen", "Det vil vi gerne"]),
    ("Der er liv i byen. Det er også vores mål.", ["Der er liv i byen", "Det er også vores mål"]),
    ("Der er liv i byen. Det er ambitionen.", ["Der er liv i byen", "Det er ambitionen"]),
    ("Der er liv i byen. Det er visionen.", ["Der er liv i byen", "Det er visionen"]),
    ("Der er liv i byen. Begge dele ønsker vi.", ["Der er liv i byen", "Begge dele ønsker vi"]),
    ("Der er liv i byen. Det er planen.", ["Der er liv i byen"]),
    ("Der er liv i byen, og det er meningen.", ["Der er liv i byen", "og det er meningen"]),
    ("Vi vil have flere i job. Det er ikke et mål.", []),
    ("Vi vil have flere i job. Det gør det ikke.", []),
    ("Vi vil have flere i job, men det er ikke formålet.", []),
    ("Vi vil have ro, og det handler ikke om job, som er en bonus, men om ro.", []),
    ("Vi vil have ro. Flere i job er en sidegevinst.", ["Vi vil have ro"]),
    ("Flere i job er et biprodukt.", []),
    ("Flere i job er en ekstra gevinst.", []),
    ("Vi gør det ikke derfor, men vi vil have ro.", ["men vi vil have ro"]),
    ("Vi har ingen ambition om flere i job.", []),
    ("Vi har ikke planer om flere i job.", []),
    ("Det har aldrig været grunden, at flere kom i job.", []),
    ("Vi vil have flere i job, for det giver ro.", ["Vi vil have flere i job"]),
    ("Vi vil have flere i job, for det andet ro.", ["Vi vil have flere i job", "for det andet ro"]),
    ("Vi vil have flere i job, for vi tror på det.", ["Vi vil have flere i job"]),
    ("Dengang ville vi have flere i job.", []),
    ("Målet var flere i job.", ["Målet var flere i job"]),
    ("Staten vil have flere i job.", []),
    ("Vi vil have flere i job, som staten vil have.", ["Vi vil have flere i job"]),
    ("Der er kommet mere ro, og flere er i job.", ["Der er kommet mere ro", "og flere er i job"]),
]


@pytest.mark.parametrize(("text", "wished"), WISHED)
def test_clauses_that_are_wished_for(text: str, wished: list[str]) -> None:
    assert [clause.text for clause in wished_clauses(AnswerText.of("", text))] == wished


def test_a_list_item_is_wished_for() -> None:
    text = "Vi har en café.\nVi har et hus.\nVi har en have."
    lines = ((0, 15, False), (16, 30, True), (31, 46, False))
    found = wished_clauses(AnswerText(text, "", lines))
    assert [clause.text for clause in found] == ["Vi har et hus", "Vi har en have"]

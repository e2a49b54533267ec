"""Documents that are only wanted, that are drafted, and that are there: every word that tells them apart."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.questions.strategy import read
from tests.sentences import listed

WANTED = listed(
    """
    Der er behov for en strategi for socialøkonomi / Der er brug for en strategi for socialøkonomi /
    Vi har et ønske om en strategi for socialøkonomi / Der er flertal for en strategi for socialøkonomi /
    Der er stemning for en strategi for socialøkonomi / Vi har tale om en strategi for socialøkonomi /
    Der er snak om en strategi for socialøkonomi / Vi har grund til en strategi for socialøkonomi /
    Vi har råd til en strategi for socialøkonomi / Vi har gerne en strategi for socialøkonomi /
    Der er foreslået en strategi for socialøkonomi / Det er noget, der ligner en strategi for socialøkonomi /
    Der er krævet en strategi for socialøkonomi / Der skulle være en strategi for socialøkonomi /
    Vi burde have en strategi for socialøkonomi / Der er overvejelser om en strategi for socialøkonomi /
    Vi har måske en strategi for socialøkonomi / Vi har drøftet en strategi for socialøkonomi /
    Vi har diskuteret en strategi for socialøkonomi / Vi har drømt om en strategi for socialøkonomi /
    Hvis der er en strategi for socialøkonomi / Der er en idé om en strategi for socialøkonomi /
    Der er interesse for en strategi for socialøkonomi / Der er efterlyst en strategi for socialøkonomi /
    Er det relevant med en strategi for socialøkonomi / Hvad nytte har en strategi for socialøkonomi /
    Så kunne der være en strategi for socialøkonomi / Kunne vi have en strategi for socialøkonomi /
    Ville vi have en strategi for socialøkonomi / Vi har det frem for en strategi for socialøkonomi /
    Vi har det i stedet for en strategi for socialøkonomi / Strategier for socialøkonomi er godt /
    Man har politikker for socialøkonomi andre steder / Vi har overvejet at skrive en strategi for socialøkonomi /
    Måske skal der laves en strategi for socialøkonomi / Vi drøfter at lave en strategi for socialøkonomi /
    Eventuelt skal der laves en strategi for socialøkonomi / Evt. skal der laves en strategi for socialøkonomi /
    Vi ønsker at lave en strategi for socialøkonomi / Vi kunne godt lave en strategi for socialøkonomi /
    Man taler om at skrive en strategi for socialøkonomi / Der snakkes om at skrive en strategi for socialøkonomi /
    Det er foreslået at skrive en strategi for socialøkonomi / Vi bør lave en strategi for socialøkonomi
    """
)
DRAFTED = listed(
    """
    Der er et udkast til en strategi for socialøkonomi / Der er et bud på en strategi for socialøkonomi /
    Der er et forslag til en strategi for socialøkonomi / Vi har et oplæg til en strategi for socialøkonomi /
    Der er en kladde til en strategi for socialøkonomi / Vi har en tekst til en strategi for socialøkonomi /
    Der er en skitse til en strategi for socialøkonomi / Vi har arbejdet med en strategi for socialøkonomi /
    Vi har skrivearbejdet mod en strategi for socialøkonomi / Vi har processen frem mod en strategi for socialøkonomi /
    Vi har forarbejdet til en strategi for socialøkonomi / Der er en hensigtserklæring om en strategi for socialøkonomi
    / Der er forhandlinger om en aftale om socialøkonomi / Der er forberedelser til en strategi for socialøkonomi /
    Det er første skridt til en strategi for socialøkonomi / Vi har en kommende strategi for socialøkonomi /
    Vi har en fremtidig strategi for socialøkonomi / Vi har en planlagt strategi for socialøkonomi /
    Vi har en strategi for socialøkonomi, så snart den er vedtaget /
    Vi har en strategi for socialøkonomi, når den er vedtaget /
    Vi har kun tanker om en strategi for socialøkonomi, indtil den er vedtaget /
    Vi har en strategi for socialøkonomi, inden den er vedtaget
    """
)
THERE = listed(
    """
    Vi har haft en strategi for socialøkonomi i flere år / Vi har længe fulgt en strategi for socialøkonomi /
    Der består en aftale om socialøkonomi / Vi deler en strategi for socialøkonomi med Vejle /
    Vi lavede en strategi for socialøkonomi / Vi kalder den en strategi for socialøkonomi /
    Der blev en strategi for socialøkonomi / Vi arbejder ud fra en strategi for socialøkonomi /
    Arbejdet bygger på en strategi for socialøkonomi / Vi er part i en aftale om socialøkonomi /
    Vi besidder en strategi for socialøkonomi / Vi satte en strategi for socialøkonomi op / Strategien for socialøkonomi
    / Vores strategi for socialøkonomi / Kommunens strategi for socialøkonomi / Byrådets politik for socialøkonomi /
    Denne strategi / Den fælles strategi / Strategipapiret / Partnerskabet er godt / Politikken er god /
    Aftalens mål er gode / Vi har disse strategier / Vi har seks strategier for socialøkonomi /
    Alle vores aftaler om socialøkonomi er gode / Begge strategier er gode / Vi har indgået aftaler om socialøkonomi
    """
)


def _stance(text: str) -> str | None:
    return read(AnswerText.of("Har I en strategi?", text)).stance


@pytest.mark.parametrize("text", WANTED)
def test_what_is_wanted_is_neither_there_nor_on_its_way(text: str) -> None:
    assert _stance(text) in {None, "no"}


@pytest.mark.parametrize("text", DRAFTED)
def test_what_is_drafted_is_planned(text: str) -> None:
    assert _stance(text) == "planned"


@pytest.mark.parametrize("text", THERE)
def test_what_is_there(text: str) -> None:
    assert _stance(text) == "yes"

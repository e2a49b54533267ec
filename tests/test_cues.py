"""Cues for a stance: what counts as a fact of today and of oneself, what a negation turns, and what carries it."""

import pytest

from pipeline.danish.clauses import AnswerText
from pipeline.danish.cues import SENTENCES, Signal, cues, opening, signals

GROUPS = (
    cues("yes", "køber socialt", denied="no"),
    cues("no", "dropper det", literal=True),
    cues("partly", "lidt af hvert", weak=True),
    cues("planned", "vil købe", factual=False),
    cues("yes", "handler"),
    cues("no", "køber ikke ind", literal=True),
)
SIGNALS = [
    ("Vi køber socialt.", ["yes 'Vi køber socialt' 0"]),
    ("Vi køber ikke socialt.", []),
    ("Vi køber socialt ikke.", ["no 'Vi køber socialt ikke' 0"]),
    ("Nabokommunen køber socialt.", []),
    ("Tidligere køber socialt vi.", []),
    ("Vi har tidligere købt, men køber socialt nu.", ["yes 'køber socialt nu' 0"]),
    ("Måske køber socialt vi.", []),
    ("Måske vil købe vi.", ["planned 'Måske vil købe vi' 0"]),
    ("Vi dropper det ikke.", ["no 'Vi dropper det ikke' 0 literal"]),
    ("Vi handler ikke.", []),
    ("Vi dropper det ikke uden at spørge.", ["no 'Vi dropper det ikke' 0 literal"]),
    ("Vi køber ikke socialt uden at spørge.", []),
    ("Vi gør lidt af hvert.", ["partly 'Vi gør lidt af hvert' 0 weak"]),
    ("Og vi køber socialt men dropper det.", ["yes 'vi køber socialt' 0", "no 'dropper det' 0 literal"]),
    ("Vi spiser og vi køber socialt og vi sover.", ["yes 'vi køber socialt' 0"]),
    ("Det regner, og vi køber socialt, når vi kan.", ["yes 'vi køber socialt' 0"]),
    ("Vi ved, at vi køber socialt fordi det er godt.", ["yes 'at vi køber socialt' 0"]),
    ("Vi køber\nsocialt.", []),
    ("Ja. Vi køber socialt. Vi handler.", ["yes 'Vi køber socialt' 1", "yes 'Vi handler' 2"]),
    ("vi køber socialt og handler", ["yes 'vi køber socialt og handler' 0", "yes 'vi køber socialt og handler' 0"]),
    ("Vi køber ikke ind uden at spørge.", []),
    ("Vi køber ikke ind.", ["no 'Vi køber ikke ind' 0 literal"]),
]
OPENINGS = [
    ("Ja, det har vi.", "yes 'Ja' 0"),
    ("Nej", "no 'Nej' 0"),
    ("Svaret er ja", "yes 'Svaret er ja' 0 literal"),
    ("Kort sagt nej", "no 'Kort sagt nej' 0 literal"),
    ("Både og", "partly 'Både og' 0"),
    ("Vi har prøvet. Nej", "no 'Nej' 1"),
    ("Vi har prøvet, nej, det var svært", "no 'nej' 0"),
    ("Vi har prøvet, nej", "no 'nej' 0"),
    ("Vi prøver. Jo da.", "partly 'Vi prøver' 0"),
    ("Niks.", "no 'Niks' 0"),
    ("Vi prøver", "partly 'Vi prøver' 0"),
    ("", None),
    ("Det er ja til mere", None),
    ("Altså er det ja", "yes 'Altså er det ja' 0 literal"),
    ("I nogen grad", "partly 'I nogen grad' 0"),
    ("Helt sikkert", "yes 'Helt sikkert' 0"),
]


def _told(text: str, signal: Signal) -> str:
    marks = (" weak" if signal.weak else "") + (" literal" if signal.literal else "")
    return f"{signal.stance} '{text[signal.start : signal.end]}' {signal.sentence}{marks}"


@pytest.mark.parametrize(("text", "told"), SIGNALS)
def test_signals(text: str, told: list[str]) -> None:
    assert [_told(text, signal) for signal in signals(AnswerText.of("", text), GROUPS)] == told


@pytest.mark.parametrize(("text", "told"), OPENINGS)
def test_openings(text: str, told: str | None) -> None:
    opened = opening(AnswerText.of("", text))
    assert (_told(text, opened) if opened else None) == told


def test_what_hostile_length_hides_is_not_looked_at() -> None:
    late = "Vi taler. " * SENTENCES + "Vi køber socialt."
    assert signals(AnswerText.of("", late), GROUPS) == ()
    assert len(signals(AnswerText.of("", late.removeprefix("Vi taler. ")), GROUPS)) == 1
    assert len(signals(AnswerText.of("", "vi handler, " * 60), GROUPS)) == 50
    long = "a " * 990 + "vi køber socialt"
    assert len(signals(AnswerText.of("", long), GROUPS)) == 1
    assert signals(AnswerText.of("", "a " * 995 + "vi køber socialt"), GROUPS) == ()

"""Lets the trained model vote on what the rules read: it fills what they left open and doubts what it contradicts.

Never both ways at once: a value that rule and model dispute stays null, for a person to settle. The limits were chosen
on answers held out of training (`fixtures/train`, five folds), where the rules alone reach P 0.90, F1 0.80 for stances
and 0.83, 0.69 for sentiment, and together with the model 0.94, 0.83 and 0.92, 0.67. Tune the limit only together with
the thresholds in `pipeline/models/thresholds.json`, from which on the model alone is believed.
"""

from dataclasses import replace
from typing import Final

from pipeline.danish.classifier import Vote, theme_votes, thresholds, vote
from pipeline.danish.clauses import AnswerText
from pipeline.questions.reading import Doubt, Reading
from schemas.answers import QuestionKey, Theme

STANCE_KEYS: Final[frozenset[QuestionKey]] = frozenset(
    {"strategy", "strategy_use", "rsv_only_policy", "advisory", "procurement"}
)
# From which confidence on, 0 to 1, a contradiction of the model is reason enough to leave a value open.
_DISPUTED: Final = 0.45
# The model leans to the commoner values. On answers that neither it nor the rules were made with (30 articles and a
# bank of 160), the rules were right in 15 of 19 disputes over a plan or something in between, up to this confidence.
_DISPUTED_BETWEEN: Final = 0.7
# *Nej.* as a whole sentence leaves little room.
_DISPUTED_PLAIN: Final = 0.9
_PLAIN: Final = {"ja": "yes", "nej": "no"}
_STOPS: Final = (".", "!", "")
_BETWEEN: Final = frozenset({"partly", "planned", "mixed", "neutral"})


def with_votes(key: QuestionKey, answer: AnswerText, reading: Reading) -> Reading:
    """The reading after the model's vote; whatever the vote changed carries a doubt that says so."""
    if reading.status != "answered":
        return reading
    if key in STANCE_KEYS:
        return _on_stance(reading, answer, vote(key, "stance", answer, least=_DISPUTED, read=reading.stance))
    if key == "rsv_experience":
        return _on_sentiment(reading, answer, vote(key, "sentiment", answer, least=_DISPUTED, read=reading.sentiment))
    if key == "goals" and not reading.themes:
        return _on_themes(reading, answer)
    return reading


def _counts(read: str | None, answer: AnswerText, cast: Vote) -> bool:
    """Whether a vote against what the rules read counts."""
    opening = answer.clauses[0]
    if read is not None and _PLAIN.get(opening.lower) == read and opening.closed_by in _STOPS:
        return cast.confidence >= _DISPUTED_PLAIN
    return cast.confidence >= (_DISPUTED_BETWEEN if read in _BETWEEN else _DISPUTED)


def _on_stance(reading: Reading, answer: AnswerText, cast: Vote | None) -> Reading:
    if cast is None or not _counts(reading.stance, answer, cast):
        return reading
    if reading.stance is None:
        return _filled("stance", reading, answer, cast)
    return _disputed("stance", _undecided(reading, cast.label), answer, cast, reading.stance)


def _undecided(reading: Reading, voted: str) -> Reading:
    """The reading without its stance, and without what would only hold of a strategy that the model denies."""
    if voted == "no":
        return replace(reading, stance=None, kind=None, since=None, under_revision=False)
    if voted == "planned":
        return replace(reading, stance=None, since=None, under_revision=False)
    return replace(reading, stance=None)


def _on_sentiment(reading: Reading, answer: AnswerText, cast: Vote | None) -> Reading:
    if cast is None or not _counts(reading.sentiment, answer, cast):
        return reading
    if reading.sentiment is None:
        return _filled("sentiment", reading, answer, cast)
    return _disputed("sentiment", replace(reading, sentiment=None), answer, cast, reading.sentiment)


def _filled(field: str, reading: Reading, answer: AnswerText, cast: Vote) -> Reading:
    if cast.confidence < thresholds()[field]:
        return reading
    span = answer.clause_span(cast.clause)
    doubts = tuple(doubt for doubt in reading.doubts if doubt.field != field)
    doubt = Doubt(field, f"read by the model alone, {cast.confidence:.2f} sure", (span,))
    value = {field: cast.label}
    return replace(reading, evidence=(span,), doubts=(*doubts, doubt), **value)  # type: ignore[arg-type]


def _disputed(field: str, reading: Reading, answer: AnswerText, cast: Vote, said: str) -> Reading:
    doubt = Doubt(field, f"the rules read {said}, the model {cast.label}", (answer.clause_span(cast.clause),))
    return replace(reading, doubts=(*reading.doubts, doubt))


def _on_themes(reading: Reading, answer: AnswerText) -> Reading:
    votes = theme_votes(answer)
    if not votes:
        return reading
    themes = tuple(Theme(name=cast.label, evidence=(answer.clause_span(cast.clause),)) for cast in votes)
    doubt = Doubt("themes", "read by the model alone", tuple(span for theme in themes for span in theme.evidence))
    return replace(reading, themes=themes, doubts=(*reading.doubts, doubt))

"""`rsv_experience`: what does the municipality think of the registration scheme (RSV)? One sentiment."""

import re
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.sentiment import judgement
from pipeline.danish.standing import standing
from pipeline.questions.reading import Doubt, Reading

# Told without judgement: what has happened, or is done, about the registrations at home.
_SCHEME: Final = re.compile(
    r"\b(?:af|u|ikke-)?registre\w*|\bordning\w*|\brsv\w*|\bmærket\b|"
    r"\blisten\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:blev|er blevet|har ladet|lod|lader|valgte|har valgt|er (?:\w+ ){0,3}registre\w*|meldte|står|henviser|"
    r"spørger|noterer|sender|trækker|"
    r"trak|bruger|slår|indgår|fører|førte|gået ind|kommer ind|har behandlet|behandler|behandlet|overtager|sidder|"
    r"hjælper|vejleder|"
    r"mødes|har kontakten|handler om|endte|har haft|har været|bliver|ringer|får)\b",
    re.IGNORECASE,
)
_OTHER_MATTER: Final = re.compile(
    r"\b(?:evaluere\w*|evaluering\w*|dagsorden\w*|strategi\w*|udbud\w*|klausul\w*|trådte i kraft|administreres|"
    r"oplæg|nabokommun\w*|"
    r"holder (?:et|en) \w+|skal (?:bl\.?\s?a\.?|blandt andet)|ser frem|moms|lejekontrakt\w*)\b",
    re.IGNORECASE,
)


def read(answer: AnswerText) -> Reading:
    """Read the sentiment; without one, what the answer says of its missing."""
    said = standing(answer)
    refused = said is not None and said.status != "unknown" and said.clause.sentence == 0
    judged = None if refused else judgement(answer)
    if judged:
        evidence = tuple(answer.clause_span(clause) for clause in judged.clauses)
        doubts = () if judged.sure else (Doubt("sentiment", "cues of two kinds stand side by side", evidence),)
        return Reading(evidence=evidence, sentiment=judged.sentiment, doubts=doubts)
    if said:
        return Reading(status=said.status, evidence=(answer.clause_span(said.clause),))
    told = _told(answer)
    if told:
        return Reading(evidence=(answer.clause_span(told),), sentiment="neutral")
    opening = (answer.clause_span(answer.clauses[0]),)
    return Reading(evidence=opening, doubts=(Doubt("sentiment", "no judgement could be read", opening),))


def _told(answer: AnswerText) -> Clause | None:
    """The clause that tells of the scheme at home without judging it."""
    if _OTHER_MATTER.search(answer.text) or not _SCHEME.search(answer.text):
        return None
    return next((clause for clause in answer.clauses if _TOLD.search(clause.text)), None)

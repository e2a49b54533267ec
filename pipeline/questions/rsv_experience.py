"""`rsv_experience`: what does the municipality think of the registration scheme (RSV)? One sentiment."""

import re
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.negation import denies
from pipeline.danish.sentences import sentences_of
from pipeline.danish.sentiment import judgement
from pipeline.danish.standing import standing
from pipeline.questions.reading import Doubt, Reading

# Told without judgement: what has happened, or is done, about the registrations at home.
_SCHEME: Final = re.compile(
    r"\b(?:(?:af|u|ikke-)?registre\w*|ordning\w*|rsv\w*|mærket|listen?|henvendelse\w*|regist(?:er|"
    r"ret))\b",
    re.IGNORECASE,
)
_AT_HOME: Final = re.compile(
    r"\b(?:vi|vores|os|kommunen\w*|jobcent\w*|\w*konsulent\w*|henvendelse\w*|sagsbehandler\w*|intranet\w*|en af|"
    r"to af|"
    r"tre af|halvdelen|hver \w+|virksomhed\w*|den første|den ene|der er (?:kommet|sket|blevet)|registreringe\w*)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:blev|er blevet|bliver|har (?:ladet|valgt|søgt|haft|behandlet|holdt|siden|kontakten|lagt)|lod|valgte|"
    r"meldte|kom|fulgte|"
    r"(?:er|står) (?:\w+ ){0,4}(?:registre\w*|register|registret|inden for)|er (?:kommet|sket|gået|en del)|"
    r"henviser|sender|spørger|"
    r"noterer|trækker|trak|slår|orienterer|opdaterer|opdateres|lægger|indgår|behandler|behandlet|overtager|"
    r"sidder|vejleder|mødes|"
    r"handler om|nævner|sker|optaget|giver|informerer|følger|varetager|foregår|bruger|kommer ind|ringer|"
    r"har \w+ registre\w*|"
    r"\d+|alle|to|tre|fire|fem|seks|syv|otte|ni|ti|seneste|halvdelen|resten)\b",
    re.IGNORECASE,
)
# Verbs of effect and opinion: where one stands, there is a judgement in words that were not read.
_JUDGES: Final = re.compile(
    r"\b(?:giver|gav|gør|gjorde|gjort|koster|kostede|kræver|krævede|virker|virkede|føles|føler|opleves|oplever|"
    r"oplevede|"
    r"betyder|betød|skaber|skabte|mærker|synes|mener|vurderer|tror|fungerer|hjælper|ville (?:\w+ )?(?:være|have|"
    r"blive)|holder|rammer|lever op|"
    r"viser sig)\b",
    re.IGNORECASE,
)
_OTHER_MATTER: Final = re.compile(
    r"\b(?:evaluere\w*|evaluering\w*|dagsorden\w*|strategi\w*|udbud\w*|klausul\w*|trådte i kraft|administreres|oplæg|"
    r"nabokommun\w*|holder (?:et|en) \w+|skal (?:bl\.?\s?a\.?|blandt andet)|ser frem|moms|lejekontrakt\w*)\b",
    re.IGNORECASE,
)


def read(answer: AnswerText) -> Reading:
    """Read the sentiment; without one, what the answer says of its missing."""
    said = standing(answer)
    refused = said is not None and said.status != "unknown" and said.clause.sentence == 0
    judged = None if refused else judgement(answer)
    admitted = judged is not None and said is not None and said.clause in judged.clauses
    if judged and (judged.sentiment == "none" or not admitted):
        evidence = tuple(answer.clause_span(clause) for clause in judged.clauses)
        doubts = () if judged.sure else (Doubt("sentiment", "cues of two kinds stand side by side", evidence),)
        return Reading(evidence=evidence, sentiment=judged.sentiment, doubts=doubts)
    if said:
        return Reading(status=said.status, evidence=(answer.clause_span(said.clause),))
    told = _told(answer)
    if told:
        return Reading(evidence=(answer.clause_span(told),), sentiment="neutral")
    start, end, _ = answer.lines[0]
    opening = (answer.clause_span(answer.clauses[0]) if answer.clauses else answer.span(start, end),)
    return Reading(evidence=opening, doubts=(Doubt("sentiment", "no judgement could be read", opening),))


def _told(answer: AnswerText) -> Clause | None:
    """The clause that tells of the scheme at home without judging it."""
    text = answer.text
    if not _SCHEME.search(text) or _OTHER_MATTER.search(text) or _JUDGES.search(text):
        return None
    at_home = [one for one in sentences_of(answer.clauses) if any(_AT_HOME.search(clause.text) for clause in one)]
    told = (clause for one in at_home for clause in one if _TELLS.search(clause.text) and not denies(clause))
    return next(told, None)

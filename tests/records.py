"""A hand-made record that fills every field of the contract."""

import hashlib
from datetime import UTC, datetime
from typing import Final

from schemas.answers import (
    AdvisoryAnswer,
    AnswerLink,
    AsOf,
    EnterpriseQuantities,
    EnterprisesAnswer,
    GoalsAnswer,
    Item,
    ItemsAnswer,
    Quantity,
    SentimentAnswer,
    StanceAnswer,
    StrategyAnswer,
    Theme,
    WorkforceAnswer,
    WorkforceQuantities,
)
from schemas.evidence import Evidence, Span
from schemas.page import RawPage
from schemas.record import (
    Contact,
    Municipality,
    Organisation,
    Period,
    RecordWarning,
    RelatedLink,
    Respondent,
    Source,
    StatusRecord,
    UnmatchedQuestion,
)
from schemas.social_economy import Answers

URL: Final = "https://avis.example/status-faxe/"
PAGE: Final = RawPage(url=URL, body=b"<h1>Faxe</h1>", content_type="text/html; charset=UTF-8")
TEXT: Final = """Socialøkonomi i Faxe Kommune – status 2019
Vi har talt med Ida Dam, konsulent i Borgerservice.
Har I en strategi?
Ja, en aftale fra 2016, som er ved at blive evalueret. Den står her.
Bruges den?
Ja, en aftale fra 2016 bruges hver dag.
Hvad ønsker I at opnå?
Flere i job
Renere natur
Hvor mange virksomheder?
Ca. 12, opgjort i 2018, med 7,5 årsværk til udsatte.
Hvor mange er registrerede?
Det ved vi ikke.
Sammensætningen?
Ordinære: 9
Fleksjob: 4
Forløb: mindst 3
Frivillige: højst 40
Hvilke erfaringer?
Gode.
Hvilke aktiviteter?
Se ovenfor.
Hjælper I?
Ja, i Huset Faxe.
Kontakt Ida Dam, tlf. 11 22 33 44, eller sekretær Bo, bo@faxe.example
"""


def at(quote: str) -> Evidence:
    """Point to the first place where a quote stands in the text."""
    start = TEXT.index(quote)
    return (Span.of(TEXT, start, start + len(quote)),)


_AGREEMENT: Final = at("Ja, en aftale fra 2016")
_TWELVE: Final = at("Ca. 12")
ANSWERS: Final = Answers(
    strategy=StrategyAnswer(
        status="answered",
        question="Har I en strategi?",
        text="Ja, en aftale fra 2016, som er ved at blive evalueret. Den står her.",
        evidence=_AGREEMENT,
        stance="yes",
        kind="agreement",
        since=2016,
        under_revision=True,
        links=(AnswerLink(text="her", url="https://avis.example/aftale.pdf"),),
    ),
    strategy_use=StanceAnswer(
        status="answered",
        question="Bruges den?",
        text="Se ovenfor",
        refers_to=("strategy",),
        taken_from="strategy",
        evidence=_AGREEMENT,
        stance="yes",
    ),
    goals=GoalsAnswer(
        status="answered",
        question="Hvad ønsker I at opnå?",
        text="Flere i job\nRenere natur",
        evidence=at("Flere i job"),
        items=(
            Item(text="Flere i job", evidence=at("Flere i job")),
            Item(text="Renere natur", evidence=at("Renere natur")),
        ),
        themes=(
            Theme(name="sustainability", evidence=at("Renere natur")),
            Theme(name="employment", evidence=at("Flere i job") + at("til udsatte")),
        ),
    ),
    social_enterprises=EnterprisesAnswer(
        status="answered",
        question="Hvor mange virksomheder?",
        text="Ca. 12, opgjort i 2018, med 7,5 årsværk til udsatte.",
        evidence=_TWELVE,
        quantities=EnterpriseQuantities(
            count=Quantity(
                min=12,
                max=12,
                approximate=True,
                unit="enterprises",
                as_of=AsOf(value="2018", evidence=at("2018")),
                evidence=_TWELVE,
            ),
            jobs=Quantity(min=7.5, max=7.5, unit="full_time_equivalents", evidence=at("7,5 årsværk til udsatte")),
        ),
    ),
    registered_enterprises=EnterprisesAnswer(
        status="unknown",
        question="Hvor mange er registrerede?",
        text="Det ved vi ikke.",
        evidence=at("Det ved vi ikke"),
    ),
    workforce=WorkforceAnswer(
        status="answered",
        question="Sammensætningen?",
        text="Ordinære: 9\nFleksjob: 4\nForløb: mindst 3\nFrivillige: højst 40",
        evidence=at("højst 40"),
        quantities=WorkforceQuantities(
            ordinary=Quantity(min=9, max=9, unit="persons", evidence=at("Ordinære: 9")),
            flex_and_sheltered=Quantity(min=4, max=4, unit="persons", evidence=at("Fleksjob: 4")),
            placements=Quantity(min=3, max=None, unit="persons", evidence=at("mindst 3")),
            volunteers=Quantity(min=None, max=40, unit="persons", evidence=at("højst 40")),
        ),
    ),
    rsv_only_policy=StanceAnswer(status="blank", question="Er der en politik?"),
    rsv_experience=SentimentAnswer(
        status="answered", question="Hvilke erfaringer?", text="Gode.", evidence=at("Gode"), sentiment="positive"
    ),
    activities=ItemsAnswer(
        status="refers",
        question="Hvilke aktiviteter?",
        text="Se ovenfor.",
        refers_to=("workforce", "goals"),
        evidence=at("Se ovenfor"),
    ),
    advisory=AdvisoryAnswer(
        status="answered",
        question="Hjælper I?",
        text="Ja, i Huset Faxe.",
        evidence=at("Ja, i Huset Faxe"),
        stance="yes",
        items=(Item(text="i Huset Faxe", evidence=at("i Huset Faxe")),),
    ),
    procurement=StanceAnswer(status="declined", question="Køber I ind?", text="Ja", evidence=at("Det ved vi ikke")),
)


def source(body: bytes = PAGE.body, **changes: object) -> Source:
    """Make a source of the page with these bytes."""
    plain = {
        "url": URL,
        "canonical_url": URL,
        "fetched_at": datetime(2024, 5, 1, 12, 30, tzinfo=UTC),
        "page_sha256": hashlib.sha256(body).hexdigest(),
        "article_sha256": "a" * 64,
        "code_version": "1",
    }
    return Source.model_validate(plain | changes)


def full_record(**changes: object) -> StatusRecord:
    """Make a record that has a value in every field of the contract."""
    period = Period(start="2019-01-01", end="2019-12-31", precision="year", text="2019", evidence=at("2019"))
    fields = {
        "series": "social_economy",
        "source": source(),
        "title": "Socialøkonomi i Faxe Kommune – status 2019",
        "municipality": Municipality(
            code="0320",
            name="Faxe",
            official_name="Faxe Kommune",
            region="Region Sjælland",
            evidence=at("Faxe Kommune"),
        ),
        "period": period,
        "published_on": "2019-05-07",
        "published_from": "json_ld",
        "text": TEXT,
        "respondents": (Respondent(name="Ida Dam", role="konsulent i Borgerservice", evidence=at("Ida Dam")),),
        "contacts": (
            Contact(name="Ida Dam", phone="+4511223344", evidence=at("11 22 33 44")),
            Contact(name="Bo", role="sekretær", email="bo@faxe.example", evidence=at("bo@faxe.example")),
        ),
        "answers": ANSWERS,
        "unmatched_questions": (UnmatchedQuestion(question="Andet?"), UnmatchedQuestion(question="Mere?", text="Nej")),
        "organisations": (Organisation(name="Huset Faxe", evidence=at("Huset Faxe")),),
        "related": (
            RelatedLink(
                title="Stevns 2019", url="https://avis.example/stevns", municipality_code="0336", period=period
            ),
            RelatedLink(title="Alle", url="https://avis.example/alle"),
        ),
        "warnings": (
            RecordWarning(code="needs_review", message="why", field="answers.goals", evidence=at("Renere natur")),
        ),
    }
    return StatusRecord.model_validate(fields | changes)

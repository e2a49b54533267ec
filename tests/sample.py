"""A record made by hand that holds every kind of answer and every status, for tests of what is shown and counted."""

from typing import Final, TypeVar

from schemas.answers import (
    AdvisoryAnswer,
    Answer,
    AnswerLink,
    EnterpriseQuantities,
    EnterprisesAnswer,
    GoalsAnswer,
    Item,
    ItemsAnswer,
    Quantity,
    SentimentAnswer,
    StanceAnswer,
    Status,
    StrategyAnswer,
    Theme,
    WorkforceAnswer,
    WorkforceQuantities,
)
from schemas.evidence import Evidence, Span
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

Made = TypeVar("Made", bound=Answer)
URL: Final = "https://news.example/socialoekonomi-i-aalborg-kommune-status-september-2018/"
TEXT: Final = """\
Socialøkonomi i Aalborg Kommune – status september 2018
Vi har talt med Frida Tarp, konsulent.
Har I en strategi?
Vi har haft en aftale siden 2016. Den er ved at blive skrevet om.
Bruges den?
Se ovenstående
Hvad vil I opnå?
Flere skal i arbejde
Nye virksomheder
Hvor mange virksomheder?
Vi kender ca. 20, og der er mindst 60 job.
Hvor mange er registrerede?
Det er tal, vi ikke har
Sammensætningen af medarbejdere:
Ordinært ansatte: 12-15 Frivillige: højst 40
Kun RSV?
Ikke relevant
Hvilke erfaringer?
Vi har kun gode erfaringer
Aktiviteter?
Det ønsker vi ikke at udtale os om
Hvad er det næste?
En messe [bold]til foråret[/bold]
Hjælper I?
Kontakt: Frida Tarp, 25200131, Huset Venture"""


def seen(*quotes: str) -> Evidence:
    """Where the words stand in the text."""
    return tuple(Span.of(TEXT, TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in quotes)


def _enterprises() -> EnterprisesAnswer:
    count = Quantity(min=20, max=20, approximate=True, unit="enterprises", evidence=seen("Vi kender ca. 20"))
    jobs = Quantity(min=60, max=None, unit="persons", evidence=seen("der er mindst 60 job"))
    return EnterprisesAnswer(
        status="answered",
        question="Hvor mange virksomheder?",
        text="Vi kender ca. 20, og der er mindst 60 job.",
        quantities=EnterpriseQuantities(count=count, jobs=jobs),
        evidence=seen("Vi kender ca. 20"),
    )


def _workforce() -> WorkforceAnswer:
    ordinary = Quantity(min=12, max=15, unit="full_time_equivalents", evidence=seen("Ordinært ansatte: 12-15"))
    volunteers = Quantity(min=None, max=40, unit="persons", evidence=seen("Frivillige: højst 40"))
    return WorkforceAnswer(
        status="answered",
        question="Sammensætningen af medarbejdere:",
        text="Ordinært ansatte: 12-15 Frivillige: højst 40",
        quantities=WorkforceQuantities(ordinary=ordinary, volunteers=volunteers),
        evidence=seen("Ordinært ansatte: 12-15"),
    )


def _strategy() -> StrategyAnswer:
    return StrategyAnswer(
        status="answered",
        question="Har I en strategi?",
        text="Vi har haft en aftale siden 2016. Den er ved at blive skrevet om.",
        stance="yes",
        kind="agreement",
        since=2016,
        under_revision=True,
        links=(AnswerLink(text="her", url="https://news.example/aftale.pdf"),),
        evidence=seen("Vi har haft en aftale siden 2016", "Den er ved at blive skrevet om"),
    )


def _goals() -> GoalsAnswer:
    work, start = seen("Flere skal i arbejde"), seen("Nye virksomheder")
    return GoalsAnswer(
        status="answered",
        question="Hvad vil I opnå?",
        text="Flere skal i arbejde\nNye virksomheder",
        items=(Item(text="Flere skal i arbejde", evidence=work), Item(text="Nye virksomheder", evidence=start)),
        themes=(Theme(name="employment", evidence=work), Theme(name="entrepreneurship", evidence=start)),
        evidence=work,
    )


def _without_value(kind: type[Made], status: Status, question: str, text: str, **more: object) -> Made:
    """An answer whose text is the evidence of its status."""
    return kind.model_validate({"status": status, "question": question, "text": text, "evidence": seen(text), **more})


def _answers() -> Answers:
    return Answers(
        strategy=_strategy(),
        strategy_use=_without_value(StanceAnswer, "refers", "Bruges den?", "Se ovenstående", refers_to=("strategy",)),
        goals=_goals(),
        social_enterprises=_enterprises(),
        registered_enterprises=_without_value(
            EnterprisesAnswer, "unknown", "Hvor mange er registrerede?", "Det er tal, vi ikke har"
        ),
        workforce=_workforce(),
        rsv_only_policy=_without_value(StanceAnswer, "not_applicable", "Kun RSV?", "Ikke relevant"),
        rsv_experience=SentimentAnswer(
            status="answered",
            question="Hvilke erfaringer?",
            text="Vi har kun gode erfaringer",
            sentiment="positive",
            evidence=seen("Vi har kun gode erfaringer"),
        ),
        activities=_without_value(ItemsAnswer, "declined", "Aktiviteter?", "Det ønsker vi ikke at udtale os om"),
        advisory=AdvisoryAnswer(status="blank", question="Hjælper I?"),
    )


def sample_record() -> StatusRecord:
    """Build the record."""
    month = {"start": "2018-09-01", "end": "2018-09-30", "precision": "month", "text": "september 2018"}
    return StatusRecord(
        series="social_economy",
        source=Source(url=URL, page_sha256="0" * 64, article_sha256="1" * 64, code_version="0.1.0"),
        title="Socialøkonomi i Aalborg Kommune – status september 2018",
        municipality=Municipality(
            code="0851", name="Aalborg", official_name="Aalborg Kommune", region="Region Nordjylland"
        ),
        period=Period.model_validate(month),
        published_on="2018-09-24",
        published_from="json_ld",
        text=TEXT,
        respondents=(Respondent(name="Frida Tarp", role="konsulent", evidence=seen("Frida Tarp, konsulent")),),
        contacts=(Contact(name="Frida Tarp", phone="+4525200131", evidence=seen("Frida Tarp, 25200131")),),
        answers=_answers(),
        unmatched_questions=(
            UnmatchedQuestion(question="Hvad er det næste?", text="En messe [bold]til foråret[/bold]"),
        ),
        organisations=(Organisation(name="Huset Venture", evidence=seen("Huset Venture")),),
        related=(RelatedLink(title="Socialøkonomi i Roskilde Kommune", url="https://news.example/roskilde/"),),
        warnings=(
            RecordWarning(code="needs_review", message="[red]a close call", field="answers.rsv_experience.sentiment"),
        ),
    )

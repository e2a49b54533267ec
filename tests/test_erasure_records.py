"""A record without a person: nothing of the person is left, everything else is, and every quote still stands."""

import json
from itertools import pairwise
from typing import Final, get_args

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from pipeline.erasure import Target, email_target, mask, name_target, phone_target
from pipeline.erasure.records import ADDRESSES, CHANNELS, PRINTED, mask_record
from pipeline.errors import UsageError
from pipeline.run import extract
from schemas.answers import AnswerLink, AsOf, StrategyAnswer, Theme
from schemas.base import Model
from schemas.evidence import Span
from schemas.record import (
    Contact,
    Municipality,
    Period,
    RecordWarning,
    RelatedLink,
    Respondent,
    Source,
    StatusRecord,
    UnmatchedQuestion,
)
from tests.conftest import ROOT
from tests.records import ANSWERS, full_record
from tests.strategies import records

IDA: Final = name_target("Ida Dam")
IDAS_PHONE: Final = phone_target("11 22 33 44")
BOS_EMAIL: Final = email_target("Bo@Faxe.example")
CORPUS: Final = ROOT / "fixtures" / "corpus"
ARTICLES: Final = sorted(
    gold.name.removesuffix(".gold.json")
    for gold in CORPUS.glob("*.gold.json")
    if "not_a_status_article" not in json.loads(gold.read_text(encoding="utf-8"))
)
KEPT: Final = {
    Municipality: {"code", "name", "official_name", "region"},
    Period: {"start", "end"},
    AsOf: {"value"},
    Theme: {"name"},
    StatusRecord: {"series", "published_on"},
    RelatedLink: {"municipality_code"},
    RecordWarning: {"field"},
    Source: set(Source.model_fields),
    Span: {"quote"},
}
"""Text of the contract that is read, computed or from a closed list; a quote is cut from the text anew."""


def test_the_name_is_gone_from_text_quotes_respondent_and_contact() -> None:
    masked = mask_record(full_record(), [IDA])
    assert "Ida Dam" not in masked.model_dump_json()
    assert masked.respondents[0].name == "███████"
    assert masked.respondents[0].role == "konsulent i Borgerservice"
    assert masked.respondents[0].evidence[0].quote == "███████"
    assert masked.contacts[0].name == "███████"
    assert masked.contacts[0].phone == "+4511223344"


def test_a_contact_without_its_only_number_or_address_goes() -> None:
    record = full_record()
    without_phone = mask_record(record, [IDAS_PHONE])
    assert without_phone.contacts == record.contacts[1:]
    assert "███████████, eller sekretær" in without_phone.text
    assert mask_record(record, [BOS_EMAIL]).contacts == record.contacts[:1]


def test_a_contact_that_can_still_be_reached_stays() -> None:
    ida = full_record().contacts[0].model_copy(update={"email": "ida@faxe.example"})
    masked = mask_record(full_record(contacts=(ida,)), [IDAS_PHONE, IDA])
    assert [(kept.name, kept.phone, kept.email) for kept in masked.contacts] == [("███████", None, "ida@faxe.example")]


def test_words_of_the_page_are_masked_wherever_a_record_keeps_them() -> None:
    strategy = ANSWERS.strategy.model_copy(
        update={
            "question": "Spørg Ida Dam?",
            "text": "Ida Dams aftale",
            "links": (AnswerLink(text="Ida Dam", url="/"),),
        }
    )
    masked = mask_record(
        full_record(
            title="Ida Dam svarer",
            answers=ANSWERS.model_copy(update={"strategy": strategy}),
            unmatched_questions=(UnmatchedQuestion(question="Hvem er Ida Dam?", text="Ida\nDam"),),
            related=(RelatedLink(title="Mød Ida Dam", url="https://avis.example/"),),
            warnings=(RecordWarning(code="needs_review", message="by IDA DAM?", field="answers.goals"),),
        ),
        [IDA],
    )
    assert masked.title == "███████ svarer"
    assert isinstance(masked.answers.strategy, StrategyAnswer)
    assert masked.answers.strategy.question == "Spørg ███████?"
    assert masked.answers.strategy.text == "████████ aftale"
    assert masked.answers.strategy.links[0].text == "███████"
    assert masked.unmatched_questions[0].question == "Hvem er ███████?"
    assert masked.unmatched_questions[0].text == "███\n███"
    assert masked.related[0].title == "Mød ███████"
    assert masked.warnings[0].message == "by ███████?"


@pytest.mark.parametrize(
    ("url", "masked"),
    [
        ("mailto:bo@faxe.example?subject=Hej", "mailto:███████████████?subject=Hej"),
        ("mailto:bo%40faxe.example", "mailto:█████████████████"),
        ("tel:+4511223344", "tel:███████████"),
        ("https://avis.example/ida-dam/foto.jpg", "https://avis.example/███████/foto.jpg"),
        ("https://avis.example/?q=Ida%20Dam&side=2", "https://avis.example/?q=█████████&side=2"),
        ("https://avis.example/a%C3%85%20b%/", "https://avis.example/a%C3%85%20b%/"),
        ("https://avis.example/?id=zoe-lind-moeller", "https://avis.example/?id=████████████████"),
        ("https://avis.example/bo-aagaard-aeroe", "https://avis.example/████████████████"),
        ("https://avis.example/Bo_%C3%85gaard_%c3%86r%C3%B8", "https://avis.example/" + "█" * 28),
    ],
)
def test_links_are_masked_however_they_spell_the_person(url: str, masked: str) -> None:
    person = [IDA, IDAS_PHONE, BOS_EMAIL, name_target("Bo Ågaard Ærø"), name_target("Zoé Lind-Møller")]
    record = full_record(related=(RelatedLink(title="Her", url=url),))
    assert mask_record(record, person).related[0].url == masked


def test_the_source_and_what_was_read_stay() -> None:
    record = full_record()
    masked = mask_record(record, [IDA, IDAS_PHONE, BOS_EMAIL])
    assert masked.source == record.source
    assert masked.model_dump(exclude={"text", "respondents", "contacts"}) == record.model_dump(
        exclude={"text", "respondents", "contacts"}
    )


def test_a_name_laid_bare_by_a_masked_phone_is_masked_too() -> None:
    text = "frit@faxe.example.Ida Dam11223344"
    masked = mask_record(full_record_of(text), [email_target("frit@faxe.example"), IDA, IDAS_PHONE])
    assert set(masked.text) == {"█", "."}


def test_every_text_of_the_contract_is_masked_or_known_to_hold_no_person() -> None:
    unknown = {
        f"{model.__name__}.{name}"
        for model in _models(StatusRecord)
        for name, field in model.model_fields.items()
        if str in {field.annotation, *get_args(field.annotation)} and name not in _classified(model)
    }
    assert unknown == set()


@settings(max_examples=40)
@given(records(), st.data())
def test_any_record_stays_valid_and_a_second_time_changes_nothing(record: StatusRecord, data: st.DataObject) -> None:
    names = [" ".join(pair).casefold() for pair in pairwise(record.text.split())]
    targets = [Target("name", name) for name in names if data.draw(st.booleans())]
    masked = mask_record(record, targets)
    assert mask_record(masked, targets) == masked
    assert [len(masked.text), len(masked.title)] == [len(record.text), len(record.title)]
    assert all(new in {old, "█"} for old, new in zip(record.text, masked.text, strict=True))
    assert StatusRecord.model_validate_json(masked.model_dump_json()) == masked
    event(f"masked: {masked.text != record.text}")


@given(st.lists(st.sampled_from([IDA, IDAS_PHONE, BOS_EMAIL]), unique=True))
def test_each_value_goes_alone_and_the_order_does_not_matter(targets: list[Target]) -> None:
    record = full_record()
    masked = mask_record(record, targets)
    assert masked == mask_record(mask_record(record, targets[1:]), targets[:1])
    left = json.dumps(masked.model_dump(mode="json"), ensure_ascii=False)
    for target in (IDA, IDAS_PHONE, BOS_EMAIL):
        assert (mask(left, [target]) == left) == (target in targets)


@settings(max_examples=20)
@given(records())
def test_nobody_to_erase_changes_nothing(record: StatusRecord) -> None:
    assert mask_record(record, []) == record


@pytest.mark.parametrize("name", ARTICLES)
def test_each_person_of_an_article_can_be_erased(name: str) -> None:
    record = article(name)
    people: tuple[Respondent | Contact, ...] = (*record.respondents, *record.contacts)
    for person in people:
        for target in _targets(person):
            masked = mask_record(record, [target])
            document = json.dumps(masked.model_dump(mode="json", exclude={"source"}), ensure_ascii=False)
            assert mask(document, [target]) == document
            assert any("█" in masked.text[span.start : span.end] for span in person.evidence)
            assert len(masked.respondents) == len(record.respondents)
            assert mask_record(masked, [target]) == masked


def article(name: str) -> StatusRecord:
    """Read a page of the corpus."""
    return extract((CORPUS / f"{name}.html").read_bytes(), url="https://avis.example/")


def full_record_of(text: str) -> StatusRecord:
    """Make the smallest record with this text."""
    plain = full_record().model_dump(include={"series", "source", "title"})
    return StatusRecord.model_validate({**plain, "text": text, "answers": {}})


def _targets(person: Respondent | Contact) -> list[Target]:
    contact = person if isinstance(person, Contact) else Contact(evidence=person.evidence)
    found = [phone_target(contact.phone)] if contact.phone else []
    found += [email_target(contact.email)] if contact.email else []
    try:
        return [*found, name_target(person.name or "")]
    except UsageError:  # one word alone: an office, or a person known by the first name
        return found


def _models(model: type[Model]) -> set[type[Model]]:
    """Return a model and all models that stand in its fields."""
    found = {model}
    for field in model.model_fields.values():
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, Model):
                found |= _models(part)
    return found


def _classified(model: type[Model]) -> set[str]:
    tables = (PRINTED, ADDRESSES, CHANNELS, KEPT)
    return {name for table in tables for kind, names in table.items() if issubclass(model, kind) for name in names}

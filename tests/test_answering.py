"""Pointers and what a bare one takes over, blanks, merged questions: from a page to its answers."""

import pytest

from pipeline.run import extract_page
from schemas.answers import Answer, QuestionKey
from schemas.page import RawPage
from schemas.record import StatusRecord
from tests.reading import URL, page

STRATEGY = "Har I en strategi for socialøkonomiske virksomheder eller en aftale?"
USE = "Bruges strategien aftalen aktivt?"
SOCIAL = "Hvor mange socialøkonomiske virksomheder har I i kommunen?"
REGISTERED = "Hvor mange er registrerede socialøkonomiske virksomheder?"
WORKFORCE = "Sammensætningen af medarbejdere:"
POLICY = "Er der en speciel politik om at kommunen kun samarbejder med RSV?"
ACTIVITIES = "Hvilke aktiviteter har kommunen iværksat for at fremme socialøkonomiske virksomheder?"
ADVISORY = "Hjælper kommunen f.eks. med sparring til socialøkonomiske virksomheder og hvordan?"
UNKNOWN = "Hvad har corona betydet for jer?"
LIST = "<ul><li>åbent kontor hver torsdag</li><li>hjælp til fondsansøgninger</li></ul>"


def told(*pairs: tuple[str, str]) -> StatusRecord:
    body = "".join(f"<h3>{question}</h3><p>{answer}</p>" for question, answer in pairs)
    result = extract_page(RawPage(url=URL, body=page(body).encode()))
    assert isinstance(result, StatusRecord), result
    return result


def answer(key: QuestionKey, *pairs: tuple[str, str]) -> Answer:
    return told(*pairs).answers.of(key)


def test_above_skips_blanks_and_bare_pointers() -> None:
    found = answer("rsv_only_policy", (STRATEGY, "Nej."), (SOCIAL, "-"), (WORKFORCE, "Se ovenfor."), (POLICY, "Ditto"))
    assert found.status == "refers"
    assert found.refers_to == ("strategy",)
    assert [span.quote for span in found.evidence] == ["Ditto"]


def test_below_skips_blanks() -> None:
    found = answer("activities", (STRATEGY, "Nej."), (ACTIVITIES, "Se herunder."), (SOCIAL, "?"), (ADVISORY, LIST))
    assert found.refers_to == ("advisory",)
    assert found.taken_from == "advisory"
    assert [item.text for item in found.items] == ["åbent kontor hver torsdag", "hjælp til fondsansøgninger"]  # type: ignore[attr-defined]


def test_a_taken_value_shows_the_pointer_first_and_the_value_where_it_stands() -> None:
    record = told((STRATEGY, "Ja, vedtaget i 2016."), (USE, "Se ovenfor."), (SOCIAL, "4"))
    use = record.answers.strategy_use
    assert (use.status, use.stance, use.taken_from) == ("answered", "yes", "strategy")
    assert use.evidence[0].quote == "Se ovenfor"
    assert use.evidence[1:] == record.answers.strategy.evidence


def test_no_strategy_makes_its_use_not_applicable() -> None:
    found = answer("strategy_use", (STRATEGY, "Nej, det har vi ikke."), (USE, "Se ovenfor."), (SOCIAL, "4"))
    assert (found.status, found.refers_to) == ("not_applicable", ("strategy",))


def test_by_number_counts_every_printed_question_keyless_ones_too() -> None:
    found = answer(
        "workforce", (UNKNOWN, "Meget."), (STRATEGY, "Nej."), (SOCIAL, "Ved ikke."), (WORKFORCE, "Se svar 2.")
    )
    assert found.refers_to == ("strategy",)


def test_a_pointer_to_a_question_without_a_key_names_none() -> None:
    found = answer("workforce", (UNKNOWN, "Meget."), (STRATEGY, "Nej."), (SOCIAL, "4"), (WORKFORCE, "Jf. svar 1."))
    assert (found.status, found.refers_to) == ("refers", ())


def test_a_pointer_to_nothing_is_data_and_a_warning() -> None:
    record = told((STRATEGY, "-"), (USE, "Se ovenfor"), (SOCIAL, "4"))
    assert (record.answers.strategy_use.status, record.answers.strategy_use.refers_to) == ("refers", ())
    assert "pointer_without_target" in {warning.code for warning in record.warnings}


def test_by_name() -> None:
    found = answer("rsv_only_policy", (STRATEGY, "Nej."), (SOCIAL, "4"), (POLICY, "Jf. svaret om strategi."))
    assert found.refers_to == ("strategy",)


def test_a_count_is_no_count_of_the_registered() -> None:
    found = answer("registered_enterprises", (STRATEGY, "Nej."), (SOCIAL, "Vi har 12."), (REGISTERED, "Se ovenfor."))
    assert (found.status, found.refers_to) == ("refers", ("social_enterprises",))


def test_a_printed_registered_part_is_taken_over() -> None:
    found = answer(
        "registered_enterprises",
        (STRATEGY, "Nej."),
        (SOCIAL, "Ca. 20, heraf 4 registrerede."),
        (REGISTERED, "Se ovenfor."),
    )
    assert found.status == "answered"
    assert found.quantities.count.min == 4  # type: ignore[attr-defined]


def test_unknown_is_taken_over_between_the_counts_and_not_by_another_kind() -> None:
    record = told(
        (STRATEGY, "Nej."), (SOCIAL, "Det opgør vi ikke."), (REGISTERED, "Se ovenfor."), (WORKFORCE, "Se ovenfor.")
    )
    assert record.answers.registered_enterprises.status == "unknown"
    assert (record.answers.workforce.status, record.answers.workforce.refers_to) == ("refers", ("social_enterprises",))


def test_words_beside_a_pointer_decide() -> None:
    found = answer(
        "strategy_use", (STRATEGY, "Nej."), (USE, "Se ovenstående. Vi har jo ingen strategi."), (SOCIAL, "4")
    )
    assert (found.status, found.refers_to) == ("not_applicable", ("strategy",))


def test_labels_with_a_pointer_are_a_bare_pointer() -> None:
    labels = "Ordinært ansatte:<br>Fleksjob og skånejobs:<br>Frivillige:<br>Se ovenstående."
    found = answer("workforce", (STRATEGY, "Nej."), (SOCIAL, "Vi har 4."), (WORKFORCE, labels))
    assert (found.status, found.refers_to) == ("refers", ("social_enterprises",))
    assert found.text is not None
    assert found.text.startswith("Ordinært ansatte:\nFleksjob")


@pytest.mark.parametrize("values", ["", " -", " ?"])
def test_labels_without_values_are_blank(values: str) -> None:
    labels = f"Ordinært ansatte:{values}<br>Frivillige:{values}"
    found = answer("workforce", (STRATEGY, "Nej."), (SOCIAL, "4"), (WORKFORCE, labels))
    assert (found.status, found.text) == ("blank", None)


def test_what_is_not_asked_is_null_and_what_is_unknown_is_kept() -> None:
    record = told((STRATEGY, "Nej."), (SOCIAL, "4"), (USE, "Nej."), (UNKNOWN, "Meget.<br>Alt."))
    assert (record.answers.goals.status, record.answers.goals.question, record.answers.goals.text) == (
        "not_asked",
        None,
        None,
    )
    assert [(extra.question, extra.text) for extra in record.unmatched_questions] == [(UNKNOWN, "Meget.\nAlt.")]


def test_two_keys_of_a_merged_question_share_its_words() -> None:
    merged = "Har I en strategi for socialøkonomi, og bruges den aktivt?"
    record = told((merged, "Ja, den er fra 2019, og den bruges hver dag."), (SOCIAL, "4"), (POLICY, "Nej."))
    assert record.answers.strategy.question == record.answers.strategy_use.question == merged
    assert record.answers.strategy.text == record.answers.strategy_use.text


def test_links_of_the_strategy_answer_are_absolute() -> None:
    record = told((STRATEGY, 'Ja, den kan læses <a href="/plan.pdf">her</a>.'), (SOCIAL, "4"), (POLICY, "Nej."))
    assert [(link.text, link.url) for link in record.answers.strategy.links] == [
        ("her", "https://www.example.org/plan.pdf")
    ]


def test_a_question_that_is_printed_twice_is_answered_once_and_said_to_be_repeated() -> None:
    record = told((STRATEGY, "Ja, siden 2016."), (SOCIAL, "4"), (STRATEGY, "Nej."), (POLICY, "Nej."))
    (warning,) = (warning for warning in record.warnings if warning.code == "repeated_question")
    assert (warning.field, record.answers.strategy.stance) == ("answers.strategy.question", "yes")
    assert [span.quote for span in warning.evidence] == [STRATEGY]
    assert warning.evidence[0].start > record.text.index(SOCIAL)


def test_questions_that_differ_are_not_said_to_be_repeated() -> None:
    record = told((STRATEGY, "Ja."), (USE, "Ja."), (SOCIAL, "4"), (UNKNOWN, "Nej."), (UNKNOWN, "Nej."))
    assert [warning.code for warning in record.warnings if warning.code == "repeated_question"] == []

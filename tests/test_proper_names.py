"""What names are made of: titles, particles, initials, towns, offices, and the words that are none of a person."""

import re

import pytest

from pipeline.danish.people import find_respondents
from pipeline.danish.personal import is_office_word, is_personal
from pipeline.danish.proper_names import NAME_PART, PERSON, is_department_word, is_given_name, is_place
from pipeline.danish.roles import names_role, role_after, role_before, role_in_next_sentence
from tests.sentences import listed

ROLES = listed(
    """
    konsulent / chef / leder / direktør / koordinator / medarbejder / rådgiver / sekretær / fuldmægtig / borgmester /
    rådmand / formand / forperson / forkvinde / ansvarlig / udvikler / vejleder / specialist / assistent / manager /
    partner / jurist / økonom / planlægger / mægler / redaktør / inspektør / sagsbehandler / kurator / ambassadør /
    pædagog / lærer / socialrådgiver / formidler / mentor / tovholder / ildsjæl / stifter / iværksætter / indehaver /
    bestyrer / forstander / rektor / byrådsmedlem / studerende / student / praktikant / indkøber / controller /
    analytiker / arkitekt / facilitator / agent / strateg / supervisor / coach / terapeut / sygeplejerske / akademiker /
    guide / driver / lead / officer / kommunikatør / bibliotekar / ingeniør / frontfigur / politiker / næstformand /
    kasserer / sparringspartner / jobcoach / projektmager / tilsynsførende / sagkyndig / håndværker / kontaktperson /
    vært / værtinde / præst / provst / psykolog / revisor / advokat / buddy / ejer / medejer / grundlægger / medlem /
    kok / gartner / smed / minister / fundraiser / underviser / forsker / designer / repræsentant / talsperson /
    talsmand / initiativtager / trainee / pedel / entreprenør / bager / tømrer / murer / maler / kunstner / forfatter /
    træner / arbejder / håndværksmester / købmand
    """
)
OFFICES = listed(
    """
    Vejle-kommune / Jobcenter / Jobcentret / Kulturhus / Huset / Erhvervsstyrelsen / Byråd / Rådet / Forvaltningen /
    Netværk / Foreningen / Fonden / Højskole / Afdelingen / Udvalget / Strategien / Nyhedsbrevet / Kvartal / Dage /
    Dagene / Festivalen / Messen / Topmødet / Konferencen / Jobcenters
    """
)
PARTS = listed(
    """
    Lone / Jens-Ole / McDonald / O'Brien / J. / M.-L. / LONE / Chr. / Kr. / Th. / Fr. / Aa. / Ph. / Joh. / Alb. / Edv. /
    Vilh. / J.P. / Ærø / Åse
    """
)
PERSONS = listed(
    """
    Lone Hansen / Jens-Ole Holm / Peter af Rosenborg / Ali bin Omar / Maria de la Cruz / Ludwig van Beethoven /
    J. P. Holm / Lone B. Holm / Ida von der Aa / Omar El-Khatib / Leo da Vinci / Ann du Pont / Kai ter Horst /
    Max zu Ahlefeldt
    """
)
ABBREVIATIONS = """
    f.eks. / bl.a. / ca. / mv. / hhv. / pr. / nr. / inkl. / mht. / ift. / cand.mag. / cand.merc. / cand.polit. /
    cand.scient. / cand.oecon. / cand.jur. / cand.soc. / dvs. / jf. / tlf. / A. / Å.
"""


@pytest.mark.parametrize("role", ROLES)
def test_every_title_alone_and_in_a_compound(role: str) -> None:
    assert names_role(role)
    assert names_role(f"Kommune{role}")
    assert names_role(f"den {role}{'n' if role.endswith('e') else 'en'} der")
    assert not names_role(f"{role}xx")


@pytest.mark.parametrize("word", OFFICES)
def test_office_words(word: str) -> None:
    assert is_office_word(word)
    assert is_office_word(word.upper())
    assert not is_personal(["Lone", word])


@pytest.mark.parametrize("part", PARTS)
def test_every_kind_of_part_of_a_name(part: str) -> None:
    found = re.match(NAME_PART, f"{part} Holm")
    assert found is not None
    assert found.group() == part


@pytest.mark.parametrize("name", PERSONS)
def test_whole_names(name: str) -> None:
    assert re.fullmatch(PERSON, name)
    lead = f"Vi har talt med {name}, konsulent."
    assert [person.role for person in find_respondents(lead, 0, len(lead))] == ["konsulent"]


@pytest.mark.parametrize("short", listed(ABBREVIATIONS))
def test_a_full_stop_that_ends_no_sentence(short: str) -> None:
    lead = f"Vi har talt med {short} Lone Hansen."
    assert [person.name.split()[-1] for person in find_respondents(lead, 0, len(lead))] == ["Hansen"]


def test_given_names_places_and_departments() -> None:
    assert is_given_name("Lone")
    assert is_given_name("Jens-Ole")
    assert not is_given_name("Vejle")
    assert is_place("Vejle")
    assert is_place("Vejles")
    assert is_place("Vejle's")
    assert is_place("København")
    assert is_place("Mors")
    assert is_place("Faaborg")
    assert not is_place("Hansen")
    assert is_department_word("Borgerservice")
    assert not is_department_word("Hansen")


@pytest.mark.parametrize(
    ("words", "personal"),
    [
        (["Lone"], True),
        (["Yrja"], False),
        (["Yrja", "Fossum"], True),
        (["Yrja", "Vejle"], False),
        (["Yrja", "Fonden"], False),
        (["Café", "Fossum"], False),
        (["Yrja", "Syd"], False),
        (["Yrja", "Borgerservice"], False),
        (["Lone", "Kommune"], False),
        (["Lone", "7"], False),
        ([], False),
    ],
)
def test_who_is_a_person(words: list[str], personal: bool) -> None:  # noqa: FBT001 -- a table of expectations
    assert is_personal(words) is personal


def test_roles_stand_where_they_say() -> None:
    text = "Og leder af Huset, Lone Hansen, konsulent i Vejle. Hun er chef. Yy"
    start, end = text.index("Lone"), text.index("Hansen") + len("Hansen")
    before, after = role_before(text, 0, start), role_after(text, end, len(text))
    later = role_in_next_sentence(text, text.index(". Hun"), len(text))
    for role, words in ((before, "leder af Huset"), (after, "konsulent i Vejle"), (later, "chef")):
        assert role is not None
        assert (role.text, text[role.start : role.end]) == (words, words)
    assert role_before(text, text.index("af Huset"), start) is None
    assert role_after(text, end, text.index("konsulent")) is None
    assert role_in_next_sentence(text, end, len(text)) is None


def test_a_role_in_brackets_ends_behind_them() -> None:
    role = role_after("Lone Hansen (konsulent) svarer", 11, 30)
    assert role is not None
    assert (role.end, role.past) == (22, 23)

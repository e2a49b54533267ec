"""Numbers and addresses that one can call or write to, the words that make others of them, and whose they are."""

import pytest

from pipeline.danish.channels import channels_of
from pipeline.danish.contacts import find_contacts
from tests.danish_cases import lines_of
from tests.sentences import listed

PHONES = listed(
    """
    tlf. 25200131 / tel 25200131 / telefonen 25200131 / mobil 25200131 / mob 25200131 / ring 25200131 /
    nummeret er 25200131 / direkte 25200131 / sms 25200131 / kontakt 25200131 / ringes på 25200131 / kald 25200131 /
    træffes på 25200131 / fanges på 25200131 / tlf. nr. 25200131 / tel. nummer 25200131 / telefonnr. 25200131 /
    mobilnummer 25200131 / mob-nr.: 25200131 / direkte nr.: 25200131 / 25 20 01 31 / 2520 0131 / 25-20-01-31 /
    25–20–01–31 / 25.20.01.31 / 2520 01 31 / 25 20 0131 / tlf. 2520-0131 / tlf. 2520.0131 / tlf. 25 200 131 /
    tlf. 2520 0131 / tlf. 252 001 31
    """
)
NO_PHONES = listed(
    """
    cvr 29189420 / cpr 25200131 / ean 25200131 / gln 25200131 / se 25200131 / p 25200131 / konto 25200131 / reg 25200131
    / registreringsnummer 25200131 / faktura 25200131 / fakturanr. 25200131 / sag 25200131 / sagsnummer 25200131 /
    journal 25200131 / j.nr. 25200131 / matr.nr. 25200131 / ordre 25200131 / ordrenr. 25200131 / isbn 25200131 /
    issn 2520 0131 / bilag 25200131 / bilags nr. 25200131 / giro 25200131 / løbenr. 25200131 / kundenummer 25200131 /
    produktionsnr. 25200131 / mobilepay 25200131 / mobilepay box 25200131 / nr. 25200131 / cvr-nummer er 25200131 /
    kontonr. på 25200131 / cvr til 25200131 / cvr: dk 25200131 / cvr dk-25200131 / konto 1234 25200131 / § 25 20 01 31 /
    kl. 25 20 01 31 / kr. 25 20 01 31 / 25 20 01 31 kr / 25200131 kroner / 25200131 pct / 25200131 % / 25200131 mio /
    25200131 eur / 25 20 01 31 m2 / 25200131 borgere / 25200131 personer / 25200131 mennesker / 25 20 01 31 virksomheder
    / 25200131 indbyggere / 25200131 job / 252 001 31 / 2520-0131 / 25,25200131 / 25 20 01 31 5 / x25200131
    """
)


WRITTEN = [
    ("+4525200131", "+4525200131"),
    ("+45 25 20 01 31", "+4525200131"),
    ("(+45)25200131", "+4525200131"),
    ("+45-25200131", "+4525200131"),
    ("+45.25200131", "+4525200131"),
    ("0045 25200131", "+4525200131"),
    ("(+46) 40-123 45 67", "+46401234567"),
    ("+46/401234567", "+46401234567"),
    ("+1 202 555 0123", "+12025550123"),
    ("+46 12", None),
    ("tlf. 95 20 01 31", "+4595200131"),
    ("tlf. 15 20 01 31", None),
    ("konto@huset.dk", "konto@huset.dk"),
    ("Jens+Hus@Huset.DK", "jens+hus@huset.dk"),
    ("jens-hus@under.huset.dk", "jens-hus@under.huset.dk"),
    ("jens@huset.dk-", "jens@huset.dk"),
    ("jens@huset", None),
    ("jens (at) huset.dk", "jens@huset.dk"),
    ("jens [a] huset.dk", "jens@huset.dk"),
    ("jens {at} huset.dk", "jens@huset.dk"),
    ("jens <at> huset.dk", "jens@huset.dk"),
    ("jens (snabel-a) huset.dk", "jens@huset.dk"),
    ("jens (snabela) huset.dk", "jens@huset.dk"),
    ("jens (@) huset.dk", "jens@huset.dk"),
    ("jens @ huset.dk", "jens@huset.dk"),
    ("jens snabela huset.dk", "jens@huset.dk"),
    ("jens Snabel-A huset.dk", "jens@huset.dk"),
    ("jens(AT)huset(DOT)dk", "jens@huset.dk"),
    ("jens(at)huset(punktum)dk", "jens@huset.dk"),
    ("jens(at)huset[.]dk", "jens@huset.dk"),
    ("jens(at)under{dot}huset{dot}dk", "jens@under.huset.dk"),
]
CONTACTS = [
    ("Kontakt: Sekretariatet for Job, tlf. 25 20 01 31", [("Sekretariatet for Job", None, "+4525200131", None)]),
    (
        "Ring til Ole Bo, tlf. 25 20 01 31, eller til Ida Dam, tlf. 25 20 01 32",
        [("Ole Bo", None, "+4525200131", None), ("Ida Dam", None, "+4525200132", None)],
    ),
    (
        "Ole Bo & Ida Dam, tlf. 25 20 01 31",
        [("Ole Bo", None, "+4525200131", None), ("Ida Dam", None, "+4525200131", None)],
    ),
    (
        "Ole Bo samt Ida Dam, tlf. 25 20 01 31",
        [("Ole Bo", None, "+4525200131", None), ("Ida Dam", None, "+4525200131", None)],
    ),
    (
        "Ole Bo og Ida Dam, ob@huset.dk og id@huset.dk",
        [("Ole Bo", None, None, "ob@huset.dk"), ("Ida Dam", None, None, "id@huset.dk")],
    ),
    ("Ole Bo i Jobcenter Varde, tlf. 25 20 01 31", [("Ole Bo i Jobcenter Varde", None, "+4525200131", None)]),
    ("Ole Bo eller Jobcenter Varde, tlf. 25 20 01 31", [("Jobcenter Varde", None, "+4525200131", None)]),
    ("Ole Bo. Jobcenter Varde, tlf. 25 20 01 31", [("Jobcenter Varde", None, "+4525200131", None)]),
    ("Kommunens sekretariat, tlf. 25 20 01 31", [("Kommunens sekretariat", None, "+4525200131", None)]),
    ("Husets reception: 25 20 01 31", [("Husets reception", None, "+4525200131", None)]),
    ("Borgerservice, tlf. 25 20 01 31", [("Borgerservice", None, "+4525200131", None)]),
    ("Varde, tlf. 25 20 01 31", [(None, None, "+4525200131", None)]),
    ("Havnegade 4, tlf. 25 20 01 31", [(None, None, "+4525200131", None)]),
    ("Telefon 25 20 01 31 hos Ole Bo", [("Ole Bo", None, "+4525200131", None)]),
    ("Telefon 25 20 01 31 ved Ole Bo", [("Ole Bo", None, "+4525200131", None)]),
    ("Telefon 25 20 01 31, Ole Bo", [("Ole Bo", None, "+4525200131", None)]),
    ("Telefon 25 20 01 31 – Ole Bo", [("Ole Bo", None, "+4525200131", None)]),
    ("Ole Bo\nkonsulent, Huset\n25 20 01 31", [("Ole Bo", "konsulent", "+4525200131", None)]),
    ("Ole Bo\nHavnegade 4\n7000 Fredericia\n25 20 01 31", [("Ole Bo", None, "+4525200131", None)]),
    ("Ole Bo, konsulent på tlf. 25 20 01 31", [("Ole Bo", "konsulent", "+4525200131", None)]),
    ("Ole Bo, konsulent via mail ob@huset.dk", [("Ole Bo", "konsulent", None, "ob@huset.dk")]),
    ("Ole Bo, kontaktperson, tlf. 25 20 01 31", [("Ole Bo", None, "+4525200131", None)]),
    ("Konsulent Ole Bo, tlf. 25 20 01 31", [("Ole Bo", "Konsulent", "+4525200131", None)]),
    (
        "Ole Bo (konsulent): 25 20 01 31, Ida Dam (leder): 25 20 01 32",
        [("Ole Bo", "konsulent", "+4525200131", None), ("Ida Dam", "leder", "+4525200132", None)],
    ),
    ("25 20 01 31\n25 20 01 32", [(None, None, "+4525200131", None), (None, None, "+4525200132", None)]),
    ("Ole Bo, tlf. 25 20 01 31\nob@huset.dk", [("Ole Bo", None, "+4525200131", "ob@huset.dk")]),
    ("Ole Bo, tlf. 25 20 01 31\nRing også på 25 20 01 31", [("Ole Bo", None, "+4525200131", None)]),
    (
        "Ole Bo, tlf. 25 20 01 31\nkonsulent Ole Bo, ob@huset.dk",
        [("Ole Bo", "konsulent", "+4525200131", "ob@huset.dk")],
    ),
    ("Ring på 25 20 01 31. Huset åbner kl. 10.", [(None, None, "+4525200131", None)]),
    ("Huset Varde har åbent. Ring på 25 20 01 31", [("Huset Varde", None, "+4525200131", None)]),
    (
        "Kontakt Frivillighuset på 25 20 01 31 eller huset@huset.dk.",
        [("Frivillighuset", None, "+4525200131", "huset@huset.dk")],
    ),
    ("Spørg Ida på 25 20 01 31", [("Ida", None, "+4525200131", None)]),
    ("Ida: 25 20 01 31", [("Ida", None, "+4525200131", None)]),
]


def _values(printed: str) -> list[str]:
    return [channel.value for channel in channels_of(printed, 0, len(printed))]


@pytest.mark.parametrize("printed", PHONES)
def test_phones(printed: str) -> None:
    assert _values(printed) == ["+4525200131"]


@pytest.mark.parametrize("printed", NO_PHONES)
def test_no_phones(printed: str) -> None:
    assert _values(printed) == []


@pytest.mark.parametrize(("printed", "value"), WRITTEN)
def test_other_numbers_and_addresses(printed: str, value: str | None) -> None:
    assert _values(printed) == ([value] if value else [])


def test_only_the_given_range_is_read() -> None:
    text = "25 20 01 31, ob@huset.dk og 25 20 01 32, id@huset.dk"
    first, last = text.index("og"), text.index(", id")
    assert [channel.value for channel in channels_of(text, first, last)] == ["+4525200132"]
    assert [channel.value for channel in channels_of(text, 0, first)] == ["+4525200131", "ob@huset.dk"]
    assert [(channel.start, channel.end) for channel in channels_of(text, 0, first)] == [(0, 11), (13, 24)]


def test_a_long_line_needs_a_cue_for_a_number_without_gaps() -> None:
    filler = "Vi har i det forløbne år talt med mange virksomheder om det, der sker, og det er vi glade for. " * 2
    assert _values(f"{filler}25200131") == []
    assert _values(f"{filler}Ring på 25200131") == ["+4525200131"]
    assert _values(f"{filler}25200131 ob@huset.dk") == ["+4525200131", "ob@huset.dk"]


@pytest.mark.parametrize(("text", "contacts"), CONTACTS)
def test_whose_they_are(text: str, contacts: list[tuple[str | None, ...]]) -> None:
    found = find_contacts(text, lines_of(text))
    assert [(contact.name, contact.role, contact.phone, contact.email) for contact in found] == contacts


def test_a_number_from_abroad_holds_no_danish_one() -> None:
    text = "Ring +47 22 12 34 56"
    assert [channel.value for channel in channels_of(text, 0, len(text))] == ["+4722123456"]

"""Finds the phone numbers and e-mail addresses of a line, and writes them one way: E.164 and lower case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

_SEPARATOR: Final = r"(?P<sep>[ .\-‑–])"
# Eight digits as Danes group them; what is not grouped, or in threes, could be another number and needs a cue.
_DANISH: Final = re.compile(
    rf"""(?<![\w+\-–])(?<!\d[.,])
    (?P<country>\(?(?:\+|00)\s?45\)?[ .-]?|45[ ](?=\d\d[ ]\d\d[ ]\d\d[ ]\d\d))?
    (?P<number>[2-9](?:
        \d{_SEPARATOR}\d\d(?P=sep)\d\d(?P=sep)\d\d
      | \d{{3}}[ ]\d{{4}} | \d{{3}}[ ]\d\d[ ]\d\d | \d[ ]\d\d[ ]\d{{4}}
      | (?P<unsure>\d{{7}} | \d{{3}}[-–.]\d{{4}}
        | \d[ ]\d{{3}}[ ]\d{{3}} | \d\d[ ]\d{{3}}[ ]\d\d | \d\d[ ]\d\d[ ]\d{{3}})
    ))(?![\w]|[.,]\d|[ ]?[-–]?\d)""",
    re.VERBOSE,
)
_FOREIGN: Final = re.compile(
    r"(?<![\w+])\(?(?:\+|00)(?!\s?45)(?P<country>[1-9]\d{0,2})\)?"
    r"(?P<number>(?:[ .\-–/]?\(0\))?(?:[ .\-–/]?\d){5,12})(?!\w)"
)
_OTHER_NUMBER: Final = re.compile(
    r"""(?:\b(?:cvr|cpr|ean|gln|se|p|konto|reg|registrerings|faktura|sags?|journal|j|matr|ordre|isbn|issn|bilags?|giro|løbe|kunde
    |produktions|mobilepay|nr)[-.]?\s?(?:nr|nummer|numre|no|box)?\.?(?:\s(?:er|på|til))?:?\s?(?:dk[\s-]?)?(?:\d{4}[\s-])?
    |§\s?|kl\.\s?|kr\.\s?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PHONE_NUMBER: Final = re.compile(
    r"\b(?:tlf|tel|telefon|mobil|mob|direkte)[-.\s]{0,2}(?:nr|nummer)\.?:?\s?$", re.IGNORECASE
)
_COUNTED: Final = re.compile(
    r"\s?(?:kr\b|kroner|pct|%|mio|eur|m2\b|borger|person|menneske|virksomhed|indbygger|job\b)", re.IGNORECASE
)
_YEARS: Final = re.compile(r"(?:19|20)\d\d\W(?:19|20)\d\d$")
_CALL: Final = re.compile(
    r"\b(?:tlf|tel|telefon\w*|mobil\w*|mob|ring\w*|nummer\w*|direkte|sms|kontakt\w*|ringes?|kald\w*|træffes|fanges)\b",
    re.IGNORECASE,
)
_PLAIN_EMAIL: Final = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_AT: Final = r"(?:\s?[(\[{<]\s?(?:at|a|snabel-?a|@)\s?[)\]}>]\s?|\s(?:snabel-?a|@)\s)"
_DOT: Final = r"(?:\.|\s?[(\[{]\s?(?:dot|punktum|\.)\s?[)\]}]\s?)"
_VEILED_EMAIL: Final = re.compile(
    rf"(?<![\w.+%-])(?P<user>[\w.+%-]{{1,64}}){_AT}(?P<host>[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,4}})", re.IGNORECASE
)
_VEIL: Final = re.compile(_AT, re.IGNORECASE)
# A line that may print a phone number or an e-mail address; one glance, before the patterns above are asked.
_REACHABLE: Final = re.compile(rf"@|{_AT}|(?:\d[ .\-‑–]?){{8}}", re.IGNORECASE)
# What any of that begins with or holds; most lines have nothing of it.
_PERHAPS: Final = re.compile(r"[@(\[{<\d]|[sS][nN][aA][bB]")
# Cheap looks that spare most lines the full patterns.
_DIGITS: Final = re.compile(r"\d[\d ().\-‑–/]{4,24}\d")
_BRACKET: Final = re.compile(r"[(\[{<]")
_SHORT_LINE: Final = 120
_LOOK_BACK: Final = 60


def is_reachable(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] may print a phone number or an e-mail address."""
    return bool(_PERHAPS.search(text, start, end) and _REACHABLE.search(text, start, end))


@dataclass(frozen=True, slots=True)
class Channel:
    """A phone number or an e-mail address where it is printed."""

    kind: Literal["phone", "email"]
    value: str
    """E.164, or the address in lower case."""
    start: int
    end: int


def _is_phone(text: str, match: re.Match[str], line: tuple[int, int]) -> bool:
    """Whether eight digits are a phone number, and no amount, year, account or register number."""
    start, end = line
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    if match["country"] or _PHONE_NUMBER.search(before):
        return True
    if _OTHER_NUMBER.search(before) or _COUNTED.match(text, match.end()):
        return False
    called = bool(_CALL.search(before))
    if not match["unsure"] and not _YEARS.match(match["number"]):
        return True
    beside = end - start <= _SHORT_LINE or text.find("@", start, end) >= 0
    return called or ((match["unsure"] or "").isdigit() and beside)


def _phones(text: str, start: int, end: int) -> Iterator[Channel]:
    inside: set[int] = set()  # eight digits of a number from abroad are no Danish one
    for match in _FOREIGN.finditer(text, start, end):
        number = re.sub(r"\D", "", match["number"].replace("(0)", ""))
        yield Channel("phone", f"+{match['country']}{number}", match.start(), match.end())
        inside.update(range(match.start(), match.end()))
    for match in _DANISH.finditer(text, start, end):
        if match.start() not in inside and _is_phone(text, match, (start, end)):
            yield Channel("phone", "+45" + re.sub(r"\D", "", match["number"]), match.start(), match.end())


def _emails(text: str, start: int, end: int) -> Iterator[Channel]:
    for match in _PLAIN_EMAIL.finditer(text, start, end):
        address = match.group().rstrip(".-")
        yield Channel("email", address.lower(), match.start(), match.start() + len(address))
    for match in _VEILED_EMAIL.finditer(text, start, end):
        host = re.sub(_DOT, ".", match["host"], flags=re.IGNORECASE)
        yield Channel("email", f"{match['user']}@{host}".lower(), match.start(), match.end())


def channels_of(text: str, start: int, end: int) -> list[Channel]:
    """Return the phone numbers and addresses in text[start:end], one line, in printed order.

    Register, account and case numbers, amounts, years and hours are no phone numbers.
    """
    found: list[Channel] = []
    if _DIGITS.search(text, start, end):
        found += _phones(text, start, end)
    veiled = _BRACKET.search(text, start, end) or text.find("nabel", start, end) >= 0
    if text.find("@", start, end) >= 0 or (veiled and _VEIL.search(text, start, end)):
        found += _emails(text, start, end)
    return sorted(found, key=lambda channel: channel.start)

"""Finds whom to ask: the persons and offices whose phone number or e-mail address an article prints."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pipeline.danish.channels import Channel, channels_of
from pipeline.danish.personal import is_personal
from pipeline.danish.proper_names import NAME_PART, PARTICLE, UPPER, is_given_name, is_place
from pipeline.danish.roles import Role, names_role, role_after, role_before
from schemas.evidence import Span
from schemas.record import Contact

_PART: Final = rf"(?:{NAME_PART}|[{UPPER}]{{2,12}}|\d{{1,3}}(?![\d.]))"
_RUN: Final = re.compile(
    rf"(?<![\w@./])(?:{NAME_PART}|[{UPPER}]{{2,12}})"
    rf"(?:[ ](?:(?:for|&|og|i|af|{PARTICLE})[ ]){{0,2}}{_PART}){{0,7}}"
    rf"(?:(?<=s)[ ](?:[a-zæøå]{{1,20}}(?:sekretariat|afdeling|forvaltning|kontor|stab|team)|sekretariat|reception"
    rf"|omstilling|kontor|hovednummer|administration|ledelse|stab|hotline|kundeservice))?(?![\w@]|-\w)"
)
_LABELS: Final = frozenset(
    """
    Adresse Att Book CVR Direkte Du EAN Email E-mail E-Mail Find For Fra Har Her Henvend Henvendelse Henvendelser
    Hilsen Hjemmeside Hvis I Kontakt Kontakte Kontaktinfo Kontaktinformation Kontaktoplysninger Kontaktperson
    Kontaktpersoner Læs Mail Man Med Mob Mobil Mandag Tirsdag Onsdag Torsdag Fredag Mere Oplysninger Interesserede
    På Ring Se Send Skriv Spørg Spørgsmål Telefon Tel Tlf TLF Til Træffes Venlig Venligst Vh Vi Vil Ved Web
    Yderligere Åbningstider Den Det De Man Så Og Eller Alle Enhver Nærmere Få Ønsker Ønskes Info Information MOBIL
    """.split()
)
_OFFICE: Final = re.compile(
    r"\d|&|\b(?:\w*(?:center|centret|centeret|kommune|hus|huset|afdeling\w*|forvaltning\w*|service|sekretariat\w*|telefon\w*|fond|fonden"
    r"|forening\w*|netværk\w*|klub\w*|caf[eé]\w*|værksted\w*|skole\w*|styrelse\w*|råd|rådet|selskab\w*|butik\w*|køkken\w*)"
    r"|erhvervs?\w*|job\w*|ApS|A/S|IVS|Team|for|og)\b",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"\w*(?:vej|gade|allé|alle|plads|pladsen|torv|torvet|stræde|boulevard|vænget|parken|havnen|bro)s?\s\d",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(r"\s?(?:og|&|/|samt)\s?|\s?/\s?")
_APART: Final = re.compile(r"\b(?:eller|og|samt)\b|[;.]")
_BESIDE: Final = re.compile(
    r"\s?(?:[,:(–-]|$|\s(?:på|tlf|telefon|tel|mobil|mob|mail|e-?mail|eller|og)\b)", re.IGNORECASE
)
_AFTER_ROLE: Final = re.compile(r",?\s(?:på|via|tlf|tel|telefon\w*|mobil\w*|mail|e-?mail)\b.*$", re.IGNORECASE)
_ASK_OFFICE: Final = re.compile(
    r"\b(?:kontakt|spørg|ring til|skriv til|henvendelse (?:til|hos)|henvend (?:dig|jer) (?:til|hos|i)|læs mere hos)"
    r"\s?:?\s(?P<office>[a-zæøå]{4,40}(?:en|et|n))(?=\s?(?:[:,(–]|$)|\s(?:på|tlf|via)\b)",
    re.IGNORECASE,
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:]\s)$")
# A name behind its number: *25 20 01 31 (Lone Hansen)*.
_TRAILING: Final = re.compile(rf"(?:\s?[(,–-]\s?|\s(?:hos|til|ved)\s)(?=[{UPPER}])")
_LONGEST_NAME_LINE: Final = 100
# A name stands at most so many lines above its number: name, title, office, address.
_HEADING_LINES: Final = 4
# So many persons at most share their numbers.
_MOST_TOGETHER: Final = 20


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    start: int
    end: int
    role: str | None
    personal: bool


@dataclass(slots=True)
class _Group:
    """Those named together, and the channels printed with them."""

    names: list[_Name] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)

    def of(self, kind: str, position: int) -> Channel | None:
        """The channel of one of those named: each their own, or the one that they share."""
        channels = [channel for channel in self.channels if channel.kind == kind]
        own = len(channels) > 1 and len(channels) == len(self.names)
        return channels[position if own else 0] if channels else None


def _role(text: str, floor: int, name: tuple[int, int], end: int) -> str | None:
    before, after = role_before(text, floor, name[0]), role_after(text, name[1], end)
    role: Role | None = before or after
    printed = _AFTER_ROLE.sub("", role.text + " ").strip(" ,") if role else ""
    return printed if names_role(printed) and not printed.lower().startswith("kontaktperson") else None


def _pieces(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the names in a run of capitalised words: two persons joined by *og* are two."""
    start = run.start()
    joint = re.search(r"\s(?:og|&)\s", run.group())
    if joint and any(
        is_given_name(side.split(" ")[0]) for side in (run.group()[: joint.start()], run.group()[joint.end() :])
    ):
        yield start, start + joint.start()
        start += joint.end()
    yield start, run.end()


def _trim(text: str, start: int, end: int) -> int:
    """Return where the name begins behind labels (*Kontakt*), roles and prepositions."""
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        if word not in _LABELS and word[:1].isupper() and not (names_role(word) and " " in text[start:end]):
            break
        start += len(word) + 1
    return min(start, end)


def _names(text: str, start: int, end: int) -> Iterator[_Name]:
    """Yield the persons and offices named in text[start:end], in order."""
    floor = start
    for run in _RUN.finditer(text, start, end):
        for begin, last in _pieces(run):
            first = _trim(text, begin, last)
            words = text[first:last].split(" ")
            personal = is_given_name(words[0]) or (is_personal(words) and not _OFFICE.search(text, first, last))
            opens = len(words) == 1 and _SENTENCE_START.search(text[max(start, first - 2) : first])
            if first == last or all(map(is_place, words)) or _ADDRESS.search(text, first, last):
                continue
            if opens and not _BESIDE.match(text, last):
                continue
            yield _Name(text[first:last], first, last, _role(text, floor, (first, last), end), personal)
            floor = last


def _office_asked(text: str, start: int, end: int) -> list[_Name]:
    """Return the office that a reader is sent to by its common noun: *Spørg udviklingsstaben: tlf. …*."""
    asked = _ASK_OFFICE.search(text, start, end)
    return [_Name(asked["office"], asked.start("office"), asked.end("office"), None, personal=False)] if asked else []


def _named(text: str, start: int, end: int) -> list[_Name]:
    """Return who is named nearest before end: persons before the office they sit in, and those joined by *og*."""
    names = list(_names(text, start, end)) or _office_asked(text, start, end)
    persons = [name for name in names if name.personal]
    if not persons or (persons[-1] is not names[-1] and _APART.search(text, persons[-1].end, names[-1].start)):
        return names[-1:]
    picked = persons[-1:]
    for name in reversed(persons[-_MOST_TOGETHER:-1]):
        if not _TOGETHER.fullmatch(text, name.end, picked[0].start):
            break
        picked.insert(0, name)
    return picked


def _heading(text: str, line: tuple[int, int], open_group: _Group | None) -> _Group | None:
    """Return the group that a line without a channel opens or goes on with: a name, or the role under a name."""
    start, end = line
    if end - start > _LONGEST_NAME_LINE:
        return None
    named = open_group.names if open_group and not open_group.channels else []
    words = text[start:end].strip()
    if len(named) == 1 and named[0].role is None and names_role(words):
        return _Group([replace(named[0], role=words.split(",")[0])])
    names = _named(text, start, end)
    return _Group(names) if names and not (named and not names[-1].personal) else open_group


def _grouped(text: str, line: tuple[int, int], channels: list[Channel], open_group: _Group | None) -> list[_Group]:
    """Return the groups that one line opens; its first channels may go on with the group open from above."""
    start, end = line
    group = open_group
    position = start
    opened: list[_Group] = []
    for channel in channels:
        names = _named(text, position, channel.start)
        if names and group and group.channels and not group.names and _TRAILING.match(text, position):
            group.names = names
            group = _Group() if group.of(channel.kind, 0) else group
        elif names or group is None or (not group.names and group.of(channel.kind, 0)):
            group = _Group(names)
        group.channels.append(channel)
        if len(group.channels) == 1:
            opened.append(group)
        position = channel.end
    if group and not group.names and _TRAILING.match(text, position, end):
        group.names = _named(text, position, end)
    return opened


def _groups(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[_Group]:
    """Yield the groups of all lines; what stands in lines right below each other belongs together."""
    channels = [channels_of(text, start, end) for start, end in lines]
    group: _Group | None = None
    past = -1
    for at, line in enumerate(lines):
        group = group if line[0] - past <= 1 else None
        past = line[1]
        if channels[at]:
            opened = _grouped(text, line, channels[at], group)
            yield from opened
            group = opened[-1] if opened else group
            group = group if line[1] - line[0] <= _LONGEST_NAME_LINE else None
        elif any(channels[at + 1 : at + 1 + _HEADING_LINES]):
            group = _heading(text, line, group)
        else:
            group = None


def _evidence(text: str, parts: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Return one span for the parts of each line."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if spans and "\n" not in text[spans[-1][1] : start]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(Span.of(text, start, end) for start, end in spans)


def _contact(text: str, group: _Group, position: int) -> Contact:
    name = group.names[position] if group.names else None
    phone, email = group.of("phone", position), group.of("email", position)
    parts = [(part.start, part.end) for part in (name, phone, email) if part]
    return Contact(
        name=name.text if name else None,
        role=name.role if name else None,
        phone=phone.value if phone else None,
        email=email.value if email else None,
        evidence=_evidence(text, parts),
    )


def _merged(first: Contact, second: Contact) -> Contact:
    """Return one contact of two of the same name: what the first lacks comes from the second."""
    lacking = {
        part: getattr(second, part)
        for part in ("role", "phone", "email")
        if getattr(first, part) is None and getattr(second, part) is not None
    }
    return first.model_copy(update={**lacking, "evidence": first.evidence + second.evidence}) if lacking else first


def find_contacts(text: str, lines: Sequence[tuple[int, int]]) -> tuple[Contact, ...]:
    """Find the contacts in the given lines (start and end of each, in order), one per person or office.

    A number or address without a name beside it makes a contact without a name, unless it is known already.
    """
    found: dict[str, Contact] = {}
    known: set[str | None] = set()
    for group in list(_groups(text, lines)):
        for position in range(max(1, len(group.names))):
            contact = _contact(text, group, position)
            if contact.name is None and not known.isdisjoint({contact.phone, contact.email} - {None}):
                continue
            key = contact.name or f"{contact.phone} {contact.email}"
            found[key] = _merged(found[key], contact) if key in found else contact
            known |= {found[key].phone, found[key].email}
    return tuple(found.values())

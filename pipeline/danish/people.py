"""Finds who is interviewed, in the lead of an article.

A person counts when the lead says so (*talt med*, *svarer*, *stillet spørgsmål til*), or, if it says so of nobody, when
a name stands there with a role. Photographers, authors, predecessors and people merely mentioned do not count.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Final

from pipeline.danish.personal import is_office_word, is_personal
from pipeline.danish.proper_names import NAME_PART, PARTICLE, is_department_word, is_given_name, is_place
from pipeline.danish.roles import Role, names_role, role_after, role_before, role_in_next_sentence
from schemas.evidence import Span
from schemas.record import Respondent

_PART: Final = re.compile(r"\S+")
_RUN: Final = re.compile(rf"(?<![\w@./-]){NAME_PART}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{NAME_PART}){{0,6}}(?![\w@])")
# A full stop behind these ends no sentence.
_ABBREVIATIONS: Final = (
    "f.eks", "bl.a", "ca", "mv", "hhv", "pr", "nr", "inkl", "mht", "ift", "Skt", "St", "Chr", "Fr", "Kr", "Th", "tlf",
    "cand.mag", "cand.merc", "cand.polit", "cand.scient", "cand.oecon", "cand.jur", "cand.soc", "dvs", "jf",
)  # fmt: skip
_INITIALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
_NO_STOP: Final = "|".join(rf"\.(?<=\b{re.escape(word)}\.)" for word in (*_ABBREVIATIONS, *_INITIALS))
_SENTENCE: Final = re.compile(rf"(?:[^.!?\n]|\.(?!\s)|{_NO_STOP}){{1,1200}}")
_STARTERS: Final = frozenset(
    """
    I Fra Hos Her Hør Vi Til Med Ved For På Af Om Og Men Nu Da Når Hvor Hvordan Hvad Hvem Den Det De En Et Denne
    Dette Både Også Samt Ifølge Efter Under Siden Sidst Senest Turen Ordet Svar Svarene Svaret Spørgsmål
    Spørgsmålene Interview Interviewet Mød Læs Se Sammen Derfor Kommunens Byens Kommunen Foto Fotos Tekst Artiklen
    Redaktionen Nyhedsbrevet Respondent Respondenter Interviewperson Interviewpersoner Besvaret Medvirkende
    Deltagere Kontaktperson Status Udfyldt Desuden Derudover Samtidig Tidligere Dengang Blandt Hendes Hans Deres
    Vores Så Sådan Endelig Igen Således Denne Hverken Enten Gennem Over Overfor Forfatter Journalist Fotograf
    """.split()
)

_SAY: Final = (
    r"(?:be)?svar(?:er|ede|et|ene?)?|fortæl\w{0,4}|fortalte?|siger|sagde|forklare(?:r|de)|beretter|oplyser|vurderer|uddyber"
    r"|udtaler|gør\sstatus|gjort\sstatus|sætter\sord|sat\sord|tager\simod|taget\simod|tog\simod|stiller\sop|stillet\sop"
    r"|udfyldt|løfter\ssløret|løftet\ssløret|deler|delt|giver|givet|gav|hjulpet\sos|hjælper\sos|medvirke[rt]|deltage[rt]"
    r"|ladet\ssig\sinterviewe|lod\ssig\sinterviewe|talt\smed\sos|afsat\stid|sat\stid\saf|fører\sos|tager\sos|tegner"
    r"|opdateret\sos|opdaterer\sos|står\stil\srådighed|stået\stil\srådighed|er\svores|kom\sforbi|gæste[rt]"
)
_ASK: Final = (
    r"spørgsmål(?:ene)?\s(?:til|for)|(?:talt|talte|taler|mailet|skrevet|skypet|snakket|snakkede|snak|interview|interviewet|samtale|dialog"
    r"|mødtes|møde|kaffe|frokost|sat\sos|sad|satte\sos\sned|vendt\sstatus|gjort\sstatus|drøftet)\s(?:\w{1,15}\s){0,3}?med|interviewet"
    r"|interviewede|(?:u?d?spurgt|spurgte|spørger)|(?:har|vi)\s(?:mødt|mødte)|møder|mød|ringet\s(?:op\s)?til|ringede\stil"
    r"|besøgt|besøgte|fanget|fangede|hilst\spå|henvendt\sos\stil|sat\s(?:stævne|i\sstævne)|forelagt|svar(?:ene|et)?\s(?:\w{1,15}\s){0,3}?fra"
    r"|hørt|(?:ordet|mikrofonen|bolden)\s(?:\w{1,12}\s){0,2}?til|hos|vores\s(?:samtalepartner|kilde|vært)|det\ser|er\sdet"
    r"|besøg(?:e|t)?\s(?:af|hos)|opsøgt|(?:sidder|sad|venter|ventede)|indhentet\s(?:\w{1,15}\s){0,3}?(?:hos|fra)|stillet|bedt|bad|lade[rt]?|lod|sendt\s(?:\w{1,15}\s){0,6}?til"
    r"|(?:besvaret|skrevet|leveret|afgivet|givet|udfyldt|indsendt|formuleret|svaret|afleveret|samlet|tegnet)\s(?:\w{1,15}\s){0,2}?af"
    r"|repræsenteret\s(?:\w{1,15}\s){0,2}?(?:af|ved)"
)
_LABEL: Final = (
    r"(?:svar(?:ene)?|interview(?:et|person(?:er)?)?|respondent(?:er)?|besvaret\saf|medvirkende|deltagere?|kilder?|kontaktperson)"
    r"\s?[:–-]"
)
_CUE_BEFORE: Final = re.compile(
    rf"(?:\b(?:{_ASK})|{_LABEL}|(?:,\s|\s)(?:{_SAY}))\W{{0,3}}(?P<gap>[^.;!?]{{0,70}})$", re.IGNORECASE
)
_CUE_AFTER: Final = re.compile(rf"\W{{0,3}}(?:[\w’'-]{{1,30}}[\s,]{{1,2}}){{0,7}}?(?:{_SAY})\b", re.IGNORECASE)
_SAYS_NEXT: Final = re.compile(rf"[.!?]?\s(?:Hun|Han)\s(?:[\w’'-]{{1,30}}\s){{0,2}}?(?:{_SAY})\b")
_GAP_BREAK: Final = re.compile(r"\b(?:som|der|hvor|fordi|om|at|men|mens|afløs\w*|efter|foto\w*)\b", re.IGNORECASE)
_NOT_BEFORE: Final = re.compile(
    r"""(?:\b(?:foto\w*|fotograf\w*|billede\w*|illustration\w*|tekst|tekster|journalist\w*|redaktør\w*|redaktion\w*|skribent\w*
      |forfatter\w*|\w*minister\w*|statsminister\w*|afløs\w+|efterfølger\w*|efterfulgte|forgænger\w*|overtog\w*|overtaget|opkaldt
      |anbefalet|henvist|kontaktet|oversat|ikke|stedet|opfordring|barsel|fravær|mindes|ansat|ansatte|ansætte[rt]?)
      (?:\s(?:af|efter|til|for|fra|ved|hos|med|som|er))?
      |(?:artiklen|teksten|interviewet|artikler|artikelserien)\s(?:er\s)?(?:skrevet|lavet|redigeret|foretaget|ført)\saf
      |(?<!svaret)(?<!svarer)\s(?:på\svegne\saf|i\sstedet\sfor|efter)|(?:^|\W)(?-i:Af)|sammen\smed\smedlemmer\w*)[\s:]{1,3}$""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_TIME: Final = re.compile(
    r"\b(?:sidst|sidste\s(?:år|gang|nummer)|forrige|tidligere|dengang|næste\s(?:gang|nummer)|for\s\w{2,10}\sår\ssiden)\b[^;]{0,80}$",
    re.IGNORECASE,
)
_THIS_TIME: Final = re.compile(r"\b(?:i\sår|denne\sgang|nu|i\sdag)\b[^;]{0,60}$", re.IGNORECASE)
_AND: Final = re.compile(
    r"""(?:\s\([^)]{1,30}\))?[\s,;)–-]{0,4}(?:(?:og|samt|sammen\smed|plus|såvel\ssom|&|men\sogså|både|fulgt\saf)\s)?
    (?:(?:med\s)?(?:fra|i|hos)\s[^,;.]{2,60},?\s(?:og\s)?)?
    (?:(?:med|af|til|fra)\s)?(?:(?:hendes|hans|deres|vores|den|det|også|to|kollegaen|kollega|kolleger)\s?){0,3}[\s,:–]{0,3}""",
    re.IGNORECASE | re.VERBOSE,
)


# What a possessive -s is followed by in a lead: *Lone Hansens svar*.
_OF_THE_PERSON: Final = re.compile(
    r"['’]?\s(?:\w{1,15}\s)?(?:svar|besvarelse|bud|ord|beretning|fortælling|vurdering|syn|kollega|chef)\w{0,4}\b"
)
# Those who ask.
_PRESS: Final = re.compile(r"\b\w{0,20}(?:redaktør|journalist|skribent|fotograf)(?:en)?\b", re.IGNORECASE)
_RESPECTIVELY: Final = re.compile(r"(?:henholdsvis|hhv\.)\s(?P<first>.{3,80}?)\sog\s(?P<second>.{3,120})")
_LOOK_BACK: Final = 160
_NEAR: Final = 60
_OPENING_MARKS: Final = " \n\t»«\"”“'’–-("


@dataclass(frozen=True, slots=True)
class _Person:
    """A name with the role beside it; start to end spans both."""

    name: str
    role: Role | None
    start: int
    end: int
    sentence: tuple[int, int]


def _trimmed(parts: list[re.Match[str]], *, opens: bool) -> list[re.Match[str]]:
    """Drop what opens a sentence or names a role or place before the name, and what no name can hold.

    *Hans* is a name, too, and written with a capital inside a sentence it is nothing else.
    """
    while parts and _leads(parts[0].group()) and (opens or not is_given_name(parts[0].group())):
        parts = parts[1:]
    offices = [at for at, part in enumerate(parts) if is_office_word(part.group())]
    if offices and is_given_name(parts[0].group()):
        return parts[: offices[0]]
    parts = parts[offices[-1] + 1 :] if offices else parts
    given = next((at for at, part in enumerate(parts) if is_given_name(part.group())), 0)
    office = any(is_place(part.group()) or is_department_word(part.group()) for part in parts[:given])
    return parts[given:] if office else parts


def _leads(word: str) -> bool:
    return word in _STARTERS or names_role(word) or is_office_word(word)


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each personal name in one sentence."""
    for run in _RUN.finditer(text, start, end):
        opens = not text[start : run.start()].strip(_OPENING_MARKS)
        parts = _trimmed(list(_PART.finditer(run.group())), opens=opens)
        if is_personal([part.group() for part in parts]):
            past = run.start() + len(run.group()[: parts[-1].end()].rstrip("’'"))
            possessive = text[past - 1] == "s" and _OF_THE_PERSON.match(text, past)
            yield run.start() + parts[0].start(), past - bool(possessive)


def _without_repeats(text: str, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop first names that only repeat a full name before them: *Lone Hansen, som alle kalder Lone*."""
    earlier: set[str] = set()
    kept = []
    for start, end in names:
        parts = text[start:end].split()
        if len(parts) > 1 or parts[0] not in earlier:
            kept.append((start, end))
        earlier.update(parts)
    return kept


def _people(text: str, start: int, end: int) -> Iterator[_Person]:
    """Yield the persons of one sentence, in order; a lone given name only with a role."""
    names = _without_repeats(text, list(_names(text, start, end)))
    floor = start
    for (first, last), following in zip_longest(names, names[1:]):
        before = role_before(text, floor, first)
        role = before or role_after(text, last, following[0] if following else end)
        floor = last if before or not role else role.past
        if role or " " in text[first:last]:
            yield _Person(text[first:last], role, before.start if before else first, floor, (start, end))


def _interviewed(text: str, person: _Person) -> bool:
    """Whether the sentence says that the person answers or is asked."""
    if _ruled_out(text, person):
        return False
    cue = _CUE_BEFORE.search(text[max(person.sentence[0], person.start - _LOOK_BACK) : person.start])
    asked = bool(cue and not _GAP_BREAK.search(cue["gap"]))
    says = _CUE_AFTER.match(text, person.end, person.sentence[1]) or _SAYS_NEXT.match(text, person.sentence[1])
    return asked or bool(says)


def _ruled_out(text: str, person: _Person) -> bool:
    """Whether the words before a name make it an author, a predecessor, or somebody of another time."""
    if person.role and _PRESS.search(person.role.text):
        return True
    before = text[max(person.sentence[0], person.start - _LOOK_BACK) : person.start]
    return bool(_NOT_BEFORE.search(before[-_NEAR:]) or (_OTHER_TIME.search(before) and not _THIS_TIME.search(before)))


def _listed(text: str, person: _Person, following: _Person) -> bool:
    """Whether two persons stand in one list: *A, leder, og konsulent B*."""
    return person.sentence == following.sentence and bool(_AND.fullmatch(text, person.end, following.start))


def find_respondents(text: str, start: int, end: int) -> tuple[Respondent, ...]:
    """Find who is interviewed according to the lead text[start:end], in order, each once, with the role as printed."""
    people = [
        person
        for sentence in _SENTENCE.finditer(text, start, end)
        for person in _people(text, sentence.start(), sentence.end())
    ]
    named = Counter(person.sentence for person in people)
    people = [
        _with_later_role(text, person, end) if named[person.sentence] == 1 else person
        for person in _with_split_roles(people)
    ]
    eligible = [person for person in people if not _ruled_out(text, person)]
    chosen = _chosen(text, people) or [
        person for person in eligible if person.role or (len(people) == 1 and is_given_name(person.name.split()[0]))
    ]
    unique = {person.name: person for person in reversed(chosen)}
    return tuple(_respondent(text, person) for person in chosen if unique[person.name] is person)


def _with_split_roles(people: list[_Person]) -> list[_Person]:
    """Give each of two persons their own part of *A og B, der er henholdsvis leder og konsulent*."""
    whole = list(people)
    for at, (person, following) in enumerate(pairwise(people)):
        parts = _RESPECTIVELY.fullmatch(following.role.text) if following.role and not person.role else None
        if parts and following.role:
            begin = following.role.start
            first, second = (
                Role(parts[name], begin + parts.start(name), begin + parts.end(name), begin + parts.end(name))
                for name in ("first", "second")
            )
            whole[at : at + 2] = replace(person, role=first), replace(following, role=second)
    return whole


def _with_later_role(text: str, person: _Person, end: int) -> _Person:
    """Take the role of a person who stands alone in a sentence from the one behind (*Hun er …*)."""
    role = None if person.role else role_in_next_sentence(text, person.sentence[1], end)
    return replace(person, role=role) if role else person


def _chosen(text: str, people: list[_Person]) -> list[_Person]:
    """Return those of whom the lead says that they answer, and those listed with them."""
    chosen = [_interviewed(text, person) for person in people]
    pairs = list(enumerate(pairwise(people)))
    for at, (person, following) in pairs:
        chosen[at + 1] = chosen[at + 1] or (
            chosen[at] and not _ruled_out(text, following) and _listed(text, person, following)
        )
    for at, (person, following) in reversed(pairs):
        joined = chosen[at + 1] and not _ruled_out(text, person) and _listed(text, person, following)
        chosen[at] = chosen[at] or joined
    return [person for person, wanted in zip(people, chosen, strict=True) if wanted]


def _respondent(text: str, person: _Person) -> Respondent:
    evidence = [Span.of(text, person.start, person.end)]
    if person.role and person.role.start >= person.end:
        evidence.append(Span.of(text, person.role.start, person.role.end))
    return Respondent(name=person.name, role=person.role.text if person.role else None, evidence=tuple(evidence))

"""What stands around a number: its clause, the words on both sides, and whether it is a figure of here and now.

A number can be of the past (`dengang 8`), hoped for (`målet er 20`), of elsewhere (`på landsplan`), for each (`2 i hver`),
a part (`heraf 4`), a whole that a part is taken from (`4 af de 17`), or a flow (`to nye`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Final

from pipeline.danish.clauses import AnswerText, Clause
from pipeline.danish.numbers import Mention, mentions
from pipeline.danish.nouns import noun_after
from pipeline.danish.numerals import lowered

_ABBREVIATED: Final = ("mhb", "mht", "ift", "pga", "inkl", "ekskl", "evt", "vedr", "ang")
_NEAR: Final = 200
_LABEL_MARKS: Final = frozenset((":", "(", "–", "—", "-", "/"))
_PAST: Final = re.compile(
    r"\b(?:dengang|tidligere|oprindeligt?|i begyndelsen|i starten|i sin tid|før i tiden|for \S+ (?:år|måneder) siden|forrige år"
    r"|(?:sidste|foregående) (?:gang|måling|opgørelse|status)|i fjor|året før|ved (?:starten|opstarten|årets begyndelse)|fra start"
    r"|da (?:vi|ordningen|loven|kommunen|byrådet|projektet) \w+|begyndte|startede|var (?:der|vi|tallet|det|de)|der var|(?:vi|tallet|det|de) var"
    r"|havde (?:vi|de|kommunen|der)|(?:vi|de|kommunen|der) havde|har (?:vi )?haft|talte vi|vi talte|har været(?! igennem| i praktik)"
    r"|ikke længere|gamle? liste|engang|først(?! og fremmest))\b"
)
_YEAR: Final = r"((?:19[5-9]|20[0-4])\d)"
_YEAR_AFTER: Final = re.compile(rf"^[^\d,;]{{0,40}}\b(?:i|pr\.|per|ultimo|primo|medio|fra|for|ved)\s[^\d,;]{{0,20}}(?:\d\d?\.?\s)?[^\d,;]{{0,12}}{_YEAR}")
_YEAR_BEFORE: Final = re.compile(rf"\b{_YEAR}\b[^\d;]{{0,60}}$")
_YEAR_ALONE: Final = re.compile(rf"(?:i )?{_YEAR}$")
_PRESENT: Final = re.compile(
    r"\b(?:nu|i dag|idag|pt|p\.t|for tiden|i øjeblikket|for øjeblikket|aktuelt|på nuværende tidspunkt|lige nu|p\.t\.|i skrivende stund"
    r"|dags dato|nuværende|her og nu|i år|seneste|senest|tilbage|efterhånden|indtil videre|d\.d|stadig|fortsat|status er|kommet op|opdateret)\b"
)
_NOW: Final = re.compile(r"\b(?:nu|i dag|idag|tilbage)\b")
_TOTAL: Final = re.compile(r"\b(?:i ?alt|alt i alt|tilsammen|sammenlagt|samlet|samlede|sammen|totalt?|alle)\b")
_EVENT: Final = re.compile(
    r"\bbl(?:ev|iver) (?:der )?(?:registreret|godkendt|stiftet|etableret|oprettet)\b|\bfik (?:vi|kommunen) (?=\w+ nye)"
)
_AIM: Final = re.compile(
    r"\b(?:håb\w*|\w*(?<!for)mål(?:et|sætning\w*|sat|tal\w*)?|ambition\w*|forvent\w*|regner (?:vi |de )?med|vision\w*|sigter|stiler|satser|planlagt\w*"
    r"|planlægger|planen|drøm\w*|fordoble[srt]?|budgetter\w*|potentiale\w*|ønske[rt]?|kapacitet\w*|normeret\w*|plads til)\b"
)
"""Words that make a target of every number after them in the sentence."""
_HOPE: Final = re.compile(
    r"\b(?:på vej|skal (?:gerne )?(?:nå|være|op|have|skabe|give)|inden (?:for )?(?:\d{4}|udgangen|årets|årsskiftet|sommer|næste|\w+ år)"
    r"|senest i|på sigt|næste år|til (?:sommer|efteråret|foråret|næste)|om (?:(?:et|to|tre|få|nogle) )(?:par )?(?:år|måneder)|gerne (?:se|have|nå|op)"
    r"|kunne (?:blive|skabe|være)|vil (?:\w+ )?(?:blive|komme|skabe|kunne|give|nå|få|registreres|ansøge|åbne)|bliver (?:snart|til næste)"
    r"|skulle (?:have|være|nå)|ville (?:vi |de |der |det )?(?:være|nå|blive|have|komme)|forhåbentlig|kommende|fremover|fremtid\w*|åbner|lovet|lover|ansøg\w*|søger om|overvejer|tilkendegivet|i gang med (?:at (?:blive|lade|søge)|processen|registrering\w*|ansøgning\w*)|i proces|afventer|venter på|under opstart|i støbeskeen"
    r"|interesse\w*|undervejs|ventes"
    r"|påtænk\w*)\b"
)
_DENIED_LATER: Final = re.compile(r"\b(?:passer|stemmer|holder) (?:det )?ikke\b|\ber forkert\b")
_TURN: Final = re.compile(r";|\b(?:men|mens|dog|derimod|alligevel)\b")
_ELSEWHERE: Final = re.compile(
    r"\b(?:landsplan|hele landet|hele danmark|i danmark|danmark|nabokommun\w*|nabobyen|naboerne|andre kommuner|de øvrige kommuner|i landet|i regionen|region\w*|i europa|i eu"
    r"|landsgennemsnit\w*|gennemsnitskommunen|udlandet|sverige|norge|italien|england|skotland|på verdensplan|hele verden|nationalt|kommuner)\b"
)
_EACH: Final = re.compile(
    r"\bhver(?:t|s)?(?=\s*(?:$|[.,;:)]|(?:af|især|for sig|har|beskæftiger|tager|enkelt|en|et|to|tre|fire|fem|ca|cirka|omkring|mindst|\d+|\w*virksomhed|\w*sted|\w*butik|\w*enhed|\w*café"
    r"|afdeling|arbejdsplads)\b))|\b(?:pr\.?|per) (?:virksomhed|stk|sted|enhed|butik|arbejdsplads|matrikel|afdeling)\w*"
    r"|\b(?:i snit|i gennemsnit|gennemsnitlig\w*|stykket|ad gangen i hver)\b"
)
_FLOW: Final = re.compile(
    r"\b(?:kommet til|kom til|kommer til|tilkommet|lukket|lukkede|lukker|drejet nøglen|gået konkurs|gik konkurs|konkurs|ophørt|ophørte|stoppet|stoppede|flyttet|flyttede"
    r"|afmeldt|droppet|nedlagt|faldet fra(?=\s?$)|sagt op|stået af|ude af|trukket sig|forsvundet|mistet|solgt|slettet|afregistrer\w*|nyetablere\w*|nystartede?|kommet med|sprunget)\b"
)
_FLOW_NOUN: Final = re.compile(r"^\s*(?:(?:helt|splinter)?nye|ny|yderligere|mere|flere|andre|ekstra|fra (?:andre|nabo)\w*|mindre|færre)\b|^\s*til\s?(?:$|[.,;]|på vej)")
_PART: Final = re.compile(
    r"^(?:alene|bare|kun) (?:i|på|ved) |^(?:og |men |samt )?(?:heraf|hvoraf|deraf|herunder|heriblandt|inklusive|inkl\.?|blandt (?:dem|disse|andet)|af (?:dem|disse)\b|bl\.?a\.?|f\.eks)"
)
_SURVIVES: Final = re.compile(r"^\s?(?:er |af dem )?(?:stadig|fortsat) ")
_RESPECTIVELY: Final = re.compile(r"\b(?:henholdsvis|hhv\b\.?)")
_OF_ONE: Final = re.compile(
    r"\bden (?:største|mindste|ældste|nyeste|ene|anden|første|sidste|eneste)(?: (?:af|har|beskæftiger|virksomhed|butik|er)\b| alene)"
    r"|\b(?:en|én) af (?:dem|de) (?:har|beskæftiger)|\balene [^,;]{1,30}\bhar\b"
)
_EXTRA: Final = re.compile(r"\b(?:derudover|herudover|desuden|dertil|hertil|ud over|udover|foruden|ved siden af|yderligere|bortset fra|fraregnet|se[rt] bort fra|ikke medregnet|ekskl\w*|foruden)\b")
_ADDED: Final = re.compile(r"\b(?:derudover|herudover|desuden|dertil|hertil|foruden|plus|ligesom)\b")
_WHOLE: Final = re.compile(r"(?:\bud )?\baf (?:de|disse|vores|kommunens|byens|jeres|alle|samtlige|i alt|de i alt|i alt de)(?: \w+)?\s?$|\bud af\s?$")
_DEFINITE: Final = re.compile(r"(?:^|\s)(?:de|disse|dem)\s?$")


@dataclass(frozen=True)
class Context:
    """A number with the words around it, all in lower case."""

    mention: Mention
    clause: Clause
    near: str
    """The clause, at most some two hundred characters on each side of the number."""
    before: str
    """From the number before it, or from the start of its clause; a label that introduces it is taken along."""
    after: str
    """Up to the next number or the end of the clause."""
    follow: str
    """What a clause in apposition adds (`, der er registrerede`, ` (frivillige)`), up to the next number."""
    lead: str
    """The sentence up to the number."""
    label_start: int
    """Where `before` begins in the article's text."""
    broken_down: bool = False
    """Whether a number and then a colon stand before it in its sentence (`Fire: to i Nakskov, to i Maribo`)."""

    @cached_property
    def around(self) -> str:
        """Its clause, a label before it, and what follows in apposition."""
        return f"{self.before} # {self.near} {self.follow}"

    @cached_property
    def survives(self) -> bool:
        """Whether it is what is left of a number before it (`hvoraf 7 stadig eksisterer`)."""
        return bool(_SURVIVES.search(self.after))

    @cached_property
    def respectively(self) -> bool:
        """Whether it belongs to one of several things named before (`henholdsvis 12 og 5`)."""
        return bool(_RESPECTIVELY.search(self.lead))

    @cached_property
    def of_one(self) -> bool:
        """Whether it is a figure of a single enterprise (`den største har 12 ansatte`)."""
        return bool(_OF_ONE.search(self.lead))

    @property
    def opens(self) -> bool:
        """Whether it is the first number of its clause, so that the words before it are its own."""
        return self.label_start <= self.clause.start

    @cached_property
    def past(self) -> bool:
        """Whether the figure is of another time than now."""
        return bool(_PAST.search(self.near)) and not self.present

    @cached_property
    def year(self) -> int | None:
        """The year that the figure names for itself (`12 i 2018`, `i 2015 var der 8`)."""
        found = _YEAR_AFTER.search(self.after) or _YEAR_ALONE.match(self.follow) or _YEAR_BEFORE.search(self.before)
        return int(found[1]) if found else None

    @cached_property
    def present(self) -> bool:
        """Whether the clause says that it speaks of today."""
        return bool(_PRESENT.search(self.near))

    @cached_property
    def total(self) -> bool:
        """Whether the figure is called a total."""
        return bool(_TOTAL.search(f"{self.before} {self.after}"))

    @cached_property
    def part(self) -> bool:
        """Whether the figure is a part of another (`heraf 4`)."""
        return bool(_PART.search(self.near)) and not self.survives

    @cached_property
    def whole(self) -> bool:
        """Whether the figure is the whole that another is a part of (`4 af de 17`)."""
        return bool(_WHOLE.search(self.before))

    @cached_property
    def definite(self) -> bool:
        """Whether it points back to a number given before (`de 5 ligger i byen`)."""
        return bool(_DEFINITE.search(self.before))

    @cached_property
    def extra(self) -> bool:
        """Whether it comes beside the figure asked for (`derudover 3`)."""
        return bool(_EXTRA.search(self.before))

    @cached_property
    def added(self) -> bool:
        """Whether it is added to another figure (`og derudover 5`)."""
        return bool(_ADDED.search(self.before))

    @cached_property
    def hoped(self) -> bool:
        """Whether the figure is a target, a plan or a possibility."""
        lead = _TURN.split(self.lead)[-1]
        aimed = _AIM.search(self.near) or _AIM.search(lead)
        own = f"{self.before} # {self.after}"
        return bool(_HOPE.search(own) or _DENIED_LATER.search(self.after + self.follow) or (aimed and not self.present))

    @cached_property
    def elsewhere(self) -> bool:
        """Whether the figure is of other municipalities or the country."""
        return bool(_ELSEWHERE.search(self.near))

    @cached_property
    def each(self) -> bool:
        """Whether the figure holds for each of several, which is not multiplied."""
        return bool(_EACH.search(self.near))

    @cached_property
    def flow(self) -> bool:
        """Whether it counts what came or went, not what there is."""
        gone = _FLOW.search(self.after) or _FLOW.search(self.follow) or _FLOW.search(self.before)
        gone = gone or _EVENT.search(self.lead)
        return bool(_FLOW_NOUN.search(self.after) or (gone and not _NOW.search(self.near)))

    @property
    def usable(self) -> bool:
        """Whether the figure may be the one asked for at all."""
        elsewhere = self.elsewhere or self.each or self.of_one or self.respectively
        return not (elsewhere or self.hoped or self.flow)


def contexts(answer: AnswerText) -> tuple[Context, ...]:
    """Find the numbers of an answer with what stands around them, in order."""
    found: list[Context] = []
    for number, group in groupby(answer.clauses, lambda clause: clause.line):
        start, end, _ = answer.lines[number]
        line = _Line(answer.source, tuple(group))
        found += _line_contexts(line, mentions(answer.source[start:end], start), end)
    return tuple(found)


@dataclass(frozen=True)
class _Line:
    """The clauses of one line."""

    source: str
    clauses: tuple[Clause, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    @cached_property
    def sentences(self) -> dict[int, int]:
        """Where each sentence starts."""
        return {clause.sentence: clause.start for clause in reversed(self.clauses)}

    def at(self, offset: int) -> int:
        """Find the clause that an offset stands in, or the last one that starts before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def lower(self, start: int, end: int) -> str:
        return lowered(self.source[start : max(start, end)])


def _line_contexts(line: _Line, found: tuple[Mention, ...], end: int) -> Iterator[Context]:
    previous = line.clauses[0].start
    found = tuple(mention for mention in found if not mention.weak or _names(line, mention))
    first, sentence = previous, -1
    for position, mention in enumerate(found):
        following = found[position + 1].start if position + 1 < len(found) else end
        context = _context(line, mention, previous, following)
        if context.clause.sentence != sentence:
            first, sentence = mention.end, context.clause.sentence
        yield replace(context, broken_down=":" in line.source[first : min(first + _NEAR, mention.start)])
        previous = mention.end


def _context(line: _Line, mention: Mention, previous: int, following: int) -> Context:
    at, last = line.at(mention.first), line.at(mention.end - 1)
    clause, ending = line.clauses[at], line.clauses[last]
    begin = max(previous, line.clauses[_label(line, at, previous)].start)
    sentence = line.sentences[clause.sentence]
    return Context(
        mention,
        clause,
        near=line.lower(max(clause.start, mention.start - _NEAR), min(ending.end, mention.end + _NEAR)),
        before=line.lower(begin, mention.start),
        after=line.lower(mention.end, min(following, ending.end)),
        follow=_apposition(line, last, following),
        lead=line.lower(max(sentence, mention.start - _NEAR), mention.start),
        label_start=begin,
    )


def _names(line: _Line, mention: Mention) -> bool:
    """Whether en or et stands before a noun that is asked for, and so may be the number one."""
    after = line.lower(mention.end, mention.end + _NEAR)
    return noun_after(after, plural=False).name in {"enterprise", "registered"}


def _label(line: _Line, at: int, previous: int) -> int:
    """Go back over the clauses that label a number: `Fleksjob og skånejob: 12`, `frivillige (34)`."""
    while at and line.clauses[at - 1].start >= previous and _goes_on(line.clauses[at - 1], line.clauses[at]):
        at -= 1
    return at


def _goes_on(clause: Clause, following: Clause) -> bool:
    """Whether a label goes on in the next clause; a full stop after an abbreviation does not end it."""
    joined = clause.sentence == following.sentence and following.opened_by in _LABEL_MARKS
    return joined or clause.lower.endswith(_ABBREVIATED)


def _apposition(line: _Line, at: int, limit: int) -> str:
    """Read on where the next clause says more of the number: a relative clause, or words in brackets."""
    if at + 1 >= len(line.clauses) or line.clauses[at + 1].sentence != line.clauses[at].sentence:
        return ""
    following = line.clauses[at + 1]
    relative = following.tokens[0].lower in {"der", "som", "hvor"} and following.opened_by == ","
    if not relative and following.opened_by not in {"(", "–", "—", "-"}:
        return ""
    return line.lower(following.start, min(limit, following.end))

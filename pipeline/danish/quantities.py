"""Which number of an answer is how many enterprises, how many registered ones, and how many jobs they made.

The rules are those of the contract (`quantities` and rulings 7, 8, 10, 11, 13 and 14): the whole and not its parts, the
newest figure, no targets, nothing multiplied or added up. Where two figures could be meant, none is taken.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import Context, contexts
from pipeline.danish.nouns import Noun, NounClass, is_full_time, last_noun, noun_after
from pipeline.danish.standing import standing
from schemas.answers import Quantity, Unit
from schemas.evidence import Span

Field = Literal["count", "jobs"]

_REGISTERED: Final = re.compile(
    r"\brsv|registre(?:ret|rede|ring)|registret\b|godkendt|optaget (?:i|på)|står? (?:\w+ )?(?:opført|på erhvervsstyrelsens)"
    r"|ladet sig|certificer\w*|blåstemplet|erhvervsstyrelsens|efter loven|lovens"
)
_REGISTERED_NOUN: Final = re.compile(r"\brsv|registre(?:ret|rede|ring)|godkendt")
_OWN_LIST: Final = re.compile(
    r"\b(?:vi|kommunen|jobcentret|jeg)\s(?:har\s)?(?:\w+\s)?registreret\s?$|har\s(?:vi|kommunen|jobcentret|jeg)\sregistreret\s?$"
    r"|registreret (?:hos os|i vores|på vores|af os|i kommunens)"
)
_EDGE_WORDS: Final = (
    r"udsat|på kanten|fra kanten|målgrupp|ledig(?!t|hed(?:en)? falder)|særlige (?:behov|vilkår)|nedsat|handicap|førtids"
    r"|kontanthjælp|sårbar|svage|udfordring|uden for|forsørgelse|offentlig\w* ydelser|psykisk|hjemløs|misbrug|flygtning"
    r"|begrænsning|ellers ville|funktionsned|diagnose|støttebehov|sygemeld|langt fra arbejdsmarked|fodfæste|beskyttede"
)
_EDGE: Final = re.compile(_EDGE_WORDS)
_TARGET: Final = re.compile(rf"{_EDGE_WORDS}|fleks|flex|skåne")
_WORK: Final = re.compile(
    r"\bjob|jobs?\b|ansat|ansæt|arbejd|beskæftig|\bløn|fodfæste|stilling|fast ?hold|selvforsørg|på lønningslisten|hyret|sysselsat"
)
_HIRED: Final = re.compile(
    r"\bansat\b|(?<!har )\bansatte\b|\bi (?:\w+ )?(?:\w{0,8}job|arbejde|beskæftigelse|ansættelse)\b|fået (?:\w+ )?(?:job|arbejde|ansættelse|fodfæste|fast)"
    r"|på lønningslisten|kommet i (?:job|arbejde|beskæftigelse)"
)
_HIRES: Final = re.compile(
    r"(?:beskæftiger|beskæftigede|ansætter|ansat|skabt|skaber|sysselsætter|lønner|jobmæssigt\b.{0,30})(?:\s(?:de|i alt|tilsammen|samlet|nu|der|sammenlagt))*\s?$"
)
_NOT_JOBS: Final = re.compile(
    r"praktik|forløb|afklar|arbejdsprøv|\bstu\b|kursist|kursus|undervisning|deltager|brugere|besøg|gæster|gennem huset|frivillig|medlem"
    r"|igennem|elever|lærlinge|løntilskud|ordinær|ansøg"
)
_SHARED_OUT: Final = re.compile(r"\b(?:hvoraf|heraf|deraf|hvor mange af (?:dem|disse)|hvor stor en del|hvor mange (?:der|af))\b")
_NAMED: Final = frozenset(("enterprise", "registered"))
_HAVING: Final = re.compile(r"\b(?:har|er der|der er|findes|fået|ligger)\b")
_KNOWING: Final = re.compile(
    r"\b(?:opgjort|opgør|tæller|talt|tal|ved|kender|fører|holder (?:øje|styr)|overblik|spurgt|sagt|samlet|undersøgt|har (?:svaret|tal))\b"
)
_NOBODY_CAN: Final = re.compile(r"^\s?(?:kan|vil|skal|tør|må|bør|kunne|ville|andre|af os|gider|grund|vej)\b")
_TODAY: Final = re.compile(r"\b(?:i dag|idag|nu|aktuelt|siden|længere|nuværende|øjeblikket|aktuelle|opdater\w*)\b")
_ONLY_REGISTERED: Final = re.compile(r"\b(?:sidstnævnte|de registrerede|rsv['’]?\w*|registrerede virksomheder)\b")
_CAME_TO: Final = re.compile(r"^\s?(?:blev|er) det(?: dog)?(?: blevet)?(?: til)?\b")
"""`31 blev det til` goes on with what the sentence before counted."""
_KINDS: Final = re.compile(r"\b(fle[kx]s|skåne)")
_ALL_OF_THEM: Final = re.compile(r"\b(?:de øvrige|de andre|resten|ikke[- ]registrerede|uregistrerede|hele feltet|førstnævnte)\b")
_ASKS_JOBS: Final = re.compile(r"\bjob|arbejdsplads|ansat|udsatte|beskæftig")
_ASKS_REGISTERED: Final = re.compile(r"registr|\brsv")
_FIRST_ASKED: Final = re.compile(r"[,?;:(]|\bog hvor|\bog er\b|\bheraf|\bhvoraf|\bsamt\b|–|-\s")

_CONTRAST: Final = re.compile(r"(?:men|mens|dog|hvorimod)\b")
_TRULY: Final = re.compile(r"\b(?:reelt|aktive|i drift|lever op|opfylder)\b")
_SUBSET: Final = re.compile(r"^\s?af (?:dem|disse)\b(?!.{0,60}social\w?økonomisk)")
_SUPPORTED: Final = re.compile(r"\bfået (?:\w+ )?(?:støtte|tilskud|hjælp|rådgivning|sparring)|\b(?:deltaget|modtaget|søgt)\b")
_OURS: Final = re.compile(r"\b(?:hos os|her i|i vores)\b")
_OF_THESE: Final = re.compile(r"^\s?af (?:dem|disse|virksomhederne)\b.{0,60}social\w?økonomisk")
_APPROACHED: Final = re.compile(
    r"\b(?:besøgt|besøger|inviteret|kontaktet|skrevet til|rådgivet|vejledt|spurgt|deltog|henvendt|i dialog med|drøftet med)\b"
)
_THOSE_ARE: Final = re.compile(r"\b(?:det|dem|her) er (?:der )?$|\baf (?:dem|den slags|disse) (?:har vi|er der|findes der) $")
_SHORT_CLAUSE: Final = 24
_LONG_EVIDENCE: Final = 70


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be the figure asked for, and how well it fits."""

    context: Context
    noun: Noun
    name: NounClass
    registered: bool
    score: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What was read, and which fields had two figures that fit equally well."""

    quantities: dict[Field, Quantity]
    unsure: tuple[Field, ...] = ()


def asks_for_jobs(question: str) -> bool:
    """Whether a printed question asks for jobs."""
    return bool(_ASKS_JOBS.search(question.lower()))


def is_merged(question: str) -> bool:
    """Whether a printed question asks for all enterprises first and for the registered ones after."""
    lower = question.lower()
    first = _FIRST_ASKED.split(lower, maxsplit=1)[0]
    return bool(_ASKS_REGISTERED.search(lower)) and not _ASKS_REGISTERED.search(first)


def enterprise_figures(answer: AnswerText, *, registered: bool) -> Figures:
    """Read `count` and `jobs` of the social enterprises, or of the registered ones."""
    found = tuple(_candidates(answer, registered=registered))
    counts = [candidate for candidate in found if _is_count(candidate, answer, registered=registered)]
    jobs = _without_kinds([job for candidate in found if (job := _job(candidate, answer, registered=registered))])
    read: dict[Field, Quantity] = {}
    unsure: list[Field] = []
    fields: tuple[tuple[Field, list[Candidate]], ...] = (("count", counts), ("jobs", jobs))
    for name, candidates in fields:
        best = _best(candidates)
        if best:
            read[name] = _quantity(answer, best, "enterprises" if name == "count" else _unit(best.context))
        elif candidates:
            unsure.append(name)
    return Figures(read, tuple(unsure))


def registered_part(answer: AnswerText) -> Quantity | None:
    """Read a printed registered part, such as `ca. 20, heraf 4 registrerede`, from an answer about all enterprises."""
    parts = [
        candidate
        for candidate in _candidates(answer, registered=True)
        if candidate.registered and _is_count(candidate, answer, registered=True)
    ]
    best = _best(parts)
    return _quantity(answer, best, "enterprises") if best else None


def _candidates(answer: AnswerText, *, registered: bool) -> Iterable[Candidate]:
    """Class each number of an answer; a number whose noun is understood takes it from what was said before."""
    topic: NounClass = "enterprise"
    sentence = -1
    for context in contexts(answer):
        if context.clause.sentence != sentence and not _CAME_TO.match(context.after):
            topic = "enterprise"
        sentence = context.clause.sentence
        noun = noun_after(context.after, plural=context.mention.max not in {0, 1})
        name = noun.name if noun.name != "elided" else _understood(context, topic)
        if name not in {"elided", "other"}:
            topic = name
        is_registered = _is_registered(context, name, registered=registered)
        yield Candidate(context, noun, name, is_registered, _score(context, noun))


def _understood(context: Context, topic: NounClass) -> NounClass:
    """Find the noun that is understood: from the verb, the words before, or the number before."""
    if _HIRED.search(context.after):
        return "target" if _TARGET.search(context.near) else "staff"
    if context.part and _TARGET.search(context.after):
        return "target"
    if _HIRES.search(context.before):
        return "staff"
    before = last_noun(context.before) or last_noun(context.lead)
    if before is None:
        return topic
    return "enterprise" if before.name in {"registered", "loose_enterprise"} else before.name


def _is_registered(context: Context, name: NounClass, *, registered: bool) -> bool:
    own = _OWN_LIST.search(context.before) or _OWN_LIST.search(context.after)
    if own and not registered:
        return False
    if name == "registered":
        return True
    return bool(
        name in {"enterprise", "loose_enterprise"}
        and (
            _REGISTERED.search(context.after)
            or (context.opens and _REGISTERED_NOUN.search(context.before))
            or _REGISTERED.search(context.follow)
            or (_THOSE_ARE.search(context.before) and _REGISTERED.search(context.lead))
        )
    )


def _score(context: Context, noun: Noun) -> int:
    """Rank: today's figure before an old one, a total before a part, a named noun before one that is understood."""
    return (
        4 * (noun.name not in {"elided", "loose_enterprise"})
        + 5 * bool(noun.name == "elided" and _OF_THESE.search(context.after))
        - 5 * bool(_APPROACHED.search(context.before))
        + 3 * context.present
        + 5 * context.survives
        + 3 * context.total
        + 5 * bool(noun.name == "elided" and _TRULY.search(context.after))
        - 6 * (context.broken_down and noun.name == "elided")
        - 5 * context.whole
        - 5 * context.past
        - 1 * bool(context.year)
        - 4 * context.definite
        - 5 * context.extra
        - 9 * context.mention.weak
        + 2 * bool(_OURS.search(context.before))
    )


def _is_count(candidate: Candidate, answer: AnswerText, *, registered: bool) -> bool:
    """Whether a number may be how many enterprises there are."""
    context = candidate.context
    if candidate.name not in _NAMED | {"loose_enterprise"} or not _is_figure(answer, context):
        return False
    if context.mention.weak and (candidate.noun.name not in _NAMED or not _HAVING.search(context.before)):
        return False
    if not registered:
        of_them = _SUBSET.match(context.after) or (context.mention.none and context.after.startswith(" af "))
        return not (candidate.registered or context.part or of_them or _SUPPORTED.search(context.after))
    if context.whole or (context.part and not candidate.registered):
        return False
    if context.mention.none and candidate.noun.name == "enterprise" and not candidate.registered:
        return False
    return candidate.registered or not (is_merged(answer.question) or _names_registered_elsewhere(answer, candidate))


def _is_figure(answer: AnswerText, context: Context) -> bool:
    """Whether a number is one of here and now; an old one counts unless today's is said to be unknown."""
    if context.mention.none and (_KNOWING.search(context.after) or _KNOWING.search(context.follow)):
        return False
    if context.mention.none and _NOBODY_CAN.match(context.after):
        return False
    return context.usable and not (context.past and _lost_count(answer))


def _lost_count(answer: AnswerText) -> bool:
    admitted = standing(answer)
    if admitted is None or admitted.status != "unknown":
        return False
    return any(_TODAY.search(clause.lower) for clause in answer.sentence_of(admitted.clause))


def _names_registered_elsewhere(answer: AnswerText, candidate: Candidate) -> bool:
    """Whether the answer speaks of registration apart from this number, which then is the number of all."""
    if candidate.noun.name == "elided":
        return False
    own = candidate.context.clause
    return any(_REGISTERED.search(clause.lower) for clause in answer.clauses if clause.start != own.start)


def _job(candidate: Candidate, answer: AnswerText, *, registered: bool) -> Candidate | None:
    """Rank a number as jobs for people on the edge, or None; a staff total counts only where jobs were asked for."""
    context = candidate.context
    words = f"{context.before} {context.after} {context.follow}"
    if candidate.name not in {"job", "target", "staff"} or context.mention.weak or not _is_figure(answer, context):
        return None
    target = bool(_TARGET.search(words))
    if (_NOT_JOBS.search(words) and not (target and candidate.name == "job")) or not _owned(answer, context, registered=registered):
        return None
    asked = asks_for_jobs(answer.question)
    if candidate.name == "staff" and not target and (not asked or _SHARED_OUT.search(_rest(answer, context))):
        return None
    if candidate.name == "target" and not (_WORK.search(f"{context.lead} {context.near} {context.follow}") or asked):
        return None
    if context.definite and candidate.noun.name == "elided" and not _ONLY_REGISTERED.search(context.after):
        return None
    edge = bool(_EDGE.search(words))
    bonus = 4 * target + 2 * (candidate.name != "staff") - 9 * (context.part and not edge)
    return Candidate(context, candidate.noun, candidate.name, candidate.registered, candidate.score + bonus)


def _without_kinds(jobs: list[Candidate]) -> list[Candidate]:
    """Drop flexijobs and sheltered jobs that are counted apart: parts without a total are not added up."""
    kinds = {kind for job in jobs for kind in _KINDS.findall(job.context.after)}
    if len(kinds) > 1:
        jobs = [job for job in jobs if not _KINDS.search(job.context.after) or len(set(_KINDS.findall(job.context.after))) > 1]
    whole = any(not job.context.part and _EDGE.search(f"{job.context.before} {job.context.after}") for job in jobs)
    return [job for job in jobs if not (whole and job.context.part)]


def _owned(answer: AnswerText, context: Context, *, registered: bool) -> bool:
    """Whether the jobs are those of the enterprises asked about: registered ones, or all."""
    where = f"{context.lead} {context.near}"
    if context.whole:
        return False
    if registered:
        return not _ALL_OF_THEM.search(where)
    found = _ONLY_REGISTERED.search(where)
    return not found or (found[0] == "sidstnævnte" and not _REGISTERED.search(answer.lower))


def _rest(answer: AnswerText, context: Context) -> str:
    end = context.mention.end
    return answer.source[end : end + 160].lower()


def _best(candidates: list[Candidate]) -> Candidate | None:
    """Choose the best; None where parts of one sentence fit equally well, since parts are not added up."""
    if not candidates:
        return None
    newest = max((candidate.context.year or 0 for candidate in candidates), default=0)
    candidates = [candidate for candidate in candidates if (candidate.context.year or newest) == newest]
    best = max(candidates, key=lambda candidate: candidate.score)
    mention, sentence = best.context.mention, best.context.clause.sentence
    rivals = [
        other
        for other in candidates
        if (other.score == best.score or (other.context.added and best.noun.name == "elided"))
        and other.context.clause.sentence == sentence
        and not _CONTRAST.match(other.context.clause.lower)
        and (other.context.mention.min, other.context.mention.max) != (mention.min, mention.max)
    ]
    return None if rivals else best


def _unit(context: Context) -> Unit:
    full_time = is_full_time(context.after[:60]) or is_full_time(context.before)
    return "full_time_equivalents" if full_time else "persons"


def _quantity(answer: AnswerText, candidate: Candidate, unit: Unit) -> Quantity:
    mention = candidate.context.mention
    return Quantity(
        min=mention.min,
        max=mention.max,
        approximate=mention.approximate,
        unit=unit,
        evidence=(evidence_of(answer, candidate.context, candidate.noun),),
    )


def evidence_of(answer: AnswerText, context: Context, noun: Noun) -> Span:
    """Cut the shortest words that carry a figure: the number with its noun or label, or the short clause it stands in."""
    mention, clause = context.mention, context.clause
    start, end = mention.start, mention.end + noun.end
    if context.label_start < clause.start and end - context.label_start <= _LONG_EVIDENCE:
        return answer.span(context.label_start, end)
    ending = max(end, clause.end)
    if noun.end == 0 and _HIRED.search(context.after) and ending - start <= _LONG_EVIDENCE:
        return answer.span(start, ending)
    if noun.end == 0 and ending - clause.start <= _SHORT_CLAUSE:
        return answer.span(min(start, clause.start), ending)
    return answer.span(start, end)

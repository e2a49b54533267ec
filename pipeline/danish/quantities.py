"""Which number of an answer is how many enterprises, how many registered ones, and how many jobs they made.

The rules are those of the contract (`quantities` and rulings 7, 8, 10, 11, 13 and 14): the whole and not its parts, the
newest figure, no targets, nothing multiplied or added up. Where two figures could be meant, none is taken.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from pipeline.danish.candidates import Candidate, candidates_of
from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import Context
from pipeline.danish.enterprise_cues import (
    ALL_OF_THEM,
    ASKS_JOBS,
    ASKS_REGISTERED,
    CONTRAST,
    EDGE,
    FIRST_ASKED,
    HAVING,
    HIRED,
    KINDS,
    KNOWING,
    NOBODY_CAN,
    NOT_JOBS,
    ONLY_REGISTERED,
    OUR_STAFF,
    REGISTERED,
    SHARED_OUT,
    SUBSET,
    SUPPORTED,
    TARGET,
    TODAY,
    WORK,
)
from pipeline.danish.nouns import is_full_time
from pipeline.danish.standing import standing
from schemas.answers import Quantity, Unit
from schemas.evidence import Span

_NAMED: Final = frozenset(("enterprise", "registered"))
_SHORT_CLAUSE: Final = 24  # characters; a longer clause is cut to the number and its noun
_LONG_EVIDENCE: Final = 70
_REST: Final = 160  # how far ahead a share of a staff total is told


@dataclass(frozen=True, slots=True)
class Figures:
    """What was read, and which fields had two figures that fit equally well."""

    quantities: dict[str, Quantity]
    unsure: tuple[str, ...] = ()


def asks_for_jobs(question: str) -> bool:
    """Whether a printed question asks for jobs."""
    return bool(ASKS_JOBS.search(question.lower()))


def is_merged(question: str) -> bool:
    """Whether a printed question asks for all enterprises first and for the registered ones after."""
    lower = question.lower()
    first = FIRST_ASKED.split(lower, maxsplit=1)[0]
    return bool(ASKS_REGISTERED.search(lower) and first.strip()) and not ASKS_REGISTERED.search(first)


def enterprise_figures(answer: AnswerText, *, registered: bool) -> Figures:
    """Read `count` and `jobs` of the social enterprises, or of the registered ones."""
    reader = _Reader(answer, registered)
    read: dict[str, Quantity] = {}
    unsure = []
    for name, candidates in (("count", reader.counts()), ("jobs", reader.jobs())):
        best = _best(candidates)
        if best:
            read[name] = _quantity(answer, best, "enterprises" if name == "count" else _unit(best.context))
        elif candidates:
            unsure.append(name)
    return Figures(read, tuple(unsure))


def registered_part(answer: AnswerText) -> Quantity | None:
    """Read a printed registered part, such as `ca. 20, heraf 4 registrerede`, from an answer about all enterprises."""
    best = _best([candidate for candidate in _Reader(answer, registered=True).counts() if candidate.registered])
    return _quantity(answer, best, "enterprises") if best else None


@dataclass(frozen=True)
class _Reader:
    """One answer, read for all enterprises or for the registered ones."""

    answer: AnswerText
    registered: bool

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        return tuple(candidates_of(self.answer, registered=self.registered))

    @cached_property
    def lost_count(self) -> bool:
        """Whether today's figure is said to be unknown."""
        admitted = standing(self.answer)
        if admitted is None or admitted.status != "unknown":
            return False
        return any(TODAY.search(clause.lower) for clause in self.answer.sentence_of(admitted.clause))

    @cached_property
    def registering(self) -> frozenset[int]:
        """Where the clauses start that speak of registration."""
        return frozenset(clause.start for clause in self.answer.clauses if REGISTERED.search(clause.lower))

    @cached_property
    def asks_jobs(self) -> bool:
        return asks_for_jobs(self.answer.question)

    @cached_property
    def merged(self) -> bool:
        return is_merged(self.answer.question)

    def counts(self) -> list[Candidate]:
        """Collect the numbers that may be how many enterprises there are."""
        wanted = self._is_registered_count if self.registered else self._is_count
        found = [
            candidate
            for candidate in self.candidates
            if candidate.name in _NAMED | {"loose_enterprise"}
            and not (candidate.context.mention.weak and not self._is_one(candidate))
            and not isinstance(candidate.context.mention.min, float)
            and self._is_figure(candidate.context)
            and wanted(candidate)
        ]
        whole = [candidate for candidate in found if self.registered or not SUBSET.match(candidate.context.after)]
        return whole or found

    def jobs(self) -> list[Candidate]:
        """Collect the numbers that may be jobs for people on the edge, ranked by how plainly they say so."""
        found = [
            _as_job(candidate)
            for candidate in self.candidates
            if candidate.name in {"job", "target", "staff"}
            and not candidate.context.mention.weak
            and self._is_figure(candidate.context)
            and self._is_job(candidate)
        ]
        return _without_kinds(found)

    def _is_one(self, candidate: Candidate) -> bool:
        """Whether en or et before a named enterprise is the number one (`vi har en registreret virksomhed`)."""
        return candidate.noun.name in _NAMED and bool(HAVING.search(candidate.context.before))

    def _is_figure(self, context: Context) -> bool:
        """Whether a number is one of here and now; an old one counts unless today's is said to be unknown."""
        knowing = KNOWING.search(context.after) or KNOWING.search(context.follow) or NOBODY_CAN.match(context.after)
        if context.mention.none and knowing:
            return False
        return context.usable and not (context.past and self.lost_count)

    def _is_count(self, candidate: Candidate) -> bool:
        context = candidate.context
        of_them = context.mention.none and context.after.startswith(" af ")
        return not (candidate.registered or context.part or of_them or SUPPORTED.search(context.after))

    def _is_registered_count(self, candidate: Candidate) -> bool:
        """Whether it counts registered enterprises; a number of enterprises does where nothing else is spoken of."""
        context = candidate.context
        if candidate.registered or context.whole:
            return not context.whole
        none_at_all = context.mention.none and candidate.noun.name == "enterprise"
        apart = not candidate.elided and bool(self.registering - {context.clause.start})
        return not (context.part or none_at_all or self.merged or apart)

    def _is_job(self, candidate: Candidate) -> bool:
        """Whether it counts jobs for people on the edge; a staff total does only where jobs were asked for."""
        context, words = candidate.context, _words(candidate)
        target = bool(TARGET.search(words))
        if NOT_JOBS.search(words) and not (target and candidate.name == "job"):
            return False
        if context.definite and candidate.elided and not ONLY_REGISTERED.search(context.after):
            return False
        if candidate.name == "staff" and not target and not self._is_staff_total(context):
            return False
        working = self.asks_jobs or WORK.search(f"{context.lead} {context.near} {context.follow}")
        return self._owned(context) and bool(candidate.name != "target" or working)

    def _is_staff_total(self, context: Context) -> bool:
        """Whether a number of staff may stand for the jobs: they are the enterprises' own, and no share is told."""
        return self.asks_jobs and not (self._shared_out(context) or OUR_STAFF.search(context.before))

    def _owned(self, context: Context) -> bool:
        """Whether the jobs are those of the enterprises asked about."""
        where = f"{context.lead} {context.near}"
        if self.registered and self.merged and self._of_others(context):
            return False
        if self.registered or context.whole:
            return not (context.whole or ALL_OF_THEM.search(where))
        found = ONLY_REGISTERED.search(where)
        return not found or (found[0] == "sidstnævnte" and not self.registering)

    def _of_others(self, context: Context) -> bool:
        """Whether it stands before the registered ones' number, or points back to another: `de 12 har i alt 45`."""
        counts = self.counts()
        registered = {candidate.context.mention.min for candidate in counts}
        if counts and all(count.context.mention.start > context.mention.start for count in counts):
            return True
        return any(
            other.context.definite and other.context.mention.min not in registered
            for other in self.candidates
            if other.context.clause.sentence == context.clause.sentence
            and other.context.mention.start < context.mention.start
        )

    def _shared_out(self, context: Context) -> bool:
        """Whether a share of the number is told next, which then is the figure or cannot be computed."""
        end = context.mention.end
        return bool(SHARED_OUT.search(self.answer.source[end : end + _REST].lower()))


def _words(candidate: Candidate) -> str:
    context = candidate.context
    return f"{context.before} {context.after} {context.follow}"


def _as_job(candidate: Candidate) -> Candidate:
    words = _words(candidate)
    edge = bool(EDGE.search(words))
    part = candidate.context.part * (4 if edge else -9)
    bonus = 4 * bool(TARGET.search(words)) + 2 * (candidate.name != "staff") + part
    return replace(candidate, score=candidate.score + bonus)


def _without_kinds(jobs: list[Candidate]) -> list[Candidate]:
    """Drop flexijobs and sheltered jobs that are counted apart: parts without a total are not added up."""
    kinds = [frozenset(KINDS.findall(job.context.after)) for job in jobs]
    if len(frozenset().union(*kinds)) > 1:
        jobs = [job for job, named in zip(jobs, kinds, strict=True) if len(named) != 1]
    totals = [job for job in jobs if job.name == "staff" and not TARGET.search(_words(job)) and not job.context.total]
    if len({(job.context.mention.min, job.context.mention.max) for job in totals}) > 1:
        jobs = [job for job in jobs if job not in totals]  # the staff of one enterprise after another
    whole = any(not job.context.part and EDGE.search(f"{job.context.before} {job.context.after}") for job in jobs)
    return [job for job in jobs if not (whole and job.context.part)]


def _best(candidates: list[Candidate]) -> Candidate | None:
    """Choose the best of the newest year; None where parts of one sentence fit equally well."""
    newest = max((candidate.context.year or 0 for candidate in candidates), default=0)
    candidates = [candidate for candidate in candidates if (candidate.context.year or newest) == newest]
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    return None if best is None or any(_is_rival(best, other) for other in candidates) else best


def _is_rival(best: Candidate, other: Candidate) -> bool:
    """Whether another number of the sentence could as well be meant, or is to be added."""
    mine, theirs = best.context, other.context
    if theirs.clause.sentence != mine.clause.sentence or CONTRAST.match(theirs.clause.lower):
        return False
    equal = other.score == best.score or (theirs.added and best.elided)
    return equal and (theirs.mention.min, theirs.mention.max) != (mine.mention.min, mine.mention.max)


def _unit(context: Context) -> Unit:
    full_time = is_full_time(context.after[:_LONG_EVIDENCE]) or is_full_time(context.before)
    return "full_time_equivalents" if full_time else "persons"


def _quantity(answer: AnswerText, candidate: Candidate, unit: Unit) -> Quantity:
    mention = candidate.context.mention
    return Quantity(
        min=mention.min,
        max=mention.max,
        approximate=mention.approximate,
        unit=unit,
        evidence=(_evidence(answer, candidate),),
    )


def _evidence(answer: AnswerText, candidate: Candidate) -> Span:
    """Cut the shortest words that carry a figure: the number with its noun or label, or a short clause."""
    context, clause = candidate.context, candidate.context.clause
    start, end = context.mention.start, context.mention.end + candidate.noun.end
    if context.label_start < clause.start and end - context.label_start <= _LONG_EVIDENCE:
        return answer.span(context.label_start, end)
    ending = max(end, clause.end)
    if candidate.noun.end == 0 and HIRED.search(context.after) and ending - start <= _LONG_EVIDENCE:
        return answer.span(start, ending)
    if candidate.noun.end == 0 and ending - clause.start <= _SHORT_CLAUSE:
        return answer.span(min(start, clause.start), ending)
    return answer.span(start, end)

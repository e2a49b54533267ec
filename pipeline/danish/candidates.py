"""The numbers of an answer about enterprises, each with what it counts and how well it fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.danish.clauses import AnswerText
from pipeline.danish.counting import Context, contexts
from pipeline.danish.enterprise_cues import (
    APPROACHED,
    CAME_TO,
    HIRED,
    HIRES,
    NO_LONGER,
    OF_THESE,
    OURS,
    OWN_LIST,
    REGISTERED,
    REGISTERED_NOUN,
    SHARE_OF,
    TARGET,
    THOSE_ARE,
    TRULY,
)
from pipeline.danish.figure_cues import COMPARED
from pipeline.danish.nouns import Noun, NounClass, last_noun, noun_after, noun_class


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be the figure asked for, and how well it fits."""

    context: Context
    noun: Noun
    """The noun after the number, if one is printed."""
    name: NounClass
    """What is counted, also where the noun is understood."""
    registered: bool
    """Whether registered enterprises are counted."""
    score: int
    """Higher is better; see `_score`."""

    @property
    def elided(self) -> bool:
        """Whether no noun is printed after the number."""
        return self.noun.name == "elided"


def candidates_of(answer: AnswerText, *, registered: bool) -> Iterator[Candidate]:
    """Class each number of an answer; a number whose noun is understood takes it from what was said before."""
    topic: NounClass = "enterprise"
    sentence = -1
    for context in contexts(answer):
        if context.clause.sentence != sentence and not CAME_TO.match(context.after):
            topic = "enterprise"
        sentence = context.clause.sentence
        noun = noun_after(NO_LONGER.sub("", context.after), plural=context.mention.max not in {0, 1})
        name = noun.name if noun.name != "elided" else _understood(context, topic)
        if name not in {"elided", "other"}:
            topic = name
        is_registered = _is_registered(context, name, registered=registered)
        score = _score(context, noun) + (2 + 2 * context.mention.none) * is_registered
        yield Candidate(context, noun, name, is_registered, score)


def _understood(context: Context, topic: NounClass) -> NounClass:
    """Find the noun that is understood: from the verb, the words before, or the number before."""
    if share := SHARE_OF.match(context.after):
        return noun_class(share[1]) or topic
    if HIRED.search(context.after):
        return "target" if TARGET.search(context.near) else "staff"
    if context.part and TARGET.search(context.after):
        return "target"
    if HIRES.search(context.before):
        return "staff"
    before = last_noun(context.before) or last_noun(context.lead)
    if before is None:
        return topic
    return "enterprise" if before.name in {"registered", "loose_enterprise"} else before.name


def _is_registered(context: Context, name: NounClass, *, registered: bool) -> bool:
    own = OWN_LIST.search(context.before) or OWN_LIST.search(context.after)
    if own and not registered:
        return False
    if name == "registered":
        return True
    return bool(
        name in {"enterprise", "loose_enterprise"}
        and (
            REGISTERED.search(context.after)
            or (context.opens and REGISTERED_NOUN.search(context.before))
            or REGISTERED.search(context.follow)
            or (THOSE_ARE.search(context.before) and REGISTERED.search(context.lead))
        )
    )


def _score(context: Context, noun: Noun) -> int:
    """Rank: today's figure before an old one, a total before a part, a named noun before one that is understood.

    The weights only order the numbers of one answer; a cue of time or of the whole outweighs a printed noun.
    """
    elided = noun.name == "elided"
    return (
        4 * (noun.name not in {"elided", "loose_enterprise"})
        + 5 * bool(elided and OF_THESE.search(context.after))
        - 5 * bool(APPROACHED.search(context.before))
        + 2 * bool(elided and context.opens and _is_enterprise(last_noun(context.before)))
        + 3 * context.present
        + 5 * context.survives
        + 3 * context.total
        + 5 * bool(elided and TRULY.search(context.after))
        - 6 * (context.broken_down and elided)
        - 5 * context.whole
        - 5 * context.past
        - bool(context.year)
        - 4 * context.definite
        - 5 * context.extra
        - 9 * context.mention.weak
        - 6 * bool(COMPARED.search(context.before))
        + 2 * bool(OURS.search(context.before))
    )


def _is_enterprise(noun: Noun | None) -> bool:
    return noun is not None and noun.name == "enterprise"

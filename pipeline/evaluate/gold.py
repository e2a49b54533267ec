"""Measures whole pages: records against gold that people wrote, by group of facts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from pipeline.errors import UsageError
from pipeline.evaluate.counts import Counts, Miss, Share, listed, merged, tabulated
from pipeline.evaluate.facts import Fact, RecordValues, facts_of
from pipeline.evaluate.grounding import ungrounded
from pipeline.evaluate.normal import likeness, unmarked
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection
from schemas.social_economy import KEYS

Extract = Callable[[RawPage], StatusRecord | Rejection]

# A question or answer counts as cut right from this likeness on: one word more or less in twenty.
_CUT_RIGHT: Final = 0.95
_SUFFIX: Final = ".gold.json"
NOT_AN_ARTICLE: Final = "not an article"


class Gold(RecordValues):
    """What a person read on a page."""

    url: str
    """The page's address, given to the extraction."""
    not_a_status_article: bool = False
    """True where no record must come out."""
    text_lines: tuple[str, ...] = ()
    """The printed text, line by line."""


@dataclass(frozen=True)
class Scores:
    """The figures of one page, or of many added up."""

    groups: Mapping[str, Counts] = field(default_factory=dict)
    """Facts, by group."""
    lines: Counts = field(default_factory=Counts)
    """Lines of the article's text."""
    segments: Share = field(default_factory=Share)
    """Questions and answers that were cut right."""
    rejected: Share = field(default_factory=Share)
    """Pages that are no articles and were turned down."""
    ungrounded: tuple[str, ...] = ()
    """Values without valid evidence."""
    misses: tuple[Miss, ...] = ()
    """Each missed and wrong fact, and each segment cut wrong."""

    @property
    def all_facts(self) -> Counts:
        """The facts of all groups together."""
        return Counts.total(self.groups.values())

    def __add__(self, other: "Scores") -> "Scores":
        """Add up, part by part."""
        return Scores(
            merged(self.groups, other.groups),
            self.lines + other.lines,
            self.segments + other.segments,
            self.rejected + other.rejected,
            self.ungrounded + other.ungrounded,
            self.misses + other.misses,
        )

    def figures(self, *, details: bool = False) -> dict[str, object]:
        """All figures, for JSON; with details, each miss."""
        return {
            "groups": tabulated(self.groups),
            "all_facts": self.all_facts.figures(),
            "text_lines": self.lines.figures(),
            "segments": self.segments.figures(),
            "rejected": self.rejected.figures(),
            "ungrounded": list(self.ungrounded),
            **listed(self.misses, details=details),
        }


def evaluate_folder(folder: Path, extract: Extract) -> Scores:
    """Measure every NAME.gold.json of a folder on its NAME.html; raises UsageError if one is missing or malformed."""
    paths = sorted(folder.glob(f"*{_SUFFIX}"))
    if not paths:
        message = f"no *{_SUFFIX} in the folder"
        raise UsageError(message, source=str(folder))
    total = Scores()
    for path in paths:
        name = path.name.removesuffix(_SUFFIX)
        gold, body = _gold(path), _page(path.with_name(f"{name}.html"))
        made = extract(RawPage(url=gold.url, body=body))
        total += score(name, gold, made if isinstance(made, StatusRecord) else None)
    return total


def _gold(path: Path) -> Gold:
    try:
        return Gold.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        message = f"not a gold file: {error}"
        raise UsageError(message, source=str(path)) from error


def _page(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"the page of a gold file cannot be read: {error.strerror}"
        raise UsageError(message, source=str(path)) from error


def score(name: str, gold: Gold, record: StatusRecord | None) -> Scores:
    """Measure one record, None for a page that was turned down."""
    if gold.not_a_status_article:
        groups = {NOT_AN_ARTICLE: Counts(wrong=1)} if record else {}
        return Scores(groups=groups, rejected=Share(right=int(record is None), of=1))
    values = RecordValues.of(record) if record else RecordValues()
    wanted, got = facts_of(gold), facts_of(values)
    cuts = tuple(_cuts(gold, values))
    wrong_cuts = (Miss(name, "segment", f"{what}: {alike:.2f}") for what, alike in cuts if alike < _CUT_RIGHT)
    return Scores(
        groups=_grouped(wanted, got),
        lines=_compared(_lines("\n".join(gold.text_lines)), _lines(record.text) if record else Counter()),
        segments=Share(sum(alike >= _CUT_RIGHT for _, alike in cuts), len(cuts)),
        ungrounded=tuple(f"{name}: {value}" for value in ungrounded(record)) if record else (),
        misses=(*_misses(name, "missed", wanted - got), *_misses(name, "wrong", got - wanted), *wrong_cuts),
    )


def _grouped(wanted: set[Fact], got: set[Fact]) -> dict[str, Counts]:
    groups: defaultdict[str, Counts] = defaultdict(Counts)
    for fact in wanted | got:
        groups[fact.group] += Counts(
            right=int(fact in wanted and fact in got), wrong=int(fact not in wanted), missed=int(fact not in got)
        )
    return dict(groups)


def _misses(name: str, kind: str, facts: set[Fact]) -> Iterator[Miss]:
    for fact in sorted(facts, key=str):
        yield Miss(name, kind, f"{fact.group} {fact.key}: {fact.value}")


def _cuts(gold: RecordValues, got: RecordValues) -> Iterator[tuple[str, float]]:
    """Compare each printed question and each answer; what neither has does not count."""
    for key in KEYS:
        wanted, found = gold.answer(key), got.answer(key)
        if wanted.question or found.question:
            yield f"{key}.question", likeness(wanted.question, found.question)
        if wanted.text or found.text:
            yield f"{key}.text", likeness(wanted.text, found.text)


def _lines(text: str) -> Counter[str]:
    return Counter(unmarked(text).split("\n"))


def _compared(wanted: Counter[str], got: Counter[str]) -> Counts:
    return Counts((wanted & got).total(), (got - wanted).total(), (wanted - got).total())

"""Many patterns as one: what they find is what one big pattern finds, and a needle is never wrong."""

import re

import pytest

from pipeline.danish.clauses import tokens_of
from pipeline.danish.needles import branches_of
from pipeline.danish.phrasebook import phrasebook
from pipeline.danish.phrases import phrases, word_lists
from pipeline.danish.stance import words
from pipeline.danish.wordings import Wordings
from tests.timing import least_seconds

BOOKS = ("practice", "exclusivity", "purchase", "support")
TEXT = (
    "vi køber altid kaffen hos dem, men ikke mere end før: nej, det har vi ikke endnu, og vi ved det ikke. tidligere "
    "har vi haft en aftale, og i dag bestiller vi en del af frokosten hos dem, når det passer. der er ingen krav om "
    "at de skal være registreret, men vi stiller gerne råd og vejledning til rådighed som led i indsatsen. "
)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("køber", (("køber",),)),
        ("køber~hos dem", (("køber",), ("hos dem",))),
        ("(?:hos|af) dem", (("hos", "af"), (" dem",))),
        ("(?:hos|af)? dem", ((" dem",),)),
        ("(?:hos|x) dem", ((" dem",),)),
        ("(?:hos|af){0,2}dem", (("dem",),)),
        ("abc?d+", (("ab",),)),
        (r"ikke(?! kun)\b", (("ikke",),)),
        ("(?<!ikke )kun", (("kun",),)),
        ("(?P<k>kun|(?:blot|bare) en)", (("kun", "blot", "bare"),)),
        ("[abc]de", (("de",),)),
        (r"\w{0,3}", ()),
        (r"køb (?-i:\w)", (("køb ",),)),
    ],
)
def test_what_a_match_must_hold(pattern: str, needs: tuple[tuple[str, ...], ...]) -> None:
    assert [branch.needs for branch in branches_of(pattern)] == [needs]


def test_bars_outside_groups_part_a_pattern() -> None:
    assert [branch.pattern for branch in branches_of(r"a|b(?:c|d)|[|]|\|")] == ["a", "b(?:c|d)", "[|]", r"\|"]


def whole(patterns: list[str], frame: tuple[str, str]) -> re.Pattern[str]:
    return re.compile(frame[0] + "|".join(patterns) + frame[1])


@pytest.mark.parametrize("name", BOOKS)
def test_books_find_what_one_big_pattern_finds(name: str) -> None:
    sentences = [*TEXT.split(". "), TEXT]
    for fragments in phrasebook(name).values():
        branches = [branch for fragment in fragments for branch in branches_of(fragment)]
        frame = (r"\b(?:", ")")
        some, one = Wordings(branches, frame), whole([branch.pattern for branch in branches], frame)
        for text in sentences:
            assert [match.span() for match in some.finditer(text)] == [match.span() for match in one.finditer(text)]
            assert bool(some.search(text)) == bool(one.search(text))
            assert bool(some.match(text)) == bool(one.match(text))


def test_of_two_at_one_place_the_first_counts_and_none_lies_in_another() -> None:
    patterns = ["en aftale om indkøb", "en aftale", *(f"nummer {number}" for number in range(20))]
    found = words(*patterns).finditer("nummer 19, en aftale om indkøb, en aftale")
    assert [match.group() for match in found] == ["nummer 19", "en aftale om indkøb", "en aftale"]


def test_time_grows_with_the_text_alone() -> None:
    patterns = [f"ord {number}" for number in range(20)]

    def seconds(times: int) -> float:
        text = "ord 7, " * times + "ord 3"
        assert len(list(words(*patterns).finditer(text))) == times + 1
        return least_seconds(lambda: list(words(*patterns).finditer(text)))

    assert seconds(8_000) < max(20 * seconds(1_000), 0.4)


def test_matches_are_replaced() -> None:
    blank = phrases(word_lists("sentiment")["void"]).sub(lambda match: "¤" * len(match.group()), "det er helt klart")
    assert blank == "det er ¤¤¤¤¤¤¤¤¤¤"


def test_case_matters_only_when_asked() -> None:
    branches = [branch for number in range(20) for branch in branches_of(f"Sag {number}")]
    assert Wordings(branches, flags=re.IGNORECASE).search("en SAG 7")
    assert Wordings(branches).search("en SAG 7") is None


def test_a_line_has_the_tokens_that_its_chunks_have() -> None:
    tokens = tokens_of("Ja,  f.eks. (2. kvartal)", 10)
    assert [(token.text, token.start) for token in tokens] == [
        ("Ja", 10), (",", 12), ("f.eks.", 15), ("(", 22), ("2.", 23), ("kvartal", 26), (")", 33),
    ]  # fmt: skip

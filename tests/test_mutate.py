"""The mutation tool: the same seed draws the same, each module gives its share, and a verdict is what tests say."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.mutate.sample import drawn
from tools.mutate.suite import Coverings

ROOT = Path(__file__).parent.parent
TRIAL = """
import sys
from pathlib import Path
from tools.mutate.sample import Mutant
from tools.mutate.trial import put
old, new = sys.argv[1:]
path = "pipeline/danish/sentences.py"
source = Path(path).read_text(encoding="utf-8")
assert old in source
mutant = Mutant(path, 0, "code", (1, 1), old, new, source.replace(old, new))
verdict = put(Path.cwd(), mutant, (["tests/test_themes.py::test_wish_reaches_over_the_lines_below_it"], []))
print(verdict.outcome)
"""


def test_the_same_seed_draws_the_same_and_no_mutant_twice() -> None:
    sizes = {"a": 40, "b": 400, "c": 0}
    once, again, other = (drawn(sizes, 44, seed) for seed in (1, 1, 2))
    assert once == again != other
    assert len(set(once)) == 44
    assert all(0 <= number < sizes[path] for path, number in once)


def test_each_module_gives_its_share() -> None:
    paths = [path for path, _ in drawn({"a": 400, "b": 100, "c": 3}, 100, seed=3)]
    assert paths.count("a") in {79, 80, 81}
    assert paths.count("b") in {19, 20, 21}


def test_tests_that_run_the_line_come_first_and_quick_ones_before_slow() -> None:
    coverings = Coverings(
        seconds={"slow": 3.0, "quick": 0.1, "beside": 0.2, "reader": 0.15, "elsewhere": 0.01},
        lines={"a.py": {1: [0, 1], 2: [2]}, "reads_a.py": {7: [3]}, "c.py": {1: [4]}},
        readers={"a.py": ["reads_a.py"], "words.py": ["a.py"], "atoms.py": ["words.py"]},
    )
    assert coverings.order("a.py", range(1, 2)) == (["quick", "slow"], ["beside"])
    assert coverings.order("a.py", range(3, 4)) == ([], ["quick", "reader", "beside", "slow"])
    assert coverings.order("atoms.py", range(1, 2)) == coverings.order("words.py", range(1, 2))
    assert coverings.order("words.py", range(1, 2)) == ([], ["quick", "beside", "slow"])


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("def sentences_of", "def sentences", "crashed"),
        ("return ", "return () and ", "killed"),
        ("150", "151", "survived"),
    ],
)
def test_a_mutant_is_what_the_tests_say_of_it(old: str, new: str, outcome: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", TRIAL, old, new], cwd=ROOT, check=True, capture_output=True, text=True, timeout=120
    )
    assert told.stdout.strip() == outcome

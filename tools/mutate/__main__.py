"""`python -m tools.mutate`: mutants of the reading of Danish and of the contract, and which of them no test notices."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, get_args

from tools.mutate.mutants import modules
from tools.mutate.sample import Mutant, Part, drawn
from tools.mutate.suite import Coverings, measured, remember, remembered
from tools.mutate.trial import Outcome, Verdict, load_others, put

ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class _Trial:
    mutant: Mutant
    order: tuple[list[str], list[str]]
    """The tests to try, in two parts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw mutants, put each to the tests, and tell which survived; 1 when too few were killed."""
    options = _parser().parse_args(arguments)
    load_others()
    found = {module.path: module for module in modules(ROOT) if options.only in module.path}
    coverings = _coverings(options.coverings)
    sizes = {path: len(module) for path, module in found.items()}
    chosen = drawn(sizes, min(options.count, sum(sizes.values())), options.seed)
    _say(f"{len(chosen)} of {sum(sizes.values())} mutants, seed {options.seed}")
    trials = [_trial(found[path].mutant(number), coverings) for path, number in chosen]
    told = []
    for mutant, verdict in _verdicts(trials, options.jobs):
        _say(_line(mutant, verdict))
        told.append((mutant, verdict))
    for part in get_args(Part):
        _say(f"{part}: {_figures([verdict for mutant, verdict in told if mutant.part == part])}")
    verdicts = [verdict for _, verdict in told]
    _say(f"all: {_figures(verdicts)}, seed {options.seed}")
    return int(_share(verdicts) < options.least)


def _figures(verdicts: Sequence[Verdict]) -> str:
    counts = Counter(verdict.outcome for verdict in verdicts)
    outcomes = ", ".join(f"{counts[outcome]} {outcome}" for outcome in get_args(Outcome))
    return f"{_share(verdicts):.1f} % of {len(verdicts)} killed ({outcomes})"


def _share(verdicts: Sequence[Verdict]) -> float:
    """Percent that a test noticed; what cannot be imported, and what never ends, is noticed too."""
    survived = sum(verdict.outcome == "survived" for verdict in verdicts)
    return 100 * (1 - survived / max(1, len(verdicts)))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="mutants to draw")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same mutants of the same code")
    parser.add_argument("--only", default="", help="mutate only modules whose path has this in it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="mutants that are tried at once")
    parser.add_argument("--least", type=float, default=80, help="percent to kill")
    parser.add_argument("--coverings", type=Path, help="file that keeps which test runs which line for the next time")
    return parser


def _coverings(file: Path | None) -> Coverings:
    """Measure the tests in a process of its own: the project must not be loaded in this one, where mutants start."""
    if file and file.is_file():
        return remembered(file)
    with TemporaryDirectory() as folder:
        kept = file or Path(folder) / "coverings.json"
        child = os.fork()
        if child == 0:
            remember(measured(ROOT, ("pipeline", "schemas")), kept)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            sys.exit("the tests must pass on the code as it stands")
        return remembered(kept)


def _trial(mutant: Mutant, coverings: Coverings) -> _Trial:
    first, last = mutant.lines
    return _Trial(mutant, coverings.order(mutant.module, range(first, last + 1)))


def _verdicts(trials: Sequence[_Trial], jobs: int) -> Iterator[tuple[Mutant, Verdict]]:
    with get_context("fork").Pool(jobs) as pool:
        yield from zip((trial.mutant for trial in trials), pool.imap(_tried, trials), strict=True)


def _tried(trial: _Trial) -> Verdict:
    return put(ROOT, trial.mutant, trial.order)


def _line(mutant: Mutant, verdict: Verdict) -> str:
    told = f"{verdict.outcome:8} {verdict.seconds:5.1f}s {mutant.name}"
    if verdict.outcome == "survived":
        return f"{told}\n    - {mutant.before}\n    + {mutant.after}"
    return f"{told} {verdict.by}"


if __name__ == "__main__":
    sys.exit(main())

"""What a person waits for who starts the command once."""

from functools import partial
from typing import Final

from fixtures.site import FOLDERS
from tools.bench.effort import Effort
from tools.bench.figures import Bar, Figure, Section, interleaved, ratio
from tools.bench.processes import cpu_seconds

_PAGE: Final = str(FOLDERS[0] / "01-kolding.html")
_COMMANDS: Final = {
    "kommunestatus extract FILE": ("-m", "pipeline.cli", "extract", _PAGE),
    "kommunestatus --help": ("-m", "pipeline.cli", "--help"),
    'python -c "import spacy"': ("-c", "import spacy"),
}
_HELP_SECONDS: Final = 0.1
_EXTRACT_RATIO: Final = 2.0


def measure(effort: Effort) -> Section:
    """Seconds of processor time from start to end, and the ratio to the import of spaCy."""
    tasks = {name: partial(cpu_seconds, arguments) for name, arguments in _COMMANDS.items()}
    interleaved(tasks, 1)  # compiled files and the system's cache are warm from here on
    samples = interleaved(tasks, effort.starts)
    extract, help_, spacy = samples
    return Section(
        title="A cold start",
        how=(
            f"Each command {effort.starts} times in a process of its own, in turn; processor time, user and system, "
            f"from start to end. Files are in the system's cache."
        ),
        figures=(
            Figure(extract, "s", samples[extract]),
            Figure(help_, "s", samples[help_], Bar("at most", _HELP_SECONDS)),
            Figure(spacy, "s", samples[spacy]),
            ratio(f"{extract} / import spacy", samples[extract], samples[spacy], Bar("at most", _EXTRACT_RATIO)),
        ),
    )

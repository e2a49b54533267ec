"""Where the time of a page goes."""

import cProfile
import io
import pstats
from typing import Final

from tools.bench.effort import Effort
from tools.bench.pages import dressed_pages
from tools.bench.peers import ours

_LINES: Final = 30


def profile(effort: Effort) -> str:
    """The functions that take most of the time of `extract`, their own time first."""
    pages = dressed_pages(effort.pages)
    ours(pages[0])
    profiler = cProfile.Profile()
    profiler.enable()
    for page in pages:
        ours(page)
    profiler.disable()
    text = io.StringIO()
    pstats.Stats(profiler, stream=text).strip_dirs().sort_stats("tottime").print_stats(_LINES)
    return text.getvalue()

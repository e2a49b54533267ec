"""Where the time of a page goes."""

import cProfile
import io
import pstats
from typing import Final

from tools.bench.effort import Effort
from tools.bench.pages import another_article, dressed_pages
from tools.bench.peers import ours

_LINES: Final = 30


def profile(effort: Effort) -> str:
    """The functions that take most of the time of `extract`, their own time first."""
    pages = dressed_pages(effort.pages)
    articles = [another_article(page, n) for n, page in enumerate(pages)]
    for page in pages:  # what is imported or compiled at first use
        ours(page)
    profiler = cProfile.Profile()
    profiler.enable()
    for page in articles:
        ours(page)
    profiler.disable()
    text = io.StringIO()
    pstats.Stats(profiler, stream=text).strip_dirs().sort_stats("tottime").print_stats(_LINES)
    return text.getvalue()

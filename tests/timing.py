"""What something costs, on a machine where other work comes and goes."""

import time
from collections.abc import Callable
from typing import Final

_TIMES: Final = 3


def least_seconds(work: Callable[[], object]) -> float:
    """The processor time of the quickest of three goes."""
    spent = []
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)

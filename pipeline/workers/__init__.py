"""Worker processes that read pages, can be killed, and are replaced: pages in, results out, on all cores.

    the process that runs ──starts──> nursery ──forks──> worker, worker, …
            └──────────────── a page, its result ──────────┘

The nursery imports the reading code and reads a first page, once; each worker is a copy of it made in milliseconds, so
that killing one is cheap. Results cross as JSON that is validated: a worker that a hostile page has corrupted can hand
back nothing else. When the process that runs ends, however it ends, its nursery sees the end of their socket and kills
the workers.
"""

from pipeline.workers.plan import Plan
from pipeline.workers.pool import ExtractionBugError, Outcome, Workers

__all__ = ["ExtractionBugError", "Outcome", "Plan", "Workers"]

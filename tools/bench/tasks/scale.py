"""Makes a dataset of a folder of shards, with Ray or without.

Task: `source`, `target`, `workers` (0: this process, no Ray). Answer: `seconds`, the start of Ray included, and `done`,
records.
"""

import sys
import time

from pipeline.scale import Job, scale
from pipeline.scale.engines import ray_engine, run_here
from pipeline.settings import Settings
from tools.bench.processes import asked, say

if __name__ == "__main__":
    task = asked()
    began = time.perf_counter()
    engine = ray_engine(task["workers"]) if task["workers"] else run_here
    scaled = scale(Job(task["source"], task["target"]), engine, Settings(page_seconds=60))
    say(sys.stdout, {"seconds": time.perf_counter() - began, "done": scaled.states["ok"] + scaled.states["degraded"]})

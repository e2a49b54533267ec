"""Beyond one machine: shards of many pages in, Parquet files out, by one function that any engine can call.

    folder ──plan──> shards ──process_shard──> records and rejections of each shard ──merge──> dataset, manifest

`process_shard` is idempotent and named by content, so that an engine may call it twice, or again tomorrow. Fetching is
no part of it: politeness towards a site needs one gate, not many machines.
"""

from pipeline.scale.scaling import Job, Scaled, scale
from pipeline.scale.shard import process_shard
from pipeline.scale.shards import Shard, plan_shards
from pipeline.scale.states import ShardFailure, ShardResult

__all__ = ["Job", "Scaled", "Shard", "ShardFailure", "ShardResult", "plan_shards", "process_shard", "scale"]

"""Who calls `process_shard`: this process, or Ray on as many cores and machines as there are."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from pipeline.errors import ExitCode, FetchError, KommunestatusError, UsageError
from pipeline.scale.shard import process_shard
from pipeline.scale.states import ShardFailure, ShardResult
from pipeline.settings import Settings

Done = ShardResult | ShardFailure
Engine = Callable[[Sequence[str], str, Settings], Iterator[tuple[str, Done]]]
"""Takes the URIs of shards, the folder for what comes of them, and the settings; gives each URI its result, in any
order."""

_RETRIES: Final = 3
"""How often a shard whose worker died is given to another one; what dies four times is a shard that kills."""
_IN_FLIGHT: Final = 2
"""Shards handed out for each worker: none waits, and the scheduler's memory stays flat."""


def attempt(uri: str, out_uri: str, settings: Settings) -> Done:
    """Process a shard; a declared error becomes its result, so that the other shards go on."""
    try:
        return process_shard(uri, out_uri, settings)
    except KommunestatusError as error:
        # A file that cannot be read is one of many here.
        code = ExitCode.SOME_FAILED if isinstance(error, FetchError) else error.exit_code
        return ShardFailure(reason=error.reason, message=error.message, exit_code=code)


def run_here(uris: Sequence[str], out_uri: str, settings: Settings) -> Iterator[tuple[str, Done]]:
    """Process shard after shard in this process; needs no extra."""
    return ((uri, attempt(uri, out_uri, settings)) for uri in uris)


def ray_engine(workers: int, address: str | None = None) -> Engine:
    """An engine on Ray core tasks: a local cluster of so many workers, or the running one at an address.

    The machines of a cluster need this package and the same paths. Raises UsageError without the extra `scale`.
    """

    def run(uris: Sequence[str], out_uri: str, settings: Settings) -> Iterator[tuple[str, Done]]:
        ray = _ray()
        _start(ray, workers, address)
        try:
            yield from _bounded(ray, uris, (out_uri, settings), _IN_FLIGHT * workers)
        finally:
            ray.shutdown()

    return run


def _bounded(ray: Any, uris: Sequence[str], more: tuple[str, Settings], most: int) -> Iterator[tuple[str, Done]]:  # noqa: ANN401 -- Ray has no types
    task = ray.remote(num_cpus=1, max_retries=_RETRIES)(attempt)
    waiting: dict[Any, str] = {}
    for uri in uris:
        waiting[task.remote(uri, *more)] = uri
        while len(waiting) >= most:
            yield _next(ray, waiting)
    while waiting:
        yield _next(ray, waiting)


def _next(ray: Any, waiting: dict[Any, str]) -> tuple[str, Done]:  # noqa: ANN401 -- as above
    (ready, *_), _ = ray.wait(list(waiting), num_returns=1)
    uri = waiting.pop(ready)
    dead = (ray.exceptions.WorkerCrashedError, ray.exceptions.NodeDiedError, ray.exceptions.OutOfMemoryError)
    done: Done
    try:
        done = ray.get(ready)
    except dead:
        message = f"its worker died {_RETRIES + 1} times"
        done = ShardFailure(reason="worker_died", message=message, exit_code=ExitCode.SOME_FAILED)
    return uri, done


def _start(ray: Any, workers: int, address: str | None) -> None:  # noqa: ANN401 -- as above
    quiet = {"log_to_driver": False, "ignore_reinit_error": False, "configure_logging": False}
    if not address:
        # "local": without it Ray joins whatever cluster runs on this machine.
        ray.init(address="local", num_cpus=workers, include_dashboard=False, **quiet)
        return
    try:
        ray.init(address=address, **quiet)
    except (ConnectionError, ray.exceptions.AuthenticationError) as error:
        message = "no Ray cluster takes us in there; one with a token wants RAY_AUTH_MODE=token and the token"
        raise UsageError(message, source=address) from error


def _ray() -> Any:  # noqa: ANN401 -- as above
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nobody is told that we run; read when Ray starts
    try:
        import ray  # noqa: PLC0415 -- an extra, and it costs a second
    except ModuleNotFoundError as error:
        message = "many workers need the extra: pip install 'kommunestatus[scale]'"
        raise UsageError(message) from error
    return ray

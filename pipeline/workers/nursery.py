"""The nursery: a process that imports the reading code, reads a first page, and forks a worker whenever it is asked to.

What a first page makes the code import, compile and look up takes a second; every worker has it from its birth, in
memory that they share. The nursery has one thread, so that forking is safe. It and its workers ignore the signals that
end a run: a Ctrl-C at the terminal, or a service manager that signals every process of a service, is the business of
the process that runs. When that one is gone, however it ended, the nursery kills what it forked, and ends.
"""

import gc
import importlib
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, cast

from pipeline.workers.channel import Channel
from pipeline.workers.plan import PID_BYTES, READY, Extract, Plan
from pipeline.workers.worker import serve
from schemas.page import RawPage

_PLAN_BYTES: Final = 1 << 16
FIRST_PAGE: Final = Path(__file__).with_name("first_page.html")
"""An article made up for the purpose: each of the questions, with an answer of the kind that it asks for."""
_THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def main() -> None:
    """Fork workers for the process at the other end of the socket whose number is the only argument."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    plan = Plan.model_validate_json(control.recv(_PLAN_BYTES))
    extract = _imported(plan.extract)
    _read_first_page(extract)
    alive: set[int] = set()
    try:
        with suppress(ConnectionError):
            control.sendall(READY)
        while (end := _next(control)) is not None:
            alive -= {pid for pid in alive if os.waitpid(pid, os.WNOHANG) != (0, 0)}
            pid = _fork(control, end, extract, plan)
            alive.add(pid)
            control.sendall(pid.to_bytes(PID_BYTES, "big"))
    finally:
        for pid in alive:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _read_first_page(extract: Extract) -> None:
    # A library for linear algebra would keep a thread for each core; there is a worker for each core.
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    extract(RawPage(url="https://first.example/", body=FIRST_PAGE.read_bytes())).model_dump_json()
    gc.collect()
    gc.freeze()  # what is here stays shared: a worker's collector would touch, and so copy, every page of it


def _imported(name: str) -> Extract:
    module, _, function = name.partition(":")
    return cast("Extract", getattr(importlib.import_module(module), function))


def _next(control: socket.socket) -> socket.socket | None:
    """Wait for the socket of the next worker; None when the process that runs is gone."""
    with suppress(ConnectionError):
        _, fds, _, _ = socket.recv_fds(control, 1, 1)
        return socket.socket(fileno=fds[0]) if fds else None
    return None


def _fork(control: socket.socket, end: socket.socket, extract: Extract, plan: Plan) -> int:
    """Fork a worker that talks over the socket; its process id, in the nursery."""
    pid = os.fork()
    if pid:
        end.close()
        return pid
    try:
        control.close()
        with suppress(ConnectionError):
            serve(Channel(end), extract, plan)
    finally:
        os._exit(0)  # what stands further up the stack is the nursery's, not the worker's


if __name__ == "__main__":
    main()

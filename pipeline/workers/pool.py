"""The pool of workers, on the side of the process that runs."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType
from typing import Final, Self

from pydantic import ValidationError

from pipeline.errors import OverBudget
from pipeline.workers.channel import Channel
from pipeline.workers.plan import PID_BYTES, READY, Plan
from pipeline.workers.worker import Kind, Reply, send_page
from schemas.page import RawPage
from schemas.record import StatusRecord
from schemas.rejection import Rejection

Outcome = StatusRecord | Rejection | OverBudget
"""What came of a page."""

IN_FLIGHT: Final = 6
"""Pages asked for ahead, for each worker: enough that none waits while what was read is stored, few enough that memory
stays flat."""
_START_SECONDS: Final = 60.0


class ExtractionBugError(Exception):
    """Reading a page raised what nobody expected; the message is the worker's traceback."""


@dataclass
class _Worker:
    pid: int
    channel: Channel

    def kill(self) -> None:
        """End it at once."""
        self.channel.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Workers:
    """Workers while the context lasts; `read` may be called from many threads."""

    def __init__(self, plan: Plan, *, processes: int | None = None) -> None:
        """Take the plan; nothing starts yet. `processes` defaults to the cores that this process may use."""
        self.processes = processes or len(os.sched_getaffinity(0))
        self._plan = plan
        self._control, self._far_end = socket.socketpair()
        self._asking = threading.Lock()
        self._free: SimpleQueue[_Worker | None] = SimpleQueue()
        self._nursery: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._threads = ThreadPoolExecutor(self.processes, thread_name_prefix="page")

    def __enter__(self) -> Self:
        """Start the nursery, and wait for nothing; a worker starts when its first page comes."""
        fd = self._far_end.fileno()
        command = [sys.executable, "-m", "pipeline.workers.nursery", str(fd)]
        self._nursery = subprocess.Popen(command, pass_fds=[fd], start_new_session=True)  # noqa: S603 -- our own module
        self._far_end.close()
        self._control.settimeout(_START_SECONDS)
        self._control.sendall(self._plan.model_dump_json().encode())
        for _ in range(self.processes):
            self._free.put(None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the nursery and every worker."""
        self._threads.shutdown(cancel_futures=True)
        while not self._free.empty():
            worker = self._free.get()
            if worker is not None:
                worker.kill()
        self._control.close()
        if self._nursery is not None:
            if not self._ready:  # no page came while it made itself ready: it has no worker, and nothing to finish
                self._nursery.kill()
            self._nursery.wait()

    def read(self, page: RawPage) -> StatusRecord | Rejection:
        """Read a page in a worker; waits for a free one.

        Raises OverBudget for a page that takes too long or too much memory, or that ends its worker, and
        ExtractionBugError for what is a bug.
        """
        worker = self._free.get() or self._start()
        kept: _Worker | None = None
        try:
            reply, body = self._ask(worker, page)
            kept = None if reply.last else worker
        except BaseException:
            worker.kill()
            raise
        finally:
            if kept is None:
                worker.channel.close()
            self._free.put(kept)
        return _made(reply, body, self._plan)

    def submit(self, page: RawPage) -> "Future[StatusRecord | Rejection]":
        """Read a page beside others; the future raises what `read` raises."""
        return self._threads.submit(self.read, page)

    def results(self, pages: Iterable[RawPage]) -> Iterator[tuple[RawPage, Outcome]]:
        """Read pages on all workers, in the order given, drawing only a few ahead; raises ExtractionBugError."""
        waiting: deque[tuple[RawPage, Future[StatusRecord | Rejection]]] = deque()
        for page in pages:
            waiting.append((page, self.submit(page)))
            if len(waiting) >= IN_FLIGHT * self.processes:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())

    def _start(self) -> _Worker:
        with self._asking:
            self._wait_until_ready()
        ours, theirs = socket.socketpair()
        with theirs, self._asking:
            socket.send_fds(self._control, [b"w"], [theirs.fileno()])
            told = self._control.recv(PID_BYTES)
        if not told:  # no id is no process, and 0 would be the whole group of this one
            ours.close()
            message = "the nursery of the workers is gone"
            raise ExtractionBugError(message)
        return _Worker(int.from_bytes(told, "big"), Channel(ours))

    def _wait_until_ready(self) -> None:
        if not self._ready:
            with suppress(OSError):
                self._ready = self._control.recv(len(READY)) == READY
        if not self._ready:
            message = "the workers did not start"
            raise ExtractionBugError(message)

    def _ask(self, worker: _Worker, page: RawPage) -> tuple[Reply, bytes]:
        deadline = time.monotonic() + self._plan.page_seconds
        try:
            send_page(worker.channel, page, deadline)
            head, body = worker.channel.receive(deadline)
            return Reply.model_validate_json(head), body
        except TimeoutError as error:
            message = f"the page takes longer than {self._plan.page_seconds:g} s"
            raise OverBudget(message, source=page.url) from error
        except (ConnectionError, ValidationError) as error:
            message = "the page ended the process that read it"
            raise OverBudget(message, source=page.url) from error


def _made(reply: Reply, body: bytes, plan: Plan) -> StatusRecord | Rejection:
    match reply.kind:
        case Kind.RECORD:
            return StatusRecord.model_validate_json(body)
        case Kind.REJECTION:
            return Rejection.model_validate_json(body)
        case Kind.MEMORY:
            message = f"the page needs more than {plan.page_memory} bytes of memory"
            raise OverBudget(message)
        case Kind.BUG:
            raise ExtractionBugError(body.decode())


def _result(page: RawPage, future: "Future[StatusRecord | Rejection]") -> tuple[RawPage, Outcome]:
    try:
        return page, future.result()
    except OverBudget as error:
        return page, error

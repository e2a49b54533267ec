"""A TCP door to the socket of a PostgreSQL server that slams shut at a byte."""

import select
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import AF_UNIX, create_server, socket
from types import TracebackType
from typing import Final, Self

TO_SERVER: Final = 0
TO_CLIENT: Final = 1
_COMMIT: Final = b"COMMIT\0"
_CHUNK: Final = 64 * 1024
_POLL: Final = 0.05


@dataclass(frozen=True)
class Cut:
    """Where a connection is cut."""

    direction: int
    """TO_SERVER or TO_CLIENT."""
    position: int
    """How many bytes pass in that direction before."""
    lasting: bool = False
    """Whether nobody gets through afterwards."""


@dataclass
class Proxy:
    """Passes bytes while the context lasts."""

    server: Path
    """The socket of the server."""
    cut: Cut | None = None
    passed: list[int] = field(default_factory=lambda: [0, 0])
    """Bytes in each direction."""
    commits: list[tuple[int, int]] = field(default_factory=list)
    """The bytes that had passed in each direction when a COMMIT was on its way."""
    happened: bool = False
    """Whether it was cut."""
    _closing: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    _door: socket = field(default_factory=lambda: create_server(("127.0.0.1", 0)))

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of a database behind it."""
        port = self._door.getsockname()[1]
        return f"postgresql+psycopg://postgres@127.0.0.1:{port}/{database}?sslmode=disable&gssencmode=disable"

    def __enter__(self) -> Self:
        """Open the door."""
        self._door.settimeout(_POLL)
        self._begin(self._welcome)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Shut it, and everything that is open."""
        self._closing.set()
        for thread in self._threads:
            thread.join()
        self._door.close()

    def _begin(self, work: Callable[..., None], *arguments: socket) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _welcome(self) -> None:
        while not self._closing.is_set():
            with suppress(TimeoutError):
                client, _ = self._door.accept()
                if self.happened and self.cut and self.cut.lasting:
                    client.close()
                else:
                    self._begin(self._pass, client)

    def _pass(self, client: socket) -> None:
        with client, socket(AF_UNIX) as server, suppress(ConnectionError):
            server.connect(str(self.server))
            while not self._closing.is_set():
                ready, _, _ = select.select([client, server], [], [], _POLL)
                if client in ready and not self._forward(client, server, TO_SERVER):
                    return
                if server in ready and not self._forward(server, client, TO_CLIENT):
                    return

    def _forward(self, source: socket, target: socket, direction: int) -> bool:
        """Pass on what is there; False at the end, or where it is cut."""
        data = source.recv(_CHUNK)
        end = len(data)
        if self.cut and not self.happened and self.cut.direction == direction:
            end = self.cut.position - self.passed[direction]
        whole = end >= len(data)
        target.sendall(data[: max(end, 0)])
        if direction == TO_SERVER and _COMMIT in data:
            self.commits.append((self.passed[TO_SERVER] + data.index(_COMMIT), self.passed[TO_CLIENT]))
        self.passed[direction] += len(data)
        self.happened |= not whole
        return whole and bool(data)

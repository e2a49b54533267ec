"""Messages over a socket pair: two parts of bytes, their lengths before them, within a deadline."""

import socket
import struct
import time
from typing import Final

_LENGTHS: Final = struct.Struct("!II")
_CHUNK: Final = 1 << 20


class Channel:
    """One end of a socket pair. Every method raises ConnectionError once the other end is gone."""

    def __init__(self, end: socket.socket) -> None:
        """Take over the socket; closing the channel closes it."""
        self._end = end

    def send(self, head: bytes, body: bytes, deadline: float | None = None) -> None:
        """Send both parts; raises TimeoutError past the deadline (seconds of the monotonic clock)."""
        self._wait_until(deadline)
        self._end.sendall(b"".join((_LENGTHS.pack(len(head), len(body)), head, body)))

    def receive(self, deadline: float | None = None) -> tuple[bytes, bytes]:
        """Wait for both parts of a message; raises TimeoutError past the deadline."""
        head, body = _LENGTHS.unpack(self._exactly(_LENGTHS.size, deadline))
        return self._exactly(head, deadline), self._exactly(body, deadline)

    def close(self) -> None:
        """End the conversation; the other end notices."""
        self._end.close()

    def _exactly(self, size: int, deadline: float | None) -> bytes:
        """Read so many bytes, allocating no more than has arrived: the other end may lie about lengths."""
        parts = []
        while size:
            self._wait_until(deadline)
            part = self._end.recv(min(size, _CHUNK))
            if not part:
                message = "the other end is gone"
                raise ConnectionError(message)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _wait_until(self, deadline: float | None) -> None:
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            raise TimeoutError
        self._end.settimeout(left)

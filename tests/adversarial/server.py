"""A server without a robots.txt that sends the same raw bytes on every other request."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final


@contextmanager
def serving(sent: bytes, pause: float = 0) -> Iterator[int]:
    """Serve on a loopback port, which it hands out; `pause` (s) between bytes, 0 sends all at once."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(20)
    thread = threading.Thread(target=_serve, args=(listener, sent, pause), daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        with suppress(OSError):  # already gone
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


_NO_ROBOTS: Final = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def _serve(listener: socket.socket, sent: bytes, pause: float) -> None:
    while True:
        try:
            connection = listener.accept()[0]
        except OSError:  # the listener was closed
            return
        with connection, suppress(OSError):  # the client may leave at any byte
            connection.settimeout(20)
            asked = connection.recv(65_536)
            told = _NO_ROBOTS if asked.startswith(b"GET /robots.txt ") else sent
            for piece in (
                [told] if not pause or told is _NO_ROBOTS else [told[place : place + 1] for place in range(len(told))]
            ):
                connection.sendall(piece)
                time.sleep(pause)
            connection.shutdown(socket.SHUT_WR)

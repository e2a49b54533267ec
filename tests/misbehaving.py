"""A reader of pages that does what their bytes say: for tests of the processes that read pages."""

import os
import signal

from schemas.page import RawPage
from schemas.rejection import Rejection


def act(page: RawPage) -> Rejection:
    """Do what the body says; otherwise the rejection's message is the process id of the reader."""
    match page.body:
        case b"spin":
            while True:
                pass
        case b"hoard":
            bytearray(4 << 30)
        case b"exit":
            os._exit(3)
        case b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"bug":
            message = "nobody expected this"
            raise LookupError(message)
    return Rejection(url=page.url, stage="clean", reason="no_text", message=str(os.getpid()))

"""Pages from the file system and from standard input."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.errors import Unreadable
from pipeline.settings import Settings
from schemas.page import RawPage

HTML: Final = (".html", ".htm")
MAIL: Final = (".eml",)
WARC: Final = (".warc", ".warc.gz")
_PAGES: Final = (*HTML, *MAIL, *WARC)
STDIN_URL: Final = "file:///dev/stdin"


def pages_in(folder: Path) -> tuple[Path, ...]:
    """List the files below a folder that hold pages, by name, its subfolders after it.

    Those are HTML, e-mail and WARC files, and no pipes; links to folders are not followed.
    """
    return tuple(_walk(folder))


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders.sort()
        found = (Path(root, name) for name in sorted(files) if name.lower().endswith(_PAGES))
        yield from (path for path in found if not path.is_fifo())  # a pipe would be waited for without end


def read_file(path: Path, settings: Settings, url: str | None = None) -> RawPage:
    """Read a page from a file; without a URL its address is the file's own. Raises Unreadable.

    Of a file past the limit, one byte more than the limit is read: enough for the page to be turned down by its size.
    """
    try:
        with path.open("rb") as file:
            body = file.read(settings.decoded_bytes + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise Unreadable(message, source=str(path)) from error
    return RawPage(url=url or path.absolute().as_uri(), body=body)


def read_stream(stream: BinaryIO, settings: Settings, url: str | None = None) -> RawPage:
    """Read a page from standard input, by the same limit. Raises Unreadable."""
    try:
        body = stream.read(settings.decoded_bytes + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise Unreadable(message, source="standard input") from error
    return RawPage(url=url or STDIN_URL, body=body)

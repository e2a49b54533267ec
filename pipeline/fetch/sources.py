"""What a person names on the command line, as pages to read: files, folders, standard input, URLs."""

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pipeline.errors import UsageError
from pipeline.fetch.files import pages_in

STDIN: Final = "-"
_UNSAFE: Final = re.compile(r"[^\w.-]+")
_LONGEST_STEM: Final = 100


@dataclass(frozen=True)
class Reference:
    """One page to read."""

    name: str
    """As a person knows it: the path, the URL, or `-`."""
    path: Path | None = None
    """The file; None for a URL and for standard input."""

    @property
    def is_url(self) -> bool:
        """Whether it must be fetched."""
        return self.path is None and self.name != STDIN

    @property
    def stem(self) -> str:
        """A file name for what is made of it, without suffix: safe on every file system, never empty."""
        if self.path is not None:
            base = self.path.stem
        elif self.is_url:
            base = urlsplit(self.name).path.rstrip("/").rpartition("/")[2].removesuffix(".html") or "page"
        else:
            base = "stdin"
        return _UNSAFE.sub("_", base).strip(".")[:_LONGEST_STEM] or "page"


def references(argument: str) -> tuple[Reference, ...]:
    """List the pages that one argument names; a folder may hold none. Raises UsageError for what does not exist."""
    if argument == STDIN or "://" in argument:
        return (Reference(argument),)
    path = Path(argument)
    if path.is_dir():
        return tuple(Reference(str(page), page) for page in pages_in(path))
    if path.exists():
        return (Reference(argument, path),)
    message = "no such file or folder; a URL begins with http:// or https://"
    raise UsageError(message, source=argument)


def is_folder(argument: str) -> bool:
    """Whether an argument names a folder."""
    return argument != STDIN and Path(argument).is_dir()


def distinct_stems(pages: tuple[Reference, ...]) -> tuple[str, ...]:
    """Name each page's output; pages that share a stem are told apart by a hash of their names."""
    stems = Counter(page.stem.casefold() for page in pages)
    shared = {stem for stem, n in stems.items() if n > 1}
    return tuple(
        f"{page.stem}-{_short_hash(page.name)}" if page.stem.casefold() in shared else page.stem for page in pages
    )


def _short_hash(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]

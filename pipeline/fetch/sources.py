"""What a person names on the command line, as pages to read: files, folders, standard input, URLs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote, urldefrag, urlsplit

from pipeline.errors import FetchError, UsageError
from pipeline.fetch.files import MAIL, WARC, pages_in, read_file
from pipeline.settings import Settings
from schemas.page import RawPage

STDIN: Final = "-"
_UNSAFE: Final = re.compile(r"[^\w.-]+")
_LONGEST_STEM: Final = 100


@dataclass(frozen=True)
class Reference:
    """One page to read, or one file that may hold many."""

    name: str
    """As a person knows it: the path, the URL, or `-`."""
    path: Path | None = None
    """The file; None for a URL and for standard input."""

    @property
    def is_url(self) -> bool:
        """Whether it must be fetched."""
        return self.path is None and self.name != STDIN

    @property
    def holds_many(self) -> bool:
        """Whether it is a file that may hold any number of pages: e-mail or WARC."""
        return self.path is not None and self.path.name.lower().endswith((*MAIL, *WARC))

    @property
    def stem(self) -> str:
        """A file name for what is made of it, without suffix: safe on every file system, never empty."""
        if self.path is not None:
            base = self.path.stem
        elif self.is_url:
            base = _path_of(self.name).rstrip("/").rpartition("/")[2].removesuffix(".html") or "page"
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


def pages_of(path: Path, settings: Settings, url: str | None = None) -> Iterator[RawPage | FetchError]:
    """The pages of a file in order, whatever its kind; one that cannot be read is an error in its place.

    `url` beats the address of the page; raises UsageError for a WARC file, whose pages have their own, and where its
    reader is not installed. Raises Unreadable for a file that cannot be read at all.
    """
    name = path.name.lower()
    if name.endswith(WARC):
        if url:
            message = "--url is the address of one page; those of a WARC file have their own"
            raise UsageError(message, source=str(path))
        from pipeline.fetch.warc import pages_in_warc  # noqa: PLC0415 -- seldom needed, and so is `email`

        yield from pages_in_warc(path, settings)
    elif name.endswith(MAIL):
        from pipeline.fetch.mail import pages_in_mail  # noqa: PLC0415 -- as above

        for page in pages_in_mail(path, settings):
            yield page.model_copy(update={"url": url}) if url and isinstance(page, RawPage) else page
    else:
        yield read_file(path, settings, url)


def stem_among(stem: str, page: RawPage) -> str:
    """Name the output of one page of a file that holds many: the file's stem, and a hash of address and bytes."""
    return f"{stem}-{_short_hash(f'{page.url} {sha256(page.body).hexdigest()}')}"


def archived_url(pattern: str, url: str, timestamp: datetime) -> str:
    """The address of a copy of a page in a public archive of the web.

    `pattern` holds `{url}` and may hold `{timestamp}`, which becomes 14 digits of UTC: the archive gives the copy
    nearest to it. In a path the address stands as it is, as the archives expect; in a query it is percent-encoded.
    """
    before, _, after = pattern.replace("{timestamp}", timestamp.astimezone(UTC).strftime("%Y%m%d%H%M%S")).partition(
        "{url}"
    )
    page = urldefrag(url).url
    return before + (quote(page, safe="") if "?" in before else page) + after


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


def _path_of(url: str) -> str:
    """The path of a URL; empty for what is none, which the gate will refuse."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _short_hash(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]

"""Links that are safe to follow: a page's addresses are data, and few schemes may leave the report."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
# A browser drops these from an address before it looks at the scheme.
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f\u2028\u2029]")
_NAME: Final = re.compile(r"[0-9a-z]{1,40}")
# A text fragment of one line is quoted whole up to here; what is longer, by its first and last words.
_WHOLE: Final = 80
_WORDS: Final = 4


def safe_url(url: str | None) -> str | None:
    """Give back an address that a reader may follow: http, https, mailto or tel; None for any other."""
    if url is None or _IGNORED.search(url):
        return None
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return None
    return url if scheme in _SCHEMES else None


def at_sentence(url: str, words: str) -> str | None:
    """Address the very sentence on the published page, by a text fragment; None where the address is not the web's."""
    safe = safe_url(url)
    if safe is None or not safe.lower().startswith(("http:", "https:")):
        return None
    return f"{safe.partition('#')[0]}#:~:text={_fragment(words)}"


def _fragment(words: str) -> str:
    lines = [line for line in words.split("\n") if line.strip()]
    if len(lines) == 1 and len(words) <= _WHOLE:
        return _encoded(words)
    first, last = lines[0].split()[:_WORDS], lines[-1].split()[-_WORDS:]
    return f"{_encoded(' '.join(first))},{_encoded(' '.join(last))}"


def _encoded(words: str) -> str:
    # A hyphen and a comma have a meaning of their own in a text fragment, also where a URL allows them.
    return quote(words, safe="").replace("-", "%2D")


def is_file_name(name: str) -> bool:
    """Whether a code or hash can name a file: lower-case letters and digits only."""
    return _NAME.fullmatch(name) is not None

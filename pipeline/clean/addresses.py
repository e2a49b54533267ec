"""Addresses that a page names, made absolute; what is spelt as no address is none."""

from collections.abc import Collection
from typing import Final
from urllib.parse import urljoin, urlsplit

PAGES: Final = frozenset({"http", "https"})
LINKS: Final = frozenset({"http", "https", "mailto", "tel"})


def joined(base: str, address: str, schemes: Collection[str]) -> str | None:
    """An address made absolute; None if it is malformed or of another scheme; of a malformed base nothing is taken."""
    try:
        target = urljoin(base if is_split(base) else "", address.strip())
        return target if urlsplit(target).scheme in schemes else None
    except ValueError:
        return None


def is_split(address: str) -> bool:
    """Whether an address can be taken apart: `http://[::1` cannot."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True

"""Addresses told apart: one spelling for each page, and which of them belong to a site."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from pipeline.errors import RefusedByPolicy

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
# What newsletters and advertisements add to a link; none of them says which page is meant.
_TRACKING: Final = frozenset(
    (
        "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid twclid ttclid igshid mc_cid mc_eid mkt_tok "
        "_hsenc _hsmi vero_id li_fat_id _ga _gl"
    ).split()
)
_TRACKING_PREFIX: Final = "utm_"
_MOST_CHARS: Final = 2083
"""Of a link that is followed, as of every URL that is fetched by default."""
_ESCAPE: Final = re.compile("%[0-9a-fA-F]{2}")
_UNRESERVED: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_PATH_SAFE: Final = "%/:@!$&'()*+,;=~"
_QUERY_SAFE: Final = _PATH_SAFE + "?[]"
# A page that lists pages, or no page at all: by what WordPress and its kin call them.
_NO_ARTICLE: Final = re.compile(
    r"/(?:tag|tags|category|kategori|author|wp-content|wp-json|wp-admin|wp-includes)(?:/|$)"
    r"|/page/\d+/?$|/feed/?$|/wp-login\.php|/xmlrpc\.php"
    r"|\.(?:jpe?g|png|gif|webp|svg|ico|pdf|docx?|xlsx?|pptx?|zip|mp[34]|css|js|xml|json|ics)$",
    re.IGNORECASE,
)


def canonical(url: str) -> str:
    """Give the one spelling of a web address; pages that may differ keep addresses that differ.

    Scheme and host in lower case, no default port, no fragment, no tracking parameter, percent-encoding only where it
    is needed. The slash at the end stays as it is. Raises RefusedByPolicy for what is no http(s) address.
    """
    parts = _split(url)
    path = _without_dots(_encoded(parts.path, _PATH_SAFE)) or "/"
    query = "&".join(_encoded(pair, _QUERY_SAFE) for pair in parts.query.split("&") if pair and not _tracks(pair))
    return urlunsplit((parts.scheme, _netloc(parts), path, query, ""))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        is_web = parts.scheme in _DEFAULT_PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError as error:
        message = f"not a URL: {error}"
        raise RefusedByPolicy(message, source=url[:200]) from error
    if not is_web:
        message = "no http or https address"
        raise RefusedByPolicy(message, source=url[:200])
    return parts


def _netloc(parts: SplitResult) -> str:
    """Host and port in one spelling; a user name stays, for the gate to refuse."""
    host = _host(parts)
    user = parts.netloc.rpartition("@")[0]
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme] else ""
    return f"{user}@{host}{port}" if user else f"{host}{port}"


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return host  # no name that resolves; the gate says so


def _encoded(text: str, safe: str) -> str:
    """Percent-encode what must be, undo it for what need not be, and write the rest in capitals."""
    whole = quote(text, safe=safe, errors="surrogatepass")
    return _ESCAPE.sub(_escape, _stray_percents(whole))


def _stray_percents(text: str) -> str:
    """Encode a percent sign that encodes nothing."""
    return re.sub("%(?![0-9a-fA-F]{2})", "%25", text)


def _escape(match: re.Match[str]) -> str:
    plain = unquote(match.group(), errors="replace")
    return plain if plain in _UNRESERVED else match.group().upper()


def _without_dots(path: str) -> str:
    """Resolve `.` and `..` as browsers do."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == ".." and len(kept) > 1:
            kept.pop()
        elif segment not in {".", ".."}:
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _tracks(pair: str) -> bool:
    name = unquote(pair.partition("=")[0], errors="replace").lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIX)


def joined(base: str, link: str) -> str | None:
    """Resolve a link of a page to a canonical address; None for what leads to no web page, and for endless ones."""
    if len(link) > _MOST_CHARS:
        return None
    try:
        return canonical(urljoin(base, link.strip()))
    except (ValueError, RefusedByPolicy):
        return None


def of_site(url: str, base: str, hosts: Iterable[str]) -> bool:
    """Whether a canonical address is on the host of `base`, with or without www., or on one of the other hosts."""
    here = _bare(urlsplit(url).netloc)
    return here == _bare(urlsplit(canonical(base)).netloc) or here in {_bare(host) for host in hosts}


def _bare(netloc: str) -> str:
    return netloc.removeprefix("www.")


def may_be_article(url: str) -> bool:
    """Whether an address is not plainly that of a listing, a picture or the works behind a site."""
    return _NO_ARTICLE.search(urlsplit(url).path) is None

"""The gate that every URL and every redirect passes: what may be asked for, and where its name may lead.

A page that we fetch may link or redirect to the machine that runs us, to its neighbours, or to a cloud's metadata
service. So a name is resolved once, every address it has must be public, and the connection goes to that very address.
"""

import asyncio
import re
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

import httpx

from pipeline.errors import RefusedByPolicy, UnknownHost
from pipeline.settings import Settings

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolver = Callable[[str, int], Awaitable[tuple[str, ...]]]

_SCHEMES: Final = frozenset({"http", "https"})
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_LAST_PORT: Final = 65_535
# What browsers and proxies read differently from one another, so that a filter and a client may disagree.
_TREACHEROUS: Final = re.compile(r"[\x00-\x1f\x7f\\]")
_NAME: Final = re.compile(r"[a-z0-9._-]{1,253}")
# The URL standard calls a host whose last label is a number an IPv4 address: 2130706433, 0x7f.1 and 0177.0.0.1 too.
_NUMERIC_END: Final = re.compile(r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$")
_NAT64: Final = IPv6Network("64:ff9b::/96")
# Addresses that carry another one inside, or that lead back to the own site; `is_global` lets some of them through.
_TRANSLATED: Final = tuple(
    IPv6Network(network)
    for network in ("::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10")
)
# Relays to IPv6, and protocol assignments, where one cloud has its metadata; not all versions of Python refuse these.
_ASSIGNED: Final = (IPv4Network("192.88.99.0/24"), IPv4Network("192.0.0.0/24"))


def admitted(url: str, settings: Settings) -> httpx.URL:
    """Parse a URL that may be asked for, without its fragment; raises RefusedByPolicy for any other."""
    if len(url) > settings.url_chars:
        raise _refused(url[:100] + "…", f"the URL is longer than {settings.url_chars} characters")
    if _TREACHEROUS.search(url):
        raise _refused(url, "the URL holds a control character or a backslash")
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise _refused(url, f"not a URL: {error}") from error
    if parsed.scheme not in _SCHEMES:
        raise _refused(url, "only http and https are fetched")
    if parsed.userinfo:
        raise _refused(url, "the URL holds a user name")
    if not _well_spelt(host) or (parsed.port or 0) > _LAST_PORT:
        raise _refused(url, "the host or its port is spelt in a way that no public site needs")
    return parsed.copy_with(fragment=None) if "#" in url else parsed


def _well_spelt(host: str) -> bool:
    """Whether a host is a plain name, a dotted quad or an IPv6 address without a zone."""
    if "%" in host:
        return False
    if ":" in host or (_NUMERIC_END.search(host) and _NAME.fullmatch(host)):
        return _address(host) is not None
    return _NAME.fullmatch(host) is not None


def _address(text: str) -> Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_public(address: Address) -> bool:
    """Whether an address, or the one inside it, belongs to the open internet."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if any(address in network for network in _TRANSLATED):
            return False
    elif any(address in network for network in _ASSIGNED):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """Ask the system's resolver for the addresses of a host, best first; raises OSError.

    It runs in a daemon thread: a resolver that hangs can then be left behind, at a deadline and at exit.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def look_up() -> None:
        try:
            found = tuple(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            tell(partial(answer.set_exception, OSError(str(error))))
        else:
            tell(partial(answer.set_result, found))

    def tell(settle: Callable[[], None]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: None if answer.done() else settle())

    threading.Thread(target=look_up, daemon=True).start()
    return await answer


async def reachable(url: httpx.URL, settings: Settings, resolver: Resolver) -> tuple[str, ...]:
    """Resolve where a connection to the URL may go, best first.

    One forbidden address among several refuses all: an honest site has none. Raises RefusedByPolicy, UnknownHost.
    """
    host = url.raw_host.decode("ascii")
    try:
        async with asyncio.timeout(settings.dns_seconds):
            found = await resolver(host, url.port or _DEFAULT_PORTS[url.scheme])
    except (OSError, TimeoutError) as error:
        message = f"the name {host} does not resolve"
        raise UnknownHost(message, source=str(url)) from error
    if not found or not all(_may_reach(address, settings.allow_private) for address in found):
        raise _refused(str(url), f"{host} leads to an address that is not public")
    return tuple(dict.fromkeys(found))


def _may_reach(text: str, allowed: Iterable[Network]) -> bool:
    address = _address(text)
    if address is None:
        return False
    return is_public(address) or any(address in network for network in allowed)


def _refused(url: str, message: str) -> RefusedByPolicy:
    return RefusedByPolicy(message, source=url)

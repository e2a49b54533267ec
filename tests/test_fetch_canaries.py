"""What leads inside is refused before a connection: listeners on this computer must hear nothing."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Final

import httpx
import pytest

from fixtures.faulty import Fault, FaultyServer
from pipeline.errors import ConnectionFailed, FetchError, RefusedByPolicy, UnknownHost
from pipeline.fetch.addresses import resolve
from pipeline.fetch.client import Client, Fetcher
from pipeline.settings import Settings
from schemas.page import RawPage
from tests.fetching import PUBLIC, World, page

pytestmark = pytest.mark.enable_socket

NOW: Final = datetime(2026, 11, 24, 12, tzinfo=UTC)
SETTINGS: Final = Settings(delay_seconds=0, attempts=1, total_seconds=5)

PAGE: Final = Fault((b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret",))

SPELLINGS: Final = (
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1:{port}/robots.txt",
    "http://127.000.000.001:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0X7F.1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/",
    "http://00000000177.1:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://１２７.０.０.１:{port}/",  # noqa: RUF001 -- full-width digits are the attack
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://127。0。0。1:{port}/",
    "http://127%2e0%2e0%2e1:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST:{port}/",
    "http://localhost.:{port}/",
    "http://[fe80::1%25lo]:{port}/",
    "http://[::1%lo]:{port}/",
    "http://ⓛocalhost:{port}/",
    "http://ｌocalhost:{port}/",  # noqa: RUF001 -- as above
    "http://loc\u00adalhost:{port}/",
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[64:ff9b:1::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2001:0:7f00:1::]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://news.example@127.0.0.1:{port}/",
    "http://news.example:80@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}@127.0.0.1:{port}/",
    "http://news.example%40127.0.0.1:{port}/",
    "http://news.example\\@127.0.0.1:{port}/",
    "http://news.example#@127.0.0.1:{port}/",
    "http://news.example?@127.0.0.1:{port}/",
    "http:\\\\127.0.0.1:{port}\\",
    "http:/127.0.0.1:{port}/",
    "http:127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "http:///127.0.0.1:{port}/",
    " http://127.0.0.1:{port}/",
    "http://127.0.0.1\t:{port}/",
    "http://127.0.0.1:{port}\n/",
    "http://127.0.0.1\x00.news.example:{port}/",
    "HTTP://127.0.0.1:{port}/",
    "https://127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_GET%20/",
    "file://127.0.0.1:{port}/etc/passwd",
    "file:///etc/passwd",
    "ws://127.0.0.1:{port}/",
    "unix://127.0.0.1:{port}/",
    "dict://127.0.0.1:{port}/",
    "ldap://127.0.0.1:{port}/",
    "jar:http://127.0.0.1:{port}/!/",
    "view-source:http://127.0.0.1:{port}/",
    "javascript:fetch('http://127.0.0.1:{port}/')",
    "data:text/html,x",
)
ELSEWHERE: Final = ("http://news.example#", "http://news.example?", "http://localhost.")
"""Well-spelt names, the first two of another host; nothing here resolves them."""
NETWORKS: Final = (
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.170.2",
    "100.64.0.1",
    "100.100.100.200",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104 -- an address to refuse, not one to listen on
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "192.0.0.8",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%lo",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:a9fe:a9fe::",
    "2001:0:a9fe:a9fe::",
    "2001:db8::1",
    "100::1",
    "not an address",
    "",
)


@pytest.fixture
def canary() -> Iterator[FaultyServer]:
    """A listener on this computer that would answer; the test fails if anybody came."""
    with FaultyServer({"/": (PAGE,)}) as server:
        yield server
        assert (server.n_connections, server.paths) == (0, [])


async def no_names(host: str, port: int) -> tuple[str, ...]:
    """Resolve what this computer knows by itself; a name of the internet does not exist."""
    if host.endswith((".example", ".")):
        raise OSError
    return await resolve(host, port)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_leads_inside(spelling: str, canary: FaultyServer) -> None:
    client = Client(SETTINGS, lambda: NOW, resolver=no_names)
    with pytest.raises(FetchError) as caught:
        client.get(spelling.replace("{port}", str(canary.port)))
    expected = UnknownHost if spelling.startswith(ELSEWHERE) else RefusedByPolicy
    assert isinstance(caught.value, expected)


@pytest.mark.parametrize("address", NETWORKS)
def test_no_name_leads_inside(address: str) -> None:
    async def resolver(_host: str, _port: int) -> tuple[str, ...]:
        return ("93.184.215.14", address)

    def connect() -> httpx.AsyncBaseTransport:
        message = "nothing may connect"
        raise AssertionError(message)

    with pytest.raises(RefusedByPolicy):
        Client(SETTINGS, lambda: NOW, connect, resolver).get("http://news.example/")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_redirect_leads_inside(spelling: str) -> None:
    world = World([page(status=302, Location=spelling.replace("{port}", "8080"))])
    world.outcomes("http://news.example/")
    assert {request.url.host for _, request in world.asked} == {PUBLIC}


ONE_HOST: Final = SETTINGS.model_copy(
    update={"allow_private": (ip_network("127.0.0.1/32"),), "attempts": 2, "retry_seconds": 0.001}
)


def redirect(url: str) -> Fault:
    return Fault((f"HTTP/1.1 302 Found\r\nLocation: {url}\r\nContent-Length: 0\r\n\r\n".encode(),))


@pytest.mark.parametrize("path", ["/", "/robots.txt"])
def test_a_server_cannot_send_us_to_its_neighbour(path: str) -> None:
    with FaultyServer(host="127.0.0.2") as canary, FaultyServer({path: (redirect(canary.url()),)}) as server:
        with pytest.raises(RefusedByPolicy):
            Client(ONE_HOST, lambda: NOW).get(server.url())
        assert server.paths[-1] == path
        assert canary.n_connections == 0


@pytest.mark.parametrize("fault", [PAGE, Fault(reset=True)])
def test_a_name_that_changes_its_mind_leads_nowhere_else(fault: Fault) -> None:
    answers = iter(["127.0.0.1"])

    async def rebinding(_host: str, _port: int) -> tuple[str, ...]:
        return (next(answers, "127.0.0.2"),)

    async def fetch(url: str) -> list[object]:
        async with Fetcher(ONE_HOST, lambda: NOW, resolver=rebinding) as fetcher:
            return [(await asyncio.gather(fetcher.page(url), return_exceptions=True))[0] for _ in range(3)]

    with FaultyServer(host="127.0.0.2") as canary, FaultyServer({"/": (fault,)}) as server:
        outcomes = asyncio.run(fetch(f"http://news.example:{server.port}/"))
        assert canary.n_connections == 0
    # A connection that ends early is made anew, and the name asked again: refused, or the page, never elsewhere.
    allowed = (RefusedByPolicy,) if fault.reset else (RawPage, RefusedByPolicy)
    assert all(isinstance(outcome, allowed) for outcome in outcomes)


def test_a_port_without_a_listener_is_no_secret() -> None:
    with pytest.raises(ConnectionFailed):
        Client(ONE_HOST, lambda: NOW).get("http://127.0.0.1:1/")

"""The gate: which URLs and addresses may be asked for."""

import asyncio
from ipaddress import ip_address

import pytest

from pipeline.errors import RefusedByPolicy
from pipeline.fetch.addresses import admitted, is_public, resolve
from pipeline.settings import Settings


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/",
        "file:///etc/passwd",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://１２７.０.０.１/",  # noqa: RUF001 -- full-width digits are the attack
        "http://127.0.0.1./",
        "http://user@news.example/",
        "http://news.example\\@127.0.0.1/",
        "http://news.example:99999/",
        "http://news.example/\n",
        "http:///",
        "news.example",
        "http://news.example/" + "a" * 3000,
    ],
)
def test_a_treacherous_url_is_refused_before_any_name_is_resolved(url: str) -> None:
    with pytest.raises(RefusedByPolicy):
        admitted(url, Settings())


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 -- an address to refuse, not one to listen on
        "224.0.0.1",
        "192.88.99.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
    ],
)
def test_addresses_of_our_own_side_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:400f:80d::200e", "64:ff9b::808:808"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_a_numeric_host_resolves_to_itself() -> None:
    assert asyncio.run(resolve("127.0.0.1", 80)) == ("127.0.0.1",)

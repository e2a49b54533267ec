"""The fixture site serves each page's bytes where its gold says, and nothing reaches past this computer."""

import socket
import urllib.request
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError

import pytest
from pytest_socket import SocketConnectBlockedError

from fixtures.site import FixtureSite, fixture_pages


def get(url: str, method: str = "GET") -> tuple[str, bytes]:
    with urllib.request.urlopen(urllib.request.Request(url, method=method)) as response:  # noqa: S310 -- loopback
        return response.headers["Content-Type"], response.read()


def test_every_page_is_served_as_it_stands_on_disk(corpus: Path) -> None:
    site = FixtureSite()
    with site:
        served = {page.name: get(f"{site.base_url}{path}") for path, page in site.pages.items()}
    files = {
        path.stem: path.read_bytes() for folder in (corpus, corpus.parent / "pages") for path in folder.glob("*.html")
    }
    assert {name: body for name, (_, body) in served.items()} == files
    assert {name for name, (kind, _) in served.items() if kind == "text/html"} == {"05-esbjerg"}


def test_the_index_links_every_page_and_the_rest_is_not_there() -> None:
    with FixtureSite() as base:
        index = get(f"{base}/")[1].decode()
        assert index.count("<li>") == len(fixture_pages())
        assert get(f"{base}/", method="HEAD")[1] == b""
        with pytest.raises(HTTPError) as missing:
            get(f"{base}/nowhere/")
        missing.value.close()
    assert missing.value.code == HTTPStatus.NOT_FOUND
    assert 'href="/vis/?u=4c19f0&amp;id=77ad2e10b3"' in index


def test_a_socket_to_another_computer_is_closed() -> None:
    with socket.socket() as outside, pytest.warns(match="192.0.2.1"), pytest.raises(SocketConnectBlockedError):
        outside.connect(("192.0.2.1", 80))

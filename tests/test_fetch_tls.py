"""Connections that are encrypted: only to who can show a certificate for the name that was asked for."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from typing import Final

import pytest

from pipeline.errors import ConnectionFailed
from pipeline.fetch.client import Fetcher
from pipeline.fetch.connection import Connection, trusted
from pipeline.settings import Settings

pytestmark = pytest.mark.enable_socket

NAME: Final = "news.example"
SETTINGS: Final = Settings(allow_private=(ip_network("127.0.0.0/8"),), delay_seconds=0, attempts=1, total_seconds=5)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for one name, with its key in the same file, signed by itself; skips where openssl is absent."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    key, made = folder / "key.pem", folder / "certificate.pem"
    wanted = ("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "3650")
    name = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
    subprocess.run(
        [openssl, *wanted, *name, "-keyout", str(key), "-out", str(made)], check=True, capture_output=True, timeout=30
    )
    made.write_text(made.read_text(encoding="ascii") + key.read_text(encoding="ascii"), encoding="ascii")
    return made


@asynccontextmanager
async def serving(certificate: Path) -> AsyncIterator[int]:
    """Answer over TLS on a free port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readline():
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsealed")
        writer.close()

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    async with server:
        yield int(server.sockets[0].getsockname()[1])


async def fetched(certificate: Path, name: str, authorities: ssl.SSLContext) -> bytes:
    async def resolver(_host: str, _port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    async with (
        serving(certificate) as port,
        Fetcher(
            SETTINGS,
            lambda: datetime(2026, 11, 24, tzinfo=UTC),
            connect=lambda: Connection(lambda: authorities),
            resolver=resolver,
        ) as fetcher,
    ):
        await fetcher.page(f"https://{name}:{port}/")
        return (await fetcher.page(f"https://{name}:{port}/again")).body


def test_a_server_that_proves_its_name_is_asked(certificate: Path) -> None:
    authorities = ssl.create_default_context(cafile=str(certificate))
    assert asyncio.run(fetched(certificate, NAME, authorities)) == b"sealed"


def test_a_certificate_for_another_name_is_none(certificate: Path) -> None:
    authorities = ssl.create_default_context(cafile=str(certificate))
    with pytest.raises(ConnectionFailed, match="match"):
        asyncio.run(fetched(certificate, "other.example", authorities))


def test_a_certificate_that_nobody_vouches_for_is_none(certificate: Path) -> None:
    with pytest.raises(ConnectionFailed, match="self-signed"):
        asyncio.run(fetched(certificate, NAME, trusted()))

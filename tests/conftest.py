"""What every test stands on: no network but this computer (see addopts), no chance, and data that may be absent."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings
from sqlalchemy import create_engine

from fixtures.postgres import postgres_server, programs, url_of

ROOT: Final = Path(__file__).parent.parent

# The same examples on every machine, and no clock: a slow computer is no bug.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with data that is not the project's to publish, beside the checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no shared folder beside the checkout")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The constructed pages of the series with their gold."""
    return ROOT / "fixtures" / "corpus"


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[str]:
    """The socket folder of a PostgreSQL server of the test run's own; skips where PostgreSQL is not installed."""
    binaries = programs()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres_server(binaries) as socket_folder:
        yield socket_folder


@pytest.fixture
def postgres_url(postgres_socket: str, request: pytest.FixtureRequest) -> str:
    """The URL of an empty database of that server."""
    name = f"t{hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:16]}"
    engine = create_engine(url_of(postgres_socket), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return url_of(postgres_socket, name)

"""What every test stands on: no network but this computer (see addopts), no chance, and data that may be absent."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

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

"""What every test stands on: no network but this computer (see addopts), and data that may be absent."""

from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent


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

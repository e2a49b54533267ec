"""The process of the fuzzer: `python -m tools.drill.fuzzing` takes the arguments of libFuzzer."""

import sys
from importlib import import_module
from typing import Any

atheris: Any = import_module("atheris")  # it has no types, and is not installed with the project

with atheris.instrument_imports(include=["pipeline", "schemas"]):
    from pipeline.run import extract_page
    from schemas.page import RawPage


def one(data: bytes) -> None:
    """Read a page; whatever is raised ends the fuzzer and leaves the page behind."""
    extract_page(RawPage(url="https://avis.example/a/", body=data, content_type="text/html"))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()

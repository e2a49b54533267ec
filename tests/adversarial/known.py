"""Inputs that the product fails today, and why: each is a strict expected failure, so that a mended one is noticed."""

from typing import Final

FAILING: Final[dict[str, str]] = {}

"""Hostile inputs with the outcome that each must have, made by code; `tests/test_adversarial.py` runs them."""

"""Erasure of a person as pure functions: whom to erase, and masking them in text and JSON-like values."""

from pipeline.erasure.masking import mask, mask_json
from pipeline.erasure.targets import Target, email_target, name_target, phone_target

__all__ = ["Target", "email_target", "mask", "mask_json", "name_target", "phone_target"]

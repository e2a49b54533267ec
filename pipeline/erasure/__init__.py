"""Erasure of a person as pure functions: whom to erase, masking, and knowing them again."""

from pipeline.erasure.masking import mask, mask_json
from pipeline.erasure.records import mask_record
from pipeline.erasure.suppression import Suppression, found, suppression_of
from pipeline.erasure.targets import Target, email_target, name_target, phone_target

__all__ = [
    "Suppression",
    "Target",
    "email_target",
    "found",
    "mask",
    "mask_json",
    "mask_record",
    "name_target",
    "phone_target",
    "suppression_of",
]

"""Letters with their marks as one, in time that grows with the text.

Unicode's own way sorts a run of marks by insertion: half a million on one letter take three minutes, and no alarm is
heard meanwhile.
"""

import re
from typing import Final
from unicodedata import normalize

_LONGEST: Final = 1000
_PIECE: Final = re.compile(rf"\S{{1,{_LONGEST}}}|\s+")


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC); of a run of over 1,000 characters each thousand by itself."""
    if len(text) <= _LONGEST:
        return normalize("NFC", text)
    return "".join(normalize("NFC", piece) for piece in _PIECE.findall(text))

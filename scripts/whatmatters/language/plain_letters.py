"""Letters without what only looks different: small letters, no marks."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")


def fold(word: str) -> str:
    """Small letters without their marks: `Tŷ` and `ty` are one."""
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word.lower())))

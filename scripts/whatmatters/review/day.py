"""The day on which a reader read, as people write it: 29/11/2026, 29.11.26, 29 Tachwedd 2026, 2026-11-29."""

from __future__ import annotations

import re
from datetime import date

from ..library.interface import Interface
from ..library.languages import LANGUAGES

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|il|ydd|fed|eg)?\s+(?:of\s+|o\s+)?(?P<month>[^\W\d_]+),?\s+(?P<year>\d{4})"
)


def read_day(written: str, words: Interface) -> date | None:
    """The day, in the British order of day and month; None for what is no day."""
    text = " ".join(written.split()).rstrip(".")
    months = {words(f"month-{n}", lang).lower(): n for n in range(1, 13) for lang in LANGUAGES}
    for pattern in (_ISO, _FIGURES, _WORDS):
        if match := pattern.fullmatch(text):
            named = match["month"].lower()
            month = int(named) if named.isdecimal() else months.get(named, 0)
            year = int(match["year"])
            try:
                return date(year + 2000 if year < 100 else year, month, int(match["day"]))
            except ValueError:
                return None
    return None

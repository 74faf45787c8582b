"""Dates as people read them, 21 November 2026, 21 Tachwedd 2026; and as they type them, on a command or in a form.

They type 2026-11-21, 21/11/2026, 21.11.26 and 21st November 2026: each is the same day wherever it is typed.
"""

from __future__ import annotations

import re
from datetime import date

from ..language.bilingual import LANGUAGES, Lang
from .interface import Interface

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}|\d{2})", re.ASCII)
#: The names of months in both languages have no letters but those of ASCII.
_IN_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|il|ydd|fed|eg)?\s+(?:of\s+|o\s+)?(?P<month>[a-z]+),?\s+(?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)


def in_words(day: date, words: Interface, lang: Lang) -> str:
    """A date in words; the months are the wordings `month-1` to `month-12`."""
    return f"{day.day} {words(f'month-{day.month}', lang)} {day.year}"


def typed_day(typed: str, words: Interface | None = None) -> date | None:
    """The day that somebody typed, in the British order of day and month; None where that is no day.

    Months by name are known only where the `words` for them are given.
    """
    text = " ".join(typed.split()).rstrip(".")
    months = {words(f"month-{n}", lang).lower(): n for n in range(1, 13) for lang in LANGUAGES} if words else {}
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _IN_WORDS):
        if match := pattern.fullmatch(text):
            named, year = match["month"].lower(), f"20{match['year']}"[-4:]
            month = int(named) if named.isdecimal() else months.get(named, 0)
            try:
                return date(int(year), month, int(match["day"]))
            except ValueError:
                return None
    return None

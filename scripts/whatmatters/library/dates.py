"""Dates as people write them: 21 November 2026, 21 Tachwedd 2026; and as they type them: 2026-11-21, 21/11/2026."""

from __future__ import annotations

import re
from datetime import date

from .interface import Interface
from .languages import Lang


def in_words(day: date, words: Interface, lang: Lang) -> str:
    """A date in words; the months are the wordings `month-1` to `month-12`."""
    return f"{day.day} {words(f'month-{day.month}', lang)} {day.year}"


def typed_day(typed: str) -> date | None:
    """The day that somebody typed as 2026-11-21 or 21/11/2026; None where that is no day."""
    typed = typed.strip()
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", typed, re.ASCII):
        year, month, day = (int(part) for part in match.groups())
    elif match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", typed, re.ASCII):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

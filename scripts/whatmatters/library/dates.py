"""Dates as people write them: 21 November 2026, 21 Tachwedd 2026."""

from __future__ import annotations

from datetime import date

from .interface import Interface
from .languages import Lang


def in_words(day: date, words: Interface, lang: Lang) -> str:
    """A date in words; the months are the wordings `month-1` to `month-12`."""
    return f"{day.day} {words(f'month-{day.month}', lang)} {day.year}"

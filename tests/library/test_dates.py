"""Days as people type them, on a command or into a form that comes back."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import mini_library

from whatmatters.library.dates import typed_day
from whatmatters.library.interface import Interface

DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def words() -> Interface:
    """The words of the interface, those for months among them."""
    return mini_library().interface


@pytest.mark.parametrize(("typed", "day"), [
    ("2026-11-29", DAY), ("29/11/2026", DAY), ("29.11.2026", DAY), ("29-11-26", DAY), ("29 / 11 / 26.", DAY),
    (" 1/2/2026 ", date(2026, 2, 1)), ("31/02/2026", None), ("2026-11-31", None), ("11/29/2026", None), ("20261129", None),
    ("2026-W48-7", None), ("٢٩/١١/٢٠٢٦", None), ("0000-01-01", None), ("", None), ("heddiw", None), ("29 November 2026", None),
])  # fmt: skip
def test_days_in_figures(typed, day):
    """The year first, or the day before the month; nothing else is guessed at."""
    assert typed_day(typed) == day


@pytest.mark.parametrize(("typed", "day"), [
    ("29 Tachwedd 2026", DAY), ("29 November 2026", DAY), ("29th november, 2026.", DAY), ("29 of November 2026", DAY),
    ("29ain o Dachwedd 2026", None), ("29/11/2026", DAY), ("31 November 2026", None), ("29 Smarch 2026", None),
])  # fmt: skip
def test_days_with_the_name_of_the_month(words, typed, day):
    """Where the words for months are at hand, their names in either language count too."""
    assert typed_day(typed, words) == day

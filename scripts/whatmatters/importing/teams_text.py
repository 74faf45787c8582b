"""A Teams transcript copied as text: every clock is said in words for screen readers, and glued to itself.

Anna Price
0 minutes 3 seconds0:03
Anna Price 0 minutes 3 seconds
Right, so I think we should ask her first.
"""

from __future__ import annotations

import re

from .clock_entries import Entry
from .formats import Style
from .names import is_name
from .rows import Row
from .spoken_length import said_before, says
from .times import milliseconds


def clock_in(text: str) -> tuple[str, int] | None:
    """The clock of a row that is a length in words with its clock behind it, and its milliseconds."""
    if len(text) > 90 or not text[-1:].isdecimal():
        return None
    # The digits of the clock may be glued to nothing but letters: each place where it could begin is tried.
    for found in re.finditer(r"(?<!\d)(?:\d{1,2}:)?\d{1,3}:[0-5]\d$", text):
        time = milliseconds(found.group())
        if found.start() and says(time, text[: found.start()]):
            return found.group(), time
    return None


def _entry(i: int, row: Row) -> Entry | None:
    found = clock_in(row.text)
    return Entry(i, found[0], found[1], None, None, "") if found else None


def name_before(text: str, time: int) -> str | None:
    """The name in `Anna Price 0 minutes 3 seconds`, where the length is that of the clock; "" for no name before it."""
    name = said_before(time, text)
    return name if name is not None and (not name or is_name(name)) else None


STYLES = (
    Style(
        "teams-text",
        {"en": "Teams transcript, copied as text", "cy": "trawsgrifiad Teams, wedi'i gopïo fel testun"},
        _entry,
        5,
        lambda text: text[-1].isdecimal() and text[0].isdecimal() and ":" in text[-7:],
    ),
)

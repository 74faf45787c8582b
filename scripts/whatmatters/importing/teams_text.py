"""A Teams transcript copied as text: every clock is said in words for screen readers, and glued to itself.

Anna Price
0 minutes 3 seconds0:03
Anna Price 0 minutes 3 seconds
Right, so I think we should ask her first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .clock_entries import Entry
from .formats import Style
from .names import is_name
from .rows import Row
from .spoken_length import said_before, says
from .times import milliseconds, shown

#: `1 hour 2 minutes 5 seconds`, `3 eiliad`, as Teams says a clock for screen readers.
_LENGTH = (
    r"(?=\d)(?:(\d{1,2}) (?:hours?|awr|oriau)(?:,? |(?=\W*$)))?"
    r"(?:(\d{1,3}) (?:minutes?|munud|funud|munudau)(?:,? |(?=\W*$)))?(?:(\d{1,2}) (?:seconds?|eiliad))?"
)
#: A clock in words only; what is said may be glued to it.
_LENGTH_ALONE = re.compile(rf"{_LENGTH}(?=$|[^\W\d_])(.*)", re.S)
_BEFORE_NUMBER = re.compile(r"[ \t]+(?=\d)")
_UNIT = re.compile(r"\d (?:hour|minute|second|awr|oriau|[mf]unud|eiliad)")
_ALONE = re.compile(r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d")
#: Such rows that show the way of writing.
FEWEST = 2


def with_clocks(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows in which each clock that stands in words alone, or on a row of its own, is as Teams mostly writes it."""
    if sum(_UNIT.search(row.text[:100]) is not None for row in rows) < FEWEST:
        return rows
    rows = _joined(rows)
    bare = [_named(row.text) if not _follows_clock(rows, i) else None for i, row in enumerate(rows)]
    times = [found[1] for found in bare if found]
    whole = [row for row in rows if clock_in(row.text) is not None]
    if not times or len(times) + len(whole) < FEWEST or any(b < a for a, b in pairwise(times)):
        return rows
    found: list[Row] = []
    for row, said in zip(rows, bare, strict=True):
        if said is None:
            found.append(row)
            continue
        name, time, words = said
        found += [replace(row, text=name), replace(row, text=f"{_spelt(time)}{shown(time)}", gap=False)]
        found += [replace(row, text=words, gap=False)] if words else []
    return tuple(found)


def _joined(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Where a length in words and its clock stand on two rows: one row of both."""
    found: list[Row] = []
    for row in rows:
        before = found[-1].text if found else ""
        if _ALONE.fullmatch(row.text) and _UNIT.search(before[:100]) and says(milliseconds(row.text), before):
            found[-1] = replace(found[-1], text=f"{before}{row.text}")
        else:
            found.append(row)
    return tuple(found)


def _named(text: str) -> tuple[str, int, str] | None:
    """The name, the time and the words of a row that begins with a name and a clock in words."""
    if not _UNIT.search(text[:100]):
        return None
    # A name may have a number of its own: `Speaker 2 3 seconds`.
    for gap in _BEFORE_NUMBER.finditer(text[:100]):
        found = _LENGTH_ALONE.match(text, gap.end())
        numbers = found.groups()[:3] if found else ()
        if found and any(numbers) and is_name(text[: gap.start()]):
            hours, minutes, seconds = (int(number or 0) for number in numbers)
            return text[: gap.start()], ((hours * 60 + minutes) * 60 + seconds) * 1000, found.group(4).strip()
    return None


def _follows_clock(rows: tuple[Row, ...], i: int) -> bool:
    return (
        i > 0 and (clock := clock_in(rows[i - 1].text)) is not None and name_before(rows[i].text, clock[1]) is not None
    )


def _spelt(time: int) -> str:
    """The words for a clock, as the reader of these rows knows them."""
    seconds = time // 1000
    parts = ((seconds // 3600, "hour"), (seconds // 60 % 60, "minute"), (seconds % 60, "second"))
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number or unit == "second"]
    return " ".join(said)


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

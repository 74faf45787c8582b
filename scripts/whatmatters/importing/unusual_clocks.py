"""Clocks that only some programs write, made into those that every style knows.

With dropped frames (`00;00;01;12`), as a length (`1m 3s`), as a time of the day (`10:02 AM`), or many in one row.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .clock_entries import EARLY, OF_DAY
from .names import NAME, is_name
from .rows import Row
from .times import in_order, milliseconds, shown

#: A clock that counts frames, as programs for cutting films write it where frames are dropped: 00;00;01;12.
_FRAMES = re.compile(r"\b(\d\d)[;:](\d\d)[;:](\d\d);(\d\d)\b")
#: `[1m 3s]`, `(1 h 2 min 5 s)`, `[12.5s]`: how long the recording has run, with its units.
_LENGTH = re.compile(
    r"[\[(](?=\d)(?:(\d{1,2}) ?h(?:rs?|ours?)?,? ?)?(?:(\d{1,3}) ?m(?:ins?|inutes?)?,? ?)?"
    r"(?:(\d{1,2})(?:\.\d{1,3})? ?s(?:ecs?|econds?)?)?[\])]"
)
#: What may stand before a length at the head of its row: marks of bold, and a name.
_BEFORE = re.compile(rf"[*_]*(?:({NAME}?):?[*_]*\s+)?(?=[\[(]\d)")
#: A name and a time of the day, alone on their row: how programs for chats and meetings head what somebody says.
_OF_DAY = re.compile(rf"({NAME}?),?\s+[\[(]?(\d{{1,2}})[:.]([0-5]\d)(?:[:.]([0-5]\d))?\s?([ap])\.?m\.?[\])]?", re.I)
#: A clock in brackets or without, behind no other digit and before none.
_CLOCK = re.compile(r"(?<![\d:£$€])(?<!\d[.,])(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?![\d:.])")
#: What stands between two clocks and is more than `hyd` or `to`.
_LETTERS = re.compile(r"(?:[^\W\d_]\W*){4}")
#: Clocks that a text in one row must have: fewer may be times of which somebody speaks.
FEWEST = 4


def with_usual_clocks(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with each clock written as 1:02:03, and at the head of a row of its own."""
    rows = tuple(replace(row, text=_FRAMES.sub(r"\1:\2:\3:\4", row.text)) if ";" in row.text else row for row in rows)
    return _parted(_of_day(_without_units(rows)))


def _without_units(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """`[1m 3s] words` as `[1:03] words`, where such lengths open rows and grow from each to the next."""
    found = [(n, length) for n, row in enumerate(rows) if (length := _length(row.text)) is not None]
    times = [_milliseconds(length) for _, length in found]
    if len(found) < 2 or any(a >= b for a, b in pairwise(times)):
        return rows
    new = list(rows)
    for (n, length), time in zip(found, times, strict=True):
        text = rows[n].text
        new[n] = replace(rows[n], text=f"{text[: length.start()]}[{shown(time)}]{text[length.end() :]}")
    return tuple(new)


def _of_day(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """`Ann Rees 2:05 PM` as `Ann Rees [14:05:00]`, where such rows come again and no time goes back."""
    found = [(n, head) for n, row in enumerate(rows) if (head := _name_and_time(row.text)) is not None]
    times = [time for _, (_, time) in found]
    if len(found) < 2 or any(a > b for a, b in pairwise(times)):
        return rows
    new = list(rows)
    for n, (name, time) in found:
        clock = f"{time // 3600:02}:{time // 60 % 60:02}:{time % 60:02}"
        new[n] = replace(rows[n], text=f"{name} [{clock}]")
    return tuple(new)


def _name_and_time(text: str) -> tuple[str, int] | None:
    """A name, and the time of the day in seconds."""
    found = _OF_DAY.fullmatch(text) if text[-1] in "mM.)]" and len(text) < 120 else None
    if found is None or not is_name(found.group(1)):
        return None
    name, hour, minute, second, half = found.groups()
    return name, ((int(hour) % 12 + 12 * (half in "pP")) * 60 + int(minute)) * 60 + int(second or 0)


def _length(text: str) -> re.Match[str] | None:
    if "[" not in text[:80] and "(" not in text[:80]:
        return None
    before = _BEFORE.match(text)
    if before is None or (before.group(1) and not is_name(before.group(1))):
        return None
    return _LENGTH.match(text, before.end())


def _milliseconds(length: re.Match[str]) -> int:
    hours, minutes, seconds = (int(number or 0) for number in length.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000


def _parted(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows cut before each clock, where a whole panel was copied as one row: `0:01 words 0:03 words 0:06 words`."""
    found = [(n, clock) for n, row in enumerate(rows) for clock in _CLOCK.finditer(row.text)]
    heads = {n for n, clock in found if clock.start() == 0}
    if len(found) < FEWEST or len(found) < 2 * len(rows) or len(heads) * 10 < 9 * len(rows) or 0 not in heads:
        return rows
    if any(n == m and not _LETTERS.search(rows[n].text, a.end(), b.start()) for (n, a), (m, b) in pairwise(found)):
        # `0:01 to 0:05 words` has two clocks for one piece.
        return rows
    times = [milliseconds(clock.group()) for _, clock in found]
    fits = in_order(times)
    if not fits[0] or times[0] >= EARLY or sum(fits) * 4 < 3 * len(found) or not _are_spoken(rows, times, fits):
        return rows
    cuts: dict[int, list[int]] = {n: [] for n in range(len(rows))}
    for (n, clock), good in zip(found, fits, strict=True):
        if good:
            cuts[n].append(clock.start())
    return tuple(piece for n, row in enumerate(rows) for piece in _pieces(row, cuts[n]))


def _are_spoken(rows: tuple[Row, ...], times: list[int], fits: list[bool]) -> bool:
    """Whether the words can have been said from the first to the last of these times, not in the course of a day."""
    kept = [time for time, good in zip(times, fits, strict=True) if good]
    seconds = (kept[-1] - kept[0]) / 1000
    return seconds > 0 and sum(len(row.text.split()) for row in rows) / seconds >= OF_DAY


def _pieces(row: Row, cuts: list[int]) -> list[Row]:
    bounds = sorted({0, *cuts, len(row.text)})
    texts = [row.text[a:b].strip() for a, b in pairwise(bounds)]
    return [replace(row, text=text, gap=row.gap and not n) for n, text in enumerate(texts) if text]

"""Where a file goes on in another style: two recordings in one file, captions with a pasted page behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .clock_layout import find_layout
from .lines import Line, Note, Reading
from .names import NAME, is_name
from .rows import rows_of
from .times import shown, timing

#: A row that may begin or end with a clock.
_CLOCKISH = re.compile(r"^\W{0,6}\d{1,3}[:.]\d\d|\d:\d\d\W{0,6}$|[\[(]\d{1,2}:\d\d")
#: A name before a colon, and how many show a transcript without clocks.
_NAMED = re.compile(rf"(?:\*\*)?({NAME}?)(?:\*\*)?\s?:(?:\*\*)?\s+\S")
TURNS = 3
#: Milliseconds: a cue that goes back by so much, to so near the beginning, is the first of another recording.
BACK, EARLY = 60_000, 60_000
#: Milliseconds between the last words of a recording and the first of the next.
BETWEEN = 1000


def cuts(lines: tuple[str, ...]) -> list[int]:
    """The indexes at which another part of a file of cues begins; empty where it is all one."""
    timed = [(i, times) for i, line in enumerate(lines) if (times := timing(line)) is not None]
    if not timed:
        return []
    found: set[int] = set()
    if (first := _pasted_in(lines, 1 if lines[0].startswith("WEBVTT") else 0, timed[0][0])) is not None:
        found |= {first, _block_before(lines, timed[0][0])}
    elif not lines[0].startswith("WEBVTT") and _are_turns(lines[: _block_before(lines, timed[0][0])]):
        found.add(_block_before(lines, timed[0][0]))
    last = timed[-1][0]
    if (gap := _turns_behind(lines, last)) is not None:
        found.add(gap)
    for n, (i, times) in enumerate(timed):
        end = timed[n + 1][0] if n + 1 < len(timed) else len(lines)
        if end - i > 5 and (start := _pasted_in(lines, _next_gap(lines, i, end), end)) is not None:
            found.add(start)
            if end < len(lines):
                found.add(_block_before(lines, end))
        back = n and timed[n - 1][1][0] is not None and times[0] is not None
        if back and (timed[n - 1][1][0] or 0) - (times[0] or 0) > BACK and (times[0] or 0) < EARLY:
            above = _block_before(lines, i)
            if above > timed[n - 1][0] and lines[above].strip() in {"1", "0"}:
                found.add(above)
    found |= {i for i, line in enumerate(lines) if i and line.strip() == "WEBVTT"}
    return sorted(found - {0})


def _are_turns(lines: tuple[str, ...]) -> bool:
    """Whether most of the lines begin with a name before a colon: another transcript, pasted before or behind cues."""
    said = [line.strip() for line in lines if line.strip()]
    names = [found.group(1) for line in said if (found := _NAMED.match(line)) and is_name(found.group(1))]
    return len(names) >= TURNS and len(names) * 2 >= len(said) and len(set(names)) > 1


def _turns_behind(lines: tuple[str, ...], last: int) -> int | None:
    """Where such a transcript begins behind the words of the last cue."""
    gap = _next_gap(lines, last, len(lines))
    return gap if _are_turns(lines[gap:]) else None


def _next_gap(lines: tuple[str, ...], start: int, end: int) -> int:
    return next((i for i in range(start + 1, end) if not lines[i].strip()), end)


def _block_before(lines: tuple[str, ...], i: int) -> int:
    """Where the block begins in which the line stands."""
    while i and lines[i - 1].strip():
        i -= 1
    return i


def _pasted_in(lines: tuple[str, ...], start: int, end: int) -> int | None:
    """Where a pasted transcript begins between two cues, with the title above it; None for none."""
    if sum(_CLOCKISH.search(lines[i].strip()) is not None for i in range(start, end)) < 2:
        return None
    rows = rows_of(lines[start:end])
    layout = find_layout(rows)
    if layout is None or len(layout.entries) < 2:
        return None
    return start + rows[0].place - 1


def moved(reading: Reading, by: int) -> Reading:
    """The reading with its places counted from `by` lines further up."""
    if not by:
        return reading
    return replace(
        reading,
        lines=tuple(replace(line, place=line.place + by) for line in reading.lines),
        notes=tuple(
            replace(n, place=n.place + by, last=n.last + by if n.last is not None else None) for n in reading.notes
        ),
    )


def joined(readings: Iterable[Reading]) -> Reading:
    """Several readings as one: cues are counted on, and times that begin again come behind the ones before."""
    lines: list[Line] = []
    notes: list[Note] = []
    first: Reading | None = None
    for reading in readings:
        if first is None or not lines:
            first = reading
            lines = list(reading.lines)
            notes += reading.notes
            continue
        cue = max((line.cue for line in lines if line.cue is not None), default=-1) + 1
        latest = max((t for line in lines for t in (line.at, line.until) if t is not None), default=None)
        begins = next((line.at for line in reading.lines if line.at is not None), None)
        shift = 0
        place = reading.lines[0].place if reading.lines else 1
        if latest is not None and begins is not None and begins < latest - BETWEEN:
            shift = latest + BETWEEN
            notes.append(Note("clocks-again", place, {"time": shown(begins)}))
        if reading.format != first.format:
            notes.append(Note("goes-on", place, {"format": reading.format}))
        notes += reading.notes
        lines += [_later(line, shift, cue, break_here=not n) for n, line in enumerate(reading.lines)]
    if first is None:
        raise ValueError("no readings")
    return replace(first, lines=tuple(lines), notes=tuple(notes))


def _later(line: Line, shift: int, cue: int, *, break_here: bool) -> Line:
    return replace(
        line,
        at=line.at + shift if line.at is not None else None,
        until=line.until + shift if line.until is not None else None,
        cue=line.cue + cue if line.cue is not None else None,
        section=line.section or break_here,
    )

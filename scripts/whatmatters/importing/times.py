"""Times as files and people write them, in milliseconds."""

from __future__ import annotations

import re

#: Hours, minutes, seconds, fraction: 1:02:03.450, 00:31, 0:0:3.4, 00:00:01,000.
CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:([.,:;])(\d{1,9}))?"
#: The same without groups, for use inside longer patterns.
BARE = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,:;]\d{1,9})?"
#: The arrow of a cue, also as Word and web pages have spoiled it.
ARROW = r"(?:--?\s?(?:>|&gt;)|[–—]\s?>|[→\uf0e0])"

_TIMING = re.compile(rf"^\s*({BARE})\s*(?:{ARROW})\s*({BARE})(?=\s|$)(.*)$")
#: A line of times of which a part cannot be read: 00:00:07.000 --> 00:00:1d.890. It has an arrow and no words.
_BROKEN = re.compile(rf"^\s*(-?[\w.,:;]*)\s*(?:{ARROW})\s*(-?[\w.,:;]*)\s*(.*)$")
#: Two whole clocks whose arrow was lost, and nothing else.
_WITHOUT_ARROW = re.compile(r"\s*(\d{1,2}:\d\d:\d\d[.,]\d{3})\s+(\d{1,2}:\d\d:\d\d[.,]\d{3})\s*$")
#: A space inside a clock, and semicolons instead of colons.
_STRAY = re.compile(r"(?<=\d)\s+(?=[:.,;]\d)|(?<=\d[:.,;])\s+(?=\d)")
_SEMICOLONS = re.compile(r"\b(\d{1,2});(\d\d);(\d\d)(?=[.,])")
_CLOCKLIKE = re.compile(
    r"[\dOolI][\w.,;]*:[\w.,:;]*\d|\d{1,2}:\d?|[\dOolI]{1,3}(?::[\dOolI]{1,2}){1,2}[.,][\dOolI]{1,3}"
)
#: A clock that no other than a program writes, and what may stand for the other one of a line.
_PRECISE = re.compile(r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}[.,]\d{1,9}")
_SPOILT = re.compile(r"-?(?:[\dOolI.,:;]*|(?:NaN[:.,]?)+|undefined|null|None)")
#: Frames of a second, where a clock counts them (00:00:04:12).
FRAMES = 25
#: A setting of a cue, of WebVTT or of SubRip; any other word with a colon in it may be what somebody says.
_SETTING = re.compile(r"(?:align|line|position|size|vertical|region|[XY][12]):\S+", re.I)
_CLOCK = re.compile(CLOCK)


def milliseconds(clock: str) -> int:
    """The time that `clock` shows. Raises ValueError for what is no clock."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ValueError(clock)
    hours, minutes, seconds, mark, fraction = found.groups()
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    if mark in {":", ";"} and len(fraction) == 2:
        return whole * 1000 + min(int(fraction), FRAMES - 1) * 1000 // FRAMES
    # Some programs write millionths of a second.
    return whole * 1000 + int((fraction or "0")[:3].ljust(3, "0"))


def timing(line: str) -> tuple[int | None, int | None, str] | None:
    """Beginning, end, and the words that stand behind them, of a line that times a cue; None for any other line.

    A time that is spoiled is None. Settings of a cue (`align:start`, `X1:40`) are no words.
    """
    # The cheap look first: most lines of a long transcript are words.
    if ":" not in line and ";" not in line:
        return None
    if not (">" in line or "&gt;" in line or "\u2192" in line or "\uf0e0" in line):
        lost = _WITHOUT_ARROW.match(line) if line[-1:].isdecimal() else None
        return (milliseconds(lost.group(1)), milliseconds(lost.group(2)), "") if lost else None
    found = _TIMING.match(line)
    if found is None:
        return _broken(line)
    # Each word by itself: one pattern over all of them would try every way to part them.
    rest = "" if all(_SETTING.fullmatch(word) for word in found.group(3).split()) else found.group(3).strip()
    return milliseconds(found.group(1)), milliseconds(found.group(2)), rest


def _broken(line: str) -> tuple[int | None, int | None, str] | None:
    """The same for a line of times that is spoiled."""
    if len(line) >= 200:
        return None
    mended = _SEMICOLONS.sub(r"\1:\2:\3", _STRAY.sub("", line))
    if mended != line and (found := _TIMING.match(mended)) and not found.group(3).strip():
        return milliseconds(found.group(1)), milliseconds(found.group(2)), ""
    found = _BROKEN.match(line)
    if found is not None and not found.group(3) and _half_sound(found.group(1), found.group(2)):
        return _read(found.group(1)), _read(found.group(2)), ""
    if found is None or not (_CLOCKLIKE.fullmatch(found.group(1)) or _CLOCKLIKE.fullmatch(found.group(2))):
        return None
    sides = [found.group(1), found.group(2)]
    # `see 10:30 -> the bus` is said by somebody: both sides of the arrow hold a time, what is left of one, or nothing.
    if any(side and not (any(c.isdigit() for c in side) and ":" in side) for side in sides):
        return None
    if found.group(3) and not all(sides):
        return None
    at, until = (_read(side) for side in sides)
    rest = "" if all(_SETTING.fullmatch(word) for word in found.group(3).split()) else found.group(3).strip()
    return at, until, rest


def _half_sound(a: str, b: str) -> bool:
    """Whether one of two is a clock to the thousandth, and the other what a program or a slip has left of one."""
    return any(_PRECISE.fullmatch(x) and _SPOILT.fullmatch(y) for x, y in ((a, b), (b, a)))


def _read(clock: str) -> int | None:
    return milliseconds(clock) if _CLOCK.fullmatch(clock) else None


def lone_clock(line: str) -> tuple[int, None, str] | None:
    """A line of times that has lost its arrow and all behind it; only right among cues is a clock alone one."""
    found = _PRECISE.fullmatch(line.strip()) if line[-1:].isdecimal() and line.count(":") == 2 else None
    return (milliseconds(line.strip()), None, "") if found else None


def shown(time: int) -> str:
    """A time as people read it: 0:31, 1:02:03."""
    seconds = time // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def stamp(time: int) -> str:
    """A time as WebVTT writes it: 00:00:31.000."""
    return f"{time // 3_600_000:02}:{time // 60_000 % 60:02}:{time // 1000 % 60:02}.{time % 1000:03}"


def in_order(times: list[int]) -> list[bool]:
    """For each time, whether it belongs to the longest run that never goes back.

    A clock in what people say ("at 9:30 we left") stands out from the clocks of a transcript in this way.
    """
    from bisect import bisect_right

    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for i, time in enumerate(times):
        k = bisect_right(ends, time)
        before.append(places[k - 1] if k else -1)
        if k == len(ends):
            ends.append(time)
            places.append(i)
        else:
            ends[k], places[k] = time, i
    kept = [False] * len(times)
    i = places[-1] if places else -1
    while i >= 0:
        kept[i] = True
        i = before[i]
    return kept

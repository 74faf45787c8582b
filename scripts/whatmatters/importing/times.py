"""Times as files and people write them, in milliseconds."""

from __future__ import annotations

import re

#: Hours, minutes, seconds, fraction: 1:02:03.450, 00:31, 0:0:3.4, 00:00:01,000.
CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?"
#: The same without groups, for use inside longer patterns.
BARE = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,:]\d{1,9})?"
#: The arrow of a cue, also as Word and web pages have spoiled it.
ARROW = r"(?:--?\s?(?:>|&gt;)|[–—]\s?>|[→\uf0e0])"

_TIMING = re.compile(rf"^\s*({BARE})\s*(?:{ARROW})\s*({BARE})(?=\s|$)(.*)$")
#: A setting of a cue, of WebVTT or of SubRip; any other word with a colon in it may be what somebody says.
_SETTING = re.compile(r"(?:align|line|position|size|vertical|region|[XY][12]):\S+", re.I)
_CLOCK = re.compile(CLOCK)


def milliseconds(clock: str) -> int:
    """The time that `clock` shows. Raises ValueError for what is no clock."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ValueError(clock)
    hours, minutes, seconds, fraction = found.groups()
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    # Some programs write millionths of a second.
    return whole * 1000 + int((fraction or "0")[:3].ljust(3, "0"))


def timing(line: str) -> tuple[int, int, str] | None:
    """Beginning, end, and the words that stand behind them, of a line that times a cue; None for any other line.

    Settings of a cue (`align:start`, `X1:40`) are no words.
    """
    # The cheap look first: most lines of a long transcript are words.
    if ":" not in line or not line.lstrip()[:1].isdigit():
        return None
    found = _TIMING.match(line)
    if found is None:
        return None
    # Each word by itself: one pattern over all of them would try every way to part them.
    rest = "" if all(_SETTING.fullmatch(word) for word in found.group(3).split()) else found.group(3).strip()
    return milliseconds(found.group(1)), milliseconds(found.group(2)), rest


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

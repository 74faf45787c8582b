"""YouTube's panel since 2025: a clock, the same said in words for screen readers, and the text, glued together.

`1:021 minute, 2 secondsHello` is the clock 1:02, `1 minute, 2 seconds`, and `Hello`.
The words must say exactly what the clock shows: that tells them from words that somebody spoke.
Units are those of the language the page was shown in, English or Welsh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .times import milliseconds

#: Hours, minutes and seconds in each language, singular and plural and (Welsh) mutated.
_UNITS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("hour", "hours"), ("minute", "minutes"), ("second", "seconds")),
    (("awr", "oriau"), ("munud", "funud", "munudau"), ("eiliad", "eiliadau")),
)
#: Where a clock may begin, also behind digits that somebody said: YouTube's clocks begin with no zero but a single one.
_CLOCK = re.compile(r"(?=(?:0|[1-9]\d{0,2}):\d\d)")
#: A chapter's title, glued to the words before it.
_TITLE = re.compile(r"(?<=[^\s(\[“\"'])(?=(?:Chapter|Pennod) \d+: )")
#: Letters that a clock and its words take at most.
LONGEST = 80
_LONG = re.compile(r"(\d{1,2}):(\d\d):(\d\d)")
_SHORT = re.compile(r"(\d{1,3}):(\d\d)")


def split_panel(text: str) -> tuple[int, str] | None:
    """The clock in milliseconds and the words behind it; None for a line that is not of this kind."""
    if not text[:1].isdigit():
        return None
    for pattern in (_LONG, _SHORT):
        clock = pattern.match(text)
        if clock is None:
            continue
        rest = text[clock.end() :]
        for end in _said(milliseconds(clock.group()), rest):
            return milliseconds(clock.group()), rest[end:].strip()
    return None


def unglued(text: str) -> list[str]:
    """A line cut before every clock that is said in words: some browsers copy the whole panel as one line."""
    starts: list[int] = []
    for found in _CLOCK.finditer(text):
        at = found.start()
        if (not starts or at > starts[-1] + 3) and split_panel(text[at : at + LONGEST]):
            starts.append(at)
    titles = [found.start() for found in _TITLE.finditer(text)] if starts else []
    cuts = [0, *(cut for cut in sorted({*starts, *titles}) if cut), len(text)]
    return [piece for a, b in pairwise(cuts) if (piece := text[a:b].strip())]


def says(time: int, text: str) -> bool:
    """Whether a whole line only says in words what the clock above it shows."""
    return any(not text[end:].strip() for end in _said(time, text))


def said_before(time: int, text: str) -> str | None:
    """What stands before the words for `time` with which a line ends; None for a line that does not end so."""
    for found in re.finditer(r"(?<![\w:.,])\d", text):
        if says(time, text[found.start() :]):
            return text[: found.start()].strip()
    return None


def _said(time: int, rest: str) -> Iterator[int]:
    """Where the words for `time` end in `rest`; the likeliest first."""
    seconds = time // 1000
    numbers = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    # Teams also says the units of which there are none: 0 minutes 3 seconds, 1 hour 0 minutes 5 seconds.
    least = [i for i in range(3) if numbers[i]] or [2]
    ways = [least] + [way for way in ([1, 2], [0, 1, 2]) if way != least and set(least) <= set(way)]
    for wanted in ways:
        yield from _said_as(rest, numbers, wanted)


def _said_as(rest: str, numbers: tuple[int, int, int], wanted: list[int]) -> Iterator[int]:
    """The same with these units."""
    for units in _UNITS:
        ends = [len(rest) - len(rest.lstrip())]
        for i in wanted:
            forms = _forms(units[i], numbers[i])
            ends = [
                after + len(form)
                for start in ends
                for after in [_number(rest, start, numbers[i])]
                if after
                for form in forms
                if rest.startswith(form, after)
            ]
        yield from ends


def _number(rest: str, start: int, number: int) -> int:
    """Where `number` and the space behind it end, a comma before it left aside; 0 where it does not stand there."""
    found = re.compile(r",?\s*(?:a\s+|and\s+)?0*(\d+)\s+").match(rest, start)
    return found.end() if found and int(found.group(1)) == number else 0


def _forms(unit: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The forms of a unit behind a number. English: one second, two seconds. Welsh: singular first, as it should be."""
    if unit[0] in {"awr", "munud", "eiliad"}:
        return unit
    return unit[:1] if number == 1 else unit[1:]

"""How people's text shows its times: every style that is known, each as one value beside the function that sees it."""

from __future__ import annotations

import re

from .clock_entries import Entry
from .formats import Style
from .names import NAME, is_name
from .rows import Row
from .spoken_length import split_panel
from .times import ARROW, milliseconds, shown

#: 0:31, 1:02:03, 00:00:31.250, and with frames 00:00:31:12.
CLOCK = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,:;]\d{1,9})?"
#: 00.31 and 1.02.03; prices and numbers of paragraphs seldom have two digits before the point.
_DOTTED = r"(?:0?\d\.[0-5]\d|\d\d)\.[0-5]\d"
_TO = rf"\s*(?:-|–|—|to|hyd|tan|i|/|{ARROW})\s*"
_OPEN, _CLOSE = r"[\[({<]?", r"[\])}>]?"
_BOLD = r"(?:\*\*|__)?"

_ALONE = re.compile(rf"{_BOLD}{_OPEN}({CLOCK}|\d\d\.[0-5]\d){_CLOSE}{_BOLD}:?")
_RANGE = re.compile(rf"{_BOLD}{_OPEN}({CLOCK}){_CLOSE}{_TO}{_OPEN}({CLOCK}){_CLOSE}{_BOLD}:?")
#: `[00:00.000 --> 00:04.000] words`, as Whisper writes them; `0:00 - 0:04 words`; two clocks with a space between.
_SPAN = re.compile(
    rf"{_OPEN}({CLOCK}){_CLOSE}(?:{_TO}|\s+){_OPEN}({CLOCK})(?:[\])}}>]:?\s*|\s*[-–—:|]\s+|\s+)(\S.*)", re.S
)
_HEAD = re.compile(
    rf"({_BOLD}){_OPEN}({CLOCK}|{_DOTTED}){_CLOSE}(?!\s?(?:[ap]\.m\.|y\.?[bp]\b|pm\b)|am\b)"
    r"(?:\s*[-–—:|]\s+|\s+|(?<=[\])}>])|(?=[^\W\d_\[(\"'‘“])|(?=<v))(\S.*)",
    re.S,
)
_NAMED = re.compile(
    rf"(?:\[({NAME})\]|{_BOLD}({NAME}?){_BOLD}[:,]?{_BOLD})[ \t]*(?:[|•·@–—-][ \t]*)?[ \t\[(]{_OPEN}({CLOCK}|{_DOTTED})"
    rf"(?:{_TO}({CLOCK}))?{_CLOSE}{_BOLD}:?{_BOLD}"
)
#: A name behind its clock, alone on its row: `[00:00:00.05] - Speaker 1`.
_THEN_NAMED = re.compile(
    rf"{_BOLD}{_OPEN}({CLOCK}){_CLOSE}(?:{_TO}{_OPEN}({CLOCK}){_CLOSE})?{_BOLD}\s*[-–—:|]?\s*{_BOLD}({NAME}){_BOLD}:?{_BOLD}"
)
#: `Bethan (00:31): words`, all on one row; `Bethan: [00:00:31] words`; `Bethan:<tab>00:31<tab>words`.
_SAID = re.compile(
    rf"{_BOLD}({NAME}?){_BOLD}[:,]?{_BOLD}[ \t]*(?:[-–—][ \t]*)?[\[(]({CLOCK})(?:{_TO}({CLOCK}))?[\])]"
    rf"{_BOLD}:?{_BOLD}[ \t]+(\S.*)",
    re.S,
)
_SAID_BARE = re.compile(rf"{_BOLD}({NAME}?){_BOLD}:?{_BOLD}(?:[ \t]*\t[ \t]*| +(?=\d+:\d+:))({CLOCK}):?\s+(\S.*)", re.S)
#: `[Bethan 00:31] words`, `(Bethan, 0:31) words`.
_INSIDE = re.compile(rf"[\[(]({NAME}?)[,:]?[ \t]*(?:[-–—][ \t]*)?({CLOCK})[\])]:?[ \t]+(\S.*)", re.S)


def time_of(clock: str) -> int:
    """A clock in milliseconds, also one with points: 00.31, 1.02.03."""
    if ":" not in clock:
        clock = clock.replace(".", ":")
    return milliseconds(clock)


def _alone(i: int, row: Row) -> Entry | None:
    found = _ALONE.fullmatch(row.text)
    return Entry(i, found.group(1), time_of(found.group(1)), None, None, "") if found else None


def _range(i: int, row: Row) -> Entry | None:
    found = _RANGE.fullmatch(row.text)
    return _ranged(i, found, "") if found else None


def _span(i: int, row: Row) -> Entry | None:
    found = _SPAN.fullmatch(row.text)
    return _ranged(i, found, found.group(3)) if found and time_of(found.group(2)) >= time_of(found.group(1)) else None


def _ranged(i: int, found: re.Match[str], words: str) -> Entry:
    return Entry(i, found.group(1), time_of(found.group(1)), time_of(found.group(2)), None, words)


def _head(i: int, row: Row) -> Entry | None:
    found = _HEAD.match(row.text)
    # Two clocks, or one alone, have no words behind them.
    if found is None or any(other.fullmatch(row.text) for other in (_RANGE, _ALONE, _SPAN)):
        return None
    return Entry(i, found.group(2), time_of(found.group(2)), None, None, found.group(1) + found.group(3))


def _panel(i: int, row: Row) -> Entry | None:
    found = split_panel(row.text)
    return Entry(i, shown(found[0]), found[0], None, None, found[1]) if found else None


def _named(i: int, row: Row) -> Entry | None:
    found = _NAMED.fullmatch(row.text) if len(row.text) < 120 else None
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).strip()
    until = time_of(found.group(4)) if found.group(4) else None
    return Entry(i, found.group(3), time_of(found.group(3)), until, name, "") if is_name(name) else None


def _then_named(i: int, row: Row) -> Entry | None:
    found = _THEN_NAMED.fullmatch(row.text) if len(row.text) < 120 else None
    if found is None or not is_name(found.group(3)):
        return None
    until = time_of(found.group(2)) if found.group(2) else None
    return Entry(i, found.group(1), time_of(found.group(1)), until, found.group(3), "")


def _said(i: int, row: Row) -> Entry | None:
    found = _SAID.fullmatch(row.text) or _INSIDE.fullmatch(row.text) or _SAID_BARE.fullmatch(row.text)
    if found is None or not is_name(found.group(1).strip()):
        return None
    # Only the first of the three may have two clocks.
    name, clock, *end, words = found.groups()
    until = time_of(end[0]) if end and end[0] else None
    return Entry(i, clock, time_of(clock), until, name.strip(), words)


def _begins_with_clock(text: str) -> bool:
    return text[0] in "0123456789[({<*_"


STYLES = (
    Style(
        "youtube-panel",
        {"en": "pasted from YouTube's transcript panel", "cy": "wedi'i ludo o banel trawsgrifiad YouTube"},
        _panel,
        10,
        lambda text: text[0].isdecimal(),
    ),
    Style(
        "named-clocks",
        {"en": "names with clocks, text below", "cy": "enwau ag amserau, a'r testun oddi tanyn nhw"},
        _named,
        20,
        lambda text: text[-1] in "0123456789)]}>:*_",
    ),
    Style(
        "clocks-then-names",
        {"en": "clocks with names, text below", "cy": "amserau ag enwau, a'r testun oddi tanyn nhw"},
        _then_named,
        25,
        _begins_with_clock,
    ),
    Style(
        "names-and-clocks",
        {"en": "a name and a clock before each turn", "cy": "enw ac amser o flaen pob tro"},
        _said,
        30,
        lambda text: ":" in text[:100] and text[0] not in "0123456789",
    ),
    Style(
        "clock-spans",
        {"en": "text with two clocks before each piece", "cy": "testun â dau amser o flaen pob darn"},
        _span,
        40,
        _begins_with_clock,
    ),
    Style(
        "clock-ranges",
        {"en": "text with two clocks above each piece", "cy": "testun â dau amser uwchben pob darn"},
        _range,
        50,
        _begins_with_clock,
    ),
    Style(
        "clock-lines",
        {"en": "text with a clock above each piece", "cy": "testun ag amser uwchben pob darn"},
        _alone,
        60,
        _begins_with_clock,
    ),
    Style(
        "clock-heads",
        {"en": "text with a clock at the head of each paragraph", "cy": "testun ag amser ar ddechrau pob paragraff"},
        _head,
        70,
        _begins_with_clock,
    ),
)

"""How a pasted transcript shows its times: one layout for the whole of it, found by counting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .clock_entries import EARLY, Entry, possible, sorted_out
from .names import NAME, is_name
from .rows import Row
from .spoken_length import split_panel
from .times import ARROW, milliseconds, shown

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,9})?"
#: 00.31 and 1.02.03; prices and numbers of paragraphs seldom have two digits before the point.
_DOTTED = r"(?:0?\d\.[0-5]\d|\d\d)\.[0-5]\d"
_TO = rf"\s*(?:-|–|—|to|hyd|tan|i|{ARROW})\s*"
_OPEN, _CLOSE = r"[\[(]?", r"[\])]?"

_ALONE = re.compile(rf"{_OPEN}({_CLOCK}|\d\d\.[0-5]\d){_CLOSE}")
_RANGE = re.compile(rf"{_OPEN}({_CLOCK}){_CLOSE}{_TO}{_OPEN}({_CLOCK}){_CLOSE}")
#: `[00:00.000 --> 00:04.000] words`, as Whisper writes them.
_SPAN = re.compile(rf"[\[(]({_CLOCK}){_TO}({_CLOCK})[\])]\s*(\S.*)", re.S)
_HEAD = re.compile(
    rf"(\*\*)?{_OPEN}({_CLOCK}|{_DOTTED}){_CLOSE}(?!\s?(?:[ap]\.m\.|y\.?[bp]\b|pm\b)|am\b)(?:\s*[-–—:|]\s+|\s+|(?<=[\])])|(?=[^\W\d_\[(\"'‘“]))(\S.*)",
    re.S,
)
_NAMED = re.compile(
    rf"(?:\[({NAME})\]|\*{{0,2}}({NAME}?)\*{{0,2}}[:,]?)[ \t]*[ \t\[(]({_CLOCK})[\])]?\*{{0,2}}:?(?:\*\*)?"
)
#: `Bethan (00:31): words`, all on one row.
_SAID = re.compile(rf"\*{{0,2}}({NAME}?)\*{{0,2}}[ \t]*[\[(]({_CLOCK})[\])]\*{{0,2}}:?\*{{0,2}}[ \t]+(\S.*)", re.S)


def _time(clock: str) -> int:
    """A clock, also one with points: 00.31, 1.02.03."""
    if ":" not in clock:
        clock = clock.replace(".", ":")
    return milliseconds(clock)


def _alone(i: int, row: Row) -> Entry | None:
    found = _ALONE.fullmatch(row.text)
    return Entry(i, found.group(1), _time(found.group(1)), None, None, "") if found else None


def _range(i: int, row: Row) -> Entry | None:
    found = _RANGE.fullmatch(row.text)
    return _ranged(i, found, "") if found else None


def _span(i: int, row: Row) -> Entry | None:
    found = _SPAN.fullmatch(row.text)
    return _ranged(i, found, found.group(3)) if found else None


def _ranged(i: int, found: re.Match[str], words: str) -> Entry:
    return Entry(i, found.group(1), _time(found.group(1)), _time(found.group(2)), None, words)


def _head(i: int, row: Row) -> Entry | None:
    found = _HEAD.match(row.text)
    # Two clocks, or one alone, have no words behind them.
    if found is None or any(other.fullmatch(row.text) for other in (_RANGE, _ALONE, _SPAN)):
        return None
    return Entry(i, found.group(2), _time(found.group(2)), None, None, (found.group(1) or "") + found.group(3))


def _panel(i: int, row: Row) -> Entry | None:
    found = split_panel(row.text)
    return Entry(i, shown(found[0]), found[0], None, None, found[1]) if found else None


def _named(i: int, row: Row) -> Entry | None:
    found = _NAMED.fullmatch(row.text) if len(row.text) < 120 else None
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).strip()
    return Entry(i, found.group(3), _time(found.group(3)), None, name, "") if is_name(name) else None


def _said(i: int, row: Row) -> Entry | None:
    found = _SAID.fullmatch(row.text)
    if found is None or not is_name(found.group(1).strip()):
        return None
    return Entry(i, found.group(2), _time(found.group(2)), None, found.group(1).strip(), found.group(3))


#: By their ids; the surest first, which wins where two count the same.
LAYOUTS: tuple[tuple[str, Callable[[int, Row], Entry | None]], ...] = (
    ("panel", _panel),
    ("named", _named),
    ("said", _said),
    ("span", _span),
    ("range", _range),
    ("alone", _alone),
    ("head", _head),
)


@dataclass(frozen=True)
class Layout:
    """The layout of a pasted transcript, and its entries."""

    id: str
    entries: tuple[Entry, ...]
    doubted: tuple[Entry, ...]
    """Rows that look like entries and do not fit the others: they count as words."""
    again: tuple[Entry, ...] = ()
    """The entries with which another recording begins."""


def find_layout(rows: tuple[Row, ...]) -> Layout | None:
    """The layout that most rows follow; None for a text without clocks."""
    best: Layout | None = None
    for name, read in LAYOUTS:
        entries = [entry for i, row in enumerate(rows) if row.text[-1:] and (entry := _quick(read, i, row, name))]
        if not entries or not _enough(name, entries, rows):
            continue
        kept, doubted, again = sorted_out(entries, rows)
        # A panel says its clocks in words: nobody else writes them so.
        sound = kept and _enough(name, kept, rows) and (name == "panel" or possible(kept, rows))
        if sound and (best is None or len(kept) > len(best.entries)):
            best = Layout(name, tuple(kept), tuple(doubted), tuple(again))
    return best


def _quick(read: Callable[[int, Row], Entry | None], i: int, row: Row, name: str) -> Entry | None:
    """The entry of a row, looked for only where the row's first or last letter can belong to a clock."""
    if name == "said":
        return read(i, row) if ":" in row.text[:100] and row.text[0] not in "0123456789[(" else None
    if name == "named":
        return read(i, row) if row.text[-1] in "0123456789)]:*" else None
    return read(i, row) if row.text[0] in "0123456789[(*" else None


def _enough(name: str, entries: list[Entry], rows: tuple[Row, ...]) -> bool:
    """Whether the entries show a layout, and are not times that somebody speaks of."""
    if name == "head":
        # "9:30 we left": most paragraphs must begin so.
        paragraphs = sum(row.gap for row in rows)
        return len(entries) > 1 and len(entries) * 2 >= min(len(rows), max(paragraphs, 2))
    if len(entries) > 1 or name in {"panel", "span"}:
        return True
    # One alone must open the text, and be nothing but a time at which recordings begin.
    first = entries[0]
    opens = first.at < EARLY or first.clock.count(":") > 1
    return name in {"alone", "range"} and opens and first.row <= 1 and first.row + 1 < len(rows)

"""How a pasted transcript shows its times: one layout for the whole of it, found by counting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .names import NAME, is_name
from .rows import Row
from .spoken_length import split_panel
from .times import in_order, milliseconds

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?"
_DOTTED = r"(?:\d{1,2}\.)?\d{1,2}\.[0-5]\d"
_OPEN, _CLOSE = r"[\[(]?", r"[\])]?"

_ALONE = re.compile(rf"{_OPEN}({_CLOCK}|\d\d\.[0-5]\d){_CLOSE}")
_RANGE = re.compile(rf"{_OPEN}({_CLOCK}){_CLOSE}\s*(?:-|–|—|to|hyd|tan|i)\s*{_OPEN}({_CLOCK}){_CLOSE}")
_HEAD = re.compile(
    rf"(\*\*)?{_OPEN}({_CLOCK}|{_DOTTED}){_CLOSE}(?:\s*[-–—:|]\s+|\s+|(?<=[\])])|(?=[^\W\d_\[(\"'‘“]))(\S.*)", re.S
)
_NAMED = re.compile(
    rf"(?:\[({NAME})\]|\*{{0,2}}({NAME}?)\*{{0,2}}[:,]?)[ \t]*[ \t\[(]({_CLOCK})[\])]?\*{{0,2}}:?(?:\*\*)?"
)
#: `Bethan (00:31): words`, all on one row.
_SAID = re.compile(rf"\*{{0,2}}({NAME}?)\*{{0,2}}[ \t]*[\[(]({_CLOCK})[\])]\*{{0,2}}:?\*{{0,2}}[ \t]+(\S.*)", re.S)


@dataclass(frozen=True)
class Entry:
    """A row that begins an entry: its times, who speaks, and the words that stand on the row itself."""

    row: int
    at: int
    until: int | None
    speaker: str | None
    words: str


def _time(clock: str) -> int:
    """A clock, also one with points: 00.31, 1.02.03."""
    if ":" not in clock:
        clock = clock.replace(".", ":")
    return milliseconds(clock)


def _alone(i: int, row: Row) -> Entry | None:
    found = _ALONE.fullmatch(row.text)
    return Entry(i, _time(found.group(1)), None, None, "") if found else None


def _range(i: int, row: Row) -> Entry | None:
    found = _RANGE.fullmatch(row.text)
    return Entry(i, _time(found.group(1)), _time(found.group(2)), None, "") if found else None


def _head(i: int, row: Row) -> Entry | None:
    found = _HEAD.match(row.text)
    return Entry(i, _time(found.group(2)), None, None, (found.group(1) or "") + found.group(3)) if found else None


def _panel(i: int, row: Row) -> Entry | None:
    found = split_panel(row.text)
    return Entry(i, found[0], None, None, found[1]) if found else None


def _named(i: int, row: Row) -> Entry | None:
    found = _NAMED.fullmatch(row.text) if len(row.text) < 120 else None
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).strip()
    return Entry(i, _time(found.group(3)), None, name, "") if is_name(name) else None


def _said(i: int, row: Row) -> Entry | None:
    found = _SAID.fullmatch(row.text)
    if found is None or not is_name(found.group(1).strip()):
        return None
    return Entry(i, _time(found.group(2)), None, found.group(1).strip(), found.group(3))


#: By their ids; the surest first, which wins where two count the same.
LAYOUTS: tuple[tuple[str, Callable[[int, Row], Entry | None]], ...] = (
    ("panel", _panel),
    ("named", _named),
    ("said", _said),
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
    """Rows that look like entries and break the order of the times: they count as words."""


def find_layout(rows: tuple[Row, ...]) -> Layout | None:
    """The layout that most rows follow; None for a text without clocks."""
    best: Layout | None = None
    for name, read in LAYOUTS:
        entries = [entry for i, row in enumerate(rows) if row.text[-1:] and (entry := _quick(read, i, row, name))]
        if not entries or not _enough(name, entries, rows):
            continue
        kept = in_order([entry.at for entry in entries])
        layout = Layout(
            name,
            tuple(e for e, good in zip(entries, kept, strict=True) if good),
            tuple(e for e, good in zip(entries, kept, strict=True) if not good),
        )
        if best is None or len(layout.entries) > len(best.entries):
            best = layout
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
    if len(entries) > 1 or name == "panel":
        return True
    # One alone must open the text, and be nothing but a time.
    return name in {"alone", "range"} and entries[0].row <= 1 and entries[0].row + 1 < len(rows)

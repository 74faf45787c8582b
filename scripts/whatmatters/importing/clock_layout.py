"""Which style the times of a pasted transcript are in: found by counting, one style for each stretch of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .clock_entries import EARLY, Entry, possible, sorted_out
from .formats import styles
from .rows import Row

#: Styles in which a name stands for sure, or a program has said the clock in words: one entry shows them.
_SURE = frozenset({"youtube-panel", "clock-spans", "teams-text"})
#: Styles whose clocks are said in words as well: no pace has to prove them.
_IN_WORDS = frozenset({"youtube-panel", "teams-text"})
_CLOCK = re.compile(r"[\[(<{*_]*\d{1,3}:\d\d")
_TWO_WORDS = re.compile(r"\S+\s+\S+")


@dataclass(frozen=True)
class Layout:
    """The style of a pasted transcript, and its entries."""

    id: str
    entries: tuple[Entry, ...]
    doubted: tuple[Entry, ...]
    """Rows that look like entries and do not fit the others: they count as words."""
    again: tuple[Entry, ...] = ()
    """The entries with which another recording begins."""


def find_layout(rows: tuple[Row, ...]) -> Layout | None:
    """The style that most rows follow; None for a text without clocks."""
    best: Layout | None = None
    turns: frozenset[int] = frozenset()
    for style in styles():
        entries = [
            entry
            for i, row in enumerate(rows)
            if style.possible(row.text)
            and not (style.id == "clock-heads" and i in turns)
            and (entry := style.entry(i, row))
        ]
        if style.id == "clocks-then-names" and _are_turns(entries, rows) and _come_again(entries):
            # A clock with a name behind it is no clock with words behind it.
            turns = frozenset(entry.row for entry in entries)
        if not entries or not _enough(style.id, entries, rows):
            continue
        kept, doubted, again = sorted_out(entries, rows)
        sound = kept and _enough(style.id, kept, rows) and (style.id in _IN_WORDS or possible(kept, rows))
        if sound and (best is None or len(kept) > len(best.entries)):
            best = Layout(style.id, tuple(kept), tuple(doubted), tuple(again))
    return best


def _enough(style: str, entries: list[Entry], rows: tuple[Row, ...]) -> bool:
    """Whether the entries show a style, and are not times that somebody speaks of."""
    if style == "clock-heads":
        # "9:30 we left": most paragraphs must begin so.
        paragraphs = sum(row.gap for row in rows)
        return len(entries) > 1 and len(entries) * 2 >= min(len(rows), max(paragraphs, 2))
    if style == "clocks-then-names":
        return _are_turns(entries, rows)
    if style == "clock-spans" and any(rows[e.row].text[0] not in "[(" for e in entries):
        # Two bare clocks before words: `10:30 to 11:00 the club` is a line of a timetable.
        return len(entries) > 1 and entries[0].at < EARLY
    if len(entries) > 1 or style in _SURE:
        return True
    # One alone must open the text, and be nothing but a time at which recordings begin.
    first = entries[0]
    opens = first.at < EARLY or first.clock.count(":") > 1
    return style in {"clock-lines", "clock-ranges"} and opens and first.row <= 1 and first.row + 1 < len(rows)


def _come_again(entries: list[Entry]) -> bool:
    """Whether most of the names stand more than once."""
    count = Counter(entry.speaker for entry in entries)
    return sum(n for n in count.values() if n > 1) * 2 >= len(entries)


def _are_turns(entries: list[Entry], rows: tuple[Row, ...]) -> bool:
    """Whether what stands behind the clocks is names, with words below each.

    They come again or are full, or most come again at the heads of paragraphs.
    """
    count = Counter(entry.speaker for entry in entries)
    apart = _come_again(entries) and all(rows[e.row].gap for e in entries)
    again = apart or all(n > 1 or _TWO_WORDS.match(name or "") for name, n in count.items())
    worded = sum(e.row + 1 < len(rows) and _CLOCK.match(rows[e.row + 1].text) is None for e in entries)
    return len(entries) > 1 and again and worded * 10 >= len(entries) * 9

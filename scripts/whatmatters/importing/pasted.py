"""What people paste: text with clocks above it, at its head, or behind a name; and text without any clock."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .clock_entries import Entry
from .clock_layout import Layout, find_layout
from .clocked_text import PANEL, TEAMS, ClockedText
from .form_above import without_form
from .formats import Export, Format, Given
from .furniture import looks_like_title
from .lines import Reading
from .markdown import plain_markdown
from .plain_text import read_plain
from .rows import Row, rows_of
from .spoken_length import unglued
from .teams_text import with_clocks
from .unusual_clocks import with_usual_clocks

#: Entries that a further style must have before a text is said to go on in it.
FEWEST = 2
_CLOCKISH = re.compile(r"^\W{0,6}\d{1,3}[:.]\d\d|\d:\d\d\W{0,6}$|[\[(]\d{1,2}:\d\d")


def read_given(given: Given) -> tuple[Reading, ...]:
    """Read a text file, or the text of a Word file: each stretch that is in a style of its own."""
    if given.starts is None:
        rows = rows_of(given.lines)
    else:
        starts = given.starts
        rows = tuple(Row(i + 1, line.strip(), i in starts) for i, line in enumerate(given.lines) if line.strip())
    rows, notes = plain_markdown(rows)
    rows, form = without_form(with_usual_clocks(rows))
    notes += form
    readings = read_rows(rows, word=given.word) if rows else (Reading("plain", ()),)
    first = replace(readings[0], notes=(*notes, *readings[0].notes))
    return (first, *readings[1:])


def read_rows(rows: tuple[Row, ...], *, word: bool = False) -> tuple[Reading, ...]:
    """Read text that somebody copied, or that a meeting's program wrote; `word` for a Word file."""
    rows = with_clocks(rows)
    pieces = tuple(
        replace(row, text=piece, gap=row.gap and not n) for row in rows for n, piece in enumerate(unglued(row.text))
    )
    layout = find_layout(pieces)
    if layout is not None and layout.id in {PANEL, TEAMS}:
        rows = pieces
    elif len(pieces) > len(rows):
        layout = find_layout(rows)
    if layout is None:
        return (read_plain(rows),)
    found: list[Reading] = []
    before, after = _other_styles(rows, layout)
    if before:
        found += read_rows(rows[:before], word=word)
    own = rows[before : after if after is not None else len(rows)]
    # Counting again, since rows of the other styles were doubted here.
    again = find_layout(own) if before or after is not None else layout
    found.append(ClockedText(own, again, word=word).read() if again is not None else read_plain(own))
    if after is not None:
        found += read_rows(rows[after:], word=word)
    return tuple(found)


def _other_styles(rows: tuple[Row, ...], layout: Layout) -> tuple[int, int | None]:
    """Where the style begins, if another stands before it, and where one behind it begins."""
    first, last = layout.entries[0].row, layout.entries[-1].row
    before, after = 0, None
    head = find_layout(rows[:first])
    if head is not None and head.id != layout.id and len(head.entries) >= FEWEST:
        before = _block(rows, first, head.entries[-1])
    for a, b in pairwise(layout.entries):
        between = rows[a.row + 1 : b.row]
        if b.row - a.row > FEWEST and sum(_CLOCKISH.search(row.text) is not None for row in between) >= FEWEST:
            inner = find_layout(between)
            if inner is not None and inner.id != layout.id and len(inner.entries) >= FEWEST:
                return before, _block(rows, a.row + 1 + inner.entries[0].row, a)
    tail = find_layout(rows[last + 1 :])
    if tail is not None and tail.id != layout.id and len(tail.entries) >= FEWEST:
        after = _block(rows, last + 1 + tail.entries[0].row, layout.entries[-1])
    return before, after


def _block(rows: tuple[Row, ...], i: int, entry: Entry) -> int:
    """The row with which the block begins in which row `i` stands, or a name or title above it; behind `entry`."""
    least = entry.row + 1
    while i > least and not rows[i].gap:
        i -= 1
    # A title that stands alone, where the entry before it has words of its own.
    free = least + (not entry.words)
    if i > free and rows[i].gap and rows[i - 1].gap and looks_like_title(rows[i - 1].text):
        i -= 1
    return max(i, least)


_OTTER = re.compile(r"otter\.ai|summary keywords")

FORMATS = (
    Format(
        "plain", {"en": "text without times", "cy": "testun heb amserau"}, lambda given: True, read_given, order=1000
    ),
)
EXPORTS = (
    Export(
        "otter",
        {"en": "Otter transcript", "cy": "trawsgrifiad Otter"},
        lambda style, around, word: style == "named-clocks" and _OTTER.search(around) is not None,
    ),
    Export(
        "teams-word",
        {"en": "Teams transcript", "cy": "trawsgrifiad Teams"},
        lambda style, around, word: style == "named-clocks" and (word or "transcription" in around),
    ),
    Export(
        "meet",
        {"en": "Google Meet transcript", "cy": "trawsgrifiad Google Meet"},
        lambda style, around, word: style == "clock-lines" and "editable transcript" in around,
    ),
    Export(
        "sonix",
        {"en": "Sonix transcript", "cy": "trawsgrifiad Sonix"},
        lambda style, around, word: style == "names-and-clocks" and "sonix" in around,
    ),
)

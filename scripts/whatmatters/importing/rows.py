"""A text as rows: its lines that are not empty, and where the source begins a paragraph."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line that is not empty."""

    place: int
    """Its number in the source, counted from 1."""
    text: str
    gap: bool
    """An empty line stands before it, or it begins a paragraph of a Word file."""


def rows_of(lines: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a text file."""
    rows: list[Row] = []
    gap = True
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text:
            rows.append(Row(number, text, gap))
        gap = not text
    return rows_without_gaps(rows)


def rows_without_gaps(rows: list[Row]) -> tuple[Row, ...]:
    """Rows whose file never leaves a line empty: there each line may be a paragraph, or the text was broken to fit."""
    if sum(row.gap for row in rows) > 1 or len(rows) < 2:
        return tuple(rows)
    long = statistics.median(len(row.text) for row in rows) > 100
    ended = sum(row.text[-1] in ".?!…\"”'’:" for row in rows) * 2 > len(rows)
    return tuple(Row(row.place, row.text, True) for row in rows) if long or ended else tuple(rows)

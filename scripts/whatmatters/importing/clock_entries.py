"""Entries of a pasted transcript, and whether their clocks can be those of a recording.

Speech runs at a pace. Times of day, prices and the numbers of paragraphs do not.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from .rows import Row
from .times import in_order

#: Words a second from one clock to the next. People are silent too, so the slowest is far below all speech.
SLOWEST, FASTEST = 0.05, 8
#: The slowest where the clocks could be times of day, as in a diary: 9:00, 12:30.
OF_DAY = 0.75
#: Milliseconds: what `5:00` and `24:00` would be as minutes and seconds.
MORNING, MIDNIGHT = 300_000, 1_440_000
#: A recording begins before its first clock has come so far (milliseconds).
EARLY = 60_000
#: Milliseconds that a word takes, and an entry at least, where nothing says when it ends.
PER_WORD, LEAST = 400, 1000
_SHORT = re.compile(r"\d{1,2}[:.]\d\d")
#: A clock in brackets, or two spaces off, at the end of its row, or one before a name: nobody writes a time of which
#: they speak so.
_SET_APART = re.compile(r"^[\[({<*_]*\d|(?:\s{2}|\t)\d[\d:.,]*$|\d[\])][*_]*:?[*_]*$")


@dataclass(frozen=True)
class Entry:
    """A row that begins an entry: its times, who speaks, and the words that stand on the row itself."""

    row: int
    clock: str
    """As it was written."""
    at: int
    until: int | None
    speaker: str | None
    words: str
    moved: int = 0
    """Milliseconds by which it comes later than its clock says, where another recording stands before it."""


def sorted_out(entries: Sequence[Entry], rows: tuple[Row, ...]) -> tuple[list[Entry], list[Entry], list[Entry]]:
    """Entries for sure; those that are doubted and count as words; and those with which another recording begins."""
    # A name alone with a clock is a speaker's where it comes again, or begins a paragraph: somebody may say `At 10:30`.
    names = Counter(entry.speaker for entry in entries)
    apart = sum(rows[entry.row].gap for entry in entries) * 2 > len(entries)
    starts = [
        e for e in entries if e.speaker is None or e.words or rows[e.row].gap or not apart or names[e.speaker] > 1
    ]
    if runs := _recordings(starts, rows):
        kept = [entry for run in runs for entry in run]
    else:
        good = in_order([entry.at for entry in starts])
        kept = _named_for_sure([entry for entry, fits in zip(starts, good, strict=True) if fits], rows)
        if len(kept) > 1 and _is_said(kept[-2], kept[-1], rows):
            kept.pop()
    taken = {entry.row for entry in kept}
    return kept, [entry for entry in entries if entry.row not in taken], [run[0] for run in runs[1:]]


def possible(entries: Sequence[Entry], rows: tuple[Row, ...]) -> bool:
    """Whether people can have spoken at the pace of these clocks."""
    said = _words_of(entries, rows)
    if all(said) and all(_heads_turn(e, rows) for e in entries) and not _could_be_of_day(entries):
        # Names and clocks as only programs set them need no pace: hours may lie between two turns.
        return len(entries) > 1
    steps = [(b.at - a.at) / 1000 for a, b in pairwise(entries)]
    paces = [words / step for words, step in zip(said, steps, strict=False) if step > 0]
    pace = statistics.median(paces) if paces else None
    if pace is None:
        return len(entries) == 1
    dotted = [entry for entry in entries if ":" not in entry.clock]
    if len(dotted) > 1 and (pace > FASTEST or min(steps) <= 0 or all(step == 1 for step in steps)):
        # 10.10, 10.11, 10.12 are the numbers of paragraphs.
        return False
    if _could_be_of_day(entries):
        return pace >= OF_DAY
    # A list of chapters begins at 0:00; what it is shows later (see `tracks`).
    return (entries[0].at == 0 and not dotted) or pace >= SLOWEST


def _could_be_of_day(entries: Sequence[Entry]) -> bool:
    """Clocks of two numbers, the first of them late for a beginning. Names that come again are those of speakers."""
    names = Counter(entry.speaker for entry in entries if entry.speaker)
    return (
        all(_SHORT.fullmatch(entry.clock) for entry in entries)
        and entries[0].at >= MORNING
        and entries[-1].at < MIDNIGHT
        and max(names.values(), default=0) < 2
    )


def _words_of(entries: Sequence[Entry], rows: tuple[Row, ...]) -> list[int]:
    """How many words each entry holds."""
    until = [0, *accumulate(len(row.text.split()) for row in rows)]
    ends = [*(entry.row for entry in entries[1:]), len(rows)]
    return [
        len(entry.words.split()) + until[end] - until[entry.row + 1] for entry, end in zip(entries, ends, strict=True)
    ]


def _fits(words: int, step: int) -> bool:
    return step >= 0 and words >= SLOWEST * step / 1000


def _named_for_sure(entries: Sequence[Entry], rows: tuple[Row, ...]) -> list[Entry]:
    """Without names that come once, at a time at which nobody can have spoken."""
    names = Counter(entry.speaker for entry in entries)
    said = _words_of(entries, rows)
    near = [_fits(words, b.at - a.at) for words, (a, b) in zip(said, pairwise(entries), strict=False)]
    return [
        entry
        for i, entry in enumerate(entries)
        if entry.speaker is None
        or names[entry.speaker] > 1
        or not near
        or (said[i] and _heads_turn(entry, rows))
        or any(near[max(i - 1, 0) : i + 1])
    ]


def _heads_turn(entry: Entry, rows: tuple[Row, ...]) -> bool:
    """Whether a row is a name with its clock set apart, alone over what is said."""
    row = rows[entry.row]
    return bool(entry.speaker) and not entry.words and row.gap and _SET_APART.search(row.text) is not None


def _recordings(entries: Sequence[Entry], rows: tuple[Row, ...]) -> list[list[Entry]]:
    """Several recordings that were pasted together, the later ones moved behind the first; empty for one."""
    said = dict(zip(entries, _words_of(entries, rows), strict=True))
    runs: list[list[Entry]] = []
    for entry in entries:
        if runs and entry.at >= runs[-1][-1].at:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    whole = all(
        len(run) > 1
        and run[0].at <= max(EARLY, runs[0][0].at)
        and all(_fits(said[a], b.at - a.at) for a, b in pairwise(run))
        for run in runs
    )
    # A single time that does not fit is one that somebody spoke of.
    if len(runs) < 2 or not whole or in_order([entry.at for entry in entries]).count(False) < 2:
        return []
    moved = 0
    for n, run in enumerate(runs):
        runs[n] = [replace(entry, moved=moved) for entry in run]
        moved += run[-1].at + max(LEAST, PER_WORD * said[run[-1]])
    return runs


def _is_said(before: Entry, last: Entry, rows: tuple[Row, ...]) -> bool:
    """Whether a last clock, right under another one, is what was said at that other: a time that somebody spoke of."""
    return last.row == len(rows) - 1 == before.row + 1 and not last.words and not before.words

"""Rolling captions: each cue shows the line before it once more. They are said once.

Only what the screen shows again is left out, never what a person says again.
A file counts as rolling when its cues keep showing an old line *and* a new one under it;
a file of single lines in which somebody says "No." five times is not one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from .lines import Line, Note, Tally

#: Cues further apart than this (milliseconds) do not roll into each other.
NEAR = 200
#: Words of a line that the next cue must repeat before more words of it count as the same line, grown.
GROWN = 3
#: Nobody says anything in so short a time (milliseconds).
INSTANT = 50
#: In a file that rolls, an old line may stand above a new one even after so long a silence (milliseconds).
STILL = 10_000
#: How many cues must show an old line above a new one before a file counts as rolling.
LEAST = 3


@dataclass(frozen=True)
class _Overlap:
    """What of a cue's lines the screen shows already."""

    lines: int
    """Whole lines."""
    words: int = 0
    """Words at the beginning of the line after them."""


def said_once(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[Note]]:
    """The lines without those that are only shown again, and what was left out."""
    cues = [list(group) for _, group in groupby(lines, key=lambda line: (line.cue, line.cue is None and line.place))]
    cues, notes = _without_doubles(cues)
    if not _rolls(cues):
        return tuple(line for cue in cues for line in cue), notes
    tally = Tally()
    found: list[Line] = []
    window: list[str] = []
    wholly = _shows_whole_cues_again(cues)
    for cue, before in zip(cues, [None, *cues], strict=False):
        overlap = _overlap(window, cue) if before and _near(before, cue, STILL) else _Overlap(0)
        if not wholly and overlap.lines == len(cue) == len(window) > 1:
            # No, no, and no once more: the lines moved up by one, and the last of them is new.
            overlap = _Overlap(len(cue) - 1)
        elif before and overlap.lines == len(cue) and not _near(before, cue):
            # After a silence, an old line alone is one that is said again; an old line above a new one is only shown.
            overlap = _Overlap(0)
        for line in cue[: overlap.lines]:
            tally.add("rolling", line.place)
        rest = cue[overlap.lines :]
        if overlap.words and rest:
            tally.add("rolling", rest[0].place)
            new = rest[0].words.split()[overlap.words :]
            rest = [replace(rest[0], words=" ".join(new)), *rest[1:]]
        found += rest
        window = [line.words for line in cue]
    return _end_at_next(found), [*notes, *tally.notes]


def _without_doubles(cues: list[list[Line]]) -> tuple[list[list[Line]], list[Note]]:
    """Without cues that stand in the file twice: the same times, words and speakers, one right behind the other."""
    tally, kept = Tally(), list[list[Line]]()
    for cue in cues:
        said = [(line.at, line.until, line.words, line.speaker) for line in cue]
        if kept and cue[0].at is not None and said == [(x.at, x.until, x.words, x.speaker) for x in kept[-1]]:
            tally.add("twice", cue[0].place)
        else:
            kept.append(cue)
    return kept, tally.notes


def _rolls(cues: list[list[Line]]) -> bool:
    pairs = [(a, b) for a, b in pairwise(cues) if _near(a, b)]
    strong = weak = instants = 0
    for a, b in pairs:
        overlap = _overlap([line.words for line in a], b)
        if overlap.lines or overlap.words:
            if overlap.lines < len(b):
                strong += 1
            else:
                weak += 1
                instants += (b[0].until or 0) - (b[0].at or 0) <= INSTANT
    # A cue that shows an old line for an instant is there for the screen alone: YouTube puts one behind every line.
    enough = strong >= min(LEAST, max(2, len(pairs) // 2)) or (strong > 0 and instants > 0)
    return enough and (strong + weak) * 5 >= len(pairs) * 2


def _shows_whole_cues_again(cues: list[list[Line]]) -> bool:
    """Whether a cue whose lines differ is shown again with no new line: then one of equal lines may be, too."""
    return any(
        _overlap([line.words for line in a], b).lines == len(b) and (len(b) == 1 or len({line.words for line in b}) > 1)
        for a, b in pairwise(cues)
    )


def _near(a: list[Line], b: list[Line], silence: int = NEAR) -> bool:
    until, at = a[-1].until, b[0].at
    return until is not None and at is not None and at - until <= silence


def _overlap(window: list[str], cue: list[Line]) -> _Overlap:
    """The longest end of what the screen shows with which the cue begins.

    Its last line may have grown by words. A line whose words carry times of their own is always new.
    """
    new = next((i for i, line in enumerate(cue) if line.fresh), len(cue))
    for size in range(min(len(window), new), 0, -1):
        if all(a == b.words for a, b in zip(window[-size:], cue, strict=False)):
            return _Overlap(size)
    for size in range(min(len(window), new), 0, -1):
        shown, last = window[-size:], cue[size - 1]
        whole = all(a == b.words for a, b in zip(shown[:-1], cue, strict=False))
        length = len(shown[-1].split())
        if whole and length >= GROWN and last.words.startswith(shown[-1] + " "):
            return _Overlap(size - 1, length)
    return _Overlap(0)


def _end_at_next(lines: list[Line]) -> tuple[Line, ...]:
    """Each line ends when the next begins, if it has not ended before: on the screen it rolled on."""
    return tuple(
        replace(line, until=following.at)
        if line.at is not None and following.at is not None and line.at < following.at < (line.until or 0)
        else line
        for line, following in zip(lines, [*lines[1:], Line("", 0)], strict=True)
    )

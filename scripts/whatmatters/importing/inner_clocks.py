"""Clocks in brackets among the words, as Sonix and people who type leave them: times, and nobody's words."""

from __future__ import annotations

import re
from dataclasses import replace

from .clock_styles import CLOCK
from .lines import Line, Note, Tally
from .times import in_order, milliseconds

#: `[00:00:09]`, `(0:09)`, `[0:09 - 0:14]`, and what f4 writes: `#00:00:09-1#`.
_CLOCK = re.compile(rf"\s*[\[({{<#]({CLOCK})(?:-\d)?(?:\s*(?:--?>|[-–—])\s*{CLOCK})?[\])}}>#]:?\s*")
#: `[inaudible 00:05:12]`: the label stays, and its clock goes.
_IN_LABEL = re.compile(rf"([\[(][^\[\]()\d]{{3,40}}?),?\s+@?\s*{CLOCK}\s*([\])])")
#: Clocks in brackets that show a way of writing, where they have neither hours nor square brackets.
LEAST = 3
#: Milliseconds by which a clock may stand outside the times of its line.
SLACK = 2000


def without_clocks(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[Note]]:
    """The lines without clocks in brackets: what stands behind one begins at its time."""
    found = [(n, mark) for n, line in enumerate(lines) if _may(line.words) for mark in _CLOCK.finditer(line.words)]
    tally = Tally()
    good = _good(found, lines)
    if not good and not any(_may(line.words) and _IN_LABEL.search(line.words) for line in lines):
        return lines, []
    new: list[Line] = []
    for n, line in enumerate(lines):
        words = line.words
        if _may(words):
            plain = _IN_LABEL.sub(r"\1\2", words)
            if plain != words and not good.get(n):
                tally.add("clocks-inside", line.place)
                line = replace(line, words=plain)
        new += _parted(line, good.get(n, []), tally)
    return _handed_on(new), tally.notes


def _may(words: str) -> bool:
    return ":" in words and ("[" in words or "(" in words or "#" in words or "<" in words or "{" in words)


def _good(found: list[tuple[int, re.Match[str]]], lines: tuple[Line, ...]) -> dict[int, list[re.Match[str]]]:
    """By their lines, those that are the recording's: in order, and within the times of their lines."""
    fits = [(n, mark) for n, mark in found if _fits(lines[n], milliseconds(mark.group(1)))]
    order = in_order([milliseconds(mark.group(1)) for _, mark in fits])
    kept = [pair for pair, good in zip(fits, order, strict=True) if good]
    sure = [m for _, m in kept if m.group().strip()[0] in "[{#" or m.group(1).count(":") > 1]
    good: dict[int, list[re.Match[str]]] = {}
    if len(kept) < len(found) * 2 / 3 or (not sure and len(kept) < LEAST):
        return good
    for n, mark in kept:
        good.setdefault(n, []).append(mark)
    return good


def _fits(line: Line, time: int) -> bool:
    if line.at is None:
        return True
    return line.at - SLACK <= time and (line.until is None or line.until < line.at or time <= line.until + SLACK)


def _parted(line: Line, marks: list[re.Match[str]], tally: Tally) -> list[Line]:
    if not marks:
        return [line]
    pieces: list[Line] = []
    start, at = 0, line.at
    for mark in marks:
        tally.add("clocks-inside", line.place)
        time = milliseconds(mark.group(1))
        pieces.append(replace(line, words=line.words[start : mark.start()].strip(), at=at, until=time))
        start, at = mark.end(), time
    pieces.append(replace(line, words=line.words[start:].strip(), at=at))
    plain = [replace(p, words=_IN_LABEL.sub(r"\1\2", p.words)) for p in pieces]
    if line.at is None:
        plain[0] = replace(plain[0], until=None)
    head, *rest = plain
    return [head, *(replace(p, speaker=None, turn=False, paragraph=False, section=False, fresh=False) for p in rest)]


def _handed_on(lines: list[Line]) -> tuple[Line, ...]:
    """Without lines that had nothing but a clock; who speaks there, and what begins, is handed on to the next."""
    found: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        if not line.words:
            if waiting is None or line.speaker is not None:
                waiting = line
            continue
        if waiting is not None:
            line = replace(
                line,
                speaker=line.speaker or waiting.speaker,
                turn=line.turn or waiting.turn,
                paragraph=line.paragraph or waiting.paragraph,
                section=line.section or waiting.section,
            )
            waiting = None
        found.append(line)
    return tuple(found)

"""Text as the lines that it takes at a width, ragged and without hyphens: as Typst breaks it, and without Typst.

Each line takes as many words as it holds. All is in thousandths of an em, so that no size need be known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .line_breaks import WHOLE, line_ends
from .shaping import kerning, width

#: What a line may run over by, in thousandths of an em: less than anybody can see, more than sums are out by.
SLACK = 0.01

#: Paragraphs remembered at most, between their tries at several sizes and widths.
PARAGRAPHS = 1 << 10


@dataclass(frozen=True)
class Run:
    """Text of one weight."""

    text: str
    bold: bool = False
    whole: bool = False
    """It is set as a whole: no line ends in it."""


@dataclass(frozen=True)
class Lines:
    """What a paragraph takes at a width."""

    count: int
    widest: float
    """The width of its widest line."""
    words: str
    """The words of that line."""


@dataclass(frozen=True)
class _Word:
    """The letters between two places where a line may end."""

    text: str
    width: float
    """With the space after it, as wide as it is before the next."""
    at_end: float
    """As wide as it is at the end of a line, where spaces count for nothing."""
    ends: bool
    """Does a line end after it in any case?"""


def lines(runs: Sequence[Run], room: float) -> Lines:
    """The lines that a paragraph takes in a column as wide as `room`. A word that is wider runs over it.

    An empty paragraph has none.
    """
    count, widest, words = 0, 0.0, ""
    line, begun = 0.0, ""
    last: tuple[float, str] | None = None
    """The line so far, as wide as it is when it ends here."""

    def end(of: tuple[float, str]) -> None:
        nonlocal count, widest, words
        count += 1
        if of[0] >= widest:
            widest, words = of

    for word in _words(tuple(runs)):
        if last and line + word.at_end > room + SLACK:
            end(last)
            line, begun, last = 0.0, "", None
        last = (line + word.at_end, begun + word.text)
        if word.ends or last[0] > room + SLACK:
            end(last)
            line, begun, last = 0.0, "", None
        else:
            line, begun = line + word.width, last[1]
    if last:
        end(last)
    return Lines(count, widest, words.strip())


@lru_cache(PARAGRAPHS)
def _words(runs: tuple[Run, ...]) -> tuple[_Word, ...]:
    text = "".join(WHOLE if run.whole else run.text for run in runs)
    run_of = [run for run in runs for _ in (WHOLE if run.whole else run.text)]
    begin, found = 0, []
    for end in line_ends(text):
        found.append(_word(text, run_of, begin, end))
        begin = end
    return tuple(found)


def _word(text: str, run_of: Sequence[Run], begin: int, end: int) -> _Word:
    ends = text[end - 1] == "\n"
    pieces = _pieces(text, run_of, begin, end - ends)
    wide = bare = sum(width(said, run.bold) for said, run in pieces)
    if end < len(text) and not ends:
        bare = _without_spaces(pieces)
        if run_of[end] is run_of[end - 1]:
            wide += kerning(text[end - 1], text[end], run_of[end].bold)
    return _Word("".join(said for said, _ in pieces), wide, bare, ends)


def _pieces(text: str, run_of: Sequence[Run], begin: int, end: int) -> list[tuple[str, Run]]:
    """Some letters, parted where a run begins: letters of two runs do not move towards one another."""
    found: list[tuple[str, Run]] = []
    while begin < end:
        run = run_of[begin]
        upto = begin + 1
        while upto < end and run_of[upto] is run:
            upto += 1
        found.append((run.text if run.whole else text[begin:upto], run))
        begin = upto
    return found


def _without_spaces(pieces: Sequence[tuple[str, Run]]) -> float:
    """How wide some pieces are when the spaces at their end count for nothing.

    The last letter still moves towards the space that is gone, as Typst has it.
    """
    kept = list(pieces)
    while kept and not kept[-1][0].rstrip():
        kept.pop()
    if not kept:
        return 0.0
    said, run = kept[-1]
    bare = said.rstrip()
    moved = kerning(bare[-1], said[len(bare)], run.bold) if bare != said else 0.0
    return sum(width(before, other.bold) for before, other in kept[:-1]) + width(bare, run.bold) + moved

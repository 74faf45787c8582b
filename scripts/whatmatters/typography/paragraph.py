"""Text as the lines that it takes at a width, ragged and without hyphens: as Typst breaks it, and without Typst.

Each line takes as many words as it holds. All is in thousandths of an em, so that no size need be known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .line_breaks import WHOLE, line_ends
from .shaping import kerning, width

#: What a line may run over by, in thousandths of an em: less than anybody can see, more than sums are out by.
SLACK = 0.01

#: Paragraphs whose words are remembered at most, between their tries at several sizes: a page of text takes 50 kB so.
PARAGRAPHS = 1 << 8

#: Paragraphs at a width of which it is remembered what they take: `check`, a page's data and several packs ask for the
#: same. A hundred stories have 17,000, of 250 bytes each. Where they are many more, the first are gone before they are
#: asked for again, and to keep more of them would be of no use.
TRIES = 1 << 15


class Run(NamedTuple):
    """Text of one weight."""

    text: str
    bold: bool = False
    whole: bool = False
    """It is set as a whole: no line ends in it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a paragraph takes at a width."""

    count: int
    widest: float
    """The width of its widest line."""
    words: str
    """The words of that line."""


class _Word(NamedTuple):
    """The letters between two places where a line may end."""

    width: float
    """With the space after it, as wide as it is before the next."""
    at_end: float
    """As wide as it is at the end of a line, where spaces count for nothing."""
    ends: bool
    """Does a line end after it in any case?"""
    text: str


def forget_paragraphs() -> None:
    """Let go of all that is remembered of paragraphs and words: for a process that measures no more."""
    for remembered in (lines, _words, width):
        remembered.cache_clear()


@lru_cache(TRIES)
def lines(runs: tuple[Run, ...], room: float) -> Lines:
    """The lines that a paragraph takes in a column as wide as `room`. A word that is wider runs over it.

    An empty paragraph has none.
    """
    words = _words(runs)
    room += SLACK
    count, widest, widest_line = 0, 0.0, (0, 0)
    begin, line, ended = 0, 0.0, 0.0
    for at, (width_of_word, at_end, ends, _) in enumerate(words):
        if at > begin and line + at_end > room:
            count += 1
            if ended >= widest:
                widest, widest_line = ended, (begin, at)
            begin, line = at, 0.0
        ended = line + at_end
        line += width_of_word
        if ends or ended > room or at + 1 == len(words):
            count += 1
            if ended >= widest:
                widest, widest_line = ended, (begin, at + 1)
            begin, line = at + 1, 0.0
    return Lines(count, widest, "".join(word.text for word in words[slice(*widest_line)]).strip())


@lru_cache(PARAGRAPHS)
def _words(runs: tuple[Run, ...]) -> tuple[_Word, ...]:
    if len(runs) == 1 and not runs[0].whole:
        return _words_of_one(runs[0])
    text = "".join(WHOLE if run.whole else run.text for run in runs)
    run_of = [run for run in runs for _ in (WHOLE if run.whole else run.text)]
    begin, found = 0, []
    for end in line_ends(text):
        ends = text[end - 1] == "\n"
        pieces = _pieces(text, run_of, begin, end - ends)
        wide, bare = _widths(pieces)
        if ends or end == len(text):
            bare = wide
        elif run_of[end] is run_of[end - 1]:
            wide += kerning(text[end - 1], text[end], run_of[end].bold)
        found.append(_Word(wide, bare, ends, "".join(said for said, _ in pieces)))
        begin = end
    return tuple(found)


def _words_of_one(run: Run) -> tuple[_Word, ...]:
    """The same of one run, as nearly every paragraph is."""
    text, bold = run.text, run.bold
    begin, found = 0, []
    for end in line_ends(text):
        ends = text[end - 1] == "\n"
        said = text[begin : end - ends]
        wide, bare = _widths_of_piece(said, bold)
        if ends or end == len(text):
            bare = wide
        else:
            wide += kerning(text[end - 1], text[end], bold)
        found.append(_Word(wide, bare, ends, said))
        begin = end
    return tuple(found)


def _pieces(text: str, run_of: Sequence[Run], begin: int, end: int) -> list[tuple[str, bool]]:
    """Some letters and whether they are bold, parted where a run begins: letters do not move towards another run's."""
    found: list[tuple[str, bool]] = []
    while begin < end:
        run = run_of[begin]
        upto = begin + 1
        while upto < end and run_of[upto] is run:
            upto += 1
        found.append((run.text if run.whole else text[begin:upto], run.bold))
        begin = upto
    return found


def _widths(pieces: Sequence[tuple[str, bool]]) -> tuple[float, float]:
    """How wide some pieces are, and how wide when the spaces at their end count for nothing."""
    wide = bare = 0.0
    for said, bold in pieces:
        piece, without_spaces = _widths_of_piece(said, bold)
        if without_spaces:
            bare = wide + without_spaces
        wide += piece
    return wide, bare


def _widths_of_piece(said: str, bold: bool) -> tuple[float, float]:
    """The same of one piece. Its last letter still moves towards the space that is gone, as Typst has it."""
    bare = said.rstrip()
    if bare == said:
        return (wide := width(said, bold)), wide
    spaces = said[len(bare) :]
    if not bare:
        return width(spaces, bold), 0.0
    at_end = width(bare, bold) + kerning(bare[-1], spaces[0], bold)
    return at_end + width(spaces, bold), at_end

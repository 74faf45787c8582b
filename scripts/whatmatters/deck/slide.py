"""One slide by what it says; how it looks is for `office/`. Text that is too much for one goes on to the next.

Text is divided at the least size, 28 pt, and then set as large as its slides have room for: little text on a wall
would else be small text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from .blocks import Block, Span, Text, plain
from .slide_steps import GAP, Room, in_steps
from .wordings import Word

Layout = Literal["opening", "pack", "story", "pause", "question", "tool", "columns"]

NBSP = "\u00a0"

#: Sizes of text on a slide in pt, the best one first.
SIZES = (44, 40, 36, 34, 32, 30, 28)
LEAST = SIZES[-1]

#: A slide of text at the least size, as wide as Verdana would set it.
ROOM = Room(letters=54, lines=9)

#: The same under the large title of a pause, and in one of three columns.
PAUSE_ROOM, COLUMN_ROOM = Room(letters=51, lines=8), Room(letters=17, lines=8)

#: Small print under it, at 16 pt, and how high one of its lines is beside a line of text.
SMALL, SMALL_SIZE = Room(letters=94, lines=4), 16 / 28


@dataclass(frozen=True)
class Slide:
    """One slide."""

    layout: Layout
    band: str
    """The word for its kind, and what it belongs to."""
    icon: str
    title: str
    section: str
    """The part of the show it belongs to: a story with all of its session."""
    body: tuple[Block, ...] = ()
    size: int = LEAST
    """Of the type of its body or its columns, in pt."""
    columns: tuple[tuple[str, str], ...] = ()
    """Headings with a line under each, side by side."""
    links: tuple[tuple[str, str], ...] = ()
    """Words, and the id of the story that they lead to."""
    small: tuple[Span, ...] = ()
    emblem: str = ""
    """The story's own picture, on a tile in the place of the icon."""
    over: str = ""
    """A line over the title: the story, where the title is its pause."""
    id: str = ""
    """The id of the story that it is about."""
    foot: str = ""
    """Pack and library."""
    mark: str = ""
    """Story, pack and version, small after the foot."""
    code: str = ""
    """An address that phones in the room can take from the wall."""
    notes: tuple[Block, ...] = ()
    """What the leader reads."""


def spread(
    slide: Slide, blocks: Iterable[Block], word: Word, later: tuple[Block, ...] | None = None
) -> Iterator[Slide]:
    """One slide or more, as the blocks need; `later` are the notes of those after the first.

    With `later`, small print stands on the first alone. All have one size of type.
    """
    room = PAUSE_ROOM if slide.layout == "pause" else _room_over(slide.small)
    steps = in_steps(blocks, room)
    size = largest(steps, room)
    for number, step in enumerate(steps, start=1):
        shown = slide if number == 1 or later is None else replace(slide, notes=later, small=())
        yield replace(shown, title=part(slide.title, number, len(steps), word), body=step, size=size)


def in_columns(slide: Slide, columns: Sequence[tuple[str, str]]) -> Slide:
    """A slide of columns, as large as the longest has room for."""
    said = [(plain(heading), plain(words)) for heading, words in columns]
    return replace(slide, columns=tuple(columns), size=largest(said, COLUMN_ROOM))


def largest(steps: Sequence[tuple[Block, ...]], room: Room) -> int:
    """The largest size of type (pt) at which each of some slides holds its blocks, `room` being that at the least."""

    def fits(size: int) -> bool:
        at = Room(letters=room.letters * LEAST // size, lines=room.lines * LEAST // size)
        return all(sum(at.lines_of(block) for block in step) - GAP <= at.lines for step in steps)

    return next((size for size in SIZES if fits(size)), LEAST)


def _room_over(small: tuple[Span, ...]) -> Room:
    """The room that small print leaves; its first line has a place of its own."""
    lines = SMALL.lines_of(Text(small)) - GAP
    return replace(ROOM, lines=ROOM.lines - ceil((lines - 1) * SMALL_SIZE))


def part(title: str, number: int, of: int, word: Word) -> str:
    """The title of one slide of several: `The garden tree (1 of 2)`."""
    # No line ends within the brackets.
    return f"{title} ({word('part', n=number, of=of).replace(' ', NBSP)})" if of > 1 else title

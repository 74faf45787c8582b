"""One slide by what it says; how it looks is for `office/`. Text that is too much for one goes on to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from .blocks import Block, Span, Text
from .steps import GAP, Room, in_steps
from .words import Word

Layout = Literal["opening", "pack", "story", "pause", "question", "law", "tool", "columns"]

NBSP = "\u00a0"

#: A slide of text at 28 pt, as wide as Verdana would set it.
ROOM = Room(letters=54, lines=9)

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
    """The part of the show it belongs to: a story, the law."""
    body: tuple[Block, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """Headings with a line under each, side by side."""
    links: tuple[tuple[str, str], ...] = ()
    """Words, and the id of the story that they lead to."""
    small: tuple[Span, ...] = ()
    over: str = ""
    """A line over the title: the story, where the title is its pause."""
    id: str = ""
    """What it is about: the id of a story, of a category of questions, of a topic."""
    foot: str = ""
    """Id, pack and version."""
    code: str = ""
    """An address that phones in the room can take from the wall."""
    notes: tuple[Block, ...] = ()
    """What the facilitator reads."""


def spread(
    slide: Slide, blocks: Iterable[Block], word: Word, later: tuple[Block, ...] | None = None
) -> Iterator[Slide]:
    """One slide or more, as the blocks need; `later` are the notes of those after the first.

    With `later`, small print stands on the first alone.
    """
    steps = in_steps(blocks, _room_over(slide.small))
    for number, step in enumerate(steps, start=1):
        shown = slide if number == 1 or later is None else replace(slide, notes=later, small=())
        yield replace(shown, title=part(slide.title, number, len(steps), word), body=step)


def fits_small(small: tuple[Span, ...]) -> bool:
    """Is this little enough to stand as small print?"""
    return SMALL.lines_of(Text(small)) - GAP <= SMALL.lines


def _room_over(small: tuple[Span, ...]) -> Room:
    """The room that small print leaves; its first line has a place of its own."""
    lines = SMALL.lines_of(Text(small)) - GAP
    return replace(ROOM, lines=ROOM.lines - ceil((lines - 1) * SMALL_SIZE))


def part(title: str, number: int, of: int, word: Word) -> str:
    """The title of one slide of several: `The garden tree (1 of 2)`."""
    # No line ends within the brackets.
    return f"{title} ({word('part', n=number, of=of).replace(' ', NBSP)})" if of > 1 else title

"""Filling the sides of cards with pieces: as many on each as it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .block_pieces import joined, pieces
from .blocks import Block, Heading, Text
from .sentences import sentences

Blocks = tuple[Block, ...]

Holds = Callable[[Blocks, int], bool]
"""Does a side hold these? Sides are counted from 0."""


def fill(blocks: Blocks, holds: Holds, last_holds: Holds) -> list[Blocks]:
    """The pieces of some blocks, side by side; the last side has room for more than its text, such as the pause.

    No side ends with a heading. A paragraph that is too long for a side of its own goes on, between two sentences, on
    the next. A side that holds not even its first piece has that alone: it is for the caller to find and tell of.
    """
    sides = _filled(pieces(blocks), holds)
    last = sides.pop()
    if last_holds(tuple(joined(last)), len(sides)):
        sides.append(last)
    else:
        at = len(last) - 1
        while at > 0 and isinstance(last[at - 1], Heading):
            at -= 1
        sides += [last[:at]] if at > 0 else []
        sides += _filled(last[at:], last_holds, len(sides))
    return [tuple(joined(side)) for side in sides]


def _filled(waiting: list[Block], holds: Holds, first: int = 0) -> list[list[Block]]:
    """The pieces on sides, the first of which has that number."""
    waiting, sides = list(waiting), [list[Block]()]
    while waiting:
        piece, side, at = waiting.pop(0), sides[-1], first + len(sides) - 1
        if holds(tuple(joined([*side, piece])), at):
            side.append(piece)
        elif not all(isinstance(block, Heading) for block in side):
            waiting.insert(0, piece)
            sides.append([side.pop()] if isinstance(side[-1], Heading) else [])
        elif halves := _halves(piece, tuple(side), holds, at):
            side.append(halves[0])
            waiting.insert(0, halves[1])
        else:
            side.append(piece)
    return sides


def _halves(piece: Block, above: Blocks, holds: Holds, at: int) -> tuple[Text, Text] | None:
    """A paragraph in two, the first with as many sentences as a side holds; None when it holds not even one."""
    if not isinstance(piece, Text) or len(piece.spans) != 1:
        return None
    said = sentences(piece.spans[0].text)

    def of(some: list[str]) -> Text:
        return replace(piece, spans=(replace(piece.spans[0], text=" ".join(some)),))

    count = max((n for n in range(1, len(said)) if holds((*above, of(said[:n])), at)), default=0)
    return (of(said[:count]), of(said[count:])) if count else None

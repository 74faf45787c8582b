"""Filling the sides of cards with pieces: as many on each as it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .blocks import Block, Heading, Text
from .pieces import joined, pieces
from .sentences import sentences

Blocks = tuple[Block, ...]

Holds = Callable[[Blocks], bool]
"""Does a side hold these?"""


def fill(blocks: Blocks, holds: Holds, last_holds: Holds) -> list[Blocks]:
    """The pieces of some blocks, side by side; the last side has room for more than its text, such as the pause.

    No side ends with a heading. A paragraph that is too long for a side of its own goes on, between two sentences, on
    the next. A side that holds not even its first piece has that alone: it is for the caller to find and tell of.
    """
    sides = _filled(pieces(blocks), holds)
    last = sides[-1]
    if not last_holds(tuple(joined(last))):
        at = len(last) - 1
        while at > 0 and isinstance(last[at - 1], Heading):
            at -= 1
        sides = [*sides[:-1], *([last[:at]] if at > 0 else ()), *_filled(last[at:], last_holds)]
    return [tuple(joined(side)) for side in sides]


def _filled(waiting: list[Block], holds: Holds) -> list[list[Block]]:
    waiting, sides = list(waiting), [list[Block]()]
    while waiting:
        piece, side = waiting.pop(0), sides[-1]
        if holds(tuple(joined([*side, piece]))):
            side.append(piece)
        elif not all(isinstance(block, Heading) for block in side):
            waiting.insert(0, piece)
            sides.append([side.pop()] if isinstance(side[-1], Heading) else [])
        elif halves := _halves(piece, tuple(side), holds):
            side.append(halves[0])
            waiting.insert(0, halves[1])
        else:
            side.append(piece)
    return sides


def _halves(piece: Block, above: Blocks, holds: Holds) -> tuple[Text, Text] | None:
    """A paragraph in two, the first with as many sentences as a side holds; None when it holds not even one."""
    if not isinstance(piece, Text) or len(piece.spans) != 1:
        return None
    said = sentences(piece.spans[0].text)

    def of(some: list[str]) -> Text:
        return replace(piece, spans=(replace(piece.spans[0], text=" ".join(some)),))

    count = max((n for n in range(1, len(said)) if holds((*above, of(said[:n])))), default=0)
    return (of(said[:count]), of(said[count:])) if count else None

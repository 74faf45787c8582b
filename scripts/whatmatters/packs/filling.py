"""Filling the sides of cards with pieces whose heights are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .blocks import Block, Heading, Text
from .pieces import joined, pieces
from .sentences import sentences


@dataclass(frozen=True)
class Room:
    """Heights in mm: what a side has for text, and what the pause at the foot of the last one takes of it."""

    side: float
    pause: float


def fill(blocks: tuple[Block, ...], heights: Mapping[Block, float], room: Room) -> list[tuple[Block, ...]]:
    """The pieces of some blocks, side by side; the last side has room for the pause too."""
    sides = _filled(blocks, heights, room.side)
    last = sides[-1]
    if sum(heights.get(piece, room.side) for piece in last) > room.side - room.pause:
        sides = (
            [*sides[:-1], last[:-1], last[-1:]] if len(last) > 1 else _filled(blocks, heights, room.side - room.pause)
        )
    return [tuple(joined(side)) for side in sides]


def _filled(blocks: tuple[Block, ...], heights: Mapping[Block, float], room: float) -> list[list[Block]]:
    """The pieces on sides with so much room (mm) each; no side ends with a heading.

    A paragraph that is too long for a side of its own goes on, between two sentences, on the next.
    """
    high = dict(heights)
    sides: list[list[Block]] = [[]]
    left = room
    waiting = pieces(blocks)
    while waiting:
        piece = waiting.pop(0)
        alone = all(isinstance(block, Heading) for block in sides[-1])
        if high[piece] > left and not alone:
            carried = [sides[-1].pop()] if isinstance(sides[-1][-1], Heading) else []
            sides.append(carried)
            left = room - sum(high[heading] for heading in carried)
            alone = True
        if high[piece] > left and alone and (halves := _halves(piece, left / high[piece])):
            for half in halves:
                high.setdefault(half, high[piece] * _length(half) / _length(piece))
            piece, rest = halves
            waiting.insert(0, rest)
            left = min(left, high[piece])
        sides[-1].append(piece)
        left -= high[piece]
    return sides


def _halves(piece: Block, share: float) -> tuple[Text, Text] | None:
    """A paragraph in two, the first no more than `share` of it; None when it has no sentence so short."""
    if not isinstance(piece, Text) or len(piece.spans) != 1:
        return None
    said = sentences(piece.spans[0].text)
    count = max((n for n in range(len(said)) if len(" ".join(said[:n])) <= share * _length(piece)), default=0)
    if not count:
        return None
    first, rest = (
        replace(piece, spans=(replace(piece.spans[0], text=" ".join(s)),)) for s in (said[:count], said[count:])
    )
    return first, rest


def _length(piece: Block) -> int:
    return sum(len(span.text) for span in piece.spans) if isinstance(piece, Text) else 0

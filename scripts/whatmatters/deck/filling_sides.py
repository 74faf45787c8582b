"""Filling the sides of cards with pieces: on as few as hold them, spread evenly over these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .block_pieces import joined, pieces
from .blocks import Block, Heading, Listing, Text
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
    _even_out(sides, holds, last_holds)
    return [tuple(joined(side)) for side in sides]


def _even_out(sides: list[list[Block]], holds: Holds, last_holds: Holds) -> None:
    """Give a side that has little what stands last on the side before it: a card with a line or two looks forgotten.

    From the last side to the first; no more sides come of it, and none is left with less than the one after it.
    """
    for at in range(len(sides) - 1, 0, -1):
        room = last_holds if at == len(sides) - 1 else holds
        while moved := _last_of(sides[at - 1]):
            left, more = sides[at - 1][: -len(moved)], [*moved, *sides[at]]
            if _letters(left) < _letters(more) or not room(tuple(joined(more)), at):
                break
            sides[at - 1], sides[at] = left, more


def _last_of(side: list[Block]) -> list[Block]:
    """What stands last on a side, with its heading."""
    at = len(side) - 1
    while at > 0 and isinstance(side[at - 1], Heading):
        at -= 1
    return side[max(at, 0) :]


def _letters(side: Sequence[Block]) -> int:
    """About how much stands there."""
    return sum(
        sum(len(span.text) for span in block.spans)
        if isinstance(block, Text)
        else sum(map(len, block.items))
        if isinstance(block, Listing)
        else len(block.text)
        if isinstance(block, Heading)
        else 0
        for block in side
    )


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

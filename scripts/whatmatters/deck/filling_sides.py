"""Filling the sides of cards with pieces: on as few as hold them, spread evenly over these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from .block_pieces import joined, pieces
from .blocks import Block, Heading, Listing, Text
from .sentences import sentences

Blocks = tuple[Block, ...]

Holds = Callable[[Blocks, int], bool]
"""Does a side hold these? Sides are counted from 0."""


def fill(blocks: Blocks, holds: Holds, last_holds: Holds) -> list[Blocks]:
    """The pieces of some blocks, side by side; the last side has room for more than its text, such as the pause.

    No side ends with a heading, and where it can be helped none has one item alone of a list of several. A paragraph
    that is too long for a side of its own goes on, between two sentences, on the next. A side that holds not even its
    first piece has that alone: it is for the caller to find and tell of.
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
    _keep_lists(sides, holds, last_holds)
    _even_out(sides, holds, last_holds)
    return [tuple(joined(side)) for side in sides]


def _keep_lists(sides: list[list[Block]], holds: Holds, last_holds: Holds) -> None:
    """Give a list's only item on a side others of it for company, or none of it to the side before.

    They come from the side before, so no more sides come of it; what has no room stays where it is. Where the one
    stands last on a side, that side keeps as much as the one after it gets: a heading and an item are less to miss.
    """
    for at in range(len(sides) - 1, 0, -1):
        before, after = sides[at - 1], sides[at]
        if not _leaves_one(before, after):
            continue
        for cut in _ends(before, after):
            left, more = before[:cut], [*before[cut:], *after]
            if _room(sides, holds, last_holds)(more, at) and (_items(after) == 1 or _letters(left) >= _letters(more)):
                sides[at - 1], sides[at] = left, more
                break


def _even_out(sides: list[list[Block]], holds: Holds, last_holds: Holds) -> None:
    """Give a side that has little what stands last on the side before it: a card with a line or two looks forgotten.

    From the last side to the first; no more sides come of it, and none is left with less than the one after it.
    """
    for at in range(len(sides) - 1, 0, -1):
        while (cut := next(_ends(sides[at - 1], sides[at]), 0)) > 0:
            left, more = sides[at - 1][:cut], [*sides[at - 1][cut:], *sides[at]]
            if _letters(left) < _letters(more) or not _room(sides, holds, last_holds)(more, at):
                break
            sides[at - 1], sides[at] = left, more


def _room(sides: Sequence[list[Block]], holds: Holds, last_holds: Holds) -> Callable[[list[Block], int], bool]:
    """Does one of the sides hold these pieces?"""
    return lambda side, at: (last_holds if at == len(sides) - 1 else holds)(tuple(joined(side)), at)


def _ends(side: list[Block], after: list[Block]) -> Iterator[int]:
    """How many of its pieces a side may keep where the rest goes to the side after, the most first."""
    for cut in range(len(side) - 1, 0, -1):
        if not isinstance(side[cut - 1], Heading) and not _leaves_one(side[:cut], [*side[cut:], *after]):
            yield cut


def _leaves_one(before: Sequence[Block], after: Sequence[Block]) -> bool:
    """Does a list go on from one side to the next with one item alone on either of them?"""
    here, there = _items(reversed(before)), _items(after)
    return bool(here and there) and 1 in (here, there)


def _items(side: Iterable[Block]) -> int:
    """How many items of a list come first."""
    return sum(1 for _ in takewhile(lambda block: isinstance(block, Listing), side))


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

"""Dividing what is said into steps that can be read on a wall: no slide holds more than its lines, and nothing is cut.

Lines are counted by letters, on the generous side, since nobody knows which font a far-off computer will use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import ceil, inf

from .block_pieces import joined, pieces
from .blocks import Block, Listing, Span, Text, plain
from .sentences import sentences

#: A paragraph's distance from the next one, in lines.
GAP = 0.4

#: Lines that come of adding up in another order, and are none.
EXACT = 1e-6


@dataclass(frozen=True)
class Room:
    """What a slide has room for."""

    letters: int
    """In a line."""
    lines: int

    def lines_of(self, block: Block) -> float:
        """How many lines a block takes, with the gap after it."""
        match block:
            case Text(spans):
                return self._lines("".join(span.text for span in spans)) + GAP
            case Listing(items):
                # A number or a bullet stands before each.
                return sum(replace(self, letters=self.letters - 3)._lines(item) + GAP for item in items)
            case _:
                raise ValueError(f"a slide cannot hold this block: {block}")

    def _lines(self, text: str) -> int:
        lines, left = 1, self.letters
        for word in text.split():
            if len(word) > left:
                lines, left = lines + max(1, ceil(len(word) / self.letters)), self.letters
            left -= len(word) + 1
        return lines


def in_steps(blocks: Iterable[Block], room: Room) -> list[tuple[Block, ...]]:
    """Blocks on as few slides as hold them, spread evenly over these; a list goes on with its numbers."""
    units = [unit for block in blocks for unit in _units(block, room)]
    sizes = [room.lines_of(unit) for unit in units]
    fewest = _slides_needed(sizes, room.lines)
    # The lowest limit that needs no more slides, so that type can be large; within it, no slide is left nearly empty.
    limit = next(n for n in range(1, room.lines + 1) if _slides_needed(sizes, n) <= fewest or n == room.lines)
    ends = _ends(tuple(sizes), fewest, limit)
    return [tuple(joined(units[begin:end])) for begin, end in pairwise((0, *ends))]


def _slides_needed(sizes: Sequence[float], limit: float) -> int:
    """How many slides of so many lines hold pieces of these sizes; one that is larger stands alone."""
    count, left = 0, -1.0
    for size in sizes:
        if size - GAP > left + EXACT:
            count, left = count + 1, limit
        left -= size
    return count


def _ends(sizes: tuple[float, ...], slides: int, limit: float) -> tuple[int, ...]:
    """After how many pieces each of so many slides ends: by the smallest sum of squares, the first ones fuller."""

    @cache
    def best(begin: int, slides: int) -> tuple[float, tuple[int, ...]]:
        if slides == 0:
            return (0.0 if begin == len(sizes) else inf), ()
        found: tuple[float, tuple[int, ...]] = inf, ()
        for end in range(len(sizes) - slides + 1, begin, -1):
            lines = sum(sizes[begin:end]) - GAP
            if lines > limit + EXACT and end > begin + 1:
                continue
            rest, ends = best(end, slides - 1)
            if (squares := round(lines * lines + rest, 6)) < found[0]:
                found = squares, (end, *ends)
        return found

    return best(0, slides)[1]


def _units(block: Block, room: Room) -> Iterator[Block]:
    """The smallest pieces that may stand on a slide of their own."""
    for piece in pieces((block,)):
        if isinstance(piece, Text) and len(piece.spans) == 1 and room.lines_of(piece) - GAP > room.lines:
            yield from _by_sentences(piece.spans[0], room)
        else:
            yield piece


def _by_sentences(span: Span, room: Room) -> Iterator[Text]:
    """A paragraph that is longer than a slide, by sentences."""
    said = ""
    for sentence in sentences(span.text):
        more = f"{said} {sentence}".strip()
        if said and room.lines_of(plain(more)) - GAP > room.lines:
            yield Text((replace(span, text=said),))
            more = sentence
        said = more
    yield Text((replace(span, text=said),))

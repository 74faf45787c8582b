"""Dividing what is said into steps that can be read on a wall: no slide holds more than its lines, and nothing is cut.

Lines are counted by letters, on the generous side, since nobody knows which font a far-off computer will use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from .block_pieces import joined, pieces
from .blocks import Block, Listing, Span, Text, plain
from .sentences import sentences

#: A paragraph's distance from the next one, in lines.
GAP = 0.4


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
    fewest = len(_filled(units, sizes, room.lines))
    # The lowest limit that needs no more slides: a last slide with a single line would look forgotten.
    limit = next(n for n in range(1, room.lines + 1) if len(_filled(units, sizes, n)) <= fewest or n == room.lines)
    return [tuple(joined(step)) for step in _filled(units, sizes, limit)]


def _filled(units: list[Block], sizes: list[float], limit: float) -> list[list[Block]]:
    steps: list[list[Block]] = []
    left = 0.0
    for unit, size in zip(units, sizes, strict=True):
        if not steps or size - GAP > left:
            steps.append([])
            left = limit
        steps[-1].append(unit)
        left -= size
    return steps


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

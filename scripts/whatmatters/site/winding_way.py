"""A way of steps as a drawing: in rows that go on and come back, or straight down where there is little room.

All measures are px of a drawing at its own size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .svg_text import broken

#: Letters, and from one line of them to the next.
SIZE, LINE = 18, 22
#: Half a step's mark, and the room of a step: across in a row, and down where one stands below the other.
RADIUS, ACROSS, DOWN = 24, 204, 68
#: Between a mark and the words below it, and between a row's words and the next row.
BELOW, BETWEEN = 12, 26
#: A bend's distance from the edge, and how round it is.
EDGE, TURN = 6, 20
#: How wide the drawing is that goes straight down: that of a phone of 320 px without its margins.
NARROW = 284


@dataclass(frozen=True)
class Step:
    """A step in its place: the middle of its mark, and its words with the place of each line."""

    x: int
    y: int
    words_x: int
    words: tuple[tuple[int, str], ...]
    centred: bool
    clock_x: int
    clock_y: int
    """The upper left of the sign that stands at a step for which the law sets a time."""


@dataclass(frozen=True)
class Way:
    """The whole drawing."""

    width: int
    height: int
    path: str
    steps: tuple[Step, ...]


def in_rows(names: Sequence[str], a_row: int) -> Way:
    """Rows of `a_row` steps, every other of them from right to left, with a bend from each to the next."""
    rows = [names[at : at + a_row] for at in range(0, len(names), a_row)]
    steps: list[Step] = []
    path, top = "", 4
    for number, row in enumerate(rows):
        y = top + RADIUS
        back = bool(number % 2)
        lines = [broken(name, ACROSS - 24, SIZE) for name in row]
        for at, words in enumerate(lines):
            x = ACROSS // 2 + ACROSS * (a_row - 1 - at if back else at)
            first = y + RADIUS + BELOW + SIZE
            # The sign stands at the mark's shoulder, above the way.
            steps.append(Step(x, y, x, _down(words, first), True, x + RADIUS - 6, y - RADIUS - 4))
            path += f"H{x}" if path else f"M{x} {y}"
        top = y + RADIUS + BELOW + max(map(len, lines)) * LINE + BETWEEN
        if number < len(rows) - 1:
            path += _bend(y, top + RADIUS, 0 if back else ACROSS * a_row)
    return Way(ACROSS * a_row, top - BETWEEN + 8, path, tuple(steps))


def _bend(y: int, below: int, edge: int) -> str:
    """From a row out to the drawing's edge, down past the words of the last step, and in to the row below."""
    side = 1 if edge else -1
    x, turn = edge - side * EDGE, side * TURN
    return f"H{x - turn}q{turn} 0 {turn} {TURN}V{below - TURN}q0 {TURN} {-turn} {TURN}"


def straight_down(names: Sequence[str]) -> Way:
    """One step below the other, with its words beside it."""
    x, words_x = RADIUS + 4, 2 * RADIUS + 20
    steps = []
    for at, name in enumerate(names):
        y = 4 + RADIUS + at * DOWN
        words = broken(name, NARROW - words_x - 32, SIZE)
        first = y - (len(words) - 1) * LINE // 2 + SIZE // 3
        steps.append(Step(x, y, words_x, _down(words, first), False, NARROW - 26, y - 12))
    end = steps[-1].y if steps else 0
    return Way(NARROW, end + RADIUS + 4, f"M{x} {4 + RADIUS}V{end}", tuple(steps))


def _down(words: Sequence[str], first: int) -> tuple[tuple[int, str], ...]:
    return tuple((first + at * LINE, text) for at, text in enumerate(words))

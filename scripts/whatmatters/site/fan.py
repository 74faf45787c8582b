"""Laws on either side and what they are joined to between them: where boxes, lines and words of the drawing stand.

All measures are px of a drawing at its own size; letters in it are then as large as those of a page.
Nothing here knows of the law or of a language: it takes names and joins, and gives places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .svg_text import broken, joined_in_lines, widest

#: Letters, and from one line of them to the next.
NAME, LABEL, LINE = 16, 15, 19
#: How wide a law's box is, one between, and the way that lines take from a law until they run straight.
LAW, ITEM, WAY = 118, 236, 96
#: Between a box's edge and its words, and between one box and the next.
PAD, GAP = 12, 10
#: The lowest box: a finger must meet it.
LOWEST = 44
#: Lines leave a law's box so far apart, as long as its height has room for them.
APART = 5


@dataclass(frozen=True)
class End:
    """A law, or one of the things between: what a box is made from."""

    id: str
    name: str
    href: str
    said: str
    """What it is joined to, in words: its name, a colon, and its joins with semicolons between them."""


@dataclass(frozen=True)
class Join:
    """One line, by the ids of its ends."""

    law: str
    item: str
    labels: tuple[str, ...]
    """What stands on the line, in parts that are not broken."""


@dataclass(frozen=True)
class Box:
    """An end in its place."""

    end: End
    x: int
    y: int
    width: int
    height: int
    words: tuple[tuple[int, str], ...]
    """Its name in lines, each with the height of its baseline; all of them are centred."""

    @property
    def centre(self) -> int:
        """Where its words are centred."""
        return self.x + self.width // 2


@dataclass(frozen=True)
class Line:
    """A join in its place."""

    join: Join
    path: str
    """From the law to the thing between, with a gap for its words."""
    label_x: int
    label: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Fan:
    """The whole drawing."""

    width: int
    height: int
    left: tuple[Box, ...]
    between: tuple[Box, ...]
    right: tuple[Box, ...]
    lines: tuple[Line, ...]


def fan(left: Sequence[End], between: Sequence[End], right: Sequence[End], joins: Sequence[Join], room: int) -> Fan:
    """Draw it; `room` px are kept for the words on a line. A join whose ends are not among those given is left out."""
    labels = {(j.law, j.item): joined_in_lines(j.labels, ", ", room, LABEL) for j in joins}
    sides = [[end.id for end in side] for side in (left, right)]

    def deep(item: str, side: list[str]) -> int:
        return sum(_room_of(labels[law, item]) for law in side if (law, item) in labels)

    heights = [
        max(LOWEST, len(_name(end, ITEM)) * LINE + 2 * PAD, *(deep(end.id, side) + PAD for side in sides))
        for end in between
    ]
    tall = sum(heights) + GAP * (len(heights) - 1)
    height = max(tall, *(sum(_height_of_law(end) + 2 * GAP for end in side) for side in (left, right)))
    start = LAW + WAY + room
    boxes: list[Box] = []
    y = (height - tall) // 2
    for end, high in zip(between, heights, strict=True):
        boxes.append(_box(end, start, y, ITEM, high))
        y += high + GAP
    width = 2 * start + ITEM
    ends = [_side(left, 0, height), _side(right, width - LAW, height)]
    lines = [
        line
        for at_right, laws in enumerate(ends)
        for line in _lines(laws, boxes, {(j.law, j.item): j for j in joins}, labels, room, bool(at_right))
    ]
    return Fan(width, height, ends[0], tuple(boxes), ends[1], tuple(lines))


def _name(end: End, width: int) -> tuple[str, ...]:
    return broken(end.name, width - 2 * PAD, NAME)


def _height_of_law(end: End) -> int:
    return max(2 * LOWEST, len(_name(end, LAW)) * LINE + 2 * PAD)


def _room_of(label: tuple[str, ...]) -> int:
    return max(1, len(label)) * LINE + 4


def _box(end: End, x: int, y: int, width: int, height: int) -> Box:
    return Box(end, x, y, width, height, _centred(_name(end, width), y + height // 2))


def _centred(lines: Sequence[str], middle: int) -> tuple[tuple[int, str], ...]:
    # A baseline is about a third of a letter's size below its middle.
    first = middle - (len(lines) - 1) * LINE // 2 + NAME // 3
    return tuple((first + number * LINE, text) for number, text in enumerate(lines))


def _side(ends: Sequence[End], x: int, height: int) -> tuple[Box, ...]:
    """The laws of one side, at even distances."""
    share = height / len(ends)
    return tuple(
        _box(end, x, round(share * (number + 0.5) - _height_of_law(end) / 2), LAW, _height_of_law(end))
        for number, end in enumerate(ends)
    )


def _lines(
    laws: Sequence[Box],
    boxes: Sequence[Box],
    joins: dict[tuple[str, str], Join],
    labels: dict[tuple[str, str], tuple[str, ...]],
    room: int,
    at_right: bool,
) -> list[Line]:
    """The lines of one side: out of a law's box in a curve, then straight, with a gap for words, to the box between."""
    places: dict[tuple[str, str], int] = {}
    for box in boxes:
        here = [(law.end.id, box.end.id) for law in laws if (law.end.id, box.end.id) in joins]
        y = box.y + (box.height - sum(_room_of(labels[key]) for key in here)) // 2
        for key in here:
            places[key] = y + _room_of(labels[key]) // 2
            y += _room_of(labels[key])
    found = []
    for law in laws:
        mine = [box for box in boxes if (law.end.id, box.end.id) in places]
        apart = min(APART, (law.height - 2 * PAD) / max(1, len(mine)))
        for number, box in enumerate(mine):
            key = (law.end.id, box.end.id)
            y, y0 = places[key], round(law.y + law.height / 2 + (number - (len(mine) - 1) / 2) * apart)
            x0, x1 = (law.x, box.x + box.width) if at_right else (law.x + law.width, box.x)
            way = -WAY if at_right else WAY
            middle, side = x1 + (room // 2 if at_right else -room // 2), 1 if at_right else -1
            # The line stops before its words and goes on after them.
            words = round(widest(labels[key], LABEL) / 2) + 4
            straight = f"H{middle + side * words}M{middle - side * words} {y}H{x1}"
            path = f"M{x0} {y0}C{x0 + way // 2} {y0} {x0 + way // 2} {y} {x0 + way} {y}{straight}"
            found.append(Line(joins[key], path, middle, _centred(labels[key], y)))
    return found

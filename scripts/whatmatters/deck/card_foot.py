"""The foot of a card: how much room it has, and whether its words go into it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..typography.line_breaks import line_ends
from ..typography.shaping import metrics, width
from .card_sheets import Sheet, Type
from .card_spacing import MM, SPACING

#: Feet that are remembered: a card has one on both of its sides, and in each form that it is printed in.
FEET = 1 << 12

#: What parts the mark from the foot that it follows.
BETWEEN = " · "


def foot_height(type: Type, *, beside_code: bool) -> float:
    """Height of the room that is kept for the foot, in mm."""
    return type.code if beside_code else type.foot * type.foot_lines * SPACING.foot.line


@lru_cache(FEET)
def letters_over(foot: str, mark: str, sheet: Sheet, *, beside_code: bool) -> int:
    """How many letters of a foot with its mark its room cannot take, counted from the end; 0 when all go in."""
    said = foot + (BETWEEN if foot and mark else "") + mark
    return next(n for n in range(len(said) + 1) if _goes_in(said[: len(said) - n], len(foot), sheet, beside_code))


def _goes_in(said: str, foot: int, sheet: Sheet, beside_code: bool) -> bool:
    """Do these letters go in, the first `foot` those of the foot? Each line counts as high as one of the foot."""
    type, font = sheet.type, metrics()
    room = sheet.inner.width - (type.code + SPACING.foot.beside_code if beside_code else 0)
    count, line = 0, room
    for word, space in _words(said, foot, type):
        if word > room:
            return False
        if line + word > room:
            count, line = count + 1, 0.0
        line += word + space
    high = count * (font.capital + font.descender) / 1000 + max(count - 1, 0) * SPACING.foot.leading
    return high * type.foot * MM <= foot_height(type, beside_code=beside_code)


def _words(said: str, foot: int, type: Type) -> Iterator[tuple[float, float]]:
    """What no line parts: its width, and that of the spaces after it, in mm."""
    begin = 0
    for end in line_ends(said):
        bare = begin + len(said[begin:end].rstrip(" "))
        wide = _width(said, begin, bare, foot, type)
        yield wide, _width(said, begin, end, foot, type) - wide
        begin = end


def _width(said: str, begin: int, end: int, foot: int, type: Type) -> float:
    """Some letters of the line in mm, the foot's and the mark's each in their own size."""
    if type.foot == type.mark:
        foot = end
    parts = ((said[begin : min(end, foot)], type.foot), (said[max(begin, foot) : end], type.mark))
    return sum(width(part) * size * MM / 1000 for part, size in parts if part)

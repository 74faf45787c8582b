"""The foot of a card: how much room it has, and whether its words go into it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..typography.line_breaks import line_ends
from ..typography.shaping import metrics, width
from .card_sheets import Sheet, Type
from .card_spacing import MM, SPACING

#: What parts the mark from the foot that it follows.
BETWEEN = " · "


def foot_height(type: Type, *, beside_code: bool) -> float:
    """Height of the room that is kept for the foot, in mm."""
    return type.code if beside_code else type.foot * type.foot_lines * SPACING.foot.line


def letters_over(foot: str, mark: str, sheet: Sheet, *, beside_code: bool) -> int:
    """How many letters of a foot with its mark its room cannot take, counted from the end; 0 when all go in."""
    said = [(letter, sheet.type.foot) for letter in foot]
    if mark:
        said += [(letter, sheet.type.mark) for letter in (BETWEEN if foot else "") + mark]
    return next(n for n in range(len(said) + 1) if _goes_in(said[: len(said) - n], sheet, beside_code))


def _goes_in(said: list[tuple[str, float]], sheet: Sheet, beside_code: bool) -> bool:
    """Do letters of these sizes (pt) go in? Each line is taken to be as high as the foot's own."""
    type, font = sheet.type, metrics()
    room = sheet.inner.width - (type.code + SPACING.foot.beside_code if beside_code else 0)
    count, line = 0, room
    for word, space in _words(said):
        if word > room:
            return False
        if line + word > room:
            count, line = count + 1, 0.0
        line += word + space
    high = count * (font.capital + font.descender) / 1000 + max(count - 1, 0) * SPACING.foot.leading
    return high * type.foot * MM <= foot_height(type, beside_code=beside_code)


def _words(said: list[tuple[str, float]]) -> Iterator[tuple[float, float]]:
    """What no line parts: its width, and that of the spaces after it, in mm."""
    begin = 0
    for end in line_ends("".join(letter for letter, _ in said)):
        word = said[begin:end]
        bare = list(word)
        while bare and bare[-1][0] == " ":
            bare.pop()
        wide = _width(bare)
        yield wide, _width(word) - wide
        begin = end


def _width(said: list[tuple[str, float]]) -> float:
    """Letters of one size after the other, each size as a whole."""
    wide = 0.0
    for size, some in groupby(said, key=lambda one: one[1]):
        wide += width("".join(letter for letter, _ in some)) * size * MM / 1000
    return wide

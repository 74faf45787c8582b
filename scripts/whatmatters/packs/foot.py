"""The foot of a card: how much room it has, and whether its words go into it."""

from __future__ import annotations

from ..press.shaping import metrics, width
from .sheets import Sheet, Type
from .spacing import MM, SPACING

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
    """Do letters of these sizes (pt) go in? Lines end at spaces alone and are as high as the foot's own."""
    type, font = sheet.type, metrics()
    room = sheet.inner.width - (type.code + SPACING.foot.beside_code if beside_code else 0)
    count, line, gap = 1, 0.0, 0.0
    for word, space in _words(said):
        if word > room:
            return False
        if line and line + gap + word > room:
            count, line, gap = count + 1, 0.0, 0.0
        line, gap = line + gap + word, space
    high = count * (font.capital + font.descender) / 1000 + (count - 1) * SPACING.foot.leading
    return high * type.foot * MM <= foot_height(type, beside_code=beside_code)


def _words(said: list[tuple[str, float]]) -> list[tuple[float, float]]:
    """The width of each word, and of the space after it, in mm."""
    found, word, size = list[tuple[float, float]](), "", 0.0
    for letter, of in [*said, (" ", 0.0)]:
        if letter == " ":
            if word:
                found.append((width(word) * size * MM / 1000, width(" ") * size * MM / 1000))
            word = ""
        else:
            word, size = word + letter, of
    return found

"""The line at the foot of a card: how much room it has, and whether its words go into it."""

from __future__ import annotations

from ..press.paragraph import Run, lines
from ..press.shaping import metrics
from .sheets import Sheet, Type
from .spacing import MM, SPACING


def foot_height(type: Type, *, beside_code: bool) -> float:
    """Height of the room that is kept for the foot, in mm."""
    return type.code if beside_code else type.foot * type.foot_lines * SPACING.foot.line


def letters_over(foot: str, sheet: Sheet, *, beside_code: bool) -> int:
    """How many letters of a foot its room cannot take, counted from its end; 0 when all go in."""
    return next(n for n in range(len(foot) + 1) if _goes_in(foot[: len(foot) - n], sheet, beside_code))


def _goes_in(foot: str, sheet: Sheet, beside_code: bool) -> bool:
    type, em = sheet.type, sheet.type.foot * MM
    width = sheet.inner.width - (type.code + SPACING.foot.beside_code if beside_code else 0)
    found = lines((Run(foot),), width / em * 1000)
    font = metrics()
    high = found.count * (font.capital + font.descender) / 1000 + max(found.count - 1, 0) * SPACING.foot.leading
    return found.widest * em / 1000 <= width and high * em <= foot_height(type, beside_code=beside_code)

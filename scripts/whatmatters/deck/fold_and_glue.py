"""Cards for printers that print on one side: front and back side by side, to be folded and glued.

The sheet is the one that such cards are printed on in any case (`card_sheets.py`), with two cards in a row: here a row
is one card. The line between its two places is where it is folded, and is not cut, so that its back comes to lie
behind its front, upright, with the same cut all round.
"""

from __future__ import annotations

from .card_sheets import Box, Sheet

#: x1, y1, x2, y2.
LineInMm = tuple[float, float, float, float]


def cards_on(sheet: Sheet) -> int:
    """How many such cards a sheet has. Raises ValueError for a sheet whose rows are not of two."""
    if sheet.columns != 2:
        raise ValueError("front and back need two places beside one another")
    return sheet.rows


def places(sheet: Sheet, card: int) -> tuple[Box, Box]:
    """Where the print of a card's front may stand, and that of its back."""
    return sheet.safe_box(2 * card, back=False), sheet.safe_box(2 * card + 1, back=False)


def fold_at(sheet: Sheet) -> float:
    """Where the sheet is folded, in mm from its left edge."""
    return sheet.left + sheet.card.width


def fold_line(sheet: Sheet) -> LineInMm:
    """The line to fold along, as x1, y1, x2, y2: from the upper card to the lowest, as far as a printer reaches."""
    x = fold_at(sheet)
    top, bottom = sheet.top, sheet.top + sheet.rows * sheet.card.height
    return x, max(top, sheet.printer), x, min(bottom, sheet.sheet.height - sheet.printer)


def cut_marks(sheet: Sheet) -> list[LineInMm]:
    """The marks of the sheet but for those along the fold."""
    fold = fold_at(sheet)
    return [mark for mark in sheet.cut_marks() if not mark[0] == mark[2] == fold]


def fold_in_mm(sheet: Sheet) -> dict[str, object]:
    """What a browser needs beside the sheet as it is: the marks that are left, and the line to fold along."""
    return {"marks": [list(mark) for mark in cut_marks(sheet)], "line": list(fold_line(sheet))}

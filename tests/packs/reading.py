"""Reading made PDFs: text by its place on the page, in millimetres from the top left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

from whatmatters.deck.card_sheets import Box, Sheet

MM = 72 / 25.4


def squeezed(text: str) -> str:
    """Text without spaces and hyphens, so that line breaks do not matter."""
    return re.sub(r"[\s\-\u00ad\ufffe\u0002]", "", text)


@dataclass(frozen=True)
class Letter:
    """A letter, its box and its size in pt."""

    text: str
    box: Box
    size: float


def letters(path: Path) -> list[list[Letter]]:
    """The letters of every page."""
    return [list(_letters(page)) for page in pypdfium2.PdfDocument(path)]


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text, height = page.get_textpage(), page.get_height()
    for i in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text.raw, i))
        if character.strip():
            left, bottom, right, top = text.get_charbox(i)
            yield Letter(
                character,
                Box(left / MM, (height - top) / MM, (right - left) / MM, (top - bottom) / MM),
                raw.FPDFText_GetFontSize(text.raw, i),
            )


def text_in(found: list[Letter], box: Box) -> str:
    """The letters of a page whose middle lies in a box, squeezed."""
    return squeezed("".join(x.text for x in found if inside(x.box, box)))


def sides(pages: list[list[Letter]], sheet: Sheet) -> list[tuple[str, str]]:
    """The text of every card's front and of the side that lies behind it, squeezed."""
    return [
        (text_in(pages[at], sheet.card_box(slot, back=False)), text_in(pages[at + 1], sheet.card_box(slot, back=True)))
        for at in range(0, len(pages), 2)
        for slot in range(sheet.slots)
    ]


def inside(letter: Box, box: Box) -> bool:
    x, y = letter.x + letter.width / 2, letter.y + letter.height / 2
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def lines(path: Path, page: int) -> list[tuple[float, float, float, float]]:
    """The strokes of a page that are straight lines, as x1, y1, x2, y2 in mm."""
    document = pypdfium2.PdfDocument(path)
    height = document[page].get_height()
    found = []
    for item in document[page].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        x1, x2, y1, y2 = left / MM, right / MM, (height - top) / MM, (height - bottom) / MM
        if min(x2 - x1, y2 - y1) < 1:
            found.append((x1, y1, x2, y2))
    return found

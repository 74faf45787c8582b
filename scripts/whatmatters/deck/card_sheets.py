"""Sheets of cards in millimetres: where cards, backs and cut marks stand.

Four A6 cards fill an A4 sheet, while most office printers leave about 4 mm blank at every edge.
So cards keep the size of A6 (they go into A6 boxes and sleeves, and two cuts make four of them),
and nothing is printed within `safe` millimetres of a card's edge: neither a printer's margin nor a cut that goes
a few millimetres astray can take a letter. The cut marks stand in that empty gutter, along the lines of the cuts:
a tick where a line comes to the edge of the sheet, a cross where two lines meet.
An edge that is the sheet's own edge is not cut and has no mark.

Origin is the top left corner; x runs right, y runs down. Sheets are printed upright and turned over on the long edge,
which swaps left and right: the back of a card in column 0 is printed in the last column of the next page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import yaml
from pydantic import Field, model_validator

from ..language.bilingual import Frozen

#: The sheet that packs' cards are printed on.
CARDS = "a6-on-a4"

#: The sheet of large cards, for people who need them: A5 lying down, two under one another on A4.
#: Standing side by side on A4 lying down they would have to be turned on the short edge, and every other file of a
#: pack on the long one: one wrong sheet in the pile. So all files take the same setting, and one cut makes two cards.
LARGE = "a5-on-a4"

#: The sheet of question cards: the size of a business card, ten to a sheet, to be drawn or dealt.
QUESTIONS = "business-on-a4"

#: A page of a booklet: A5 standing. A side of a leaf is laid out as a side of a card, and cut by nobody.
BOOKLET = "booklet-a5"

#: A card's edge this close to the sheet's edge is taken for the sheet's edge (mm): nobody can cut off less.
TRIMS = 1.0


@dataclass(frozen=True)
class Box:
    """A rectangle in millimetres: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


class Size(Frozen):
    """Width and height in millimetres."""

    width: float = Field(gt=0)
    height: float = Field(gt=0)


class Marks(Frozen):
    """Cut marks in millimetres."""

    tick: float = Field(gt=0)
    """Length of a tick at the edge of the sheet, beginning where the printer's margin ends."""
    cross: float = Field(gt=0)
    """How far each arm of a cross reaches."""
    weight: float = Field(gt=0, le=1)


class Type(Frozen):
    """Sizes of what stands on every card beside its text, in pt, none but the mark under 11; room for it in mm."""

    title: float | None = 16
    """None: as large as the text, on a card whose title is all its text."""
    heading: float = 12
    """The least: a heading is never smaller than the text under it."""
    band: float = 11
    """The word for the kind in its band, and the title at the head of a back."""
    part: float = 11
    """What is beside the title at the head of a back."""
    stop: float = 12
    then: float = 11
    small: float = 11
    foot: float = 11
    mark: float = 8
    """Of what is on the foot for the library's sake, story, pack and version; nobody is asked to read it."""
    foot_lines: int = 2
    """Lines that the foot has room for where it has no code; 0 on cards that have a foot beside the code alone."""
    icon: float = 5.6
    """Height in mm."""
    code: float = 14
    """Width and height of a QR code, in mm: a dot of one with 37 dots, which holds 106 letters, is 0.38 mm wide."""
    line: float = 8.5
    """From one writing line to the next, in mm."""


class Sheet(Frozen):
    """A sheet of paper and the cards on it, all in millimetres."""

    sheet: Size
    card: Size
    columns: int = Field(ge=1)
    rows: int = Field(ge=1)
    safe: float = Field(ge=0)
    """What stays empty inside each edge of a card."""
    printer: float = Field(ge=0)
    """What printers leave blank at the edge of the sheet."""
    marks: Marks
    type: Type = Type()

    @model_validator(mode="after")
    def _everything_fits(self) -> Sheet:
        if self.left < 0 or self.top < 0:
            raise ValueError("the cards are larger than the sheet")
        if self.inner.width <= 0 or self.inner.height <= 0:
            raise ValueError("the safe zone leaves nothing of the card")
        if min(self.left, self.top) + self.safe < self.printer:
            raise ValueError("the safe zone is smaller than the margin that the printer leaves blank")
        return self

    @property
    def slots(self) -> int:
        """Cards on a sheet."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """Margin at the left and at the right: equal, or backs would not lie behind their fronts."""
        return (self.sheet.width - self.columns * self.card.width) / 2

    @property
    def top(self) -> float:
        """Margin at the top and at the bottom."""
        return (self.sheet.height - self.rows * self.card.height) / 2

    @cached_property
    def inner(self) -> Size:
        """The part of a card that is printed on."""
        return Size.model_construct(width=self.card.width - 2 * self.safe, height=self.card.height - 2 * self.safe)

    def card_box(self, slot: int, *, back: bool) -> Box:
        """Where the card in a slot stands; slots run along the rows, as seen from the front."""
        row, column = divmod(slot, self.columns)
        if back:
            column = self.columns - 1 - column
        return Box(
            self.left + column * self.card.width, self.top + row * self.card.height, self.card.width, self.card.height
        )

    def safe_box(self, slot: int, *, back: bool) -> Box:
        """Where the print of that card may stand."""
        card = self.card_box(slot, back=back)
        return Box(card.x + self.safe, card.y + self.safe, self.inner.width, self.inner.height)

    def cut_marks(self) -> list[tuple[float, float, float, float]]:
        """Lines to draw, as x1, y1, x2, y2; the same on both sides of the sheet."""
        across, down = (
            self._cuts(self.left, self.card.width, self.columns, self.sheet.width),
            self._cuts(self.top, self.card.height, self.rows, self.sheet.height),
        )
        return [*self._upright_marks(across, down), *self._level_marks(across, down)]

    def _cuts(self, margin: float, size: float, count: int, end: float) -> list[float]:
        edges = [margin + i * size for i in range(count + 1)]
        return [e for e in edges if TRIMS < e < end - TRIMS]

    def _upright_marks(self, across: list[float], down: list[float]) -> Iterator[tuple[float, float, float, float]]:
        for x in across:
            for y1, y2 in self._spans(down, self.sheet.height):
                yield x, y1, x, y2

    def _level_marks(self, across: list[float], down: list[float]) -> Iterator[tuple[float, float, float, float]]:
        for y in down:
            for x1, x2 in self._spans(across, self.sheet.width):
                yield x1, y, x2, y

    def _spans(self, crossings: list[float], end: float) -> Iterator[tuple[float, float]]:
        yield self.printer, self.printer + self.marks.tick
        for at in crossings:
            yield at - self.marks.cross, at + self.marks.cross
        yield end - self.printer - self.marks.tick, end - self.printer


def sheet_in_mm(name: str = CARDS) -> dict[str, object]:
    """A sheet as plain numbers in mm, for cards that a browser prints: boxes are x, y, width and height by slot."""
    sheet = sheets()[name]

    def boxes(back: bool) -> list[list[float]]:
        places = [sheet.card_box(slot, back=back) for slot in range(sheet.slots)]
        return [[box.x, box.y, box.width, box.height] for box in places]

    return {
        "width": sheet.sheet.width,
        "height": sheet.sheet.height,
        "safe": sheet.safe,
        "front": boxes(False),
        "back": boxes(True),
        "marks": [list(mark) for mark in sheet.cut_marks()],
        "weight": sheet.marks.weight,
    }


@cache
def sheets() -> dict[str, Sheet]:
    """All sheets of `card_sheets.yml` by name. Raises pydantic's ValidationError for one that cannot be."""
    data = yaml.safe_load(files(__package__).joinpath("card_sheets.yml").read_text(encoding="utf-8"))
    return {name: Sheet.model_validate(sheet) for name, sheet in data.items()}

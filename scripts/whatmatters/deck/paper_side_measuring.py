"""How large a side's type can be: worked out from the font, and nothing is set.

It adds up what `facilitator.typ` sets, from the same distances (`paper_spacing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..typography.paragraph import Run, lines
from ..typography.shaping import metrics
from .blocks import Aside, Block, Heading, Listing, Ruled, Side, Slip, Span, Stop, Table, Text, spans_of
from .card_spacing import MM
from .column import Column, Gap
from .paper_spacing import PAPER

#: Sizes of type in pt, the best one first.
SIZES = (14.0, 13.5, 13.0, 12.5, 12.0)

#: What is kept back (mm), for sums are a little out.
KEPT = 0.5


#: What a column is wider than its widest cell (mm), or the last letter could fall out of it by rounding.
ROUNDING = 0.01


@dataclass(frozen=True)
class Opening:
    """What stands at the head of the first side."""

    title: str
    purpose: str
    coded: bool
    """Does the code of the pack's address stand beside it?"""


def size_of(side: Side, opening: Opening | None = None) -> float:
    """The largest size (pt) at which a side holds all that is on it; the least one where none does.

    Raises ValueError for a block that no side can hold.
    """
    room = PAPER.room[1] - KEPT
    return next((size for size in SIZES if height_of(side, size, opening) <= room), SIZES[-1])


def height_of(side: Side, size: float, opening: Opening | None = None) -> float:
    """What a side takes (mm) when its text is set in `size` pt. Raises ValueError."""
    return _Adding(size).all(side, opening)


class _Adding:
    """A side at a size, as its parts are added up."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.column = Column(PAPER.room[0])
        self.paragraph = Gap(PAPER.between * size * MM, of_paragraph=True)

    def all(self, side: Side, opening: Opening | None) -> float:
        """Its height in mm."""
        if opening:
            self._opening(opening)
        if side.band:
            self.column.add(_height(1, self.size) + 2 * PAPER.band, self.paragraph, Gap(0))
        for block in side.blocks:
            self._block(block)
        return self.column.height

    def _opening(self, opening: Opening) -> None:
        self.column.add(PAPER.icon + 2 * PAPER.band, self.paragraph, Gap(0))
        room = self.column.width - (PAPER.code + PAPER.beside_code if opening.coded else 0)
        title = PAPER.titles[0]
        high = _text((Run(opening.title, bold=True),), title, room)
        high += PAPER.below_heading * title * MM + _text((Run(opening.purpose),), PAPER.lead, room)
        high += PAPER.above_opening
        if opening.coded:
            high = max(high, PAPER.code + PAPER.above_code)
        self.column.add(high, Gap(0), Gap(PAPER.below_opening))

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Text(small=True):
                gap = Gap(PAPER.between * PAPER.small * MM, of_paragraph=True)
                self.column.add(_text(_runs(block.spans), PAPER.small, self.column.width), gap, gap)
            case Text():
                self.column.add(_text(_runs(block.spans), self.size, self.column.width), self.paragraph, self.paragraph)
            case Listing():
                self.column.add(self._listing(block, self.column.width), self.paragraph, self.paragraph)
            case Table():
                self.column.add(self._table(block), Gap(PAPER.around), Gap(PAPER.around))
            case Aside():
                self.column.add(self._boxed(block.blocks), Gap(PAPER.around), Gap(PAPER.around))
            case Stop(words):
                stop = Text((Span(words, strong=True),))
                self.column.add(self._boxed((stop,)), Gap(PAPER.around), Gap(PAPER.around))
            case Ruled():
                self.column.add(block.lines * PAPER.line, Gap(0), Gap(PAPER.below_lines))
            case Slip():
                self.column.add(self._slip(block), Gap(PAPER.above_slip), Gap(0))
            case _:
                raise ValueError(f"a sheet cannot hold this block: {block}")

    def _heading(self, block: Heading) -> None:
        size = PAPER.titles[block.level - 1] if block.level < 3 else self.size * PAPER.heading
        high = _text((Run(block.text, bold=True),), size, self.column.width)
        if block.level == 2:
            high += PAPER.under_title
        self.column.add(high, Gap(PAPER.above_heading * size * MM), Gap(PAPER.below_heading * size * MM))

    def _listing(self, block: Listing, width: float) -> float:
        em = self.size * MM
        numbers = [f"{block.start + n}." for n in range(len(block.items))] if block.numbered else ["•"]
        mark = max((_width((Run(number, bold=block.numbered),), self.size) for number in numbers), default=0)
        room = width - mark - PAPER.after_number * em
        heights = [_text((Run(item),), self.size, room) for item in block.items]
        return sum(heights) + max(len(heights) - 1, 0) * PAPER.between_items * em

    def _table(self, block: Table) -> float:
        across, down = PAPER.cell
        rows: list[list[tuple[Run, ...]]] = [[(Run(head, bold=True),) for head in block.header]]
        rows += [[_runs(spans_of(cell)) for cell in row] for row in block.rows]
        fixed = [
            0.0 if share else max(_width(row[n], self.size) for row in rows) + 2 * across
            for n, share in enumerate(block.widths)
        ]
        left, shares = self.column.width - sum(fixed), sum(block.widths)
        widths = [f or left * share / shares for f, share in zip(fixed, block.widths, strict=True)]

        def height(row: Sequence[tuple[Run, ...]]) -> float:
            cells = zip(row, widths, strict=True)
            return max(_text(cell, self.size, wide - 2 * across + ROUNDING) for cell, wide in cells) + 2 * down

        return sum(height(row) for row in rows)

    def _boxed(self, blocks: Sequence[Block]) -> float:
        inside = _Adding(self.size)
        inside.column.width -= 2 * PAPER.aside
        for inner in blocks:
            inside._block(inner)
        return inside.column.height + 2 * PAPER.aside

    def _slip(self, block: Slip) -> float:
        inside = _Adding(self.size)
        for inner in (Heading(3, block.heading), Text((Span(block.prompt),)), Ruled(block.lines)):
            inside._block(inner)
        return inside.column.height + PAPER.below_slip


def _runs(spans: Sequence[Span]) -> tuple[Run, ...]:
    return tuple(Run(span.text, bold=span.strong) for span in spans)


def _text(runs: tuple[Run, ...], size: float, room: float) -> float:
    """Height in mm of text of `size` pt in a column of `room` mm."""
    return _height(lines(runs, room / (size * MM) * 1000).count, size)


def _height(count: int, size: float) -> float:
    return (count * metrics().capital / 1000 + max(count - 1, 0) * PAPER.leading) * size * MM


def _width(runs: tuple[Run, ...], size: float) -> float:
    return lines(runs, float("inf")).widest * size * MM / 1000

"""What the face of a card takes at a size of type: worked out from the font, and nothing is set.

It adds up what `faces.typ` sets, from the same distances (`card_spacing.py`), so that both come to the same to a
tenth of a millimetre: a test sets every face of the library and compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..library import theme_icons as icons
from ..typography.paragraph import Run, lines
from ..typography.shaping import metrics
from .blocks import Amount, Aside, Block, Heading, Listing, Ruled, Span, Text
from .card_face import Face
from .card_foot import foot_height
from .card_sheets import Sheet
from .card_spacing import MM, SPACING, Body
from .column import Column, Gap

#: The size of headings, in pt, for which distances that grow are given.
HEADING = 12

#: A provision such as 15(7)(d), which stays on one line.
_PROVISION = re.compile(r"([0-9]+[A-Z]?(?:\([0-9a-z]+\))+)")

_VIEW_BOX = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)')


@dataclass(frozen=True)
class Extent:
    """What a face takes, in mm."""

    height: float
    wide: float
    """How far the line that runs over most does so; not above 0 where every line fits its column."""
    words: str
    """What that line says."""


def extent(face: Face, sheet: Sheet, size: float) -> Extent:
    """What a face takes on a sheet's cards when its text is set in `size` pt.

    Raises FileNotFoundError for an icon that is not there, and ValueError for a block that a card cannot hold.
    """
    return _Adding(face, sheet, size).all()


def lines_beside(face: Face, sheet: Sheet) -> int:
    """How many lines a face's detail takes at the end of its band. Raises FileNotFoundError."""
    adding = _Adding(face, sheet, sheet.type.band)
    return lines((Run(face.detail),), adding.beside() / (sheet.type.band * MM) * 1000).count


class _Adding:
    """A face at a size, as its parts are added up."""

    def __init__(self, face: Face, sheet: Sheet, size: float) -> None:
        self.face, self.type, self.size = face, sheet.type, size
        self.body: Body = SPACING.dense if face.dense else SPACING.body
        self.column = Column(sheet.inner.width)
        self.grows = self.type.heading / HEADING
        self.paragraph = Gap(self.body.between * size * MM, of_paragraph=True)
        self.wide, self.words = float("-inf"), ""

    def all(self) -> Extent:
        face = self.face
        if face.front:
            self._band()
            self._heading(1, face.title)
        else:
            self._back_head()
        for block in face.blocks:
            self._block(block)
        if face.stop:
            self._pause()
        for small in face.under:
            self._small_print(small)
        if face.foot or face.mark or face.code:
            room = foot_height(self.type, beside_code=bool(face.code))
            self.column.add(room, Gap(self.type.foot * SPACING.foot.above), Gap(0))
        return Extent(self.column.height, self.wide, self.words)

    def _lines(
        self, runs: tuple[Run, ...], size: float, room: float, leading: float, of: float | None = None
    ) -> tuple[float, float]:
        """Height and width (mm) of text of `size` pt in a column of `room` mm.

        Its leading is in em, of a size of its own (`of`, pt) where the text is part of a paragraph of another size.
        """
        em = size * MM
        found = lines(runs, room / em * 1000)
        if found.count and (wide := found.widest * em / 1000 - room) > self.wide:
            self.wide, self.words = wide, found.words
        high = found.count * metrics().capital * em / 1000 + max(found.count - 1, 0) * leading * (of or size) * MM
        return high, found.widest * em / 1000

    def _word(self) -> tuple[tuple[Run, ...], float, float]:
        """The word of a band, its width and what is left beside it (mm)."""
        face, band = self.face, SPACING.band
        room = self.column.width - 2 * band.across - 2 * band.gap
        # An emblem's tile is square, and what of it is larger than an icon takes no room.
        icon = self.type.icon * (1 if face.emblem else _shape(face.icon))
        name = (Run(face.word, bold=True),)
        word = min(_widest(name, self.type.band, room), room - icon)
        return name, word, room - icon - word

    def beside(self) -> float:
        """The room at the end of its band, in mm."""
        return self._word()[2]

    def _band(self) -> None:
        face, band, size = self.face, SPACING.band, self.type.band
        name, word, beside = self._word()
        heights = (
            self.type.icon,
            self._lines(name, size, word, self.body.leading)[0],
            self._lines((Run(face.detail),), size, beside, self.body.leading)[0],
        )
        below = Gap(band.below * self.grows)
        self.column.add(max(heights) + 2 * band.down, self.paragraph, below)

    def _back_head(self) -> None:
        face, head, room = self.face, SPACING.back_head, self.column.width - SPACING.back_head.gap
        high, wide = self._lines((Run(face.word),), self.type.part, room, self.body.leading)
        title, _ = self._lines((Run(face.title, bold=True),), self.type.band, room - wide, self.body.leading)
        self.column.add(max(high, title) + head.down * self.grows, self.paragraph, Gap(head.below * self.grows))

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block.level, block.text)
            case Text(small=True):
                self._small_print(block)
            case Text():
                self.column.add(self._text(block, self.column.width), self.paragraph, self.paragraph)
            case Listing():
                self.column.add(self._listing(block), self.paragraph, self.paragraph)
            case Amount():
                self.column.add(self._amount(block), self.paragraph, self.paragraph)
            case Aside():
                self.column.add(self._aside(block), Gap(SPACING.above_aside), self.paragraph)
            case Ruled():
                self.column.add((block.lines or SPACING.notes) * self.type.line, Gap(0), Gap(0))
            case _:
                raise ValueError(f"a card cannot hold this block: {block}")

    def _heading(self, level: int, text: str) -> None:
        size = (self.type.title or self.size) if level == 1 else max(self.type.heading, self.size)
        above, below = (0.0, SPACING.below_title) if level == 1 else (self.body.above_heading, self.body.below_heading)
        runs = self._whole(Run(text, bold=True)) if level != 1 else (Run(text, bold=True),)
        high, _ = self._lines(tuple(runs), size, self.column.width, self.body.leading)
        self.column.add(high, Gap(above * self.grows), Gap(below * self.grows))

    def _text(self, block: Text, room: float) -> float:
        return self._lines(self._runs(block.spans), self.size, room, self.body.leading)[0]

    def _listing(self, block: Listing) -> float:
        em = self.size * MM
        marks = (
            [Run(f"{block.start + n}.", bold=True) for n in range(len(block.items))] if block.numbered else [Run("•")]
        )
        mark = max((_widest((run,), self.size) for run in marks), default=0)
        room = self.column.width - mark - SPACING.after_number * em
        least = metrics().capital * em / 1000
        heights = [
            max(least, self._lines(tuple(self._whole(Run(item))), self.size, room, self.body.leading)[0])
            for item in block.items
        ]
        return sum(heights) + max(len(heights) - 1, 0) * self.body.between_items * em

    def _amount(self, block: Amount) -> float:
        em, room = self.size * MM, self.column.width - SPACING.amount_left
        said = f"{block.of}. {block.note}" if block.note else block.of
        large = self.size * SPACING.amount
        runs = tuple(self._whole(Run(block.amount, bold=True)))
        first, _ = self._lines(runs, large, room, self.body.leading, self.size)
        rest, _ = self._lines(tuple(self._whole(Run(said))), self.size, room, self.body.leading)
        return first + self.body.leading * em + rest + 2 * SPACING.amount_down

    def _aside(self, block: Aside) -> float:
        inside = Column(self.column.width - 2 * SPACING.aside)
        for paragraph in block.blocks:
            if not isinstance(paragraph, Text):
                raise ValueError(f"a box on a card cannot hold this block: {paragraph}")
            inside.add(self._text(paragraph, inside.width), self.paragraph, self.paragraph)
        return inside.height + 2 * SPACING.aside

    def _pause(self) -> None:
        pause, face = SPACING.pause, self.face
        room, leading = self.column.width - 2 * pause.across * self.grows, pause.leading
        of = self.size if face.then else self.type.stop
        high, _ = self._lines((Run(face.stop, bold=True),), self.type.stop, room, leading, of)
        if face.then:
            then, _ = self._lines((Run(face.then),), self.type.then, room, leading, of)
            high += leading * self.size * MM + then
        self.column.add(high + 2 * pause.down * self.grows, Gap(pause.above), Gap(0))

    def _small_print(self, block: Text) -> None:
        runs = self._runs(block.spans)
        high, _ = self._lines(runs, self.type.small, self.column.width, SPACING.small.leading)
        self.column.add(high, Gap(SPACING.small.above), Gap(0))

    def _runs(self, spans: Sequence[Span]) -> tuple[Run, ...]:
        return tuple(run for span in spans for run in self._whole(Run(span.text, bold=span.strong)))

    def _whole(self, run: Run) -> Iterator[Run]:
        """The run, with the provisions that the text of a law card names as runs of their own."""
        if self.face.kind != "law":
            yield run
            return
        for n, part in enumerate(_PROVISION.split(run.text)):
            if part:
                yield Run(part, run.bold, whole=bool(n % 2))


def _widest(runs: tuple[Run, ...], size: float, room: float = float("inf")) -> float:
    """How wide text of `size` pt is in a column of `room` (mm)."""
    return lines(runs, room / (size * MM) * 1000).widest * size * MM / 1000


@cache
def _shape(icon: str) -> float:
    """How wide an icon is for each mm of its height."""
    box = _VIEW_BOX.search(icons.svg(icon))
    return float(box[1]) / float(box[2]) if box else 1.0

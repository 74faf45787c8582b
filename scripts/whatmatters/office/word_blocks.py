"""Neutral blocks as paragraphs and tables of a Word document, a language on every run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from ..deck.blocks import Amount, Aside, Block, Heading, Listing, Ruled, Side, Slip, Span, Stop, Table, Text
from ..language.bilingual import Lang
from .word_fields import bookmarked
from .word_tables import table_xml
from .word_xml import BREAK, Paragraph, run_xml

#: Width of the text in mm: A4 without its margins.
TEXT_WIDTH = 174.0

#: Lines to write on, and fewer on a slip: the record sheet and the slips each take one page, and whoever types
#: instead of writing by hand gets as many lines as it takes.
LINES, SLIP_LINES = 4, 3

#: The list of bullets among the document's lists.
BULLETS = 1


class Writer:
    """Puts blocks at the end of a document.

    `new_list` gives the number of a new list of numbers that begins at a number.
    """

    def __init__(self, lang: Lang, new_list: Callable[[int], int]) -> None:
        self.lang, self._new_list = lang, new_list
        self._written: list[Paragraph | str] = []
        self._headings = 0
        self._page_break = False

    def xml(self) -> str:
        """All that was written, without the name of the namespace."""
        return "".join(said if isinstance(said, str) else said.xml() for said in self._written)

    def run(self, span: Span, *, size: float | None = None) -> str:
        """A run in its own language, as XML; `size` in pt where it is not its paragraph's."""
        return run_xml(span.text, span.lang or self.lang, strong=span.strong, size=size)

    def paragraph(self, style: str, spans: Iterable[Span]) -> Paragraph:
        """A paragraph of these runs at the end of the document."""
        paragraph = Paragraph(style, [self.run(span) for span in spans], new_page=self._page_break)
        self._page_break = False
        self._written.append(paragraph)
        return paragraph

    def block(self, block: Block) -> None:
        """Any neutral block."""
        match block:
            case Heading(level, text):
                paragraph = self.paragraph(f"Heading{level}", (Span(text),))
                if level == 2:
                    self._headings += 1
                    paragraph.inside = [bookmarked(self._headings, "".join(paragraph.inside))]
            case Text(spans, small):
                self.paragraph("WmSmall" if small else "Normal", spans)
            case Listing():
                self._listing(block)
            case Amount(amount, of, note):
                said = Span(f"{of}. {note}" if note else of)
                self.paragraph("WmLimit", (Span(f"{amount}{BREAK}", strong=True), said))
            case Table():
                self._written.append(table_xml(block, TEXT_WIDTH, self._cell))
            case Ruled(lines):
                for _ in range(min(lines, LINES)):
                    self.paragraph("WmLines", ())
            case Aside(blocks):
                self._aside(blocks)
            case Stop(words):
                self.paragraph("WmPause", (Span(words, strong=True),))
            case Slip():
                self._slip(block)
            case Side():
                self._side(block)
            case _:
                assert_never(block)

    def _side(self, side: Side) -> None:
        """A side begins a page, but for the first, at whose head the document's title stands."""
        self._page_break = self._headings > 0 and not side.follows
        if side.band:
            self.paragraph("WmBand", (Span(f"{side.band} · {side.part}" if side.part else side.band),))
        above: Block | None = None
        for block, below in zip(side.blocks, (*side.blocks[1:], None), strict=True):
            self.block(block)
            # A heading with one line under it would look forgotten at the foot of a page.
            if isinstance(above, Heading) and isinstance(block, Text) and isinstance(below, Text):
                _keep(self._written[-1:])
            above = block

    def _listing(self, listing: Listing, style: str | None = None) -> None:
        number = self._new_list(listing.start) if listing.numbered else BULLETS
        for at, item in enumerate(listing.items):
            paragraph = self.paragraph(style or ("ListNumber" if listing.numbered else "ListBullet"), (Span(item),))
            if listing.numbered or style:
                paragraph.listed = number
            # No item stands on a page without another: neither the first nor the last.
            paragraph.kept = at + 1 < len(listing.items) and at in (0, len(listing.items) - 2)

    def _slip(self, slip: Slip) -> None:
        """What is cut off together stays on one page: each paragraph is kept with the next, but for the last."""
        before = len(self._written)
        for block in (Heading(3, slip.heading), Text((Span(slip.prompt),)), Ruled(min(slip.lines, SLIP_LINES))):
            self.block(block)
        _keep(self._written[before:-1])
        self.paragraph("WmCut", ())

    def _aside(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Listing):
                self._listing(block, style="WmNote")
            elif isinstance(block, Text):
                self.paragraph("WmNote", block.spans)
            else:
                self.block(block)

    def _cell(self, spans: tuple[Span, ...], kept: bool) -> str:
        return Paragraph("WmCell", [self.run(span) for span in spans], kept=kept).xml()


def _keep(written: Iterable[Paragraph | str]) -> None:
    """Keep each of these paragraphs on the page of the next one."""
    for paragraph in written:
        if isinstance(paragraph, Paragraph):
            paragraph.kept = True

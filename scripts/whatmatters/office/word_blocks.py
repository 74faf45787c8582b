"""Neutral blocks as paragraphs and tables of a Word document, a language on every run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ..deck.blocks import Amount, Aside, Block, Heading, Listing, Ruled, Side, Slip, Span, Table, Text
from ..language.bilingual import Lang
from .locale import LOCALES
from .word_tables import fill_table

#: Width of the text in mm: A4 without its margins.
TEXT_WIDTH = 174.0

#: Lines to write on, and fewer on a slip: the record sheet and the slips each take one page, and whoever types
#: instead of writing by hand gets as many lines as it takes.
LINES, SLIP_LINES = 4, 3

#: Rows of a table that is kept on one page.
SHORT_TABLE = 10


class Writer:
    """Puts blocks at the end of a document."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self.document, self.lang = document, lang
        self._headings = 0
        self._page_break = False

    def run(self, paragraph: Paragraph, span: Span) -> Run:
        """A run at the end of a paragraph, in its own language."""
        run = paragraph.add_run(span.text)
        run.bold = span.strong or None
        self._mark(run, span.lang or self.lang)
        return run

    def _mark(self, run: Run, lang: Lang) -> None:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), LOCALES[lang])
        run._r.get_or_add_rPr().append(mark)

    def styled(self, paragraph: Paragraph, style: str) -> None:
        """Give a paragraph a style by its id: looking it up by name for each one would take most of the time."""
        paragraph._p.get_or_add_pPr().style = style

    def paragraph(self, style: str, spans: Iterable[Span], into: Paragraph | None = None) -> Paragraph:
        """A paragraph of these runs, at the end of the document or in one that is there already."""
        paragraph = into if into is not None else self.document.add_paragraph()
        if style != "Normal":
            self.styled(paragraph, style)
        if self._page_break and into is None:
            paragraph.paragraph_format.page_break_before = True
            self._page_break = False
        for span in spans:
            self.run(paragraph, span)
        return paragraph

    def block(self, block: Block) -> None:
        """Any neutral block."""
        match block:
            case Heading(level, text):
                paragraph = self.paragraph(f"Heading{level}", (Span(text),))
                if level == 2:
                    self._headings += 1
                    _bookmark(paragraph, self._headings)
            case Text(spans, small):
                self.paragraph("WmSmall" if small else "Normal", spans)
            case Listing():
                self._listing(block)
            case Amount(amount, of, note):
                paragraph = self.paragraph("WmLimit", (Span(amount, strong=True),))
                paragraph.runs[0].add_break(WD_BREAK.LINE)
                self.run(paragraph, Span(f"{of}. {note}" if note else of))
            case Table():
                self._table(block)
            case Ruled(lines):
                for _ in range(min(lines, LINES)):
                    self.paragraph("WmLines", ())
            case Aside(blocks):
                self._aside(blocks)
            case Slip(heading, prompt, lines):
                self._together((Heading(3, heading), Text((Span(prompt),)), Ruled(min(lines, SLIP_LINES))))
                self.paragraph("WmCut", ())
            case Side():
                self._side(block)
            case _:
                assert_never(block)

    def _side(self, side: Side) -> None:
        """A side begins a page, but for the first, at whose head the document's title stands."""
        self._page_break = self._headings > 0 and not side.follows
        if side.band:
            self.paragraph("WmBand", (Span(f"{side.band} · {side.part}" if side.part else side.band),))
        for block in side.blocks:
            self.block(block)

    def _listing(self, listing: Listing, style: str | None = None) -> None:
        number = self._new_list(listing.start) if listing.numbered else 1
        for item in listing.items:
            paragraph = self.paragraph(style or ("ListNumber" if listing.numbered else "ListBullet"), (Span(item),))
            if listing.numbered or style:
                found = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                found.get_or_add_ilvl().val, found.get_or_add_numId().val = 0, number

    def _new_list(self, start: int) -> int:
        """A list of its own, or its numbers would run on from the list before."""
        numbering = self.document.part.numbering_part.element
        number = numbering.add_num(2)
        number.add_lvlOverride(ilvl=0).add_startOverride(start)
        found: int = number.numId
        return found

    def _together(self, blocks: tuple[Block, ...]) -> None:
        """Blocks of one page, if a page can hold them: each paragraph is kept with the next, but for the last."""
        body = self.document.element.body
        before = len(body)
        for block in blocks:
            self.block(block)
        # The last child of a body is its section, so that new ones stand before it. A row counts as one piece.
        parts = [part for child in body[before - 1 : -1] for part in (child.findall(qn("w:tr")) or [child])]
        for paragraph in (p for part in parts[:-1] for p in part.iter(qn("w:p"))):
            Paragraph(paragraph, self.document._body).paragraph_format.keep_with_next = True

    def _aside(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Listing):
                self._listing(block, style="WmNote")
            elif isinstance(block, Text):
                pause = len(blocks) == 1 and all(span.strong for span in block.spans)
                self.paragraph("WmPause" if pause else "WmNote", block.spans)
            else:
                self.block(block)

    def _table(self, block: Table) -> None:
        table: WordTable = self.document.add_table(1 + len(block.rows), len(block.header))
        fill_table(table, block, TEXT_WIDTH, lambda cell, spans: self.paragraph("WmCell", spans, into=cell))
        # A short table stays on one page; a long one breaks between rows, and its header row comes again.
        rows = table._tbl.tr_lst[:-1] if len(block.rows) <= SHORT_TABLE else []
        for paragraph in (p for row in rows for p in row.iter(qn("w:p"))):
            Paragraph(paragraph, self.document._body).paragraph_format.keep_with_next = True


def _bookmark(paragraph: Paragraph, number: int) -> None:
    """A place that the contents can point to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"_Toc{number:04}")
    paragraph._p.insert(1, start)
    paragraph._p.append(end)

"""Tables of a Word document, with a header row that comes again on every page and is read out as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from ..deck.blocks import Cell, Span, Table, spans_of

#: Room that a letter of 12 pt takes in a bold word, and that a cell leaves beside it, in mm: on the generous side,
#: so that the fallback font, which is wide, has room too.
_LETTER, _EDGES = 2.9, 5.0


def fill_table(
    table: WordTable, block: Table, width: float, put: Callable[[Paragraph, tuple[Span, ...]], object]
) -> None:
    """Fill an empty table; `width` is that of the text in mm, `put` writes words into a cell's paragraph."""
    properties = table._tbl.tblPr
    properties.style = "WmTable"
    table.autofit = False
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    look = OxmlElement("w:tblLook")
    # Only the first row is a header: what screen readers go by.
    for name, value in (("val", "0020"), ("firstRow", "1"), ("lastRow", "0"), ("firstColumn", "0"), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), value)
    properties.append(look)
    widths = _widths(block, width)
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Mm(wide)
    for number, (row, words) in enumerate(zip(table.rows, (block.header, *block.rows), strict=True)):
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            row_properties.append(OxmlElement("w:tblHeader"))
        for cell, text, wide in zip(row.cells, words, widths, strict=True):
            cell.width = Mm(wide)
            put(cell.paragraphs[0], spans_of(text))


def _widths(block: Table, width: float) -> list[float]:
    """Columns in mm: a share of 0 takes its longest word, the others share what is left."""
    columns = list(zip(block.header, *block.rows, strict=True))
    fixed = [
        0.0 if share else _longest_word(texts) * _LETTER + _EDGES
        for texts, share in zip(columns, block.widths, strict=True)
    ]
    left, shares = width - sum(fixed), sum(block.widths)
    return [f or left * share / shares for f, share in zip(fixed, block.widths, strict=True)]


def _longest_word(cells: Iterable[Cell]) -> int:
    """In letters."""
    return max(len(word) for cell in cells for span in spans_of(cell) for word in span.text.split())

"""Tables of a Word document, with a header row that comes again on every page and is read out as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docx.shared import Mm

from ..deck.blocks import Cell, Span, Table, spans_of

#: Room that a letter of 12 pt takes in a bold word, and that a cell leaves beside it, in mm: on the generous side,
#: so that the fallback font, which is wide, has room too.
_LETTER, _EDGES = 2.9, 3.8

#: Rows of a table that is kept on one page.
SHORT_TABLE = 10

#: Only the first row is a header: what screen readers go by.
_LOOK = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:noVBand="1"/>'


def table_xml(block: Table, width: float, cell: Callable[[tuple[Span, ...], bool], str]) -> str:
    """A table; `width` is that of the text in mm, `cell` writes words as the paragraph of a cell.

    It is told whether the paragraph stays on the page of the next row: a short table stays on one page; a long one
    breaks between rows, and its header row comes again.
    """
    twips = [Mm(wide).twips for wide in _widths(block, width)]
    rows = (block.header, *block.rows)

    def row(number: int, words: tuple[Cell, ...]) -> str:
        kept = len(block.rows) <= SHORT_TABLE and number + 1 < len(rows)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{wide}"/></w:tcPr>{cell(spans_of(said), kept)}</w:tc>'
            for said, wide in zip(words, twips, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'' if number else '<w:tblHeader/>'}</w:trPr>{cells}</w:tr>"

    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in twips)
    body = "".join(row(number, words) for number, words in enumerate(rows))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="WmTable"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
        f"{_LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


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

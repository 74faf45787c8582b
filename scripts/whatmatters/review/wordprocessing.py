"""Pieces of WordprocessingML: runs, paragraphs, cells, a box to tick."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr, unescape

from ..language.bilingual import Lang
from ..office.locale import LOCALES

#: A box that is in every font for symbols on Windows and Mac; what it becomes when it is ticked.
EMPTY, TICKED = "2610", "2612"
_SYMBOLS = "Segoe UI Symbol"


def run(text: str, lang: Lang, look: str = "") -> str:
    """Words in a language; a line end in them is a line break. `look` is more of `w:rPr`, in the schema's order."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f'<w:r><w:rPr>{look}<w:lang w:val="{LOCALES[lang]}"/></w:rPr>{lines}</w:r>'


def hidden(code: object) -> str:
    """Letters for this program, which nobody sees."""
    return f'<w:r><w:rPr><w:noProof/><w:vanish/></w:rPr><w:t xml:space="preserve">{escape(str(code))}</w:t></w:r>'


def visible(runs: str) -> str:
    """The words that runs show."""
    return unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", runs)))


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """A paragraph; `more` is more of `w:pPr`, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{"".join(runs)}</w:p>'


def in_list(number: int) -> str:
    """What makes a paragraph a step of the numbered list of that number."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def cell(width: int, *paragraphs: str, fill: str = "") -> str:
    """A cell of a table, its width in twentieths of a point."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """A row that is not parted between pages; a header row stands at the head of every page."""
    head = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Iterable[int], rows: Iterable[str], title: str, *, headed: bool) -> str:
    """A table with a title for those who do not see it."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        f'<w:tblLook w:val="{"0020" if headed else "0080"}" w:firstRow="{int(headed)}" w:lastRow="0" '
        f'w:firstColumn="{int(not headed)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="WmTable"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
        f"{look}<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def checkbox(number: int, label: str) -> str:
    """A box that a click ticks, in Word and in LibreOffice."""
    states = "".join(
        f'<w14:{name} w14:val="{value}" w14:font="{_SYMBOLS}"/>'
        for name, value in (("checkedState", TICKED), ("uncheckedState", EMPTY))
    )
    fonts = "".join(f' w:{name}="{_SYMBOLS}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(label)}/>"
        f'<w:tag w:val="whatmatters-sound-{number}"/><w:id w:val="{number}"/>'
        f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts{fonts}/><w:sz w:val="32"/></w:rPr>'
        f"<w:t>{chr(int(EMPTY, 16))}</w:t></w:r></w:sdtContent></w:sdt>"
    )

"""Paragraphs of a Word document as its XML, written whole.

python-docx would find the place of each property by walking through all that is there, and copy text letter by letter:
five times the work of everything else in a document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from lxml import etree

from ..language.bilingual import Lang
from .locale import LOCALES
from .word_styles import W

#: What a run has elements for.
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>"}

#: A line of a run that ends where it stands.
BREAK = "\n"


@dataclass
class Paragraph:
    """A paragraph, until all that belongs to it is known."""

    style: str
    """By its id; `Normal` goes without saying."""
    inside: list[str] = field(default_factory=list)
    """Its runs, links and marks, as XML."""
    kept: bool = False
    """Does it stay on the page of the next one?"""
    new_page: bool = False
    """Does it begin a page?"""
    listed: int | None = None
    """The list that it is an item of."""

    def xml(self) -> str:
        """All of it, without the name of the namespace."""
        properties = (
            (f"<w:pStyle w:val={quoteattr(self.style)}/>" if self.style != "Normal" else "")
            + ("<w:keepNext/>" if self.kept else "")
            + ("<w:pageBreakBefore/>" if self.new_page else "")
            + (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.listed}"/></w:numPr>' if self.listed else "")
        )
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(self.inside)}</w:p>"


def run_xml(text: str, lang: Lang, *, strong: bool = False, size: float | None = None) -> str:
    """A run in its own language, and in its own size (pt) where it has one."""
    look = ("<w:b/>" if strong else "") + (f'<w:sz w:val="{2 * size:.0f}"/>' if size else "")
    said = "".join(_MARKS.get(piece) or _text(piece) for piece in re.split(r"([\t\n\r])", text) if piece)
    return f'<w:r><w:rPr>{look}<w:lang w:val="{LOCALES[lang]}"/></w:rPr>{said}</w:r>'


def elements(xml: str) -> list[etree._Element]:
    """Elements of a document, from XML without the name of the namespace."""
    return list(parse_xml(f'<w:body xmlns:w="{W}">{xml}</w:body>'))


def _text(piece: str) -> str:
    # Spaces at either end are dropped where nothing asks for them.
    preserved = ' xml:space="preserve"' if piece.strip() != piece else ""
    return f"<w:t{preserved}>{escape(piece)}</w:t>"

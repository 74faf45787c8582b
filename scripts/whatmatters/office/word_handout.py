"""The handout: the leader's papers as a Word document to be edited.

Headings, lists and table headers are Word's own, every run names its language, and fields (contents, page numbers)
hold their values already, so that nothing asks to be updated when the file is opened.
"""

from __future__ import annotations

import docx
from docx.document import Document

from ..deck.blocks import Heading, Side, Span
from ..deck.card_face import Stamp
from ..deck.pack_description import PackDescription, foot_of
from ..deck.wordings import Word, wording
from ..library.library import Library
from .word_blocks import Writer
from .word_fields import END, contents_entry, page_numbers
from .word_parts import prepare, written
from .word_xml import Paragraph, elements

#: Size of pack and version after the foot, in pt.
MARK = 8


def handout_docx(library: Library, pack: PackDescription) -> bytes:
    """The bytes of the document, the same each time."""
    word = wording(library, pack.lang)
    document = docx.Document()
    prepare(document, pack, word)
    numbering = document.part.numbering_part.element

    def new_list(start: int) -> int:
        """A list of its own, or its numbers would run on from the list before."""
        number = numbering.add_num(2)
        number.add_lvlOverride(ilvl=0).add_startOverride(start)
        found: int = number.numId
        return found

    writer = Writer(pack.lang, new_list)
    writer.paragraph("WmBand", (Span(word("facilitator")),))
    writer.block(Heading(1, pack.title))
    writer.paragraph("WmLead", (Span(pack.purpose),))
    _contents(writer, pack.plan, word)
    for block in pack.plan:
        writer.block(block)
    # The last child of a body is its section.
    document.element.body[-1:-1] = elements(writer.xml())
    _footer(document, writer, foot_of(pack, word), Stamp(pack.id, pack.version).mark())
    return written(document)


def _contents(writer: Writer, sides: tuple[Side, ...], word: Word) -> None:
    """The main headings, as links: what Word itself would make of this field."""
    titles = [block.text for side in sides for block in side.blocks if isinstance(block, Heading) and block.level == 2]
    writer.paragraph("TOCHeading", (Span(word("contents")),))
    for number, title in enumerate(titles, start=1):
        entry = writer.paragraph("TOC1", ())
        entry.inside.append(contents_entry(number, writer.run(Span(title))))
    entry.inside.append(END)


def _footer(document: Document, writer: Writer, foot: str, mark: str) -> None:
    said = [writer.run(Span(f"{foot} ")), writer.run(Span(f"{mark}\t"), size=MARK)]
    said.append(page_numbers(lambda text: writer.run(Span(text))))
    footer = document.sections[0].footer
    footer.paragraphs[0]._p.getparent()[:] = elements(Paragraph("Footer", said).xml())

"""The handout: the leader's papers as a Word document to be edited.

Headings, lists and table headers are Word's own, every run names its language, and fields (contents, page numbers)
hold their values already, so that nothing asks to be updated when the file is opened.
"""

from __future__ import annotations

import io

import docx
from docx.shared import Pt

from ..deck.blocks import Heading, Side, Span
from ..deck.card_face import Stamp
from ..deck.pack_description import PackDescription, foot_of
from ..deck.wordings import Word, wording
from ..library.library import Library
from .word_blocks import Writer
from .word_fields import contents_entry, end_contents, page_numbers
from .word_parts import prepare
from .zips import same_each_time

#: Size of pack and version after the foot, in pt.
MARK = 8


def handout_docx(library: Library, pack: PackDescription) -> bytes:
    """The bytes of the document, the same each time."""
    word = wording(library, pack.lang)
    document = docx.Document()
    prepare(document, pack, word)
    writer = Writer(document, pack.lang)
    writer.paragraph("WmBand", (Span(word("facilitator")),))
    writer.block(Heading(1, pack.title))
    writer.paragraph("WmLead", (Span(pack.purpose),))
    _contents(writer, pack.plan, word)
    for block in pack.plan:
        writer.block(block)
    _footer(writer, foot_of(pack, word), Stamp(pack.id, pack.version).mark())
    made = io.BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _contents(writer: Writer, sides: tuple[Side, ...], word: Word) -> None:
    """The main headings, as links: what Word itself would make of this field."""
    titles = [block.text for side in sides for block in side.blocks if isinstance(block, Heading) and block.level == 2]
    writer.paragraph("TOCHeading", (Span(word("contents")),))
    for number, title in enumerate(titles, start=1):
        paragraph = writer.paragraph("TOC1", ())
        contents_entry(paragraph, number, writer.run(paragraph, Span(title)))
    end_contents(paragraph)


def _footer(writer: Writer, foot: str, mark: str) -> None:
    paragraph = writer.document.sections[0].footer.paragraphs[0]
    writer.styled(paragraph, "Footer")
    writer.run(paragraph, Span(f"{foot} "))
    writer.run(paragraph, Span(f"{mark}\t")).font.size = Pt(MARK)
    page_numbers(paragraph, lambda text: writer.run(paragraph, Span(text)))

"""The handout: the facilitator's plan, the stories, their questions and the law as a Word document to be edited.

Headings, lists and table headers are Word's own, every run names its language, and fields (contents, page numbers)
hold their values already, so that nothing asks to be updated when the file is opened.
"""

from __future__ import annotations

import io

import docx

from ...library.library import Library
from ...office.zips import same_each_time
from ..blocks import Block, Group, Heading, Span
from ..describe import PackDescription
from ..handout import handout_blocks
from ..qr import qr_png
from ..words import Word, wording
from .word_blocks import Writer
from .word_fields import contents_entry, end_contents, page_numbers
from .word_parts import prepare

#: Width and height of the code with its quiet zone.
CODE_MM = 32.0


def handout_docx(library: Library, pack: PackDescription) -> bytes:
    """The bytes of the document, the same each time."""
    word = wording(library, pack.lang)
    document = docx.Document()
    prepare(document, pack, word)
    writer = Writer(document, pack.lang)
    writer.paragraph("WmBand", (Span(word("handout")),))
    writer.block(Heading(1, pack.title))
    writer.paragraph("WmLead", (Span(pack.purpose),))
    if code := qr_png(pack.address):
        writer.picture(code, CODE_MM, f"QR: {pack.address}")
    blocks = handout_blocks(library, pack)
    _contents(writer, blocks, word)
    for block in blocks:
        writer.block(block)
    _footer(writer, f"{pack.id} · {pack.version} · {pack.address}")
    made = io.BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _contents(writer: Writer, blocks: tuple[Block, ...], word: Word) -> None:
    """The main headings, as links: what Word itself would make of this field."""
    inner = [inner for block in blocks for inner in (block.blocks if isinstance(block, Group) else (block,))]
    titles = [block.text for block in inner if isinstance(block, Heading) and block.level == 2]
    writer.paragraph("TOCHeading", (Span(word("contents")),))
    for number, title in enumerate(titles, start=1):
        paragraph = writer.paragraph("TOC1", ())
        contents_entry(paragraph, number, writer.run(paragraph, Span(title)))
    end_contents(paragraph)


def _footer(writer: Writer, stamp: str) -> None:
    paragraph = writer.document.sections[0].footer.paragraphs[0]
    writer.styled(paragraph, "Footer")
    writer.run(paragraph, Span(f"{stamp}\t"))
    page_numbers(paragraph, lambda text: writer.run(paragraph, Span(text)))

"""What a PDF says: its pages, texts for pictures, what it says of itself, bookmarks, addresses that it links to."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

#: Addresses stand in a PDF's objects, in brackets; Typst leaves those objects unpacked.
_BRACKETS = re.compile(rb"\(((?:[^()\\]|\\.){3,})\)")
#: Tags in tags: deeper than any document that a person makes.
_DEPTH = 100


def pdf_pieces(data: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Place and lines of each part of a PDF. Raises ValueError when it is not one that can be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"this PDF cannot be opened: {error}") from error
    # A damaged file may open, and have a page that does not.
    try:
        yield "properties", tuple(str(v) for v in document.get_metadata_dict().values() if v)
        yield "bookmarks", tuple(mark.get_title() for mark in document.get_toc())
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage().get_text_bounded()
            lines = tuple(line.strip() for line in text.splitlines() if line.strip())
            yield f"page {number + 1}", (*lines, *_picture_texts(page))
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"this PDF cannot be read to its end: {error}") from error
    finally:
        document.close()
    yield "objects", tuple(match.decode("latin-1") for match in _BRACKETS.findall(data))


def _picture_texts(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    """Texts that stand for something on the page: alternative and actual text of its tags."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return ()
    try:
        tags = (raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree)))
        return tuple(text for tag in tags for text in _texts_of(tag, _DEPTH))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _texts_of(tag: Any, depth: int) -> Iterator[str]:
    if not tag or not depth:
        return
    for ask in (raw.FPDF_StructElement_GetAltText, raw.FPDF_StructElement_GetActualText):
        # PDFium gives the length in bytes first; the text is UTF-16 and ends with two zero bytes.
        length = ask(tag, None, 0)
        if length > 2:
            room = ctypes.create_string_buffer(length)
            ask(tag, room, length)
            yield room.raw[: length - 2].decode("utf-16-le", errors="replace")
    for n in range(raw.FPDF_StructElement_CountChildren(tag)):
        yield from _texts_of(raw.FPDF_StructElement_GetChildAtIndex(tag, n), depth - 1)

"""What a PDF says: its pages, what it says of itself, its bookmarks, the addresses that it links to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2

#: Addresses and texts for pictures stand in a PDF's objects, in brackets; Typst leaves small ones unpacked.
_BRACKETS = re.compile(rb"\(((?:[^()\\]|\\.){3,})\)")


def pdf_pieces(data: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Place and lines of each part of a PDF. Raises ValueError when it is not one that can be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"this PDF cannot be opened: {error}") from error
    try:
        yield "properties", tuple(str(v) for v in document.get_metadata_dict().values() if v)
        yield "bookmarks", tuple(mark.get_title() for mark in document.get_toc())
        for number in range(len(document)):
            text = document[number].get_textpage().get_text_bounded()
            yield f"page {number + 1}", tuple(line.strip() for line in text.splitlines() if line.strip())
    finally:
        document.close()
    yield "objects", tuple(match.decode("latin-1") for match in _BRACKETS.findall(data))

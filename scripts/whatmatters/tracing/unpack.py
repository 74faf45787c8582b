"""Everything that a file says, however it is packed: archives in archives, PDF, Word, PowerPoint, pictures, scripts."""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ..library.media import ENDINGS
from .pictures import picture_text
from .plain import markup_lines, script_lines, text_lines
from .portable import pdf_pieces

#: What one packed file may grow to, in bytes: far above any pack, far below what fills a machine.
LARGEST = 300_000_000

_MARKUP = (".html", ".htm", ".xml", ".svg", ".rels", ".xhtml")
_SCRIPT = (".js", ".json", ".mjs", ".map", ".webmanifest")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")
#: Bytes at each end of a film or a sound that are looked through for words.
ENDS = 1_000_000
#: Bytes that say nothing: fonts.
_SILENT = (".woff", ".woff2", ".ttf", ".otf")
_SQUEEZED = (".gz", ".svgz")
#: The first bytes of texts that programs of Windows write; the longer marks first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


#: What Python's readers of archives raise for a damaged one. NotImplementedError is a RuntimeError.
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Piece:
    """A part of a file, and what it says."""

    place: str
    """Where in the file: `page 3`, `a.zip > b.docx > word/document.xml`; empty for a plain file."""
    lines: tuple[str, ...]
    """What it says to a reader, line by line."""
    raw: str = ""
    """All of its text, markup too, for ids; empty where the lines say everything."""


@dataclass(frozen=True)
class Inner:
    """A file that is packed in another."""

    name: str
    """As the archive says it; empty for the one file that a .gz holds."""
    like: str
    """A name with the ending that tells what kind of file it is."""
    data: bytes


@dataclass(frozen=True)
class Closed:
    """A part of a file that could not be opened, so that nothing can be said of it."""

    place: str
    why: str


#: One layer of a file.
Part = Piece | Inner | Closed


def unpack(name: str, data: bytes) -> Iterator[Part]:
    """What stands in a file whose name is `name`, one layer down; nothing is raised for what is in it."""
    kind = kind_of(name)
    if data.startswith(b"PK\x03\x04"):
        yield from _archive(data)
    elif data.startswith(b"\x1f\x8b") or kind in _SQUEEZED:
        yield _squeezed(name.removesuffix(kind), data)
    elif data.startswith(b"%PDF"):
        try:
            for place, lines in pdf_pieces(data):
                yield Piece(place, lines)
        except ValueError as error:
            yield Closed("", str(error))
    elif kind in _PICTURES:
        yield Piece("", picture_text(data))
    elif kind in ENDINGS:
        # Titles and comments stand at one end or the other; between them are pictures and sounds.
        yield Piece("", (*picture_text(data[:ENDS]), *picture_text(data[ENDS:][-ENDS:])))
    elif kind == ".br":
        yield Closed("", "packed with Brotli, which Python cannot open; the file it was made from is searched")
    elif kind not in _SILENT:
        reader = markup_lines if kind in _MARKUP else script_lines if kind in _SCRIPT else text_lines
        for text in _texts(data):
            yield Piece("", reader(text), text)


def _texts(data: bytes) -> Iterator[str]:
    """What bytes say as text: as their mark tells; where there is none and zeros stand among them, as each may be."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        yield data.decode(marked, errors="replace")
        return
    yield data.decode("utf-8", errors="replace")
    if b"\0" in data:
        yield from (data.decode(encoding, errors="replace") for encoding in ("utf-16-le", "utf-16-be"))


def kind_of(name: str) -> str:
    """The ending of a file's name, in small letters, with its point; empty where there is none."""
    return name[name.rfind(".") :].lower() if "." in name else ""


def _archive(data: bytes) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.comment:
                yield Piece("comment", (archive.comment.decode("utf-8", errors="replace"),))
            yield Piece("names", tuple(archive.namelist()))
            left = LARGEST
            for entry in archive.infolist():
                left -= entry.file_size
                if left < 0:
                    yield Closed(entry.filename, f"it unpacks to more than {LARGEST // 1_000_000} MB")
                    return
                if not entry.is_dir():
                    with archive.open(entry) as stream:
                        # No more is read than the entry says of itself, which has been counted.
                        yield Inner(entry.filename, entry.filename, stream.read(entry.file_size))
    except DAMAGE as error:
        yield Closed("", f"this archive cannot be opened: {error}")


def _squeezed(name: str, data: bytes) -> Inner | Closed:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            inside = stream.read(LARGEST + 1)
    except DAMAGE as error:
        return Closed("", f"this packed file cannot be opened: {error}")
    if len(inside) > LARGEST:
        return Closed("", f"it unpacks to more than {LARGEST // 1_000_000} MB")
    return Inner("", name, inside)

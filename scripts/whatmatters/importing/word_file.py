"""Word files: the text of the body, paragraph by paragraph, and nothing that could explode.

A `.docx` is a zip file. Only the one part that holds the text is unpacked, and never more of it than LARGEST bytes,
whatever its header claims.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from .lines import Refused
from .xml_file import Node, read_xml

BODY = "word/document.xml"
#: Bytes of the unpacked text part; three hours of speech take about 3 MB.
LARGEST = 20_000_000
#: Parts of a paragraph that hold no words of the text as it now stands: deleted words, field codes,
#: and the second copy of a text box, kept for old programs.
_NOT_TEXT = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "footnoteReference"}


def read_word(raw: bytes) -> tuple[str, ...]:
    """The paragraphs of a Word file; a line break inside one is `\\n`. Raises Refused."""
    root, broken = read_xml(_body(raw))
    if broken:
        raise Refused("B06", "the text of this Word file breaks off", "open it in Word, save it again, bring that in")
    return tuple(_text(paragraph) for paragraph in _paragraphs(root))


def _body(raw: bytes) -> bytes:
    """The text part, unpacked. Its size is held against LARGEST as claimed, and again as it comes out."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            info = archive.NameToInfo.get(BODY)
            if info is None:
                raise Refused(
                    "B06",
                    f"this is a zip file, and not one that Word has saved: it has no {BODY}",
                    "unpack it, and bring in the transcript that is inside",
                )
            if info.file_size > LARGEST:
                raise _bomb(f"claims to hold {info.file_size // 1_000_000} MB of text")
            packed = _packed(raw, info)
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            text = unpacker.decompress(packed, LARGEST + 1) if info.compress_type == zipfile.ZIP_DEFLATED else packed
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, UnicodeDecodeError) as error:
        raise _damaged() from error
    if len(text) > LARGEST:
        raise _bomb(f"unpacks to more than {LARGEST // 1_000_000} MB of text")
    if info.flag_bits & 1 or len(text) != info.file_size or zlib.crc32(text) != info.CRC:
        raise _damaged()
    return text


def _packed(raw: bytes, info: zipfile.ZipInfo) -> bytes:
    """The packed bytes of one part. `zipfile` itself stops at the claimed size, and so would not see a lie."""
    names, extra = struct.unpack_from("<HH", raw, info.header_offset + 26)
    start = info.header_offset + 30 + names + extra
    return raw[start : start + info.compress_size]


def _damaged() -> Refused:
    return Refused(
        "B06", "this looks like a Word file and cannot be unpacked", "open it in Word, save it again, bring that in"
    )


def _bomb(why: str) -> Refused:
    return Refused("B06", f"this Word file {why}, far more than any transcript", "copy its text into a new Word file")


def _paragraphs(root: Node) -> list[Node]:
    """The paragraphs in the order in which they are read; one inside another (a text box) comes after it."""
    found: list[Node] = []
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if node.name == "p":
            found.append(node)
        waiting += [p for p in reversed(node.parts) if isinstance(p, Node) and p.name not in _NOT_TEXT]
    return found


def _text(paragraph: Node) -> str:
    words: list[str] = []
    waiting: list[Node | str] = list(reversed(paragraph.parts))
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            continue
        if part.name == "t":
            words.append(part.text)
        elif part.name in {"br", "cr"}:
            words.append("\n")
        elif part.name in {"tab", "ptab"}:
            words.append("\t")
        elif part.name == "noBreakHyphen":
            words.append("-")
        elif part.name != "p" and part.name not in _NOT_TEXT:
            waiting += reversed(part.parts)
    return "".join(words)

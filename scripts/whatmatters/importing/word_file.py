"""Word files: the text of the body, paragraph by paragraph and table by table, and nothing that could explode.

A `.docx` is a zip file. Only the parts that hold text are unpacked, and never more of one than LARGEST bytes,
whatever its header claims. What stands beside the text (footnotes, comments, hidden words) is told, and left out.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass

from ..messages.message import Message
from .lines import Note, Refused, Tally
from .names import is_name
from .tables import Cell
from .xml_file import Node, read_xml

_SAVE_AGAIN = Message("open it in Word, save it again, bring that in")

BODY = "word/document.xml"
#: Bytes of the unpacked text part; three hours of speech take about 3 MB.
LARGEST = 20_000_000
#: Parts of a paragraph that hold no words of the text as it now stands: deleted words, field codes,
#: and the second copy of a text box, kept for old programs.
_NOT_TEXT = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr"}


#: Parts beside the body: the note that tells of them, and the element that holds one.
_BESIDE = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"), ("word/comments.xml", "comment"))
_CODES = {"footnote": "word-footnote", "endnote": "word-footnote", "comment": "word-comment"}
_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")


#: Word's own names of the styles of headings, and a clock or a name before a colon in one.
_HEADING = re.compile(r"(?:Title|Subtitle|Heading ?\d|Teitl|Isdeitl|Pennawd ?\d)", re.I)
_TURN = re.compile(r"\d:\d\d|^\w[\w .'’-]{0,40}:")


@dataclass(frozen=True)
class Table:
    """A table: its rows of cells. Paragraphs of one cell are lines of it."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Document:
    """What a Word file holds, in the order in which it is read."""

    blocks: tuple[tuple[Cell, ...] | Table, ...]
    notes: tuple[Note, ...]
    pictures: int

    @property
    def why_empty(self) -> tuple[Message, Message]:
        """What to say where it has no words, and what to do."""
        if self.pictures:
            return (
                Message("this Word file holds no text, only 1 picture")
                if self.pictures == 1
                else Message("this Word file holds no text, only pictures ({n})", n=self.pictures),
                Message("type or copy the words into it"),
            )
        return Message("this Word file holds no text"), Message("check that it is the right file")


def read_word(raw: bytes) -> Document:
    """The paragraphs and tables of a Word file; a line break inside one is `\\n`. Raises Refused."""
    root, broken = read_xml(_part(raw, BODY))
    if broken:
        raise Refused("B06", Message("the text of this Word file breaks off"), _SAVE_AGAIN)
    walk = _Walk()
    walk.blocks_of(root)
    names = _names(raw)
    blocks, titles = _without_headings(walk)
    notes = [*walk.notes, *titles, *_beside(raw, names, walk.references)]
    pictures = sum(name.startswith("word/media/") for name in names)
    return Document(blocks, tuple(notes), pictures)


def _without_headings(walk: _Walk) -> tuple[tuple[tuple[Cell, ...] | Table, ...], list[Note]]:
    """The blocks without paragraphs in Word's styles of headings, as in Markdown; what looks like a turn stays."""
    loose = [cell for block in walk.blocks if isinstance(block, tuple) for cell in block]
    heads = [cell for cell in loose if cell.place in walk.headings and cell.text.strip()]
    tables = any(isinstance(block, Table) for block in walk.blocks)
    count = Counter(cell.text.strip() for cell in heads)
    heads = [
        cell
        for cell in heads
        if not _TURN.search(cell.text) and (count[cell.text.strip()] < 2 or not is_name(cell.text.strip().rstrip(":")))
    ]
    words = sum(len(cell.text.split()) for cell in loose)
    # Whoever gave all paragraphs such a style has no headings.
    if not tables and sum(len(cell.text.split()) for cell in heads) * 4 > words:
        return tuple(walk.blocks), []
    out = {cell.place for cell in heads}
    blocks: list[tuple[Cell, ...] | Table] = []
    for block in walk.blocks:
        kept = block if isinstance(block, Table) else tuple(cell for cell in block if cell.place not in out)
        blocks += [kept] if kept else []
    return tuple(blocks), [Note("furniture", cell.place, {"words": " ".join(cell.text.split())}) for cell in heads]


def _names(raw: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return tuple(archive.NameToInfo)


def _beside(raw: bytes, names: tuple[str, ...], references: dict[tuple[str, str], int]) -> list[Note]:
    """Footnotes, comments, and what stands at the edges of pages: none of it is read, all of it is named."""
    found: list[Note] = []
    for part, element in _BESIDE:
        if part not in names:
            continue
        root, _ = read_xml(_part(raw, part))
        for node in [*root.find(element), *([root] if root.name == element else [])]:
            # Word keeps the lines that part footnotes from the text as footnotes of a kind of their own.
            words = _all_words(node)
            if words and "type" not in node.attributes:
                place = references.get((element, node.attributes.get("id", "")), 1)
                found.append(Note(_CODES[element], place, {"words": words}))
    for part in names:
        if _EDGES.fullmatch(part) and (words := _all_words(read_xml(_part(raw, part))[0])):
            found.append(Note("word-edge", 1, {"words": words}))
    return found


def _all_words(node: Node) -> str:
    return " ".join(" ".join(t.text for t in p.find("t")) for p in node.find("p")).strip()


def _part(raw: bytes, name: str) -> bytes:
    """A part, unpacked. Its size is held against LARGEST as claimed, and again as it comes out."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            info = archive.NameToInfo.get(name)
            if info is None:
                raise _other_zip(archive)
            if info.file_size > LARGEST:
                raise _bomb(
                    Message(
                        "this Word file claims to hold {size} MB of text, far more than any transcript",
                        size=info.file_size // 1_000_000,
                    )
                )
            packed = _packed(raw, info)
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            text = unpacker.decompress(packed, LARGEST + 1) if info.compress_type == zipfile.ZIP_DEFLATED else packed
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, UnicodeDecodeError) as error:
        raise _damaged() from error
    if len(text) > LARGEST:
        raise _bomb(
            Message(
                "this Word file unpacks to more than {size} MB of text, far more than any transcript",
                size=LARGEST // 1_000_000,
            )
        )
    if info.flag_bits & 1 or len(text) != info.file_size or zlib.crc32(text) != info.CRC:
        raise _damaged()
    return text


_COPY_WORDS = Message("copy the words out of it into a text or Word file")

#: Parts by which zip files of other programs are known: what they are, and what to do.
_OTHER = (
    ("xl/workbook.xml", Message("an Excel workbook"), Message("save its sheet as CSV, or copy it into a Word file")),
    ("ppt/presentation.xml", Message("a PowerPoint file"), _COPY_WORDS),
    (
        "content.xml",
        Message("a file of LibreOffice or OpenOffice"),
        Message("open it there, and save it as Word (.docx)"),
    ),
    ("META-INF/container.xml", Message("an electronic book"), _COPY_WORDS),
)


def _other_zip(archive: zipfile.ZipFile) -> Refused:
    for part, what, do in _OTHER:
        if part in archive.NameToInfo:
            return Refused("B06", Message("this is {what}, and not one that Word has saved", what=what), do)
    return Refused(
        "B06",
        Message("this is a zip file, and not one that Word has saved: it has no {part}", part=BODY),
        Message("unpack it, and bring in the transcript that is inside"),
    )


def _packed(raw: bytes, info: zipfile.ZipInfo) -> bytes:
    """The packed bytes of one part. `zipfile` itself stops at the claimed size, and so would not see a lie."""
    names, extra = struct.unpack_from("<HH", raw, info.header_offset + 26)
    start = info.header_offset + 30 + names + extra
    return raw[start : start + info.compress_size]


def _damaged() -> Refused:
    return Refused("B06", Message("this looks like a Word file and cannot be unpacked"), _SAVE_AGAIN)


def _bomb(why: Message) -> Refused:
    return Refused("B06", why, Message("copy its text into a new Word file"))


class _Walk:
    """Goes through the body once, in the order in which it is read."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Cell, ...] | Table] = []
        self.notes: list[Note] = []
        self.references: dict[tuple[str, str], int] = {}
        self.count = 0
        self.headings: set[int] = set()
        """The places of paragraphs in a style of headings."""
        self._deleted = Tally()

    def blocks_of(self, root: Node) -> None:
        """The blocks below a node: tables, and the paragraphs between them."""
        loose: list[Cell] = []
        waiting: list[Node] = [root]
        while waiting:
            node = waiting.pop()
            if node.name == "tbl":
                if loose:
                    self.blocks.append(tuple(loose))
                    loose = []
                self.blocks.append(self._table(node))
                continue
            if node.name == "p":
                loose.append(self._cell(node))
            # A paragraph inside another (a text box) comes after it.
            waiting += [p for p in reversed(node.parts) if isinstance(p, Node) and p.name not in _NOT_TEXT]
        if loose:
            self.blocks.append(tuple(loose))
        self.notes += self._deleted.notes

    def _table(self, table: Node) -> Table:
        rows = []
        for row in _below(table, "tr"):
            cells = []
            for cell in _below(row, "tc"):
                paragraphs = [self._cell(p) for p in _paragraphs(cell)]
                text = "\n".join(p.text for p in paragraphs if p.text.strip())
                cells.append(Cell(text, paragraphs[0].place if paragraphs else self.count))
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def _cell(self, paragraph: Node) -> Cell:
        self.count += 1
        if _is_heading(paragraph):
            self.headings.add(self.count)
        return Cell(self._text(paragraph), self.count)

    def _text(self, paragraph: Node) -> str:
        words: list[str] = []
        hidden: list[str] = []
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
            elif part.name == "r" and _is_hidden(part):
                hidden.append("".join(t.text for t in part.find("t")))
            elif part.name.endswith("Reference"):
                kind = part.name.removesuffix("Reference")
                self.references[kind, part.attributes.get("id", "")] = self.count
            elif part.name in {"del", "moveFrom"}:
                # What was moved stands at its new place.
                if part.name == "del" and (gone := "".join(t.text for t in part.find("delText")).strip()):
                    self._deleted.add("word-deleted", self.count, words=gone)
            elif part.name == "txbxContent":
                self.notes.append(Note("word-box", self.count, {"words": _all_words(part)}))
            elif part.name not in _NOT_TEXT and part.name != "p":
                waiting += reversed(part.parts)
        if text := " ".join("".join(hidden).split()):
            self.notes.append(Note("word-hidden", self.count, {"words": text}))
        return "".join(words)


def _below(node: Node, name: str) -> list[Node]:
    """The nearest elements of that name, looked for through what Word wraps around them; not inside another table."""
    found: list[Node] = []
    waiting = [p for p in reversed(node.parts) if isinstance(p, Node)]
    while waiting:
        part = waiting.pop()
        if part.name == name:
            found.append(part)
        elif part.name not in {"tbl", "del", "moveFrom"}:
            waiting += [p for p in reversed(part.parts) if isinstance(p, Node)]
    return found


def _is_heading(paragraph: Node) -> bool:
    for properties in paragraph.parts:
        if isinstance(properties, Node) and properties.name == "pPr":
            styles = (
                p.attributes.get("val", "") for p in properties.parts if isinstance(p, Node) and p.name == "pStyle"
            )
            return any(_HEADING.fullmatch(style) for style in styles)
    return False


def _is_hidden(run: Node) -> bool:
    for properties in run.parts:
        if isinstance(properties, Node) and properties.name == "rPr":
            return any(
                isinstance(p, Node) and p.name == "vanish" and p.attributes.get("val", "1") not in {"0", "false", "off"}
                for p in properties.parts
            )
    return False


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

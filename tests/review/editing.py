"""A reader's hand in a Word file: what Word does to its XML when somebody types, tracks, ticks, or takes a row out."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TRACKED = 'w:id="9" w:author="Siân" w:date="2026-11-29T09:00:00Z"'


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


def piece(xml: str) -> etree._Element:
    """An element written out with the prefix `w`."""
    return etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')[0]


def run(text: str, kind: str = "t") -> str:
    """A run as Word writes it."""
    return f'<w:r><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


class Edited:
    """A Word file in somebody's hands."""

    def __init__(self, raw: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def bytes(self) -> bytes:
        """The file as it is saved."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return made.getvalue()

    def row(self, number: int) -> etree._Element:
        """The first row of that number."""
        return next(row for row in self.rows() if f"wm|row|{number}|" in "".join(row.itertext()))

    def rows(self) -> Iterator[etree._Element]:
        """All rows of all tables."""
        return self.root.iter(w("tr"))

    def cell(self, number: int, column: int = 2) -> etree._Element:
        """A cell of a row: the Welsh one unless another is named."""
        return self.row(number).findall(w("tc"))[column]

    def said(self, number: int, column: int = 2) -> str:
        """The words of a cell."""
        return "".join(self.cell(number, column).itertext())

    def write(self, number: int, *content: str, column: int = 2) -> Edited:
        """Put runs (or other XML) where the words of a cell stood."""
        paragraph = self.cell(number, column).find(w("p"))
        for child in list(paragraph):
            if child.tag != w("pPr"):
                paragraph.remove(child)
        for one in content:
            paragraph.append(piece(one if one.startswith("<") else run(one)))
        return self

    def replace(self, number: int, old: str, new: str, *, tracked: bool = False) -> Edited:
        """Change words in the Welsh cell, plainly or with tracked changes."""
        words = self.said(number)
        assert old in words, words
        before, _, after = words.partition(old)
        if not tracked:
            return self.write(number, run(before + new + after))
        return self.write(number, run(before), f"<w:del {_TRACKED}>{run(old, 'delText')}</w:del>",
                          f"<w:ins {_TRACKED}>{run(new)}</w:ins>", run(after))  # fmt: skip

    def head(self, reader: str, day: str) -> Edited:
        """Fill in the table at the head."""
        table = self.root.find(f".//{w('tbl')}")
        for row, words in zip(table.findall(w("tr")), (reader, day), strict=True):
            row.findall(w("tc"))[1].find(w("p")).append(piece(run(words)))
        return self

    def box(self, text: str) -> etree._Element:
        """The paragraph with the box of a text."""
        return next(p for p in self.root.iter(w("p")) if f"wm|sound|{text}|" in "".join(p.itertext()))

    def tick(self, text: str) -> Edited:
        """Click the box under a text."""
        paragraph = self.box(text)
        paragraph.find(f".//{{{W14}}}checked").set(f"{{{W14}}}val", "1")
        sign = next(t for t in paragraph.iter(w("t")) if t.text == "☐")
        sign.text = "☒"
        return self

    def each(self, change: Callable[[etree._Element], None], *numbers: int) -> Edited:
        """Do something to rows."""
        for number in numbers:
            change(self.row(number))
        return self

    def drop(self, *numbers: int) -> Edited:
        """Take rows out."""
        return self.each(lambda row: row.getparent().remove(row), *numbers)

    def double(self, number: int, new: str | None = None) -> Edited:
        """Copy a row, with other Welsh if it is given."""
        row = self.row(number)
        row.addnext(copy.deepcopy(row))
        return self.write(number, run(new)) if new is not None else self

    def comment(self, number: int, words: str) -> Edited:
        """Add a comment at the Welsh cell of a row."""
        self.cell(number).find(w("p")).append(piece('<w:r><w:commentReference w:id="0"/></w:r>'))
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="Siân"><w:p>{run(words)}</w:p></w:comment></w:comments>'
        ).encode()
        rels = self.parts["word/_rels/document.xml.rels"].decode()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        self.parts["word/_rels/document.xml.rels"] = rels.replace(
            "</Relationships>", f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
        ).encode()
        return self

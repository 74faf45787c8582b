"""What a reader sent back: her words row by row, the boxes she ticked, her name, the day, and her comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .codes import BOXES, DAY, HEAD, READER, RowCode, SoundCode, own_digest, row_codes, sound_codes, without_boxes
from .package import Opened, attribute, local
from .segments import digest
from .word_text import Words, words_in

_THROUGH = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True)
class Row:
    """One row of a text's table."""

    codes: tuple[RowCode, ...]
    """One, as it should be; none in a row that was put in, several in rows that were joined."""
    cells: tuple[str, ...]
    """Number and kind, English, Welsh; fewer or more where cells were joined or parted."""
    joined: bool
    """Is one of its cells joined with another?"""
    after: int
    """The number of the row above it that has one, to say where it stands."""


@dataclass(frozen=True)
class Comment:
    """What somebody wrote beside the text."""

    row: int
    """The row it stands at; 0 outside the tables."""
    author: str
    words: str


@dataclass
class Returned:
    """All that a Word file says."""

    reader: str = ""
    day: str = ""
    rows: list[Row] = field(default_factory=list)
    boxes: dict[str, SoundCode] = field(default_factory=dict)
    """The box of each text that still has one."""
    ticked: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    """Texts whose box is ticked by what its control says, and empty to the eye."""
    comments: list[Comment] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    """Words that somebody wrote outside the tables."""


def read_returned(opened: Opened) -> Returned:
    """A Word file that is ours, read without judging it."""
    found = Returned()
    at_row: dict[str, int] = {}
    row, ours = 0, False
    body = next((e for e in opened.document if local(e) == "body"), opened.document)
    for block in _blocks(body):
        if local(block) == "tr":
            if _is_deleted(block):
                continue
            one = _row(block, row)
            if one is not None:
                row = one.codes[0].number if one.codes else row
                found.rows.append(one)
            else:
                _note_head(block, found)
            ours = True
        else:
            _paragraph(block, found)
            row = 0 if own_digest(words_in(block).hidden) else row
        for mark in block.iter():
            if local(mark) == "commentReference":
                at_row[attribute(mark, "id") or ""] = row if local(block) == "tr" else 0
    if opened.comments is not None and (ours or found.boxes):
        found.comments = list(_comments(opened.comments, at_row))
    return found


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs outside tables, and rows of tables, in their order."""
    for element in body:
        name = local(element)
        if name in ("p", "tr"):
            yield element
        elif name == "tbl" or name in _THROUGH:
            yield from _blocks(element)


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in element:
        if local(child) == name:
            found.append(child)
        elif local(child) in _THROUGH:
            found += _children(child, name)
    return found


def _row(row: etree._Element, after: int) -> Row | None:
    """A row with segments, or one that somebody put in; None for our head rows and for rows without a word."""
    cells = _children(row, "tc")
    words = [words_in(cell) for cell in cells]
    hidden = "".join(one.hidden for one in words)
    if any(code in hidden for code in (HEAD, READER, DAY)):
        return None
    if not hidden and not any(one.visible.strip() for one in words):
        return None
    joined = any(_is_joined(cell) for cell in cells)
    return Row(tuple(row_codes(hidden)), tuple(one.visible for one in words), joined, after)


def _is_joined(cell: etree._Element) -> bool:
    for properties in cell:
        if local(properties) == "tcPr":
            for one in properties:
                name, value = local(one), attribute(one, "val")
                if name in ("vMerge", "hMerge") or (name == "gridSpan" and (value or "1") != "1"):
                    return True
    return False


def _is_deleted(row: etree._Element) -> bool:
    return any(local(one) == "del" for properties in row if local(properties) == "trPr" for one in properties)


def _note_head(row: etree._Element, found: Returned) -> None:
    """Name and day stand in the cell after their label."""
    words = [words_in(cell) for cell in _children(row, "tc")]
    value = " ".join(one.visible for one in words[1:]).strip()
    if any(READER in one.hidden for one in words):
        found.reader = " ".join(value.split())
    elif any(DAY in one.hidden for one in words):
        found.day = " ".join(value.split())


def _paragraph(paragraph: etree._Element, found: Returned) -> None:
    words = words_in(paragraph)
    for code in sound_codes(words.hidden):
        found.boxes[code.text] = code
        seen, said = _is_ticked(paragraph, words)
        if seen:
            found.ticked.add(code.text)
        elif said:
            found.unclear.add(code.text)
    text = without_boxes(words.visible).strip()
    if text and own_digest(words.hidden) != digest(text):
        found.beside.append(text)


def _is_ticked(paragraph: etree._Element, words: Words) -> tuple[bool, bool]:
    """Whether a box is ticked to the eye, and by what its control says: that alone counts where no sign is left."""
    said = any(local(one) == "checked" and attribute(one, "val") in _ON for one in paragraph.iter())
    signs = [letter for letter in words.visible if letter in BOXES]
    return (any(sign != BOXES[0] for sign in signs) if signs else said), said


def _comments(root: etree._Element, at_row: dict[str, int]) -> Iterator[Comment]:
    for one in root:
        if local(one) == "comment" and (words := " ".join(words_in(one).visible.split())):
            yield Comment(at_row.get(attribute(one, "id") or "", 0), attribute(one, "author") or "", words)

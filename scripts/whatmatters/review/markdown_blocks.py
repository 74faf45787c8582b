"""The pieces of a Markdown text that hold words for a reader, each with its place and its path in the structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..check.blocks import DELIMITER
from ..check.pages import INCLUDE
from ..check.plain import FENCE
from .encoding import Cell, Encoding, Prose
from .segments import Kind

HEADING = re.compile(r"^(?P<marks>#{1,6}\s+)(?P<text>\S.*?)\s*(?P<attributes>\{:?\s*[#.][^{}]*\})?\s*#*\s*$")
ITEM = re.compile(r"^(?P<marker>\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s+)\S")
ADMONITION = re.compile(r'^\s*(?:!!!|\?\?\?\+?)\s+[\w -]+(?:"(?P<title>[^"]*)")?\s*$')
ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^{}]*\}\s*$")
ANCHOR = re.compile(r"#(?P<id>[A-Za-z0-9_-]+)")
#: A line that is structure and no words: an attribute list, a tag alone, an include.
STRUCTURE = re.compile(r"^\s*(?:\{:[^{}]*\}|<[^<>]+>|\{!.*!\})\s*$")
HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


@dataclass(frozen=True)
class Block:
    """A piece of the text, from letter `start` up to `end`."""

    id: str
    kind: Kind
    start: int
    end: int
    encoding: Encoding


@dataclass
class _Counted:
    """Where the reading stands: what makes the path of the next piece."""

    section: str = ""
    headings: int = 0
    slot: int = 0
    """Goes up with every block that both languages have: between two of them paragraphs are counted anew."""
    paragraphs: int = 0
    items: int = 0

    def next_slot(self) -> None:
        self.slot, self.paragraphs, self.items = self.slot + 1, 0, 0

    def enter(self, section: str) -> None:
        self.section, self.slot, self.paragraphs, self.items = section, 0, 0, 0


class _Lines:
    """The lines of a text from a place on, each with the place where it begins."""

    def __init__(self, text: str, place: int) -> None:
        self.all = text[place:].split("\n")
        self.starts: list[int] = []
        for line in self.all:
            self.starts.append(place)
            place += len(line) + 1
        self.at = 0

    def peek(self, ahead: int = 0) -> str | None:
        return self.all[self.at + ahead] if self.at + ahead < len(self.all) else None


def blocks(text: str, body: int) -> Iterator[Block]:
    """The pieces of the Markdown that begins at letter `body`."""
    lines, count = _Lines(text, body), _Counted()
    while (line := lines.peek()) is not None:
        start = lines.starts[lines.at]
        if not line.strip():
            lines.at += 1
        elif (after := _not_words(lines)) is not None:
            lines.at = after
            count.next_slot()
        elif match := HEADING.match(line):
            lines.at += 1
            count.headings += 1
            anchor = ANCHOR.search(match["attributes"] or "")
            count.enter(anchor["id"] if anchor else f"h{count.headings}")
            yield Block(count.section, "heading", start + match.start("text"), start + match.end("text"), Prose())
        elif match := ADMONITION.match(line):
            lines.at += 1
            count.next_slot()
            if match["title"]:
                place = start + match.start("title"), start + match.end("title")
                yield Block(_path(count, f"box{count.slot}"), "heading", *place, Prose())
        elif _is_table(lines):
            yield from _table(lines, count)
            count.next_slot()
        elif ITEM.match(line):
            yield _item(lines, count)
        else:
            yield from _paragraph(lines, count)


def _path(count: _Counted, own: str) -> str:
    return f"{count.section}/{own}" if count.section else own


def _not_words(lines: _Lines) -> int | None:
    """The number of the line after code, a comment or a line of structure; None where none begins here."""
    line = lines.all[lines.at]
    if fence := FENCE.match(line):
        ends = (i for i in range(lines.at + 1, len(lines.all)) if lines.all[i].strip().startswith(fence[1]))
        return next(ends, len(lines.all) - 1) + 1
    if line.lstrip().startswith("<!--"):
        return next((i for i in range(lines.at, len(lines.all)) if "-->" in lines.all[i]), len(lines.all) - 1) + 1
    return lines.at + 1 if STRUCTURE.match(line) or INCLUDE.fullmatch(line.strip()) else None


def _is_table(lines: _Lines) -> bool:
    below = lines.peek(1)
    return "|" in lines.all[lines.at] and below is not None and "|" in below and bool(DELIMITER.match(below))


def _table(lines: _Lines, count: _Counted) -> Iterator[Block]:
    row = 0
    while (line := lines.peek()) is not None and line.strip():
        start, number = lines.starts[lines.at], row
        lines.at += 1
        row += 1
        if number == 1:
            continue  # The row of dashes.
        for column, (a, b) in enumerate(_cells(line), start=1):
            own = f"t{count.slot}.{max(number - 1, 0)}.{column}"
            yield Block(_path(count, own), "cell", start + a, start + b, Cell())


def _cells(line: str) -> Iterator[tuple[int, int]]:
    """Where the words of each cell begin and end."""
    borders = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
    if not line.lstrip().startswith("|"):
        borders.insert(0, len(line) - len(line.lstrip()) - 1)
    if not line.rstrip().endswith("|") or line.rstrip().endswith("\\|"):
        borders.append(len(line))
    for left, right in pairwise(borders):
        inner = line[left + 1 : right]
        yield left + 1 + len(inner) - len(inner.lstrip()), left + 1 + len(inner.rstrip())


def _item(lines: _Lines, count: _Counted) -> Block:
    line, start = lines.all[lines.at], lines.starts[lines.at]
    match = ITEM.match(line)
    assert match
    begin, last = start + match.end("marker"), lines.at
    lines.at += 1
    while (more := lines.peek()) and more.strip() and not _begins(lines) and not ITEM.match(more):
        last = lines.at
        lines.at += 1
    end = lines.starts[last] + len(lines.all[last].rstrip())
    attributes = ATTRIBUTES.search(lines.all[last])
    anchor = ANCHOR.search(attributes[0]) if attributes else None
    if attributes:
        end = lines.starts[last] + attributes.start()
    count.items += 1
    indent = _prefix(lines.all[last]) if lines.starts[last] > start else "  "
    own = f"#{anchor['id']}" if anchor else f"i{count.slot}.{count.items}"
    return Block(_path(count, own), "question" if anchor else "item", begin, end, Prose(indent))


def _prefix(line: str) -> str:
    """What stands before the words of a line: spaces, and the signs of a quotation."""
    return line[: len(line) - len(re.sub(r"^\s*(?:>\s?)*", "", line))]


def _begins(lines: _Lines) -> bool:
    """Does the line begin something that is no part of a paragraph?"""
    line = lines.all[lines.at]
    return bool(_not_words(lines) is not None or HEADING.match(line) or ADMONITION.match(line) or _is_table(lines))


def _paragraph(lines: _Lines, count: _Counted) -> Iterator[Block]:
    if count.items:
        count.next_slot()
    first = lines.at
    while True:
        line = lines.all[lines.at]
        lines.at += 1
        following = lines.peek()
        over = not following or not following.strip() or _begins(lines)
        if over or HARD_BREAK.search(line):
            begin = lines.starts[first] + len(_prefix(lines.all[first]))
            end = lines.starts[lines.at - 1] + len(HARD_BREAK.sub("", line).rstrip())
            count.paragraphs += 1
            own = f"p{count.slot}.{count.paragraphs}"
            yield Block(_path(count, own), "paragraph", begin, end, Prose(_prefix(line)))
            first = lines.at
        if over:
            return

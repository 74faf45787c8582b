"""Sentences of a page or a story, with the line each begins on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..files.memo import remembered
from .blocks import DELIMITER, ITEM, cells
from .pages import INCLUDE
from .plain import MARK, without_code

#: The end of a sentence, if what follows begins like another one; either may stand in bold or italics.
END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*(?P<next>.))")
CLOSED = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*$")
ATTRIBUTES = re.compile(r"\{[:#][^{}]*\}")
#: Of a link or a picture only its words are read.
LINKED = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()]*\)")
#: What stands between spaces and has a letter or a figure in it, from the first of these on.
WORD = re.compile(r"[^\W_]\S*")


@dataclass(frozen=True)
class Sentence:
    """A run of words up to a full stop or the end of its paragraph, item or cell."""

    line: int
    words: int
    text: str


@dataclass(frozen=True)
class Piece:
    """A line of running text, without its Markdown."""

    line: int
    text: str


@remembered
def page_sentences(text: str, first_line: int = 1) -> tuple[Sentence, ...]:
    """The sentences of a Markdown page.

    Headings are none, and neither is a table's cell that ends without a full stop: both are labels.
    """
    found: list[Sentence] = []
    block: list[Piece] = []
    for number, line in enumerate(without_code(text).split("\n"), start=first_line):
        plain = INCLUDE.sub("", ATTRIBUTES.sub("", LINKED.sub(r"\1", line))).strip()
        item = ITEM.match(plain)
        row = plain.startswith("|")
        if not plain or item or row or plain.startswith("#") or MARK.match(plain):
            found += sentences(block)
            block = []
        if row and not DELIMITER.match(plain):
            found += [s for cell in cells(plain) if CLOSED.search(cell) for s in sentences([Piece(number, cell)])]
        elif item:
            block = [Piece(number, plain[item.end() - 1 :])]
        elif plain and not row and not plain.startswith("#") and not MARK.match(plain):
            block.append(Piece(number, plain.lstrip("> ")))
    return tuple(found + list(sentences(block)))


def sentences(pieces: Iterable[Piece]) -> Iterator[Sentence]:
    """The sentences of one paragraph, whose lines are the pieces."""
    starts: list[int] = []
    lines: list[int] = []
    text = ""
    for piece in pieces:
        starts.append(len(text))
        lines.append(piece.line)
        text += piece.text + " "
    begin = 0
    for end in [*(m.end() for m in END.finditer(text) if _begins_another(m["next"])), len(text)]:
        words = len(WORD.findall(text, begin, end))
        if words:
            yield Sentence(lines[bisect_right(starts, begin) - 1], words, text[begin:end].strip())
        begin = end


def _begins_another(letter: str) -> bool:
    """A sentence begins with a capital or a figure; `"Why?" she asked` is one sentence."""
    return letter.isupper() or letter.isdigit()

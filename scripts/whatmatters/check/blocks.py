"""Tables and lists in the lines of a Markdown text, as Python-Markdown sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .parts import Listing, Table

DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+]|(?P<number>\d{1,9}[.)]))\s+\S")
#: After these a table or a list may follow without an empty line.
BREAK = re.compile(r"^\s*$|^#{1,6}\s|^<!-- .* -->$|^[!?]{3}")
#: Spaces that bring an item one level down.
INDENT = 4


def tables(lines: Sequence[str], first_line: int) -> tuple[Table, ...]:
    """Every table: a row of headings after an empty line, a row of dashes, and rows up to the next empty line."""
    found: list[Table] = []
    for i in range(len(lines) - 1):
        head, dashes = lines[i], lines[i + 1]
        if "|" not in head or "|" not in dashes or not DELIMITER.match(dashes):
            continue
        if i and not BREAK.match(lines[i - 1]):
            continue
        end = next((j for j in range(i + 2, len(lines)) if not lines[j].strip()), len(lines))
        found.append(Table(line=i + first_line, rows=end - i - 2, columns=len(cells(head))))
    return tuple(found)


def cells(row: str) -> tuple[str, ...]:
    """The texts of a table's row; `\\|` is a letter, not a border."""
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", inner))


@dataclass
class _Open:
    """A list to which the next line may still add an item."""

    line: int
    level: int
    ordered: bool
    items: int = field(default=1)

    def closed(self) -> Listing:
        return Listing(self.line, self.ordered, self.items)


def lists(lines: Sequence[str], first_line: int) -> tuple[Listing, ...]:
    """Every list, by the line of its first item.

    A line of dashes right under a paragraph is no list to Python-Markdown, so it is none here.
    """
    done: list[_Open] = []
    still_open: list[_Open] = []
    above = ""
    for number, line in enumerate(lines, start=first_line):
        match = ITEM.match(line)
        if match and (still_open or (BREAK.match(above) and len(match["indent"]) < INDENT)):
            level = min(len(match["indent"].expandtabs(INDENT)) // INDENT, len(still_open))
            del still_open[level + 1 :]
            same = still_open[level] if level < len(still_open) else None
            if same is not None and same.ordered == bool(match["number"]):
                same.items += 1
            else:
                del still_open[level:]
                new = _Open(number, level, bool(match["number"]))
                still_open.append(new)
                done.append(new)
        elif _ends_lists(line, above):
            still_open.clear()
        above = line
    return tuple(one.closed() for one in done)


def _ends_lists(line: str, above: str) -> bool:
    """A heading or a mark, or an unindented line after an empty one; a line right under an item belongs to it."""
    if not line.strip():
        return False
    return bool(BREAK.match(line)) or (not above.strip() and not line.startswith(" "))

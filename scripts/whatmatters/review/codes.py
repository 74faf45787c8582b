"""What stands in hidden letters in the Word file, so that every row is known again wherever it is moved.

Hidden letters are kept by Word and by LibreOffice, whichever of their formats a file has gone through;
they go along with a row that is moved, doubled or taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What the file is, in its properties: the name of the property, and the form that this program writes and reads.
PROJECT, FORM = "whatmatters-project", "whatmatters-review"
VERSION = "1"

_BEGIN = "wm|"
_ROW = re.compile(r"wm\|row\|(\d+)\|([^|]+)\|([^|]+)\|([0-9a-f]{8})\|([0-9a-f]{8})\|")
_SOUND = re.compile(r"wm\|sound\|([^|]+)\|(\d+)\|(\d+)\|")
READER, DAY, HEAD = "wm|reader|", "wm|day|", "wm|head|"
#: Stands in every paragraph outside the tables, with a digest of its words: what has none was added by somebody.
_OWN = re.compile(r"wm\|own\|([0-9a-f]{8})\|")


#: Signs that stand for a box; all but the first are ticked.
BOXES = "☐☑☒✓✔🗹🗸"


@dataclass(frozen=True)
class RowCode:
    """Which segment a row shows, and which words it had when the file was written."""

    number: int
    text: str
    segment: str
    cy: str
    en: str
    """Digests of the Welsh and of the English words."""

    def __str__(self) -> str:
        return f"{_BEGIN}row|{self.number}|{self.text}|{self.segment}|{self.cy}|{self.en}|"


@dataclass(frozen=True)
class SoundCode:
    """Which text a box belongs to, and which rows it had."""

    text: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{_BEGIN}sound|{self.text}|{self.first}|{self.last}|"


def row_codes(hidden: str) -> list[RowCode]:
    """The rows that hidden letters name: one, unless rows were joined."""
    return [RowCode(int(n), text, segment, cy, en) for n, text, segment, cy, en in _ROW.findall(hidden)]


def sound_codes(hidden: str) -> list[SoundCode]:
    """The texts whose boxes hidden letters name."""
    return [SoundCode(text, int(first), int(last)) for text, first, last in _SOUND.findall(hidden)]


def own_code(digest: str) -> str:
    """The mark of a paragraph of ours, with the digest of its words."""
    return f"{_BEGIN}own|{digest}|"


def own_digest(hidden: str) -> str | None:
    """The digest in the mark of a paragraph of ours; None where it is none."""
    found = _OWN.search(hidden)
    return found[1] if found else None


def without_boxes(words: str) -> str:
    """Words without the signs of boxes, ticked or not."""
    return words.translate(dict.fromkeys(map(ord, BOXES)))

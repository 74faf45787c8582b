"""PowerPoint's XML: its names, words within it, and whole parts as they lie in the file.

Parts are written as text, letter for letter what lxml would write. To build them from elements took as long again as
all else of a show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#: For the first element of a piece of XML.
NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'

#: Before the first element of a part.
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_RETURN = {"\r": "&#13;"}
_WITHIN_QUOTES = {**_RETURN, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}

#: What no XML may hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(text: str) -> str:
    """A text between two tags."""
    return escape(text, _RETURN)


def quoted(value: str) -> str:
    """The value of an attribute, with its quotation marks."""
    return f'"{escape(value, _WITHIN_QUOTES)}"'


def part(xml: str) -> bytes:
    """A whole part. Raises ValueError where it holds a character that XML cannot have."""
    if found := _FORBIDDEN.search(xml):
        raise ValueError(f"a slide cannot hold this character: {found[0]!r}")
    return (_HEAD + xml).encode()


class Relations:
    """The parts that a part leads to, each by the name that its XML has for it."""

    def __init__(self, known: Mapping[str, tuple[str, str]] | None = None) -> None:
        """`known` has the type and the target of each name that there is already."""
        self._known = dict(known or {})
        self._names = {led: name for name, led in self._known.items()}

    def name(self, kind: str, target: str) -> str:
        """The name of a target, seen from the part's own folder: `rId2`. `kind` is PowerPoint's type of relation."""
        led = kind, target
        if led not in self._names:
            # A gap is filled, as python-pptx does.
            new = next(name for n in range(len(self._known) + 1, 0, -1) if (name := f"rId{n}") not in self._known)
            self._known[new], self._names[led] = led, new
        return self._names[led]

    def part(self) -> bytes:
        """The part that lists them."""
        listed = sorted(self._known.items(), key=lambda one: int(one[0].removeprefix("rId")))
        inside = "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target={quoted(target)}/>' for name, (kind, target) in listed
        )
        return part(
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}'
            "</Relationships>"
        )

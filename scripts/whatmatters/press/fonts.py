"""The fonts of print: the files, and which characters they can show.

Typst refuses to write a PDF/UA-1 file with a character that the font lacks, but stops at the first one.
Reading the font's own table of characters names every one of them, before anything is set.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
REGULAR, BOLD = "AtkinsonHyperlegibleNext_400Regular.ttf", "AtkinsonHyperlegibleNext_700Bold.ttf"

#: A character that takes no glyph of its own.
SPACES = frozenset("\n\t ")


@cache
def fonts() -> typst.Fonts:
    """Our fonts and no others: the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def characters() -> frozenset[str]:
    """The characters that every one of our fonts can show."""
    files = sorted(FOLDER.glob("*.ttf"))
    return frozenset.intersection(*(read_characters(path.read_bytes()) for path in files))


def missing(text: str) -> list[str]:
    """The characters of a text that the fonts lack, each once, in the order of the text."""
    return [c for c in dict.fromkeys(text) if c not in characters() and c not in SPACES]


def read_characters(font: bytes) -> frozenset[str]:
    """The characters in the `cmap` table of a TrueType or OpenType font.

    Reads format 4, which every font with a Windows Unicode table has: it holds all of the first 65,536 characters,
    and no letter of Welsh or English lies beyond. Raises ValueError when there is none.
    https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
    """
    tables = struct.unpack_from(">H", font, 4)[0]
    for i in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        if tag == b"cmap":
            return _read_cmap(font, offset)
    raise ValueError("the font has no cmap table")


def _read_cmap(font: bytes, cmap: int) -> frozenset[str]:
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    for i in range(count):
        offset = cmap + struct.unpack_from(">HHL", font, cmap + 4 + 8 * i)[2]
        if struct.unpack_from(">H", font, offset)[0] == 4:
            return frozenset(_read_format_4(font, offset))
    raise ValueError("the font's cmap has no table of format 4")


def _read_format_4(font: bytes, start: int) -> set[str]:
    segments = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{segments}H", font, start + 14 + 2 * segments * k + (2 if k else 0)) for k in range(4)
    )
    range_at = start + 16 + 6 * segments
    found: set[str] = set()
    for i in range(segments):
        for code in range(starts[i], ends[i] + 1):
            glyph = code
            if ranges[i]:
                glyph = struct.unpack_from(">H", font, range_at + 2 * i + ranges[i] + 2 * (code - starts[i]))[0]
                if not glyph:
                    continue
            if (glyph + deltas[i]) % 65536 and code != 0xFFFF:
                found.add(chr(code))
    return found

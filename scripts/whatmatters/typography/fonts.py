"""The fonts of print: the files, and which characters they can show.

Typst refuses to write a PDF/UA-1 file with a character that the font lacks, but stops at the first one.
Asking the fonts themselves names every one of them, before anything is set.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst
import uharfbuzz as hb

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
def face(file: str) -> hb.Face:
    """One of our fonts, by the name of its file."""
    return hb.Face(hb.Blob.from_file_path(str(FOLDER / file)))


@cache
def characters() -> frozenset[str]:
    """The characters that every one of our fonts can show."""
    return frozenset.intersection(*(frozenset(map(chr, face(file).unicodes)) for file in (REGULAR, BOLD)))


def missing(text: str) -> list[str]:
    """The characters of a text that the fonts lack, each once, in the order of the text."""
    return [c for c in dict.fromkeys(text) if c not in characters() and c not in SPACES]
